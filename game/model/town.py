"""What a town hall may move, and the structures an institution can have: names whose places the records hold."""

from typing import Literal, NamedTuple

from game.model.policy import BODIES

Structure = Literal["star", "network", "hierarchy", "chain"]
STRUCTURES: tuple[Structure, ...] = ("star", "network", "hierarchy", "chain")
MOTION_SLOTS = 4

# What is moved, and what its target is.
MOTIONS = {
    "dues": "institution",
    "equal_share": "institution",
    "audit": "institution",
    "fine": "institution",
    "standard": "institution",
    "floor": "institution",
    "structure": "institution",
    "admit": "firm",
    "expel": "firm",
    "function": "function",
    "relocate": "region",
    "support": "region",
    "advertise": "region",
}
KINDS = tuple(MOTIONS)
# By-laws of an institution with the lowest and highest value that may be moved; a structure is a place in `STRUCTURES`.
BY_LAWS = {
    "dues": (0.0, 0.02),
    "equal_share": (0.0, 1.0),
    "audit": (0.0, 1.0),
    "fine": (0.0, 10.0),
    "standard": (0.1, 1.0),
    "floor": (0.0, 1.0),
    "structure": (0.0, len(STRUCTURES) - 1.0),
}
VALUES = BY_LAWS | {
    "admit": (0.0, 0.0),
    "expel": (0.0, 0.0),
    "function": (0.0, len(BODIES) - 1.0),
    "relocate": (1.0, 3.0),
    "support": (0.0, 0.95),
    "advertise": (0.0, 0.05),
}
WHOLE = ("structure", "function", "relocate")  # values that are places or counts


class Proposal(NamedTuple):
    """A motion by places: what is moved, what it is about (0 for the region), and what is asked for."""

    kind: str
    target: int
    value: float
