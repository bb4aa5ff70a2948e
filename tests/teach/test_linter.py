"""The teaching linter finds a planted fault at its line and no other, in a small lesson with one thing wrong."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game import play, resources
from game.engine.rules import compile_rules
from game.insight.kept import obtain_all
from game.insight.plans import PLANS
from game.model.band import Band
from game.model.institutions import Fair
from game.model.scenario import Quarters, Scenario
from game.scenario.fault import Fault
from game.scenario.places import find_places
from game.scenario.read import load, parse
from game.teach import controls, lesson, linter, remarks, trials, ways
from game.teach.dependence import Dependence
from game.teach.linter import LEAST_RUNS, Look
from game.teach.pooled import LEAST_GAMES, Pooled, pool
from game.teach.remarks import Measured
from game.teach.seated import Class, Played, follow
from game.teach.trials import Part, Trial
from game.wording.words import Words
from tests.build import village

ROOT = Path(__file__).parents[2]
LESSON = Path(__file__).parent / "lesson.toml"
BASE = LESSON.read_text(encoding="utf-8")
REGION = "cluster = 0.4\nawareness = 0.4\nreputation = 0.5\neconomy = 0.4\n"
DEAD = "cluster = 0.05\nawareness = 0.03\nreputation = 0.1\neconomy = 0.01\ngrowth = 0.05\nrigidity = 0.8\n"
SAFE = "cluster = 1.0\nawareness = 1.0\nreputation = 1.0\neconomy = 1.2\ngrowth = 0.0\nrigidity = 0.0\n"
HOLLOW = "export_leads = 0.0\nfame = 0.0\noutside_links = 0.0\ninvestors = 0.0"


def planted(*changes: tuple[str, str]) -> str:
    """The lesson with something else in place of what stands there once."""
    text = BASE
    for old, new in changes:
        assert BASE.count(old) == 1, old
        text = text.replace(old, new)
    return text


def twins() -> str:
    """The lesson with a second seat that is the first one's twin."""
    first, second, third = (BASE.index(f'[[firms]]\nname = "{name}"') for name in ("Lamp", "Wick", "Oil"))
    return BASE[:second] + BASE[first:second].replace("Lamp", "Wick") + BASE[third:]


@cache
def taught(text: str, seed: int = 1) -> tuple[Fault, ...]:
    """What the linter finds in a text, with as few games as it takes."""
    scenario = parse(text.encode(), Path("lesson.toml"))
    bands = obtain_all(scenario, linter.seats(scenario))
    made = list(linter.steps(scenario, bands, Look(LEAST_RUNS, seed)))
    assert len(made) == linter.parts(scenario)
    assert made[-1] is not None
    return tuple(linter.faults(made[-1], find_places(text.encode()), "lesson.toml"))


def codes(found: tuple[Fault, ...]) -> list[str]:
    return [fault.code.removeprefix("teach-") for fault in found]


# -- whole lessons --------------------------------------------------------------------------------------------------


def test_a_lesson_with_a_dilemma_and_something_to_decide_passes() -> None:
    assert taught(BASE) == ()


PLANTED: Mapping[str, tuple[str, dict[str, str]]] = {
    # what is planted: the text, and each code that it brings with the line of text that it speaks of
    "an institution that brings nothing": (
        planted(("export_leads = 0.3", HOLLOW)),
        {"body-idle": "[institutions.fair]", "solved": "[[firms]]"},
    ),
    "an effort that costs nothing": (
        planted(("cost = 0.008", "cost = 0.0")),
        {"no-temptation": "[institutions.fair]", "solved": "[[firms]]"},
    ),
    "a doomed region": (planted((REGION, DEAD)), {"region-doomed": "[region]"}),
    "a region that can't fail": (planted((REGION, SAFE)), {"region-safe": "[region]"}),
    "ten minutes for six quarters": (
        planted(("minutes = 40", "minutes = 10")),
        {"lesson-short": "minutes = 10"},
    ),
    "research that finds nothing": (
        planted(
            ('research_spending = "never"', "research_spending = 1"),
            ("[region]", "[innovation]\nhit_rate = 0.0\n\n[region]"),
        ),
        {"decision-settled": "research_spending = 1"},
    ),
    "a goal that is reached without trying": (
        planted(("[region]", '[[goals]]\nmeasure = "share"\nat_least = 1\n\n[region]')),
        {"goal-easy": "at_least = 1"},
    ),
    "two seats that are twins": (twins(), {"same-plan": '[[firms]]\nname = "Wick"'}),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_at_its_line_and_nothing_else(name: str) -> None:
    text, expected = PLANTED[name]
    found = taught(text)
    assert sorted(codes(found)) == sorted(expected)
    for fault in found:
        first = expected[fault.code.removeprefix("teach-")]
        line = text[: text.index(first)].count("\n") + 1
        assert (fault.line, fault.severity) == (line, "teach"), fault.code


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("name", PLANTED)
def test_every_finding_is_a_sentence_with_its_figures(name: str, language: str) -> None:
    for fault in taught(PLANTED[name][0]):
        told = fault.message(Words(language))
        assert "{" not in told
        assert fault.code not in told
        for figure in ("share", "most", "usual", "cost", "gain", "low", "needed", "parted"):
            assert fault.arguments.get(figure, "") in told


def test_the_same_seed_finds_the_same_and_another_one_other_figures() -> None:
    text = PLANTED["an effort that costs nothing"][0]
    taught.cache_clear()
    first = taught(text)
    taught.cache_clear()
    assert taught(text) == first
    other = taught(text, seed=2)
    assert "no-temptation" in codes(other)
    assert other != first


# -- minutes --------------------------------------------------------------------------------------------------------


def test_an_ordinary_lesson_has_three_minutes_a_quarter_and_fits() -> None:
    made = lesson.measure(load(resources.shipped_scenarios()["tea"]))
    assert made.play / len(made.quarters) == pytest.approx(3.0, abs=0.2)
    assert made.around == 5 + 12
    assert made.needed <= made.given == 50
    assert made.fitting == len(made.quarters)


def test_the_longest_part_of_the_plan_is_play_and_the_others_stand_around_it() -> None:
    tea = load(resources.shipped_scenarios()["tea"])
    planned = zip(tea.teaching.plan, (9, 20, 4), strict=True)
    parts = [part.model_copy(update={"minutes": minutes}) for part, minutes in planned]
    changed = tea.model_copy(update={"teaching": tea.teaching.model_copy(update={"plan": parts})})
    assert lesson.measure(changed).around == 9 + 4


def test_parts_that_say_that_they_are_play_are_and_the_others_stand_around_them() -> None:
    tea = load(resources.shipped_scenarios()["tea"])
    planned = zip(tea.teaching.plan, (9, 20, 14), (None, True, True), strict=True)
    parts = [part.model_copy(update={"minutes": minutes, "play": play}) for part, minutes, play in planned]
    changed = tea.model_copy(update={"teaching": tea.teaching.model_copy(update={"plan": parts})})
    assert lesson.measure(changed).around == 9


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_a_short_lesson_is_told_how_play_was_known(language: str) -> None:
    """Play in two parts of ten minutes: as one of them is taken for talk, the lesson seems ten minutes longer."""

    def said(play: str) -> str:
        part = f'{{ minutes = 10, what = "play"{play} }}'
        text = planted(("minutes = 40", "minutes = 20"))
        text = text.replace("[quarters]", f"[teaching]\nplan = [{part}, {part}]\n\n[quarters]", 1)
        scenario = parse(text.encode(), LESSON)
        held = list(remarks.lesson(scenario, Measured({}, {}, {}, {})))
        (fault,) = linter.faults(held, find_places(text.encode()), "lesson.toml") if held else (None,)
        return fault.message(Words(language)) if fault else ""

    assert "play = true" in said("")
    assert said(", play = true") == ""


def test_quarters_that_fit_are_counted_from_the_first() -> None:
    short = lesson.Lesson(quarters=(2.0, 3.0, 4.0), around=10.0, given=16, open=5.0)
    assert (short.play, short.needed, short.fitting) == (9.0, 19.0, 2)


# -- rules on figures that are given --------------------------------------------------------------------------------


def games(name: str, *scores: float, owing: bool = False) -> tuple[Played, ...]:
    return tuple(Played(name, place, 8, score, 50.0, 10.0, 0.5 * owing, owing, 0) for place, score in enumerate(scores))


def ranked(**scores: tuple[float, ...]) -> Class:
    return Class({name: games(name, *held) for name, held in scores.items()})


BAND = Band({"free_ride": [1.0], "keep": [2.0]}, [40.0], [60.0], 0.1)


def said(scenario: Scenario, *played: Class, apart: Mapping[int, Dependence] | None = None) -> list[remarks.Remark]:
    held = Measured(apart or {}, dict(enumerate(played)), {}, dict.fromkeys(range(len(played)), BAND))
    rules = (remarks.region, remarks.one_plan, remarks.seats, remarks.twins)
    return [remark for rule in rules for remark in rule(scenario, held)]


TWO = village(4, ("fair",), quarters=Quarters(min=3, max=3))
BETTER = {"idler": (40.0, 42.0), "copycat": (60.0, 62.0), "plan_keep": (20.0, 22.0)}


def test_a_way_that_is_surely_best_at_every_seat_is_told_and_one_that_is_not_is_not() -> None:
    better = ranked(**BETTER)
    other = ranked(**(BETTER | {"plan_keep": (80.0, 82.0)}))
    unsure = ranked(**(BETTER | {"idler": (59.0, 50.0)}))
    (found,) = said(TWO, better, better)
    assert (found.code, found.path) == ("one-plan", ("firms", 0))
    assert (found.arguments["way"], found.arguments["lead"]) == ("copycat", "20.0")
    assert said(TWO, better) == said(TWO, better, other) == []
    assert [remark.code for remark in said(TWO, better, unsure)] == ["idle"]
    assert ways.swapped(better, other)
    assert not ways.swapped(better, better)


def test_a_seat_where_nothing_surely_beats_doing_nothing_is_idle() -> None:
    (found,) = said(TWO, ranked(idler=(40.0, 40.0), copycat=(44.0, 38.0), plan_keep=(10.0, 12.0)))
    assert (found.code, found.path, found.arguments["way"]) == ("idle", ("firms", 0), "copycat")
    assert said(TWO, ranked(idler=(40.0, 40.0), copycat=(44.0, 38.0), plan_keep=(50.0, 52.0))) == []


def test_debt_is_told_of_newcomers_that_do_not_play_by_lot() -> None:
    rich = {name: games(name, *held) for name, held in BETTER.items()}
    (found,) = said(TWO, Class(rich | {"free_rider": games("free_rider", 1, 2, owing=True)}))
    assert (found.code, found.arguments["way"], found.arguments["share"]) == ("debt", "free_rider", "100")
    for name in ("explorer", "plan_free_ride"):
        assert said(TWO, Class(rich | {name: games(name, 1, 2, owing=True)})) == []


def pooled(*worth: tuple[float, ...], noise: float = 0.0, quarter: int = 1) -> Pooled:
    """A choice from what its options are worth under each conduct, in four games that go up and down."""
    values = np.array(worth)[:, None, :, None] + np.zeros((1, 4, 1, 2))
    values[:, :, 0] += noise * np.array([1.0, -1.0, 1.0, -1.0])[None, :, None]
    (made,) = pool(quarter, ["price"] * values.shape[2], values)
    return made


def seat(*held: Pooled) -> dict[int, Dependence]:
    return {0: Dependence((), held, 100.0)}


def test_levels_that_are_all_alike_are_idle_unless_it_is_unsure() -> None:
    found = controls.idle("price", seat(pooled((5.0, 5.1, 5.0), (4.0, 4.0, 4.1))))
    assert found is not None
    assert (found.best, found.compared) == (None, 1)
    assert found.most == pytest.approx(0.001)
    assert controls.idle("price", seat(pooled((5.0, 5.1), noise=1.0))) is None
    assert controls.idle("price", seat(pooled((5.0, 5.1)), pooled((5.0, 6.0), quarter=2))) is None
    assert controls.idle("quality", seat(pooled((5.0, 5.1)))) is None


def test_a_level_that_is_best_under_every_conduct_is_settled() -> None:
    levels = ("0.4", "1", "1.6")
    found = controls.settled("price", levels, seat(pooled((1.0, 9.0, 4.0), (0.0, 6.0, 3.0))))
    assert found is not None
    assert found.best == "1"
    assert found.most == pytest.approx(0.04)
    assert controls.settled("price", levels, seat(pooled((1.0, 9.0, 4.0), (7.0, 6.0, 3.0)))) is None
    assert controls.settled("price", levels, seat(pooled((1.0, 9.0, 8.9)))) is None


def test_seats_part_where_another_level_is_best_at_each() -> None:
    up, down, alike = pooled((1.0, 9.0)), pooled((9.0, 1.0)), pooled((5.0, 5.0))
    parted = [controls.parted(Dependence((), (up,), 10.0), Dependence((), (held,), 10.0)) for held in (down, alike, up)]
    assert parted == [(1, 1), (0, 1), (0, 1)]


def test_too_few_games_are_not_pooled() -> None:
    assert list(pool(1, ["price"], np.zeros((2, LEAST_GAMES - 1, 1, 4)))) == []


# -- institutions tried out -----------------------------------------------------------------------------------------


@cache
def trial(**fair: float) -> Trial:
    made = parse(BASE.encode(), LESSON)
    table = made.institutions.fair
    assert table is not None
    bodies = made.institutions.model_copy(update={"fair": table.model_copy(update=fair)})
    (found,) = trials.steps(made.model_copy(update={"institutions": bodies}), 0, LEAST_RUNS, 1)
    return found


def test_a_dear_effort_tempts_more_and_a_bringing_fair_helps_more() -> None:
    cheap, dear = trial(cost=0.004), trial(cost=0.03)
    assert dear.temptation > cheap.temptation > 0
    poor, rich = trial(export_leads=0.1), trial(export_leads=0.5)
    assert rich.help()[0] > poor.help()[0]
    assert rich.joining > poor.joining


def test_without_benefit_keeping_costs_and_without_cost_nothing_tempts() -> None:
    hollow = trial(export_leads=0.0, fame=0.0, outside_links=0.0, investors=0.0)
    assert not hollow.helps()
    assert not hollow.wanted
    assert hollow.help(Part.OUT)[0] < 0
    free = trial(cost=0.0)
    assert not free.tempts
    assert free.helps()


def test_an_institution_that_never_opens_is_not_tried() -> None:
    made = parse(BASE.encode(), LESSON)
    closed = made.model_copy(update={"agenda": made.agenda | {"fair": "never"}})
    assert trials.tried(made) == ("fair",)
    assert trials.tried(closed) == ()


# -- the command ----------------------------------------------------------------------------------------------------


def guildmark(tmp_path: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), "check", *(str(held) for held in arguments)]
    held = os.environ | {"GUILDMARK_DATA": str(tmp_path / "data")}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=held, cwd=ROOT, timeout=300, check=False
    )


def test_the_command_tells_findings_at_their_lines(tmp_path: Path) -> None:
    bad = tmp_path / "short.toml"
    bad.write_text(PLANTED["ten minutes for six quarters"][0], encoding="utf-8")
    done = guildmark(tmp_path, bad, LESSON, "--teach", "--runs", LEAST_RUNS, "--json")
    assert (done.returncode, done.stderr) == (1, "")
    (fault,) = json.loads(done.stdout)["faults"]
    assert (fault["code"], fault["severity"], fault["key"]) == ("teach-lesson-short", "teach", "about.minutes")
    assert (fault["file"], fault["line"], fault["column"]) == (str(bad), 9, 11)
    assert "28 minutes" in fault["message"]


def test_a_lesson_that_passes_says_so_and_a_broken_one_is_not_played(tmp_path: Path) -> None:
    fine = guildmark(tmp_path, LESSON, "--teach", "--runs", LEAST_RUNS)
    assert (fine.returncode, fine.stderr) == (0, "")
    assert str(LESSON) in fine.stdout
    broken = guildmark(tmp_path, ROOT / "tests/scenario/bad/misspelt_key.toml", "--teach")
    assert broken.returncode == 1
    assert "audti" in broken.stdout
    few = guildmark(tmp_path, LESSON, "--teach", "--runs", LEAST_RUNS - 1)
    assert few.returncode == 2
    assert str(LEAST_RUNS) in few.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_progress_is_shown_on_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    """Also on a terminal that was never told its size, which is how one begins."""
    import pty

    command = [sys.executable, str(ROOT / "main.py"), "check", str(LESSON), "--teach", "--runs", str(LEAST_RUNS)]
    held = os.environ | {"GUILDMARK_DATA": str(tmp_path / "data")}
    screen, end = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=end, env=held, cwd=ROOT) as running:
        os.close(end)
        shown = b""
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while part := os.read(screen, 4096):
                shown += part
        os.close(screen)
        assert running.stdout is not None
        said = running.stdout.read()
    assert running.returncode == 0
    assert b"playing lesson" in shown
    assert b"%|" in shown
    assert b"%|" not in said


def found_in(scenario: Scenario) -> set[str]:
    """Codes of what the linter tells at its own number of games."""
    bands = obtain_all(scenario, linter.seats(scenario))
    found = list(linter.steps(scenario, bands, Look()))[-1]
    assert found is not None
    return {remark.code for remark in found}


def test_a_weaker_stand_in_the_tea_valley_is_told_and_nothing_more(request: pytest.FixtureRequest) -> None:
    """With the orders that a fair brings by default all houses of the valley are as well off without it."""
    if not request.config.getoption("--full"):
        pytest.skip("--full")
    tea = load(resources.shipped_scenarios()["tea"])
    assert tea.institutions.fair is not None
    weak = tea.institutions.fair.model_copy(update={"export_leads": Fair().export_leads})
    weaker = tea.model_copy(update={"institutions": tea.institutions.model_copy(update={"fair": weak})})
    assert found_in(weaker) == {"body-idle"}


def test_a_plan_leaves_to_the_manager_what_the_agenda_keeps_closed() -> None:
    """Less money for research and brand is no other way to play where nobody can decide on money."""
    scenario = parse(BASE.encode(), LESSON)
    rules = compile_rules(scenario, {0: BAND.anchors()})
    table = play.set_table(rules, 1, 4, (0,), {0: "always"})
    plans = {plan.name: plan for plan in PLANS}
    keep, save = (follow(table, 0, plans[name], "plan") for name in ("keep", "keep_and_save"))
    assert keep == save
    opened = scenario.model_copy(update={"agenda": scenario.agenda | {"brand": 1}})
    table = play.set_table(compile_rules(opened, {0: BAND.anchors()}), 1, 4, (0,), {0: "always"})
    assert follow(table, 0, plans["keep_and_save"], "plan") != keep
