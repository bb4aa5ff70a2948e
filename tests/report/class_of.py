"""Saves for reports, made by playing."""

from collections.abc import Callable
from pathlib import Path

from game import resources
from game.insight.kept import find
from game.learning.notebook import open_notebook
from game.learning.predictions import predict
from game.model.call import STEPS, Call
from game.model.note import Note, Question
from game.model.sheet import Sheet
from game.scenario.read import load
from game.session import save
from game.session.session import Session
from game.session.setup import Setup
from game.session.start import begin

HOSTILE = "<script>alert('x')</script> **they** keep & I ../../etc/passwd"


def keeps(quarter: int) -> Sheet:
    return Sheet(effort={"mark": 1.0})


def breaks(quarter: int) -> Sheet:
    return Sheet(price=1.5, effort={"mark": 0.0 if quarter > 2 else 1.0})


def game(
    name: str = "tea",
    seed: int = 3,
    seats: tuple[int, ...] = (0,),
    quarters: int = 99,
    plays: Callable[[int], Sheet] = keeps,
    foretells: bool = False,
    note: str = "",
) -> Session:
    """A game as somebody played it, to its end or so far."""
    path = resources.scenarios() / f"{name}.toml"
    scenario = load(path)
    bands = {slot: band for slot in seats if (band := find(scenario, slot, "normal", Path("nowhere"))) is not None}
    session = begin(Setup(scenario, path.read_text(encoding="utf-8"), path, seed, seats, bands=bands))
    while not session.finished and session.quarter <= quarters:
        for slot in seats:
            if foretells:
                book = open_notebook(session.rules, session.quarters, session.seen(slot), slot)
                statement = predict(book, seed)
                assert statement is not None
                session.foretell(slot, Call(statement=statement, percent=STEPS[session.quarter % len(STEPS)]))
            session.write(slot, plays(session.quarter))
        session.end_quarter()
    if note:
        session.notes[seats[0]] = [Note(question=Question(quarter=4, occasion="middle"), text=note)]
    return session


def saved(folder: Path, name: str, session: Session) -> Path:
    path = folder / f"{name}.guildmark"
    save.write(session, path, name)
    return path
