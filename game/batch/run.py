"""Play a batch, block by block, to one row a run."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import numpy as np

from game import play
from game.batch.plan import Job
from game.engine.rules import Rules, compile_rules
from game.rivals.difficulty import handicap


@dataclass(frozen=True)
class Row:
    """One run.

    `profit` is the seat's mean a quarter, `effort` the mean over firms, institutions and quarters; indices are those of
    the end.
    """

    replicate: int
    policy: str
    treatment: str
    quarters: int
    firm_score: float
    region_score: float
    profit: float
    effort: float
    cluster: float
    brand: float
    economy: float
    coupling: float

    def as_json(self) -> dict[str, object]:
        """The shape that `simulate --json` prints."""
        return asdict(self)


FIGURES = ("firm_score", "region_score", "profit", "effort", "cluster", "brand", "economy", "coupling")


def play_block(job: Job, ids: np.ndarray) -> list[Row]:
    """Rows of some replicates, played together; each ends at its own hidden last quarter."""
    rules = compile_rules(job.scenario, job.anchors)
    strategies = handicap(job.scenario, job.difficulty, (job.slot,))
    if job.policy.strategy is not None:
        strategies[job.slot] = job.policy.strategy
    table = play.set_table(rules, job.seed, ids, (job.slot,), strategies)
    last = play.last_quarters(table)
    moment = play.start(table)
    figures = {name: np.zeros(len(ids)) for name in FIGURES}
    profit, effort = np.zeros(len(ids)), np.zeros(len(ids))
    for quarter in range(1, int(last.max()) + 1):
        moment = play.step(table, moment, _send(job, quarter, rules))
        assert moment.past is not None
        outcome = moment.past.outcome
        going = quarter <= last
        profit += np.where(going, outcome.money.profit[:, job.slot], 0.0)
        effort += np.where(
            going, _mean_effort(outcome.games.effort, moment.state.firms.active, rules.bodies_open(quarter)), 0.0
        )
        ends = quarter == last
        now = {
            "firm_score": outcome.scores.firm[:, job.slot],
            "region_score": outcome.scores.region,
            "cluster": outcome.scores.parts[:, 0] / 100,
            "brand": outcome.scores.parts[:, 1] / 100,
            "economy": moment.state.region.economy,
            "coupling": outcome.scores.coupling,
        }
        for name, values in now.items():
            figures[name] = np.where(ends, values, figures[name])
    figures["profit"], figures["effort"] = profit / last, effort / last
    return [
        Row(
            int(ids[r]),
            job.policy.name,
            job.treatment,
            int(last[r]),
            **{name: float(figures[name][r]) for name in FIGURES},
        )
        for r in range(len(ids))
    ]


def _mean_effort(effort: np.ndarray, active: np.ndarray, opened: np.ndarray) -> np.ndarray:
    """Mean over active firms and open institutions, outsiders counting nought, [R]."""
    n = np.maximum(active.sum(axis=-1), 1)
    per_body = effort.sum(axis=-1) / n[:, None]
    made: np.ndarray = (per_body * opened).sum(axis=-1) / max(int(opened.sum()), 1)
    return made


def _send(job: Job, quarter: int, rules: Rules) -> play.Send | None:
    if job.policy.sheets is None:
        return None
    return play.by_sheets(rules, {job.slot: job.policy.sheets.get(quarter)})


def run(job: Job) -> Iterator[list[Row]]:
    """Rows block by block, in order, in this process."""
    for ids in job.blocks():
        yield play_block(job, ids)
