"""Try claims: play every arm that they need once, judge the parts, adjust p over all of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import numpy as np

from game.evidence.arm import Arm
from game.evidence.claim import Claim, Verdict
from game.evidence.course import play_arm
from game.evidence.metric import Metric
from game.model.record import Floats
from game.processes import pool
from game.statistics import holm

RUNS, SEED = 200, 31
BLOCK = 6400


@dataclass(frozen=True)
class Task:
    """Some replicates of an arm, and what is read from them; `name` is the arm's digest."""

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


@contextmanager
def workers(count: int) -> Iterator[Executor | None]:
    """A pool of processes; with one worker none, everything is played here."""
    if count <= 1:
        yield None
        return
    with pool(count) as processes:
        yield processes


@dataclass
class Trial:
    """Paired runs of a seed. What was played is kept, so that an arm that several claims look at is played once."""

    runs: int = RUNS
    seed: int = SEED
    pool: Executor | None = None
    kept: dict[tuple[str, Metric], Floats] = field(default_factory=dict)

    def steps(self, claims: Sequence[Claim]) -> Iterator[tuple[int, int, list[Verdict]]]:
        """(tasks done, tasks in all, verdicts at the end). The bytes do not hang on the number of workers."""
        names = {arm: arm.digest() for arm in arms_of(claims)}
        tasks = self._tasks(claims, names)
        done: dict[int, list[Floats]] = {}
        for place, made in self._performed(tasks):
            done[place] = made
            yield len(done), len(tasks), []
        found: dict[tuple[str, Metric], list[Floats]] = defaultdict(list)
        for place, task in enumerate(tasks):
            for metric, held in zip(task.metrics, done[place], strict=True):
                found[task.name, metric].append(held)
        self.kept |= {key: np.concatenate(held) for key, held in found.items()}

        def played(arm: Arm, metric: Metric) -> Floats:
            return self.kept[names[arm], metric]

        verdicts = [Verdict(claim, self.runs, tuple(part.judge(played) for part in claim.parts)) for claim in claims]
        yield len(tasks), len(tasks), _adjusted(verdicts)

    def verdicts(self, claims: Sequence[Claim]) -> list[Verdict]:
        """The verdicts alone."""
        return list(self.steps(claims))[-1][2]

    def _tasks(self, claims: Sequence[Claim], names: dict[Arm, str]) -> list[Task]:
        """What has not been played yet, in blocks of replicates that fit the caches."""
        wanted: dict[str, dict[Metric, None]] = defaultdict(dict)
        arms: dict[str, Arm] = {}
        for side in (side for claim in claims for part in claim.parts for side in part.sides()):
            for arm in side.arms():
                if (names[arm], side.metric) not in self.kept:
                    arms.setdefault(names[arm], arm)
                    wanted[names[arm]][side.metric] = None
        tasks = []
        for name, arm in arms.items():
            size = max(1, BLOCK // arm.firms)
            for start in range(0, self.runs, size):
                ids = tuple(range(start, min(start + size, self.runs)))
                tasks.append(Task(name, arm, tuple(wanted[name]), self.seed, ids))
        return tasks

    def _performed(self, tasks: list[Task]) -> Iterator[tuple[int, list[Floats]]]:
        """Results with the places of their tasks; in a pool the longest go first, so that none is waited for alone."""
        if self.pool is None:
            for place, task in enumerate(tasks):
                yield place, perform(task)
            return
        order = sorted(range(len(tasks)), key=lambda place: -tasks[place].weight)
        futures = [(place, self.pool.submit(perform, tasks[place])) for place in order]
        for place, future in futures:
            yield place, future.result()


def arms_of(claims: Sequence[Claim]) -> list[Arm]:
    """All arms of some claims, each once."""
    made = {arm: None for claim in claims for part in claim.parts for side in part.sides() for arm in side.arms()}
    return list(made)


def _adjusted(verdicts: list[Verdict]) -> list[Verdict]:
    """Verdicts with p adjusted after Holm over all parts of all claims tried; the verdicts themselves stay."""
    adjusted = iter(holm([finding.p for verdict in verdicts for finding in verdict.findings]))
    return [
        replace(verdict, findings=tuple(replace(finding, p=next(adjusted)) for finding in verdict.findings))
        for verdict in verdicts
    ]
