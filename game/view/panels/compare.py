"""How a game compares: with plans that were tried, with who kept and who earned; and what to talk about."""

from game.insight.best import Best
from game.insight.desk import Question
from game.report.debrief import band_marks, conducts, score_of
from game.report.names import firm_names
from game.view.frame import icon
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import scrolled
from game.view.kit.text import BODY, BOLD, LABEL, LABEL_BOLD, LABEL_INK, SOFT, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import CutLabel, Label, Panel, Picture, Rule
from game.view.panels.goals import goal_result
from game.view.panels.reflection import last_field, own_notes
from game.view.panels.unsaid import unsaid
from game.view.pictures.band import HEIGHT, Tick, draw_band
from game.view.reasons import best_of
from game.view.stage import Stage
from game.wording.figures import figure


def best_question(stage: Stage) -> Question:
    """The best plan that can be found for the seat."""
    setup = stage.playing.setup
    return best_of(setup.scenario, stage.slot, setup.difficulty)


def benchmark_panel(stage: Stage, form: Form) -> Widget:
    """Where firm and region ended between the plans that were tried."""
    session, slot = stage.playing, stage.slot
    quarter = len(session.quarters)
    scores = session.quarters[-1].outcome.scores
    rows: list[Widget | None] = []
    band = session.setup.bands.get(slot)
    if band is None:
        rows.append(Label(stage.say("debrief-no-band"), SOFT, wrap=True))
    else:
        firm = float(scores.firm[0, slot])
        ticks = [
            Tick(mark.score, stage.say(f"plan-{mark.plan}"))
            for mark in band_marks(band, quarter)
            if mark.plan in {"free_ride", "answer", band.best}
        ]
        found: Best | None = stage.reasons.answer(best_question(stage)).value
        if found is not None:
            worth = found.course[min(quarter, len(found.course)) - 1]
            ticks.append(Tick(score_of(band, worth, quarter), stage.say("debrief-best")))
        rows += [_band_row(stage.say("debrief-your-firm"), firm, ticks, "you")]
        place = min(quarter, len(band.none_keep)) - 1
        villages = [
            Tick(band.none_keep[place], stage.say("debrief-none-keep")),
            Tick(band.all_keep[place], stage.say("debrief-all-keep")),
        ]
        rows += [_band_row(stage.say("debrief-your-region"), float(scores.region[0]), villages, "seal_mark")]
        rows.append(unsaid(stage, best_question(stage)) or _searched(stage, found))
    rows.append(goal_result(stage))
    return Panel(
        stage.say("debrief-benchmark"),
        scrolled(Column(rows, gap=10, pad=(16, 10)), form, "benchmark"),
        pad=0,
        grow=1,
    )


def _searched(stage: Stage, found: Best | None) -> Widget | None:
    """What the best plan found is, and how long it was looked for."""
    if found is None:
        return None
    strategy = stage.say(f"strategy-{found.plan.strategy}")
    return Label(stage.say("debrief-best-note", tried=found.tried, strategy=strategy), LABEL, wrap=True)


def _band_row(title: str, value: float, ticks: list[Tick], token: str) -> Widget:
    head = Row([Label(title, BOLD), Gap(grow=1), Label(figure(value), BOLD)])
    return Column(
        [
            head,
            Picture(
                lambda canvas, area: draw_band(canvas, area, value, ticks, token), (value, tuple(ticks)), 200, HEIGHT
            ),
        ],
        gap=2,
    )


def conduct_panel(stage: Stage, form: Form) -> Widget:
    """Who kept how often, and what each earned by size: the seat first, then by profit."""
    session = stage.playing
    names, shown = firm_names(stage.words, session), stage.measures
    held = sorted(conducts(session), key=lambda conduct: (conduct.slot != stage.slot, -conduct.profit))
    head: list[Widget | None] = [
        Label(stage.say("debrief-firm"), LABEL),
        Label(stage.say("debrief-kept"), LABEL, align="right"),
        Label(stage.say("debrief-profit", unit=stage.measures.currency), LABEL, align="right"),
    ]
    lines = [head]
    for conduct in held:
        own = conduct.slot == stage.slot
        name = CutLabel(
            stage.say("together-you") if own else names[conduct.slot],
            Style(14, 20, "bold", "you_text") if own else LABEL_INK,
        )
        kept = (
            stage.say("debrief-kept-of", percent=round(100 * conduct.kept / conduct.quarters))
            if conduct.quarters
            else "–"
        )
        lines.append(
            [
                name,
                Label(kept, LABEL_INK, align="right"),
                Label(shown.money(conduct.profit), LABEL_BOLD if own else LABEL_INK, align="right"),
            ]
        )
    inside = Box(Grid([(1.0,), "auto", "auto"], lines, gap=8, row_height=24), pad=(16, 8))
    return Panel(stage.say("debrief-conduct"), scrolled(inside, form, "conduct"), pad=0, grow=1)


def questions_panel(stage: Stage, form: Form) -> Widget:
    """What to talk about, and what the scenario simplifies."""
    questions = stage.playing.setup.scenario.briefing.questions
    rows = [[icon("speech", 22), Label(stage.words.choose(text), BODY, wrap=True)] for text in questions]
    stylised = [
        Label(stage.words.choose(text), LABEL, wrap=True) for text in stage.playing.setup.scenario.briefing.stylised
    ]
    parts: list[Widget | None] = [
        Grid([24, (1.0,)], rows[:1], gap=12) if rows else Label(stage.say("debrief-no-questions"), SOFT, wrap=True),
        last_field(stage, form),
        Grid([24, (1.0,)], rows[1:], gap=12, row_gap=10) if rows[1:] else None,
        *own_notes(stage),
    ]
    if stylised:
        parts += [Rule(), Label(stage.say("debrief-stylised"), LABEL_BOLD), *stylised]
    return Panel(
        stage.say("debrief-questions"),
        scrolled(Column(parts, gap=10, pad=(16, 10)), form, "questions"),
        pad=0,
        grow=1,
    )
