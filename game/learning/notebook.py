"""A seat's notebook: what it has seen of every quarter so far, and what stands open before the next one.

Only what is public and the seat's own books is written down, as plain numbers by the stable ids of firms. Money and
volume are kept as the screens print them, so that nothing is judged by a digit that nobody can see.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from game.engine.rules import Rules
from game.model.ledger import REGION_PARTS
from game.model.observation import Observation
from game.model.outcome import Outcome
from game.model.record import Ints
from game.model.town import KINDS

PAGES = 5  # as many quarters as a person looks back on; they give four changes


class Played(Protocol):
    """A quarter that was played: its number, the picture before it, and what came of it."""

    @property
    def number(self) -> int:
        """Its number, from 1."""

    @property
    def seen(self) -> Observation:
        """The picture before it."""

    @property
    def outcome(self) -> Outcome:
        """What came of it."""


class Vote(NamedTuple):
    """A motion as it was counted."""

    ayes: int
    voters: int
    carried: bool


@dataclass(frozen=True)
class Page:
    """A quarter as one seat saw it.

    `kept` says of every open institution's members whether they were seen to keep, `points` holds the region score and
    its parts (0 to 100), `votes` the counts by the mover's id. Profit is the seat's own, sales are all firms'.
    """

    quarter: int
    kept: Mapping[str, Mapping[int, bool]]
    points: Mapping[str, float]
    profit: float
    sales: float
    votes: Mapping[int, Vote]


@dataclass(frozen=True)
class Notebook:
    """The last pages, and what is known of the quarter to come: the open institutions' members, motions by mover."""

    firm: int
    quarter: int
    pages: tuple[Page, ...]
    members: Mapping[str, frozenset[int]]
    motions: Mapping[int, str]


def write_page(rules: Rules, played: Played, slot: int) -> Page:
    """What the seat in this slot saw of a quarter."""
    outcome, ids = played.outcome, played.seen.firm_id[0]
    units = rules.scenario.units
    scores = outcome.scores
    return Page(
        quarter=played.number,
        kept={
            body: {
                int(ids[n]): bool(outcome.games.kept[0, j, n])
                for n in np.flatnonzero(outcome.membership.member[0, j] & played.seen.active[0])
            }
            for j, body in enumerate(rules.bodies.names)
            if rules.bodies.opens[j] <= played.number
        },
        points={"region": float(scores.region[0])}
        | {name: float(value) for name, value in zip(REGION_PARTS, scores.parts[0], strict=True)},
        profit=round(float(outcome.money.profit[0, slot]) * units.money_scale, 1),
        sales=round(float(outcome.market.sold[0].sum()) * units.volume_scale),
        votes={
            int(ids[outcome.hall.mover[0, m]]): Vote(
                int(outcome.hall.ayes[0, m]), int(outcome.hall.voters[0, m]), bool(outcome.hall.carried[0, m])
            )
            for m in np.flatnonzero(outcome.hall.kind[0] >= 0)
        },
    )


def keepers(outcome: Outcome, j: int, slot: int) -> Ints:
    """How many of the others were seen to keep in an institution, [R]."""
    kept = outcome.games.kept[:, j] & outcome.membership.member[:, j]
    made: Ints = kept.sum(axis=-1) - kept[:, slot]
    return made


def open_notebook(rules: Rules, quarters: Sequence[Played], now: Observation, slot: int) -> Notebook:
    """The notebook of a seat before the next quarter; `now` is the picture that it sees."""
    ids, opened = now.firm_id[0], rules.bodies_open(now.quarter)
    return Notebook(
        firm=int(ids[slot]),
        quarter=now.quarter,
        pages=tuple(write_page(rules, played, slot) for played in quarters[-PAGES:]),
        members={
            body: frozenset(int(ids[n]) for n in np.flatnonzero(now.member[0, j] & now.active[0]))
            for j, body in enumerate(rules.bodies.names)
            if opened[j]
        },
        motions={int(ids[now.mover[0, m]]): KINDS[int(now.motion[0, m])] for m in np.flatnonzero(now.motion[0] >= 0)},
    )
