"""The idea that was met in a quarter, as the results name it: from the record, else the game that the lens found."""

from game.insight.stage_game import GameType
from game.learning.lessons import lessons_met
from game.learning.library import entries
from game.view.library import opens_at, title, turn_to
from game.view.panels.lens import body_seen, found_lens, lens_question
from game.view.stage import Stage

BEFORE_GAMES, DEEPEST = "free_riding", "full"


def idea_met(stage: Stage) -> str:
    """The entry of what was met in the last quarter; empty where it was nothing new, or nobody wants to be told."""
    session = stage.playing
    if not stage.settings.lessons or not session.quarters:
        return ""
    met = lessons_met(session.rules, session.quarters, stage.slot)
    return met[-1] or _games_met(stage).get(len(session.quarters), "")


def met_line(stage: Stage) -> str:
    """The line that names it."""
    idea = idea_met(stage)
    return stage.say("results-met", idea=title(stage, entries()[idea])) if idea else ""


def note_game(stage: Stage) -> None:
    """Remember in which quarter the lens first named a game, while nothing else was met in it.

    How the lens sees a game is worked out beside the window and is no part of the record, so it is remembered as long
    as the window is open and told once more, at most, in a game that was left and resumed.
    """
    session, quarter = stage.playing, len(stage.playing.quarters)
    met = _games_met(stage)
    if not quarter or quarter in met or stage.pick("depth", session.setup.scenario.about.depth) != DEEPEST:
        return
    lens = found_lens(stage, lens_question(stage), body_seen(stage))
    if lens is None or lens.held is None or lens.held.kind is GameType.TIE or lens.held.kind in met.values():
        return
    named = lessons_met(session.rules, session.quarters, stage.slot)
    if BEFORE_GAMES in named and not named[-1]:
        stage.picks["games_met"] = (session.setup.seed, met | {quarter: lens.held.kind.value})


def game_on_show(stage: Stage) -> str:
    """The game that the lens shows; empty where there is no lens to see."""
    if stage.session is None or not stage.playing.quarters:
        return ""
    lens = found_lens(stage, lens_question(stage), body_seen(stage))
    return "" if lens is None or lens.held is None else lens.held.kind.value


def _games_met(stage: Stage) -> dict[int, str]:
    """Games that the lens named, by the quarter; of this game alone."""
    seed, met = stage.pick("games_met", (None, {}))
    return met if seed == stage.playing.setup.seed else {}


def to_read(stage: Stage) -> str:
    """The idea of the last quarter until its entry has been opened."""
    idea = idea_met(stage)
    return "" if stage.pick("read") == (stage.playing.setup.seed, idea) else idea


def mark_read(stage: Stage, idea: str) -> None:
    """The entry of an idea has been opened."""
    if stage.session is not None:
        stage.picks["read"] = (stage.playing.setup.seed, idea)


def open_entry(stage: Stage, hint: str, named: str, screen: str, helped: bool) -> None:
    """Turn to the entry that a question calls for: the idea just met, the game on show, or what was in focus."""
    idea = to_read(stage) if screen == "results" and not helped else ""
    if hint == "hint-lens":
        idea = idea or game_on_show(stage)
    idea = idea or opens_at(stage, hint, named, screen)
    mark_read(stage, idea)
    for pick in turn_to(idea).actions:
        stage.picks[pick.what] = pick.value
