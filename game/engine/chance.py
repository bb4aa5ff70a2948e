"""Luck: every draw is a pure function of (seed, replicate, purpose, quarter, firms), with no generator to carry along.

The generator is Squares (Widynski 2022, "Squares: a fast counter-based RNG", arXiv:2004.06278), the five-round form
with 64 bits of output. The key comes from seed and purpose, the counter is packed from

    replicate (20 bits) | quarter (10) | lane (6) | firm (14) | other firm (14)

so a firm that enters or leaves shifts nobody's luck, replicate k of any batch draws what the single run k draws, and
counterfactual rows that carry the same replicate id share their luck.
"""

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from game.model.record import Floats, Ints

Words = NDArray[np.uint64]

_HALF = np.uint64(32)
_TWO_52 = np.float64(2.0**52).view(np.uint64)
_MASK = (1 << 64) - 1


class Purpose(IntEnum):
    """What a draw is for. Numbers are part of the rules: add at the end, never renumber."""

    TREND = 1
    RECESSION = 2
    TASTE = 3
    TREMBLE = 4
    TREMBLE_TIE = 5
    OBSERVE = 6
    AUDIT = 7
    FALSE_ALARM = 8
    SUCCESS = 9
    SCANDAL = 10
    LAST_QUARTER = 11
    RING = 12
    STRATEGY = 13
    STRATEGY_TIE = 14
    MANAGER = 15
    OPENING = 16
    FORECAST = 17
    MATCH_STRATEGY = 18
    MATCH_NOISE = 19
    SEGMENT = 20
    COURT = 21
    CAMPAIGN = 22
    ENTRY = 23
    ENTRANT = 24
    PRICE_ERROR = 25
    VOTE = 26


@lru_cache(maxsize=4096)
def key(seed: int, purpose: int) -> int:
    """A Squares key for (seed, purpose): two runs of eight different hexadecimal digits, none zero, the last odd.

    This is the shape of key the paper asks for; the digits are shuffled by SplitMix64 words (Steele et al. 2014).
    """
    mixed = (seed * 0x9E3779B97F4A7C15 + purpose * 0xD1B54A32D192ED03 + 0x2545F4914F6CDD1D) & _MASK

    def word() -> int:
        nonlocal mixed
        mixed = (mixed + 0x9E3779B97F4A7C15) & _MASK
        value = mixed
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
        return value ^ (value >> 31)

    made = 0
    for half in range(2):
        digits = list(range(1, 16))
        for place in range(8):
            pick = place + word() % (15 - place)
            digits[place], digits[pick] = digits[pick], digits[place]
        if half == 1:
            odd = next(place for place in range(8) if digits[place] % 2)
            digits[7], digits[odd] = digits[odd], digits[7]
        for place in range(8):
            made = made << 4 | digits[place]
    return made


def squares(counter: Words, draw_key: int) -> Words:
    """64 random bits for each counter: five rounds of square, add and swap halves, in place on fresh arrays."""
    weyl = np.uint64(draw_key)
    step = counter * weyl
    other = step + weyl
    held = step.copy()
    for added in (step, other, step):
        np.square(held, out=held)
        held += added
        _swap(held)
    np.square(held, out=held)
    held += other
    last = held.copy()
    _swap(last)
    np.square(last, out=last)
    last += step
    last >>= _HALF
    held ^= last
    return held


def _swap(words: Words) -> None:
    """Swap halves in place."""
    upper = words >> _HALF
    words <<= _HALF
    words |= upper


def _floats(words: Words) -> Floats:
    """Words below 2^52 as numbers, exactly, in place: set into the fraction of 2^52, which is then taken off."""
    words |= _TWO_52
    made = words.view(np.float64)
    made -= 2.0**52
    return made


def _unit(words: Words) -> Floats:
    """Words to numbers in (0, 1), in place: the upper 52 bits, shifted by half a step so that neither end is met."""
    words >>= np.uint64(12)
    made = _floats(words)
    made += 0.5
    made *= 2.0**-52
    return made


Lanes = int | tuple[int, ...]


@dataclass(frozen=True)
class Chance:
    """The luck of a batch: a seed and the replicate id of each of its R rows."""

    seed: int
    replicate: Ints

    def uniform(
        self, purpose: Purpose, quarter: int, firm: Ints | None = None, other: Ints | None = None, lane: Lanes = 0
    ) -> Floats:
        """Uniform draws in (0, 1): [R] without `firm`, else the shape of `firm` (first axis R).

        A lane keeps draws of one purpose apart; several lanes at once make a second axis, [R, lanes, N].
        """
        return _unit(self.words(purpose, quarter, firm, other, lane))

    def normal(
        self, purpose: Purpose, quarter: int, firm: Ints | None = None, other: Ints | None = None, lane: Lanes = 0
    ) -> Floats:
        """Standard normal draws by Box and Muller (1958) from the two halves of one word."""
        words = self.words(purpose, quarter, firm, other, lane)
        angle = _floats(words & np.uint64(0xFFFFFFFF))
        angle *= 2.0**-31 * np.pi
        words >>= _HALF
        radius = _floats(words)
        radius += 0.5
        radius *= 2.0**-32
        made: Floats = np.sqrt(-2.0 * np.log(radius))
        made *= np.cos(angle)
        return made

    def of(self, rows: Ints) -> Self:
        """The luck of some rows, repeats allowed: for draws [n] that only a few places need."""
        return replace(self, replicate=self.replicate[rows])

    def happens(
        self, purpose: Purpose, quarter: int, firm: Ints, lanes: tuple[int, ...], odds: Floats
    ) -> NDArray[np.bool_]:
        """What happens with its odds, [R, lanes, N] each; nothing is drawn on lanes where nothing can."""
        made = np.zeros((len(firm), len(lanes), firm.shape[-1]), dtype=np.bool_)
        some = np.flatnonzero((odds > 0).any(axis=0).any(axis=-1))
        if len(some):
            drawn = self.uniform(purpose, quarter, firm, lane=tuple(lanes[place] for place in some))
            made[:, some] = drawn < odds[:, some]
        return made

    @cached_property
    def _rows(self) -> Words:
        """The replicates in their place in the counter."""
        made: Words = self.replicate.astype(np.uint64) << np.uint64(44)
        return made

    def words(
        self, purpose: Purpose, quarter: int, firm: Ints | None = None, other: Ints | None = None, lane: Lanes = 0
    ) -> Words:
        """The raw 64-bit words behind a draw."""
        if isinstance(lane, int):
            row = self._rows | _place(quarter, lane)
        else:
            row = self._rows[:, None] | (_lanes(lane) | _place(quarter, 0))
        if firm is not None:
            pair = firm << 14 if other is None else firm << 14 | other
            packed = pair.view(np.uint64) if isinstance(lane, int) else pair.view(np.uint64)[:, None]
            row = row.reshape(row.shape + (1,) * (packed.ndim - row.ndim)) | packed
        return squares(row, key(self.seed, purpose))


@lru_cache(maxsize=256)
def _lanes(lanes: tuple[int, ...]) -> Words:
    """Several lanes in their place in the counter."""
    return np.array([_place(0, lane) for lane in lanes], dtype=np.uint64)


def _place(quarter: int, lane: int) -> np.uint64:
    return np.uint64((quarter & 1023) << 34 | (lane & 63) << 28)
