"""A question to write a line to, and the lines written, beside what came. Nobody grades them."""

from functools import partial

from game.model.note import LONGEST, Question
from game.report.notes import asked_at_the_end, told_notes, word_question, written
from game.view.actions import WriteNote
from game.view.frame import icon
from game.view.kit.entry import TextEntry
from game.view.kit.layout import Column, Row
from game.view.kit.page import Form
from game.view.kit.text import LABEL, LABEL_BOLD, LABEL_INK, literal
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Rule
from game.view.stage import Stage


def reflection(stage: Stage, form: Form, question: Question) -> Widget:
    """The question over a field to write in."""
    said = Label(word_question(stage, question), LABEL_INK, wrap=True, grow=1)
    head = Row([icon("speech", 18), said, Label("[[N]]", LABEL)], gap=8)
    return Column([head, _field(stage, form, question)], gap=6)


def _field(stage: Stage, form: Form, question: Question) -> Widget:
    """What is written is kept with every letter."""
    return TextEntry(
        "note",
        lambda: written(stage, question),
        partial(WriteNote, question),
        form.scroll,
        empty=stage.say("note-empty"),
        most=LONGEST,
        hint="hint-note",
    )


def last_field(stage: Stage, form: Form) -> Widget | None:
    """For the debrief: a field for the scenario's first question."""
    question = asked_at_the_end(stage)
    return None if question is None else _field(stage, form, question)


def own_notes(stage: Stage) -> list[Widget]:
    """For the debrief: what was written on the way."""
    notes = told_notes(stage)
    parts: list[Widget] = [Rule(), Label(stage.say("note-yours"), LABEL_BOLD)] if notes else []
    for note in notes:
        asked = stage.say("note-asked", quarter=note.quarter, question=note.question)
        came = Label(note.came, LABEL_INK, wrap=True) if note.came else None
        parts.append(Column([Label(asked, LABEL, wrap=True), Label(literal(f"“{note.text}”"), wrap=True), came], gap=2))
    return parts
