"""Ways to put parts together, and the settings that several claims share."""

from collections.abc import Iterable

from game.evidence.arm import Arm
from game.evidence.claim import Part, Relation, Side
from game.evidence.metric import Metric
from game.model.scenario import Effect, Event
from game.model.village import EIGHT

VILLAGE = Arm()
# The opening ties stay: nobody makes or drops one.
FIXED_TIES = VILLAGE.set({"agenda.ties": "never"})
CLUSTERS, MODEL, GAMES = "P1", "P2", "P3"


def compare(relation: Relation, metric: Metric, control: Arm, treatment: Arm, impulse: float = 0.0) -> Part:
    """One metric in two arms."""
    return Part(relation, Side(control, metric), Side(treatment, metric), impulse=impulse)


def peak(metric: Metric, low: Arm, middle: Arm, high: Arm) -> Part:
    """The middle above both ends."""
    return Part("peak", Side(low, metric), Side(middle, metric), far=Side(high, metric))


def gains(relation: Relation, metric: Metric, control: tuple[Arm, Arm], treatment: tuple[Arm, Arm]) -> Part:
    """What a change (arm, base) brings in the treatment, against what it brings in the control."""
    return Part(relation, Side(control[0], metric, control[1]), Side(treatment[0], metric, treatment[1]))


def groups(relation: Relation, control: Metric, treatment: Metric, arm: Arm, base: Arm) -> Part:
    """What a change brings to one group of firms, against what it brings to another."""
    return Part(relation, Side(arm, control, base), Side(arm, treatment, base))


def closed(*bodies: str, arm: Arm = VILLAGE) -> Arm:
    """The arm without some institutions."""
    return arm.set({f"institutions.{body}": None for body in bodies})


def only(*bodies: str, arm: Arm = VILLAGE) -> Arm:
    """The arm with these institutions alone."""
    return closed(*(body for body in EIGHT if body not in bodies), arm=arm)


def giving(effort: float, *bodies: str, arm: Arm = VILLAGE) -> Arm:
    """The arm with everybody at one effort in some institutions."""
    return arm.let(effort=dict.fromkeys(bodies, effort))


def famous(level: float, arm: Arm = VILLAGE) -> Arm:
    """The arm with a regional brand of good repute that many or few know."""
    return arm.hold("region.awareness", level).hold("region.reputation", 0.9)


def event(quarter: int, length: int = 1, **effect: float | bool) -> tuple[Event, ...]:
    """A scenario's list of events with one that is announced by nobody."""
    made = Effect.model_validate(effect)
    return (Event(name="Shock", quarter=quarter, length=length, effect=made, news="A shock."),)


def each(relation: Relation, metrics: Iterable[Metric], control: Arm, treatment: Arm) -> tuple[Part, ...]:
    """The same comparison for several metrics."""
    return tuple(compare(relation, metric, control, treatment) for metric in metrics)
