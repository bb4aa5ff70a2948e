"""The tournament screen: by keys, the figures of the tournament run by hand, impossible choices, time that runs."""

import numpy as np
import pygame
import pytest

from game.insight.contest import GENERATIONS, Contest, Result, spread, steps
from game.insight.stage_game import GameType
from game.rivals.register import PAIR
from game.rivals.tournament import Payoffs, tournament
from game.view.app import App
from game.view.kit.theme import THEMES, contrast, mix
from game.view.kit.widget import walk
from game.view.panels.contest import contest, result
from game.view.panels.standings import happened
from game.view.pictures.heat import DEEPEST, HeatTable
from tests.view.drive import focus, misfits, press, reached, settle, tap, texts, wanted


@pytest.fixture
def app(app: App) -> App:
    press(app, pygame.K_t)
    return app


def played(app: App, chosen: Contest | None = None) -> Result:
    if chosen is not None:
        app.stage.picks["contest"] = chosen
        settle(app)
    press(app, pygame.K_F10)
    made = result(app.stage)
    assert made is not None
    return made


def test_figures_are_those_of_the_tournament_run_by_hand(app: App) -> None:
    payoffs = Payoffs(4.5, 3, 0.5, 0)
    made = played(app, Contest(("never", "tit_for_tat", "random"), payoffs, 50, 0.05, 7))
    by_hand = tournament(("never", "tit_for_tat", "random"), turns=50, noise=0.05, runs=7, payoffs=payoffs)
    assert np.array_equal(made.standings.payoff, by_hand.payoff)
    assert np.array_equal(made.standings.cooperation, by_hand.cooperation)
    press(app, pygame.K_e)
    table = next(widget for widget in walk(app.window.tree) if isinstance(widget, HeatTable))
    order = made.order
    assert table.heat.figures == tuple(tuple(f"{by_hand.payoff[i, k]:.2f}" for k in order) for i in order)
    press(app, pygame.K_e)
    table = next(widget for widget in walk(app.window.tree) if isinstance(widget, HeatTable))
    assert table.heat.figures[0][0] == f"{100 * by_hand.cooperation[order[0], order[0]]:.0f}"


def test_by_keys_alone_another_game_fewer_players_and_a_ranking(app: App) -> None:
    assert contest(app.stage).game is GameType.PRISONERS_DILEMMA
    focus(app, "payoff temptation")
    press(app, *[pygame.K_LEFT] * 5)
    assert contest(app.stage).payoffs.temptation == 2.5
    assert contest(app.stage).game is GameType.STAG_HUNT
    assert "Stag hunt" in texts(app)
    focus(app, "plays never")
    press(app, pygame.K_SPACE)
    assert contest(app.stage).strategies == tuple(name for name in PAIR if name != "never")
    assert contest(app.stage).payoffs.temptation == 2.5
    focus(app, "classics play")
    press(app, pygame.K_RETURN)
    assert len(contest(app.stage).strategies) == 7
    press(app, pygame.K_F10)
    assert app.screen == "tournament"
    made = result(app.stage)
    assert made is not None
    assert made.contest == contest(app.stage)
    focus(app, "noise")
    press(app, pygame.K_RIGHT)
    assert app.stage.say("tournament-changed") in texts(app)
    press(app, pygame.K_ESCAPE)
    assert app.screen == "title"


def test_what_is_impossible_is_said_and_not_played(app: App) -> None:
    focus(app, "none plays")
    press(app, pygame.K_RETURN)
    focus(app, "plays grim")
    press(app, pygame.K_SPACE, pygame.K_F10)
    assert app.stage.say("tournament-impossible-few") in texts(app)
    assert app.window.find("compete") is None
    assert result(app.stage) is None
    app.stage.picks["contest"] = Contest(payoffs=Payoffs(2, 2, 2, 2))
    press(app, pygame.K_F10)
    assert app.stage.say("tournament-impossible-stakes") in texts(app)
    with pytest.raises(ValueError, match="stakes"):
        next(iter(steps(contest(app.stage))))


def test_long_matches_can_be_stopped_and_nothing_is_lost(app: App) -> None:
    before = played(app)
    app.stage.picks["contest"] = Contest(turns=500, runs=50)
    tap(app, pygame.K_F10)
    assert app.pages[-1].name == "wait"
    press(app, pygame.K_ESCAPE)
    assert [page.name for page in app.pages] == ["tournament"]
    assert result(app.stage) is before


def test_time_runs_by_space_and_is_told_in_words(app: App) -> None:
    made = played(app, Contest(("always", "never", "tit_for_tat", "random")))
    press(app, pygame.K_e, pygame.K_e, pygame.K_e)
    assert app.stage.say("tournament-even", count=4, share="25") in texts(app)
    press(app, *[pygame.K_SPACE] * 20)
    assert app.stage.pick("generation") == 20
    share = f"{100 * made.shares[20].max():.0f}"
    leader = app.stage.say(f"strategy-{made.standings.strategies[int(made.shares[20].argmax())]}")
    assert f"After 20 generations **{leader}** holds {share} %." in texts(app)
    press(app, *[pygame.K_SPACE] * (GENERATIONS + 5))
    assert app.stage.pick("generation") == GENERATIONS
    assert "**never keep** rose to" in happened(app.stage, made)
    assert "2 of 4 are gone." in happened(app.stage, made)
    assert list(misfits(app)) == []


def test_what_earns_most_spreads_whatever_the_unit() -> None:
    """Against a keeper and a breaker alone breaking takes over; ten times the money changes nothing."""
    payoff = np.array([[3.0, 0.0], [5.0, 1.0]])
    shares = spread(payoff)
    assert shares.shape == (GENERATIONS + 1, 2)
    assert np.allclose(shares.sum(axis=1), 1)
    assert np.all(np.diff(shares[:, 1]) > -1e-12)
    assert shares[-1, 1] > 0.999
    assert np.allclose(spread(10 * payoff), shares)
    assert np.allclose(spread(np.ones((2, 2))), 0.5)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tint", ["grey", "kept"])
def test_figures_can_be_read_on_every_ground(theme: str, tint: str) -> None:
    colours = THEMES[theme]
    for part in np.linspace(0, 1, 11):
        assert contrast(colours["ink"], mix(colours["card"], colours[tint], DEEPEST * float(part))) >= 4.5


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_every_control_is_reached_by_tab(app: App, text_size: float) -> None:
    app.window.dress(text_size=text_size)
    assert reached(app) == wanted(app)
    played(app)
    for _ in range(4):
        assert reached(app) == wanted(app)
        press(app, pygame.K_e)
