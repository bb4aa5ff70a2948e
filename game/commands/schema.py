"""`schema`: the JSON Schema of the scenario format, for editors."""

import argparse
import json
from pathlib import Path

from game.commands.common import fail, report
from game.files import replacing
from game.wording.words import Words


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    parser.add_argument("--out", type=Path, metavar="FILE", help=words.say("cli-help-schema-out"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Print the schema, or write it to a file."""
    from game.scenario.schema import schema

    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    out: Path | None = options.out
    if out is None:
        print(text, end="")
        return 0
    if not out.name or out.is_dir():
        return report(fail(words, 2, "cli-unwritable", file=str(out), reason=words.say("cli-a-folder")))
    try:
        with replacing(out) as file:
            file.write(text)
    except OSError as error:
        return report(fail(words, 2, "cli-unwritable", file=str(out), reason=error.strerror or str(error)))
    print(words.say("cli-schema-written", file=str(out), name=out.name))
    return 0
