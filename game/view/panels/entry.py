"""An entry of the library: its name, what it says, whether it holds, and where to go on to."""

from game.learning.library import Entry, links, verdict
from game.view.frame import icon
from game.view.kit.button import Button
from game.view.kit.grid import Grid
from game.view.kit.layout import Column, Row
from game.view.kit.page import Form
from game.view.kit.tag import Tag
from game.view.kit.text import BODY, BOLD, LABEL, SCREEN_HEAD, SMALL_HEAD
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Rule
from game.view.library import paragraphs, places, title, turn_to
from game.view.panels.demonstration import demonstration_panel
from game.view.stage import Stage
from game.view.trying import trying

LINK = 390.0


def entry_panel(stage: Stage, form: Form, entry: Entry) -> Widget:
    """The entry, to be scrolled."""
    head: list[Widget | None] = [Label(title(stage, entry), SCREEN_HEAD, wrap=True)]
    if entry.kind == "institution":
        head.insert(0, icon(entry.id, 32))
    inside: list[Widget | None] = [Row(head, gap=12), Rule(double=True)]
    held = trying(stage, entry)
    if held is not None:
        inside.append(demonstration_panel(stage, form, held))
    if entry.kind == "evidence":
        inside += _claim(stage, entry)
    else:
        inside += [Label(text, BODY, wrap=True) for text in paragraphs(stage, entry)]
    met = places(stage, entry)
    if met:
        inside.append(Label(stage.say("library-met", places=met), LABEL, wrap=True))
    inside += [Rule(), *_related(stage, form, entry)]
    pad = (14, 10) if form.narrow else (24, 16)
    return Column(inside, gap=10, pad=pad)


def _claim(stage: Stage, entry: Entry) -> list[Widget | None]:
    """A claim of the literature, what came of it here, and how it was tried."""
    from game.evidence.table import table
    from game.evidence.trial import RUNS

    holds = verdict(entry.id)
    came = Tag(stage.say("library-holds" if holds else "library-fails"), dashed=not holds)
    verdicts = Row([icon("tick" if holds else "cross", 22, "gain" if holds else "loss"), came, Gap(grow=1)], gap=10)
    made: list[Widget | None] = [Label(stage.say(f"evidence-claim-{entry.id}"), BOLD, wrap=True), verdicts]
    if not holds and stage.words.has(f"evidence-reason-{entry.id}"):
        reason = stage.say(f"evidence-reason-{entry.id}")
        made.append(Label(stage.say("evidence-because", claim=entry.id.upper(), reason=reason), BODY, wrap=True))
    made.append(Label(stage.say("library-measured"), SMALL_HEAD))
    made += [Label(text, BODY, wrap=True) for text in paragraphs(stage, entry)]
    kind = "built-in" if table()[entry.id.upper()].kind == "built_in" else "emergent"
    made.append(Label(stage.say(f"library-{kind}"), BODY, wrap=True))
    made.append(Label(stage.say("library-runs", runs=RUNS), LABEL, wrap=True))
    return made


def _related(stage: Stage, form: Form, entry: Entry) -> list[Widget | None]:
    """Buttons to the entries that belong to it: ideas and the like, then claims and sources."""
    trail = (*stage.pick("library_trail", ()), entry.id)
    made: list[Widget | None] = []
    groups = (("library-related", ("concept", "institution", "strategy")), ("library-sources", ("evidence", "source")))
    for message, kinds in groups:
        held = [other for other in links(entry.id) if other.kind in kinds]
        if not held:
            continue
        buttons = [_link(stage, other, trail) for other in held]
        across = 1 if form.narrow else 2
        rows = [buttons[start : start + across] for start in range(0, len(buttons), across)]
        columns: list[float | str | tuple[float]] = [(1.0,)] if form.narrow else [LINK, (1.0,)]
        made += [Label(stage.say(message), SMALL_HEAD), Grid(columns, rows, gap=12, row_gap=2)]
    return made


def _link(stage: Stage, other: Entry, trail: tuple[str, ...]) -> Widget:
    button = Button(f"to {other.id}", title(stage, other), turn_to(other.id, trail), kind="row", height=30)
    side = icon(other.id if other.kind == "institution" else "right", 18, "soft")
    return Grid([18, (1.0,)], [[side, button]], gap=0)
