"""The minds of all firms: who follows which strategy, and what the strategies remember.

Every firm has a mind, human ones too: it gives their default decisions and can take over an empty seat.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.engine.chance import Chance, Purpose
from game.engine.network import gather
from game.engine.rules import Rules
from game.model.observation import Observation
from game.model.record import Bools, Floats, Ints, array, lock
from game.model.ties import TIE_SLOTS, places
from game.rivals.reckoning import (
    enforced,
    fines_bite,
    good_name,
    others_mean,
    promises,
    self_enforcement,
    shamed,
    stage_game,
)
from game.rivals.register import STRATEGIES
from game.rivals.stage import Stage
from game.rivals.strategy import MEMORIES, Seen

TIE_THRESHOLD = 0.5
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


def efforts(rules: Rules, played: Cast, minds: Minds, seen: Observation, chance: Chance) -> tuple[Floats, Minds]:
    """Effort of every firm in every institution, [R, J, N], by its group strategy, and the minds afterwards."""
    others = others_mean(seen)
    first = (rules.bodies.opens >= seen.quarter)[None, :, None] | (seen.since >= seen.quarter)[:, None, :]
    patience = np.broadcast_to(played.patience * goes_on(rules, seen.quarter), others.shape)
    threshold = np.broadcast_to(self_enforcement(rules, seen)[:, :, None], others.shape)
    deterred = np.broadcast_to(fines_bite(rules, seen)[:, :, None], others.shape)
    bound = np.broadcast_to(np.maximum(enforced(rules, seen), shamed(rules, seen))[:, :, None], others.shape)
    promised = promises(rules, seen)
    memory = minds.group.copy()
    made = np.zeros(others.shape)
    for name, slots in played.groups(pair=False).items():

        def draw(slots: Slots = slots) -> Floats:
            return chance.uniform(Purpose.STRATEGY, seen.quarter, seen.firm_id[:, slots], lane=rules.bodies.lanes)

        def stage(slots: Slots = slots) -> Stage:
            return stage_game(rules, seen, others[..., slots].shape)

        held = memory[..., slots]
        view = Seen(
            own=seen.effort[..., slots],
            others=others[..., slots],
            first=first[..., slots],
            memory=held.swapaxes(0, 1),
            patience=patience[..., slots],
            threshold=threshold[..., slots],
            deterred=deterred[..., slots],
            draw=draw,
            bound=bound[..., slots],
            promised=None if promised is None else promised[..., slots],
            stage=stage,
        )
        made[..., slots] = STRATEGIES[name].play(view)
        memory[..., slots] = held
    return made, lock(replace(minds, group=memory))


def goes_on(rules: Rules, quarter: int) -> float:
    """1 while another quarter may follow; 0 in a last quarter that everybody knows."""
    quarters = rules.scenario.quarters
    return 0.0 if quarters.known and quarter >= quarters.max else 1.0


def pledges(rules: Rules, played: Cast, minds: Minds, seen: Observation, effort: Floats, chance: Chance) -> Floats:
    """What each rule would play next if all did as last seen, [R, J, N]: the pledge of a scripted firm.

    Where an institution opens this quarter nothing was seen, and the rule is taken at its own word. A firm that would
    not give at least half pledges nothing (NaN), and nobody pledges to an institution that is not there yet.
    """
    fresh = (rules.bodies.opens >= seen.quarter)[None, :, None]
    observed = np.where(fresh, effort, seen.observed)
    imagined = replace(seen, quarter=seen.quarter + 1, effort=effort, observed=observed)
    made, _ = efforts(rules, played, minds, imagined, chance)
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
    judged = np.minimum(seen.received, gather(good_name(rules, seen), places(wanted), same) + (~same))
    memory = minds.pair.copy()
    made = np.zeros(judged.shape)
    constant = np.full(judged.shape, TIE_THRESHOLD)
    for name, slots in played.groups(pair=True).items():

        def draw(slots: Slots = slots) -> Floats:
            row = np.arange(len(wanted))[:, None, None]
            partner = seen.firm_id[row, np.maximum(wanted[:, slots], 0)]
            own = np.broadcast_to(seen.firm_id[:, slots, None], partner.shape)
            return chance.uniform(Purpose.STRATEGY_TIE, seen.quarter, own, partner)

        held = memory[:, :, slots]
        view = Seen(
            own=seen.act[:, slots],
            others=judged[:, slots],
            first=~same[:, slots],
            memory=held.swapaxes(0, 1),
            patience=np.broadcast_to(played.patience[slots, None], judged[:, slots].shape),
            threshold=constant[:, slots],
            deterred=np.zeros(judged[:, slots].shape, dtype=np.bool_),
            draw=draw,
        )
        made[:, slots] = STRATEGIES[name].play(view)
        memory[:, :, slots] = held
    return made, lock(replace(minds, pair=memory))
