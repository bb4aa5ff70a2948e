"""A decision sheet: what one seat sends in a quarter, in the form that saves, decision files and screens share.

Whatever is left out carries over from last quarter; pledges and complaints never carry over. Firms are named by firm
id.
"""

from typing import Annotated

from pydantic import Field

from game.model.section import Section
from game.model.town import MOTION_SLOTS

Body = str
FirmId = Annotated[int, Field(ge=1)]
MotionPlace = Annotated[int, Field(ge=1, le=MOTION_SLOTS)]
Share = Annotated[float, Field(ge=0, le=1)]


class Motion(Section):
    """A motion for the town hall: what is moved, about which institution, function or firm, and what is asked for.

    `value` is a number; structures and the bodies that functions are given to are named in `to`.
    """

    kind: str
    about: str = ""
    firm: FirmId | None = None
    value: float = 0.0
    to: str = ""


class Sheet(Section):
    """Decisions of one firm for one quarter, amounts in the engine's units.

    `partners` maps firm id to how it is treated (null: as it treats us); a partner that a given table leaves out is
    dropped. `votes` maps the place of a motion on the table, from 1, to yes or no; without a vote a firm abstains.
    """

    price: float | None = None
    quality: float | None = None
    research: float | None = None
    brand: float | None = None
    brand_split: float | None = None
    capacity: float | None = None
    position: float | None = None
    join: dict[Body, bool] = {}
    effort: dict[Body, float] = {}
    pledge: dict[Body, float] = {}
    complaint: dict[Body, FirmId] = {}
    partners: dict[FirmId, float | None] | None = None
    votes: dict[MotionPlace, bool] = {}
    motion: Motion | None = None
    call: bool = False
