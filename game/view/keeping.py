"""Nothing is lost: autosaves at both ends of a quarter, and what was typed since kept while somebody thinks."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.folders import saves_folder
from game.view.memory import Kept, autosave, next_autosave

if TYPE_CHECKING:
    from game.view.app import App
    from game.view.stage import Stage


def title_of(stage: "Stage") -> str:
    """The scenario's title without its second half."""
    return stage.words.before_colon(stage.playing.setup.scenario.about.title)


def opened(stage: "Stage") -> None:
    """A game was begun or read: there is nothing to keep until something is typed."""
    stage.kept = Kept(stage.playing, None, _typed(stage))


def keep(app: "App") -> None:
    """A new autosave; a folder that can't be written to is told once and the game goes on."""
    _write(app, next_autosave())
    app.stage.notice = app.stage.pick("unsaved", "")


def keep_what_was_typed(app: "App") -> None:
    """The draft, the forecast and notes, in this game's newest autosave; what can't be written is told."""
    stage = app.stage
    kept = _kept(stage)
    if kept is None or kept.typed == _typed(stage):
        return
    _write(app, kept.path or next_autosave())
    stage.notice = stage.pick("unsaved", "") or stage.notice


def keep_at_the_end(app: "App") -> None:
    """The game as it stands when the window closes."""
    session, kept = app.stage.session, _kept(app.stage)
    if session is not None and (not session.finished or (kept is not None and kept.typed != _typed(app.stage))):
        _write(app, (kept.path if kept is not None else None) or next_autosave())


def _kept(stage: "Stage") -> Kept | None:
    """What is kept of the game in play."""
    return stage.kept if stage.kept is not None and stage.kept.session is stage.session else None


def _typed(stage: "Stage") -> Any:
    session = stage.playing
    notes = tuple(session.notes.get(stage.slot, ()))
    return session.quarter, session.draft(stage.slot), session.call(stage.slot, session.quarter), notes


def _write(app: "App", path: Path) -> None:
    stage = app.stage
    reason = autosave(stage.playing, title_of(stage), path)
    stage.picks["unsaved"] = stage.say("save-failed", reason=reason) if reason else ""
    stage.kept = Kept(stage.playing, path, _typed(stage))
    if app.mark is not None and not reason:
        app.mark.note("" if stage.playing.finished else path.name)


def tell_what_was_left(app: "App", left: list[str]) -> None:
    """On the title: the program ended without closing, and from which autosave to go on."""
    stage, folder = app.stage, saves_folder()
    for name in left:
        found = [line for line in stage.saves if line.path == folder / name]
        stage.saves = found + [line for line in stage.saves if line not in found]
        if found:
            line = found[0]
            stage.notice = stage.say("title-left", scenario=line.title, quarter=line.quarter)
    app.show("title")
