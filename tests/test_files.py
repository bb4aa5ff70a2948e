"""Files that are written whole or not at all."""

from pathlib import Path

import pytest

from game.files import replacing


def test_a_file_is_replaced_once_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("old", encoding="utf-8")
    with replacing(path) as file:
        file.write("new")
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new"
    assert [held.name for held in tmp_path.iterdir() if held.is_file()] == ["table.csv"]


def test_what_is_half_written_is_not_found_by_who_looks_for_such_files(tmp_path: Path) -> None:
    """Another window lists the saves at any moment, and a program that is killed leaves what it was writing."""
    with replacing(tmp_path / "new.csv") as file:
        file.write("half")
        file.flush()
        assert list(tmp_path.glob("*.csv")) == []
    assert list(tmp_path.glob("*.csv")) == [tmp_path / "new.csv"]


@pytest.mark.parametrize("trouble", [OSError, KeyboardInterrupt])
def test_whatever_stops_it_the_old_file_stays(tmp_path: Path, trouble: type[BaseException]) -> None:
    path = tmp_path / "table.csv"
    path.write_text("old", encoding="utf-8")

    def write_half() -> None:
        with replacing(path) as file:
            file.write("half")
            raise trouble

    with pytest.raises(trouble):
        write_half()
    assert path.read_text(encoding="utf-8") == "old"
    assert [held.name for held in tmp_path.iterdir() if held.is_file()] == ["table.csv"]


def test_others_may_read_what_was_written(tmp_path: Path) -> None:
    """As any file that a program makes: a class shares its tables."""
    usual = tmp_path / "usual"
    usual.write_text("", encoding="utf-8")
    with replacing(tmp_path / "made") as file:
        file.write("")
    assert (tmp_path / "made").stat().st_mode == usual.stat().st_mode
