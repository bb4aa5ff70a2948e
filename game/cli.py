"""The commands. Each one imports what it needs when it runs, so that the window opens at once.

They speak the language of the settings, as the window does.

Exit codes: 0 nothing found; 1 a finding, a scenario with faults included; 2 wrong arguments, a file that can't be read
or written, or no screen to open a window on.
"""

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from game.view.memory import read_settings
from game.wording.words import Words

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from types import ModuleType

NAMES = (
    "play",
    "check",
    "schema",
    "simulate",
    "sweep",
    "evidence",
    "tournament",
    "replay",
    "report",
    "bench",
)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; gives the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    return _guarded(lambda words: _run(given, words))


def tool(name: str, called: str, arguments: list[str] | None = None) -> int:
    """Run a tool for authors, which is a module of `game.commands` but no command; `called` is how one starts it."""
    given = sys.argv[1:] if arguments is None else arguments

    def run(words: Words) -> int:
        import argparse

        module = import_module(f"game.commands.{name}")
        parser = argparse.ArgumentParser(prog=called, description=words.say(module.ABOUT))
        module.add_arguments(parser, words)
        return int(module.run(parser.parse_args(given), words))

    return _guarded(run)


def _guarded(run: "Callable[[Words], int]") -> int:
    """Run something in the language of the settings; what stops it becomes a sentence and an exit code."""
    words = Words()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        words = Words(read_settings().language)
        code = run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        print(words.say("cli-interrupted"), file=sys.stderr)
        return 1
    except BrokenPipeError:
        _close_output()
        return 1
    except OSError as error:
        reason = error.strerror or str(error)
        if error.filename is not None:
            print(words.say("cli-unreadable", file=str(error.filename), reason=reason), file=sys.stderr)
            return 2
        _close_output()
        print(words.say("cli-output-failed", reason=reason), file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        if (error.name or "game").split(".")[0] == "game":
            raise
        print(words.say("cli-missing-package", name=str(error.name)), file=sys.stderr)
        return 2
    return code


def _close_output() -> None:
    """Nobody listens any more: what is left in the buffer goes nowhere, without a word about it."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: list[str], words: Words) -> int:
    if not given:
        from game.commands.title import open_game

        return open_game(words)
    parser, commands = _parser(words)
    options = parser.parse_args(given)
    if options.command is None:
        parser.print_help()
        return 2
    return int(commands[options.command].run(options, words))


def _parser(words: Words) -> "tuple[argparse.ArgumentParser, dict[str, ModuleType]]":
    import argparse

    from game import __about__

    parser = argparse.ArgumentParser(prog="guildmark", description=words.say("cli-about"))
    parser.add_argument("--version", action="version", version=__about__.VERSION)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands: dict[str, ModuleType] = {}
    for name in NAMES:
        commands[name] = import_module(f"game.commands.{name}")
        made = subparsers.add_parser(name, help=words.say(f"cli-{name}"), description=words.say(f"cli-{name}"))
        commands[name].add_arguments(made, words)
    return parser, commands


if __name__ == "__main__":
    sys.exit(main())
