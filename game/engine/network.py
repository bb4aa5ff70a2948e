"""Ties between neighbours: the opening small world, and which wanted ties stand.

Neighbour lists are [R, N, K] with K = 8 places a firm; nothing here is [.., N, N].
"""

import numpy as np

from game.engine.chance import Chance, Purpose
from game.model.record import Bools, Floats, Ints
from game.model.ties import TIE_SLOTS, places, total


def small_world(chance: Chance, firm_id: Ints, active: Bools, degree: int, rewired: float) -> Ints:
    """Opening ties, [R, N, K] wanted slots: a ring of active slots, each tie rewired with a small chance.

    Watts & Strogatz (1998, Nature 393:440-442). The ring joins each of the first n slots to `degree`/2 neighbours on
    each side; the far end of a tie moves to a random firm off the ring, if that one has a free place.
    All replicates are built together, one tie of the ring at a time.
    """
    replicates, slots = firm_id.shape
    wanted = np.full((replicates, slots, TIE_SLOTS), -1, dtype=np.int64)
    count = np.zeros((replicates, slots), dtype=np.int64)
    row = np.arange(replicates)
    n = int(active[0].sum())
    for step in range(1, degree // 2 + 1):
        draw = chance.uniform(Purpose.RING, 0, firm_id, lane=step)
        far = chance.uniform(Purpose.RING, 0, firm_id, lane=16 + step)
        for here in range(n):
            near = (here + step) % n
            pick = np.minimum((far[:, here] * n).astype(np.int64), n - 1)
            known = (wanted[:, here] == pick[:, None]).any(axis=-1)
            free = count[row, pick] < TIE_SLOTS - 1
            on_ring = np.abs((pick - here + n // 2) % n - n // 2) <= degree // 2
            target = np.where((draw[:, here] < rewired) & ~on_ring & ~known & free, pick, near)
            fresh = ~(wanted[:, here] == target[:, None]).any(axis=-1) & (target != here)
            fresh &= (count[row, target] < TIE_SLOTS) & (count[:, here] < TIE_SLOTS)
            there, ends = row[fresh], target[fresh]
            wanted[there, here, count[there, here]] = ends
            wanted[there, ends, count[there, ends]] = here
            count[there, here] += 1
            count[there, ends] += 1
    return wanted


def stand(wanted: Ints, active: Bools, hint: Ints | None = None) -> tuple[Bools, Ints]:
    """Which wanted ties stand, and where the partner keeps them: (standing, mirror), both [R, N, K].

    A tie stands while both firms are active and each has the other in its list. `mirror[r, i, k]` is the place of i in
    the list of its partner; `hint`, of that shape, is where to look first, since most ties stay where they were.
    """
    slots = wanted.shape[1]
    at = places(wanted)
    mirror = np.zeros_like(wanted) if hint is None else hint.copy()
    found = wanted.take(at * TIE_SLOTS + mirror) == np.arange(slots)[:, None]
    searched = np.flatnonzero((wanted >= 0) & ~found)
    match = wanted.reshape(-1, TIE_SLOTS)[at.take(searched)] == (searched // TIE_SLOTS % slots)[:, None]
    mirror.put(searched, match.argmax(axis=-1))
    found.put(searched, match.any(axis=-1))
    standing = (wanted >= 0) & found & active.take(at) & active[:, :, None]
    mirror *= standing
    return standing, mirror


def gather(values: Floats, at: Ints, standing: Bools) -> Floats:
    """A firm's figure seen from its partners' places `at`: [R, N] -> [R, N, K], 0 where no tie stands."""
    made: Floats = values.take(at) * standing
    return made


def returned(values: Floats, wanted: Ints, standing: Bools, mirror: Ints) -> Floats:
    """What partners keep about a firm: out[r, i, k] = values[r, partner, place of i there], 0 where no tie stands."""
    made: Floats = values.take(places(wanted) * TIE_SLOTS + mirror) * standing
    return made


def over_ties(values: Floats, links: Ints, alone: Floats | float) -> Floats:
    """Mean over a firm's `links` standing ties, [R, N], of what is 0 where none stands, [R, N, K].

    `alone` is for firms without.
    """
    return np.where(links > 0, total(values) / np.maximum(links, 1), alone)


def complement(profile: Floats, wanted: Ints, standing: Bools) -> Floats:
    """Complementarity of partners, [R, N, K]: half the absolute difference of their resource shares, 0 twins to 1.

    `profile` [R, N, P] has shares that add up to one, so this is the total variation distance.
    """
    made = np.zeros(wanted.shape)
    ties = np.flatnonzero(standing)
    shares = profile.reshape(-1, profile.shape[-1])
    theirs, own = shares[places(wanted).take(ties)], shares[ties // TIE_SLOTS]
    made.put(ties, 0.5 * np.abs(theirs - own).sum(axis=-1))
    return made


def density(weight: Floats | Ints, active: Bools, full: float) -> Floats:
    """Ties over possible ties, [R], in units of the full density; `weight` [R, N] is what a firm's ties count."""
    n = active.sum(axis=-1)
    made: Floats = weight.sum(axis=-1) / np.maximum(n * (n - 1), 1) / full
    return made
