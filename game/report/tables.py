"""Tables of a class for spreadsheets: what was decided, and what came of it, a row a player and quarter.

Amounts are those of the screens (the scenario's units), as plain numbers. Files begin with a byte-order mark, for
without it Excel reads UTF-8 as the local code page; other programs skip it.
"""

import csv
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from game.files import replacing
from game.model.decision import Decision
from game.model.ledger import REGION_PARTS
from game.model.scenario import INSTITUTIONS
from game.model.town import KINDS
from game.report.gather import Player
from game.session.session import Quarter

Cell = str | int | float | None
Row = dict[str, Cell]
MARK = "\ufeff"
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
PLACES = 6


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> None:
    """Write a table; the old file stays until all is written. Raises OSError."""
    with replacing(path) as file:
        file.write(MARK)
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([harmless(row.get(name)) for name in columns] for row in rows)


def harmless(value: Cell) -> Cell:
    """A cell as it is written: figures plain, what a spreadsheet would take for a formula as text, nothing for none."""
    if isinstance(value, float):
        return "" if math.isnan(value) else round(value, PLACES) + 0.0
    if isinstance(value, str) and value.startswith(STARTS_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def columns_of(rows: Sequence[Mapping[str, Cell]]) -> list[str]:
    """All columns that some row has, in the order in which they came."""
    return list(dict.fromkeys(name for row in rows for name in row))


def _head(player: Player, number: int) -> Row:
    setup = player.session.setup
    return {
        "player": player.name,
        "scenario": setup.path.stem,
        "treatment": setup.treatment,
        "difficulty": setup.difficulty,
        "firm": setup.scenario.firms[player.slot].name,
        "quarter": number,
    }


def decisions(player: Player) -> Iterator[Row]:
    """What the player's firm did each quarter, as the rules let it, and who decided it."""
    for quarter in player.session.quarters:
        head = _head(player, quarter.number) | {"decided_by": quarter.deciders.get(player.slot, "")}
        yield head | _own(player, quarter.decision) | _together(player, quarter.decision)


def _own(player: Player, sent: Decision) -> Row:
    units, slot = player.session.setup.scenario.units, player.slot
    scales = {
        "price": units.price_scale,
        **dict.fromkeys(("quality", "research", "brand"), units.money_scale),
        "brand_split": 1.0,
        "capacity": units.volume_scale,
        "position": 1.0,
    }
    return {name: float(getattr(sent, name)[0, slot]) * scale for name, scale in scales.items()}


def _together(player: Player, sent: Decision) -> Row:
    names, slot = player.session.rules.bodies.names, player.slot
    made: Row = {}
    for body in INSTITUTIONS:
        j = names.index(body) if body in names else None
        made[f"join_{body}"] = None if j is None else int(sent.join[0, j, slot])
        made[f"effort_{body}"] = None if j is None else float(sent.effort[0, j, slot])
        made[f"pledge_{body}"] = None if j is None else float(sent.pledge[0, j, slot])
    moved = int(sent.motion[0, slot])
    return made | {"motion": KINDS[moved] if moved >= 0 else ""}


def outcomes(player: Player) -> Iterator[Row]:
    """What came of each quarter for the player's firm and the region."""
    for quarter in player.session.quarters:
        yield _head(player, quarter.number) | figures_of(player, quarter)


def figures_of(player: Player, quarter: Quarter) -> Row:
    """Money in the scenario's currency, volume in its unit, institutions counted, points from 0 to 100."""
    units, slot, outcome = player.session.setup.scenario.units, player.slot, quarter.outcome
    member, kept = outcome.membership.member[0, :, slot], outcome.games.kept[0, :, slot]
    return {
        "currency": units.currency,
        "profit": float(outcome.money.profit[0, slot]) * units.money_scale,
        "cash": float(outcome.money.cash[0, slot]) * units.money_scale,
        "sold": float(outcome.market.sold[0, :, slot].sum()) * units.volume_scale,
        "institutions_in": int(member.sum()),
        "institutions_kept": int((member & kept).sum()),
        "firm_score": float(outcome.scores.firm[0, slot]),
        "region_score": float(outcome.scores.region[0]),
        **{name: float(value) for name, value in zip(REGION_PARTS, outcome.scores.parts[0], strict=True)},
    }
