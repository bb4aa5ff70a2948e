"""Contrast as it is painted: on every screen, in every theme, of every text, icon, control and focus ring."""

import pytest

from game.view.kit.theme import MARK_PAIRS, TEXT_PAIRS, THEMES, contrast
from tests.view.drive import open_game
from tests.view.painted import CONTROL, TEXT, faults, record
from tests.view.test_fit import visit


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, TEXT), (MARK_PAIRS, CONTROL)])
def test_pairs_of_tokens_that_belong_together(theme: str, pairs: tuple[tuple[str, str], ...], least: float) -> None:
    held = THEMES[theme]
    faint = [(one, other) for one, other in pairs if contrast(held[one], held[other]) < least]
    assert not faint
    assert set(held) == set(THEMES["light"])


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_nothing_that_is_painted_is_too_faint(text_size: float, monkeypatch: pytest.MonkeyPatch) -> None:
    record(monkeypatch)
    app = open_game(text_size=text_size)
    found = {f"[{app.screen}] {fault}": place for place in visit(app) for fault in faults(app)}
    assert not found, "\n".join(sorted(found))
