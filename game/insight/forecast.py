"""Looking ahead from what one seat knows: a fan of 32 fresh draws, as a preview of a quarter or a forecast of eight."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game import play
from game.engine.chance import Purpose
from game.insight.guess import Known
from game.insight.luck import Fresh
from game.insight.past import repeat
from game.model.record import Floats, Ints
from game.model.sheet import Sheet
from game.model.state import brand
from game.rivals.mind import Cast, cast

DRAWS = 32
SEED = 7_919
LEVELS = (0.1, 0.25, 0.5, 0.75, 0.9)
LOW, MIDDLE, HIGH = (LEVELS.index(level) for level in (0.1, 0.5, 0.9))
PREVIEW, FORECAST = 1, 8
SERIES = ("profit", "cash", "score", "region", "brand", "cluster", "economy", "corporate_brand", "effort")


@dataclass(frozen=True, eq=False)
class Fan:
    """What may come, by quarter: `levels` are shares of the draws that end below a line.

    `bands` maps each of `SERIES` to [Q, L]: money for profit and cash, points (0 to 100) for both scores, indices for
    brand, cluster and economy, goodwill, and the mean observed effort of the other members of all institutions; the
    score is NaN without a band, effort without an institution. All draws go on to the last quarter looked at; `going`
    [Q] is the share of them in which the quarter is played at all, by an end drawn for each as the scenario tells, and
    `final` [L] the firm's score where each of them ends or the look ahead does.
    """

    quarters: Ints
    levels: tuple[float, ...]
    bands: dict[str, Floats]
    going: Floats
    final: Floats


def preview(known: Known, sheet: Sheet | None = None) -> Fan:
    """The coming quarter under a draft sheet; what it leaves out carries over."""
    return forecast(known, sheet, PREVIEW)


def forecast(known: Known, sheet: Sheet | None = None, quarters: int = FORECAST, draws: int = DRAWS) -> Fan:
    """The next quarters if the firm sends `sheet` now and changes nothing afterwards, and rivals are who they seem.

    Nothing but what the seat may know goes in, and luck from streams that no game draws from. Scripted or human, the
    others decide as their guessed strategy and a manager would.
    """
    first = play.by_sheets(known.rules, {known.slot: sheet or Sheet()})
    later = play.by_sheets(known.rules, {known.slot: Sheet()})
    return _fan(known, known.cast, [first, *[later] * (quarters - 1)], draws)


def if_all(known: Known, strategy: str, quarters: int, draws: int = DRAWS) -> Fan:
    """The next quarters if every firm, one's own included, played this strategy together and its manager decided."""
    everyone = cast(known.game, dict.fromkeys(range(known.game.slots), strategy))
    played = replace(known.cast, group=everyone.group, pair=everyone.pair)
    return _fan(known, played, [None] * quarters, draws)


def _fan(known: Known, played: Cast, sends: Sequence[play.Send | None], draws: int) -> Fan:
    ids, quarters = np.arange(draws), len(sends)
    table = replace(known.table(Fresh(SEED, ids)), cast=played)
    moment, first = repeat(known.moment, draws), known.state.quarter
    made: dict[str, list[Floats]] = {name: [] for name in SERIES}
    for send in sends:
        moment = play.step(table, moment, send)
        for name, values in _figures(known, moment).items():
            made[name].append(values)
    held = {name: np.array(values) for name, values in made.items()}
    last = _ends(known, Fresh(SEED, ids), first, quarters)
    return Fan(
        quarters=np.arange(first, first + quarters),
        levels=LEVELS,
        bands={name: _quantiles(values) for name, values in held.items()},
        going=(last >= np.arange(quarters)[:, None]).mean(axis=-1),
        final=_quantiles(held["score"][last, ids][None])[0],
    )


def _figures(known: Known, moment: play.Moment) -> dict[str, Floats]:
    """The series after a quarter, [draws] each."""
    assert moment.past is not None
    outcome, state, slot = moment.past.outcome, moment.state, known.slot
    member = outcome.membership.member.copy()
    member[:, :, slot] = False
    count = member.sum(axis=(1, 2))
    effort = (outcome.games.observed * member).sum(axis=(1, 2)) / np.maximum(count, 1)
    return {
        "profit": outcome.money.profit[:, slot],
        "cash": state.firms.cash[:, slot],
        "score": outcome.scores.firm[:, slot],
        "region": outcome.scores.region,
        "brand": brand(state.region),
        "cluster": state.region.cluster,
        "economy": state.region.economy,
        "corporate_brand": state.firms.corporate_brand[:, slot],
        "effort": np.where(count > 0, effort, np.nan),
    }


def _ends(known: Known, chance: Fresh, first: int, quarters: int) -> Ints:
    """Place of the last quarter that each draw plays, [draws], at most the last one looked at."""
    rule = known.rules.scenario.quarters
    last = np.zeros(len(chance.replicate), dtype=np.int64)
    going = np.ones(len(last), dtype=np.bool_)
    for quarter in range(first, first + quarters - 1):
        goes_on = chance.uniform(Purpose.LAST_QUARTER, quarter) < rule.continuation
        going &= (quarter < rule.min) | (goes_on & (quarter < rule.max)) if not rule.known else quarter < rule.max
        last += going
    return last


def _quantiles(values: Floats) -> Floats:
    """[Q, L] of [Q, draws]."""
    made: Floats = np.moveaxis(np.quantile(values, LEVELS, axis=-1), 0, -1)
    return made
