"""Difficulty as named handicaps: who the rivals are, never hidden money.

Easy: at most one never-keeper in 16, the others go along. Normal: the cast of the scenario. Hard: the mix that people
show in the laboratory (Fischbacher, Gaechter & Fehr 2001): half conditional, nearly a third never-keepers, the rest
waver.
"""

from game.model.scenario import Scenario

EASY, NORMAL, HARD = "easy", "normal", "hard"
DIFFICULTIES = (EASY, NORMAL, HARD)
PEOPLE = (
    "conditional",
    "never",
    "conditional",
    "conditional",
    "never",
    "win_stay",
    "conditional",
    "random",
    "conditional",
    "never",
    "conditional",
    "never",
    "alternator",
    "conditional",
    "conditional",
    "never",
)


def handicap(scenario: Scenario, difficulty: str, seats: tuple[int, ...]) -> dict[int, str]:
    """Strategies that replace the scenario's on rivals' slots."""
    rivals = [slot for slot in range(len(scenario.firms)) if slot not in seats]
    if difficulty == EASY:
        never = [slot for slot in rivals if scenario.firms[slot].strategy == "never"]
        allowed = max(1, len(scenario.firms) // 16)
        return dict.fromkeys(never[allowed:], "conditional")
    if difficulty == HARD:
        return {slot: PEOPLE[place % len(PEOPLE)] for place, slot in enumerate(rivals)}
    return {}
