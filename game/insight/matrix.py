"""`python -m game.insight.matrix` writes `docs/plans.md`: what every fixed plan is worth at every seat that is shipped.

Made from the kept bands, so that it says what the game measures scores against; a test asserts that it was written
again.
"""

from collections.abc import Iterator
from pathlib import Path

from game import resources
from game.insight.kept import find
from game.insight.plans import PLANS
from game.model.band import Band
from game.model.scenario import Units
from game.scenario.read import load
from game.wording.words import Words

FILE = Path("docs") / "plans.md"


def matrix(words: Words) -> str:
    """The text of the file: a line a seat, the plan worth most in bold, and how often each plan is that."""
    titles = [words.say(f"matrix-{name}") for name in ("scenario", "seat", "unit")]
    titles += [words.say(f"plan-{plan.name}") for plan in PLANS] + [words.say("matrix-region")]
    lines = [f"# {words.say('matrix-title')}", "", words.say("matrix-about"), ""]
    lines += [f"| {' | '.join(titles)} |", "|---|---|---|" + "---:|" * (len(PLANS) + 1)]
    first = []
    for name, firm, units, band in _seats():
        worth = {plan.name: band.worth[plan.name][-1] * units.money_scale for plan in PLANS}
        first.append(max(worth, key=worth.__getitem__))
        cells = [f"**{value:.1f}**" if plan == first[-1] else f"{value:.1f}" for plan, value in worth.items()]
        region = f"{band.none_keep[-1]:.0f}, {band.all_keep[-1]:.0f}"
        lines.append(f"| {' | '.join([f'`{name}`', firm, units.currency, *cells, region])} |")
    counts = ", ".join(f"{words.say(f'plan-{plan.name}')} {first.count(plan.name)}" for plan in PLANS)
    return "\n".join([*lines, "", words.say("matrix-counts", counts=counts)]) + "\n"


def _seats() -> Iterator[tuple[str, str, Units, Band]]:
    """Scenario, firm, its units and its band, of every seat of every scenario as it is written.

    Raises LookupError where a band is not kept.
    """
    for name, path in resources.shipped_scenarios().items():
        scenario = load(path)
        for slot, firm in ((slot, firm) for slot, firm in enumerate(scenario.firms) if firm.seat):
            band = find(scenario, slot)
            if band is None:
                raise LookupError(f"no band of {firm.name} in {name}: python -m game.insight bands {name}")
            yield name, firm.name, scenario.units, band


if __name__ == "__main__":
    FILE.write_text(matrix(Words()), encoding="utf-8")
