"""`python -m game.insight` measures bands and phase maps of all shipped scenarios again and keeps them with these.

`python -m game.insight --help` says how to do less, and how to look at what is kept.
"""

if __name__ == "__main__":
    import sys

    from game.cli import tool

    sys.exit(tool("measure", "python -m game.insight"))
