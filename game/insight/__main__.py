"""`python -m game.insight` measures the bands of all shipped scenarios again and keeps them with the scenarios."""

from game import resources
from game.insight.band import band_digest, measure
from game.insight.kept import KEPT, write
from game.model.band import Band
from game.rivals.difficulty import DIFFICULTIES
from game.scenario.read import load, treated


def main() -> None:
    """Measure and write."""
    made: dict[str, Band] = {}
    for path in resources.shipped_scenarios().values():
        scenario = load(path)
        variants = [scenario, *(treated(path.read_text(encoding="utf-8"), name) for name in scenario.treatments)]
        for variant in variants:
            for slot in (slot for slot, firm in enumerate(variant.firms) if firm.seat):
                for difficulty in DIFFICULTIES:
                    made[band_digest(variant, slot, difficulty)] = measure(variant, slot, difficulty)
    write(resources.scenarios() / KEPT, made)


if __name__ == "__main__":
    main()
