"""What a named neighbour says to the seat: one line a quarter at most, about what everybody saw.

The occasion comes from the record alone. How it is said goes by the firm's temper: that of its strategy where the
scenario tells what sort of firm it is, else drawn by its number, so that a line never tells more than the place knows.
"""

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.learning.reflection import FELT, fell_short
from game.model.record import AnyArray
from game.report.names import firm_name
from game.session.session import Quarter, Session
from game.view.stage import Stage

TEMPERS = ("plain", "stern", "warm", "dry")
TEMPER = {
    **dict.fromkeys(("grim", "suspicious", "tit_for_tat", "reasoner"), "stern"),
    **dict.fromkeys(("always", "generous", "two_tats"), "warm"),
    **dict.fromkeys(("never", "best_reply", "random", "alternator"), "dry"),
}
VARIANTS = {"promise": 3, "break": 3}  # ways of saying a thing in each temper; two of everything else
SLACKENED = 0.2  # how far the own effort has to fall to be spoken of
NEARLY_ALL = 0.8
LONG = 4  # quarters after which a neighbour says thank you again; lines between two excuses


@dataclass(frozen=True)
class Line:
    """What is said: by which firm (its stable id), on what occasion, about which institution, in which words."""

    firm: int
    kind: str
    body: str
    message: str = ""


def spoken_line(stage: Stage, number: int) -> str:
    """The line after a quarter that was played, in words; empty where nobody says anything."""
    lines = heard(stage.playing, stage.slot, number)
    if number not in lines:
        return ""
    line = lines[number]
    words = stage.say(line.message, body=stage.say(f"body-the-{line.body}"))
    return stage.say("voice-line", firm=firm_name(stage.words, stage.playing, line.firm), words=words)


def heard(session: Session, slot: int, until: int) -> dict[int, Line]:
    """All lines up to a quarter. No words come twice in a row, nor twice in a row on the same kind of occasion."""
    made: dict[int, Line] = {}
    for number in range(1, until + 1):
        line = next(_occasions(session, slot, number, list(made.values())), None)
        if line is not None:
            made[number] = _worded(session, line, number, list(made.values()))
    return made


def _worded(session: Session, line: Line, number: int, before: Sequence[Line]) -> Line:
    """The same in the firm's way of speaking, otherwise than it was said last."""
    start = zlib.crc32(f"{session.setup.seed}|{line.firm}|{line.kind}|{number}".encode())
    alike = [held.message for held in before if held.kind == line.kind]
    ways = VARIANTS.get(line.kind, 2)
    for turn in range(ways):
        message = f"voice-{line.kind}-{temper(session, line.firm)}-{1 + (start + turn) % ways}"
        if message not in alike[1 - ways :]:
            break
    return Line(line.firm, line.kind, line.body, message)


def temper(session: Session, firm: int) -> str:
    """How a firm speaks."""
    firms = session.setup.scenario.firms
    if firm <= len(firms) and firms[firm - 1].character is not None:
        return TEMPER.get(firms[firm - 1].strategy, TEMPERS[0])
    return TEMPERS[zlib.crc32(f"{session.setup.seed}|{firm}".encode()) % len(TEMPERS)]


def _occasions(session: Session, slot: int, number: int, before: Sequence[Line]) -> Iterator[Line]:
    """What somebody may have something to say about, the most pressing first."""
    quarters = session.quarters[:number]
    for find in (_answer, _excuse, _warning, _success, _thanks):
        line = find(session, slot, quarters, before)
        if line is not None:
            yield line


Find = Callable[[Session, int, Sequence[Quarter], Sequence[Line]], Line | None]


def _answer(session: Session, slot: int, quarters: Sequence[Quarter], before: Sequence[Line]) -> Line | None:
    """The rival whose effort moved most after the seat was seen to break, or to mend, the quarter before."""
    del before
    now, past = quarters[-1], quarters[:-1]
    best: Line | None = None
    strongest = FELT
    if not past:
        return None
    for j, body in enumerate(session.rules.bodies.names):
        kind, sign = _did(past, j, slot)
        felt = sign * _moved(past[-1], now, j)
        felt[list(session.seats)] = 0.0
        loudest = int(felt.argmax())
        if kind and felt[loudest] > strongest:
            strongest = float(felt[loudest])
            best = Line(int(now.seen.firm_id[0, loudest]), kind, body)
    return best


def _did(past: Sequence[Quarter], j: int, slot: int) -> tuple[str, int]:
    """What the seat was last seen to do that others answer, and which way their effort goes then."""
    last = past[-1]
    if _broke(last, j, slot):
        return ("break" if np.isnan(last.seen.pledge[0, j, slot]) else "promise"), -1
    inside = bool(last.outcome.membership.member[0, j, slot])
    return ("mend", 1) if inside and len(past) > 1 and _broke(past[-2], j, slot) else ("", 0)


def _broke(played: Quarter, j: int, slot: int) -> bool:
    """Whether a member was seen to break; who is not in can't."""
    return bool(played.outcome.membership.member[0, j, slot] and not played.outcome.games.kept[0, j, slot])


def _moved(before: Quarter, now: Quarter, j: int) -> AnyArray:
    """Change of each firm's observed effort; firms that were not in both quarters have none."""
    both = before.outcome.membership.member[0, j] & now.outcome.membership.member[0, j]
    change = now.outcome.games.observed[0, j] - before.outcome.games.observed[0, j]
    return np.where(both, change, 0.0)


def _excuse(session: Session, slot: int, quarters: Sequence[Quarter], before: Sequence[Line]) -> Line | None:
    """A neighbour that fell short of its pledge, once each; after one has spoken, others do not for a while."""
    now = quarters[-1]
    if any(line.kind == "excuse" for line in before[-LONG:]):
        return None
    for j, body in enumerate(session.rules.bodies.names):
        short = fell_short(now, j, slot)
        if short is None or short in session.seats:
            continue
        firm = int(now.seen.firm_id[0, short])
        if not any(line.kind == "excuse" and line.firm == firm for line in before):
            return Line(firm, "excuse", body)
    return None


def _warning(session: Session, slot: int, quarters: Sequence[Quarter], before: Sequence[Line]) -> Line | None:
    """The seat still kept, but was seen to do less than before."""
    del before
    if len(quarters) < 2:
        return None
    then, now = quarters[-2], quarters[-1]
    for j, body in enumerate(session.rules.bodies.names):
        kept = then.outcome.games.kept[0, j, slot] and now.outcome.games.kept[0, j, slot]
        if kept and _moved(then, now, j)[slot] < -SLACKENED:
            return _by_a_keeper(session, now, j, "warn", body)
    return None


def _success(session: Session, slot: int, quarters: Sequence[Quarter], before: Sequence[Line]) -> Line | None:
    """The first time that nearly all members of an institution kept, the seat among them; once for each."""
    now = quarters[-1]
    for j, body in enumerate(session.rules.bodies.names):
        new = not any(line.kind == "success" and line.body == body for line in before)
        if new and now.outcome.games.kept[0, j, slot] and _share(now, j) >= NEARLY_ALL:
            return _by_a_keeper(session, now, j, "success", body)
    return None


def _thanks(session: Session, slot: int, quarters: Sequence[Quarter], before: Sequence[Line]) -> Line | None:
    """The seat has kept in an institution for some quarters, in a row, and most others did last time."""
    del before
    now = quarters[-1]
    for j, body in enumerate(session.rules.bodies.names):
        run = 0
        for played in reversed(quarters):
            if not (played.outcome.membership.member[0, j, slot] and played.outcome.games.kept[0, j, slot]):
                break
            run += 1
        if run and run % LONG == 0 and _share(now, j) > 0.5:
            return _by_a_keeper(session, now, j, "thank", body)
    return None


def _share(now: Quarter, j: int) -> float:
    """Share of an institution's members that were seen to keep."""
    member = now.outcome.membership.member[0, j]
    return float((member & now.outcome.games.kept[0, j]).sum() / max(int(member.sum()), 1))


def _by_a_keeper(session: Session, now: Quarter, j: int, kind: str, body: str) -> Line | None:
    """Said by one of the neighbours that kept there themselves; which one, goes by the quarter."""
    kept = now.outcome.games.kept[0, j] & now.outcome.membership.member[0, j] & now.seen.active[0]
    speakers = [int(n) for n in np.flatnonzero(kept) if n not in session.seats]
    if not speakers:
        return None
    place = zlib.crc32(f"{session.setup.seed}|{now.number}|{kind}".encode()) % len(speakers)
    return Line(int(now.seen.firm_id[0, speakers[place]]), kind, body)
