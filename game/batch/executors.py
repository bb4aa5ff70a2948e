"""Where blocks are played: here, in worker processes, or on a lab of machines.

Rows come back in order, whoever made them.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from itertools import starmap
from typing import Any, Protocol

import numpy as np

from game.batch.plan import Job
from game.batch.run import Row, play_block
from game.processes import pool

Block = tuple[Job, np.ndarray]
AHEAD, AHEAD_IN_A_LAB = 4, 256  # blocks out at a time, for each worker of this machine and for a lab of any size


class SchedulerError(Exception):
    """The lab's scheduler can't be used: `code` names the message that says why."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


class Submits(Protocol):
    """The part of an executor that is used: a pool of processes and a dask client both have it."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Start a call somewhere."""


def play_all(job: Job, workers: int = 1, scheduler: str | None = None) -> Iterator[list[Row]]:
    """Rows block by block. Raises SchedulerError."""
    return play_blocks(((job, ids) for ids in job.blocks()), workers, scheduler)


def play_blocks(blocks: Iterable[Block], workers: int = 1, scheduler: str | None = None) -> Iterator[list[Row]]:
    """Rows of blocks of any jobs, block by block in their order. Raises SchedulerError."""
    if scheduler is not None:
        yield from _on_lab(blocks, scheduler)
    elif workers <= 1:
        yield from starmap(play_block, blocks)
    else:
        with pool(workers) as processes:
            yield from _collect(processes, blocks, AHEAD * workers)


def _collect(pool: Submits, blocks: Iterable[Block], ahead: int) -> Iterator[list[Row]]:
    """Rows in order. No more than `ahead` blocks are out at a time, for each carries its scenario."""
    waiting: deque[Future[list[Row]]] = deque()
    for job, ids in blocks:
        waiting.append(pool.submit(play_block, job, ids))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _on_lab(blocks: Iterable[Block], address: str) -> Iterator[list[Row]]:
    try:
        from distributed import Client
    except ImportError as error:
        raise SchedulerError("scheduler-missing") from error
    try:
        client = Client(address, timeout=5)
    except (OSError, TimeoutError, ValueError) as error:
        raise SchedulerError("scheduler-unreachable", address=address) from error
    with client:
        yield from _collect(client, blocks, AHEAD_IN_A_LAB)
