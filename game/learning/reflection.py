"""When a seat is asked to write a line for itself, and what became of what it wrote about.

Writing one's own account at a turning point is what makes an experience one to learn from (Kolb 1984, Experiential
Learning; Boud, Keogh & Walker 1985, Reflection). It is asked rarely, never graded, and can be passed over: the first
time a neighbour falls short of its pledge, the first time the seat itself breaks, half way, and at the end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.rules import Rules
from game.learning.notebook import Played, keepers
from game.model.note import Note, Question

APART = 3  # quarters between two questions
FELT = 0.3  # how far an effort has to fall short of a pledge to be noticed


def fell_short(played: Played, j: int, own: int) -> int | None:
    """The slot of the neighbour that fell furthest short of what it had pledged to an institution, if one did."""
    pledge, observed = played.seen.pledge[0, j], played.outcome.games.observed[0, j]
    short = np.where(np.isnan(pledge), -1.0, pledge) - observed
    both = played.seen.member[0, j] & played.outcome.membership.member[0, j]
    short = np.where(both, short, -1.0)
    short[own] = -1
    worst = int(short.argmax())
    return worst if short[worst] > FELT else None


def questions(rules: Rules, quarters: Sequence[Played], slot: int) -> dict[int, Question]:
    """What is asked after which quarter of those played; the same record gives the same questions.

    What comes up too soon after another question waits until its time has come, and is then asked about as it was.
    """
    made: dict[int, Question] = {}
    waiting: list[Question] = []
    for played in quarters:
        waiting += [
            question
            for question in _arising(rules, played, slot)
            if question.occasion not in {held.occasion for held in (*waiting, *made.values())}
        ]
        last = max(made, default=1 - APART)
        if waiting and played.number - last >= APART:
            question = waiting.pop(0)
            looks_back = {"quarter": played.number} if question.occasion == "middle" else {}
            made[played.number] = question.model_copy(update=looks_back)
    return made


def _arising(rules: Rules, played: Played, slot: int) -> Iterator[Question]:
    """What a quarter gives cause to ask about, the most personal first."""
    outcome, ids = played.outcome, played.seen.firm_id[0]
    for j, body in enumerate(rules.bodies.names):
        if outcome.membership.member[0, j, slot] and not outcome.games.kept[0, j, slot]:
            yield Question(quarter=played.number, occasion="own", body=body)
            break
    for j, body in enumerate(rules.bodies.names):
        short = fell_short(played, j, slot)
        if short is not None:
            yield Question(quarter=played.number, occasion="pledge", body=body, firm=int(ids[short]))
            break
    if played.number == rules.scenario.quarters.min // 2:
        yield Question(quarter=played.number, occasion="middle")


def last_question(quarters: Sequence[Played]) -> Question:
    """What is asked in the debrief."""
    return Question(quarter=max(len(quarters), 1), occasion="end")


def kept_note(notes: Sequence[Note], question: Question) -> str:
    """What was written to a question so far."""
    return next((note.text for note in notes if _same(note.question, question)), "")


def with_note(notes: Sequence[Note], question: Question, text: str) -> list[Note]:
    """The notes with a line in place of the one to the same question; an empty line takes it away."""
    rest = [note for note in notes if not _same(note.question, question)]
    return [*rest, Note(question=question, text=text)] if text.strip() else rest


def _same(one: Question, other: Question) -> bool:
    return one.occasion == other.occasion


@dataclass(frozen=True)
class Since:
    """What became of what a note was about: figures of its quarter and of the end, or kept quarters of quarters in."""

    before: tuple[float, ...]
    after: tuple[float, ...]


def since(rules: Rules, quarters: Sequence[Played], slot: int, question: Question) -> Since | None:
    """What came after a question; None where nothing did, or where it is about the whole game.

    Of a neighbour: quarters kept and quarters in, up to then and afterwards. Of the seat's own breaking: how many
    neighbours kept then, and at the end. Of the middle: both scores.
    """
    then, later = quarters[: question.quarter], quarters[question.quarter :]
    if question.occasion == "end" or not later:
        return None
    if question.occasion == "middle":
        return Since(_scores(then[-1], slot), _scores(later[-1], slot))
    j = rules.bodies.names.index(question.body)
    if question.occasion == "own":
        before, after = (float(keepers(played.outcome, j, slot)[0]) for played in (then[-1], later[-1]))
        return Since((before,), (after,))
    return Since(_record(then, j, question.firm), _record(later, j, question.firm))


def _scores(played: Played, slot: int) -> tuple[float, ...]:
    scores = played.outcome.scores
    return float(scores.firm[0, slot]), float(scores.region[0])


def _record(quarters: Sequence[Played], j: int, firm: int) -> tuple[float, ...]:
    """Quarters in which a firm was seen to keep in an institution, and those in which it was in."""
    kept = inside = 0
    for played in quarters:
        places = np.flatnonzero(played.seen.firm_id[0] == firm)
        if len(places) and played.outcome.membership.member[0, j, places[0]]:
            inside += 1
            kept += bool(played.outcome.games.kept[0, j, places[0]])
    return float(kept), float(inside)
