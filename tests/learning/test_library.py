"""The library: every idea the game speaks of has an entry, every entry has words, and all of them hang together."""

import json

import pytest

from game import resources
from game.insight.stage_game import GameType
from game.learning.entries import CLAIMS
from game.learning.library import HOME, KINDS, PLACES, about, entries, fitting, links, of_kind, verdict
from game.model.scenario import INSTITUTIONS
from game.rivals.register import STRATEGIES
from game.wording.initials import initials
from game.wording.words import Words

ALL = list(entries())


def test_every_institution_strategy_game_and_claim_has_an_entry() -> None:
    assert [entry.id for entry in of_kind("institution")] == list(INSTITUTIONS)
    assert [entry.id for entry in of_kind("strategy")] == list(STRATEGIES)
    assert {str(kind) for kind in GameType} <= {entry.id for entry in of_kind("concept")}
    expected = json.loads((resources.assets() / "evidence" / "expected.json").read_text(encoding="utf-8"))
    assert [entry.id.upper() for entry in of_kind("evidence")] == list(expected)
    assert {name: verdict(name.lower()) for name in expected} == expected


def test_claims_come_from_the_paper_that_the_experiments_name() -> None:
    from game.evidence.table import table

    papers = {"P1": "papers_clusters", "P2": "papers_model", "P3": "papers_games"}
    assert list(table()) == list(CLAIMS)
    assert {name: entries()[name.lower()].sources for name in CLAIMS} == {
        name: (papers[claim.source[:2]],) for name, claim in table().items()
    }


def test_what_entries_name_is_there_and_nothing_stands_alone() -> None:
    held = entries()
    assert {entry.kind for entry in held.values()} == set(KINDS)
    for entry in held.values():
        assert set(entry.related) | set(entry.sources) <= set(held), entry.id
        assert entry.id not in entry.related
        assert links(entry.id), entry.id
        assert {held[name].kind for name in entry.sources} <= {"source"}


@pytest.mark.parametrize("name", ALL)
def test_links_lead_both_ways(name: str) -> None:
    assert all(name in {back.id for back in links(other.id)} for other in links(name))


@pytest.mark.parametrize("name", ALL)
def test_every_entry_has_words(name: str) -> None:
    words, entry = Words(), entries()[name]
    texts = [words.say(f"library-text-{name}-{n}") for n in range(1, 5) if words.has(f"library-text-{name}-{n}")]
    least = {"evidence": 1, "source": 2, "strategy": 2, "institution": 3, "concept": 2}[entry.kind]
    assert least <= len(texts) <= 4
    assert all(text.endswith((".", "?")) and len(text) < 420 for text in texts)
    if entry.kind == "evidence":
        assert words.has(f"evidence-claim-{name}")
        assert words.has(f"library-title-{name}")
        assert verdict(name) or words.has(f"evidence-reason-{name}")
    elif entry.kind == "institution":
        assert words.has(f"body-{name}")
    else:
        assert words.has(f"lens-{name}" if name in set(GameType) else f"library-title-{name}")


def test_places_are_screens_or_hints_that_there_are() -> None:
    words = Words()
    for entry in entries().values():
        for place in entry.met:
            assert place in PLACES or (place.startswith("hint-") and words.has(place)), (entry.id, place)
    assert all(words.has(f"library-place-{place}") for place in PLACES)


def test_a_control_or_else_its_screen_finds_an_entry() -> None:
    assert about("hint-pledge", "together") == "pledges"
    assert about("hint-nothing", "whatif") == "counterfactual"
    assert about("", "title") == ""
    assert HOME in entries()


def test_a_search_wants_all_letters() -> None:
    titles = [(entry, entry.id.replace("_", " ")) for entry in entries().values()]
    assert [entry.id for entry, _ in fitting(titles, "stag")] == ["stag_hunt"]
    assert [entry.id for entry, _ in fitting(titles, "C3")] == [f"c{n}" for n in range(30, 40)]
    assert fitting(titles, "qq") == []


def test_chinese_titles_are_found_by_the_initials_of_their_pinyin() -> None:
    """Every character of every title has one, so nothing is out of reach of the keyboard."""
    words = Words("zh-Hans")
    kinds = {"institution": "body-{}", "game": "lens-{}"}
    titles = []
    for entry in entries().values():
        kind = entry.kind if entry.kind in kinds else "game" if entry.id in set(GameType) else ""
        titles.append((entry, words.say(kinds.get(kind, "library-title-{}").format(entry.id))))
    assert [entry.id for entry, _ in fitting(titles, "dbc")] == ["free_riding"]
    assert [entry.id for entry, _ in fitting(titles, "llby")] == ["stag_hunt"]
    assert [entry.id for entry, _ in fitting(titles, "jtsb")] == ["mark"]
    assert [entry.id for entry, _ in fitting(titles, "ostrom")] == ["ostrom1990"]
    assert initials("C08 奥斯特罗姆（1990）、耦合") == "astlmoh"
    for _, title in titles:
        assert len(initials(title)) == len([char for char in title if "\u4e00" <= char <= "\u9fff"]), title
