"""What a motion would change: whether breaking would still pay, what it costs and brings, and what others say to it.

A motion that is being written changes under the hand, so every figure is asked for again when it is painted.
"""

from collections.abc import Callable
from functools import lru_cache, partial

from game.insight.by_laws import Figure, checks_paid, figures, in_force
from game.insight.desk import Question
from game.insight.motion import Difference, MotionEffect
from game.model.town import MOTIONS, STRUCTURES, Proposal
from game.view.hall import AGAINST, FOR, OPEN, Tabled
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.tag import Tag
from game.view.kit.text import LABEL, LABEL_BOLD, LABEL_INK, SMALL_HEAD
from game.view.kit.widget import Gap, Ruler, Size, Widget
from game.view.kit.widgets import Label, Panel, Rule, now
from game.view.motions import amount, changes_nothing
from game.view.panels.breaking import Asked, breaking_rows, reckoning
from game.view.panels.unsaid import unsaid
from game.view.reasons import motion_of
from game.view.stage import Stage
from game.wording.figures import figure

MONEY = {"dues", "income", "spends", "checks", "first", "third", "wrong", "damages", "upkeep", "waste"}
MONEY |= {"effort_cost", "outlay"}
COUNTS = {"firms"}


def effect_question(stage: Stage, motion: Tabled) -> Question:
    """What a motion on the table would do."""
    return motion_of(motion.proposal, stage.playing.draft(stage.slot))


def effects_panel(stage: Stage, form: Form, motion: Tabled) -> Widget:
    """The right side: bars where breaking is at stake, then figures, notes, the estimate."""

    def asked() -> Proposal:
        return motion.proposal

    bars, rest = breaking_rows(stage, asked), cost_rows(stage, asked)
    rest = [*rest, *estimate_rows(stage, motion), Rule(), _others(stage, motion), *reckoning(stage, asked)]
    if form.narrow:
        heads = [Label(stage.say("hall-breaking"), SMALL_HEAD, wrap=True)] if bars else []
        head = Label(stage.say("hall-costs"), SMALL_HEAD, wrap=True)
        inside = Column([*heads, *bars, head, *rest], gap=8, pad=(14, 10))
        return Box(Scroll(inside, form.scroll, f"effects {motion.place}"), card=True, grow=1)
    low = Scroll(Column(rest, gap=8, pad=(16, 10)), form.scroll, f"effects {motion.place}")
    costs = Panel(stage.say("hall-costs"), low, pad=0, grow=1)
    if not bars:
        return costs
    high = Scroll(Column(bars, gap=6, pad=(16, 10)), form.scroll, f"breaking {motion.place}")
    return Column([Panel(stage.say("hall-breaking"), high, pad=0, grow=1.35), costs], gap=16)


# -- what it costs and brings ------------------------------------------------------------------------------------------


def cost_rows(stage: Stage, asked: Asked) -> list[Widget | None]:
    """Figures now and then under common heads, and what a motion of this kind does."""
    kind = asked().kind
    lines = _lines(stage, asked)
    head: list[Widget | None] = [
        Label(""),
        Label(stage.say("hall-now"), LABEL, align="right"),
        Label(stage.say("hall-then"), LABEL, align="right"),
    ]
    table = Grid([(1.0,), "auto", "auto"], [head, *lines], gap=12, row_gap=4)
    notes = [_Note(text, LABEL, wrap=True) for text in _notes(stage, asked)]
    named = _names(stage, asked) if kind in {"structure", "function", "admit", "expel"} else []
    return [table if lines else None, *named, *notes]


def _lines(stage: Stage, asked: Asked) -> list[list[Widget | None]]:
    session, slot = stage.playing, stage.slot

    made_of = lru_cache(maxsize=4)(partial(figures, session.rules, session.seen(slot), slot))

    def held() -> list[Figure]:
        return made_of(asked())

    def cell(place: int, field: str) -> Widget:
        def words() -> str:
            item = held()[place]
            return _figure(stage, item.name, getattr(item, field))

        bold = field == "then"
        return Label(words, LABEL_BOLD if bold else LABEL_INK, align="right", least=words())

    made: list[list[Widget | None]] = []
    for place, item in enumerate(held()):
        unit = stage.measures.currency if item.name in MONEY else "%" if item.name not in COUNTS else ""
        words = stage.say(f"hall-line-{item.name.replace('_', '-')}")
        name = Label(f"{words} __{unit}__" if unit else words, LABEL_INK, wrap=True)
        made.append([name, cell(place, "now"), cell(place, "then")])
    return made


def _figure(stage: Stage, name: str, value: float | None) -> str:
    if value is None:
        return "–"
    if name in MONEY:
        return stage.measures.money(value)
    return figure(value) if name in COUNTS else figure(100 * value, 1 if name == "alarm" else 0)


def _names(stage: Stage, asked: Asked) -> list[Widget | None]:
    """Who or what a motion names, in two lines: the record of a firm, a structure or a body now and then."""
    session = stage.playing
    seen = session.seen(stage.slot)
    kind, target, _ = asked()
    if MOTIONS[kind] == "firm":
        inside = seen.member[0, :, target]
        played = inside & (session.rules.bodies.opens < session.quarter)
        kept = float(seen.record[0, :, target][inside].mean()) if inside.any() else None
        broke = int((played & ~seen.kept[0, :, target]).sum())
        said = stage.say("hall-of", count=broke, all=int(played.sum()))
        rows = [("hall-line-kept", "–" if kept is None else f"{figure(100 * kept)} %"), ("hall-line-broke", said)]
        return [_pair(stage.say(message), value) for message, value in rows]
    now = int(seen.structure[0, target]) if kind == "structure" else int(seen.functions[0, target])
    head = stage.say("hall-line-structure" if kind == "structure" else "hall-line-body")
    before = f"{stage.say('hall-now')}: {amount(stage, kind, float(now))}"
    then = Label(lambda: f"{stage.say('hall-then')}: **{amount(stage, kind, asked().value)}**", LABEL_INK, wrap=True)
    return [Label(head, LABEL_BOLD, wrap=True), Label(before, LABEL_INK, wrap=True), then]


def _pair(words: str, value: str) -> Widget:
    return Row([Label(words, LABEL_INK, wrap=True), Gap(grow=1), Label(value, LABEL_BOLD)], gap=8)


def _notes(stage: Stage, asked: Asked) -> list[Callable[[], str]]:
    """What a motion of this kind does, in sentences; what hangs on the value asked for is said anew."""
    kind = asked().kind
    notes: list[Callable[[], str]] = []
    if kind in {"dues", "audit"}:
        notes.append(lambda: _paid(stage, asked()))
    if kind == "structure":
        notes += [lambda: stage.say(f"hall-note-{STRUCTURES[round(asked().value)]}")]
    elif kind == "admit":
        notes.append(lambda: stage.say("hall-note-admit" if _excluded(stage, asked()) else "hall-note-admit-none"))
    elif kind == "expel":
        length = stage.playing.setup.scenario.sanctions.exclusion_length
        notes.append(lambda: stage.say("hall-note-expel", quarters=length))
    else:
        notes.append(lambda: stage.say(f"hall-note-{kind.replace('_', '-')}"))
    if kind == "relocate":
        notes.append(lambda: _room(stage, asked()))
    return [*notes, lambda: stage.say("hall-note-nothing") if changes_nothing(stage, asked()) else ""]


def _paid(stage: Stage, proposal: Proposal) -> str:
    """How far the dues would pay for the audits, where they would not."""
    session = stage.playing
    then = in_force(session.seen(stage.slot), proposal)
    share = checks_paid(session.rules, then, proposal.target)
    if share >= 1:
        return ""
    message = "hall-note-dues-short" if proposal.kind == "dues" else "hall-note-audit-short"
    return stage.say(message, percent=figure(100 * share))


def _excluded(stage: Stage, proposal: Proposal) -> bool:
    session = stage.playing
    return bool((session.seen(stage.slot).barred_until[0, :, proposal.target] > session.quarter).any())


def _room(stage: Stage, proposal: Proposal) -> str:
    """How many places are free, where they are too few."""
    session = stage.playing
    free = session.rules.slots - int(session.seen(stage.slot).active[0].sum())
    return stage.say("hall-note-relocate-full", free=free) if free < proposal.value else ""


def _others(stage: Stage, motion: Tabled) -> Widget:
    counts = {"ayes": motion.count(FOR), "noes": motion.count(AGAINST), "open": motion.count(OPEN)}
    return Label(stage.say("hall-others-said", needed=motion.needed, **counts), LABEL_INK, wrap=True)


# -- estimate ----------------------------------------------------------------------------------------------------------


def estimate_rows(stage: Stage, motion: Tabled) -> list[Widget | None]:
    """What firms would then do, as far as the seat can know: marked as an estimate."""
    question = effect_question(stage, motion)
    waiting = unsaid(stage, question)
    if waiting is not None:
        return [Rule(), waiting]
    estimate: MotionEffect = stage.reasons.answer(question).value
    shown = stage.measures

    def spread(change: Difference, scale: float, places: int) -> str:
        mean, width = figure(change.mean * scale, places, sign=True), figure(change.spread * scale, places)
        return f"**{mean} ± {width}**"

    rows = [
        (stage.say("hall-estimate-kept", quarter=estimate.quarter), spread(estimate.kept, 100, 0), "%"),
        (stage.say("hall-estimate-brand", quarter=estimate.quarter), spread(estimate.brand, 100, 0), _points(stage)),
        (stage.say("hall-estimate-profit"), spread(estimate.profit, shown.money_scale, 1), shown.currency),
    ]
    table: list[list[Widget | None]] = [
        [Label(words, LABEL_INK, wrap=True), Label(f"{value} __{unit}__", LABEL_INK, align="right")]
        for words, value, unit in rows
    ]
    tag = Tag(stage.say("hall-estimate"), dashed=True)
    about = Label(stage.say("hall-estimate-about", draws=estimate.draws), LABEL, wrap=True)
    return [Rule(), Row([tag, Gap(grow=1)]), Grid([(1.0,), "auto"], table, gap=8, row_gap=4), about]


def _points(stage: Stage) -> str:
    return stage.say("hall-estimate-points")


class _Note(Label):
    """A sentence that takes no room while there is nothing to say."""

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return super().need(ruler, width) if now(self.content) else (0.0, 0.0)
