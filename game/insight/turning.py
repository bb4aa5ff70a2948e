"""Turning points: the quarters in which the outcome of a game hinged, found from the game itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

import numpy as np

from game import play
from game.engine import legal
from game.engine.echelon import awareness_ceiling, other_pulls
from game.engine.rules import Rules
from game.insight.attribution import change
from game.insight.past import repeat, same_luck, sends
from game.insight.targets import TARGETS, figures
from game.model.outcome import Outcome
from game.model.record import Floats
from game.model.state import State

MOST = 5
LEAST = 0.5  # points, of both scores together, from which on an own choice is worth telling
STEPS = {"effort": 0.2, "price": 0.02, "quality": 0.005, "research": 0.005, "brand": 0.005, "capacity": 0.05}
JUMP = 5.0  # points of the firm score from which on a quarter's luck is worth telling
JUMPS = 4  # of the largest are looked at, for each is a batch of its own
JOINS = 4.0  # what joining or staying out counts in such steps
HALF = 0.5  # of effort and of awareness
UNKNOWN = 0.02  # awareness of a region that nobody knows


class Turn(StrEnum):
    """What turned: an own choice, the awareness of the region's brand, the effort in an institution, the luck."""

    OWN_CHOICE = "own_choice"
    BRAND_STARTS = "brand_starts"
    BRAND_FADES = "brand_fades"
    BRAND_FORMED = "brand_formed"
    BRAND_LOST = "brand_lost"
    COLLAPSE = "collapse"
    RECOVERY = "recovery"
    GOOD_LUCK = "good_luck"
    BAD_LUCK = "bad_luck"


@dataclass(frozen=True)
class Choice:
    """Where a firm's decision parted most from its manager's: the field, of which institution, and both values."""

    field: str
    body: str
    own: float
    manager: float


@dataclass(frozen=True)
class TurningPoint:
    """A quarter in which something turned, in which institution (or ""), and how much hung on it.

    `score` and `region` are points: of an own choice what it made of the end of the game, of anything else how the two
    scores moved in that quarter. The score is 0 for a firm without a band. `choice` is what an own choice was, `luck`
    what luck alone did to the score of a quarter of good or bad luck (`game.insight.attribution.change`).
    """

    quarter: int
    kind: Turn
    body: str
    score: float
    region: float
    choice: Choice | None = None
    luck: float = 0.0

    @property
    def weight(self) -> float:
        """By how much both scores moved."""
        return abs(self.score) + abs(self.region)


def turning_points(
    table: play.Table, slot: int, moments: Sequence[play.Moment], most: int = MOST
) -> list[TurningPoint]:
    """The weightiest turning points of a game (one row), in order; empty before a quarter was played."""
    if len(moments) < 2:
        return []
    found = [*_own(table, slot, moments), *_turned(table.rules, slot, moments), *_lucky(table, slot, moments)]
    best = sorted(found, key=lambda point: -point.weight)[:most]
    return sorted(best, key=lambda point: point.quarter)


def hinges(table: play.Table, slot: int, moments: Sequence[play.Moment]) -> Floats:
    """What each quarter's own decision made of the end of the game, [Q, targets] (`game.insight.targets`).

    The game as played less the same game in which the firm's manager decided in that quarter alone: same luck, scripted
    firms respond, people's other decisions stay as recorded. The profit is the sum over the game. All quarters are rows
    of one batch.
    """
    count = len(moments) - 1
    rows, now = same_luck(table, count), repeat(moments[0], count)
    profit, played = np.zeros(count), 0.0
    for number in range(1, count + 1):
        past, state = moments[number].past, now.state
        assert past is not None
        now = play.step(rows, now, sends(past, table.seats, slot, np.arange(1, count + 1) != number))
        assert now.past is not None
        values = figures(table.rules, state, now.past.outcome, slot, np.full(count, number))
        profit += values[:, 0]
        played += float(past.outcome.money.profit[0, slot])
    values[:, 0] = profit
    last = moments[-1].past
    assert last is not None
    ended = figures(table.rules, moments[-2].state, last.outcome, slot, np.array([count]))[0]
    ended[0] = played
    made: Floats = ended - values
    return made


def _own(table: play.Table, slot: int, moments: Sequence[play.Moment]) -> Iterator[TurningPoint]:
    score, region = TARGETS.index("score"), TARGETS.index("region")
    for place, moved in enumerate(hinges(table, slot, moments)):
        point = TurningPoint(place + 1, Turn.OWN_CHOICE, "", float(np.nan_to_num(moved[score])), float(moved[region]))
        if point.weight >= LEAST:
            yield replace(point, choice=_parted(table, slot, moments, place))


def _parted(table: play.Table, slot: int, moments: Sequence[play.Moment], place: int) -> Choice | None:
    """What the firm decided most differently from its manager, each thing measured by a step that matters (`STEPS`)."""
    past = moments[place + 1].past
    assert past is not None
    state = moments[place].state
    manager = legal.correct(table.rules, state, play.propose(table, moments[place]))
    found: list[tuple[float, Choice]] = []
    for j, body in enumerate(table.rules.bodies.names):
        if table.rules.bodies.opens[j] > place + 1:
            continue  # nobody could be in
        joined, would = past.decision.join[0, j, slot], manager.join[0, j, slot]
        if joined != would:
            found.append((JOINS, Choice("join", body, float(joined), float(would))))
        elif joined:
            own, other = float(past.decision.effort[0, j, slot]), float(manager.effort[0, j, slot])
            found.append((abs(own - other) / STEPS["effort"], Choice("effort", body, own, other)))
    for name in ("price", "quality", "research", "brand", "capacity"):
        own, other = float(getattr(past.decision, name)[0, slot]), float(getattr(manager, name)[0, slot])
        base = float(state.firms.size[0, slot]) * table.rules.v0 if name in {"quality", "research", "brand"} else other
        found.append((abs(own - other) / max(STEPS[name] * base, 1e-9), Choice(name, "", own, other)))
    most, choice = max(found, key=lambda item: item[0])
    return choice if most >= 1 else None


def _turned(rules: Rules, slot: int, moments: Sequence[play.Moment]) -> Iterator[TurningPoint]:
    """What turned between one quarter and the next."""
    outcomes = [moment.past.outcome for moment in moments if moment.past is not None]
    for number, (before, now) in enumerate(pairwise(outcomes), start=2):
        score = float(np.nan_to_num(now.scores.firm[0, slot] - before.scores.firm[0, slot]))
        region = float(now.scores.region[0] - before.scores.region[0])
        for kind, body in [*_brand(before, now), *_efforts(rules, before, now)]:
            yield TurningPoint(number, kind, body, score, region)


def _lucky(table: play.Table, slot: int, moments: Sequence[play.Moment]) -> Iterator[TurningPoint]:
    """The largest jump of the firm's score that luck did more for than anything else, if any of the largest is one."""
    held = [moment.past.outcome.scores for moment in moments if moment.past is not None]
    score = np.nan_to_num(np.diff([float(scores.firm[0, slot]) for scores in held]))
    region = np.diff([float(scores.region[0]) for scores in held])
    for place in np.argsort(-np.abs(score), kind="stable")[:JUMPS]:
        if abs(score[place]) < JUMP:
            return
        number = int(place) + 2
        shares = change(table, slot, moments, number)
        luck = shares.share("luck", "score")
        if luck * score[place] > 0 and abs(luck) >= np.abs(shares.terms[:, TARGETS.index("score")]).max():
            kind = Turn.GOOD_LUCK if luck > 0 else Turn.BAD_LUCK
            yield TurningPoint(number, kind, "", float(score[place]), float(region[place]), luck=luck)
            return


def _brand(before: Outcome, now: Outcome) -> Iterator[tuple[Turn, str]]:
    """Awareness begins to grow or to fade where the cluster level crosses its threshold, and forms at one half."""
    growing = [float(held.echelon.awareness[0, 1:].sum()) > 0 for held in (before, now)]
    if growing[0] != growing[1]:
        yield (Turn.BRAND_STARTS if growing[1] else Turn.BRAND_FADES), ""
    formed = [float(held.echelon.awareness[0].sum()) >= HALF for held in (before, now)]
    if formed[0] != formed[1]:
        yield (Turn.BRAND_FORMED if formed[1] else Turn.BRAND_LOST), ""


def _efforts(rules: Rules, before: Outcome, now: Outcome) -> Iterator[tuple[Turn, str]]:
    """Mean effort of an institution's members crosses one half; not where it opens, or nobody is in."""
    for j, name in enumerate(rules.bodies.names):
        means = []
        for held in (before, now):
            member = held.membership.member[0, j]
            means.append(float(held.games.effort[0, j, member].mean()) if member.any() else np.nan)
        if not np.isnan(means).any() and (means[0] > HALF) != (means[1] > HALF):
            yield (Turn.RECOVERY if means[1] > HALF else Turn.COLLAPSE), name


@dataclass(frozen=True)
class Thresholds:
    """Cluster levels above which awareness grows: from nothing (`on`) and once it is formed (`off`), off < on.

    `off` is infinite where the firms' own brands are too weak to carry a formed one.
    """

    on: float
    off: float


def thresholds(rules: Rules, state: State, outcome: Outcome, row: int = 0) -> Thresholds:
    """The thresholds of a quarter in one row, from the awareness equation of `game.engine.echelon` solved for C.

        pace (c C (1 + fame) + o A + rest - threshold)(1 - A/A_max) = fading,   A = .02 and A = .5

    `state` is the quarter's opening.
    """
    brands = rules.scenario.brands
    rest = sum(float(term[row]) for term in other_pulls(rules, state.region, outcome.money.advertising))
    most = float(awareness_ceiling(rules, state.firms.corporate_brand, state.firms.active)[row])
    slope = brands.awareness_cluster * (1 + float(outcome.effects.fame[row]))

    def level(awareness: float) -> float:
        room = 1 - awareness / max(most, 1e-9)
        if room <= 0 or slope <= 0:
            return float("inf")
        needed = brands.awareness_fading / (brands.awareness_pace * room) + brands.awareness_threshold
        return float((needed - brands.awareness_own * awareness - rest) / slope)

    return Thresholds(level(UNKNOWN), level(HALF))
