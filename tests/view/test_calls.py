"""Your call: real keys answer, the results say what came, the debrief lists it; asked or not is a setting."""

import pygame

from game.model.call import Statement
from game.model.scenario import INSTITUTIONS
from game.model.town import KINDS
from game.report.calls import all_judged, word_statement
from game.view.app import App
from game.view.calls import asked
from game.view.kit.widget import walk
from game.view.kit.widgets import Label, Picture, now
from game.view.memory import read_settings
from tests.view.drive import begin, click, open_game, play_calling, play_quarters, press, settle, to_the_debrief


def texts(app: App) -> list[str]:
    """All that can be read on the layer on top."""
    return [now(widget.content) for widget in walk(app.window.tree) if isinstance(widget, Label)]


def reads(app: App, *wanted: str) -> bool:
    return any(all(part in text for part in wanted) for text in texts(app))


def test_keys_answer_and_the_answer_can_be_changed(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    session = app.stage.playing
    statement = asked(app.stage)
    assert statement is not None
    assert reads(app, "Your call", word_statement(app.stage, statement))
    assert session.calls == {}
    press(app, pygame.K_p, pygame.K_RIGHT)
    assert session.call(0, 2).percent == 50  # type: ignore[union-attr]
    assert reads(app, "can't say")
    press(app, pygame.K_RIGHT, pygame.K_RIGHT)
    assert session.call(0, 2).percent == 90  # type: ignore[union-attr]
    press(app, pygame.K_LEFT)
    assert reads(app, "rather yes")
    assert session.calls[0] == [session.call(0, 2)]
    assert session.call(0, 2).statement == statement  # type: ignore[union-attr]


def test_tab_and_the_mouse_reach_it_too(app: App) -> None:
    begin(app)
    press(app, pygame.K_RETURN)
    for _ in range(40):
        press(app, pygame.K_TAB)
        if app.window.focus is not None and app.window.focus.name == "call":
            break
    press(app, pygame.K_HOME)
    assert app.stage.playing.call(0, 1).percent == 10  # type: ignore[union-attr]
    answer = app.window.find("call")
    assert answer is not None
    click(app, answer, at=(0.7, 0.5))
    assert app.stage.playing.call(0, 1).percent == 70  # type: ignore[union-attr]


def test_undo_takes_back_the_price_and_leaves_the_call(app: App) -> None:
    begin(app)
    press(app, pygame.K_RETURN, pygame.K_RIGHT, pygame.K_p, pygame.K_END, pygame.K_u)
    session = app.stage.playing
    assert session.draft(0).price is None
    assert session.call(0, 1).percent == 90  # type: ignore[union-attr]
    press(app, pygame.K_u)
    assert session.call(0, 1).percent == 90  # type: ignore[union-attr]


def test_results_say_what_came(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    press(app, pygame.K_p, pygame.K_END, pygame.K_LEFT, pygame.K_F10)
    assert app.screen == "results"
    call = all_judged(app.stage)[0]
    assert reads(app, "Your call, 70 %", call.statement)
    assert reads(app, "came true" if call.came_true else "did not come true")
    assert reads(app, call.figure)
    mark = "tick" if call.came_true else "cross"
    assert any(isinstance(one, Picture) and one.depends == (mark, "ink", "card") for one in walk(app.window.tree))


def test_who_does_not_answer_is_told_nothing_and_waits_for_nothing(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    press(app, pygame.K_F10)
    assert app.screen == "results"
    assert not reads(app, "Your call")
    to_the_debrief(app)
    assert not reads(app, "Predicted, then seen")


def test_the_debrief_lists_every_call_and_how_sure_they_were(app: App) -> None:
    begin(app)
    play_calling(app, 5)
    to_the_debrief(app)
    calls = all_judged(app.stage)
    assert [call.quarter for call in calls] == [1, 2, 3, 4, 5]
    assert [call.percent for call in calls] == [90, 70, 50, 30, 90]
    assert reads(app, "Predicted, then seen")
    assert all(reads(app, call.statement) for call in calls)
    sides = [call for call in calls if call.percent != 50]
    right = sum((call.percent > 50) == call.came_true for call in sides)
    assert reads(app, "**80 %** sure", f"({right} of 4)")
    assert app.window.find("predictions") is not None


def test_a_few_calls_are_listed_without_a_curve(app: App) -> None:
    begin(app)
    play_calling(app, 3)
    to_the_debrief(app)
    assert reads(app, "Fewer than 4 calls")
    assert not reads(app, "sure on average")


def test_a_call_about_a_quarter_that_the_bell_cuts_off_is_left_out(app: App) -> None:
    begin(app)
    play_calling(app, 2)
    press(app, pygame.K_p, pygame.K_END)
    app.stage.playing.ring_bell()
    assert asked(app.stage) is None
    app.go("debrief")
    settle(app)
    assert [call.quarter for call in all_judged(app.stage)] == [1, 2]


def test_the_setting_ends_the_asking_and_outlives_the_program(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    press(app, pygame.K_p, pygame.K_END, pygame.K_ESCAPE)
    app.go("settings")
    settle(app)
    app.window.set_focus("forecasts")
    press(app, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert app.screen == "quarter"
    assert app.window.find("call") is None
    before = app.window.focus
    press(app, pygame.K_p)
    assert app.window.focus is before
    assert app.stage.playing.call(0, 2) is not None
    assert not read_settings().forecasts


def test_a_call_comes_back_with_its_save(app: App) -> None:
    begin(app)
    play_quarters(app, 2)
    press(app, pygame.K_p, pygame.K_END)
    before = app.stage.playing.calls
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    app.frame(pygame.event.get())
    again = open_game()
    press(again, pygame.K_RETURN)
    assert again.screen == "quarter"
    assert again.stage.playing.calls == before
    assert reads(again, "Your call")
    press(again, pygame.K_F10)
    assert reads(again, "Your call, 90 %")


def test_large_text_shows_it_first_among_the_news() -> None:
    app = open_game(text_size=2.0)
    begin(app)
    play_quarters(app, 1)
    press(app, pygame.K_p)
    assert app.stage.pick("tab") == "news"
    assert app.window.focus is not None
    assert app.window.focus.name == "call"
    press(app, pygame.K_HOME, pygame.K_F10)
    assert reads(app, "Your call, 10 %")


def test_every_kind_has_words(app: App) -> None:
    begin(app)
    said = [Statement(kind="rival", quarter=3, body=body, firm=firm) for body in INSTITUTIONS for firm in (2, 99)]
    said += [Statement(kind="keepers", quarter=3, body="mark", firm=1, level=level) for level in (1, 12)]
    said += [Statement(kind="motion", quarter=3, firm=firm, motion=motion) for motion in KINDS for firm in (1, 2)]
    said += [
        Statement(kind="profit", quarter=3, level=-11.5),
        Statement(kind="sales", quarter=3, level=14622),
        *[Statement.model_validate({"kind": kind, "quarter": 3}) for kind in ("region", "cluster", "brand", "economy")],
    ]
    words = [word_statement(app.stage, statement) for statement in said]
    assert len(set(words)) == len(words)
    assert not [text for text in words if "<" in text or "{" in text]
    assert word_statement(app.stage, said[0]) == "Cloud Gate will be seen to keep in the collective mark."
    assert "Newcomer 99" in words[1]
    assert "At least one neighbour " in words[2 * len(INSTITUTIONS)]
    assert "(–11.5 k¥)" in words[-6]
    assert "(14,622 kg)" in words[-5]
