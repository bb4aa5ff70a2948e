"""Guildmark: run one firm, build a region.

This file only hands over; read `game/cli.py` next, it lists the commands.
"""

from game.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
