"""The 42 claims: their form, their verdicts, and that each hangs on the mechanism that it names."""

import os
from collections.abc import Callable
from dataclasses import fields

import pytest

from game.engine.rules import DECISIONS
from game.evidence.claim import Claim, Finding, Verdict
from game.evidence.metric import EARLIEST
from game.evidence.sensitivity import flips
from game.evidence.table import expected, table
from game.evidence.trial import RUNS, Trial, arms_of, workers
from game.model.arrows import ARROWS, number_at
from game.model.scenario import Scenario
from game.model.state import FirmStocks, RegionStocks
from game.model.village import EIGHT, village
from game.wording.words import Words

Count = Callable[[int, int], int]
FEW = 16
PART_KEYS = ["metric", "unit", "control", "treatment", "relation", "margin", "effect", "low", "high", "p", "holds"]
CLAIM_KEYS = ["id", "source", "claim", "kind", "holds", "runs", "parts"]


def tried(claims: list[Claim], runs: int) -> list[Verdict]:
    with workers(min(os.cpu_count() or 1, 2)) as pool:
        return Trial(runs, pool=pool).verdicts(claims)


def test_there_are_42_claims_with_words_and_an_expectation() -> None:
    names = [f"C{i:02d}" for i in range(1, 43)]
    assert list(table()) == list(expected()) == names
    words = Words()
    for name in names:
        assert words.has(f"evidence-claim-{name.lower()}")
        assert words.has(f"evidence-reason-{name.lower()}") is not expected()[name], name
    for claim in table().values():
        assert words.has(f"evidence-kind-{claim.kind.replace('_', '-')}")
        assert set(claim.off) <= set(ARROWS)
        for part in claim.parts:
            assert words.has(f"evidence-relation-{part.relation.replace('_', '-')}")
            assert all(side.metric.first >= EARLIEST for side in part.sides())


def test_every_field_that_an_arm_sets_exists() -> None:
    """A path that leads nowhere would change nothing and say nothing."""
    plain = village()
    for arm in arms_of(list(table().values())):
        for path, _ in (*arm.fields, *arm.neutral):
            first, _, rest = path.partition(".")
            if first == "firms":
                number_at(plain.firms[0], rest.partition(".")[2])
            elif first == "agenda":
                assert rest in (*DECISIONS, *EIGHT)
            else:
                number_at(plain, path.replace("*", "mark"))
        for stock in (*arm.opening, *arm.impulses, *arm.held):
            part, name = stock.path.split(".")
            stocks = fields(RegionStocks) if part == "region" else fields(FirmStocks)
            assert name in {item.name for item in stocks}, stock


def test_every_arm_is_a_scenario_that_could_be_written() -> None:
    """Arrows apart: a neutral number may lie beyond what the engine was tried in."""
    for arm in arms_of(list(table().values())):
        made = arm.scenario()
        assert Scenario.model_validate(made.model_dump()) == made


def contradicted(finding: Finding) -> bool:
    """Whether the whole interval lies on the wrong side of the margin."""
    margin, low, high = finding.margin, finding.low, finding.high
    return {
        "up": high < margin,
        "peak": high < margin,
        "differs": high < margin and low > -margin,
        "down": low > -margin,
        "not_up": low > margin,
        "not_down": high < -margin,
        "equal": low > 2 * margin or high < -2 * margin,
    }[finding.part.relation]


def test_verdicts_are_the_expected_ones(count: Count) -> None:
    """With few runs intervals are wide: there none may speak against a claim that is expected to hold."""
    runs = count(FEW, RUNS)
    for verdict in tried(list(table().values()), runs):
        name = verdict.claim.id
        if runs == RUNS:
            assert verdict.holds is expected()[name], name
        elif expected()[name]:
            assert not any(contradicted(finding) for finding in verdict.findings), name
        else:
            assert not verdict.holds, name


def test_no_claim_holds_with_its_mechanism_switched_off(count: Count) -> None:
    runs = count(FEW, RUNS)
    verdicts = tried([claim.switched_off() for claim in table().values()], runs)
    assert [verdict.claim.id for verdict in verdicts if verdict.holds] == []


@pytest.mark.parametrize("count_of_workers", [1, 2])
def test_bytes_do_not_hang_on_who_plays(count_of_workers: int) -> None:
    claims = [table()[name] for name in ("C01", "C10")]
    alone = Trial(6).verdicts(claims)
    with workers(count_of_workers) as pool:
        together = Trial(6, pool=pool)
        crowd = together.verdicts([*claims, table()["C28"]])[:2]
    for one, other in zip(alone, crowd, strict=True):
        for a, b in zip(one.findings, other.findings, strict=True):
            assert (a.effect, a.low, a.high, a.margin, a.holds) == (b.effect, b.low, b.high, b.margin, b.holds)


def test_a_shared_arm_is_played_once() -> None:
    trial = Trial(2)
    trial.verdicts([table()["C21"]])
    again = list(trial.steps([table()["C21"]]))
    assert len(again) == 1
    assert again[0][1] == 0


def test_json_has_the_shape_that_is_kept(count: Count) -> None:
    verdict = tried([table()["C08"]], count(4, 40))[0]
    content = verdict.as_json("title")
    assert list(content) == CLAIM_KEYS
    parts = content["parts"]
    assert isinstance(parts, list)
    assert [list(part) for part in parts] == [PART_KEYS] * 4
    assert {type(part[key]) for part in parts for key in ("effect", "low", "high", "margin", "p")} == {float}
    assert {type(part["holds"]) for part in parts} == {bool}


def test_sensitivity_plays_what_a_number_touches(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.evidence import sensitivity

    numbers = {"costs.cluster_saving": (0.0, 0.3), "market.growth": (-0.1, 0.1)}
    monkeypatch.setattr(sensitivity, "ranges", lambda: numbers)
    monkeypatch.setattr(sensitivity, "FACTORS", (0.0, 1.0))
    claims = [table()["C01"]]
    trial = Trial(6)
    steps = list(flips(claims, trial.verdicts(claims), trial))
    assert [done for done, _, _ in steps] == [1, 2, 3, 4]
    found = [flip.as_json() for _, _, made in steps for flip in made]
    assert found == [{"parameter": "costs.cluster_saving", "factor": 0.0, "claim": "C01", "holds": False}]
