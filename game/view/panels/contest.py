"""Setting up a tournament: the game and its name, the length of a match, who plays."""

from dataclasses import replace
from functools import partial

from game.insight.contest import HIGHEST, LOWEST, MOST_NOISE, MOST_RUNS, MOST_TURNS, Contest, Result
from game.rivals.register import PAIR, STRATEGIES
from game.view.actions import Pick
from game.view.kit.button import Button
from game.view.kit.choice import Toggle
from game.view.kit.grid import Grid
from game.view.kit.layout import Column, Row
from game.view.kit.text import BOLD, LABEL, LABEL_INK, SMALL_HEAD
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Rule
from game.view.panels.dials import dial, one_place
from game.view.panels.lens import tile
from game.view.stage import Stage

PAYOFFS = ("temptation", "reward", "punishment", "sucker")
CLASSIC = ("always", "never", "tit_for_tat", "two_tats", "win_stay", "grim", "random")
TILE = 36.0


def contest(stage: Stage) -> Contest:
    """The tournament as it is set up now."""
    held: Contest = stage.pick("contest") or Contest()
    return held


def result(stage: Stage) -> Result | None:
    """The tournament that was played last."""
    held: Result | None = stage.pick("contest_result")
    return held


def choices(stage: Stage) -> Widget:
    """Everything that can be chosen, one under the other."""
    return Column(
        [*_game(stage), Rule(), *_match(stage), Rule(), *_players(stage)],
        gap=8,
        pad=(16, 12),
    )


def _set(stage: Stage, field: str, value: object) -> Pick:
    return Pick("contest", replace(contest(stage), **{field: value}))  # type: ignore[arg-type]


def _pay(stage: Stage, field: str, value: float) -> Pick:
    return _set(stage, "payoffs", replace(contest(stage).payoffs, **{field: value}))


def _game(stage: Stage) -> list[Widget]:
    usual = Contest().payoffs
    rows = [
        dial(
            f"payoff {name}",
            stage.say(f"tournament-payoff-{name}"),
            partial(_payoff, stage, name),
            partial(_pay, stage, name),
            (LOWEST, HIGHEST, 0.5),
            getattr(usual, name),
            hint="hint-payoffs",
            shown=one_place,
        )
        for name in PAYOFFS
    ]
    named = Column(
        [
            Label(lambda: stage.say(f"lens-{contest(stage).game}"), BOLD, wrap=True),
            Label(lambda: stage.say(f"tournament-means-{contest(stage).game}"), LABEL, wrap=True),
        ]
    )
    head = Label(stage.say("tournament-game"), SMALL_HEAD, wrap=True)
    return [
        head,
        Grid(["auto", (1.0,), "auto"], rows, gap=10, row_gap=2),
        Grid([TILE, (1.0,)], [[tile(contest(stage).game, TILE), named]], gap=10),
    ]


def _payoff(stage: Stage, name: str) -> float:
    return float(getattr(contest(stage).payoffs, name))


def _match(stage: Stage) -> list[Widget]:
    noise = dial(
        "noise",
        stage.say("tournament-slips"),
        lambda: 100 * contest(stage).noise,
        lambda value: _set(stage, "noise", round(value / 100, 4)),
        (0, 100 * MOST_NOISE, 0.5),
        100 * Contest().noise,
        hint="hint-match-noise",
        shown=one_place,
    )
    rows = [
        _count(stage, "turns", "length-of-match", (10, MOST_TURNS, 10)),
        noise,
        _count(stage, "runs", "repetitions", (1, MOST_RUNS, 1)),
    ]
    return [
        Label(stage.say("tournament-match"), SMALL_HEAD, wrap=True),
        Grid(["auto", (1.0,), "auto"], rows, gap=10, row_gap=2),
    ]


def _count(stage: Stage, field: str, words: str, span: tuple[float, float, float]) -> list[Widget | None]:
    """A whole number of a match."""
    return dial(
        field,
        stage.say(f"tournament-{words}"),
        lambda: float(getattr(contest(stage), field)),
        lambda value: _set(stage, field, round(value)),
        span,
        getattr(Contest(), field),
        hint=f"hint-match-{field}",
    )


def _players(stage: Stage) -> list[Widget | None]:
    groups = [stage.say(f"strategy-{name}") for name in STRATEGIES if name not in PAIR]
    several = Row(
        [
            Button("all play", stage.say("tournament-all"), _set(stage, "strategies", PAIR), kind="small"),
            Button("classics play", stage.say("tournament-classics"), _set(stage, "strategies", CLASSIC), kind="small"),
            Button("none plays", stage.say("tournament-nobody"), _set(stage, "strategies", ()), kind="small"),
        ],
        gap=8,
    )
    return [
        Label(lambda: stage.say("tournament-players", count=len(contest(stage).strategies)), SMALL_HEAD, wrap=True),
        several,
        Grid([54, (1.0,)], [_player(stage, name) for name in PAIR], gap=4, row_gap=4),
        Label(stage.say("tournament-groups-only", names=stage.listed(groups)), LABEL, wrap=True),
    ]


def _player(stage: Stage, name: str) -> list[Widget | None]:
    def send(plays: bool) -> Pick:
        held = {*contest(stage).strategies, name} if plays else {*contest(stage).strategies} - {name}
        return _set(stage, "strategies", tuple(each for each in PAIR if each in held))

    toggle = Toggle(f"plays {name}", lambda: name in contest(stage).strategies, send, "", "", "hint-plays")
    return [toggle, Label(stage.say(f"strategy-{name}"), LABEL_INK, wrap=True)]
