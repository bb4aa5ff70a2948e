"""Difficulty as named handicaps: who the rivals are, never hidden money.

Easy: at most one never-keeper in 16, the others go along. Normal: the cast of the scenario. Hard: the mix that people
show in the laboratory (Fischbacher, Gaechter & Fehr 2001): half conditional, nearly a third never-keepers, one in seven
hump-shaped, the rest none of these.
"""

from game.model.scenario import INSTITUTIONS, Firm, Scenario

EASY, NORMAL, HARD = "easy", "normal", "hard"
DIFFICULTIES = (EASY, NORMAL, HARD)
# Ordered so that the first so many, for any number of rivals from seven on, are near the mix.
PEOPLE = (
    "conditional",
    "never",
    "conditional",
    "hump",
    "conditional",
    "never",
    "conditional",
    "random",
    "conditional",
    "never",
    "conditional",
    "hump",
    "conditional",
    "never",
    "conditional",
    "never",
)


def handicap(scenario: Scenario, difficulty: str, seats: tuple[int, ...]) -> dict[int, str]:
    """Strategies that replace the scenario's on rivals' slots."""
    rivals = [slot for slot in range(len(scenario.firms)) if slot not in seats]
    if difficulty == EASY:
        never = [slot for slot in rivals if never_keeps(scenario, scenario.firms[slot])]
        allowed = max(1, len(scenario.firms) // 16)
        return dict.fromkeys(never[allowed:], "conditional")
    if difficulty == HARD:
        return {slot: PEOPLE[place % len(PEOPLE)] for place, slot in enumerate(rivals)}
    return {}


def never_keeps(scenario: Scenario, firm: Firm) -> bool:
    """Whether a firm keeps no promise of its own accord: by rule, or because its patience enforces none.

    A reasoner's patience times continuation is below d* = (1 - m)/((n - 1) m) with everybody a member, m = perceived
    return / n, in every institution (Friedman 1971). Fines may still move it.
    """
    if firm.strategy != "reasoner":
        return firm.strategy == "never"
    patience, n = firm.manager.patience * scenario.quarters.continuation, len(scenario.firms)
    tables = (getattr(scenario.institutions, name) for name in INSTITUTIONS)
    returns = [min(table.perceived_return / max(n, 2), 1.0) for table in tables if table is not None]
    return all(patience * (max(n, 2) - 1) * m < 1 - m for m in returns)
