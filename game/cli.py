"""The commands. Each one imports what it needs when it runs, so that the window opens at once."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run a command; gives the exit code."""
    del arguments
    from game.view.app import open_window, run
    from game.view.stage import Stage
    from game.wording.words import Words

    app = open_window(Stage(Words()))
    run(app)
    return 0


if __name__ == "__main__":
    sys.exit(main())
