"""How a game begins in the window: a new one with its score band, or a saved one."""

import secrets
from typing import TYPE_CHECKING, Any

from game.view.keeping import opened
from game.view.stage import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from game.model.scenario import Scenario
    from game.view.app import App

OF_A_GAME = (
    *("body", "tab", "chart", "bell", "record_side", "depth", "moved", "lens", "future", "estimate"),
    *("if_quarter", "if_sheet", "if_side", "neighbour", "phase_policy", "debrief"),
    *("motion", "hall_motion", "hall_voter", "hall_side"),
)


def start_game(
    app: "App",
    scenario: "Scenario",
    source: str,
    path: "Path",
    slot: int,
    difficulty: str,
    treatment: str,
    seed: int | None,
) -> None:
    """Measure or find the score band, then show the briefing of a new game."""
    from game.folders import data_folder
    from game.insight.kept import find
    from game.session.setup import Setup
    from game.session.start import begin
    from game.view.reasons import band_of

    def ready(bands: Any) -> None:
        setup = Setup(
            scenario,
            source,
            path,
            secrets.randbelow(2**31) if seed is None else seed,
            (slot,),
            difficulty,
            treatment,
            bands,
        )
        app.stage.session, app.stage.slot = begin(setup), slot
        _fresh_view(app.stage)
        app.go("briefing")

    kept = find(scenario, slot, difficulty, data_folder())
    if kept is not None:
        ready({slot: kept})
    else:
        app.start_work(band_of(scenario, (slot,), difficulty, data_folder()), ready)


def _fresh_view(stage: Stage) -> None:
    from game.folders import data_folder
    from game.insight.phase import find

    for what in OF_A_GAME:
        stage.picks.pop(what, None)
    stage.notice = ""
    opened(stage)
    stage.opened = {}
    stage.glides.forget()
    stage.phase = find(stage.playing.setup.scenario, data_folder())


def begin_chosen(app: "App") -> None:
    """Begin what the picker has chosen."""
    from game.scenario.read import treated
    from game.view import solo
    from game.view.screens.picker import chosen

    stage = app.stage
    entry = chosen(stage)
    if entry is None or entry.scenario is None:
        return
    if solo.is_sandbox(entry):
        solo.open_sandbox(app, entry, stage.pick("difficulty", "normal"))
        return
    seats = [slot for slot, firm in enumerate(entry.scenario.firms) if firm.seat]
    slot = stage.pick("firm") if stage.pick("firm") in seats else seats[0]
    treatment = stage.pick("treatment", "")
    scenario = treated(entry.source, treatment) if treatment else entry.scenario
    start_game(app, scenario, entry.source, entry.path, slot, stage.pick("difficulty", "normal"), treatment, None)


def resume(app: "App", path: "Path") -> None:
    """Go on with a saved game; one that can't be read is told on the title and no longer offered."""
    from game.session.save import SaveError, read, restore

    stage = app.stage
    try:
        saved = read(path)
        session = restore(saved)
    except SaveError as error:
        stage.notice = stage.say(error.code, **error.arguments)
        stage.saves = [line for line in stage.saves if line.path != path]
        app.show("title")
        return
    except OSError as error:
        stage.notice = stage.say("save-unreadable", file=path.name, reason=error.strerror or str(error))
        app.show("title")
        return
    stage.session, stage.slot = session, session.seats[0]
    _fresh_view(stage)
    if session.taken is not None:
        stage.notice = stage.say("save-other-rules")
    app.go("debrief" if session.finished else "quarter" if session.quarters else "briefing")
