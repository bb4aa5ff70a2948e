"""A quarter as a firm's rule saw it and as one seat saw the firm: what a reading of characters is made from."""

from dataclasses import dataclass, replace

import numpy as np

from game.engine.rules import Rules
from game.model.observation import Observation
from game.model.record import Bools, Floats
from game.rivals.mind import TIE_THRESHOLD
from game.rivals.reckoning import (
    enforced,
    fines_bite,
    good_name,
    others_mean,
    promises,
    self_enforcement,
    shamed,
    stage_game,
)
from game.rivals.stage import Stage

LEAST_NOISE = 0.02


@dataclass(frozen=True, eq=False)
class Quarter:
    """One quarter as a rule saw it and as it was seen, all [R, J, N]; ties to the seat are a body of their own, J = 1.

    `own` .. `deterred` are what a rule decides on, `observed` is what it was then seen to do (effort or act, in [0, 1])
    with noise of s.d. `noise`, and `counts` marks where there was anything to see.
    """

    own: Floats
    others: Floats
    first: Bools
    threshold: Floats
    deterred: Bools
    observed: Floats
    counts: Bools
    noise: float
    bound: Floats
    promised: Floats | None = None
    stage: Stage | None = None
    ahead: "Ahead | None" = None


@dataclass(frozen=True, eq=False)
class Ahead:
    """What the pledge for the next quarter was made on, and the pledge."""

    others: Floats
    threshold: Floats
    deterred: Bools
    bound: Floats
    promised: Floats | None
    stage: Stage
    pledge: Floats
    counts: Bools


def institutions(rules: Rules, before: Observation, after: Observation) -> Quarter:
    """The quarter between two pictures, in the institutions."""
    shape = before.observed.shape
    opens = rules.bodies.opens[None, :, None]
    first = (opens >= before.quarter) | (before.since >= before.quarter)[:, None, :]
    imagined = replace(before, quarter=before.quarter + 1, observed=np.where(first, after.observed, before.observed))
    there = after.member & (opens <= before.quarter)
    return Quarter(
        own=before.observed,
        others=others_mean(before),
        first=first,
        threshold=np.broadcast_to(self_enforcement(rules, before)[:, :, None], shape),
        deterred=np.broadcast_to(fines_bite(rules, before)[:, :, None], shape),
        observed=after.observed,
        counts=there,
        noise=max(rules.scenario.chance.observation, LEAST_NOISE),
        bound=_bound(rules, before),
        promised=promises(rules, before),
        stage=stage_game(rules, before, shape),
        ahead=Ahead(
            others=others_mean(imagined),
            threshold=np.broadcast_to(self_enforcement(rules, imagined)[:, :, None], shape),
            deterred=np.broadcast_to(fines_bite(rules, imagined)[:, :, None], shape),
            bound=_bound(rules, imagined),
            promised=promises(rules, imagined),
            stage=stage_game(rules, imagined, shape),
            pledge=after.pledge,
            counts=there & rules.is_open("pledges", before.quarter),
        ),
    )


def _bound(rules: Rules, seen: Observation) -> Floats:
    """Effort that contracts and complaints make it pay to give, [R, J, N]."""
    held = np.maximum(enforced(rules, seen), shamed(rules, seen))
    return np.broadcast_to(held[:, :, None], seen.observed.shape)


def tie(rules: Rules, before: Observation, after: Observation, seat: int) -> Quarter:
    """The same for ties with the seat: how each partner treated it, on what the seat did and was known for."""
    theirs, known = _from_partners(before, before.received, seat)
    mine, _ = _from_partners(before, before.act, seat)
    now, stands = _from_partners(after, after.received, seat)
    shape = now.shape
    return Quarter(
        own=theirs,
        others=np.minimum(mine, good_name(rules, before)[:, seat, None, None]),
        first=~known | (before.quarter == 1),
        threshold=np.full(shape, TIE_THRESHOLD),
        deterred=np.zeros(shape, dtype=np.bool_),
        observed=now,
        counts=stands,
        noise=LEAST_NOISE,
        bound=np.zeros(shape),
    )


def _from_partners(seen: Observation, values: Floats, seat: int) -> tuple[Floats, Bools]:
    """Figures in the seat's places for ties, put at the partners' slots, [R, 1, N], and where a tie stands."""
    row, place = np.nonzero(seen.standing[:, seat])
    partner = seen.wanted[row, seat, place]
    made, stands = np.zeros(seen.size.shape), np.zeros(seen.size.shape, dtype=np.bool_)
    made[row, partner] = values[row, seat, place]
    stands[row, partner] = True
    return made[:, None], stands[:, None]
