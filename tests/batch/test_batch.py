"""Batches: rows equal single runs, wherever and in whatever blocks they are played."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game import play, resources
from game.batch import plan as plans
from game.batch.executors import play_all
from game.batch.plan import PLAN, Job, Policy, PolicyError, read_policy
from game.batch.run import FIGURES, Row, run
from game.batch.shown import as_shown
from game.batch.table import COLUMNS, compare, mean_of, summary, write_csv
from game.engine.rules import compile_rules
from game.insight.kept import obtain_all
from game.model.ledger import REGION_PARTS
from game.report.units import Measures
from game.scenario.read import load
from game.session import save
from tests.session.test_save import played

TEA = load(resources.scenarios() / "tea.toml")
ANCHORS = {0: obtain_all(TEA, (0,))[0].anchors()}


def job(runs: int, first: int = 0, policy: Policy | None = None) -> Job:
    return Job(TEA, "tea", 7, first, runs, 0, policy or Policy(PLAN), anchors=ANCHORS)


def all_rows(held: Job) -> list[Row]:
    return [row for block in run(held) for row in block]


def test_every_row_equals_its_single_run_and_blocks_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = all_rows(job(40))
    for k in (0, 7, 39):
        assert all_rows(job(1, first=k)) == [rows[k]]
    monkeypatch.setattr(plans, "BLOCK", 16 * 7)
    assert all_rows(job(40)) == rows
    assert all_rows(job(15, first=12)) == rows[12:27]


def test_rows_are_what_one_game_comes_to() -> None:
    row = all_rows(job(1, first=3))[0]
    table = play.set_table(compile_rules(TEA, ANCHORS), 7, np.array([3]), (0,))
    moment = play.start(table)
    profit = 0.0
    for _ in range(int(play.last_quarters(table)[0])):
        moment = play.step(table, moment)
        assert moment.past is not None
        profit += float(moment.past.outcome.money.profit[0, 0])
    assert moment.past is not None
    assert row.quarters == moment.state.quarter - 1
    assert row.region_score == moment.past.outcome.scores.region[0]
    assert row.firm_score == moment.past.outcome.scores.firm[0, 0]
    assert row.profit == pytest.approx(profit / row.quarters, rel=1e-12)
    assert row.cluster == pytest.approx(float(moment.state.region.cluster[0]), rel=1e-12)


def test_figures_for_people_are_those_of_the_screens() -> None:
    """The parts of the region score as the results print them, and money in the tea valley's currency."""
    row = all_rows(job(1, first=3))[0]
    shown = as_shown([row], TEA)[0]
    table = play.set_table(compile_rules(TEA, ANCHORS), 7, np.array([3]), (0,))
    moment = play.start(table)
    for _ in range(row.quarters):
        moment = play.step(table, moment)
    assert moment.past is not None
    parts = dict(zip(REGION_PARTS, moment.past.outcome.scores.parts[0], strict=True))
    for name in ("cluster", "brand", "economy", "coupling"):
        assert getattr(shown, name) == pytest.approx(parts[name], rel=1e-12)
    assert Measures(TEA.units).money(row.profit) == f"{shown.profit:.1f}"
    assert shown.effort == pytest.approx(100 * row.effort)
    assert (shown.firm_score, shown.region_score, shown.quarters) == (row.firm_score, row.region_score, row.quarters)


def test_rows_are_finite_and_scores_within_their_scale() -> None:
    for row in all_rows(job(60)):
        assert all(np.isfinite(getattr(row, name)) for name in FIGURES)
        assert 0 < row.firm_score < 100
        assert 0 < row.region_score < 100
        assert 8 <= row.quarters <= 10


def test_workers_make_the_same_rows() -> None:
    assert [row for block in play_all(job(30), workers=2) for row in block] == all_rows(job(30))


def test_policies_play_the_seat_alone() -> None:
    keep, refuse = (all_rows(job(30, policy=Policy(name, strategy=name))) for name in ("always", "never"))
    assert np.mean([row.effort for row in keep]) - np.mean([row.effort for row in refuse]) > 0.05
    assert np.mean([row.firm_score for row in keep]) > np.mean([row.firm_score for row in refuse])


def test_a_decision_file_is_a_policy_and_a_save_is_one(tmp_path: Path) -> None:
    session = played(3)
    save.write(session, tmp_path / "mine.guildmark", "Tea")
    policy = read_policy(str(tmp_path / "mine.guildmark"))
    assert policy.sheets is not None
    assert policy.sheets[3].effort == {"mark": 0.4}
    table = play.set_table(compile_rules(TEA, ANCHORS), 7, np.array([0]), (0,))
    moment = play.start(table)
    for quarter in (1, 2, 3):
        moment = play.step(table, moment, play.by_sheets(table.rules, {0: policy.sheets[quarter]}))
    assert np.array_equal(moment.state.firms.cash, session.moment.state.firms.cash)
    assert len(all_rows(job(3, policy=policy))) == 3


@pytest.mark.parametrize("text", ["nobody", "missing.json"])
def test_unknown_policies_are_refused(text: str) -> None:
    with pytest.raises(PolicyError):
        read_policy(text)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"quarters": 3}', '{"quarters": [{"number": 1, "sheets": {"0": {"price": "x"}}}]}']
)
def test_files_that_are_no_log_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "log.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        read_policy(str(path))
    assert caught.value.code == "policy-not-a-log"


def test_intervals_and_paired_differences() -> None:
    assert mean_of("x", [1.0, 2.0, 3.0, 4.0]).mean == 2.5
    half = 1.959963984540054 * np.std([1, 2, 3, 4], ddof=1) / 2
    assert mean_of("x", [1.0, 2.0, 3.0, 4.0]).high == pytest.approx(2.5 + half, rel=1e-12)
    assert mean_of("x", [5.0]) == replace(mean_of("x", [5.0]), low=5.0, high=5.0)
    rows = all_rows(job(10))
    assert all(item.mean == item.low == item.high == 0 for item in compare(rows, rows))
    assert [item.metric for item in summary(rows)] == list(FIGURES)


def test_csv_has_one_row_a_run(tmp_path: Path) -> None:
    rows = write_csv(tmp_path / "runs.csv", run(job(12)))
    with (tmp_path / "runs.csv").open(newline="", encoding="utf-8") as file:
        read = list(csv.DictReader(file))
    assert tuple(read[0]) == COLUMNS
    assert [float(line["profit"]) for line in read] == [row.profit for row in rows]
    assert json.dumps(rows[0].as_json(), allow_nan=False)
