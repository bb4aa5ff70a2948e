"""Every text has room: all screens, text sizes and languages, several windows, and words that are 40 % longer."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game import resources
from game.folders import saves_folder
from game.insight.contest import Contest
from game.learning.library import of_kind
from game.rivals.tournament import Payoffs
from game.scenario.sandbox import Choices
from game.view.actions import KeysAsAtFirst
from game.view.app import App
from game.view.library import turn_to
from game.wording.words import Words, languages
from tests.view.drive import Stretched, begin, misfits, open_game, play_calling, press, settle, texts, to_the_debrief
from tests.view.painted import overlaps, record
from tests.view.sitting import hamlet, sit_down

NAMES = {"Guildmark", "English", "Shift"}
NUMBERED = "7"  # a title in no language
TEA = resources.scenarios() / "tea.toml"
LONG = Path(__file__).parent / "long_names.toml"
WINDOWS = [(1280, 720), (1920, 1080), (1024, 768), (2560, 1080), (960, 540), (640, 360), (5120, 1440)]


def visit(app: App, scenario: Path = TEA) -> Iterator[str]:
    """Walk through every screen and overlay; after each step the window is as a player would see it."""
    settle(app)
    yield "title"
    for key in (pygame.K_F1, pygame.K_s):
        press(app, key)
        yield "overlay"
        press(app, pygame.K_ESCAPE)
    yield from comfort(app)
    yield from alone(app)
    press(app, pygame.K_n)
    yield "picker"
    if app.window.shape.narrow:
        app.stage.picks["picker_side"] = "detail"
        settle(app)
        yield "picker detail"
    begin(app, scenario)
    yield "briefing"
    play_calling(app, 5)
    yield "quarter with a call to be made"
    press(app, pygame.K_g)
    yield "goals"
    press(app, pygame.K_g)
    press(app, pygame.K_p, pygame.K_RIGHT, pygame.K_F10)
    yield "results with a call"
    press(app, pygame.K_F10)
    for tab in ("own", "map", "together", "news"):
        app.stage.picks["tab"] = tab
        settle(app)
        yield f"quarter {tab}"
    app.stage.opened.setdefault("own", set()).add("more")
    settle(app)
    yield "quarter more"
    press(app, pygame.K_F4)
    for body in ("mark", "channel", "fair", "ties"):
        app.stage.picks["body"] = body
        settle(app)
        yield f"together {body}"
        app.stage.picks["record_side"] = True
        settle(app)
        yield f"record {body}"
        app.stage.picks["record_side"] = False
    press(app, pygame.K_F4)
    for key in (pygame.K_ESCAPE, pygame.K_F1, pygame.K_l):
        press(app, key)
        yield "overlay"
        press(app, pygame.K_ESCAPE)
    yield from library(app)
    yield from visit_hall(app)
    yield from results(app)
    press(app, pygame.K_c)
    for kind in ("firm", "scores", "region", "map", "development", "parts", "together"):
        app.stage.picks["chart"] = kind
        settle(app)
        yield f"charts {kind}"
    app.stage.picks["chart"] = "map"
    app.stage.phase = None
    settle(app)
    yield "charts no map"
    press(app, pygame.K_ESCAPE)
    press(app, pygame.K_F10)
    yield from otherwise(app)
    to_the_debrief(app)
    for _ in range(3):  # as it opens, and both views
        yield "debrief"
        press(app, pygame.K_e)


def comfort(app: App) -> Iterator[str]:
    """Saved games, all keys, one exchanged for another; what the title says after a crash."""
    long = (
        "山谷尽头名字很长的地方"
        if app.stage.words.language == "zh-Hans"
        else "A long name at the far end of the valley"
    )
    for title in (NUMBERED, long):
        saves_folder().mkdir(parents=True, exist_ok=True)
        content = {"title": title, "quarter": 3, "finished": title == NUMBERED}
        (saves_folder() / f"{len(title)}.guildmark").write_text(json.dumps(content), encoding="utf-8")
    press(app, pygame.K_o)
    yield "saves"
    press(app, pygame.K_ESCAPE, pygame.K_F1, pygame.K_k)
    for keys in ((pygame.K_RETURN,), (pygame.K_F12,), (pygame.K_RETURN, pygame.K_TAB), (pygame.K_x,)):
        press(app, *keys)
        yield "all keys"
    press(app, pygame.K_ESCAPE, pygame.K_ESCAPE)
    app.stage.notice = app.stage.say("title-left", scenario="", quarter=3)
    settle(app)
    yield "title after a crash"
    app.stage.notice = ""
    app.apply(KeysAsAtFirst())


def library(app: App) -> Iterator[str]:
    """The library's five lists, the longest entries, a search; then back to where one was."""
    press(app, pygame.K_h)
    for name in ("collective_good", "free_riding", "prisoners_dilemma", "mark", "suspicious", "c37", "herrmann2008"):
        for side in ("list", "entry"):
            app.apply(turn_to(name, side=side))
            settle(app)
            yield f"library {name} {side}"
    for name in ("pledges", "price_war", "threshold"):
        app.apply(turn_to(name))
        for key in (pygame.K_F6, pygame.K_F5, pygame.K_F5):
            press(app, key)
            yield f"library {name} tried"
    for keys in ((pygame.K_r, pygame.K_d), (pygame.K_q, pygame.K_q), (pygame.K_ESCAPE, pygame.K_F1)):
        press(app, *keys)
        yield "library search"
    press(app, pygame.K_ESCAPE, pygame.K_ESCAPE)


def alone(app: App) -> Iterator[str]:
    """What is there for somebody who learns alone: the sandbox, the tournament, what is impossible in them."""
    press(app, pygame.K_b)
    for key in (pygame.K_F2, pygame.K_F3, pygame.K_F4):
        press(app, key)
        yield "sandbox"
    for choices in (Choices(mix=(("never", 0),)), Choices().moved("most", 4), Choices(firms=40, difficulty="hard")):
        app.stage.picks |= {"sandbox": choices, "sandbox_side": "population"}
        settle(app)
        yield f"sandbox {choices}"
    press(app, pygame.K_ESCAPE)
    press(app, pygame.K_t)
    yield "tournament"
    app.stage.picks["contest"] = Contest(strategies=())
    settle(app)
    yield "tournament, impossible"
    app.stage.picks["contest"] = Contest(noise=0.02, payoffs=Payoffs(9.5, 8, -2.5, -5))
    press(app, pygame.K_F10)
    for place, side in enumerate(("ranking", "payoff", "kept", "spread")):
        app.stage.picks |= {"contest_view": side, "generation": 12 * place}
        settle(app)
        yield f"tournament {side}"
    app.stage.picks["contest"] = Contest()
    settle(app)
    yield "tournament, changed"
    press(app, pygame.K_ESCAPE)


def results(app: App) -> Iterator[str]:
    """The results of the next quarter in their three depths."""
    press(app, pygame.K_F10)
    yield "results"
    press(app, pygame.K_e)
    app.stage.opened["ledger"] = {"sales", "production", "own", "together", "upkeep"}
    app.stage.opened["moved"] = {"inherited"}
    settle(app)
    yield "ledger"
    app.stage.picks["moved"] = "level"
    settle(app)
    yield "level"
    press(app, pygame.K_e)
    for way in ("held", "answering"):
        app.stage.picks["lens"] = way
        settle(app)
        for _ in range(3):
            yield f"lens {way}"
            press(app, pygame.K_d)
    yield from otherwise(app)


def otherwise(app: App) -> Iterator[str]:
    """The what-if screen of the quarter that is at hand, with something tried."""
    press(app, pygame.K_w)
    for side in ("choice", "paths"):
        app.stage.picks["if_side"] = side
        settle(app)
        yield f"what if {side}"
        if side == "choice":
            app.window.set_focus("if plan")
            press(app, pygame.K_END)
            yield "what if, tried"
    press(app, pygame.K_ESCAPE)


def visit_hall(app: App) -> Iterator[str]:
    """The town hall in the quarter of its meeting, where the scenario opens it."""
    press(app, pygame.K_t)
    if app.screen != "townhall":
        return
    for side in (pygame.K_F2, pygame.K_F3, pygame.K_F4):
        press(app, side)
        yield "hall"
    press(app, pygame.K_n)
    yield "motion"
    press(app, pygame.K_s, pygame.K_F10, pygame.K_F10, pygame.K_t)
    for side in (pygame.K_F2, pygame.K_F3, pygame.K_F4):
        press(app, side)
        yield "motions on the table"
    press(app, pygame.K_ESCAPE)


def english(app: App) -> Iterator[str]:
    """Misfits, and texts in Latin letters: none but names of keys and of the game, references, what was typed."""
    yield from misfits(app)
    typed = {app.stage.pick("library_find", "")}
    references = {app.stage.say(f"library-text-{entry.id}-1") for entry in of_kind("source")}
    for text in set(texts(app).splitlines()) - references:
        left = set(re.findall("[A-Za-z]{2,}", re.sub(r"\[\[.+?\]\]|\(\(.+?\)\)", "", text))) - NAMES - typed
        if left:
            yield f"{app.screen}: English in {text!r}"


def assert_all_fit(
    words: Words,
    size: tuple[int, int],
    text_size: float,
    faults: Callable[[App], Iterator[str]] = misfits,
    scenario: Path = TEA,
) -> None:
    app = open_game(words, size, text_size)
    found = {line for place in visit(app, scenario) for line in (f"[{place}] {fault}" for fault in faults(app))}
    assert not found, "\n".join(sorted(found))


@pytest.fixture
def walks(count: Callable[[int, int], int]) -> Callable[[bool], None]:
    """`walks(always)`: a walk through all screens takes half a minute, so some are left to the full suite."""

    def may(always: bool) -> None:
        if not always and count(0, 1) == 0:
            pytest.skip("--full")

    return may


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
def test_no_text_leaves_its_box(text_size: float, walks: Callable[[bool], None]) -> None:
    walks(text_size != 1.5)
    assert_all_fit(Words(), (1280, 720), text_size)


@pytest.mark.parametrize("size", WINDOWS[1:])
def test_nor_in_other_windows(size: tuple[int, int], walks: Callable[[bool], None]) -> None:
    walks(size in {(640, 360), (5120, 1440)})
    assert_all_fit(Words(), size, 1.0)


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", languages()[1:])
def test_nor_in_other_languages(language: str, text_size: float, walks: Callable[[bool], None]) -> None:
    """Nor is any word of English left, where all are Chinese."""
    walks(text_size == 2.0)
    assert_all_fit(Words(language), (1280, 720), text_size, english if language == "zh-Hans" else misfits)


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
def test_nor_in_a_longer_language(text_size: float, walks: Callable[[bool], None]) -> None:
    walks(text_size == 1.5)
    assert_all_fit(Stretched(), (1280, 720), text_size)


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
def test_nor_with_the_longest_names(
    text_size: float, walks: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Firms, event and units as long as the format allows; no text covers another one either."""
    walks(text_size != 1.5)
    record(monkeypatch)
    assert_all_fit(Words(), (1280, 720), text_size, crowded, LONG)


def test_the_bar_has_room_in_the_longest_games(app: App) -> None:
    scenario = hamlet(quarters={"min": 40, "max": 40})
    session = sit_down(app, scenario)
    for _ in range(38):
        session.end_quarter()
    for screen in ("quarter", "results"):
        app.go(screen)
        settle(app)
        assert not list(misfits(app))


def crowded(app: App) -> Iterator[str]:
    """Misfits, and texts that cover each other."""
    yield from misfits(app)
    yield from overlaps(app)


def test_the_check_itself_finds_a_text_without_room() -> None:
    from game.view.kit.layout import Box, Row
    from game.view.kit.widgets import Label

    app = open_game()
    row: Callable[[object], Row] = lambda form: Row([Box(Label("far too long for ten units"), w=10)])
    app.pages[0].make = row
    app.window._stale = True
    app.window.refresh()
    assert list(misfits(app))
