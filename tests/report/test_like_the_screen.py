"""What the debrief's screen shows of a game stands on the page too: the best plan found, and who wore the name."""

from pathlib import Path

import pytest

from game.insight.best import BUDGET, search
from game.insight.dilution import Trail
from game.model.sheet import Sheet
from game.report.best_found import with_best
from game.report.debrief import score_of
from game.report.gather import Player, gather
from game.wording.figures import figure
from game.wording.words import Words
from tests.report.class_of import breaks, game, keeps, saved
from tests.report.test_report import made


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two players of one seat."""
    folder = tmp_path_factory.mktemp("saves")
    return [
        saved(folder, "broke", game(seed=8, plays=breaks)),
        saved(folder, "kept", game(seed=9, quarters=4, plays=keeps)),
    ]


def test_the_best_plan_is_the_one_that_the_screen_finds(saves: list[Path], tmp_path: Path) -> None:
    page = made(tmp_path, *saves, best=True)
    players, _ = gather(saves, Words())
    setup = players[0].session.setup
    band, found = setup.bands[0], search(setup.scenario, 0, setup.difficulty)
    assert 5 < found.tried <= BUDGET
    shown = [dict(rows) for rows in page.of("band") if any(row[0] == "best found" for row in rows)]
    assert len(shown) == len(players)
    for player, rows in zip(players, shown, strict=True):
        quarter = len(player.session.quarters)
        assert rows["best found"] == figure(score_of(band, found.course[quarter - 1], quarter))
    assert any(f"the best of {found.tried} plans that were tried" in text for text in page.texts)


def test_a_seat_is_searched_once(saves: list[Path]) -> None:
    players, _ = gather(saves, Words())
    asked: list[Player] = []

    def none(seats: object) -> list[Player]:
        asked.extend(seats)  # type: ignore[arg-type]
        return []

    assert [player.best for player in with_best(players, none)] == [None, None]
    assert asked == players[:1]


def test_leaving_it_out_leaves_out_the_plan_alone(saves: list[Path], tmp_path: Path) -> None:
    page = made(tmp_path, saves[1])
    assert "best found" not in page.texts
    assert page.of("band")


def test_who_wore_the_name_is_what_the_mark_lost(saves: list[Path], tmp_path: Path) -> None:
    page = made(tmp_path, saves[0])
    (rows,) = page.of("trail")
    players, _ = gather(saves[:1], Words())
    trail = players[0].reasons.trail
    assert isinstance(trail, Trail)
    change = trail.promise + trail.broken.sum(axis=1) + trail.scandals.sum(axis=1) + trail.events + trail.bounds
    assert trail.before + change == pytest.approx(trail.after, abs=1e-9)
    broken = {row[0]: row[1] for row in rows}
    assert broken["Mist Terrace"] == figure(100 * float(trail.broken[:, 0].sum()), 1, sign=True)
    assert broken["Mist Terrace"].startswith("–")
    values = ", ".join(figure(100 * float(value)) for value in trail.after)
    assert f"Reputation quarter by quarter: {values}." in page.texts


def test_where_there_is_no_mark_nobody_wore_it(tmp_path: Path) -> None:
    page = made(tmp_path, saved(tmp_path, "hub", game("hub_and_spokes", quarters=2, plays=lambda quarter: Sheet())))
    assert "Who wore the name" not in page.texts
    assert not page.of("trail")
