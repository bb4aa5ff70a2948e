"""Saves: they stand alone, survive damage with a sentence, and tell whether they were changed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.insight.kept import find
from game.model.call import Call, Statement
from game.model.note import Note, Question
from game.model.outcome import Outcome
from game.model.record import same
from game.model.sheet import Sheet
from game.model.state import State
from game.scenario.read import load
from game.session import save
from game.session.pack import pack, unpack
from game.session.replay import DIFFERS, EDITED, OTHER_RULES, SAME_BYTES, SAME_FIGURES, replay
from game.session.savefile import Content, SaveError, seal
from game.session.session import Session, quarter_digest
from game.session.setup import Setup
from game.session.start import begin
from tests.session.test_session import TEA, new_game

ROOT = Path(__file__).parents[2]


def played(quarters: int = 4, seats: tuple[int, ...] = (0,)) -> Session:
    session = new_game(seats)
    for number in range(quarters):
        session.write(0, Sheet(price=1.3 + number / 50, effort={"mark": 0.4 if number == 2 else 1.0}))
        session.end_quarter()
    return session


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "game.guildmark"
    save.write(played(), path, "Tea")
    return path


def edit(path: Path, change: Callable[[dict[str, Any]], None], sealed: bool = False) -> Path:
    """Change a save; `sealed` also mends the seal, as a careful cheat would."""
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    if sealed:
        content["seal"] = seal(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_play_goes_on_from_a_save_as_if_it_had_never_stopped(saved: Path) -> None:
    straight, restored = played(), save.restore(save.read(saved))
    assert restored.quarter == straight.quarter
    assert restored.last_quarter == straight.last_quarter
    for session in (straight, restored):
        session.write(0, Sheet(price=1.44))
        session.end_quarter()
        session.end_quarter()
    assert straight.quarters[-1].digest == restored.quarters[-1].digest
    assert same(straight.moment.state, restored.moment.state)


def test_a_draft_is_kept_too(tmp_path: Path) -> None:
    session = played(2)
    session.write(0, Sheet(price=1.77, pledge={"mark": 0.8}))
    save.write(session, tmp_path / "draft.guildmark", "Tea")
    assert save.restore(save.read(tmp_path / "draft.guildmark")).draft(0) == Sheet(price=1.77, pledge={"mark": 0.8})


CALLS = [
    Call(statement=Statement(kind="keepers", quarter=2, body="mark", firm=1, level=12), percent=30),
    Call(statement=Statement(kind="motion", quarter=4, firm=3, motion="audit"), percent=90),
    Call(statement=Statement(kind="profit", quarter=5, level=11.5), percent=70),
]


def called(path: Path) -> Path:
    """A save with three calls, the last about the quarter to be played."""
    session = played()
    for call in CALLS:
        session.foretell(0, call)
    save.write(session, path, "Tea")
    return path


def test_calls_are_kept(tmp_path: Path) -> None:
    restored = save.restore(save.read(called(tmp_path / "called.guildmark")))
    assert restored.calls == {0: CALLS}
    assert replay(save.read(tmp_path / "called.guildmark")).verdict == SAME_BYTES


def test_a_save_from_before_there_were_calls_opens_without_any(saved: Path) -> None:
    old = save.read(edit(saved, lambda content: content.pop("calls"), True))
    assert old.sealed
    assert save.restore(old).calls == {}
    assert replay(old).verdict == SAME_BYTES


def test_calls_outlive_other_rules_and_a_snapshot_that_is_made_anew(tmp_path: Path) -> None:
    path = called(tmp_path / "called.guildmark")
    assert save.restore(save.read(edit(path, lambda content: content.update(rules=0), True))).calls == {0: CALLS}
    called(path)
    edit(path, lambda content: content["snapshot"].update(state="AAAA"))
    assert save.restore(save.read(path)).calls == {0: CALLS}


def test_a_call_that_was_changed_breaks_the_seal(tmp_path: Path) -> None:
    path = called(tmp_path / "called.guildmark")
    verdict = replay(save.read(edit(path, lambda content: content["calls"]["0"][0].update(percent=90))))
    assert (verdict.verdict, verdict.first_difference) == (EDITED, None)


WRONG_CALLS: list[Any] = [
    7,
    [],
    {"0": 7},
    {"0": [{}]},
    {"0": [{"percent": 70}]},
    {"x": []},
    {"3": []},
    {"0": [{"statement": {"kind": "weather", "quarter": 1}, "percent": 70}]},
    {"0": [{"statement": {"kind": "profit", "quarter": 1}, "percent": 60}]},
    {"0": [{"statement": {"kind": "profit", "quarter": "one"}, "percent": 70}]},
    {"0": [{"statement": {"kind": "profit", "quarter": 6}, "percent": 70}]},
    {"0": [{"statement": {"kind": "profit", "quarter": 1}, "percent": 70}] * 2},
    {"0": [{"statement": {"kind": "profit", "quarter": 1, "firm": 10**30}, "percent": 70}]},
    {"0": [{"statement": {"kind": "rival", "quarter": 1, "body": "guild", "firm": 2}, "percent": 70}]},
    {"0": [{"statement": {"kind": "rival", "quarter": 1, "body": "mark"}, "percent": 70}]},
    {"0": [{"statement": {"kind": "motion", "quarter": 1, "firm": 2, "motion": "dance"}, "percent": 70}]},
]


@pytest.mark.parametrize("place", range(len(WRONG_CALLS)))
def test_calls_that_make_no_sense_are_refused_as_damaged(saved: Path, place: int) -> None:
    edit(saved, lambda content: content.update(calls=WRONG_CALLS[place]), True)
    with pytest.raises(save.SaveError) as caught:
        save.restore(save.read(saved))
    assert caught.value.code == "save-damaged"


def test_the_save_stands_alone(saved: Path) -> None:
    content = json.loads(saved.read_text(encoding="utf-8"))
    assert "Stonedrum" in content["scenario"]["text"]
    assert content["machine"].keys() >= {"numpy", "platform", "cpu"}
    assert content["quarters"][2]["sheets"]["0"]["effort"] == {"mark": 0.4}
    assert content["quarters"][2]["deciders"] == {"0": "human"}


def test_replay_confirms_to_the_last_byte(saved: Path) -> None:
    verdict = replay(save.read(saved))
    assert (verdict.verdict, verdict.quarters, verdict.first_difference) == (SAME_BYTES, 4, None)


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
def test_an_edited_decision_is_found_where_it_was_made(saved: Path, quarter: int) -> None:
    def cheat(content: dict[str, Any]) -> None:
        content["quarters"][quarter - 1]["sheets"]["0"]["price"] = 1.99

    verdict = replay(save.read(edit(saved, cheat)))
    assert (verdict.verdict, verdict.first_difference) == (EDITED, quarter)


def test_an_edited_outcome_or_scenario_is_found(saved: Path) -> None:
    def swap(content: dict[str, Any]) -> None:
        content["quarters"][2]["outcome"] = content["quarters"][1]["outcome"]

    verdict = replay(save.read(edit(saved, swap)))
    assert (verdict.verdict, verdict.first_difference) == (EDITED, 3)


def test_a_changed_seed_is_found(saved: Path) -> None:
    verdict = replay(save.read(edit(saved, lambda content: content.update(seed=8))))
    assert (verdict.verdict, verdict.first_difference) == (EDITED, 1)


def forge(content: dict[str, Any], edit_quarter: int, **changes: float) -> None:
    """Change a decision and mend the chain of digests behind it."""
    content["quarters"][edit_quarter - 1]["sheets"]["0"].update(changes)
    held = save.Saved(Path("forged.guildmark"), Content.model_validate_json(json.dumps(content)), True)
    chain = save.setup_of(held).digest
    for item, quarter in zip(content["quarters"], save.quarters_of(held), strict=True):
        chain = quarter_digest(chain, quarter.sheets, quarter.outcome)
        item["digest"] = chain


def test_a_forged_chain_comes_out_otherwise_when_played_again(saved: Path) -> None:
    verdict = replay(save.read(edit(saved, lambda content: forge(content, 3, price=1.99), True)))
    assert (verdict.verdict, verdict.first_difference) == (DIFFERS, 3)


def test_figures_off_by_one_in_a_billion_count_as_the_same(saved: Path) -> None:
    """Another machine: same decisions, last digits of the outcomes differ, the chain is the other machine's own."""

    def nudge(content: dict[str, Any]) -> None:
        for item in content["quarters"]:
            made = unpack(Outcome, item["outcome"], quarter=item["number"])
            price = made.market.demand * (1 + 1e-9)
            item["outcome"] = pack(replace(made, market=replace(made.market, demand=price)))
        forge(content, 1)

    assert replay(save.read(edit(saved, nudge, True))).verdict == SAME_FIGURES


def test_other_rules_never_lose_a_game(saved: Path) -> None:
    old = save.read(edit(saved, lambda content: content.update(rules=0), True))
    assert replay(old).verdict == OTHER_RULES
    session = save.restore(old)
    assert len(session.quarters) == 4
    session.end_quarter()
    assert session.quarter == 6


def test_a_changed_snapshot_is_made_anew_from_the_log(saved: Path) -> None:
    def enrich(content: dict[str, Any]) -> None:
        state = unpack(State, content["snapshot"]["state"], quarter=5)
        rich = replace(state, firms=replace(state.firms, cash=state.firms.cash + 1e6))
        content["snapshot"]["state"] = pack(rich)

    session = save.restore(save.read(edit(saved, enrich)))
    assert session.moment.state.firms.cash[0, 0] < 1e5
    assert same(session.moment.state, played().moment.state)


@pytest.mark.parametrize("share", [0.02, 0.5, 0.97, 0.9999])
def test_a_save_cut_short_is_refused_with_a_sentence(saved: Path, share: float) -> None:
    raw = saved.read_bytes()
    saved.write_bytes(raw[: int(len(raw) * share)])
    with pytest.raises(save.SaveError) as caught:
        save.read(saved)
    assert caught.value.code == "save-damaged"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "save-damaged"),
        (b"\xff\xfe\x00", "save-damaged"),
        (b"[1, 2]", "save-foreign"),
        (b'{"product": "another"}', "save-foreign"),
        (b'{"product": "guildmark", "format": 99}', "save-format"),
        (b'{"product": "guildmark", "format": 1}', "save-damaged"),
        (b"[" * 100_000, "save-damaged"),
        (b'{"product": "guildmark", "quarter": 1e400}', "save-damaged"),
        (b'{"product": "guildmark", "quarter": NaN}', "save-damaged"),
        (b'{"product": "guildmark", "quarter": ' + b"9" * 6000 + b"}", "save-damaged"),
    ],
)
def test_strange_files_are_refused_with_a_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "strange.guildmark"
    path.write_bytes(content)
    with pytest.raises(save.SaveError) as caught:
        save.read(path)
    assert caught.value.code == code


ELSEWHERE: list[Callable[[dict[str, Any]], None]] = [
    lambda content: content["quarters"].clear(),
    lambda content: content["quarters"].pop(),
    lambda content: content.update(finished=True),
    lambda content: content.update(title="Another"),
    lambda content: content["quarters"][1]["deciders"].update({"0": "default"}),
    lambda content: content["quarters"][1].update(decision=content["quarters"][0]["decision"]),
    lambda content: content["snapshot"].update(digest="0"),
    lambda content: content["drafts"].update({"0": {"price": 9.0}}),
    lambda content: content["machine"].update(numpy="0"),
]


@pytest.mark.parametrize("place", range(len(ELSEWHERE)))
def test_an_edit_outside_the_log_breaks_the_seal(saved: Path, place: int) -> None:
    verdict = replay(save.read(edit(saved, ELSEWHERE[place])))
    assert (verdict.verdict, verdict.first_difference) == (EDITED, None)


def test_an_edited_band_is_an_edit_and_not_a_fault_of_the_game(tmp_path: Path) -> None:
    path = tmp_path / "banded.guildmark"
    scenario = load(TEA)
    band = find(scenario, 0)
    assert band is not None
    session = begin(Setup(scenario, TEA.read_text(encoding="utf-8"), TEA, 7, (0,), bands={0: band}))
    session.end_quarter()
    save.write(session, path, "Tea")
    assert replay(save.read(path)).verdict == SAME_BYTES
    verdict = replay(save.read(edit(path, lambda content: content["bands"]["0"].update(margin=1.0))))
    assert (verdict.verdict, verdict.first_difference) == (EDITED, 1)


def test_a_snapshot_that_can_t_be_read_is_made_anew(saved: Path) -> None:
    session = save.restore(save.read(edit(saved, lambda content: content["snapshot"].update(state="AAAA"))))
    assert same(session.moment.state, played().moment.state)


def test_records_of_another_shape_are_played_again(saved: Path) -> None:
    def flatten(content: dict[str, Any]) -> None:
        arrays = unpack(Outcome, content["quarters"][1]["outcome"], quarter=2)
        flat = replace(arrays, money=replace(arrays.money, profit=arrays.money.profit.ravel()))
        content["quarters"][1]["outcome"] = pack(flat)

    session = save.restore(save.read(edit(saved, flatten)))
    assert session.quarters[1].outcome.money.profit.shape == (1, 16)


BREAKS: list[Callable[[dict[str, Any]], None]] = [
    lambda content: content["quarters"][0].pop("sheets"),
    lambda content: content["quarters"][0].update(outcome="AAAA"),
    lambda content: content["quarters"][0].update(outcome=7),
    lambda content: content["quarters"][0]["sheets"]["0"].update(price="dear"),
    lambda content: content["quarters"][0]["sheets"].update(x=None),
    lambda content: content.update(quarters=None),
    lambda content: content.update(seats=[99]),
    lambda content: content.update(bands=[1]),
    lambda content: content["scenario"].update(text="format = "),
    lambda content: content["scenario"].update(treatment="nothing of the kind"),
    lambda content: content.update(snapshot={}),
    lambda content: content.update(rules="x"),
    lambda content: content.update(rules=None),
    lambda content: content.update(seats=[]),
    lambda content: content.update(seed=-1),
    lambda content: content.update(quarter=10**30),
    lambda content: content["quarters"][0].update(number=10**400),
    lambda content: content.update(bands={"999999": {}}),
    lambda content: content.update(bands={"0": {"worth": 3, "none_keep": [1], "all_keep": [1], "margin": 1}}),
    lambda content: content["scenario"].update(text=content["scenario"]["text"].split("[[firms]]")[0]),
]


@pytest.mark.parametrize("place", range(len(BREAKS)))
def test_inside_out_of_order_is_refused_with_a_sentence(saved: Path, place: int) -> None:
    edit(saved, BREAKS[place])
    with pytest.raises(save.SaveError):
        save.restore(save.read(saved))


def test_a_full_disk_leaves_the_old_save_as_it_was(saved: Path) -> None:
    """A limit on file size stands in for the end of the disk."""
    pytest.importorskip("resource", reason="there is no such limit here")
    before = saved.read_bytes()
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from tests.session.test_save import played\n"
        "from game.session import save\n"
        "session = played(2)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n"
        f"    save.write(session, Path({str(saved)!r}), 'Tea')\n"
        "except OSError as error:\n"
        "    print(error.errno)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "27"
    assert saved.read_bytes() == before
    assert sorted(path.name for path in saved.parent.iterdir() if path.is_file()) == ["game.guildmark"]


@pytest.mark.skipif(os.name == "nt", reason="folders are made read-only differently there")
def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("not a folder", encoding="utf-8")
    with pytest.raises(OSError, match="exists"):
        save.write(played(1), tmp_path / "saves" / "a.guildmark", "Tea")


NOTES = [
    Note(question=Question(quarter=1, occasion="pledge", body="mark", firm=4), text="看看再说 **not bold**"),
    Note(question=Question(quarter=3, occasion="own", body="mark"), text="I shall keep from now on"),
]


def noted(path: Path) -> Path:
    session = played()
    session.notes[0] = NOTES
    save.write(session, path, "Tea")
    return path


def test_notes_are_kept_and_make_no_other_game(tmp_path: Path) -> None:
    path = noted(tmp_path / "noted.guildmark")
    assert save.restore(save.read(path)).notes == {0: NOTES}
    assert replay(save.read(path)).verdict == SAME_BYTES
    assert played().quarters[-1].digest == save.restore(save.read(path)).quarters[-1].digest
    edit(path, lambda content: content["snapshot"].update(state="AAAA"))
    assert save.restore(save.read(path)).notes == {0: NOTES}


def test_a_save_from_before_there_were_notes_opens_without_any(saved: Path) -> None:
    old = save.read(edit(saved, lambda content: content.pop("notes"), True))
    assert old.sealed
    assert save.restore(old).notes == {}


QUESTION = {"quarter": 1, "occasion": "middle", "body": "", "firm": 0}
WRONG_NOTES: list[Any] = [
    7,
    {"0": [{}]},
    {"3": [{"question": QUESTION, "text": "x"}]},
    {"0": [{"question": QUESTION, "text": ""}]},
    {"0": [{"question": QUESTION, "text": "x" * 500}]},
    {"0": [{"question": QUESTION | {"quarter": 5}, "text": "x"}]},
    {"0": [{"question": QUESTION | {"body": "brokers"}, "text": "x"}]},
    {"0": [{"question": QUESTION | {"occasion": "later"}, "text": "x"}]},
    {"0": [{"question": QUESTION, "text": "x"}, {"question": QUESTION, "text": "y"}]},
]


@pytest.mark.parametrize("wrong", WRONG_NOTES)
def test_wrong_notes_are_refused_in_a_sentence(tmp_path: Path, wrong: Any) -> None:
    path = noted(tmp_path / "noted.guildmark")
    edit(path, lambda content: content.update(notes=wrong), True)
    with pytest.raises(SaveError) as caught:
        save.restore(save.read(path))
    assert caught.value.code == "save-damaged"
