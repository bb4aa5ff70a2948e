"""What is the player's own in a report: what the seat played for, what was forecast, and what was written."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from game.learning.calibration import ENOUGH
from game.learning.goals import progress
from game.report.calls import Judged, all_judged, calibration
from game.report.gather import Player
from game.report.goals import amount, word_goal, word_state
from game.report.markup import element, rich, table
from game.report.notes import all_notes
from game.report.pictures import calibration_curve


def goals_part(player: Player) -> Iterator[Element]:
    """What the seat played for, and what became of it."""
    say, session = player.seat.say, player.session
    found = progress(session.rules, session.quarters, player.slot, finished=session.finished)
    if not found:
        return
    yield element("h4", say("goal-title"))
    rows: list[list[str | Element]] = [
        [
            rich("span", word_goal(player.seat, held.goal)),
            amount(player.seat, held.goal, held.value),
            word_state(player.seat, held),
        ]
        for held in found
    ]
    yield table([say("report-goal"), say("report-value"), say("report-state")], rows, "goals")


def predictions_part(player: Player) -> Iterator[Element | None]:
    """What was forecast and what came, with how well the percentages fit."""
    say, calls = player.seat.say, all_judged(player.seat)
    yield element("h4", say("predict-panel"))
    if not calls:
        yield element("p", say("report-no-calls"))
        return
    yield from _calibration(player, calls)
    rows: list[list[str | Element]] = [
        [
            str(call.quarter),
            rich("span", call.statement),
            say("predict-percent", percent=call.percent),
            element("span", say("predict-true" if call.came_true else "predict-false"), element("br"), call.figure),
        ]
        for call in calls
    ]
    head = [say("report-quarter"), say("report-statement"), say("predict-axis-said"), say("report-came")]
    yield element("div", table(head, rows, "calls", words=4), class_="wide")


def _calibration(player: Player, calls: list[Judged]) -> Iterator[Element | None]:
    say, shown = player.seat.say, calibration(calls)
    if not shown.enough:
        yield element("p", say("predict-few", least=ENOUGH))
        return
    if shown.sides:
        sure, share = round(100 * shown.sure), round(100 * shown.right / shown.sides)
        yield rich("p", say("predict-sure", sure=sure, right=shown.right, sides=shown.sides, share=share))
        yield element("p", say(f"predict-trust-{shown.trust}"))
    else:
        yield element("p", say("predict-no-side"))
    yield element("p", say(f"predict-closer-{shown.closer}"))
    yield calibration_curve(shown.steps, (say("predict-axis-said"), say("predict-axis-came")))
    yield element("p", say("predict-chart-note"), class_="soft")


def notes_part(player: Player) -> Iterator[Element]:
    """What the player wrote, word for word, and what came of it."""
    say, notes = player.seat.say, all_notes(player.seat)
    if not notes:
        return
    yield element("h4", say("note-yours"))
    for note in notes:
        yield rich("p", say("note-asked", quarter=note.quarter, question=note.question))
        yield element("blockquote", note.text)
        if note.came:
            yield element("p", note.came, class_="soft")
