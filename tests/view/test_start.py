"""The first screen opens without what only a game needs: START depends on it."""

import subprocess
import sys
from pathlib import Path

OPENED = """
import sys
from game.view.door import open_door
from game.wording.words import Words
assert not isinstance(open_door(Words()), str)
print(" ".join(name for name in ("numpy", "pydantic", "tomli", "fluent.runtime", "game.engine") if name in sys.modules))
"""


def test_the_title_imports_nothing_that_only_a_game_needs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENED],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    assert done.stdout.splitlines()[-1].strip() == ""
