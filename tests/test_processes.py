"""Work beside the program: answers, progress, newer questions, dropped ones, and a process that is lost."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

import pytest

from game.processes import FAILED, FINISHED, LOST, Background, Bench, Report, pool

WAIT = 60.0


class Sums:
    """Adds what it was told to what it is asked; counts in steps where it is asked to; fails at a text."""

    def __init__(self) -> None:
        self.told = 0

    def __call__(self, asked: Any) -> Any:
        if isinstance(asked, tuple):
            self.told = asked[0]
            return None
        if asked == "forever":
            return self._steps(10**9)
        return self._steps(-asked) if asked < 0 else self.told + asked

    def _steps(self, count: int) -> Iterator[tuple[float, Any]]:
        for step in range(count):
            yield step / count, None
        yield 1.0, count


class NotElsewhere(Sums):
    """Ends any process but the first."""

    def __init__(self) -> None:
        if parent_process() is not None:
            os._exit(3)
        super().__init__()


@pytest.fixture
def beside() -> Iterator[Background]:
    made = Background(Sums)
    yield made
    made.close()


def wait_for(beside: Background, until: Callable[[list[Report]], bool]) -> list[Report]:
    """Reports until something is among them."""
    ends, made = time.monotonic() + WAIT, list[Report]()
    while time.monotonic() < ends:
        made += beside.reports()
        if until(made):
            return made
        time.sleep(0.002)
    raise AssertionError(made)


def ended(*keys: str) -> Callable[[list[Report]], bool]:
    return lambda reports: set(keys) <= {report.key for report in reports if report.end}


def test_what_was_told_counts_for_what_is_asked_later(beside: Background) -> None:
    beside.ask(None, (40,))
    beside.ask("one", 2)
    beside.ask("two", 3)
    assert beside.busy
    made = wait_for(beside, ended("one", "two"))
    assert [(report.key, report.end, report.value) for report in made] == [
        ("one", FINISHED, 42),
        ("two", FINISHED, 43),
    ]
    assert not beside.busy
    assert beside.starts == 1


def test_long_work_tells_how_far_it_is_and_newer_questions_do_not_wait_for_it(beside: Background) -> None:
    beside.ask("long", -200_000)
    wait_for(beside, lambda reports: any(0 < report.share < 1 for report in reports))
    beside.ask("short", 1)
    before = wait_for(beside, ended("short"))
    assert not any(report.key == "long" and report.end for report in before)
    shares = [report.share for report in wait_for(beside, ended("long")) if report.key == "long"]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_of_a_question_that_was_dropped_nothing_more_is_told(beside: Background) -> None:
    beside.ask("long", "forever")
    wait_for(beside, bool)
    beside.drop("long")
    assert not beside.busy
    beside.ask("next", 5)
    assert {report.key for report in wait_for(beside, ended("next"))} == {"next"}


def test_a_question_that_fails_says_where_and_the_process_goes_on(beside: Background) -> None:
    beside.ask("bad", "text")
    made = wait_for(beside, ended("bad"))
    assert made[-1].end == FAILED
    assert "TypeError" in made[-1].value
    beside.ask("good", 1)
    assert wait_for(beside, ended("good"))[-1].value == 1
    assert beside.starts == 1


def test_a_process_that_is_ended_from_outside_is_told_and_begins_anew(beside: Background) -> None:
    beside.ask("first", 1)
    wait_for(beside, ended("first"))
    beside.ask("long", "forever")
    wait_for(beside, bool)
    assert beside._process is not None
    beside._process.kill()
    assert wait_for(beside, ended("long"))[-1].end == LOST
    assert not beside.busy
    beside.ask("again", 2)
    assert wait_for(beside, ended("again"))[-1].value == 2
    assert beside.starts == 2


def test_what_was_asked_of_a_process_that_had_ended_is_told_with_the_rest(beside: Background) -> None:
    beside.ask("first", 1)
    wait_for(beside, ended("first"))
    beside.ask("long", "forever")
    assert beside._process is not None
    beside._process.kill()
    beside._process.join()
    beside.ask("after", 1)
    made = wait_for(beside, ended("long", "after"))
    assert {report.key for report in made if report.end == LOST} == {"long", "after"}
    beside.ask("again", 2)
    assert wait_for(beside, ended("again"))[-1].value == 2


def test_where_no_process_lives_the_work_is_done_here() -> None:
    beside = Background(NotElsewhere)
    beside.ask("lost", 1)
    assert wait_for(beside, ended("lost"))[-1].end == LOST
    assert beside.starts == 2
    beside.ask(None, (10,))
    beside.ask("long", -300)
    beside.ask("here", 1)
    made = wait_for(beside, ended("here", "long"))
    assert {report.key: report.value for report in made if report.end} == {"here": 11, "long": 300}
    assert beside._process is None
    beside.close()


def test_a_bench_takes_new_questions_first_and_of_those_begun_the_newest() -> None:
    bench = Bench(Sums())
    bench.ask("old", -2)
    bench.step()
    bench.ask("new", -2)
    bench.ask("quick", 7)
    order = []
    while len(bench):
        order.append(bench.step().key)
    assert order == ["new", "quick", "new", "new", "old", "old"]


def _double(value: int) -> int:
    return 2 * value


def _stopped() -> None:
    with pool(2) as processes:
        processes.submit(time.sleep, 10 * WAIT)
        raise KeyError


def test_a_pool_ends_with_what_it_was_for() -> None:
    with pool(2) as processes:
        assert list(processes.map(_double, range(5))) == [0, 2, 4, 6, 8]
    began = time.monotonic()
    with pytest.raises(KeyError):
        _stopped()
    assert time.monotonic() - began < WAIT


ORPHAN = """
import subprocess
import sys
import time
from game.processes import Background
from tests.test_processes import Sums
if __name__ == "__main__":
    made = Background(Sums)
    made.ask("forever", "forever")
    while not made.reports():
        time.sleep(0.01)
    print(made._process.pid, flush=True)
    time.sleep(600)
"""


ORPHAN_OF_A_POOL = """
import os
import time
from game.processes import pool
if __name__ == "__main__":
    with pool(1) as processes:
        print(processes.submit(os.getpid).result(), flush=True)
        time.sleep(600)
"""


@pytest.mark.skipif(os.name == "nt", reason="whether a process is there is asked in another way there")
@pytest.mark.parametrize("program", [ORPHAN, ORPHAN_OF_A_POOL], ids=["beside a window", "in a pool"])
def test_a_program_that_is_killed_leaves_no_process_behind(program: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen([sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, text=True) as made:
        try:
            assert made.stdout is not None
            beside = int(made.stdout.readline())
            assert _is_there(beside)
        finally:
            made.kill()
    until = time.monotonic() + WAIT
    while _is_there(beside) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_there(beside)


def _is_there(pid: int) -> bool:
    """Whether a process runs; one that only waits to be collected does not."""
    try:
        os.kill(pid, 0)
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return sys.platform != "linux"
