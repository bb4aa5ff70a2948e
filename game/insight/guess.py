"""What one seat may reckon with before it decides: a plausible state of the game, made from its own pictures alone.

A shadow of the game is played along. It opens as the scenario tells everybody, and every quarter it is given what was
seen: public figures as they are, the seat's own books, and others' decisions as far as they show. What nobody shows is
what the engine makes of that with even luck (`game.insight.luck.Even`), in particular

- other firms' cash, unit cost, quality, knowledge and product brands: those of a firm of the scenario's opening that
  spends the base amounts, at the prices, sales and efforts seen; capacity with ordinary headroom over sales; a share of
  the market in proportion to sales, taken from one's own;
- reputation: what the mark's observed efforts make of it, and awareness what is then missing to the brand seen, at most
  what firms' brands can carry;
- rigidity, heterogeneity, talent and the like, treasuries: as played along; offences from the fines seen;
- the state of demand: what the buyers seen leave over when everything else is counted (a slump is low demand that
  fades);
- how others treat each other: as well as each is known to keep its word in institutions.

Rivals are taken to be who they look like (`game.insight.character`), with middling ambition and ordinary patience;
where several rules fit alike, one that answers in kind comes first (Fischbacher & Gaechter 2010: few keep always); what
their rules would remember by now is played along, too. Events that nobody was told of are not expected.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cached_property

import numpy as np

from game import play
from game.engine import legal, network
from game.engine.chance import Chance
from game.engine.echelon import awareness_ceiling
from game.engine.observe import POLICY, observe
from game.engine.opening import HEADROOM, open_game
from game.engine.rules import Rules
from game.insight.character import read
from game.insight.luck import Even, Fresh, as_told
from game.insight.past import column
from game.model.decision import Decision
from game.model.observation import Observation, seat
from game.model.record import AnyArray, Floats, lock
from game.model.state import BodyStocks, FirmStocks, HallStocks, RegionStocks, State, TieStocks
from game.model.ties import places
from game.model.town import BY_LAWS, MOTION_SLOTS
from game.rivals.mind import Cast, Minds, acts, efforts, empty_minds, on_ties
from game.rivals.reckoning import good_name
from game.rivals.register import GROUP

AMBITION, PATIENCE, UNREAD = 0.5, 0.9, "conditional"
ODDS = dict.fromkeys(GROUP, 1.0) | {"conditional": 4.0, "tit_for_tat": 2.0, "always": 0.5}
LONE = np.zeros(1, dtype=np.int64)
PUBLIC_FIRM = ("firm_id", "active", "since", "size", "price", "sales", "position", "corporate_brand")
OWN_FIRM = (
    *("cash", "loan", "unit_cost", "share_in_nest", "share_in_market", "capacity", "capacity_goal", "quality"),
    *("knowledge", "product_brand", "quality_spending", "research_spending", "brand_spending", "brand_split"),
)
PUBLIC_BODY = ("asset", *BY_LAWS, "observed", "kept", "record", "pledge", "barred_until")


@dataclass(frozen=True, eq=False)
class Known:
    """What the firm in `slot` may reckon with: the pictures it saw, and a state of the game that fits them (one row).

    `scenes` are the pictures with guesses in place of what the seat could not see. `past` is the quarter just played as
    far as it showed, None before the first.
    """

    game: Rules
    slot: int
    seats: tuple[int, ...]
    pictures: tuple[Observation, ...]
    scenes: tuple[Observation, ...]
    state: State
    past: play.Past | None = None

    @cached_property
    def rules(self) -> Rules:
        """The rules with the events that people have been told of."""
        return as_told(self.game, self.state.quarter)

    @cached_property
    def cast(self) -> Cast:
        """Who the rivals seem to be; before anything was seen, conditional cooperators."""
        names = [UNREAD] * self.game.slots
        if len(self.pictures) > 1 and self.game.bodies.names:
            reading = read(self.game, self.pictures, self.slot, prior=ODDS)
            names = [reading.named(slot) for slot in range(self.game.slots)]
        return _cast(self.game, self.slot, names)

    @cached_property
    def moment(self) -> play.Moment:
        """The guessed moment before the coming quarter."""
        return play.Moment(self.state, self._minds(), self.scenes[-1], self.past)

    def table(self, chance: Chance) -> play.Table:
        """A table at which the guessed game goes on."""
        return play.Table(self.rules, self.cast, chance, self.seats)

    def _minds(self) -> Minds:
        minds, even = empty_minds(self.game, 1), Even(0, LONE)
        for before, after in zip(self.scenes, self.scenes[1:], strict=False):
            _, minds = efforts(self.game, self.cast, minds, before, even)
            _, minds = acts(self.game, self.cast, minds, before, after.wanted, even)
        return minds


def know(rules: Rules, slot: int, seats: tuple[int, ...], pictures: Iterable[Observation]) -> Known:
    """What a seat knows from the pictures before quarters 1, 2, .. (of any one of them only what it may see is used).

    Raises ValueError if there is no picture.
    """
    known = None
    for picture in pictures:
        known = begin(rules, slot, seats, picture) if known is None else see(known, picture)
    if known is None:
        raise ValueError(known)
    return known


def begin(rules: Rules, slot: int, seats: tuple[int, ...], picture: Observation) -> Known:
    """What a seat knows before the first quarter."""
    mine = seat(picture, slot)
    opening = open_game(rules, Fresh(0, LONE), seats)
    state = _fitted(rules, opening, opening, mine, slot)
    scene = _scene(observe(rules, state, None), mine, slot)
    return Known(rules, slot, seats, (mine,), (scene,), state)


def see(known: Known, picture: Observation) -> Known:
    """What a seat knows one quarter later."""
    rules, slot, mine = known.game, known.slot, seat(picture, known.slot)
    shadow = play.Table(rules, _cast(rules, slot, [UNREAD] * rules.slots), Even(0, LONE), known.seats)
    state, past = play.resolve(shadow, known.state, _as_seen(known, mine))
    state = _fitted(rules, known.state, state, mine, slot)
    ordinary = past.outcome.weather.buyers.mean(axis=-1)
    trend = state.region.trend + np.log(np.maximum(mine.trend, 1e-9) / ordinary)
    state = lock(replace(state, region=replace(state.region, trend=np.clip(trend, -1.0, 1.0))))
    scene = _scene(observe(rules, state, past.outcome), mine, slot)
    return Known(rules, slot, known.seats, (*known.pictures, mine), (*known.scenes, scene), state, past)


def _cast(rules: Rules, slot: int, names: list[str]) -> Cast:
    """Rivals by the names read, with traits that nobody sees set to ordinary ones; the seat's own are its own."""
    firms, end = rules.scenario.firms, rules.scenario.quarters.continuation
    group, pair = list(names), [on_ties(name) or "tit_for_tat" for name in names]
    ambition, patience = np.full(len(names), AMBITION), np.full(len(names), PATIENCE * end)
    imitates, differs = np.zeros(len(names), dtype=np.bool_), np.zeros(len(names), dtype=np.bool_)
    if slot < len(firms):
        own = firms[slot]
        group[slot], pair[slot] = own.strategy, own.pair_strategy
        ambition[slot], patience[slot] = own.manager.ambition, own.manager.patience * end
        imitates[slot], differs[slot] = own.manager.product == "imitate", own.manager.product == "differ"
    return Cast(tuple(group), tuple(pair), ambition, patience, imitates, differs)


def _mixed(axes: str, theirs: AnyArray, own: AnyArray, slot: int) -> AnyArray:
    """Others' figures with the seat's own in their place."""
    made = theirs.copy()
    where = column(axes, slot)
    made[where] = own[where]
    return made


def _as_seen(known: Known, picture: Observation) -> Decision:
    """What was decided in the quarter just played as far as it shows; spending that does not show carries over."""
    slot, firms = known.slot, known.state.firms
    shape, member = firms.size.shape, picture.member
    before = legal.carried_over(firms)
    none = np.full(shape, -1, dtype=np.int64)
    ties = _ties(known.game, picture, slot, known.state.ties, firms.profile)
    return Decision(
        price=picture.price,
        quality=_mixed("RN", before["quality"], picture.quality_spending, slot),
        research=_mixed("RN", before["research"], picture.research_spending, slot),
        brand=_mixed("RN", before["brand"], picture.brand_spending, slot),
        brand_split=_mixed("RN", before["brand_split"], picture.brand_split, slot),
        capacity=_mixed("RN", np.maximum(firms.capacity_goal, HEADROOM * picture.sales), picture.capacity_goal, slot),
        position=picture.position,
        join=member,
        effort=_mixed("RJN", picture.observed, picture.effort, slot),
        pledge=picture.pledge,
        complaint=np.full(member.shape, -1, dtype=np.int64),
        partners=ties.wanted,
        vote=np.full((*shape, MOTION_SLOTS), np.nan),
        motion=none,
        motion_target=none,
        motion_value=np.zeros(shape),
        call=np.zeros(shape, dtype=np.bool_),
        act=ties.act,
    )


def _fitted(rules: Rules, before: State, state: State, picture: Observation, slot: int) -> State:
    """The state after a shadow quarter, corrected by what was seen."""
    firms = _firms(rules, before, state.firms, picture, slot)
    made = State(
        quarter=picture.quarter,
        firms=firms,
        bodies=_bodies(rules, before.bodies, state.bodies, picture, slot),
        ties=_ties(rules, picture, slot, state.ties, firms.profile),
        region=_region(rules, state.region, picture),
        hall=HallStocks(
            meets=picture.meets,
            kind=picture.motion,
            target=picture.motion_target,
            value=picture.motion_value,
            mover=picture.mover,
        ),
    )
    return lock(made)


def _firms(rules: Rules, before: State, firms: FirmStocks, picture: Observation, slot: int) -> FirmStocks:
    made: dict[str, AnyArray] = {name: getattr(picture, name) for name in PUBLIC_FIRM}
    total = picture.sales.sum(axis=-1, keepdims=True)
    in_nest = picture.sales / np.where(total > 0, total, 1.0)
    mine = np.where(in_nest[:, slot] > 0, picture.share_in_market[:, slot] / np.maximum(in_nest[:, slot], 1e-9), 0.25)
    guessed = {"share_in_nest": in_nest, "share_in_market": in_nest * mine[:, None]}
    guessed["capacity"] = np.maximum(firms.capacity, picture.sales)
    for name in OWN_FIRM:
        made[name] = _mixed("RN", guessed.get(name, getattr(firms, name)), getattr(picture, name), slot)
    made["trouble"] = np.zeros_like(firms.trouble)
    if picture.quarter > before.quarter:
        discount, memory = rules.scenario.finance.discount, rules.scenario.costs.solvency_memory
        earned = picture.profit * discount ** (before.quarter - 1)
        made["value"] = _mixed("RN", firms.value, before.firms.value + earned, slot)
        smooth = memory * before.firms.smooth_profit + (1 - memory) * picture.profit
        made["smooth_profit"] = _mixed("RN", firms.smooth_profit, smooth, slot)
    return replace(firms, **made)


def _bodies(rules: Rules, before: BodyStocks, bodies: BodyStocks, picture: Observation, slot: int) -> BodyStocks:
    made: dict[str, AnyArray] = {name: getattr(picture, name) for name in PUBLIC_BODY}
    opened = rules.bodies_open(picture.quarter)[None, :, None]
    remembered = rules.scenario.sanctions.record_memory * before.offences + picture.convicted
    return replace(
        bodies,
        **made,
        member=np.where(opened, picture.member, bodies.member),
        effort=_mixed("RJN", picture.observed, picture.effort, slot),
        offences=np.where(picture.barred_until > picture.quarter, 0.0, remembered),
    )


def _ties(rules: Rules, picture: Observation, slot: int, ties: TieStocks, profile: Floats) -> TieStocks:
    """Ties that stand are seen by all; what others want beyond them, and how they treat each other, is not."""
    wanted = _mixed("RNK", picture.partner, picture.wanted, slot)
    standing, mirror = network.stand(wanted, picture.active)
    row, place = np.nonzero(standing[:, slot])
    met = picture.received[row, slot, place]
    act = network.gather(good_name(rules, picture), places(wanted), standing)
    act[row, wanted[row, slot, place], mirror[row, slot, place]] = met
    trust = np.where(standing, np.where(ties.standing & (ties.wanted == wanted), ties.trust, 0.5), 0.0)
    fit = network.complement(profile, wanted, standing)
    return TieStocks(
        wanted=wanted,
        standing=standing,
        mirror=mirror,
        complement=_mixed("RNK", fit, picture.complement, slot),
        act=_mixed("RNK", act, picture.act, slot),
        trust=_mixed("RNK", trust, picture.trust, slot),
    )


def _region(rules: Rules, region: RegionStocks, picture: Observation) -> RegionStocks:
    """The brand seen, split into reputation and awareness; awareness is at most what the five best brands carry."""
    most = np.maximum(awareness_ceiling(rules, picture.corporate_brand, picture.active), 1e-9)
    reputation = np.clip(np.maximum(region.reputation, picture.brand / most), 1e-9, 1.0)
    return replace(
        region,
        **{name: getattr(picture, name) for name in POLICY},
        cluster=picture.cluster,
        economy=picture.economy,
        reputation=reputation,
        awareness=picture.brand / reputation,
        recession_left=np.zeros_like(region.recession_left),
    )


def _scene(guessed: Observation, picture: Observation, slot: int) -> Observation:
    """The whole picture: public fields and own columns as seen, the rest as guessed; orders are what was sold."""
    made = {}
    for item in fields(Observation):
        if item.metadata.get("seen") == "public":
            made[item.name] = getattr(picture, item.name)
        elif item.metadata.get("seen") == "private":
            axes = str(item.metadata["axes"])
            made[item.name] = _mixed(axes, getattr(guessed, item.name), getattr(picture, item.name), slot)
    made["demand"] = _mixed("RN", picture.sales, picture.demand, slot)
    return lock(replace(guessed, **made))
