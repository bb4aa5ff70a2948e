"""A report: its page and its tables say the same, and the same as the game; it is safe to open, print and pass on."""

import csv
import glob
import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from game import cli, resources
from game.insight.attribution import Attribution
from game.learning.reflection import questions
from game.report.debrief import conducts
from game.report.gather import gather
from game.report.grades import SCHEMES, gradebook
from game.report.pictures import comparison, shortened
from game.report.tables import harmless
from game.session.savefile import seal
from game.wording.figures import figure
from game.wording.words import Words
from tests.report.class_of import HOSTILE, breaks, game, keeps, saved

TABLES = ("decisions.csv", "outcomes.csv", "gradebook.csv")


class Page(HTMLParser):
    """What stands in a page: tables by class as rows of cells, texts, tags with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tables: list[tuple[str, list[list[str]]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "table":
            self.tables.append((str(dict(attrs)["class"]), []))
        elif tag == "tr":
            self.tables[-1][1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][1][-1].append("")
            self._cell = True

    def handle_endtag(self, tag: str) -> None:
        self._cell = self._cell and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self._cell:
            self.tables[-1][1][-1][-1] += data

    def of(self, name: str) -> list[list[list[str]]]:
        return [rows[1:] for held, rows in self.tables if name in held.split()]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def made(folder: Path, *arguments: str | Path, code: int = 0, best: bool = False) -> Page:
    out = folder / "out"
    more = [] if best else ["--no-best"]
    assert cli.main(["report", *map(str, arguments), "--out", str(out), *more]) == code
    return Page((out / "report.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def class_saves(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two games of one scenario, one of them not over, and one of another."""
    folder = tmp_path_factory.mktemp("class")
    return [
        saved(folder, "kept", game(foretells=True, note=HOSTILE)),
        saved(folder, "broke", game(seed=4, seats=(1,), quarters=5, plays=breaks)),
        saved(folder, "war", game("price_war", seed=5)),
    ]


@pytest.fixture(scope="module")
def told(class_saves: list[Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, Path]:
    """The page about them, and the folder that it stands in."""
    folder = tmp_path_factory.mktemp("told")
    return made(folder, *class_saves, "--language", "en"), folder / "out"


def test_the_page_and_the_table_say_the_same_figures(told: tuple[Page, Path]) -> None:
    page, folder = told
    rows = rows_of(folder / "outcomes.csv")
    shown = [row for table in page.of("quarters") for row in table]
    assert len(shown) == len(rows) > 15
    for cells, row in zip(shown, rows, strict=True):
        assert cells[0] == row["quarter"]
        assert cells[1:3] == [figure(float(row[name]), 1) for name in ("profit", "cash")]
        assert cells[3] == figure(float(row["sold"]))
        assert cells[4] == f"{row['institutions_kept']} / {row['institutions_in']}"
        names = ("firm_score", "region_score", "cluster", "brand", "economy", "coupling", "resilience")
        assert cells[5:] == [figure(float(row[name])) for name in names]


def test_the_table_says_what_was_played(told: tuple[Page, Path]) -> None:
    _, folder = told
    session = game(seed=4, seats=(1,), quarters=5, plays=breaks)
    units = session.setup.scenario.units
    came = [row for row in rows_of(folder / "outcomes.csv") if row["player"] == "Player 2"]
    sent = [row for row in rows_of(folder / "decisions.csv") if row["player"] == "Player 2"]
    assert len(came) == len(sent) == 5
    for quarter, outcome, decision in zip(session.quarters, came, sent, strict=True):
        profit = float(quarter.outcome.money.profit[0, 1]) * units.money_scale
        assert float(outcome["profit"]) == pytest.approx(profit, abs=1e-6)
        assert float(decision["price"]) == pytest.approx(1.5 * units.price_scale)
        assert float(decision["effort_mark"]) == (0.0 if quarter.number > 2 else 1.0)
        assert decision["effort_research"] == ""  # there is none in this scenario
        assert decision["decided_by"] == "human"


def test_nothing_is_fetched_and_nothing_runs(told: tuple[Page, Path]) -> None:
    page, folder = told
    text = (folder / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"https?:|//\w|url\((?!#)|@import", text)
    assert not {"script", "link", "iframe", "img", "a", "object", "base"} & {tag for tag, _ in page.tags}
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "src"]
        assert all((value or "").startswith("#") for name, value in attributes.items() if name == "href")
    assert any("default-src 'none'" in (held.get("content") or "") for tag, held in page.tags if tag == "meta")


def test_what_players_wrote_stays_text(told: tuple[Page, Path]) -> None:
    assert HOSTILE in told[0].texts


def test_reasons_add_up_and_stand_on_the_page(class_saves: list[Path], told: tuple[Page, Path]) -> None:
    players, troubles = gather(class_saves, Words())
    assert not troubles
    moved = told[0].of("profit")
    assert len(moved) == len(players)
    for player, table in zip(players, moved, strict=True):
        scale = player.session.setup.scenario.units.money_scale
        assert len(table) == len(player.session.quarters)
        for held, cells in zip(player.reasons.changes, table, strict=True):
            assert isinstance(held, Attribution)
            change = held.after[0] - held.before[0]
            assert held.terms[:, 0].sum() == pytest.approx(change, abs=1e-9)
            assert cells[-1] == figure(float(change) * scale, 1, sign=True)


def test_who_kept_and_earned_is_what_the_debrief_counts(class_saves: list[Path], tmp_path: Path) -> None:
    page = made(tmp_path, class_saves[0])
    ((first, *others),) = page.of("conduct")
    players, _ = gather(class_saves[:1], Words())
    shown = players[0].seat.measures
    held = {conduct.slot: conduct for conduct in conducts(players[0].session)}
    assert first == ["Mist Terrace", f"{round(100 * held[0].kept / held[0].quarters)} %", shown.money(held[0].profit)]
    assert len(others) == len(held) - 1
    assert [float(row[2]) for row in others] == sorted((float(row[2]) for row in others), reverse=True)


def test_questions_stand_with_the_goals_that_they_lead_to(told: tuple[Page, Path]) -> None:
    scenario = game(quarters=0).setup.scenario
    words = Words("en")
    assert scenario.teaching.leads_to[1] == [3]
    at = told[0].texts.index(words.choose(scenario.briefing.questions[1]))
    assert told[0].texts[at + 1] == f"Leads to: {words.choose(scenario.about.goals[2])}"


def test_games_are_side_by_side_only_with_the_same_scenario(told: tuple[Page, Path]) -> None:
    page, _ = told
    (compared,) = page.of("compared")
    assert [row[0] for row in compared] == ["Player 1", "Player 2"]
    assert "Not finished" in compared[1][3]
    assert len([tag for tag, held in page.tags if held.get("class") == "player"]) == 3


def test_both_seats_of_one_save_are_told(tmp_path: Path) -> None:
    page = made(tmp_path, saved(tmp_path, "both", game(seats=(0, 1), quarters=3)))
    (compared,) = page.of("compared")
    assert [row[1] for row in compared] == ["Mist Terrace", "Cloud Gate"]


def test_bad_files_stop_nothing(class_saves: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = class_saves[1]
    broken, foreign, empty = (tmp_path / f"{name}.guildmark" for name in ("broken", "foreign", "empty"))
    broken.write_bytes(good.read_bytes()[:-300])
    foreign.write_text("[1, 2]", encoding="utf-8")
    saved(tmp_path, "empty", game(quarters=0))
    bare = tmp_path / "bare"
    bare.mkdir()
    page = made(tmp_path, broken, foreign, empty, bare, tmp_path / "missing", tmp_path / "no*.guildmark", good, code=1)
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 6
    for line, name in zip(said, ("bare", "no*.guildmark", "broken", "foreign", "empty", "missing"), strict=True):
        assert name in line
    assert [tag for tag, held in page.tags if held.get("class") == "player"] == ["section"]


def changed(path: Path, folder: Path, change: Any, *, sealed: bool = False) -> Path:
    """A copy of a save in which something else stands; `sealed`: with a seal that fits."""
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    if sealed:
        content["seal"] = seal(content)
    copy = folder / f"changed-{path.name}"
    copy.write_text(json.dumps(content), encoding="utf-8")
    return copy


def test_a_changed_save_is_told_as_such(
    class_saves: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def richer(content: dict[str, Any]) -> None:
        content["quarters"][1]["sheets"]["1"]["price"] = 1.1

    page = made(tmp_path, changed(class_saves[1], tmp_path, richer, sealed=True), code=1)
    assert "was changed" in capsys.readouterr().err
    assert any("quarter 2 does not follow" in text for text in page.texts)
    assert rows_of(tmp_path / "out" / "gradebook.csv")[0]["verdict"] == "edited"


def test_a_game_of_other_rules_is_told_from_its_record(class_saves: list[Path], tmp_path: Path) -> None:
    def older(content: dict[str, Any]) -> None:
        for quarter in content["quarters"]:
            quarter["rules"] = 1

    page = made(tmp_path, changed(class_saves[1], tmp_path, older, sealed=True))
    assert any("played under other rules" in text for text in page.texts)
    (table,) = page.of("quarters")
    assert len(table) == 5
    assert not page.of("path")


def test_of_two_saves_of_one_game_the_longer_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    early, late = (saved(tmp_path, name, game(quarters=number)) for name, number in (("early", 2), ("late", 4)))
    page = made(tmp_path, early, late)  # a note, no finding: autosaves of one game are the usual case
    assert "early.guildmark holds the same game as late.guildmark" in capsys.readouterr().err
    assert [len(table) for table in page.of("quarters")] == [4]
    roster = tmp_path / "roster.csv"
    roster.write_text("file,name\nearly.guildmark,=Ann\nlate.guildmark,<b>Bo</b>\n", encoding="utf-8")
    page = made(tmp_path, early, late, "--roster", roster)
    assert [row[0] for row in page.of("compared")[0]] == ["=Ann", "<b>Bo</b>"]
    assert [row["player"] for row in rows_of(tmp_path / "out" / "gradebook.csv")] == ["'=Ann", "<b>Bo</b>"]


def test_folders_and_patterns_stand_for_the_saves_in_them(
    class_saves: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Command prompts that hand `*.guildmark` on as it is, and a class in a folder; nothing is told twice."""
    shelf = tmp_path / "class [2b]"
    shelf.mkdir()
    for path in class_saves[:2]:
        shutil.copy(path, shelf)
    (shelf / "notes.txt").write_text("x", encoding="utf-8")
    names = sorted(path.name for path in class_saves[:2])
    pattern = glob.escape(str(shelf)) + "/*.guildmark"
    for given in ([shelf], [pattern], [shelf / names[0], shelf, pattern]):
        made(tmp_path, *given)
        assert capsys.readouterr().err == ""
        assert [row["file"] for row in rows_of(tmp_path / "out" / "gradebook.csv")] == names


def test_a_scenario_among_the_saves_is_called_one(
    class_saves: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path, class_saves[1], resources.scenarios() / "tea.toml", code=1)
    said = capsys.readouterr().err
    assert "report --guide" in said
    assert "damaged" not in said


def test_what_can_not_be_done_is_said(
    class_saves: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way, bad = tmp_path / "file", tmp_path / "bad.guildmark"
    in_the_way.write_text("x", encoding="utf-8")
    bad.write_text("x", encoding="utf-8")
    good, out = str(class_saves[1]), str(tmp_path / "out")
    for arguments, code in (
        (["--out", out], 2),
        ([good, "--out", str(in_the_way)], 2),
        ([good, "--out", str(in_the_way / "below")], 2),
        ([str(bad), "--out", out], 1),
        ([good, "--roster", str(bad), "--out", out], 2),
        ([good, "--guide", "tea", "--out", out], 2),
        (["--guide", "tee", "--out", out], 2),
        (["--guide", "tea", "--out", str(tmp_path)], 2),
        (["--guide", "tea", "--out", str(in_the_way / "guide.html")], 2),
    ):
        assert cli.main(["report", *arguments]) == code, arguments
        said = capsys.readouterr().err
        assert said.strip()
        assert "Traceback" not in said
        assert "<" not in said
    assert in_the_way.read_text(encoding="utf-8") == "x"
    assert not (tmp_path / "out" / "report.html").exists()


def test_participation_is_the_default_and_profit_is_in_no_scheme(
    class_saves: list[Path], told: tuple[Page, Path]
) -> None:
    rows = rows_of(told[1] / "gradebook.csv")
    assert {row["scheme"] for row in rows} == {"participation"}
    assert [float(row["points"]) for row in rows] == [100.0] * 3
    assert [row["file"] for row in rows] == [path.name for path in class_saves]
    assert "profit" not in rows[0]


def test_participation_counts_quarters_that_the_player_decided(tmp_path: Path) -> None:
    session = game(quarters=3)
    session.end_quarter({0: None})
    players, _ = gather([saved(tmp_path, "absent", session)], Words())
    assert SCHEMES["participation"](players) == [75.0]


def test_schemes_are_what_the_page_says_they_are(class_saves: list[Path]) -> None:
    players, _ = gather(class_saves, Words())
    scores = []
    for player in players:
        last = player.session.quarters[-1].outcome.scores
        scores.append((float(last.firm[0, player.slot]) + float(last.region[0])) / 2)
    assert [row["points"] for row in gradebook(players, "score")] == pytest.approx([min(held, 100) for held in scores])
    ranks = SCHEMES["rank"](players)
    assert sorted(ranks[:2]) == [0.0, 100.0]
    assert (ranks[0] > ranks[1]) == (scores[0] > scores[1])
    assert harmless(ranks[2]) == ""  # alone in its scenario
    first = players[0].session
    asked = len(questions(first.rules, first.quarters, 0)) + 1
    reflected = SCHEMES["reflection"](players)
    assert reflected[0] == pytest.approx(100 * (len(first.quarters) + 1) / (len(first.quarters) + asked))
    assert reflected[1] == 0.0


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_spreadsheet_gets_no_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless(-1.25) == -1.25
    assert harmless(float("nan")) == ""


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("name", sorted(resources.shipped_scenarios()))
def test_a_guide_holds_what_its_scenario_says(name: str, language: str, tmp_path: Path) -> None:
    out, words = tmp_path / "guide.html", Words(language)
    assert cli.main(["report", "--guide", name, "--out", str(out), "--language", language]) == 0
    page = Page(out.read_text(encoding="utf-8"))
    from game.scenario.read import load

    scenario = load(resources.shipped_scenarios()[name])
    text = "".join(page.texts)
    wanted = [*scenario.about.goals, *scenario.briefing.questions, *scenario.briefing.stylised]
    wanted += [*scenario.teaching.board, *scenario.teaching.answers, *(part.what for part in scenario.teaching.plan)]
    for held in [*wanted, *(event.news for event in scenario.events)]:
        assert re.sub(r"\*\*|__", "", words.choose(held)) in text
    for numbers in scenario.teaching.leads_to:
        goals = words.listed([words.choose(scenario.about.goals[number - 1]) for number in numbers])
        assert not numbers or words.say("report-leads-to", goals=goals) in text
    for event in scenario.events:
        assert words.named(event.name, scenario.about.names) in text
    assert not re.search(r"<(report|body|decision|goal)-", text)


def test_a_page_in_chinese_says_nothing_in_english(class_saves: list[Path], tmp_path: Path) -> None:
    page = made(tmp_path, class_saves[1], "--language", "zh-Hans")
    body = [text for text in page.texts if not re.search(r"[{}]", text)]
    held = re.findall(r"[A-Za-z]{3,}", "".join(body))
    assert set(held) <= {"gradebook", "csv"}, held


def test_the_other_commands_do_not_wait_for_the_pictures() -> None:
    code = "import sys; from game import cli; cli.main(['check', 'tea']); sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_everybody_who_keeps_is_seen_to_keep(tmp_path: Path) -> None:
    page = made(tmp_path, saved(tmp_path, "kept", game(quarters=2, plays=keeps)))
    assert "100 %" in page.texts


def test_earlier_classes_are_counted_by_their_last_quarters(
    class_saves: list[Path], told: tuple[Page, Path], tmp_path: Path
) -> None:
    (told[1] / "other.csv").write_bytes(b"\xff\xfe not a table")
    rows = [row for row in rows_of(told[1] / "outcomes.csv") if row["scenario"] == "tea"]
    last = {row["player"]: row for row in rows}
    (tmp_path / "now").mkdir()
    page = made(tmp_path / "now", class_saves[1], "--earlier", told[1])
    ((firm, region),) = page.of("earlier")
    for cells, name in ((firm, "firm_score"), (region, "region_score")):
        low, high = sorted(float(row[name]) for row in last.values())
        assert cells[1:] == [figure(low + share * (high - low)) for share in (0.25, 0.5, 0.75)]
    (tmp_path / "nothing").mkdir()
    arguments = [str(class_saves[1]), "--out", str(tmp_path / "x"), "--earlier", str(tmp_path / "nothing")]
    assert cli.main(["report", *arguments]) == 2
    assert not (tmp_path / "x").exists()


def test_names_in_any_writing_are_drawn(class_saves: list[Path], tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("file,name\nkept.guildmark,$x_1$ & \x07<i>\nbroke.guildmark,عمر 🙂 王\n", encoding="utf-8")
    page = made(tmp_path, *class_saves, "--roster", roster)
    (compared,) = page.of("compared")
    assert [row[0] for row in compared] == ["$x_1$ & <i>", "عمر 🙂 王"]
    assert {"$x_1$ & <i>", "عمر 🙂 王"} <= {text.strip() for text in page.texts}


def test_a_file_that_is_left_out_keeps_its_number(class_saves: list[Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.guildmark"
    broken.write_text("x", encoding="utf-8")
    both = saved(tmp_path, "both", game(seats=(0, 1), quarters=2))
    players, _ = gather([class_saves[0], broken, both, class_saves[1]], Words())
    assert [player.name for player in players] == ["Player 1", "Player 3", "Player 3 (2)", "Player 4"]


def test_a_long_name_leaves_room_for_the_picture() -> None:
    assert shortened("Maximiliane Freifrau von und zu Hohenlohe") == "Maximiliane Freifrau von…"
    assert shortened("诸葛" * 10) == "诸葛" * 6 + "…"
    assert shortened("Player 30") == "Player 30"


def test_players_side_by_side_are_joined_by_no_line() -> None:
    rows = [(f"Player {number}", 10.0 * number, 50.0 + number) for number in range(5)]
    drawn = comparison(rows, ("firm", "region"), "side by side")
    lines = [held.get("d", "") for held in drawn.iter("path") if "fill: none" in (held.get("style") or "")]
    assert len(lines) > len(rows)
    assert not [line for line in lines if line.count("L") > 1]
