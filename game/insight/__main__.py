"""`python -m game.insight` measures bands and phase maps of all shipped scenarios again and keeps them with these.

`python -m game.insight bands` and `python -m game.insight phases` do one of the two.
"""

import sys

from game.insight.shipped import BANDS, PHASES, main

if __name__ == "__main__":
    main(sys.argv[1:] or [BANDS, PHASES])
