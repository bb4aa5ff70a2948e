"""The village in which every claim is tried and every idea shown: one default calibration, nothing special about it."""

from typing import Any

from game.model.institutions import (
    Brokers,
    Channel,
    Fair,
    Institutions,
    Leader,
    Mark,
    Marketing,
    Pricing,
    Research,
)
from game.model.presentation import About, Briefing
from game.model.scenario import Firm, Quarters, Scenario

TABLES = {
    "mark": Mark,
    "channel": Channel,
    "fair": Fair,
    "research": Research,
    "leader": Leader,
    "marketing": Marketing,
    "brokers": Brokers,
    "pricing": Pricing,
}
EIGHT = tuple(TABLES)
LONGEST = 40


def village(
    firms: int = 16, bodies: tuple[str, ...] = EIGHT, strategy: str = "conditional", **sections: Any
) -> Scenario:
    """The calibrated default: a quarter of the firms large, the others small, all institutions open, no events.

    `bodies` are the institutions that exist, `strategy` is what every firm plays in them; further sections of a
    scenario are taken as they are.
    """
    plans = [
        Firm(name=f"Firm {i + 1}", size="large" if i < firms // 4 else "small", strategy=strategy, seat=i == 0)
        for i in range(firms)
    ]
    return Scenario(
        format=1,
        about=About(title="Village", lesson="a lesson", summary="a summary", place="a place"),
        briefing=Briefing(text=["A text."]),
        quarters=sections.pop("quarters", Quarters(min=LONGEST, max=LONGEST)),
        firms=plans,
        institutions=Institutions(**{body: TABLES[body]() for body in bodies}),
        **sections,
    )
