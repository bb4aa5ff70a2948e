"""The commands as real processes: what they print, their exit codes, and what they say about bad input."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game import resources
from game.batch.table import COLUMNS
from game.commands.common import places
from game.scenario.read import load
from game.session import save
from game.wording.words import languages
from tests.session.test_save import edit, played
from tests.started import started

ROOT = Path(__file__).parents[2]
SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER"}
TEA = resources.scenarios() / "tea.toml"


def guildmark(
    *arguments: object, environment: dict[str, str] | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    held = dict(os.environ) | (environment or {})
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=held, cwd=cwd, timeout=300, check=False
    )


def told(done: subprocess.CompletedProcess[str], code: int) -> str:
    """What was said on standard error by a command that failed as it should: one clear sentence, no traceback."""
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert "<cli-" not in done.stderr
    return done.stderr


def test_simulate_gives_the_same_bytes_twice_and_row_k_alone(tmp_path: Path) -> None:
    arguments = ("simulate", "tea", "--runs", 30, "--seed", 7, "--json")
    first, second = guildmark(*arguments), guildmark(*arguments, cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    content = json.loads(first.stdout)
    assert list(content) == ["scenario", "seed", "runs", "rows"]
    assert list(content["rows"][0]) == list(COLUMNS)
    for k in (0, 13, 29):
        alone = json.loads(guildmark("simulate", TEA, "--runs", 1, "--first", k, "--seed", 7, "--json").stdout)
        assert alone["rows"] == [content["rows"][k]]


def test_simulate_writes_csv_and_compares(tmp_path: Path) -> None:
    out = tmp_path / "runs.csv"
    done = guildmark("simulate", "first_quarter", "--runs", 8, "--out", out, "--policy", "never", "--firm", "ash glaze")
    assert done.returncode == 0, done.stderr
    assert len(out.read_text(encoding="utf-8").splitlines()) == 9
    compared = json.loads(guildmark("simulate", "tea", "--runs", 20, "--compare", "always,never", "--json").stdout)
    assert [item["metric"] for item in compared["comparison"]][:2] == ["firm_score", "region_score"]
    assert compared["comparison"][0]["high"] < 0
    assert len(compared["rows"]) == 40


def test_people_read_the_units_of_the_screens_and_programs_those_of_the_model() -> None:
    arguments = ("simulate", "shoes", "--runs", 6)
    rows = json.loads(guildmark(*arguments, "--json").stdout)["rows"]
    units = load(resources.scenarios() / "shoes.toml").units
    printed = {line.split()[0]: line.split()[1:3] for line in guildmark(*arguments).stdout.splitlines() if line}
    profit = sum(row["profit"] for row in rows) / 6
    assert printed["profit"] == [units.currency, f"{profit * units.money_scale:.2f}"]
    assert printed["cluster"] == ["points", f"{100 * sum(row['cluster'] for row in rows) / 6:.2f}"]
    swept = guildmark("sweep", "shoes", "--vary", "policy=plan", "--runs", 6).stdout.splitlines()
    assert f"profit, {units.currency}" in swept[1]
    assert f" {profit * units.money_scale:.1f} ±" in swept[2]


def test_treatments_and_difficulty_are_played() -> None:
    def mean(*more: object) -> float:
        content = json.loads(guildmark("simulate", "tea", "--runs", 40, "--json", *more).stdout)
        return float(sum(row["effort"] for row in content["rows"]) / 40)

    usual = mean()
    assert mean("--treatment", "paper_trail") > usual + 0.01
    assert mean("--difficulty", "hard") < usual - 0.1


def test_check_lists_faults_as_text_and_json(tmp_path: Path) -> None:
    fine = guildmark("check", "tea", "first_quarter")
    assert fine.returncode == 0
    bad = ROOT / "tests/scenario/bad/misspelt_key.toml"
    done = guildmark("check", bad, TEA)
    assert done.returncode == 1
    assert f"{bad}:14:1: " in done.stdout
    assert "(did you mean audit?)" in done.stdout
    content = json.loads(guildmark("check", bad, "--json").stdout)
    fault = content["faults"][0]
    assert list(fault) == ["code", "severity", "file", "line", "column", "key", "message", "suggestion"]
    assert (fault["line"], fault["column"], fault["suggestion"], fault["key"]) == (
        14,
        1,
        "audit",
        "institutions.mark.audti",
    )
    assert json.loads(guildmark("check", "tea", "--json").stdout) == {"faults": []}
    del tmp_path


def test_replay_and_verify(tmp_path: Path) -> None:
    path = tmp_path / "game.guildmark"
    save.write(played(), path, "Tea")
    done = guildmark("replay", path, "--verify", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {"quarters": 4, "verdict": "same_bytes", "first_difference": None}
    assert "quarter" in guildmark("replay", path).stdout

    def cheat(content: dict[str, object]) -> None:
        content["quarters"][2]["sheets"]["0"]["price"] = 1.9  # type: ignore[index]

    edit(path, cheat)
    done = guildmark("replay", path, "--verify", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {"quarters": 4, "verdict": "edited", "first_difference": 3}
    assert "quarter 3" in guildmark("replay", path, "--verify").stdout


def test_commands_speak_the_language_of_the_settings(data_folder: Path) -> None:
    data_folder.mkdir(parents=True)
    (data_folder / "settings.json").write_text('{"language": "zh-Hans"}', encoding="utf-8")
    done = guildmark("check", ROOT / "tests/scenario/bad/unseen_text.toml")
    assert done.returncode == 1
    assert "unseen_text.toml:9:10: about.lesson 必须是语言代码" in done.stdout + done.stderr
    assert "没有叫“nix”的剧本" in told(guildmark("play", "nix"), 2)
    table = guildmark("tournament", "--strategies", "always,never", "--turns", 5).stdout.splitlines()[1:]
    assert table[0].startswith("策略")
    assert len({places(line) for line in table}) == 1
    rows = json.loads(guildmark("simulate", "tea", "--runs", 1, "--json").stdout)
    assert list(rows) == ["scenario", "seed", "runs", "rows"]


def test_demo_walks_through_every_screen(tmp_path: Path, data_folder: Path) -> None:
    """It says where its pictures are, and leaves the player's folder as it was."""
    from game.view.app import OVERLAYS, SCREENS

    (data_folder / "saves").mkdir(parents=True)
    mine = {"settings.json": '{"theme": "dark"}', "saves/autosave-0001.guildmark": "mine"}
    for name, text in mine.items():
        (data_folder / name).write_text(text, encoding="utf-8")
    done = guildmark("play", "tea", "--demo", "--shots", tmp_path / "shots")
    assert done.returncode == 0, done.stderr
    held = {str(path.relative_to(data_folder)): path.read_text("utf-8") for path in data_folder.rglob("*.*")}
    assert held == mine
    assert str(tmp_path / "shots") in done.stdout
    assert f"{len(list((tmp_path / 'shots').glob('*.png')))} pictures" in done.stdout
    content = json.loads((tmp_path / "shots/shots.json").read_text(encoding="utf-8"))
    shots = content["shots"]
    assert {shot["screen"] for shot in shots} == set(SCREENS)
    assert {shot["text_size"] for shot in shots} == {1.0, 2.0}
    assert {shot["language"] for shot in shots} == set(languages())
    assert all(f"-{shot['language']}-{round(100 * shot['text_size'])}.png" in shot["file"] for shot in shots)
    assert {"help", "menu", "settings", "log"} <= set(OVERLAYS)
    for shot in shots:
        assert (tmp_path / "shots" / shot["file"]).stat().st_size > 5000
    assert len({shot["file"] for shot in shots}) == len(shots)


BAD_CALLS: list[tuple[tuple[object, ...], int, str]] = [
    (("simulate", "te"), 2, "tea"),
    (("simulate", "nowhere.toml"), 2, "nowhere.toml"),
    (("simulate", "tea", "--policy", "wait"), 2, "conditional"),
    (("simulate", "tea", "--policy", "none.json"), 2, "none.json"),
    (("simulate", "tea", "--firm", "Mist Terace"), 2, "Mist Terrace"),
    (("simulate", "tea", "--treatment", "strict"), 2, "paper_trail"),
    (("simulate", "tea", "--runs", "0"), 2, "--runs"),
    (("simulate", "tea", "--runs", "many"), 2, "--runs"),
    (("simulate", "tea", "--runs", "9" * 20), 2, "10000000"),
    (("simulate", "tea", "--first", "9" * 20), 2, "--first"),
    (("simulate", "tea", "--seed", "nan"), 2, "--seed"),
    (("simulate", "tea", "--workers", "0"), 2, "--workers"),
    (("simulate", "tea", "--compare", "always"), 2, "--compare"),
    (("simulate", "tea", "--compare", "always,"), 2, "--compare"),
    (("simulate", "tea", "--compare", ""), 2, "--compare"),
    (("simulate", "tea", "--policy", "never", "--compare", "always,never"), 2, "--policy"),
    (("simulate", "tea", "--policy", ""), 2, "conditional"),
    (("simulate", "tea", "--runs", "2", "--out", "."), 2, "folder"),
    (("check", f"{'x' * 300}.toml"), 2, "xxx"),
    (("replay", "/dev/zero"), 2, "/dev/zero"),
    (("play", "tea", "--seed", "-1"), 2, "--seed"),
    (("simulate", "tea", "--runs", "2", "--out", "/nowhere/at/all.csv"), 2, "/nowhere/at/all.csv"),
    (("check", "nowhere.toml"), 2, "nowhere.toml"),
    (("check", "."), 2, "."),
    (("replay", "nowhere.guildmark"), 2, "nowhere.guildmark"),
    (("replay", "README.md"), 1, "README.md"),
    (("play", "nowhere.toml"), 2, "nowhere.toml"),
    (("play", "tea", "--shots", "x"), 2, "--demo"),
    (("play", "tests/scenario/bad/no_seat.toml"), 1, "seat"),
    (("bench", "nothing"), 2, "TURN"),
    (("tournament", "--strategies", "always,nver"), 2, "never"),
    (("tournament", "--strategies", "always,always"), 2, "always,always"),
    (("tournament", "--strategies", "hump"), 2, "pairs"),
    (("tournament", "--noise", "1.5"), 2, "1.5"),
    (("tournament", "--noise", "nan"), 2, "nan"),
    (("tournament", "--payoffs", "5,3,1"), 2, "5,3,1,0"),
    (("tournament", "--payoffs", "5,3,1,inf"), 2, "5,3,1,0"),
    (("tournament", "--turns", "0"), 2, "--turns"),
    (("tournament", "--runs", "100000000"), 2, "--runs"),
    (("dance",), 2, "dance"),
]


@pytest.mark.parametrize("place", range(len(BAD_CALLS)), ids=[" ".join(map(str, call[0])) for call in BAD_CALLS])
def test_bad_calls_get_a_sentence(place: int) -> None:
    arguments, code, mentions = BAD_CALLS[place]
    done = guildmark(*arguments)
    said = told(done, code) + done.stdout
    assert mentions in said


def test_an_unreadable_scenario_is_told(tmp_path: Path) -> None:
    path = tmp_path / "scenario.toml"
    path.mkdir()
    assert "scenario.toml" in told(guildmark("check", path), 2)


def test_no_screen_is_told_with_a_way_out() -> None:
    done = guildmark("play", "tea", environment={"SDL_VIDEODRIVER": "nothing_of_the_kind"})
    said = told(done, 2)
    assert "SDL_VIDEODRIVER=dummy" in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_no_screen_at_all_is_told() -> None:
    """Where no driver is named and no screen answers, SDL would open a window that nobody sees."""
    held = {name: value for name, value in os.environ.items() if name not in SCREENS}
    command = [sys.executable, str(ROOT / "main.py"), "play", "tea"]
    done = subprocess.run(command, capture_output=True, text=True, env=held, timeout=60, check=False)
    assert "SDL_VIDEODRIVER=dummy" in told(done, 2)


def test_a_table_is_not_lost_when_the_batch_fails(tmp_path: Path) -> None:
    table = tmp_path / "kept.csv"
    table.write_text("kept", encoding="utf-8")
    told(guildmark("simulate", "first_quarter", "--scheduler", "nowhere:1", "--out", table), 2)
    assert table.read_text(encoding="utf-8") == "kept"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["kept.csv"]


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
@pytest.mark.parametrize("workers", [1, 2])
def test_stopped_by_key_it_says_so_at_once(workers: int) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "simulate", "tea", "--runs", "200000", "--workers", str(workers)]
    with started(command) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(5)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 1
    assert said.strip().endswith("Stopped.")
    assert "Traceback" not in said


@pytest.mark.skipif(os.name == "nt", reason="pipes close differently there")
@pytest.mark.parametrize("command", ["check tea", "simulate first_quarter --runs 50 --json"])
def test_nobody_listening_is_no_traceback(command: str) -> None:
    shell = f"{sys.executable} {ROOT / 'main.py'} {command} | true"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_behind_the_output_is_told() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, str(ROOT / "main.py"), "check", "tea"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "can't be written" in done.stderr


def test_a_missing_package_is_told_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "tree_sitter.py").write_text(
        "raise ModuleNotFoundError('none', name='tree_sitter')\n", encoding="utf-8"
    )
    assert "pip install" in told(guildmark("check", "tea", environment={"PYTHONPATH": str(tmp_path)}), 2)


def test_another_pygame_is_told_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "pygame.py").write_text("ver = '2.6.1'\n", encoding="utf-8")
    held = {"PYTHONPATH": str(tmp_path)}
    assert "pip install pygame-ce" in told(guildmark("play", "tea", environment=held), 2)
    (tmp_path / "pygame.py").write_text("raise ImportError('none')\n", encoding="utf-8")
    assert "pip install pygame-ce" in told(guildmark("play", "tea", environment=held), 2)


def test_tournament_gives_payoffs_and_cooperation_as_json() -> None:
    done = guildmark("tournament", "--strategies", "tit_for_tat,never", "--turns", 10, "--runs", 2, "--json")
    assert done.returncode == 0, done.stderr
    content = json.loads(done.stdout)
    assert list(content) == ["strategies", "payoff", "cooperation", "runs"]
    assert content["payoff"] == [[3.0, 0.9], [1.4, 1.0]]
    assert content["cooperation"] == [[1.0, 0.1], [0.0, 0.0]]
    other = guildmark("tournament", "--strategies", "never,always", "--payoffs", "4,3,2,1", "--turns", 5, "--json")
    assert json.loads(other.stdout)["payoff"] == [[2.0, 4.0], [1.0, 3.0]]


def test_a_tournament_s_matches_can_end_by_chance() -> None:
    """Two turns a match on average: grim earns the sucker's payoff once, and punishment once."""
    done = guildmark("tournament", "--strategies", "grim,never", "--continuation", "0.5", "--runs", 400, "--json")
    payoff = json.loads(done.stdout)["payoff"]
    assert payoff[0][0] == 3.0
    assert payoff[0][1] == pytest.approx(0.5, abs=0.1)  # two turns a match: sucker's payoff, then punishment
    told_open = guildmark("tournament", "--strategies", "grim,never", "--continuation", "0.5")
    assert "50.0 %" in told_open.stdout
    assert "200 turns" not in told_open.stdout
    assert "0.999" in told(guildmark("tournament", "--continuation", "1"), 2)


def test_the_version() -> None:
    done = guildmark("--version")
    assert done.returncode == 0
    assert done.stdout.strip() == "0.1.0"


@pytest.mark.parametrize(
    ("workload", "names"),
    [
        ("turn", ["TURN median", "TURN p99"]),
        ("ipd", ["IPD-10", "IPD-100"]),
        ("why", ["WHY", "WHY reading"]),
    ],
)
def test_bench_gives_every_figure_with_its_bar(workload: str, names: list[str]) -> None:
    done = guildmark("bench", workload, "--json")
    assert done.returncode in {0, 1}, done.stderr
    measured = json.loads(done.stdout)["workloads"]
    assert [item["name"] for item in measured] == names
    for item in measured:
        assert item["value"] > 0
        most = workload != "ipd"
        assert item["holds"] == (item["value"] <= item["bar"] if most else item["value"] >= item["bar"])
        assert (item["goal"] < item["bar"]) == most
    assert done.returncode == (0 if all(item["holds"] for item in measured) else 1)
