"""What a step of a scenario's guide can point at, by screen: panels and buttons by name, and decisions."""

from collections.abc import Sequence

TABLES = ("effort", "pledge", "join")
OWN = ("price", "quality", "brand", "capacity", "research", "brand_split", "position")
PLACES = {
    "quarter": ("own", "map", "news", "together", "log", "call", "whatif", "end"),
    "together": ("list", "record", "end"),
    "results": ("depth", "neighbours", "region", "whatif", "next"),
}


def decisions(bodies: Sequence[str]) -> list[str]:
    """Names of the decisions that a step can point at and wait for, where these institutions are."""
    return [*OWN, *(f"{table} {body}" for table in TABLES for body in bodies)]
