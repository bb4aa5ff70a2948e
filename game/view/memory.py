"""What the window remembers between runs: settings, and saves with a few autosaves. Light: it opens no game.

A folder that can't be written to is no reason to stop: the caller is told why and goes on.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.files import read_json
from game.folders import data_folder, saves_folder
from game.view.kit.keymap import is_sound
from game.view.kit.theme import THEMES
from game.view.stage import SOUND_LEVELS, Settings
from game.wording.words import languages

if TYPE_CHECKING:
    from game.session.session import Session

KEPT_AUTOSAVES = 6
LISTED = 12
AUTOSAVE = "autosave-"
STILL = "GUILDMARK_MOTION"  # an environment that asks for no motion sets it to off
SUFFIX = ".guildmark"


@dataclass(frozen=True)
class SaveLine:
    """A save as the title offers it; `saved` is when, in seconds since 1970."""

    path: Path
    title: str
    quarter: int
    saved: float = 0.0
    finished: bool = False

    @property
    def automatic(self) -> bool:
        """Whether the program saved it on its own."""
        return self.path.stem.startswith(AUTOSAVE)


@dataclass(frozen=True)
class Kept:
    """What of a game stands on the disk: the autosave that is its own, if there is one, and what was typed by then."""

    session: "Session"
    path: Path | None
    typed: Any


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
    switches = ("forecasts", "lessons", "projector", "motion")
    made |= {name: content[name] for name in switches if isinstance(content.get(name), bool)}
    if isinstance(content.get("unguided"), int):
        made["unguided"] = content["unguided"]
    keys = content.get("keys")
    if isinstance(keys, dict) and all(isinstance(place, str) for place in keys.values()) and is_sound(keys):
        made["keys"] = keys
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
    """Saves of games that go on, the newest first, back to the last game that was finished."""
    made = []
    for line in _saved_games():
        if line.finished:
            break
        made.append(line)
        if len(made) == KEPT_AUTOSAVES:
            break
    return made


def saved_games() -> list[SaveLine]:
    """The newest saves, autosaves or not, of games that go on or are over."""
    return list(islice(_saved_games(), LISTED))


def _saved_games() -> Iterator[SaveLine]:
    """Saves, the newest first; damaged ones are passed over."""
    try:
        found = sorted(((path.stat().st_mtime, path) for path in saves_folder().glob(f"*{SUFFIX}")), reverse=True)
    except OSError:
        return
    for saved, path in found:
        try:
            content = read_json(path)
            title, quarter = printable(str(content["title"])), int(content["quarter"])
            yield SaveLine(path, title, quarter, saved, bool(content["finished"]))
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            continue


def printable(text: str) -> str:
    """A text from a file without what can't be drawn."""
    return "".join(char for char in text if char.isprintable())[:80]


def next_autosave() -> Path:
    """The file of the next autosave."""
    numbers = [int(path.stem.removeprefix(AUTOSAVE)) for path in _autosaves()]
    return saves_folder() / f"{AUTOSAVE}{max(numbers, default=0) + 1:04d}{SUFFIX}"


def _autosaves() -> list[Path]:
    """The autosaves that there are, the oldest first."""
    try:
        found = list(saves_folder().glob(f"{AUTOSAVE}*{SUFFIX}"))
        held = [path for path in found if path.stem.removeprefix(AUTOSAVE).isdecimal()]
        return sorted(held, key=lambda path: path.stat().st_mtime)
    except OSError:
        return []


def autosave(session: "Session", title: str, path: Path | None = None) -> str | None:
    """Save under an autosave's name and drop the oldest; gives the reason if it can't."""
    from game.session.save import write

    goal = path or next_autosave()
    try:
        write(session, goal, title)
        others = [held for held in _autosaves() if held != goal]
        for old in others[: max(0, len(others) + 1 - KEPT_AUTOSAVES)]:
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
