"""The guide: which step is told where, for whom, and when it is over."""

from game.learning.guide import Whereabouts, changed, next_step
from game.model.scenario import Step
from game.model.sheet import Sheet

STEPS = [
    Step(quarter=1, at="price", until="changed", text="price"),
    Step(quarter=1, at="end", until="left", text="end"),
    Step(quarter=1, screen="results", at="neighbours", broke="fair", text="you broke"),
    Step(quarter=1, screen="results", at="neighbours", kept="fair", text="you kept"),
    Step(quarter=2, at="map", text="the map"),
    Step(quarter=2, at="together", until="left", text="open it"),
    Step(quarter=2, screen="together", at="list", text="a list"),
]


def told(over: int, quarter: int, screen: str, **kept: bool | None) -> str | None:
    place = next_step(STEPS, over, Whereabouts(quarter, screen, kept))
    return None if place is None else str(STEPS[place].text)


def test_steps_come_in_their_order() -> None:
    assert told(0, 1, "quarter") == "price"
    assert told(1, 1, "quarter") == "end"
    assert told(2, 1, "quarter") is None


def test_a_step_is_only_for_whom_it_is_meant() -> None:
    assert told(2, 1, "results", fair=True) == "you kept"
    assert told(2, 1, "results", fair=False) == "you broke"
    assert told(2, 1, "results", fair=None) is None


def test_what_was_passed_over_is_over() -> None:
    assert told(0, 2, "quarter") == "the map", "whoever seals the first quarter at once, or resumes in the second"
    assert told(0, 1, "results", fair=True) == "you kept"
    assert told(0, 3, "quarter") is None


def test_a_screen_opened_before_its_time_tells_nothing() -> None:
    assert told(4, 2, "together") is None
    assert told(5, 2, "together") == "a list", "the step that leads there need not be ended by hand"
    assert told(5, 2, "quarter") == "open it", "back before reading it, the way is told again"
    assert told(7, 2, "quarter") is None


def test_a_change_is_read_off_the_sheet() -> None:
    fair = Step(quarter=1, at="effort fair", until="changed", text="fair")
    assert not changed(STEPS[0], Sheet())
    assert changed(STEPS[0], Sheet(price=1.2))
    assert not changed(fair, Sheet(price=1.2, effort={"mark": 0.5}))
    assert changed(fair, Sheet(effort={"fair": 0.5}))
