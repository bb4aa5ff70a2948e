"""`python -m game.insight` measures bands and phase maps of all shipped scenarios again and keeps them with these.

`python -m game.insight bands` and `python -m game.insight phases` do one of the two. Names of shipped scenarios after
it restrict it to theirs, and what is kept of the others stays as it is.
"""

import sys

from game.insight.shipped import BANDS, PHASES, main

if __name__ == "__main__":
    named = [name for name in sys.argv[1:] if name not in (BANDS, PHASES)]
    main([name for name in sys.argv[1:] if name in (BANDS, PHASES)] or [BANDS, PHASES], named)
