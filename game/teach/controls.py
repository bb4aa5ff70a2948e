"""Is a decision one to be made? Its levels at all seats, in all quarters, under every conduct of the others."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.insight.stage_game import TIE
from game.model.record import Floats
from game.teach.choices import EFFORT
from game.teach.dependence import MOVE, Dependence, Z
from game.teach.pooled import Pooled

SURE = 0.8  # of all comparisons have to be sure before a level is called best once and for all


@dataclass(frozen=True)
class Control:
    """A decision that is none: `best` is the level that is always best, or None where no level matters.

    `most` is the most that one level brings over another anywhere, as a share of the seat's profit; of a best level,
    what it brings on average over the next best. `compared` counts quarters.
    """

    choice: str
    best: str | None
    most: float
    compared: int


def idle(choice: str, found: Mapping[int, Dependence]) -> Control | None:
    """The decision, if it surely makes no difference of more than a tie, at any seat; else None."""
    cells = _cells(choice, found)
    if not cells or any((np.abs(held.ahead) + Z * held.error >= TIE * scale).any() for held, scale in cells):
        return None
    return Control(choice, None, max(float(np.abs(held.ahead).max()) / scale for held, scale in cells), _count(cells))


def settled(choice: str, levels: tuple[str, ...], found: Mapping[int, Dependence]) -> Control | None:
    """The decision, if the same level is best at all seats, in all quarters and under all conducts; else None."""
    cells = _cells(choice, found)
    if not cells:
        return None
    tops = {int(top) for held, _ in cells for top in held.ahead.mean(axis=-1).argmax(axis=-1)}
    if len(tops) != 1:
        return None
    top = tops.pop()
    sure, gains = [], []
    for held, scale in cells:
        lead, error = (_rest(values[:, top], top) for values in (held.ahead, held.error))
        sure.append((lead - Z * error > TIE * scale).all(axis=-1))
        gains.append(lead.min(axis=-1) / scale)
    if float(np.mean(np.concatenate(sure))) < SURE:
        return None
    return Control(choice, levels[top], float(np.mean(np.concatenate(gains))), _count(cells))


def decisions(found: Mapping[int, Dependence]) -> tuple[str, ...]:
    """Labels of the choices that are own decisions or ties, in order."""
    labels = (held.choice for seat in found.values() for held in seat.pooled)
    return tuple(label for label in dict.fromkeys(labels) if label != MOVE and not label.startswith(EFFORT))


def parted(one: Dependence, other: Dependence) -> tuple[int, int]:
    """In how many quarters the best level of some choice is surely another at two seats, and of how many.

    Compared is under what the others do anyway, the first conduct that was shown.
    """
    mine = {(held.quarter, held.choice): held for held in one.pooled}
    quarters: dict[int, bool] = {}
    for held in other.pooled:
        twin = mine.get((held.quarter, held.choice))
        if twin is not None:
            differ = _differ(twin, TIE * one.ordinary, held, TIE * other.ordinary)
            quarters[held.quarter] = quarters.get(held.quarter, False) or differ
    return sum(quarters.values()), len(quarters)


def _differ(one: Pooled, tie: float, other: Pooled, much: float) -> bool:
    """Whether some level is surely better than another at one seat and surely worse at the other."""
    here, there = (held.ahead[0] - Z * held.error[0] > margin for held, margin in ((one, tie), (other, much)))
    return bool((here & there.T).any())


def _cells(choice: str, found: Mapping[int, Dependence]) -> list[tuple[Pooled, float]]:
    return [(held, seat.ordinary) for seat in found.values() for held in seat.pooled if held.choice == choice]


def _count(cells: list[tuple[Pooled, float]]) -> int:
    return len({held.quarter for held, _ in cells})


def _rest(values: Floats, top: int) -> Floats:
    made: Floats = np.delete(values, top, axis=-1)
    return made
