"""The minds of all firms: who follows which strategy, and what the strategies remember.

Every firm has a mind, human ones too: it gives their default decisions and can take over an empty seat.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from game.engine.chance import Chance, Purpose
from game.engine.network import gather
from game.engine.rules import Rules
from game.model.observation import Observation
from game.model.record import Bools, Floats, Ints, array, lock
from game.model.ties import TIE_SLOTS, places
from game.rivals.reckoning import Reckoned, good_name, reckon, stage_game
from game.rivals.register import STRATEGIES
from game.rivals.strategy import MEMORIES, Seen

TIE_THRESHOLD = 0.5
NOTHING = np.empty((0, 0))  # the memory of those who remember nothing
NEVER = np.array(False)
Slots = NDArray[np.intp]


@dataclass(frozen=True)
class Cast:
    """Who plays what: one strategy for institutions and one for ties per slot, and the managers' two traits, [N]."""

    group: tuple[str, ...]
    pair: tuple[str, ...]
    ambition: Floats
    patience: Floats
    imitates: Bools
    differs: Bools

    def groups(self, pair: bool) -> dict[str, Slots]:
        """Slots by strategy."""
        return _groups(self.pair if pair else self.group)


@lru_cache(maxsize=512)
def _groups(names: tuple[str, ...]) -> dict[str, Slots]:
    held = np.array(names)
    return {name: np.flatnonzero(held == name) for name in dict.fromkeys(names)}


def cast(rules: Rules, strategies: Mapping[int, str] | None = None) -> Cast:
    """The cast of a scenario; `strategies` puts another one on some slots, in institutions and, if it can, on ties."""
    firms = rules.scenario.firms
    spare = rules.slots - len(firms)
    group = [firm.strategy for firm in firms] + ["conditional"] * spare
    pair = [firm.pair_strategy for firm in firms] + ["tit_for_tat"] * spare
    for slot, name in (strategies or {}).items():
        if "group" in STRATEGIES[name].plays:
            group[slot] = name
        pair[slot] = on_ties(name) or pair[slot]
    end = rules.scenario.quarters.continuation
    return Cast(
        group=tuple(group),
        pair=tuple(pair),
        ambition=np.array([firm.manager.ambition for firm in firms] + [0.5] * spare),
        patience=np.array([firm.manager.patience for firm in firms] + [0.9] * spare) * end,
        imitates=np.array([firm.manager.product == "imitate" for firm in firms] + [False] * spare),
        differs=np.array([firm.manager.product == "differ" for firm in firms] + [False] * spare),
    )


def on_ties(name: str) -> str | None:
    """The pair strategy that comes with a strategy, None if it has none.

    A conditional cooperator's is tit for tat, as in a scenario that names no pair strategy: to one neighbour a firm
    gives all or nothing, it is a crowd that it half follows.
    """
    if name == "conditional":
        return "tit_for_tat"
    return name if "pair" in STRATEGIES[name].plays else None


@dataclass(frozen=True, eq=False)
class Minds:
    """What strategies remember from quarter to quarter."""

    group: Floats = array("RMJN", "memory of the group strategies")
    pair: Floats = array("RMNK", "memory of the pair strategies")


def empty_minds(rules: Rules, replicates: int) -> Minds:
    """Minds before the first quarter."""
    return lock(
        Minds(
            group=np.zeros((replicates, MEMORIES, len(rules.bodies.names), rules.slots)),
            pair=np.zeros((replicates, MEMORIES, rules.slots, TIE_SLOTS)),
        )
    )


def efforts(
    rules: Rules, played: Cast, minds: Minds, seen: Observation, chance: Chance, reckoned: Reckoned | None = None
) -> tuple[Floats, Minds]:
    """Effort of every firm in every institution, [R, J, N], by its group strategy, and the minds afterwards.

    What managers reckon with may be given where it is known already.
    """
    memory = minds.group.copy()
    made = _answers(rules, played, minds, seen, chance, reckoned or reckon(rules, seen), memory)
    return made, lock(replace(minds, group=memory))


def _answers(
    rules: Rules,
    played: Cast,
    minds: Minds,
    seen: Observation,
    chance: Chance,
    reckoned: Reckoned,
    memory: Floats | None = None,
) -> Floats:
    """What every firm's group strategy makes of what it sees, [R, J, N]; what it remembers then goes to `memory`."""
    first = (rules.bodies.opens >= seen.quarter)[None, :, None] | (seen.since >= seen.quarter)[:, None, :]
    patience = played.patience * goes_on(rules, seen.quarter)
    made = np.zeros(reckoned.others.shape)
    for name, slots in played.groups(pair=False).items():
        strategy, others = STRATEGIES[name], reckoned.others.take(slots, axis=-1)

        def draw(slots: Slots = slots) -> Floats:
            return chance.uniform(Purpose.STRATEGY, seen.quarter, seen.firm_id[:, slots], lane=rules.bodies.lanes)

        held = minds.group.take(slots, axis=-1) if strategy.remembers else NOTHING
        view = Seen(
            own=seen.effort.take(slots, axis=-1),
            others=others,
            first=first.take(slots, axis=-1),
            memory=held.swapaxes(0, 1),
            patience=patience[slots],
            threshold=reckoned.threshold,
            deterred=reckoned.deterred,
            draw=draw,
            bound=reckoned.bound,
            promised=None if reckoned.promised is None else reckoned.promised.take(slots, axis=-1),
            stage=partial(stage_game, rules, seen, others.shape),
        )
        made[..., slots] = strategy.play(view)
        if strategy.remembers and memory is not None:
            memory[..., slots] = held
    return made


def goes_on(rules: Rules, quarter: int) -> float:
    """1 while another quarter may follow; 0 in a last quarter that everybody knows."""
    quarters = rules.scenario.quarters
    return 0.0 if quarters.known and quarter >= quarters.max else 1.0


def pledges(
    rules: Rules, played: Cast, minds: Minds, seen: Observation, effort: Floats, chance: Chance, reckoned: Reckoned
) -> Floats:
    """What each rule would play next if all did as last seen, [R, J, N]: the pledge of a scripted firm.

    Where an institution opens this quarter nothing was seen, and the rule is taken at its own word. A firm that would
    not give at least half pledges nothing (NaN), and nobody pledges to an institution that is not there yet.
    """
    fresh = rules.bodies.opens >= seen.quarter
    imagined = replace(seen, quarter=seen.quarter + 1, effort=effort)
    if fresh.any():
        imagined = replace(imagined, observed=np.where(fresh[:, None], effort, seen.observed))
        reckoned = reckon(rules, imagined)
    made = _answers(rules, played, minds, imagined, chance, reckoned)
    opened = rules.bodies_open(seen.quarter)[None, :, None]
    return np.where(opened & (made >= rules.scenario.sanctions.kept_without_pledge), made, np.nan)


def acts(
    rules: Rules, played: Cast, minds: Minds, seen: Observation, wanted: Ints, chance: Chance
) -> tuple[Floats, Minds]:
    """How every firm treats each partner, [R, N, K], by its pair strategy: "as they treat me".

    A partner is judged by the lower of its act and its mean observed effort, so that nobody can be loyal on ties and
    lazy in the institutions.
    """
    same = seen.standing & (wanted == seen.wanted) & (seen.quarter > 1)
    at = places(wanted)
    judged = np.minimum(seen.received, gather(good_name(rules, seen), at, same) + (~same))
    casting = played.groups(pair=True)
    remembers = any(STRATEGIES[name].remembers for name in casting)
    memory = minds.pair.copy() if remembers else minds.pair
    made = np.zeros(judged.shape)
    for name, slots in casting.items():

        def draw(slots: Slots = slots) -> Floats:
            partner = seen.firm_id.take(at[:, slots])
            return chance.uniform(Purpose.STRATEGY_TIE, seen.quarter, seen.firm_id[:, slots, None], partner)

        strategy = STRATEGIES[name]
        held = memory[:, :, slots] if strategy.remembers else NOTHING
        view = Seen(
            own=seen.act[:, slots],
            others=judged[:, slots],
            first=~same[:, slots],
            memory=held.swapaxes(0, 1),
            patience=played.patience[slots, None],
            threshold=TIE_THRESHOLD,
            deterred=NEVER,
            draw=draw,
        )
        made[:, slots] = strategy.play(view)
        if strategy.remembers:
            memory[:, :, slots] = held
    return made, lock(replace(minds, pair=memory))
