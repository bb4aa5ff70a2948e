"""The game without a command: the title. It imports nothing that the title does not need, so that it opens at once."""

import os
import sys
import time

from game.view.door import open_door
from game.wording.words import Words

PROBE = "GUILDMARK_PROBE"


def open_game(words: Words) -> int:
    """Open the title and play; with the probe of the START workload only tell when the first frame stood."""
    app = open_door(words)
    if isinstance(app, str):
        print(app, file=sys.stderr)
        return 2
    if os.environ.get(PROBE) == "start":
        print(time.perf_counter())
        return 0
    from game.view.app import run

    run(app)
    return 0
