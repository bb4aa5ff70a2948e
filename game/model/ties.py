"""Neighbour lists, [R, N, K] with K = 8 places a firm: where partners stand, and sums over a firm's places.

Eight is few: numpy's own reductions over so short an axis cost many times what these do, for the same bytes.
"""

import numpy as np

from game.model.record import Bools, Floats, Ints

TIE_SLOTS = 8


def places(wanted: Ints) -> Ints:
    """Where the partners stand when the firms of all rows are laid out in a line, [R, N, K]; 0 of its row for none."""
    replicates, slots, _ = wanted.shape
    held = np.maximum(wanted, 0)
    held += (np.arange(replicates) * slots)[:, None, None]
    return held


def only(wanted: Ints, kept: Bools) -> Ints:
    """Partners where they are kept, -1 elsewhere, [R, N, K]: in numbers, for a choice in no order is slow to make."""
    made: Ints = (wanted + 1) * kept - 1
    return made


def marked(marks: Bools) -> Ints:
    """How many of a firm's places are marked, [R, N]: eight marks are read as one word, and its bits are counted."""
    made: Ints = np.bitwise_count(np.ascontiguousarray(marks).view(np.uint64))[..., 0].astype(np.int64)
    return made


def total(values: Floats) -> Floats:
    """Sum over a firm's places, [R, N], in the order in which numpy adds eight numbers."""
    pairs = values[..., 0::2] + values[..., 1::2]
    fours = pairs[..., 0::2] + pairs[..., 1::2]
    made: Floats = fours[..., 0] + fours[..., 1] + 0.0  # as a sum that begins at nought: never -0
    return made
