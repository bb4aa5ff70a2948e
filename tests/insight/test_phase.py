"""The phase map: basins that runs of the engine really have, kept as JSON."""

import json
from pathlib import Path

import numpy as np
import pytest

from game import play, resources
from game.engine.rules import compile_rules
from game.insight import phase
from game.insight.luck import Fresh
from game.insight.phase import COOPERATIVE, GRID, MIXED, NEVER, Phase, as_json, find, from_json, keep, measure, steps
from game.model.scenario import Effect, Event, Scenario
from game.model.state import brand
from game.scenario.read import load, treated
from tests.build import village


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return village(12, ("mark", "fair"))


@pytest.fixture(scope="module")
def measured(scenario: Scenario) -> Phase:
    return measure(scenario)


def test_who_keeps_ends_higher_from_everywhere(measured: Phase) -> None:
    assert measured.policies == (COOPERATIVE, MIXED, NEVER)
    good, bad = measured.ends[0], measured.ends[2]
    assert (good[..., 0] > bad[..., 0]).all()
    assert measured.formed[0].mean() > measured.formed[2].mean() + 0.2
    assert measured.formed[2].max() < 0.5


def test_basins_hang_on_where_one_begins(measured: Phase) -> None:
    """A higher opening never ends lower, by more than luck, and the edge of the basin is crossed along both axes."""
    for policy in range(3):
        ends = measured.ends[policy][..., 0]
        assert (np.diff(ends, axis=0) > -0.05).all()
    assert (measured.arrows[2][-1, -1] < 0).all()
    assert (measured.on > measured.off).all()
    assert (measured.on < 1).all()


def test_a_point_of_the_map_is_a_run_of_the_engine(scenario: Scenario, measured: Phase) -> None:
    """Brute force: the scenario that opens there, played draw by draw."""
    i, k = 6, 2
    region = scenario.region.model_copy(
        update={"cluster": float(measured.cluster[i]), "awareness": float(measured.awareness[k])}
    )
    rules = compile_rules(scenario.model_copy(update={"region": region}))
    ends = []
    for draw in range(phase.DRAWS):
        lone = Fresh(phase.SEED, np.array([draw]))
        table = play.Table(rules, play.set_table(rules, phase.SEED).cast, lone)
        moment = play.start(play.Table(rules, table.cast, play.set_table(rules, phase.SEED, np.array([draw])).chance))
        for _ in range(phase.QUARTERS):
            moment = play.step(table, moment)
        ends.append([moment.state.region.cluster[0], brand(moment.state.region)[0]])
    opening = play.start(play.set_table(rules, phase.SEED))
    assert opening.state.region.cluster[0] == pytest.approx(measured.cluster[i])
    assert measured.ends[1][i, k] == pytest.approx(np.mean(ends, axis=0), abs=0.05)


def test_steps_tell_how_far_they_are(scenario: Scenario) -> None:
    told = []
    for share, made in steps(scenario):
        told.append(share)
        if share > 0.1:
            break
        assert made is None
    assert told == sorted(told)


def test_maps_are_kept_by_what_they_depend_on(tmp_path: Path, scenario: Scenario, measured: Phase) -> None:
    assert find(scenario, tmp_path) is None
    keep(scenario, measured, tmp_path)
    again = find(scenario, tmp_path)
    assert again is not None
    for name in ("cluster", "arrows", "ends", "formed", "on", "off"):
        assert getattr(again, name) == pytest.approx(getattr(measured, name), abs=1e-5)
    told = scenario.model_copy(update={"about": scenario.about.model_copy(update={"title": "Another"})})
    frost = Event(name="Frost", quarter=2, effect=Effect(export=0.5), news="Frost.")
    assert find(told, tmp_path) is not None
    assert find(scenario.model_copy(update={"events": [frost]}), tmp_path) is not None
    other = scenario.model_copy(update={"region": scenario.region.model_copy(update={"growth": 0.1})})
    assert find(other, tmp_path) is None
    (tmp_path / phase.KEPT).write_text("{ broken", encoding="utf-8")
    assert find(scenario, tmp_path) is None
    keep(scenario, measured, tmp_path)
    assert find(scenario, tmp_path) is not None


def test_a_threshold_that_is_not_there_survives_json(measured: Phase) -> None:
    held = as_json(measured)
    held["off"] = [None, 0.2 * 10**phase.DIGITS, None]
    assert from_json(held).off.tolist() == [float("inf"), 0.2, float("inf")]
    with pytest.raises(TypeError):
        from_json(held | {"policies": "all"})


def test_no_institutions_and_one_firm_have_a_map_too() -> None:
    made = measure(village(1, ()))
    assert np.isfinite(made.ends).all()
    assert made.ends.shape == (3, GRID, GRID, 2)


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch, scenario: Scenario, measured: Phase) -> None:
    """Rows are played in blocks short enough for a frame; one block for all gives the same map."""
    assert GRID * GRID * phase.DRAWS * 12 > phase.BLOCK
    monkeypatch.setattr(phase, "BLOCK", 10**9)
    whole = measure(scenario)
    for name in ("arrows", "ends", "formed", "on", "off"):
        assert np.array_equal(getattr(whole, name), getattr(measured, name)), name


SHIPPED = {name: load(path) for name, path in resources.shipped_scenarios().items()}


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_maps_are_those_of_the_scenarios_as_they_stand(name: str, tmp_path: Path) -> None:
    """Treatments too; `python -m game.insight phases` measures them again."""
    scenario = SHIPPED[name]
    kept, now = find(scenario, tmp_path), measure(scenario)
    assert kept is not None
    for item in ("cluster", "brand", "arrows", "ends", "on", "off"):
        assert getattr(kept, item) == pytest.approx(getattr(now, item), abs=1.1e-3), item
    assert (np.abs(kept.formed - now.formed) > 0.01).mean() < 0.02  # a draw at the edge may fall otherwise elsewhere
    source = resources.shipped_scenarios()[name].read_text(encoding="utf-8")
    for treatment in scenario.treatments:
        assert find(treated(source, treatment), tmp_path) is not None, treatment


def test_shipped_maps_stay_small() -> None:
    assert (resources.scenarios() / phase.KEPT).stat().st_size < 300_000


@pytest.mark.parametrize("damage", ["{ broken", "[]", '{"%s": {}}', '{"%s": {"policies": ["mixed"], "scale": 0}}'])
def test_a_damaged_map_is_none(tmp_path: Path, scenario: Scenario, damage: str) -> None:
    text = damage.replace("%s", phase.phase_digest(scenario))
    (tmp_path / phase.KEPT).write_text(text, encoding="utf-8")
    assert find(scenario, tmp_path) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"formed": [[[0]]]},
        {"arrows": [[1, 2], [3]]},
        {"on": [1]},
        {"policies": ["mixed", "never", "cooperative"]},
        {"cluster": [None] * GRID},
    ],
)
def test_a_map_of_another_shape_is_none(
    tmp_path: Path, scenario: Scenario, measured: Phase, wrong: dict[str, object]
) -> None:
    held = as_json(measured) | wrong
    (tmp_path / phase.KEPT).write_text(json.dumps({phase.phase_digest(scenario): held}), encoding="utf-8")
    assert find(scenario, tmp_path) is None
