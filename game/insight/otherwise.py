"""Had you chosen otherwise: a quarter that was played, played again with another sheet, and all that followed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game import play
from game.insight.past import sends, with_columns
from game.insight.targets import figures
from game.model.decision import Decision
from game.model.record import Floats, Ints
from game.model.sheet import Sheet


@dataclass(frozen=True, eq=False)
class Otherwise:
    """What would have come of another decision, by quarter from the one it was made in.

    `quarters` [Q], `played` and `other` [Q, targets] (see `game.insight.targets`). `fixed` are the seats of people,
    the player's own later decisions included, that stayed as recorded; all other firms answered.
    """

    quarters: Ints
    played: Floats
    other: Floats
    fixed: tuple[int, ...]

    @property
    def difference(self) -> Floats:
        """Other less played, [Q, targets]."""
        made: Floats = self.other - self.played
        return made


def otherwise(table: play.Table, moments: Sequence[play.Moment], slot: int, quarter: int, sheet: Sheet) -> Otherwise:
    """The rest of a game had the firm in `slot` sent `sheet` in `quarter`: same luck, and scripted firms respond.

    What the sheet leaves out carries over from the quarter before, as in play. `moments` are those of the game before
    its first quarter and after each.

    Raises IndexError if the quarter was not played.
    """
    if not 1 <= quarter < len(moments):
        raise IndexError(quarter)
    moment, own = moments[quarter - 1], np.array([True])
    made: list[list[Floats]] = [[], []]
    for number in range(quarter, len(moments)):
        past, state = moments[number].past, moment.state
        assert past is not None
        send = sends(past, table.seats, slot, own) if number > quarter else _instead(table, past, slot, sheet)
        moment = play.step(table, moment, send)
        assert moment.past is not None
        scale = np.array([number])
        made[0].append(figures(table.rules, moments[number - 1].state, past.outcome, slot, scale)[0])
        made[1].append(figures(table.rules, state, moment.past.outcome, slot, scale)[0])
    return Otherwise(
        np.arange(quarter, len(moments)), np.array(made[0]), np.array(made[1]), tuple(sorted({*table.seats, slot}))
    )


def _instead(table: play.Table, past: play.Past, slot: int, sheet: Sheet) -> play.Send:
    """What is sent in the quarter itself: the new sheet, and the other people as recorded."""
    people = [seat for seat in table.seats if seat != slot]

    def send(moment: play.Moment, proposed: Decision) -> Decision:
        return play.fill_in(table.rules, moment, with_columns(proposed, past.sent, people), {slot: sheet})

    return send
