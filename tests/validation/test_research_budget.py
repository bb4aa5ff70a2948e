"""Research with spillovers: closed forms against figures and against a search (README.md has the sources)."""

import csv
from pathlib import Path

import numpy as np
import pytest

from game.rivals.research_budget import Regime, cartel, coordination, planner, research

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows("research_budget.csv"), ids=lambda row: f"{row['n']}-{row['spillover']}")
def test_alone_joint_collusion_and_planner(row: dict[str, str]) -> None:
    given = {name: float(row[name]) for name in ("n", "spillover", "curvature", "slope")}
    given["margin"] = float(row["choke"]) - float(row["cost"])
    made = {
        "alone": research(Regime.ALONE, **given),
        "joint": research(Regime.JOINT, **given),
        "collusion": cartel(**given),
        "planner": planner(**given),
    }
    for name, each in made.items():
        if row[name]:
            assert each.research == pytest.approx(float(row[name]), rel=1e-9)
            assert each.output == pytest.approx(float(row[f"output_{name}"]), rel=1e-9)
        if row.get(f"profit_{name}"):
            assert each.profit == pytest.approx(float(row[f"profit_{name}"]), rel=1e-9)


@pytest.mark.parametrize(
    "row", rows("research_four_regimes.csv"), ids=lambda r: f"{r['regime']}-{r['n']}-{r['spillover']}"
)
def test_four_regimes(row: dict[str, str]) -> None:
    made = research(Regime(row["regime"]), float(row["n"]), float(row["spillover"]), 8.0, 50.0)
    for part in ("research", "saving", "output", "profit"):
        assert getattr(made, part) == pytest.approx(float(row[part]), rel=1e-9)


@pytest.mark.parametrize("spillover", [0.1, 0.5, 0.8])
@pytest.mark.parametrize("n", [2, 5])
def test_each_for_itself_is_an_equilibrium(n: int, spillover: float) -> None:
    """Against a grid of own research and the Cournot outputs that follow; the joint one against a grid for all."""
    gamma, z = 4.0, 50.0
    alone = float(research(Regime.ALONE, n, spillover, gamma, z).research)
    own = alone * np.linspace(0.5, 1.5, 2001)
    mine = own + spillover * (n - 1) * alone
    theirs = alone + spillover * (own + (n - 2) * alone)
    output = (z + n * mine - (n - 1) * theirs) / (n + 1)
    assert own[(output**2 - gamma * own**2 / 2).argmax()] == pytest.approx(alone, rel=1e-3)
    joint = float(research(Regime.JOINT, n, spillover, gamma, z).research)
    every = joint * np.linspace(0.5, 1.5, 2001)
    shared = ((z + (1 + (n - 1) * spillover) * every) / (n + 1)) ** 2 - gamma * every**2 / 2
    assert every[shared.argmax()] == pytest.approx(joint, rel=1e-3)


def test_coordination_pays_research_from_spillovers_of_one_half_on() -> None:
    n = np.array([2.0, 5.0, 10.0])[:, None]
    ratio = coordination(n, np.array([0.1, 0.4, 0.5, 0.6, 0.9]), 8.0)
    assert (ratio[:, :2] < 1).all()
    assert ratio[:, 2] == pytest.approx(1, abs=1e-12)
    assert (ratio[:, 3:] > 1).all()


def test_joint_ventures_that_decide_together_earn_most_and_those_that_do_not_research_least() -> None:
    for n in (2, 5, 10):
        for beta in (0.0, 0.3, 0.6, 0.9):
            made = {kind: research(kind, n, beta, 8.0, 50.0) for kind in Regime}
            assert max(made, key=lambda kind: made[kind].profit) == Regime.SHARED_JOINT
            if beta >= 0.5:
                assert min(made, key=lambda kind: made[kind].research) == Regime.SHARED_ALONE
