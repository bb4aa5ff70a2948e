"""`python -m game.insight` measures the bands of all shipped scenarios again and keeps them with the scenarios."""

from collections.abc import Iterator

from game import resources
from game.insight.band import band_digest, measure
from game.insight.kept import KEPT, write
from game.model.band import Band
from game.model.scenario import Scenario
from game.processes import pool
from game.rivals.difficulty import DIFFICULTIES
from game.scenario.read import load, treated

Seat = tuple[Scenario, int, str]


def main() -> None:
    """Measure, in a process for each core, and write."""
    with pool() as processes:
        made = dict(processes.map(_measured, _seats()))
    write(resources.scenarios() / KEPT, made)


def _seats() -> Iterator[Seat]:
    """Every seat of every scenario and treatment at every difficulty."""
    for path in resources.shipped_scenarios().values():
        scenario = load(path)
        variants = [scenario, *(treated(path.read_text(encoding="utf-8"), name) for name in scenario.treatments)]
        for variant in variants:
            for slot in (slot for slot, firm in enumerate(variant.firms) if firm.seat):
                yield from ((variant, slot, difficulty) for difficulty in DIFFICULTIES)


def _measured(seat: Seat) -> tuple[str, Band]:
    return band_digest(*seat), measure(*seat)


if __name__ == "__main__":
    main()
