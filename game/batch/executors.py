"""Where blocks are played: here, in worker processes, or on a lab of machines.

Rows come back in order, whoever made them.
"""

from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any, Protocol

from game.batch.plan import Job
from game.batch.run import Row, play_block, run
from game.processes import pool


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
    if scheduler is not None:
        yield from _on_lab(job, scheduler)
    elif workers <= 1:
        yield from run(job)
    else:
        with pool(workers) as processes:
            yield from _collect(processes, job)


def _collect(pool: Submits, job: Job) -> Iterator[list[Row]]:
    futures: list[Future[list[Row]]] = [pool.submit(play_block, job, ids) for ids in job.blocks()]
    for future in futures:
        yield future.result()


def _on_lab(job: Job, address: str) -> Iterator[list[Row]]:
    try:
        from distributed import Client
    except ImportError as error:
        raise SchedulerError("scheduler-missing") from error
    try:
        client = Client(address, timeout=5)
    except (OSError, TimeoutError, ValueError) as error:
        raise SchedulerError("scheduler-unreachable", address=address) from error
    with client:
        yield from _collect(client, job)
