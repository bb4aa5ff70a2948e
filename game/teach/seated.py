"""Newcomers at the seats of a scenario: whole games, each decided for by itself, and what came of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from game import play
from game.batch.table import Mean, mean_of
from game.engine import legal
from game.engine.rules import Rules, compile_rules
from game.insight.past import column
from game.insight.plans import Plan
from game.model.band import Anchors
from game.model.decision import Decision
from game.model.observation import seat
from game.model.record import AnyArray, lock, rows
from game.model.scenario import Scenario
from game.model.sheet import Sheet
from game.rivals.difficulty import NORMAL, handicap
from game.teach.newcomers import NEWCOMERS, Newcomer, Sitting, learn

SEED, GAMES, READ = 20_240_803, 100, 25


@dataclass(frozen=True)
class Played:
    """A game of one newcomer: scores at its end, mean profit a quarter, and what went wrong.

    `indebted` is the share of quarters that ended with a bridging loan, `owing` whether the last one did, `corrected`
    how many of its decisions were not possible as sent.
    """

    newcomer: str
    replicate: int
    quarters: int
    firm_score: float
    region_score: float
    profit: float
    indebted: float
    owing: bool
    corrected: int


@dataclass(frozen=True)
class Standing:
    """All games of a newcomer at a seat: means with 95 % intervals.

    `loans` is how many in a hundred games ever needed a bridging loan, `owing` how many ended with one.
    """

    newcomer: str
    firm: Mean
    region: Mean
    profit: Mean
    loans: float
    owing: float
    corrected: int


@dataclass(frozen=True)
class Class:
    """Newcomers on the same luck at one seat, game by game."""

    games: dict[str, tuple[Played, ...]]

    @property
    def standings(self) -> list[Standing]:
        """One line a newcomer, best firm score first."""
        made = [_standing(name, held) for name, held in self.games.items()]
        return sorted(made, key=lambda line: -line.firm.mean)

    @property
    def ahead(self) -> Mean:
        """Firm score of the best newcomer less that of the second best, paired game by game."""
        first, second = self.standings[:2]
        return self._paired("ahead", first.newcomer, second.newcomer)

    @property
    def spread(self) -> Mean:
        """Firm score of the best newcomer less that of the worst, paired: how much play matters."""
        lines = self.standings
        return self._paired("spread", lines[0].newcomer, lines[-1].newcomer)

    def behind(self, name: str) -> Mean:
        """Firm score of the best of the others less that of a newcomer, paired."""
        best = next(line.newcomer for line in self.standings if line.newcomer != name)
        return self._paired("behind", best, name)

    def _paired(self, name: str, one: str, other: str) -> Mean:
        pairs = zip(self.games[one], self.games[other], strict=False)  # as many as both played
        return mean_of(name, [a.firm_score - b.firm_score for a, b in pairs])


def _standing(name: str, held: Sequence[Played]) -> Standing:
    return Standing(
        newcomer=name,
        firm=mean_of("firm_score", [game.firm_score for game in held]),
        region=mean_of("region_score", [game.region_score for game in held]),
        profit=mean_of("profit", [game.profit for game in held]),
        loans=100 * sum(game.indebted > 0 for game in held) / len(held),
        owing=100 * sum(game.owing for game in held) / len(held),
        corrected=sum(game.corrected for game in held),
    )


def seat_class(
    scenario: Scenario,
    slot: int,
    anchors: dict[int, Anchors],
    games: int = GAMES,
    newcomers: Sequence[Newcomer] = NEWCOMERS,
    difficulty: str = NORMAL,
) -> Class:
    """Let every newcomer play the same games at a seat; `anchors` are the seat's score anchors.

    Who reads estimates plays the first `READ` of them only, for that takes a hundred times as long.
    """
    rules, rivals = compile_rules(scenario, anchors), handicap(scenario, difficulty, (slot,))
    made = {}
    for newcomer in newcomers:
        count = min(games, READ) if newcomer.reads else games
        made[newcomer.name] = sit(play.set_table(rules, SEED, count, (slot,), rivals), slot, newcomer)
    return Class(made)


def sit(table: play.Table, slot: int, newcomer: Newcomer) -> tuple[Played, ...]:
    """All games of a table from their first quarter to their hidden last ones; each is decided for by itself."""
    return tell(newcomer.name, table, slot, quarters(table, slot, newcomer))


def follow(table: play.Table, slot: int, plan: Plan, name: str) -> tuple[Played, ...]:
    """The same games with a fixed plan at the seat; its strategy has to be in the table's cast.

    What the agenda has not opened stays with the manager: nobody at the seat could follow the plan there.
    """
    return tell(name, table, slot, _planned(table, slot, plan))


def _planned(table: play.Table, slot: int, plan: Plan) -> Iterator[play.Past]:
    moment = play.start(table)
    whole = plan.send(table.rules, slot)

    def send(now: play.Moment, proposed: Decision) -> Decision:
        made = proposed if whole is None else whole(now, proposed)
        opened = (table.rules.is_open(play.OWN_FIELDS[name], now.state.quarter) for name in plan.spending)
        closed = [name for name, there in zip(plan.spending, opened, strict=True) if not there]
        return replace(made, **{name: getattr(proposed, name) for name in closed})

    for _ in range(int(play.last_quarters(table).max())):
        moment = play.step(table, moment, send)
        assert moment.past is not None
        yield moment.past


def tell(name: str, table: play.Table, slot: int, played: Iterable[play.Past]) -> tuple[Played, ...]:
    """What came of the games of a table, from their quarters; each up to its hidden last one."""
    last, ids = play.last_quarters(table), table.chance.replicate
    profit, loans, corrected = (np.zeros((int(last.max()), len(ids))) for _ in range(3))
    ends: list[tuple[float, float]] = [(0.0, 0.0)] * len(ids)
    for place, past in enumerate(played):
        profit[place], loans[place] = past.outcome.money.profit[:, slot], past.outcome.money.loan[:, slot] > 0
        for row in range(len(ids)):
            found = legal.corrections(table.rules, past.sent, past.decision, row, slot)
            corrected[place, row] = sum(_was_open(table.rules, held.field, place + 1) for held in found)
            if last[row] == place + 1:
                scores = past.outcome.scores
                ends[row] = float(scores.firm[row, slot]), float(scores.region[row])
    return tuple(
        Played(
            newcomer=name,
            replicate=int(ids[row]),
            quarters=int(last[row]),
            firm_score=ends[row][0],
            region_score=ends[row][1],
            profit=float(profit[: last[row], row].mean()),
            indebted=float(loans[: last[row], row].mean()),
            owing=bool(loans[last[row] - 1, row]),
            corrected=int(corrected[: last[row], row].sum()),
        )
        for row in range(len(ids))
    )


def _was_open(rules: Rules, field: str, quarter: int) -> bool:
    """Whether the seat could decide on a field; what its manager asked for is no concern of the newcomer's."""
    return field not in play.OWN_FIELDS or rules.is_open(play.OWN_FIELDS[field], quarter)


def quarters(table: play.Table, slot: int, newcomer: Newcomer) -> Iterator[play.Past]:
    """The quarters that a newcomer plays, all games of the table side by side."""
    rules, moment = table.rules, play.start(table)
    sittings = [_sit_down(rules, slot, int(replicate)) for replicate in table.chance.replicate]
    for _ in range(int(play.last_quarters(table).max())):
        picture = seat(moment.seen, slot)
        for row, at in enumerate(sittings):
            mine = rows(picture, np.array([row]))
            known = learn(at.known, rules, slot, mine) if newcomer.reads else None
            sittings[row] = replace(at, pictures=(*at.pictures, mine), known=known)

        def send(moment: play.Moment, proposed: Decision) -> Decision:
            untouched = play.fill_in(rules, moment, proposed, {slot: Sheet()})
            filled = legal.correct(rules, moment.state, untouched)
            for row, at in enumerate(sittings):
                stands = _stands(rules, filled, moment.state.quarter, row, slot)
                sheet = newcomer.decide(replace(at, stands=stands))
                sittings[row] = replace(at, stands=stands, stood=(*at.stood, stands), sent=(*at.sent, sheet))
            return _sent(rules, moment, proposed, slot, sittings)

        moment = play.step(table, moment, send)
        assert moment.past is not None
        yield moment.past


def _sit_down(rules: Rules, slot: int, replicate: int) -> Sitting:
    return Sitting(rules, slot, replicate, (), Sheet())


def _sent(rules: Rules, moment: play.Moment, proposed: Decision, slot: int, sittings: Sequence[Sitting]) -> Decision:
    """What is sent in all games: the seat's column of each row as its own sheet fills it in."""
    made: dict[str, AnyArray] = {item.name: getattr(proposed, item.name).copy() for item in fields(Decision)}
    for row, at in enumerate(sittings):
        index = np.array([row])
        past = None if moment.past is None else replace(moment.past, decision=rows(moment.past.decision, index))
        one = replace(moment, state=rows(moment.state, index), past=past)
        filled = play.fill_in(rules, one, rows(proposed, index), {slot: at.sent[-1]})
        for item in fields(Decision):
            where = column(str(item.metadata["axes"]), slot)
            made[item.name][where][row] = getattr(filled, item.name)[where][0]
    return lock(Decision(**made))


def _stands(rules: Rules, filled: Decision, quarter: int, row: int, slot: int) -> Sheet:
    """Where the sliders of a seat stand before it touches them, of what is open alone."""
    own = {
        name: float(getattr(filled, name)[row, slot])
        for name, decision in play.OWN_FIELDS.items()
        if rules.is_open(decision, quarter)
    }
    opened = [(j, name) for j, name in enumerate(rules.bodies.names) if rules.bodies_open(quarter)[j]]
    return Sheet.model_construct(
        **own,  # type: ignore[arg-type]
        join={name: bool(filled.join[row, j, slot]) for j, name in opened},
        effort={name: float(filled.effort[row, j, slot]) for j, name in opened},
    )
