"""Strategies that remember one move, exactly: what two of them do to each other in the long run and in a match.

Errors are why noise matters in a tournament: two tit for tats that err once echo it for ever, and keep half of the
time however rare errors are; forgiving strategies and win-stay lose-shift find back (Nowak & Sigmund 1993).
"""

import numpy as np

from game.model.record import Bools, Floats
from game.rivals.strategy import MEMORIES, Seen, Strategy, kept

PASTS = ("CC", "CD", "DC", "DD")  # own act first
_OWN = np.array([0.0, 1.0, 1.0, 0.0, 0.0])
_THEIRS = np.array([0.0, 1.0, 0.0, 1.0, 0.0])
_FIRST = np.arange(5) == 0
_MIRROR = np.array([0, 2, 1, 3])  # the same pasts as the other side sees them
_HALVINGS = 54


def memory_one(strategy: Strategy, *, patience: float = 0.9, threshold: float = 0.5) -> Floats:
    """The five chances of keeping, [5]: at first and after CC, CD, DC, DD, found by letting the strategy play.

    A strategy that draws keeps where its draw is below some chance; that chance is met by halving. Raises ValueError
    for a strategy whose answer hangs on more than the last two acts.
    """
    patient = (patience, threshold)
    ends = np.array([2.0**-53, 1 - 2.0**-53])
    never, always = ~_keeps(strategy, 0.0, ends[0], patient), _keeps(strategy, 0.0, ends[1], patient)
    for draw in (*ends, 0.5):
        if (_keeps(strategy, 0.0, draw, patient) != _keeps(strategy, 1.0, draw, patient)).any():
            raise ValueError(strategy.name)
    low, high = np.zeros(5), np.ones(5)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        keeps = _keeps(strategy, 0.0, middle, patient)
        low, high = np.where(keeps, middle, low), np.where(keeps, high, middle)
    made: Floats = np.where(always, 1.0, np.where(never, 0.0, (low + high) / 2))
    return made


def _keeps(strategy: Strategy, held: float, draw: Floats | float, patient: tuple[float, float]) -> Bools:
    patience, threshold = (np.full(5, value) for value in patient)
    seen = Seen(
        own=_OWN.copy(),
        others=_THEIRS.copy(),
        first=_FIRST.copy(),
        memory=np.full((MEMORIES, 5), held),
        patience=patience,
        threshold=threshold,
        deterred=np.zeros(5, dtype=np.bool_),
        draw=lambda: np.broadcast_to(np.asarray(draw, dtype=np.float64), 5),
    )
    return kept(strategy.play(seen))


def stationary(one: Floats, other: Floats, error: float) -> Floats:
    """Long-run shares of CC, CD, DC, DD as `one` sees them, [..., 4], for tables `one` and `other` [..., 5].

    v = v M with M from the two tables after errors, p -> (1 - 2e) p + e; with e in (0, 1/2] every past is reached from
    every other, so that there is one such v and the first move does not matter.
    """
    if not 0 < error <= 0.5:
        raise ValueError(error)
    chain = _chain(one, other, error)
    system = np.swapaxes(chain, -1, -2) - np.eye(4)
    system[..., -1, :] = 1.0
    right = np.zeros((*system.shape[:-1], 1))
    right[..., -1, 0] = 1.0
    return np.linalg.solve(system, right)[..., 0].astype(np.float64)


def in_match(one: Floats, other: Floats, continuation: float, error: float = 0.0) -> Floats:
    """Expected shares of CC, CD, DC, DD over the turns of a match, [..., 4]: (1 - d) v_1 (I - d M)^-1, v_1 the first.

    d is the chance that the match goes on after a turn; equally the discount factor of an endless one.
    """
    chain = _chain(one, other, error)
    start = _pairs(_err(one[..., 0], error), _err(other[..., 0], error))
    system = np.eye(4) - continuation * np.swapaxes(chain, -1, -2)
    return np.linalg.solve(system, (1 - continuation) * start[..., None])[..., 0].astype(np.float64)


def _chain(one: Floats, other: Floats, error: float) -> Floats:
    """Transition matrix between the four pasts, [..., 4, 4]."""
    return _pairs(_err(one[..., 1:], error), _err(other[..., 1:][..., _MIRROR], error))


def _err(chance: Floats, error: float) -> Floats:
    made: Floats = (1 - 2 * error) * chance + error
    return made


def _pairs(p: Floats, q: Floats) -> Floats:
    return np.stack([p * q, p * (1 - q), (1 - p) * q, (1 - p) * (1 - q)], axis=-1)
