"""Goals on the screens: told in the briefing, in sight in the quarter, one key away, judged in the debrief."""

import pygame

from game.model.scenario import Goal
from game.report.goals import moved_goal, own_goals
from game.view.app import App
from game.wording.words import Words
from tests.view.drive import begin, open_game, play_quarters, press, reached, settle, texts, to_the_debrief, wanted
from tests.view.sitting import hamlet, sit_down


def test_the_briefing_says_what_is_played_for(app: App) -> None:
    begin(app, "tea", slot=1)
    told = texts(app)
    assert "What you play for" in told
    for line in (
        "**Earned in all:** 260.0 k¥ or more, at the end",
        "**Neighbours who keep in the collective mark:** 11 or more, at the end",
        "**Region score:** 61 or more, at the end",
    ):
        assert line in told
    assert "Firm score" not in told


def test_the_two_seats_are_told_different_things(app: App) -> None:
    begin(app, "neckties", slot=0)
    one = [shown.goal for shown in own_goals(app.stage)]
    begin(app, "neckties", slot=1)
    other = [shown.goal for shown in own_goals(app.stage)]
    assert len(set(map(repr, one)) & set(map(repr, other))) == 1


def test_the_quarter_shows_how_far_it_is_and_g_tells_all(app: App) -> None:
    begin(app)
    play_quarters(app, 2, keeps=True)
    assert "2 of 6" in texts(app)
    assert "goals" in reached(app)
    press(app, pygame.K_g)
    assert app.pages[-1].name == "goals"
    assert "now 2 quarters running" in texts(app)
    assert {"close"} == wanted(app)
    press(app, pygame.K_g)
    assert app.pages[-1].name == "quarter"


def test_the_results_say_which_goal_the_quarter_moved(app: App) -> None:
    begin(app)
    play_quarters(app, 5, keeps=True)
    press(app, pygame.K_F10)
    moved = moved_goal(app.stage, 6)
    assert moved is not None
    assert moved.way == "reached"
    assert "**Goal reached:** Own word kept 6, 6 wanted." in texts(app)


def test_a_word_broken_slips_the_goal(app: App) -> None:
    begin(app)
    play_quarters(app, 3)
    app.window.set_focus("effort mark")
    press(app, pygame.K_HOME, pygame.K_F10)
    assert [shown.value for shown in own_goals(app.stage) if shown.goal.measure == "word"] == [0.0]
    play_quarters(app, 4)
    states = {shown.goal.measure: shown.state for shown in own_goals(app.stage)}
    assert states["word"] == "missed"


def test_the_debrief_says_what_was_reached_and_when(app: App) -> None:
    begin(app)
    play_quarters(app, 6, keeps=True)
    to_the_debrief(app)
    states = {shown.goal.measure: shown.state for shown in own_goals(app.stage)}
    assert set(states.values()) <= {"reached", "missed"}
    assert "reached in Q6" in texts(app)
    press(app, pygame.K_g)
    assert app.pages[-1].name == "goals"


def test_a_scenario_without_goals_has_no_sign_of_them(app: App) -> None:
    begin(app, "sandbox")
    assert "What you play for" not in texts(app)
    play_quarters(app, 1)
    assert "Goals" not in texts(app)
    press(app, pygame.K_g)
    assert app.pages[-1].name == "quarter"


def test_goals_are_told_in_chinese() -> None:
    app = open_game(Words("zh-Hans"))
    begin(app, "price_war", slot=1)
    settle(app)
    assert "**自己守约：**连续 5 季，终局时" in texts(app)
    play_quarters(app, 1)
    press(app, pygame.K_g)
    assert "你的目标" in texts(app)


def test_the_note_speaks_of_as_many_goals_as_there_are(app: App) -> None:
    one, other = Goal(measure="firm_score", at_least=60), Goal(measure="region_score", at_least=40)
    for goals, said in (([one], "Part of it is up to you"), ([one, other], "Some of it is yours alone")):
        sit_down(app, hamlet(goals=goals))
        press(app, pygame.K_g)
        assert said in texts(app)
        press(app, pygame.K_g)
