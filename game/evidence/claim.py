"""A claim is some parts; a part is a metric, a control, a treatment, a relation and a margin.

The margins are the smallest effects that matter, fixed by the kind of metric before anything was played. A part holds
when the 99 % interval of its effect over paired runs lies beyond its margin; a claim holds when all its parts do.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from game.evidence.arm import Arm
from game.evidence.metric import INDEX, RATIO, SHARE, Metric
from game.model.record import Floats
from game.statistics import Estimate, estimate

Relation = Literal["up", "down", "not_up", "not_down", "peak", "equal", "differs"]
Kind = Literal["built_in", "emergent"]

# Money, prices and other quantities: a part of the control's mean; an index or effort: points; a gain or growth, which
# is a part of money already: points; the answer to an impulse: a part of the impulse.
MARGIN: Mapping[str, float] = {RATIO: 0.01, INDEX: 0.02, SHARE: 0.01}
IMPULSE_MARGIN = 0.05
EQUAL_WITHIN = 2.0


@dataclass(frozen=True)
class Side:
    """One side of a part: a metric of an arm, or what it gains over a base.

    A gain is the difference to the base, for what is no index as a part of the base's mean.
    """

    arm: Arm
    metric: Metric
    base: Arm | None = None

    def arms(self) -> list[Arm]:
        """The arms that have to be played."""
        return [self.arm] if self.base is None else [self.arm, self.base]

    @property
    def kind(self) -> str:
        """What the margin goes by."""
        return SHARE if self.base is not None and self.metric.kind == RATIO else self.metric.kind

    @property
    def unit(self) -> str:
        """Unit of the value."""
        return self.metric.unit if self.base is None or self.kind == INDEX else ""

    def value(self, played: "Played") -> Floats:
        """The value of each run, [R]."""
        held = played(self.arm, self.metric)
        if self.base is None:
            return held
        before = played(self.base, self.metric)
        made: Floats = held - before
        if self.metric.kind == RATIO:
            level = abs(float(before.mean()))
            made = made / (level if level > 0 else 1.0)
        return made

    def changed(self, change: Callable[[Arm], Arm]) -> "Side":
        """The same side with other arms."""
        return replace(self, arm=change(self.arm), base=None if self.base is None else change(self.base))

    def told(self) -> str:
        """The side in the notation of arms."""
        return self.arm.told() if self.base is None else f"{self.arm.told()} less {self.base.told()}"


Played = Callable[[Arm, Metric], Floats]


@dataclass(frozen=True)
class Part:
    """One comparison; `far` is the other end of a peak, `impulse` the size of the shock that the effect answers to."""

    relation: Relation
    control: Side
    treatment: Side
    far: Side | None = None
    impulse: float = 0.0

    def sides(self) -> list[Side]:
        """All sides."""
        return [self.control, self.treatment] + ([] if self.far is None else [self.far])

    def changed(self, change: Callable[[Arm], Arm]) -> "Part":
        """The same part with other arms."""
        far = None if self.far is None else self.far.changed(change)
        return replace(self, control=self.control.changed(change), treatment=self.treatment.changed(change), far=far)

    def judge(self, played: Played) -> "Finding":
        """The verdict from played arms."""
        control, treatment = self.control.value(played), self.treatment.value(played)
        margin = self._margin(control)
        if self.far is not None:
            pairs = [(treatment - control, "up"), (treatment - self.far.value(played), "up")]
        elif self.relation == "differs":
            pairs = [(treatment, "up"), (control, "down")]
        else:
            pairs = [(treatment - control, self.relation)]
        tests = [_test(estimate(difference), relation, margin) for difference, relation in pairs]
        p, holds, found = max(tests, key=lambda test: (not test[1], test[0], -abs(test[2].effect)))
        return Finding(self, margin, found.effect, found.low, found.high, p, holds and all(t[1] for t in tests))

    def _margin(self, control: Floats) -> float:
        if self.impulse:
            return IMPULSE_MARGIN * abs(self.impulse)
        made = MARGIN[self.control.kind]
        return made * abs(float(control.mean())) if self.control.kind == RATIO else made


def _test(found: Estimate, relation: str, margin: float) -> tuple[float, bool, Estimate]:
    """p, whether the interval lies beyond the margin, and the estimate."""
    if relation == "up":
        return found.beyond(margin), found.low > margin, found
    if relation == "down":
        return found.below(-margin), found.high < -margin, found
    if relation == "not_up":
        return found.below(margin), found.high < margin, found
    if relation == "not_down":
        return found.beyond(-margin), found.low > -margin, found
    wide = EQUAL_WITHIN * margin
    return max(found.beyond(-wide), found.below(wide)), -wide < found.low and found.high < wide, found


@dataclass(frozen=True)
class Finding:
    """A part as judged: effect with its 99 % interval, and p of the one-sided test against the margin.

    Of two differences (a peak, signs that differ) it is the one nearer to failing.
    """

    part: Part
    margin: float
    effect: float
    low: float
    high: float
    p: float
    holds: bool

    def as_json(self) -> dict[str, object]:
        """The shape that `evidence --json` prints."""
        part = self.part
        control = part.control.told() + ("" if part.far is None else f" | {part.far.told()}")
        metric, other = part.treatment.metric.told(), part.control.metric.told()
        return {
            "metric": metric if metric == other else f"{metric} | {other}",
            "unit": part.treatment.unit,
            "control": control,
            "treatment": part.treatment.told(),
            "relation": part.relation,
            "margin": self.margin,
            "effect": self.effect,
            "low": self.low,
            "high": self.high,
            "p": self.p,
            "holds": self.holds,
        }


@dataclass(frozen=True)
class Claim:
    """A row of the table. `off` are the arrows, `neutral` the numbers, whose neutral values must make it fail.

    `built_in` says that one equation of the engine makes it true, `emergent` that it takes several.
    """

    id: str
    source: str
    kind: Kind
    parts: tuple[Part, ...]
    off: tuple[str, ...] = ()
    neutral: tuple[tuple[str, object], ...] = ()

    def __post_init__(self) -> None:
        if not self.parts or not (self.off or self.neutral):
            raise ValueError(self.id)

    def changed(self, change: Callable[[Arm], Arm]) -> "Claim":
        """The same claim about other arms."""
        return replace(self, parts=tuple(part.changed(change) for part in self.parts))

    def switched_off(self) -> "Claim":
        """The claim with its mechanism off in every arm."""
        return self.changed(lambda arm: replace(arm, off=(*arm.off, *self.off), neutral=(*arm.neutral, *self.neutral)))


@dataclass(frozen=True)
class Verdict:
    """A claim as judged."""

    claim: Claim
    runs: int
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether all parts hold."""
        return all(finding.holds for finding in self.findings)

    def as_json(self, title: str) -> dict[str, object]:
        """The shape that `evidence --json` prints."""
        return {
            "id": self.claim.id,
            "source": self.claim.source,
            "claim": title,
            "kind": self.claim.kind,
            "holds": self.holds,
            "runs": self.runs,
            "parts": [finding.as_json() for finding in self.findings],
        }
