"""The phase map of the game in play as plain data with its words, from the measured map and the path so far."""

from collections.abc import Iterator

import numpy as np

from game.insight.desk import Question
from game.insight.forecast import MIDDLE, Fan
from game.insight.phase import ARROW, QUARTERS, Phase
from game.model.record import Floats
from game.session.session import Session
from game.view.pictures.phase_chart import FULL, HALF, Basin, Goal, PhaseMap
from game.view.region import development
from game.view.stage import Stage
from game.wording.figures import figure

FORGOTTEN = 10.0  # points; a brand that ends lower is lost
GOALS = {"always": "kept", "never": "broke"}
WORDS_EVERY = 2  # quarters between words on the path


def path(session: Session) -> tuple[tuple[float, float], ...]:
    """Cluster and brand in points, from the opening on."""
    held = development(session)
    return tuple(zip(held["cluster"], held["brand"], strict=True))


def phase_map(stage: Stage, phase: Phase, policy: str) -> PhaseMap:
    """The map under a policy."""
    place = phase.policies.index(policy)
    reputation = float(phase.brand[-1] / max(phase.awareness[-1], 1e-9))
    xs = _widened(phase.cluster, 1.0) * FULL
    ys = _widened(phase.brand, reputation) * FULL
    on, off = (_edge(float(levels[place])) for levels in (phase.on, phase.off))
    return PhaseMap(
        xs=tuple(xs.tolist()),
        ys=tuple(ys.tolist()),
        formed=tuple(map(tuple, np.pad(phase.formed[place], 1, mode="edge").tolist())),
        moves=tuple(_moves(phase, place)),
        basins=tuple(_basins(stage, phase, place)),
        on=None if on is None else (on, stage.say("charts-on", level=figure(on))),
        off=None if off is None else (off, stage.say("charts-off", level=figure(off))),
        path=path(stage.playing),
        stops=_stops(stage),
        goals=tuple(_goals(stage)),
        across=stage.say("charts-across"),
        up=stage.say("charts-up"),
        unmeasured=stage.say("charts-unmeasured"),
    )


def _widened(levels: Floats, most: float) -> Floats:
    """Openings out to the border of the map: beyond the last one it is as there."""
    return np.concatenate([[0.0], levels, [most]])


def _edge(level: float) -> float | None:
    """A threshold in points, None where it is not on the map."""
    return level * FULL if 0 < level < 1 else None


def _moves(phase: Phase, place: int) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    for i, cluster in enumerate(phase.cluster):
        for k, brand in enumerate(phase.brand):
            dx, dy = phase.arrows[place, i, k] * FULL
            yield (float(cluster * FULL), float(brand * FULL)), (float(dx), float(dy))


def _basins(stage: Stage, phase: Phase, place: int) -> Iterator[Basin]:
    """Openings from which the brand forms, and those from which it does not; each with the mean of its ends."""
    for held in (True, False):
        here = (phase.formed[place] >= HALF) == held
        if not here.any():
            continue
        cluster, brand = (float(value) * FULL for value in phase.ends[place][here].mean(axis=0))
        words = "charts-basin-held" if held else "charts-basin-lost" if brand < FORGOTTEN else "charts-basin-weak"
        yield Basin(held, stage.say(words), (cluster, brand))


def _stops(stage: Stage) -> tuple[str, ...]:
    """Words along the path: where it began, every second quarter, and where it is."""
    count = len(stage.playing.quarters)
    if not count:
        return (stage.say("charts-here", when=stage.say("chart-start")),)
    short = [stage.say("quarter-short", quarter=number) for number in range(1, count + 1)]
    between = [words if number % WORDS_EVERY == 0 else "" for number, words in enumerate(short[:-1], 1)]
    return (stage.say("chart-start"), *between, stage.say("charts-here", when=short[-1]))


def goal_questions(stage: Stage) -> list[Question]:
    """Where the region goes if all keep, or nobody does: forecasts from what the seat knows; none after the end."""
    if stage.playing.finished:
        return []
    return [Question("if_all", (strategy, ARROW)) for strategy in GOALS]


def _goals(stage: Stage) -> Iterator[Goal]:
    """The middle of each forecast, as far as it is worked out."""
    when = stage.say("quarter-short", quarter=len(stage.playing.quarters) + ARROW)
    for question, state in zip(goal_questions(stage), GOALS.values(), strict=False):
        fan: Fan | None = stage.reasons.answer(question).value
        if fan is not None:
            x, y = (float(fan.bands[name][-1, MIDDLE]) * FULL for name in ("cluster", "brand"))
            yield Goal(x, y, stage.say(f"charts-goal-{state}", when=when), state)


def phase_note(stage: Stage, phase: Phase, policy: str) -> str:
    """What the map is, and what of it is not there."""
    place = phase.policies.index(policy)
    held = phase.formed[place] >= HALF
    alike = bool(held.all() or not held.any())
    said = [stage.say("charts-map-about", arrow=ARROW, quarters=QUARTERS)]
    said.append(stage.say("charts-map-one" if alike else "charts-map-two"))
    if alike and any(_edge(float(levels[place])) is not None for levels in (phase.on, phase.off)):
        said.append(stage.say("charts-map-passing"))
    if phase.on[place] >= 1:
        said.append(stage.say("charts-no-on"))
    if phase.off[place] >= 1:
        said.append(stage.say("charts-no-off"))
    elif phase.off[place] <= 0:
        said.append(stage.say("charts-always-off"))
    return stage.words.run_on(said)
