"""Work beside the program: a pool of worker processes, and one process that answers while the window goes on."""

import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.queues import Queue
from queue import Empty
from typing import Any

Handler = Callable[[Any], Any]
SPAWN = get_context("spawn")
SLICE = 0.010
FINISHED, FAILED, LOST = "finished", "failed", "lost"


@contextmanager
def pool(count: int | None = None) -> Iterator[Executor]:
    """Worker processes, one a core unless said otherwise; when the program is stopped or killed they stop with it."""
    with ProcessPoolExecutor(count, SPAWN, _begin) as made:
        try:
            yield made
        except BaseException:
            made.shutdown(wait=False, cancel_futures=True)
            for worker in active_children():
                worker.terminate()
            raise


def _begin() -> None:
    """The start of every process beside the program."""
    _leave_stopping_to_us()
    threading.Thread(target=_end_with_the_program, daemon=True).start()


def _leave_stopping_to_us() -> None:
    """A key that stops the program stops it once, not once in every worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@dataclass(frozen=True)
class Report:
    """What became of a question: the share done while it goes on; then `end` says how it ended, `value` with what.

    `value` is the answer of what finished, the traceback of what failed, and nothing where the process was lost.
    """

    key: Hashable
    share: float = 1.0
    end: str = ""
    value: Any = None


class Bench:
    """Questions being answered: those not begun go first, in their order; of those half done the newest goes on.

    A handler answers at once, or gives an iterator of steps, (share done, None) and in the end (1, answer).
    """

    def __init__(self, handler: Handler) -> None:
        self.handler = handler
        self._asked: list[tuple[Hashable, Any]] = []
        self._begun: list[tuple[Hashable, Iterator[tuple[float, Any]]]] = []

    def __len__(self) -> int:
        return len(self._asked) + len(self._begun)

    def ask(self, key: Hashable, question: Any) -> None:
        """Take a question up; one without a key is only told to the handler."""
        if key is None:
            self.handler(question)
        else:
            self._asked.append((key, question))

    def drop(self, key: Hashable) -> None:
        """Nobody wants to know any more."""
        self._asked = [item for item in self._asked if item[0] != key]
        self._begun = [item for item in self._begun if item[0] != key]

    def step(self) -> Report:
        """Do a piece of one of them."""
        if self._asked:
            key, question = self._asked.pop(0)
            self._begun.append((key, self._answer(question)))
        key, steps = self._begun[-1]
        try:
            share, value = next(steps)
        except Exception:
            self.drop(key)
            return Report(key, end=FAILED, value=traceback.format_exc())
        if value is None:
            return Report(key, share)
        self.drop(key)
        return Report(key, end=FINISHED, value=value)

    def _answer(self, question: Any) -> Iterator[tuple[float, Any]]:
        made = self.handler(question)
        if isinstance(made, Iterator):
            yield from made
        else:
            yield 1.0, made


class Background:
    """One process beside the program. `ask`, `drop` and `reports` return at once, whatever it is doing.

    It starts with the first question and again after it was lost; `starts` counts this, for what it was told before is
    gone then. Where no process can be had, or it is lost before it ever answered, the work is done here, a hundredth of
    a second at every look for reports.
    """

    def __init__(self, make: Callable[[], Handler]) -> None:
        self.make = make
        self.starts = 0
        self._process: SpawnProcess | None = None
        self._inbox: Queue[Any] | None = None
        self._outbox: Connection | None = None
        self._here: Bench | None = None
        self._waiting: dict[Hashable, None] = {}
        self._answered = False

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._waiting)

    def start(self) -> None:
        """Have the process there before it is needed."""
        if self._here is not None or self._process is not None:
            return  # one that died is let go in `reports`, which first tells of the questions that it took along
        self.starts += 1
        try:
            self._inbox = SPAWN.Queue()
            self._outbox, theirs = SPAWN.Pipe(duplex=False)
            self._process = SPAWN.Process(target=_serve, args=(self.make, self._inbox, theirs), daemon=True)
            self._process.start()
            theirs.close()
        except OSError:
            self._here = Bench(self.make())

    def ask(self, key: Hashable, question: Any) -> None:
        """Hand a question over; its reports will come under the key. One without a key gets no report."""
        self.start()
        if key is not None:
            self._waiting[key] = None
        if self._here is not None:
            self._here.ask(key, question)
        elif self._inbox is not None:
            self._inbox.put((key, question))

    def drop(self, key: Hashable) -> None:
        """Forget a question, answered or not."""
        if self._waiting.pop(key, ...) is ...:
            return
        if self._here is not None:
            self._here.drop(key)
        elif self._inbox is not None:
            self._inbox.put((key,))

    def reports(self) -> list[Report]:
        """What came in since the last look, in order; of questions that were dropped nothing more is told."""
        made = [report for report in self._received() if report.key in self._waiting]
        for report in made:
            if report.end:
                self._waiting.pop(report.key, None)
        return made

    def _received(self) -> Iterator[Report]:
        if self._here is not None:
            ends = time.perf_counter() + SLICE
            while len(self._here) and time.perf_counter() < ends:
                yield self._here.step()
            return
        if self._outbox is None:
            return
        try:
            while self._outbox.poll():
                yield self._outbox.recv()
                self._answered = True
        except (EOFError, OSError):
            self.close()
            if not self._answered:
                self.starts, self._here = self.starts + 1, Bench(self.make())
            yield from [Report(key, end=LOST) for key in self._waiting]

    def close(self) -> None:
        """End the process; what it was doing is lost."""
        if self._inbox is not None:
            self._inbox.close()
            self._inbox.cancel_join_thread()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._outbox is not None:
            self._outbox.close()
        self._process = self._inbox = self._outbox = None


def _end_with_the_program() -> None:
    """A program that is killed can't end its processes; they would wait for questions for ever."""
    program = parent_process()
    if program is not None:
        program.join()
        os._exit(0)


def _serve(make: Callable[[], Handler], inbox: "Queue[Any]", outbox: Connection) -> None:
    """The life of the process: wait for a question, answer it step by step, look for newer ones in between."""
    _begin()
    bench = Bench(make())
    while True:
        try:
            message = inbox.get(block=not len(bench))
            while True:
                if len(message) == 1:
                    bench.drop(message[0])
                else:
                    bench.ask(*message)
                message = inbox.get_nowait()
        except Empty:
            pass
        if len(bench):
            try:
                outbox.send(bench.step())
            except OSError:
                return
