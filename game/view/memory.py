"""What the window remembers between runs: settings, and saves with a few autosaves. Light: it opens no game.

A folder that can't be written to is no reason to stop: the caller is told why and goes on.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.files import read_json
from game.folders import data_folder, saves_folder
from game.view.kit.theme import THEMES
from game.view.stage import SOUND_LEVELS, Settings
from game.wording.words import languages

if TYPE_CHECKING:
    from game.session.session import Session

KEPT_AUTOSAVES = 6
STILL = "GUILDMARK_MOTION"  # an environment that asks for no motion sets it to off
SUFFIX = ".guildmark"


@dataclass(frozen=True)
class SaveLine:
    """A save as the title offers it."""

    path: Path
    title: str
    quarter: int


def read_settings() -> Settings:
    """Settings as left; whatever is not understood is as at first."""
    try:
        content = read_json(data_folder() / "settings.json")
    except (OSError, ValueError):
        return Settings()
    made: dict[str, Any] = {}
    if not isinstance(content, dict):
        return Settings()
    size = content.get("text_size")
    if isinstance(size, int | float) and 1.0 <= size <= 2.0:
        made["text_size"] = float(size)
    if content.get("theme") in THEMES:
        made["theme"] = content["theme"]
    if content.get("language") in languages():
        made["language"] = content["language"]
    if content.get("sound") in SOUND_LEVELS:
        made["sound"] = content["sound"]
    made |= {name: content[name] for name in ("forecasts", "lessons", "motion") if isinstance(content.get(name), bool)}
    return Settings(**made)


def asked_still() -> bool:
    """Whether the environment asks for no motion."""
    return os.environ.get(STILL, "").strip().lower() in {"off", "0", "no", "false"}


def moves(settings: Settings) -> bool:
    """Whether pictures move from what was shown to what is shown now."""
    return settings.motion and not asked_still()


def write_settings(settings: Settings) -> None:
    """Keep the settings, if the folder lets us."""
    with suppress(OSError):
        data_folder().mkdir(parents=True, exist_ok=True)
        (data_folder() / "settings.json").write_text(json.dumps(asdict(settings)), encoding="utf-8")


def unfinished_games() -> list[SaveLine]:
    """Saves of games that go on, the newest first; damaged ones are passed over."""
    try:
        paths = sorted(saves_folder().glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return []
    made = []
    for path in paths:
        try:
            content = read_json(path)
            line = SaveLine(path, printable(str(content["title"])), int(content["quarter"]))
            over = bool(content["finished"])
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            continue
        if over:
            break
        made.append(line)
        if len(made) == KEPT_AUTOSAVES:
            break
    return made


def printable(text: str) -> str:
    """A text from a file without what can't be drawn."""
    return "".join(char for char in text if char.isprintable())[:80]


def autosave(session: "Session", title: str) -> str | None:
    """Save under the next autosave name and drop the oldest; gives the reason if it can't."""
    from game.session.save import write

    folder = saves_folder()
    try:
        held = (
            sorted(folder.glob(f"autosave-*{SUFFIX}"), key=lambda path: path.stat().st_mtime) if folder.is_dir() else []
        )
        number = (
            max(
                (int(path.stem.rsplit("-", 1)[-1]) for path in held if path.stem.rsplit("-", 1)[-1].isdigit()),
                default=0,
            )
            + 1
        )
        write(session, folder / f"autosave-{number:04d}{SUFFIX}", title)
        for old in held[: max(0, len(held) + 1 - KEPT_AUTOSAVES)]:
            old.unlink(missing_ok=True)
    except OSError as error:
        return error.strerror or str(error)
    return None


def save_by_hand(session: "Session", title: str) -> tuple[Path, str | None]:
    """Save under a name of its own; gives the file and the reason if it can't."""
    from game.session.save import write

    setup = session.setup
    path = saves_folder() / f"{setup.path.stem}-{setup.seed}-q{session.quarter}{SUFFIX}"
    try:
        write(session, path, title)
    except OSError as error:
        return path, error.strerror or str(error)
    return path, None
