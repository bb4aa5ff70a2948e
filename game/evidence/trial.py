"""Try claims: play every arm that they need once, judge the parts, adjust p over all of them."""

import signal
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import active_children, get_context

import numpy as np

from game.evidence.arm import Arm
from game.evidence.claim import Claim, Verdict
from game.evidence.course import play_arm
from game.evidence.metric import Metric
from game.evidence.statistics import holm
from game.model.record import Floats

RUNS, SEED = 200, 31
BLOCK = 6400


@dataclass(frozen=True)
class Task:
    """Some replicates of an arm, and what is read from them."""

    name: str
    arm: Arm
    metrics: tuple[Metric, ...]
    seed: int
    replicates: tuple[int, ...]

    @property
    def weight(self) -> int:
        """Firm-quarters to play."""
        return self.arm.firms * len(self.replicates) * max(metric.last for metric in self.metrics)


def perform(task: Task) -> list[Floats]:
    """Play a task; a worker process does the same."""
    return play_arm(task.arm, task.metrics, task.seed, np.array(task.replicates, dtype=np.int64))


def try_claims(
    claims: Sequence[Claim], runs: int = RUNS, seed: int = SEED, workers: int = 1
) -> Iterator[tuple[int, int, list[Verdict]]]:
    """Steps (tasks done, tasks in all, verdicts at the end). The bytes do not hang on the number of workers."""
    names = {arm: arm.digest() for arm in arms_of(claims)}
    tasks = plan(claims, names, runs, seed)
    values: dict[tuple[str, Metric], list[Floats]] = defaultdict(list)
    done: dict[int, list[Floats]] = {}
    for place, made in _performed(tasks, workers):
        done[place] = made
        yield len(done), len(tasks), []
    for place, task in enumerate(tasks):
        for metric, held in zip(task.metrics, done[place], strict=True):
            values[task.name, metric].append(held)

    def played(arm: Arm, metric: Metric) -> Floats:
        made: Floats = np.concatenate(values[names[arm], metric])
        return made

    verdicts = [
        Verdict(claim, runs, tuple(part.judge(played) for part in claim.parts)) for claim in claims
    ]
    yield len(tasks), len(tasks), _adjusted(verdicts)


def plan(claims: Sequence[Claim], names: dict[Arm, str], runs: int, seed: int) -> list[Task]:
    """Every arm once, however many claims look at it, in blocks of replicates that fit the caches."""
    wanted: dict[str, dict[Metric, None]] = defaultdict(dict)
    arms: dict[str, Arm] = {}
    for claim in claims:
        for part in claim.parts:
            for side in part.sides():
                for arm in side.arms():
                    arms.setdefault(names[arm], arm)
                    wanted[names[arm]][side.metric] = None
    tasks = []
    for name, arm in arms.items():
        size = max(1, BLOCK // arm.firms)
        for start in range(0, runs, size):
            ids = tuple(range(start, min(start + size, runs)))
            tasks.append(Task(name, arm, tuple(wanted[name]), seed, ids))
    return tasks


def _performed(tasks: list[Task], workers: int) -> Iterator[tuple[int, list[Floats]]]:
    """Results with the places of their tasks; with workers the longest go first, so that none waits for a last one."""
    if workers <= 1:
        for place, task in enumerate(tasks):
            yield place, perform(task)
        return
    order = sorted(range(len(tasks)), key=lambda place: -tasks[place].weight)
    with ProcessPoolExecutor(workers, get_context("spawn"), _leave_stopping_to_us) as pool:
        try:
            futures = [(place, pool.submit(perform, tasks[place])) for place in order]
            for place, future in futures:
                yield place, future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in active_children():
                worker.terminate()
            raise


def _leave_stopping_to_us() -> None:
    """A key that stops the program stops it once, not once in every worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _adjusted(verdicts: list[Verdict]) -> list[Verdict]:
    """Verdicts with p adjusted after Holm over all parts of all claims tried; the verdicts themselves stay."""
    flat = [finding.p for verdict in verdicts for finding in verdict.findings]
    adjusted: Iterator[float] = iter(holm(flat))
    return [
        replace(verdict, findings=tuple(replace(finding, p=next(adjusted)) for finding in verdict.findings))
        for verdict in verdicts
    ]


def arms_of(claims: Sequence[Claim]) -> list[Arm]:
    """All arms of some claims, each once."""
    made = {arm: None for claim in claims for part in claim.parts for side in part.sides() for arm in side.arms()}
    return list(made)
