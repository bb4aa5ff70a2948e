"""Saves become players: read, tried again, told apart, and every reason worked out. What can't be used is said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.insight.attribution import Attribution
from game.insight.best import Best
from game.insight.desk import Desk, Question, Refusal
from game.insight.dilution import Trail
from game.insight.turning import TurningPoint
from game.report.case import case_of
from game.report.names import firm_name
from game.report.teller import Seat
from game.session.replay import DIFFERS, EDITED, Verdict, replay
from game.session.save import SaveError, read, restore
from game.session.session import Session
from game.wording.words import Words


@dataclass(frozen=True)
class Trouble:
    """Why a file is left out, or is not what it was: the message and its gaps; a mere note is no `finding`."""

    code: str
    arguments: Mapping[str, str | int]
    finding: bool = True

    def said(self, words: Words) -> str:
        """The sentence."""
        return words.say(self.code, **self.arguments)


@dataclass(frozen=True, eq=False)
class Reasons:
    """What the desk found: turning points, the whole path, each quarter's change, the name; or why it can't be told."""

    points: list[TurningPoint] | Refusal
    path: Attribution | Refusal
    changes: list[Attribution | Refusal]
    trail: Trail | Refusal


@dataclass(frozen=True, eq=False)
class Player:
    """One seat of one save. `name` is a pseudonym, or what a roster says; `file` is where the game stands.

    `best` is there once it was looked for.
    """

    name: str
    file: str
    seat: Seat
    verdict: Verdict
    reasons: Reasons
    best: Best | None = None

    @property
    def session(self) -> Session:
        """The game."""
        return self.seat.playing

    @property
    def slot(self) -> int:
        """The firm's place."""
        return self.seat.slot

    @property
    def firm(self) -> str:
        """The firm's name in words."""
        return firm_name(self.seat.words, self.session, self.slot + 1)

    @property
    def scenario(self) -> tuple[str, str]:
        """What games have to share to be compared: the text of the scenario, and the treatment."""
        return self.session.setup.source, self.session.setup.treatment


@dataclass(frozen=True, eq=False)
class _Game:
    """A save that can be told."""

    path: Path
    number: int  # its place among the files, from 1
    session: Session
    verdict: Verdict

    @property
    def chain(self) -> tuple[str, ...]:
        """The digests of the beginning and of every quarter."""
        return self.session.setup.digest, *(quarter.digest for quarter in self.session.quarters)


def gather(
    paths: Iterable[Path], words: Words, roster: Mapping[str, str] | None = None
) -> tuple[list[Player], list[Trouble]]:
    """The players of some saves, called by the places of their files, and what is wrong with any of them.

    A file that is left out keeps its number, so nobody is called otherwise once it is mended. A second seat of a file
    has a second number after the name.

    A file that can't be used is left out and stops nothing. Of two saves of one game the longer counts, unless the
    `roster` (file name to name) gives them to different people.
    """
    names = roster or {}
    games: list[_Game] = []
    troubles: list[Trouble] = []
    for number, path in enumerate(paths, start=1):
        found = _opened(path, number)
        if isinstance(found, Trouble):
            troubles.append(found)
            continue
        if found.verdict.verdict in {DIFFERS, EDITED}:
            troubles.append(Trouble(f"report-trouble-{found.verdict.verdict}", {"file": path.name}))
        games.append(found)
    kept, doubled = _once(games, names)
    players = [
        Player(
            names.get(game.path.name) or words.say("report-player", number=game.number),
            game.path.name,
            Seat(words, game.session, slot),
            game.verdict,
            reasons_of(game.session, slot),
        )
        for game in kept
        for slot in game.session.seats
    ]
    return list(_named(players)), [*troubles, *doubled]


def _opened(path: Path, number: int) -> _Game | Trouble:
    """A save tried again and restored, or why not."""
    try:
        saved = read(path)
        verdict = replay(saved)
        session = restore(saved)
    except OSError as error:
        return Trouble("cli-unreadable", {"file": str(path), "reason": error.strerror or str(error)})
    except SaveError as error:
        if path.suffix.lower() == ".toml":
            return Trouble("report-trouble-scenario", {"file": str(path)})
        return Trouble(f"save-{error.code.removeprefix('save-')}", error.arguments)
    if not session.quarters:
        return Trouble("report-trouble-empty", {"file": path.name})
    return _Game(path, number, session, verdict)


def _once(games: Sequence[_Game], names: Mapping[str, str]) -> tuple[list[_Game], list[Trouble]]:
    """Every game once: where one goes on from another, the longer; of equals the first."""
    kept: list[_Game] = []
    troubles = []
    for game in games:
        same = next((place for place, held in enumerate(kept) if _one_game(game, held, names)), None)
        if same is None:
            kept.append(game)
            continue
        longer, other = kept[same], game
        if len(game.chain) > len(longer.chain) or (game.session.finished and not longer.session.finished):
            longer, other = game, longer
        kept[same] = longer
        about = {"file": other.path.name, "other": longer.path.name}
        troubles.append(Trouble("report-trouble-twice", about, finding=False))
    return kept, troubles


def _one_game(one: _Game, other: _Game, names: Mapping[str, str]) -> bool:
    said = names.get(one.path.name), names.get(other.path.name)
    if None not in said and said[0] != said[1]:
        return False
    shorter, longer = sorted((one.chain, other.chain), key=len)
    return longer[: len(shorter)] == shorter


def _named(players: Sequence[Player]) -> Iterator[Player]:
    """Players by name; a name that comes again is numbered, so that no two rows are mixed up."""
    given: dict[str, int] = {}
    for player in players:
        name = player.name
        given[name] = given.get(name, 0) + 1
        yield replace(player, name=name if given[name] == 1 else f"{name} ({given[name]})")


def reasons_of(session: Session, slot: int) -> Reasons:
    """Ask the desk what the debrief asks it; every answer it can't give is a refusal."""
    desk = Desk()
    desk(case_of(session, slot))

    def ask(kind: str, *about: int) -> Any:
        return desk(Question(kind, about))

    numbers = range(1, len(session.quarters) + 1)
    changes = [ask("change", number) for number in numbers]
    return Reasons(ask("turning"), ask("level", 1, len(numbers)), changes, ask("trail"))
