"""One quarter.

START HERE: the lines of `turn` are the phases in their order, each a plain function in a file of its own.
"""

from dataclasses import replace

import numpy as np

from game.engine.accounts import settle as settle_accounts
from game.engine.chance import Chance
from game.engine.demand import sell
from game.engine.echelon import age
from game.engine.evaluation import evaluate
from game.engine.innovation import search
from game.engine.institutions.register import act
from game.engine.membership import settle as settle_membership
from game.engine.newcomers import settle_in
from game.engine.population import renew
from game.engine.production import produce
from game.engine.region import advance
from game.engine.rules import Rules
from game.engine.sanctions import judge
from game.engine.scores import score
from game.engine.shocks import strike
from game.engine.stage_games import play
from game.engine.town_hall import bind_bodies, bind_region, next_motions, vote
from game.engine.variety import place
from game.model.decision import Decision
from game.model.outcome import Outcome
from game.model.record import Floats, lock
from game.model.state import BodyStocks, FirmStocks, RegionStocks, State, TieStocks
from game.model.ties import only


def turn(rules: Rules, state: State, decision: Decision, chance: Chance) -> tuple[State, Outcome]:
    """Play one quarter of R games: state and legal decisions go in, the next state and the outcome come out.

    Pure: the same rules, state, decisions and chance give the same bytes, for any number of replicates.
    """
    weather = strike(rules, state, chance)
    hall = vote(rules, state, decision, weather)
    ties = settle_membership(rules, state, decision)
    games = play(rules, state, decision, weather, ties, chance)
    verdicts = judge(rules, state, decision, ties, games, chance)
    effects = act(rules, state, ties, games)
    learning = search(rules, state, decision, ties, games, effects, chance)
    products = place(state, decision)
    production = produce(rules, state, decision, weather, products, games, effects, learning)
    market = sell(rules, state, decision, weather, products, games, effects, learning, production, chance)
    money = settle_accounts(rules, state, decision, ties, games, verdicts, effects, production, market)
    echelon = age(rules, state, decision, weather, ties, games, effects, market, money, chance)
    region = advance(rules, state, decision, ties, games, effects, market, money)
    population = renew(rules, state, hall, money, chance)
    scores = score(rules, state, ties, learning, market, money, echelon, region)
    evaluation = evaluate(rules, state, production, market, money, echelon, region)
    outcome = Outcome(
        state.quarter,
        weather,
        hall,
        ties,
        games,
        verdicts,
        effects,
        learning,
        production,
        market,
        money,
        echelon,
        region,
        population,
        scores,
        evaluation,
    )
    return publish(rules, state, decision, outcome, chance), lock(outcome)


def publish(rules: Rules, state: State, decision: Decision, outcome: Outcome, chance: Chance) -> State:
    """The next state, from what the phases made; its arrays are read-only."""
    stays = state.firms.active & ~outcome.population.exits
    made = State(
        quarter=state.quarter + 1,
        firms=settle_in(rules, state, _firms(state.firms, decision, outcome, stays), outcome, chance),
        bodies=bind_bodies(rules, _bodies(rules, state.bodies, decision, outcome, stays), outcome.hall, state.quarter),
        ties=_ties(outcome, stays),
        region=bind_region(_region(state.region, outcome), outcome.hall),
        hall=next_motions(state, decision, outcome.hall.meets, chance),
    )
    return lock(made)


def _firms(before: FirmStocks, decision: Decision, outcome: Outcome, stays: np.ndarray) -> FirmStocks:
    market, money = outcome.market, outcome.money
    sold = market.sold.sum(axis=1)
    all_sold = sold.sum(axis=-1, keepdims=True)
    in_nest = np.where(all_sold > 0, sold / np.maximum(all_sold, 1e-300), 0.0)
    freight = (outcome.production.freight * market.sold).sum(axis=1) / np.maximum(sold, 1e-300)
    closed = outcome.population.exits
    return replace(
        before,
        active=stays,
        cash=np.where(closed, 0.0, money.cash),
        loan=np.where(closed, 0.0, money.loan),
        trouble=outcome.population.trouble,
        price=decision.price,
        quality_spending=decision.quality,
        research_spending=decision.research,
        brand_spending=decision.brand,
        brand_split=decision.brand_split,
        capacity=outcome.production.capacity,
        capacity_goal=decision.capacity,
        position=outcome.production.position,
        quality=outcome.learning.quality,
        knowledge=outcome.learning.knowledge,
        product_brand=outcome.echelon.product,
        corporate_brand=outcome.echelon.corporate,
        unit_cost=outcome.production.unit_cost + freight,
        sales=sold,
        share_in_nest=in_nest,
        share_in_market=_market_share(market.share, market.sold),
        smooth_profit=money.smooth_profit,
        value=outcome.scores.value,
    )


def _market_share(share: Floats, sold: Floats) -> Floats:
    """Share of the market [R, N], the segments weighted by the firm's sales there."""
    total = sold.sum(axis=1)
    made: Floats = (share * sold).sum(axis=1) / np.maximum(total, 1e-300)
    return made


def _bodies(rules: Rules, before: BodyStocks, decision: Decision, outcome: Outcome, stays: np.ndarray) -> BodyStocks:
    games, verdicts, ties = outcome.games, outcome.verdicts, outcome.membership
    here = stays[:, None, :]
    new = outcome.population.entries[:, None, :]
    memory = rules.scenario.sanctions.record_memory
    opened = rules.bodies_open(outcome.quarter)[None, :, None]
    member = np.where(opened, ties.member & ~verdicts.barred, before.member) & here
    record = np.where(ties.member, memory * before.record + (1 - memory) * games.kept, before.record)
    return replace(
        before,
        asset=games.asset,
        treasury=outcome.money.treasury,
        member=member,
        effort=games.effort,
        observed=games.observed,
        pledge=np.where(member, decision.pledge, np.nan),
        kept=games.kept,
        record=np.where(new, 0.5, record),
        offences=np.where(new, 0.0, verdicts.offences),
        barred_until=np.where(new, 0, verdicts.barred_until),
    )


def _ties(outcome: Outcome, stays: np.ndarray) -> TieStocks:
    """Places of partners that closed are freed on both sides."""
    ties, games = outcome.membership, outcome.games
    lives = stays.take(ties.at) & stays[:, :, None]
    standing = ties.standing & lives
    return TieStocks(
        wanted=only(ties.wanted, lives),
        standing=standing,
        mirror=ties.mirror * standing,
        complement=ties.complement * standing,
        act=games.act * standing,
        trust=games.trust * standing,
    )


def _region(before: RegionStocks, outcome: Outcome) -> RegionStocks:
    region, echelon, weather = outcome.region, outcome.echelon, outcome.weather
    return replace(
        before,
        cluster=region.cluster.sum(axis=-1),
        awareness=echelon.awareness.sum(axis=-1),
        reputation=echelon.reputation.sum(axis=-1),
        economy=region.economy.sum(axis=-1),
        heterogeneity=region.heterogeneity.sum(axis=-1),
        rigidity=region.rigidity.sum(axis=-1),
        infrastructure=region.infrastructure.sum(axis=-1),
        talent=region.talent.sum(axis=-1),
        capital=region.capital.sum(axis=-1),
        specialisation=region.specialisation.sum(axis=-1),
        work=outcome.evaluation.work,
        last_firm_id=before.last_firm_id + outcome.population.entries.sum(axis=-1),
        trend=weather.trend,
        recession_left=weather.recession_left,
        event_left=weather.event_left,
        government=before.government + outcome.money.government,
    )
