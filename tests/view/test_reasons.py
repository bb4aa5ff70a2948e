"""Reasons on screen: estimates, who moved it, the lens, what-if; and what stands there when there is nothing to say."""

import os
import signal
import time
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.folders import saves_folder
from game.insight import best
from game.insight.attribution import change
from game.insight.forecast import MIDDLE, preview
from game.insight.guess import know
from game.insight.past import retrace
from game.model.sheet import Sheet
from game.session import save
from game.view.actions import Begin, RingBell
from game.view.app import App
from game.view.panels.moved import asked_of, change_of, level_of
from game.view.panels.preview import estimate_now
from game.view.start import start_game
from tests.build import village
from tests.session.test_save import edit
from tests.view.drive import BESIDE, begin, misfits, patiently, play_quarters, press, settle, texts, to_the_debrief

FRAME = 0.1


def moments(app: App) -> list:  # type: ignore[type-arg]
    session = app.stage.playing
    return retrace(session.table, [quarter.decision for quarter in session.quarters])


def test_the_estimate_is_the_draft_s_and_is_told_beside_what_came(app: App) -> None:
    begin(app)
    play_quarters(app, 2)
    first = estimate_now(app.stage)
    app.window.set_focus("price")
    press(app, *[pygame.K_RIGHT] * 8)
    second = estimate_now(app.stage)
    assert first is not None
    assert second is not None
    assert first != second
    session = app.stage.playing
    known = know(session.rules, 0, session.seats, [moment.seen for moment in moments(app)])
    assert second.middle == preview(known, session.draft(0)).bands["profit"][0, MIDDLE]
    shown = texts(app)
    press(app, pygame.K_F10)
    money = app.stage.playing.setup.scenario.units
    scale = money.price_scale * money.volume_scale / money.currency_scale
    told = f"{second.middle * scale:.1f}"
    assert told in shown
    assert f"estimated {told}" in texts(app)


def test_the_shares_on_screen_are_those_of_the_engine_and_add_up(app: App) -> None:
    begin(app)
    play_quarters(app, 4)
    press(app, pygame.K_F10, pygame.K_e)
    made = app.stage.reasons.answer(change_of(5)).value
    expected = change(app.stage.playing.table, 0, moments(app), 5)
    assert np.array_equal(made.terms, expected.terms, equal_nan=True)
    assert made.terms[:, 0].sum() == pytest.approx(made.after[0] - made.before[0], abs=1e-9)
    profits = [float(quarter.outcome.money.profit[0, 0]) for quarter in app.stage.playing.quarters]
    assert made.after[0] - made.before[0] == pytest.approx(profits[4] - profits[3], abs=1e-9)
    app.window.set_focus("open profit")
    press(app, pygame.K_RETURN)
    assert "of it: own stocks" in texts(app)


def test_three_depths_by_one_key_and_as_the_scenario_says(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    press(app, pygame.K_F10)
    assert app.stage.reasons.done([change_of(2)]) == (True,)  # worked out while the sentence is read
    seen = []
    for _ in range(4):
        words = texts(app)
        seen.append(("Who moved it" in words, "Dilemma lens" in words))
        press(app, pygame.K_e)
    assert seen == [(False, False), (True, False), (True, True), (False, False)]


def test_at_the_end_of_a_year_the_year_is_shared_out(app: App) -> None:
    begin(app)
    play_quarters(app, 2)
    press(app, pygame.K_F10, pygame.K_e)
    app.window.set_focus("moved")
    press(app, pygame.K_END)
    assert asked_of(app.stage, 3) == level_of(3, 3)
    press(app, pygame.K_F10, pygame.K_F10)
    app.window.set_focus("moved")
    press(app, pygame.K_END)
    assert asked_of(app.stage, 4) == level_of(1, 4)
    made = app.stage.reasons.answer(level_of(1, 4)).value
    profits = sum(float(quarter.outcome.money.profit[0, 0]) for quarter in app.stage.playing.quarters)
    assert made.after[0] == pytest.approx(profits, rel=1e-9)
    assert made.terms[:, 0].sum() == pytest.approx(made.after[0] - made.before[0], abs=1e-9)


def test_the_dial_turns_keeping_from_worthless_to_worth_it(app: App) -> None:
    begin(app)
    play_quarters(app, 5, keeps=True)
    press(app, pygame.K_F10, pygame.K_e, pygame.K_e)
    for _ in range(3):
        if "Prisoner's dilemma" in texts(app):
            break
        press(app, pygame.K_d)
    assert "Prisoner's dilemma" in texts(app)
    app.window.set_focus("future")
    press(app, pygame.K_HOME)
    assert "**Keeping does not pay.**" in texts(app)
    press(app, pygame.K_END)
    assert "**Keeping pays.**" in texts(app)


def test_another_plan_is_looked_at_and_taken_over_and_undone(app: App) -> None:
    begin(app)
    play_quarters(app, 3)
    press(app, pygame.K_w)
    assert app.screen == "whatif"
    app.window.set_focus("if plan")
    press(app, pygame.K_END)
    assert app.stage.playing.draft(0) == Sheet()
    assert "difference" in texts(app)
    press(app, pygame.K_F10)
    assert app.screen == "quarter"
    assert set(app.stage.playing.draft(0).effort.values()) == {0.0}
    press(app, pygame.K_u)
    assert app.stage.playing.draft(0) == Sheet()


def test_a_played_quarter_decided_otherwise_changes_nothing_in_the_game(app: App) -> None:
    begin(app)
    play_quarters(app, 4)
    before = [quarter.digest for quarter in app.stage.playing.quarters]
    press(app, pygame.K_w, pygame.K_PAGEUP, pygame.K_PAGEUP, pygame.K_PAGEUP)
    app.window.set_focus("if effort mark")
    press(app, pygame.K_HOME)
    assert "Had you chosen otherwise in Q2" in texts(app)
    assert "Profit from then until now" in texts(app)
    press(app, pygame.K_F10)
    assert app.screen == "whatif"
    press(app, pygame.K_ESCAPE)
    assert app.screen == "quarter"
    assert [quarter.digest for quarter in app.stage.playing.quarters] == before
    assert app.stage.playing.draft(0) == Sheet()


def test_the_best_plan_found_stands_on_the_band_with_how_long_it_was_looked_for(app: App, tmp_path: Path) -> None:
    scenario = village(5, ("mark",), quarters={"min": 2, "max": 2})
    start_game(app, scenario, "", tmp_path / "small.toml", 0, "normal", "", 3)
    settle(app)
    to_the_debrief(app)
    for _ in patiently(lambda: "best" in app.stage.reasons.waiting()):
        app.frame([])
        pygame.time.wait(5)
    found = best.search(scenario, 0)
    words = texts(app)
    assert f"the best of {found.tried} plans" in words
    assert app.stage.say(f"strategy-{found.plan.strategy}") in words


# -- nothing to say ---------------------------------------------------------------------------------------------------


def test_a_game_of_other_rules_says_what_it_cant_and_tells_what_it_can(app: App) -> None:
    begin(app)
    play_quarters(app, 4)
    press(app, pygame.K_s)
    path = next(iter(saves_folder().glob("tea-*.guildmark")))
    edit(path, lambda content: content.update(rules=0), True)
    session = save.restore(save.read(path))
    assert session.first == 5
    app.stage.session = session
    app.go("quarter")
    settle(app)
    assert "Quarters before Q5 were played under other rules." in texts(app)
    assert estimate_now(app.stage) is not None
    press(app, pygame.K_F10, pygame.K_e)
    assert "under other rules" in texts(app)
    press(app, pygame.K_w)
    assert "Profit in that quarter" in texts(app)
    press(app, pygame.K_PAGEUP)
    assert "under other rules" in texts(app)
    press(app, pygame.K_ESCAPE, pygame.K_F10)
    press(app, pygame.K_F10)
    assert "Others" in texts(app)
    app.apply(RingBell())
    settle(app)
    assert app.window.find("turn 0") is not None
    press(app, pygame.K_e)
    assert "under other rules" in texts(app)
    again = saves_folder() / "later.guildmark"
    save.write(app.stage.playing, again, "later")
    assert save.restore(save.read(again)).first == len(app.stage.playing.quarters) + 1


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="a process can't be held here")
def test_an_interrupted_computation_is_told_and_can_be_asked_again(app: App) -> None:
    begin(app)
    play_quarters(app, 2)
    press(app, pygame.K_F10)
    assert BESIDE._process is not None
    assert BESIDE._process.pid is not None
    app.stage.picks["depth"] = "ledger"
    app.stage.reasons.forget(change_of(3))
    os.kill(BESIDE._process.pid, signal.SIGSTOP)  # or it would have answered before it is killed
    app.frame([])
    assert "change" in app.stage.reasons.waiting()
    BESIDE._process.kill()
    settle(app)
    assert "interrupted" in texts(app)
    again = app.window.find("again change")
    assert again is not None
    app.window.set_focus("again change")
    press(app, pygame.K_RETURN)
    assert "interrupted" not in texts(app)
    assert app.stage.reasons.answer(change_of(3)).value is not None


@pytest.mark.parametrize(("firms", "bodies"), [(1, ("mark",)), (1, ()), (7, ()), (8, ("mark",))])
@pytest.mark.parametrize("quarters", [1, 3])
def test_small_worlds_are_explained_as_far_as_they_go(
    app: App, tmp_path: Path, firms: int, bodies: tuple[str, ...], quarters: int
) -> None:
    """One firm, no institution, one quarter: every screen of reasons opens, fits and ends in the debrief."""
    scenario = village(firms, bodies, quarters={"min": quarters, "max": quarters})
    start_game(app, scenario, "", tmp_path / "small.toml", 0, "normal", "", 3)
    settle(app)
    press(app, pygame.K_F10)
    for key in (pygame.K_w, pygame.K_F4):
        press(app, key)
        assert not list(misfits(app))
        press(app, pygame.K_ESCAPE)
    for _ in patiently(lambda: app.screen != "debrief"):
        press(app, pygame.K_F10)
        for _ in range(3):
            assert not list(misfits(app))
            press(app, pygame.K_e)
    assert len(app.stage.playing.quarters) == quarters
    for _ in range(2):
        assert not list(misfits(app))
        press(app, pygame.K_e)
    press(app, pygame.K_w)
    assert app.screen == "whatif"
    assert not list(misfits(app))


# -- long work --------------------------------------------------------------------------------------------------------


def frames_until(app: App, done: str) -> list[float]:
    """Processor time of every frame until a screen is there."""
    made = []
    for _ in range(20_000):
        began = time.process_time()
        app.frame(pygame.event.get())
        made.append(time.process_time() - began)
        if app.screen == done:
            return made
        pygame.time.wait(5)
    raise AssertionError(app.screen)


def test_no_frame_is_long_while_a_band_is_computed(app: App, tmp_path: Path) -> None:
    """A large village whose quarter in the band takes longer than a frame may; the window goes on beside it."""
    scenario = village(60, ("mark", "fair"), quarters={"min": 2, "max": 3})
    start_game(app, scenario, "", tmp_path / "new.toml", 0, "normal", "", 3)
    settled = [app.pages[-1].name]
    frames = frames_until(app, "briefing")
    assert settled == ["wait"]
    assert len(frames) > 20
    assert max(frames[1:-1]) < FRAME


def test_a_band_that_is_not_waited_for_leaves_everything_as_it_was(app: App, tmp_path: Path) -> None:
    press(app, pygame.K_n)
    start_game(app, village(60, ("mark",)), "", tmp_path / "new.toml", 0, "normal", "", 3)
    app.frame(pygame.event.get())
    assert app.pages[-1].name == "wait"
    press(app, pygame.K_ESCAPE)
    assert app.screen == "picker"
    assert [page.name for page in app.pages] == ["picker"]
    assert app.stage.session is None
    app.apply(Begin())
    settle(app)
    assert app.screen == "briefing"
