"""The three panels of the sandbox: who the neighbours are, what pays, which rules hold."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from game.model.scenario import INSTITUTIONS, TOGETHER_DECISIONS, Scenario
from game.model.town import STRUCTURES
from game.rivals.difficulty import DIFFICULTIES
from game.rivals.register import GROUP
from game.scenario import sandbox
from game.scenario.sandbox import Choices, Lever
from game.view.actions import Pick
from game.view.kit.choice import Segmented, Toggle
from game.view.kit.grid import Grid
from game.view.kit.layout import Column
from game.view.kit.text import LABEL, LABEL_INK, SMALL_HEAD
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Rule
from game.view.panels.dials import dial
from game.view.shelf import Entry
from game.view.stage import Stage
from game.wording.figures import figure, percent

Rows = list[list[Widget | None]]

SIDES = ("population", "payoffs", "rules")
PER_CENT = {"excludable", "audit", "standard", "floor", "continuation"}
WRITTEN = "written"
TOGGLE = 54.0
TRACK, LONG_TRACK = 96.0, 200.0


def entry(stage: Stage) -> Entry:
    """The file that is played with."""
    held: Entry = stage.picks["sandbox_entry"]
    return held


def base(stage: Stage) -> Scenario:
    """The scenario as written."""
    held = entry(stage).scenario
    assert held is not None
    return held


def chosen(stage: Stage) -> Choices:
    """What was changed."""
    held: Choices = stage.pick("sandbox") or Choices()
    return held


def trouble(stage: Stage) -> str:
    """Why what was chosen can't be played, in a sentence; empty if it can."""
    choices = chosen(stage)
    if choices.impossible:
        return stage.say(f"sandbox-impossible-{choices.impossible}")
    faults = sandbox.examined(base(stage), choices)[2]
    if any(fault.code == "min-over-max" for fault in faults):
        return stage.say("sandbox-impossible-length")
    return faults[0].message(stage.words) if faults else ""


def presets(stage: Stage) -> Widget:
    """Beginnings that are worth comparing, side by side; what is chosen otherwise is none of them."""
    made = {name: sandbox.preset(name, base(stage)) for name in sandbox.PRESETS}

    def here() -> str:
        now = replace(chosen(stage), difficulty=Choices().difficulty)
        return next((name for name, held in made.items() if held == now), "")

    def send(name: str) -> Pick:
        return Pick("sandbox", replace(made[name], difficulty=chosen(stage).difficulty))

    options = [(name, stage.say(f"sandbox-preset-{name}")) for name in sandbox.PRESETS]
    return Segmented("preset", options, here, send, grow=0, hint="hint-preset")


def side(stage: Stage, name: str, alone: bool) -> Widget:
    """One of the three, beside the others or alone."""
    parts = {"population": _population, "payoffs": _payoffs, "rules": _rules}[name]
    return Column(parts(stage, partial(_grid, LONG_TRACK if alone else TRACK)), gap=8, pad=(16, 12))


def _head(stage: Stage, name: str) -> Widget:
    return Label(stage.say(f"sandbox-{name}"), SMALL_HEAD, wrap=True)


def _set(stage: Stage, field: str, value: object) -> Pick:
    return Pick("sandbox", replace(chosen(stage), **{field: value}))  # type: ignore[arg-type]


def _grid(track: float, rows: Rows) -> Widget:
    return Grid([(1.0,), track, "auto"], rows, gap=10, row_gap=2, row_height=28)


def _population(stage: Stage, grid: Callable[[Rows], Widget]) -> list[Widget]:
    scenario, choices = base(stage), chosen(stage)
    written = len(scenario.firms)
    firms = dial(
        "firms",
        stage.say("sandbox-firms"),
        lambda: float(chosen(stage).firms or written),
        lambda value: _set(stage, "firms", None if round(value) == written else round(value)),
        (sandbox.FEWEST, sandbox.MOST, 1),
        written,
        hint="hint-sandbox-firms",
        wrap=True,
    )
    counted = {} if choices.impossible else sandbox.cast(scenario, choices)
    as_written = sandbox.cast(scenario, Choices())
    rows = [_strategy(stage, name, counted.get(name, 0), as_written) for name in GROUP]
    levels = [(level, stage.say(f"picker-level-{level}")) for level in DIFFICULTIES]
    level = Segmented(
        "difficulty",
        levels,
        lambda: chosen(stage).difficulty,
        partial(_set, stage, "difficulty"),
        hint="hint-sandbox-difficulty",
    )
    return [
        grid([firms]),
        Rule(),
        _head(stage, "mix"),
        Label(stage.say("sandbox-mix-about"), LABEL, wrap=True),
        grid(rows),
        Rule(),
        _head(stage, "difficulty"),
        level,
        Label(stage.say(f"sandbox-level-{choices.difficulty}"), LABEL, wrap=True),
    ]


def _strategy(stage: Stage, name: str, count: int, as_written: dict[str, int]) -> list[Widget | None]:
    """How many parts of the neighbours play a strategy, and how many firms that makes; as written each is a part."""

    def parts() -> dict[str, int]:
        held = chosen(stage).mix
        return as_written if held is None else dict(held)

    def send(value: float) -> Pick:
        return _set(stage, "mix", tuple(sorted({**parts(), name: round(value)}.items())))

    return dial(
        f"parts {name}",
        stage.say(f"strategy-{name}"),
        lambda: float(parts().get(name, 0)),
        send,
        (0, sandbox.MOST_PARTS, 1),
        as_written.get(name, 0),
        hint="hint-sandbox-mix",
        shown=lambda _: str(count),
        wrap=True,
    )


def _payoffs(stage: Stage, grid: Callable[[Rows], Widget]) -> list[Widget]:
    return [
        _head(stage, "institutions"),
        _doors(stage, INSTITUTIONS),
        Rule(),
        _head(stage, "world"),
        grid([_lever(stage, lever) for lever in sandbox.PAYOFFS]),
    ]


def _rules(stage: Stage, grid: Callable[[Rows], Widget]) -> list[Widget]:
    structures = [
        (WRITTEN, stage.say("sandbox-structure-written")),
        *((name, stage.say(f"body-structure-{name}")) for name in STRUCTURES),
    ]
    structure = Segmented(
        "structure",
        structures,
        lambda: chosen(stage).structure or WRITTEN,
        lambda name: _set(stage, "structure", "" if name == WRITTEN else name),
        hint="hint-sandbox-structure",
    )
    return [
        _head(stage, "enforcement"),
        Label(stage.say("sandbox-enforcement-about"), LABEL, wrap=True),
        grid([_lever(stage, lever) for lever in sandbox.RULES]),
        Label(stage.say("sandbox-structure"), LABEL_INK, wrap=True),
        structure,
        Rule(),
        _head(stage, "doors"),
        _doors(stage, TOGETHER_DECISIONS),
        Rule(),
        _head(stage, "length"),
        grid([_lever(stage, lever) for lever in sandbox.LENGTH]),
    ]


def _doors(stage: Stage, names: tuple[str, ...]) -> Widget:
    """Switches for what is there and what is not."""
    rows: list[list[Widget | None]] = []
    for name in names:
        toggle = Toggle(
            f"open {name}",
            partial(_is_open, stage, name),
            partial(_flip, stage, name),
            "",
            "",
            "hint-sandbox-institution" if name in INSTITUTIONS else "hint-sandbox-door",
        )
        message = f"body-{name}" if name in INSTITUTIONS else f"sandbox-door-{name.replace('_', '-')}"
        rows.append([toggle, Label(stage.say(message), LABEL_INK, wrap=True)])
    return Grid([TOGGLE, (1.0,)], rows, gap=4, row_gap=3)


def _is_open(stage: Stage, name: str) -> bool:
    return sandbox.is_open(base(stage), chosen(stage), name)


def _flip(stage: Stage, name: str, opens: bool) -> Pick:
    del opens
    return Pick("sandbox", chosen(stage).flipped(name))


def _lever(stage: Stage, lever: Lever) -> list[Widget | None]:
    def send(value: float) -> Pick:
        return Pick("sandbox", chosen(stage).moved(lever.name, round(value, 6)))

    def shown(value: float) -> str:
        if lever.name in PER_CENT:
            return f"{percent(value)} %"
        if lever.name == "growth":
            return f"{figure(100 * value, 1, sign=True)} %"
        if lever.whole:
            return figure(value)
        exact = figure(value, 2)
        return stage.say("sandbox-times", value=exact) if lever.scales or lever.name == "fine" else exact

    return dial(
        f"lever {lever.name}",
        stage.say(f"sandbox-lever-{lever.name}"),
        lambda: sandbox.value_of(base(stage), chosen(stage), lever),
        send,
        (lever.low, lever.high, lever.step),
        sandbox.written(base(stage), lever),
        hint=f"hint-lever-{lever.name}",
        shown=shown,
        wrap=True,
    )
