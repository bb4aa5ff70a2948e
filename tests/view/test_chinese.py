"""Chinese: faces by script on one baseline, where lines may end, and a language changed while the window is open."""

import json
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game import resources
from game.report.names import firm_names
from game.scenario.sandbox import Choices
from game.view.app import App
from game.view.door import open_door
from game.view.kit.choice import Segmented
from game.view.kit.fonts import Fonts, scripts
from game.view.kit.listing import Listing
from game.view.kit.text import BODY, LABEL, SCREEN_HEAD, Breaker, Paragraph, pieces
from game.view.library import turn_to
from game.view.memory import read_settings, write_settings
from game.view.stage import Settings
from game.wording.words import Words
from tests.view.drive import begin, open_game, play_quarters, press, settle, texts

STORY = (
    "“大家都守约，”林家说，“区域品牌（集体商标）才站得稳！”那一季——第 5 季——"
    "有 62 % 的企业没有出力……《茶经》里可没有这样写。"
)
CLOSING, OPENING = "，。、；：？！”’）》」…—%", "“‘（《「"


@pytest.fixture
def breaker() -> Breaker:
    pygame.font.init()
    return Breaker(Fonts(resources.assets() / "fonts", "zh-Hans"))


def lines(laid: Paragraph) -> list[str]:
    return ["".join(item.span.text for item in laid.placed if item.line == line) for line in range(laid.lines)]


def test_texts_are_cut_into_runs_of_one_script() -> None:
    assert scripts("Mist Terrace 承诺 80 %。") == (
        ("Mist Terrace ", False),
        ("承诺", True),
        (" 80 %", False),
        ("。", True),
    )
    assert scripts("他说“Tea”……") == (("他说“", True), ("Tea", False), ("”……", True))
    assert scripts("the firm’s “name” …") == (("the firm’s “name” …", False),)
    assert scripts("say “that’s Tea 茶” or “Tea”") == (("say “that’s Tea ", False), ("茶", True), ("” or “Tea”", False))
    assert scripts("") == ()


def test_every_run_has_the_face_that_has_it(breaker: Breaker) -> None:
    def faces(text: str) -> list[tuple[str, str]]:
        return [(item.span.text, item.span.style.face) for item in breaker.paragraph(text, BODY, 1.0, None).placed]

    assert faces("茶 **Tea 茶** [[F1]]") == [
        ("茶", "han"),
        (" ", "sans"),
        ("Tea ", "bold"),
        ("茶", "han bold"),
        (" ", "sans"),
        ("F1", "sans"),
    ]
    assert breaker.fonts.in_runs("茶 Tea", "serif") == (("茶", "han bold"), (" Tea", "bold"))
    breaker.speak("en")
    assert breaker.fonts.in_runs("茶 Tea", "serif") == (("茶", "han bold"), (" Tea", "serif"))
    assert breaker.fonts.in_runs("Guildmark", "display") == (("Guildmark", "display"),)


def test_a_key_cap_is_as_wide_as_its_words(breaker: Breaker) -> None:
    """A cap says what to press in words where there is no single key for it, so it needs the Chinese face's measure."""
    cap, words = (breaker.paragraph(text, LABEL, 1.0, None).width for text in ("[[首字母]]", "首字母"))
    assert cap > words
    wider = breaker.paragraph("[[首字母首字母]]", LABEL, 1.0, None).width
    assert wider - cap == words


def test_another_language_lays_out_again(breaker: Breaker) -> None:
    before = breaker.paragraph("Tea", SCREEN_HEAD, 1.0, None)
    breaker.speak("en")
    assert breaker.paragraph("Tea", SCREEN_HEAD, 1.0, None) != before


@pytest.mark.parametrize("size", [14, 16, 24, 28, 32, 48])
def test_both_scripts_stand_on_one_baseline(size: int) -> None:
    pygame.font.init()
    fonts = Fonts(resources.assets() / "fonts")
    for latin, han in (("sans", "han"), ("bold", "han bold")):
        height = round(size * 1.5)
        below = [fonts.top(face, size, height) + fonts.get(face, size).get_ascent() for face in (latin, han)]
        assert below[0] == below[1]
        assert abs(fonts.top(latin, size, height) - (height - fonts.get(latin, size).get_height()) / 2) < 1


def test_lines_neither_begin_with_what_closes_nor_end_with_what_opens(breaker: Breaker) -> None:
    whole = STORY.replace(" ", "")
    for width in range(60, 500, 3):
        found = lines(breaker.paragraph(STORY, BODY, 1.0, width))
        assert "".join(found).replace(" ", "") == whole
        for line in found:
            assert line.strip()[0] not in CLOSING, (width, line)
            assert line.strip()[-1] not in OPENING, (width, line)
        for line in found[:-1]:
            assert not line.endswith("…") or line.endswith("……")


def test_no_ideograph_stands_alone_on_the_last_line(breaker: Breaker) -> None:
    for text in (
        "这次下跌中有多少也躲不过？",
        "三角标出你目前的方案；不妨另试一个。",
        "大家会看到灯笼山守约",
        "他说“好的。”",
    ):
        for width in range(48, 320, 4):
            last = lines(breaker.paragraph(text, BODY, 1.0, width))[-1]
            assert len(last.strip("，。？！”")) >= 2, (width, last)


def test_chinese_lines_are_full(breaker: Breaker) -> None:
    """Between ideographs a line may end anywhere, so no line but the last leaves room for three more."""
    text = "遵守商标规约每季都要花钱手工采摘烘制不走捷径不用外县的茶叶出力表示你的茶有多少合乎规约"
    for width in range(80, 400, 7):
        laid = breaker.paragraph(text, BODY, 1.0, width)
        for line in lines(laid)[:-2]:
            assert len(line) * 16 > width - 3 * 16


def test_english_wraps_as_ever_where_chinese_is_spoken(breaker: Breaker) -> None:
    text = "Sixteen growers and packers sell under one old and famous name: “Stonedrum”. It’s everyone’s."
    spoken = [breaker.paragraph(text, BODY, 1.0, width) for width in range(60, 400, 9)]
    breaker.speak("en")
    assert spoken == [breaker.paragraph(text, BODY, 1.0, width) for width in range(60, 400, 9)]
    assert pieces("one name: “Tea”.") == ("one ", "name: ", "“Tea”.")


def speak(app: App, language: str) -> None:
    """Change the language as a player does: in the settings, with the keyboard."""
    app.go("settings")
    settle(app)
    app.window.set_focus("language")
    choice = app.window.find("language")
    assert isinstance(choice, Segmented)
    press(app, pygame.K_HOME if language == "en" else pygame.K_END)
    press(app, pygame.K_ESCAPE)


def picture(app: App) -> bytes:
    return pygame.image.tobytes(app.window.surface, "RGB")


def walk(app: App) -> list[tuple[str, str, bytes]]:
    """The same short game in Chinese, whatever was spoken before: every screen's words and picture."""
    made = []

    def keep(name: str) -> None:
        settle(app)
        made.append((name, texts(app), picture(app)))

    alone(app, keep)
    press(app, pygame.K_n)
    keep("picker")
    begin(app)
    keep("briefing")
    play_quarters(app, 3)
    keep("quarter")
    for name, key in (("results", pygame.K_r), ("charts", pygame.K_c), ("together", pygame.K_F4)):
        press(app, key)
        keep(name)
        press(app, pygame.K_ESCAPE)
    press(app, pygame.K_w)
    keep("what if")
    press(app, pygame.K_ESCAPE)
    for name, key in (("help", pygame.K_F1), ("log", pygame.K_l), ("menu", pygame.K_ESCAPE)):
        press(app, key)
        keep(name)
        press(app, pygame.K_ESCAPE)
    press(app, pygame.K_h)
    for entry in ("hysteresis", "fair", "grim", "c37", "ostrom1990"):
        app.apply(turn_to(entry))
        keep(f"library {entry}")
    app.apply(turn_to("free_riding"))
    for _ in range(4):
        keep("library, being tried")
        press(app, pygame.K_F6)
    press(app, pygame.K_ESCAPE)
    return made


def alone(app: App, keep: Callable[[str], None]) -> None:
    """What is there without a game: the sandbox, the tournament from each side."""
    press(app, pygame.K_b)
    keep("sandbox")
    press(app, pygame.K_ESCAPE, pygame.K_t)
    keep("tournament")
    press(app, pygame.K_F10)
    for _ in range(4):
        keep("tournament, played")
        press(app, pygame.K_e)
    app.stage.picks |= {"contest_view": "spread", "generation": 12}
    keep("tournament, twelve generations on")
    press(app, pygame.K_ESCAPE)
    app.stage.picks |= {"contest_view": "ranking", "generation": 0}


def test_a_language_chosen_is_spoken_at_once_and_on_every_screen() -> None:
    """A window that changed to Chinese shows, to the pixel, what one shows that began in it."""
    app = open_game()
    press(app, pygame.K_n)
    begin(app)
    play_quarters(app, 2)
    press(app, pygame.K_r, pygame.K_e)
    speak(app, "zh-Hans")
    app.go("title")
    settle(app)
    changed = walk(app)
    pygame.display.quit()
    app = open_game(Words("zh-Hans"))
    app.stage.picks |= {"depth": None}
    began = walk(app)
    pygame.display.quit()
    for (name, told, shown), (_, wanted, painted) in zip(changed, began, strict=True):
        assert told == wanted, name
        assert shown == painted, name


def test_a_game_of_the_sandbox_is_told_in_chinese() -> None:
    """Also its firms that are others over again, and what a strategy alone says of a neighbour."""
    app = open_game(Words("zh-Hans"))
    press(app, pygame.K_b)
    app.stage.picks["sandbox"] = Choices(firms=20, mix=(("conditional", 1), ("never", 1)))
    settle(app)
    press(app, pygame.K_F10)
    assert app.screen == "briefing"
    briefing = texts(app)
    assert "你经营的是路标" in briefing
    assert "地图上找不到十字路口。" in briefing
    play_quarters(app, 1)
    names = firm_names(app.stage.words, app.stage.playing)
    assert names[:2] == ["路标", "大轮"]
    assert {"路标 2", "大轮 2", "平秤 2"} <= set(names)
    assert "十字路口" in texts(app)
    speak(app, "en")
    assert "Great Wheel 2" in firm_names(app.stage.words, app.stage.playing)


def test_letters_find_chinese_titles() -> None:
    app = open_game(Words("zh-Hans"))
    press(app, pygame.K_h, pygame.K_y, pygame.K_y, pygame.K_h, pygame.K_y)
    listing = app.window.find("library list")
    assert isinstance(listing, Listing)
    assert [option.label for option in listing.options] == ["以牙还牙", "先违约，再以牙还牙", "以牙还牙，偶尔原谅"]
    assert app.stage.pick("library") == "tit_for_tat"


def test_english_comes_back_and_nothing_chinese_stays() -> None:
    app = open_game(Words("zh-Hans"))
    begin(app)
    play_quarters(app, 1)
    told = texts(app)
    assert "自家企业" in told
    assert "雾台" in told
    speak(app, "en")
    told = texts(app)
    assert "Own firm" in told
    assert told.isascii() or not any("\u4e00" <= char <= "\u9fff" for char in told)
    assert pygame.display.get_caption()[0] == "Guildmark"


def test_every_language_is_named_in_itself() -> None:
    app = open_game()
    app.go("settings")
    settle(app)
    choice = app.window.find("language")
    assert isinstance(choice, Segmented)
    assert [words for _, words in choice.options] == ["English", "简体中文"]


def test_the_language_is_kept_and_the_next_window_speaks_it(data_folder: Path) -> None:
    app = open_game()
    speak(app, "zh-Hans")
    pygame.display.quit()
    assert json.loads((data_folder / "settings.json").read_text(encoding="utf-8"))["language"] == "zh-Hans"
    assert read_settings().language == "zh-Hans"
    opened = open_door(Words(read_settings().language))
    assert isinstance(opened, App)
    assert "新游戏" in opened.stage.say("title-new")
    assert opened.stage.settings.language == "zh-Hans"


@pytest.mark.parametrize("language", ["tlh", "../en", "", "zh", 7, None])
def test_a_language_that_is_not_there_is_english(language: object, data_folder: Path) -> None:
    data_folder.mkdir(parents=True)
    (data_folder / "settings.json").write_text(json.dumps({"language": language, "theme": "dark"}), encoding="utf-8")
    assert read_settings() == Settings(theme="dark")


def test_settings_can_be_written_in_any_language(data_folder: Path) -> None:
    write_settings(Settings(language="zh-Hans"))
    assert read_settings() == Settings(language="zh-Hans")
    assert data_folder.is_dir()
