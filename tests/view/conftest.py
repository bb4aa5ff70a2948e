"""Windows for the tests of the view, closed when a test is over, however it ends."""

from collections.abc import Iterator

import pygame
import pytest

from game.view.app import App
from tests.view.drive import open_game


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """No test leaves a window behind."""
    yield
    pygame.display.quit()


@pytest.fixture
def app() -> App:
    """The program with its title on a window."""
    return open_game()
