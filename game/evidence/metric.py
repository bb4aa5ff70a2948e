"""What is read from played quarters: outcomes and the states they led to, never a parameter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.engine.rules import Rules
from game.model.ledger import money_terms
from game.model.outcome import Outcome
from game.model.record import Bools, Floats
from game.model.state import State
from game.play import Moment

EARLIEST = 4
RATIO, INDEX, SHARE = "ratio", "index", "share"
MEAN, SD, SWING, GROWTH = "mean", "sd", "swing", "growth"


@dataclass(frozen=True)
class Scene:
    """A quarter as played: the state before it, and the moment after it."""

    rules: Rules
    before: State
    after: Moment

    @property
    def outcome(self) -> Outcome:
        """What the quarter did."""
        assert self.after.past is not None
        return self.after.past.outcome

    @property
    def state(self) -> State:
        """The state it led to."""
        return self.after.state

    def body(self, name: str) -> int:
        """Row of an institution; -1 where it does not exist."""
        names = self.rules.bodies.names
        return names.index(name) if name in names else -1

    def terms(self, *names: str) -> Floats:
        """Sum of terms of profit, [R, N]; a name with a dot at its end stands for that term of all institutions."""
        held = self.outcome.money.terms
        known = money_terms(self.rules.bodies.names)
        chosen = [
            place
            for place, term in enumerate(known)
            if any(term == name or (name.endswith(".") and term.startswith(name)) for name in names)
        ]
        made: Floats = held[:, chosen].sum(axis=1)
        return made


@dataclass(frozen=True)
class Reading:
    """A series: how to read it, its unit, and the kind that its margin goes by."""

    of: Callable[[Scene], Any]
    unit: str
    kind: str = RATIO


@dataclass(frozen=True)
class Metric:
    """One number a run, from a reading: a group of firms, a window of quarters (both ends counted), and what is taken.

    - mean: over firms and quarters;
    - sd: s.d. over quarters by firm, mean over firms;
    - swing: s.d. of the changes from quarter to quarter over the mean level, by firm, mean over firms, so that growth
      does not count as a swing;
    - growth: last quarter of the window over the first, less 1.
    """

    reading: str
    first: int
    last: int
    who: str = "all"
    over: str = MEAN

    def __post_init__(self) -> None:
        if self.first < EARLIEST or self.last < self.first or (self.over != MEAN and self.last < self.first + 2):
            raise ValueError(f"{self.reading}: quarters {self.first} to {self.last}")
        if self.reading not in READINGS:
            raise KeyError(self.reading)

    @property
    def unit(self) -> str:
        """Unit of the value."""
        return READINGS[self.reading].unit if self.over in {MEAN, SD} else ""

    @property
    def kind(self) -> str:
        """Kind of the value: what its margin goes by."""
        taken = {SD: RATIO, SWING: RATIO, GROWTH: SHARE}
        return taken.get(self.over, READINGS[self.reading].kind)

    def told(self) -> str:
        """Name for tables and programs: reading, group, way and quarters."""
        who = "" if self.who == "all" else f"[{self.who}]"
        over = "" if self.over == MEAN else f" {self.over}"
        return f"{self.reading}{who}{over} {self.first}-{self.last}"

    def of(self, series: Sequence[Floats], active: Sequence[Bools], slots: Bools) -> Floats:
        """The value of each run, [R], from series by quarter of [R] or [R, N]; inactive firms count nowhere."""
        held = np.array(series[self.first - 1 : self.last])
        if held.ndim == 2:
            return self._taken(held)
        there = np.array(active[self.first - 1 : self.last]) & slots
        if self.over in {SD, SWING}:
            always = there.all(axis=0)
            made: Floats = np.where(always, self._taken(held), 0.0).sum(axis=-1) / np.maximum(always.sum(axis=-1), 1)
            return made
        mean: Floats = np.where(there, held, 0.0).sum(axis=-1) / np.maximum(there.sum(axis=-1), 1)
        return self._taken(mean)

    def _taken(self, held: Floats) -> Floats:
        made: Floats
        if self.over == SD:
            made = held.std(axis=0, ddof=1)
        elif self.over == SWING:
            level = np.abs(held.mean(axis=0))
            made = np.diff(held, axis=0).std(axis=0, ddof=1) / np.where(level > 0, level, 1.0)
        elif self.over == GROWTH:
            made = held[-1] / np.where(held[0] != 0, held[0], 1.0) - 1
        else:
            made = held.mean(axis=0)
        return made


def read(name: str, scene: Scene) -> Floats:
    """A reading of a quarter, [R] or [R, N]."""
    made: Floats = np.asarray(READINGS[name].of(scene), dtype=np.float64)
    return made


def _at(path: str) -> Callable[[Scene], Any]:
    """Reading of a field by its dotted path from the scene."""

    def held(scene: Scene) -> Any:
        value: Any = scene
        for part in path.split("."):
            value = getattr(value, part)
        return value

    return held


def _per_unit(*terms: str) -> Callable[[Scene], Floats]:
    """What some terms of profit cost a unit sold, over the whole cluster, [R]."""

    def held(scene: Scene) -> Floats:
        sold = scene.outcome.market.sold.sum(axis=1).sum(axis=-1)
        made: Floats = -scene.terms(*terms).sum(axis=-1) / np.maximum(sold, 1e-300)
        return made

    return held


def _paid(*terms: str) -> Callable[[Scene], Floats]:
    """What a firm pays in some terms of profit, per size, [R, N]."""
    return lambda scene: -scene.terms(*terms) / scene.before.firms.size


def _margin(scene: Scene) -> Floats:
    """Margin over price, (p - c)/p with freight in c, [R, N]."""
    price = scene.outcome.market.price
    made: Floats = (price - scene.state.firms.unit_cost) / np.maximum(price, 1e-9)
    return made


def _effort(body: str) -> Callable[[Scene], Floats]:
    """Effort in one institution, [R, N]."""
    return lambda scene: scene.outcome.games.effort[:, scene.body(body)]


def _joint_activity(scene: Scene) -> Floats:
    """Mean effort of a firm over all open institutions, [R, N]; outside it gives nothing."""
    made: Floats = scene.outcome.games.effort.mean(axis=1)
    return made


def _ties(scene: Scene) -> Floats:
    """Ties of a firm that stand, [R, N]."""
    made: Floats = scene.outcome.membership.standing.sum(axis=-1).astype(np.float64)
    return made


def _adopted(scene: Scene) -> Floats:
    """Part of a firm's new knowledge that comes from other firms, [R, N]."""
    learning = scene.outcome.learning
    others = learning.local + learning.alliance + learning.partners
    made: Floats = others / np.maximum(others + learning.own + learning.outside, 1e-12)
    return made


def _dispersion(scene: Scene) -> Floats:
    """S.d. of log prices among the firms of a quarter, [R]."""
    active = scene.before.firms.active
    n = np.maximum(active.sum(axis=-1), 1)
    logs = np.where(active, np.log(np.maximum(scene.outcome.market.price, 1e-9)), 0.0)
    mean = logs.sum(axis=-1) / n
    square = np.where(active, (logs - mean[:, None]) ** 2, 0.0).sum(axis=-1)
    made: Floats = np.sqrt(square / np.maximum(n - 1, 1))
    return made


def _export(scene: Scene) -> Floats:
    """Units sold abroad, per size, [R, N]."""
    made: Floats = scene.outcome.market.sold[:, -1] / scene.before.firms.size
    return made


def _revenue(scene: Scene) -> Floats:
    """Revenue per size, [R, N]."""
    made: Floats = scene.terms("sales_local", "sales_national", "sales_export") / scene.before.firms.size
    return made


def _usable(scene: Scene) -> Floats:
    """Capacity that a firm can use, others' included, per size, [R, N]."""
    outcome = scene.outcome
    made: Floats = outcome.production.capacity * outcome.effects.headroom / scene.before.firms.size
    return made


READINGS: Mapping[str, Reading] = {
    "adopted": Reading(_adopted, "", INDEX),
    "activity": Reading(_joint_activity, "effort", INDEX),
    "awareness": Reading(_at("state.region.awareness"), "", INDEX),
    "brand": Reading(lambda scene: scene.state.region.awareness * scene.state.region.reputation, "", INDEX),
    "buyers": Reading(lambda scene: scene.outcome.market.size.sum(axis=-1), "units"),
    "capacity": Reading(_usable, "units"),
    "capital": Reading(_at("state.region.capital"), "", INDEX),
    "cluster": Reading(_at("state.region.cluster"), "", INDEX),
    "contracting": Reading(_paid("contracting"), "money"),
    "corporate_brand": Reading(_at("state.firms.corporate_brand"), "goodwill"),
    "dispersion": Reading(_dispersion, ""),
    "economy": Reading(_at("state.region.economy"), "", INDEX),
    "entries": Reading(lambda scene: _at("outcome.population.entries")(scene).sum(axis=-1), "firms"),
    "export": Reading(_export, "units"),
    "fair_conduct": Reading(lambda scene: _at("outcome.market.conduct")(scene) == 0, "", INDEX),
    "freight": Reading(_per_unit("freight"), "money"),
    "knowledge": Reading(_at("state.firms.knowledge"), "knowledge"),
    "margin": Reading(_margin, "", INDEX),
    "marketing_cost": Reading(
        _per_unit("corporate_brand", "product_brand", "effort.marketing", "dues.marketing"), "money"
    ),
    "membership": Reading(lambda scene: scene.outcome.membership.member.mean(axis=1), "", INDEX),
    "outside_knowledge": Reading(_at("outcome.learning.outside"), "knowledge"),
    "own_effort_money": Reading(_paid("effort.", "grants"), "money"),
    "price": Reading(_at("outcome.market.price"), "price"),
    "product_brand": Reading(_at("state.firms.product_brand"), "goodwill"),
    "profit": Reading(lambda scene: scene.outcome.money.profit / scene.before.firms.size, "money"),
    "region_score": Reading(lambda scene: scene.outcome.scores.region / 100, "", INDEX),
    "repeat": Reading(_at("outcome.market.repeat"), "", INDEX),
    "research_spending": Reading(_paid("research"), "money"),
    "revenue": Reading(_revenue, "money"),
    "rigidity": Reading(_at("state.region.rigidity"), "", INDEX),
    "sales": Reading(lambda scene: scene.outcome.market.sold.sum(axis=1) / scene.before.firms.size, "units"),
    "success": Reading(_at("outcome.learning.success"), "", INDEX),
    "surplus": Reading(_at("outcome.market.surplus"), "money"),
    "talent": Reading(_at("state.region.talent"), "", INDEX),
    "ties": Reading(_ties, "ties"),
    "unit_cost": Reading(_at("outcome.production.unit_cost"), "price"),
    "variety": Reading(_at("outcome.market.variety"), "", INDEX),
    "weakest_advantage": Reading(lambda scene: _at("outcome.evaluation.advantages")(scene).min(axis=-1), "", INDEX),
} | {
    f"effort.{body}": Reading(_effort(body), "effort", INDEX)
    for body in ("mark", "channel", "fair", "research", "leader", "marketing", "brokers", "pricing")
}
