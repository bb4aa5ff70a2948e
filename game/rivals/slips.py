"""Slips of the hand in a tournament."""

import math

import numpy as np

from game.engine.chance import Chance, Purpose
from game.model.record import Bools, Ints

TURN_BITS = 10
FIRM_BITS = 14
SLIP_TURNS = 16


class Slips:
    """Acts that come out as their opposite, each with the same chance.

    Instead of a draw for every act, draws give how many acts pass until the next slip: with u uniform, the whole part
    of log u / log(1 - e) is geometric (Devroye 1986, Non-Uniform Random Variate Generation, ch. X.2). At an error rate
    of .05 that is one draw for twenty acts. Blocks of turns are of one length, whatever the number of runs.
    """

    def __init__(self, shape: tuple[int, int, int], chance: Chance, noise: float) -> None:
        self.shape, self.chance, self.noise = shape, chance, noise
        self.block = np.empty((0, *self.shape), dtype=np.bool_)

    def at(self, turn: int) -> Bools:
        """Which acts slip in a turn (turns are asked for in their order), [S, S + 1, R]."""
        number, place = divmod(turn, SLIP_TURNS)
        if place == 0:
            self.block = self._draw(number)
        made: Bools = self.block[place]
        return made

    def _draw(self, number: int) -> Bools:
        """The slips of one block of turns, [turns, S, S + 1, R]."""
        first, second, runs = self.shape
        length = SLIP_TURNS * first * second
        slipped = np.zeros((runs, length), dtype=np.bool_)
        if self.noise >= 1:
            slipped[:] = True
        else:
            expected = length * self.noise
            count = int(expected + 4 * math.sqrt(expected)) + 8
            reached, drawn = np.full((runs, 1), -1, dtype=np.int64), 0
            while int(reached.min()) < length:
                gaps = self._gaps(number, np.arange(drawn, drawn + count, dtype=np.int64)[None, :], length)
                where = reached + gaps.cumsum(axis=-1)
                run, nth = np.nonzero(where < length)
                slipped[run, where[run, nth]] = True
                reached, drawn = where[:, -1:], drawn + count
        return np.ascontiguousarray(np.moveaxis(slipped.reshape(runs, SLIP_TURNS, first, second), 0, -1))

    def _gaps(self, number: int, index: Ints, most: int) -> Ints:
        """Steps from slip to slip, at least one, [R, index]; more than `most` is as good as never."""
        low = (1 << TURN_BITS) - 1
        firm, other = index & ((1 << FIRM_BITS) - 1), index >> FIRM_BITS
        drawn = self.chance.uniform(Purpose.MATCH_NOISE, number & low, firm, other, lane=number >> TURN_BITS)
        stays = math.log1p(-self.noise)
        made: Ints = (np.maximum(np.log(drawn), most * stays) / stays).astype(np.int64) + 1
        return made
