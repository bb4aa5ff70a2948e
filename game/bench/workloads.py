"""The named workloads: what is measured, in which unit, against which bar and goal.

Machines are noisy, so ratios are taken round by round in one run, and medians are reported.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game import play, resources
from game.batch.plan import Job, Policy
from game.batch.run import run
from game.engine.rules import compile_rules
from game.insight.attribution import change, level
from game.insight.forecast import forecast
from game.insight.guess import know, see
from game.insight.lens import lenses
from game.model.scenario import Scenario
from game.rivals.register import PAIR
from game.rivals.tournament import tournament
from game.scenario.read import load

IPD_ROUNDS = 7
IPD_TURNS, IPD_NOISE = 200, 0.05
CLUSTER_ROUNDS = 2
# Peers are too heavy to be dependencies; these are their median rates, once measured on two cores. Axelrod-Python 4.14,
# serial, ten of these strategies, in pair-turns a second by number of runs; a minimal Mesa 3 model of the same size, in
# firm-turns a second.
AXELROD = {10: 1.5e5, 100: 1.0e5}
MESA = 1.3e5
TURN_ROUNDS = 400
SCALE_ROUNDS = 3
START_ROUNDS = 7
WHY_ROUNDS, WHY_QUARTERS = 9, 8
LOWER, HIGHER = "at most", "at least"


@dataclass(frozen=True)
class Measure:
    """A measured value with its bar and goal; `better` says on which side of the bar it has to lie."""

    name: str
    value: float
    unit: str
    bar: float
    goal: float
    better: str

    @property
    def holds(self) -> bool:
        """Whether the bar is met."""
        return self.value <= self.bar if self.better == LOWER else self.value >= self.bar

    def as_json(self) -> dict[str, object]:
        """The shape that `bench --json` prints."""
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "bar": self.bar,
            "goal": self.goal,
            "holds": self.holds,
        }


def village(firms: int) -> Scenario:
    """The template's village with so many firms: all open from the first quarter, a quarter of the firms large."""
    plain = load(resources.scenarios() / "template.toml")
    cast = ("conditional", "tit_for_tat", "generous", "grim", "win_stay", "reasoner")
    first = plain.firms[0]
    made = [
        first.model_copy(
            update={
                "name": f"Firm {i + 1}",
                "size": "large" if i < firms // 4 else "small",
                "strategy": cast[i % len(cast)],
                "seat": i == 0,
                "profile": None,
                "position": None,
            }
        )
        for i in range(firms)
    ]
    quarters = plain.quarters.model_copy(update={"min": 400, "max": 400})
    return plain.model_copy(update={"firms": made, "agenda": {}, "events": [], "quarters": quarters, "slots": None})


def ipd() -> Iterator[Measure]:
    """IPD: round robin of all pair strategies, self-play included, 200 turns, error rate .05, 10 and 100 runs.

    The rate is our own, in pair-turns a second; bar and goal are 50 and 100 times Axelrod-Python's serial rate for 10
    runs, 300 and 600 times for 100. It imports for half a minute and needs gigabytes, so it is not played in the same
    run, and on a machine of another speed the bar stands still while the rate moves. Side by side, round by round, the
    ratios were 54 and 394 (medians of seven and three rounds).
    """
    for runs, bar, goal in ((10, 50, 100), (100, 300, 600)):
        rates = []
        for round_number in range(IPD_ROUNDS + 1):
            began = time.perf_counter()
            tournament(PAIR, turns=IPD_TURNS, noise=IPD_NOISE, runs=runs, seed=round_number)
            if round_number:
                rates.append(len(PAIR) * (len(PAIR) + 1) / 2 * IPD_TURNS * runs / (time.perf_counter() - began))
        name = f"IPD-{runs}"
        yield Measure(name, statistics.median(rates), "pair-turns/s", bar * AXELROD[runs], goal * AXELROD[runs], HIGHER)


def cluster() -> Iterator[Measure]:
    """CLUSTER: the real quarter with rivals deciding, 40 firms, 40 quarters, 1000 runs, one thread.

    The rate is our own, in firm-turns a second; bar and goal are 3 and 10 times the rate of a minimal Mesa 3 model of
    the same size (goodwill, logit, six public goods), which does far less in a turn.
    """
    rates = [_rate(40, 1000, 40) for _ in range(CLUSTER_ROUNDS)]
    yield Measure("CLUSTER", statistics.median(rates), "firm-turns/s", 3 * MESA, 10 * MESA, HIGHER)


def turn() -> Iterator[Measure]:
    """TURN: one quarter of 40 firms, one game, rivals deciding."""
    table = play.set_table(compile_rules(village(40)), seed=1)
    moment = play.start(table)
    taken = []
    for _ in range(TURN_ROUNDS):
        began = time.perf_counter()
        moment = play.step(table, moment)
        taken.append(1000 * (time.perf_counter() - began))
        if moment.state.quarter > 60:
            moment = play.start(table)
    yield Measure("TURN median", statistics.median(taken), "ms", 4, 1.5, LOWER)
    yield Measure("TURN p99", float(np.quantile(taken, 0.99)), "ms", 12, 5, LOWER)


def scale() -> Iterator[Measure]:
    """SCALE: firm-turns a second with ten times the runs, and with five times the firms."""
    runs, firms = [], []
    for _ in range(SCALE_ROUNDS):
        small, large, wide = _rate(40, 1000), _rate(40, 10_000), _rate(200, 200)
        runs.append(large / small)
        firms.append(wide / small)
    yield Measure("SCALE runs", statistics.median(runs), "ratio", 0.9, 1.0, HIGHER)
    yield Measure("SCALE firms", statistics.median(firms), "ratio", 0.9, 1.0, HIGHER)


def _rate(firms: int, runs: int, quarters: int = 3) -> float:
    scenario = village(firms)
    scenario = scenario.model_copy(
        update={"quarters": scenario.quarters.model_copy(update={"min": quarters, "max": quarters})}
    )
    job = Job(scenario, "village", 1, 0, runs, 0, Policy("plan"))
    began = time.perf_counter()
    for _ in run(job):
        pass
    return firms * runs * quarters / (time.perf_counter() - began)


def why() -> Iterator[Measure]:
    """WHY: after eight quarters of 16 firms in all eight institutions, what a screen of reasons asks for, together.

    Attribution of the last quarter, its change and its level, the lens on every institution, and the forecast of eight
    quarters. What the seat knows is brought up to date and its rivals are read once a quarter, before anybody asks:
    measured for itself.
    """
    rules = compile_rules(village(16))
    table = play.set_table(rules, seed=1, seats=(0,))
    moments = [play.start(table)]
    for _ in range(WHY_QUARTERS):
        moments.append(play.step(table, moments[-1]))
    before = know(rules, 0, (0,), [moment.seen for moment in moments[:-1]])
    reasons, closing = [], []
    for _ in range(WHY_ROUNDS):
        began = time.perf_counter()
        known = see(before, moments[-1].seen)
        held = known.moment
        known_at = time.perf_counter()
        change(table, 0, moments)
        level(table, 0, moments, first=WHY_QUARTERS)
        lenses(known)
        forecast(known)
        assert held.past is not None
        reasons.append(1000 * (time.perf_counter() - known_at))
        closing.append(1000 * (known_at - began))
    yield Measure("WHY", statistics.median(reasons), "ms", 250, 80, LOWER)
    yield Measure("WHY reading", statistics.median(closing), "ms", 250, 80, LOWER)


BARE = """
import time, pygame
pygame.display.init()
pygame.font.init()
window = pygame.display.set_mode((1280, 720))
window.fill((255, 255, 255))
window.blit(pygame.font.Font(None, 24).render("Guildmark", True, (0, 0, 0)), (40, 40))
pygame.display.flip()
print(time.perf_counter())
"""


def start() -> Iterator[Measure]:
    """START: `python main.py` to its first frame, over a bare window with one line of text."""
    ratios = []
    command = [sys.executable, str(_main())] if _main().exists() else [sys.executable, "-m", "game.cli"]
    for turn_number in range(START_ROUNDS + 1):
        bare = _until_frame([sys.executable, "-c", BARE])
        ours = _until_frame(command)
        if turn_number:
            ratios.append(ours / bare)
    yield Measure("START", statistics.median(ratios), "ratio", 2.5, 1.6, LOWER)


def _main() -> Path:
    return resources.scenarios().parent / "main.py"


def _until_frame(command: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        environment = _quiet() | {"GUILDMARK_PROBE": "start", "GUILDMARK_DATA": folder}
        began = time.perf_counter()
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout.strip().splitlines()[-1]) - began


def _quiet() -> dict[str, str]:
    """The environment of a user without a screen: bytecode is kept, as it usually is."""
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return usual | {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}


def frame() -> Iterator[Measure]:
    """FRAME: the quarter screen in a process of its own, 1280 x 720."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "game.view.probe"]
        done = subprocess.run(
            command,
            env=_quiet() | {"GUILDMARK_DATA": folder},
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
        )
    taken = json.loads(done.stdout.strip().splitlines()[-1])
    yield Measure("FRAME redraw", taken["redraw"], "ms", 12, 8, LOWER)
    yield Measure("FRAME slider", taken["slider"], "ms", 5, 2.5, LOWER)
    yield Measure("FRAME idle", taken["idle"], "% of a core", 3, 1, LOWER)


WORKLOADS: dict[str, Callable[[], Iterator[Measure]]] = {
    "IPD": ipd,
    "CLUSTER": cluster,
    "TURN": turn,
    "SCALE": scale,
    "WHY": why,
    "START": start,
    "FRAME": frame,
}
