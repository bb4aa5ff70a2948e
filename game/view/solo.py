"""What somebody who learns alone does: read, be led, play a tournament, begin a game made in the sandbox."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.view import actions as a

if TYPE_CHECKING:
    from game.view.app import App
    from game.view.shelf import Entry

SHIPPED = "sandbox"
TUTORIAL = "first_quarter"
OPENS_SANDBOX = "sliders"  # a scenario with this icon is made by its player before it begins


def compete(app: "App", action: a.Compete) -> None:
    """Play the tournament beside the window and show what came of it; an impossible one stays as it is."""
    del action
    from game.view.panels.contest import contest
    from game.view.reasons import contest_of

    chosen = contest(app.stage)
    if chosen.impossible:
        return

    def ready(made: Any) -> None:
        app.stage.picks |= {"contest_result": made, "generation": 0, "contest_line": None, "contest_choices": False}
        app.window.show(app.pages)

    app.start_work(contest_of(chosen), ready, "wait-contest")


def learn_by_playing(app: "App", action: a.LearnByPlaying) -> None:
    """The scenario that newcomers are led through, at its first seat; without it the list of scenarios says why."""
    del action
    from game import resources
    from game.view.shelf import read_entry
    from game.view.start import start_game

    entry = read_entry(resources.scenarios() / f"{TUTORIAL}.toml", app.stage.words)
    if entry.scenario is None:
        app.go("picker")
        return
    seat = next(slot for slot, firm in enumerate(entry.scenario.firms) if firm.seat)
    start_game(app, entry.scenario, entry.source, entry.path, seat, "normal", "", None)


def is_sandbox(entry: "Entry") -> bool:
    """Whether a scenario is one to be changed before it is played."""
    return entry.scenario is not None and entry.scenario.about.icon == OPENS_SANDBOX


def open_sandbox(app: "App", entry: "Entry", difficulty: str = "") -> None:
    """Show the panels for a scenario; what was chosen for it before still stands, but for a difficulty now chosen."""
    from game.view.panels.sandbox import chosen

    stage = app.stage
    held = stage.pick("sandbox_entry")
    if held is None or held.look != entry.look:
        stage.picks |= {"sandbox_entry": entry, "sandbox": None, "sandbox_side": "population"}
    if difficulty:
        stage.picks["sandbox"] = replace(chosen(stage), difficulty=difficulty)
    stage.notice = ""
    app.go("sandbox")


def open_shipped(app: "App", action: a.OpenSandbox) -> None:
    """The sandbox that comes with the game; a copy of the game without it says so."""
    del action
    from game import resources
    from game.view.shelf import read_entry

    stage = app.stage
    entry = read_entry(resources.scenarios() / f"{SHIPPED}.toml", stage.words)
    if entry.scenario is None:
        stage.notice = stage.say("sandbox-broken", fault=entry.fault_lines[0])
        app.show("title")
    else:
        open_sandbox(app, entry)


def begin_sandbox(app: "App", action: a.BeginSandbox) -> None:
    """Begin a game of what was chosen; its text is that of a whole scenario file, so that a save stands alone."""
    del action
    from game.scenario.sandbox import examined, player_of
    from game.view.panels.sandbox import chosen, entry, trouble
    from game.view.start import start_game

    stage = app.stage
    choices, held = chosen(stage), entry(stage)
    assert held.scenario is not None
    if trouble(stage):
        return
    scenario, text = held.scenario, held.source
    if not choices.as_written:
        text, made, _ = examined(scenario, choices)
        assert made is not None
        scenario = made
    start_game(app, scenario, text, held.path, player_of(scenario.firms), choices.difficulty, "", None)


def open_library(app: "App") -> None:
    """At the entry that fits what is in focus, or what the help speaks of, which is closed."""
    from game.view.lessons import open_entry

    focus, picks = app.window.focus, app.stage.picks
    hint, named = (focus.hint, focus.name) if focus is not None else ("", "")
    helped = bool(app.pages) and app.pages[-1].name == "help"
    if helped:
        app.pages, hint, named = app.pages[:-1], picks["help_hint"], picks["help_name"]
    open_entry(app.stage, hint, named, app.screen, helped)


APPLY: dict[type, Callable[["App", Any], None]] = {
    a.Compete: compete,
    a.OpenSandbox: open_shipped,
    a.LearnByPlaying: learn_by_playing,
    a.BeginSandbox: begin_sandbox,
}
