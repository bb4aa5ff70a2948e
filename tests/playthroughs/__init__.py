"""Golden games: every shipped scenario played by a fixed script, as a text that can be read and compared."""

from pathlib import Path

import numpy as np

from game import resources
from game.insight.kept import find
from game.model.ledger import REGION_PARTS
from game.model.sheet import Sheet
from game.scenario.read import load
from game.session.session import Quarter, Session
from game.session.setup import Setup
from game.session.start import begin

HERE = Path(__file__).parent
SEED = 7
# What the player does: keeps everything, gives in for two quarters, mends, pledges, and in the end does as before.
SCRIPT = {
    1: {"price": 1.35, "effort": 1.0},
    2: {"price": 1.35, "effort": 1.0},
    3: {"price": 1.42, "effort": 0.2},
    4: {"price": 1.42, "effort": 0.2, "pledge": 0.8},
    5: {"price": 1.38, "effort": 0.8, "pledge": 1.0},
    6: {"effort": 1.0},
}


def golden(name: str) -> Path:
    """The kept text of a scenario."""
    return HERE / f"{name}.txt"


def play_through(name: str) -> str:
    """The text of a scenario played now."""
    path = resources.shipped_scenarios()[name]
    scenario, bands = load(path), {}
    band = find(scenario, 0)
    if band is not None:
        bands[0] = band
    session = begin(Setup(scenario, path.read_text(encoding="utf-8"), path, SEED, (0,), bands=bands))
    blocks = []
    while not session.finished:
        session.write(0, _sheet(session))
        blocks.append(_told(session, session.end_quarter()))
    return "\n".join(blocks)


def _sheet(session: Session) -> Sheet:
    script = SCRIPT.get(session.quarter, {})
    opened = session.rules.bodies_open(session.quarter)
    bodies = [body for j, body in enumerate(session.rules.bodies.names) if opened[j]]
    given: dict[str, object] = {}
    if "price" in script:
        given["price"] = script["price"]
    for field in ("effort", "pledge"):
        if field in script:
            given[field] = dict.fromkeys(bodies, script[field])
    return Sheet.model_validate(given)


def _told(session: Session, quarter: Quarter) -> str:
    """A quarter: the region, each institution, each firm; six significant digits."""
    outcome, names = quarter.outcome, session.rules.bodies.names
    parts = " ".join(f"{name} {_six(outcome.scores.parts[0, k])}" for k, name in enumerate(REGION_PARTS))
    lines = [f"quarter {quarter.number}", f"  region {_six(outcome.scores.region[0])}: {parts}"]
    for j, body in enumerate(names):
        member, kept = outcome.membership.member[0, j], outcome.games.kept[0, j]
        if member.any():
            asset = _six(outcome.games.asset[0, j])
            lines.append(f"  {body}: in {member.sum()}, kept {(member & kept).sum()}, asset {asset}")
    for slot in np.flatnonzero(quarter.seen.active[0]):
        number, firms = int(quarter.seen.firm_id[0, slot]), session.setup.scenario.firms
        firm = firms[number - 1].name if number <= len(firms) else f"newcomer {number}"
        effort = " ".join(_six(value) for value in outcome.games.effort[0, :, slot])
        money, sold = outcome.money, outcome.market.sold[0, :, slot].sum()
        lines.append(
            f"  {firm}: price {_six(outcome.market.price[0, slot])} sold {_six(sold)} profit"
            f" {_six(money.profit[0, slot])} cash {_six(money.cash[0, slot])} effort {effort}"
            + (f" score {_six(outcome.scores.firm[0, slot])}" if slot in session.seats else "")
        )
    return "\n".join(lines) + "\n"


def _six(value: float) -> str:
    return f"{float(value):.6g}"
