"""The table of claims, in the order of their ids, and what they are expected to say."""

from functools import lru_cache

from game import resources
from game.evidence.claim import Claim
from game.evidence.rows.cooperation import COOPERATION
from game.evidence.rows.crowds import CROWDS
from game.evidence.rows.growth import GROWTH
from game.evidence.rows.institutions import INSTITUTIONS
from game.evidence.rows.rules import RULES
from game.files import read_json


@lru_cache(maxsize=1)
def table() -> dict[str, Claim]:
    """All claims by id."""
    made = [make() for rows in (GROWTH, CROWDS, RULES, INSTITUTIONS, COOPERATION) for make in rows]
    return {claim.id: claim for claim in sorted(made, key=lambda claim: claim.id)}


def expected() -> dict[str, bool]:
    """Whether each claim is expected to hold; what does not has its reason in the catalogue."""
    held = read_json(resources.assets() / "evidence" / "expected.json")
    return {str(name): bool(value) for name, value in held.items()}
