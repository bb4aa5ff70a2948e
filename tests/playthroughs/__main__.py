"""`python -m tests.playthroughs [NAME ...]`: play the golden games again and keep what comes out. Review the diff."""

import sys

from game import resources
from tests.playthroughs import golden, play_through

for name in sys.argv[1:] or resources.shipped_scenarios():
    golden(name).write_text(play_through(name), encoding="utf-8")
    print(golden(name))
