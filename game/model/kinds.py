"""Traditional and high-tech clusters: the same model with a few numbers scaled.

In a high-tech cluster quality ages faster and jumps further, R&D weighs more, what an alliance shares is worth more and
costs more, contracts trade intellectual property and hold better, and fairs bring more investors (Tu: the marketing
model of high-tech clusters).
"""

from game.model.arrows import number_at, with_number
from game.model.institutions import Institutions
from game.model.scenario import INSTITUTIONS, Scenario

HIGH_TECH = {
    "innovation.quality_ageing": 2.0,
    "innovation.quality_jump": 2.0,
    "costs.research_base": 1.5,
    "costs.learning": 1.32,
    "institutions.research.cost": 1.3,
    "institutions.research.spillover": 1.3,
    "institutions.fair.investors": 1.5,
    **{f"institutions.{name}.court": 2.0 for name in INSTITUTIONS},
}
FACTORS = {"traditional": {}, "high_tech": HIGH_TECH}
LIMITS = {"court": 1.0, "quality_ageing": 0.5}


def of_its_kind(scenario: Scenario) -> Scenario:
    """The scenario with the numbers that its kind scales; institutions that are not there are left out."""
    for path, factor in FACTORS[scenario.kind].items():
        if _absent(scenario.institutions, path):
            continue
        scaled = number_at(scenario, path) * factor
        scenario = with_number(scenario, path, min(scaled, LIMITS.get(path.rsplit(".", 1)[-1], scaled)))
    return scenario


def _absent(institutions: Institutions, path: str) -> bool:
    parts = path.split(".")
    return parts[0] == "institutions" and getattr(institutions, parts[1]) is None
