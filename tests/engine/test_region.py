"""Co-evolution: indices are sums of terms within bounds, and the regional brand has a threshold with hysteresis."""

from dataclasses import replace

import numpy as np
import pytest

from game import play
from game.engine.rules import compile_rules
from game.engine.scores import bend, coupling_degree
from game.model.ledger import INDEX_TERMS
from game.model.record import lock
from game.model.state import RegionStocks
from tests.build import all_members, outcome, play_out, village
from tests.generate import random_decisions


def test_indices_are_the_sums_of_their_terms() -> None:
    for moment in play_out(village(), 12, runs=10, send=random_decisions(2)):
        region, made = moment.state.region, outcome(moment)
        pairs = {
            "reputation": made.echelon.reputation,
            "awareness": made.echelon.awareness,
            "cluster": made.region.cluster,
            "economy": made.region.economy,
            "heterogeneity": made.region.heterogeneity,
            "rigidity": made.region.rigidity,
        }
        for name, terms in pairs.items():
            assert terms.shape[1] == len(INDEX_TERMS[name])
            scale = np.abs(terms).max(axis=-1)
            assert (np.abs(terms.sum(axis=-1) - getattr(region, name)) <= 1e-9 * scale).all()


def held_at(cluster: float, awareness: float, quarters: int, effort: str = "always") -> float:
    """Awareness after some quarters with the cluster level held."""
    table = play.set_table(compile_rules(village()), 3, 10, strategies=dict.fromkeys(range(16), effort))
    moment = play.start(table)

    def fix(region: RegionStocks, first: bool) -> RegionStocks:
        level = np.full_like(region.cluster, cluster)
        aware = np.full_like(level, awareness) if first else region.awareness
        return replace(region, cluster=level, awareness=aware)

    for quarter in range(quarters):
        state = lock(replace(moment.state, region=fix(moment.state.region, quarter == 0)))
        moment = play.step(table, replace(moment, state=state), all_members)
    return float(moment.state.region.awareness.mean())


def test_the_brand_forms_above_a_threshold_and_is_lost_below_a_lower_one() -> None:
    """Between the two levels it depends on where one comes from (hysteresis)."""
    forms = {level: held_at(level, 0.12, 40) for level in (0.20, 0.26, 0.40)}
    stays = {level: held_at(level, 0.80, 40) for level in (0.05, 0.26, 0.40)}
    assert forms[0.20] < 0.1
    assert forms[0.26] < 0.1
    assert forms[0.40] > 0.5
    assert stays[0.05] < 0.1
    assert stays[0.26] > 0.4
    assert stays[0.40] > 0.5


def test_reputation_falls_faster_than_it_rises() -> None:
    quiet = village(16, ("mark",))
    up = play_out(quiet, 1, "always", runs=50)[0].state.region.reputation.mean() - 0.35
    region = quiet.region.model_copy(update={"reputation": 0.65})
    down = (
        0.65
        - play_out(quiet.model_copy(update={"region": region}), 1, "never", runs=50)[0].state.region.reputation.mean()
    )
    assert down == pytest.approx(2 * up, rel=0.1)


def test_rigidity_deepens_a_fall_of_demand() -> None:
    from game.model.scenario import Effect, Event

    slump = Event(
        name="slump", quarter=2, length=2, effect=Effect(local=0.8, national=0.8, export=0.8), news="A slump."
    )
    falls = []
    for rigid in (0.05, 0.9):
        base = village(16, (), region=village().region.model_copy(update={"rigidity": rigid}))
        calm = play_out(base, 2, runs=30)[1]
        hit = play_out(base.model_copy(update={"events": [slump]}), 2, runs=30)[1]
        falls.append(1 - outcome(hit).market.demand.sum() / outcome(calm).market.demand.sum())
    assert falls[0] == pytest.approx(0.2 * (1 + 1.5 * 0.05), abs=0.03)
    assert falls[1] > 1.5 * falls[0]


@pytest.mark.parametrize(
    ("parts", "degree"), [((0.6, 0.5, 0.4), 0.702312), ((0.9, 0.1, 0.1), 0.456079), ((0.3, 0.6, 0.9), 0.738333)]
)
def test_coupling_coordination_degree(parts: tuple[float, float, float], degree: float) -> None:
    """Values of the coupling coordination degree computed from its definition, six digits."""
    assert float(coupling_degree(np.array(parts))) == pytest.approx(degree, abs=5e-7)


def test_scores_bend_softly_and_never_reach_the_ends() -> None:
    x = np.linspace(-20, 21, 4101)
    y = bend(x)
    assert (np.diff(y) > 0).all()
    assert y.min() > 0
    assert y.max() < 1
    assert float(bend(np.array(0.5))) == pytest.approx(0.5, abs=1e-12)
    middle = (x > 0.3) & (x < 0.7)
    assert np.abs(y - x)[middle].max() < 0.002
    assert float(bend(np.array(0.0))) == pytest.approx(0.0796, abs=1e-4)


def test_region_score_is_the_mean_of_five_parts() -> None:
    for moment in play_out(village(), 5, runs=10):
        scores = outcome(moment).scores
        assert scores.parts.shape[1] == 5
        assert np.allclose(scores.parts.mean(axis=-1), scores.region, rtol=1e-12)
        assert ((scores.parts >= 0) & (scores.parts <= 100)).all()
