"""The decision: what every firm, human or scripted, sends in a quarter."""

from dataclasses import dataclass

from game.model.record import Bools, Floats, Ints, array


@dataclass(frozen=True, eq=False)
class Decision:
    """Decisions of all firms of R games.

    Money amounts are for the quarter; `game.engine.legal` states what is possible.
    """

    price: Floats = array("RN", "price", "money a unit")
    quality: Floats = array("RN", "quality spending", "money")
    research: Floats = array("RN", "research spending", "money")
    brand: Floats = array("RN", "spending on own brands", "money")
    brand_split: Floats = array("RN", "part of it for the corporate brand, the rest for the product brand")
    capacity: Floats = array("RN", "capacity to build towards", "units")
    position: Floats = array("RN", "product position to move towards, on the circle")
    join: Bools = array("RJN", "wish to be a member this quarter")
    effort: Floats = array("RJN", "effort, the absolute share of full effort")
    pledge: Floats = array("RJN", "effort pledged for the next quarter, NaN for no pledge")
    complaint: Ints = array("RJN", "slot of the member complained about, -1 for none")
    partners: Ints = array("RNK", "slots of wanted partners, -1 for a free place")
    vote: Floats = array("RNM", "vote on each motion: 1 for, 0 against, NaN for none")
    motion: Ints = array("RN", "what the firm moves, a place in `MOTIONS`, -1 for nothing")
    motion_target: Ints = array("RN", "institution, function or slot that it is about")
    motion_value: Floats = array("RN", "what is asked for")
    call: Bools = array("RN", "wish for a meeting of the town hall next quarter")
    act: Floats = array("RNK", "how each partner is treated: orders handed over, knowledge shared")
