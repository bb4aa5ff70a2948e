"""What the seat is asked to write to itself, what it wrote, and what became of it, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.learning.reflection import kept_note, last_question, questions, since
from game.model.note import Note, Question
from game.report.names import firm_name
from game.report.teller import Teller
from game.wording.figures import figure


def asked_after(teller: Teller, number: int) -> Question | None:
    """The question after a quarter that was played; after most there is none."""
    session = teller.playing
    return questions(session.rules, session.quarters[:number], teller.slot).get(number)


def asked_at_the_end(teller: Teller) -> Question | None:
    """The question of the debrief: the scenario's first, if it brings some."""
    if not teller.playing.setup.scenario.briefing.questions:
        return None
    return last_question(teller.playing.quarters)


def written(teller: Teller, question: Question) -> str:
    """What was written to a question so far."""
    return kept_note(teller.playing.notes.get(teller.slot, ()), question)


def word_question(teller: Teller, question: Question) -> str:
    """A question as it is asked."""
    if question.occasion == "end":
        return teller.words.choose(teller.playing.setup.scenario.briefing.questions[0])
    body = teller.say(f"body-the-{question.body}") if question.body else ""
    firm = firm_name(teller.words, teller.playing, question.firm) if question.firm else ""
    return teller.say(f"note-ask-{question.occasion}", body=body, firm=firm, quarter=question.quarter)


@dataclass(frozen=True)
class Told:
    """A note as the debrief shows it: the question, the line, and what came (empty where that can't be said)."""

    quarter: int
    question: str
    text: str
    came: str


def told_notes(teller: Teller) -> list[Told]:
    """What the seat wrote during the game, in order; what is written in the debrief itself is left out."""
    return all_notes(teller, end=False)


def all_notes(teller: Teller, *, end: bool = True) -> list[Told]:
    """Everything that the seat wrote, in order; `end`: with what was written in the debrief."""
    return list(_told(teller, teller.playing.notes.get(teller.slot, []), end))


def _told(teller: Teller, notes: list[Note], end: bool) -> Iterator[Told]:
    for note in sorted(notes, key=lambda held: held.question.quarter):
        if end or note.question.occasion != "end":
            words = word_question(teller, note.question)
            yield Told(note.question.quarter, words, note.text, _came(teller, note.question))


def _came(teller: Teller, question: Question) -> str:
    session = teller.playing
    found = since(session.rules, session.quarters, teller.slot, question)
    if found is None:
        return ""
    if question.occasion == "pledge":
        kept, inside = (round(value) for value in found.after)
        if not inside:
            return teller.say("note-came-pledge-gone")
        return teller.say("note-came-pledge", kept=kept, inside=inside)
    before, after = ([figure(value) for value in held] for held in (found.before, found.after))
    if question.occasion == "own":
        return teller.say("note-came-own", before=before[0], after=after[0])
    return teller.say("note-came-middle", firm=before[0], region=before[1], firm_end=after[0], region_end=after[1])
