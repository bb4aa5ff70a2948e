"""Hypothesis generators: legal scenarios and decisions, wild but possible."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from game.engine.rules import TIE_SLOTS
from game.model.arrows import ARROWS
from game.model.decision import Decision
from game.model.parameters import Chance, Market
from game.model.policy import Entry, Evaluation, Government, Information, Intermediary
from game.model.region import Region
from game.model.scenario import Quarters, Scenario
from game.model.town import KINDS, MOTION_SLOTS, STRUCTURES
from game.play import Moment, Send
from game.rivals.register import GROUP
from tests.build import EIGHT, village


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Villages of 1 to 24 firms with any institutions, any cast, and any of the region's policies."""
    firms = draw(st.integers(1, 24))
    bodies = tuple(sorted(draw(st.sets(st.sampled_from(EIGHT))), key=EIGHT.index))
    agenda: dict[str, int | str] = {body: draw(st.integers(1, 3)) for body in bodies}
    if draw(st.booleans()):
        agenda["town_hall"] = draw(st.integers(1, 3))
    made = village(
        firms,
        bodies,
        quarters=Quarters(min=4, max=6),
        agenda=agenda,
        market=Market(trend_noise=draw(st.floats(0, 0.1)), follow_weight=draw(st.floats(0, 0.5))),
        region=Region(
            cluster=draw(st.floats(0.03, 1)),
            awareness=draw(st.floats(0.02, 1)),
            heterogeneity=draw(st.floats(0.02, 0.98)),
            rigidity=draw(st.floats(0, 1)),
        ),
        chance=Chance(tremble=draw(st.floats(0, 0.3))),
        government=Government(support=draw(st.floats(0, 0.9)), advertise=draw(st.floats(0, 0.05))),
        intermediary=Intermediary(strength=draw(st.floats(0, 1))),
        information=Information(prices=draw(st.sampled_from(("shared", "own")))),
        entry=Entry(base=draw(st.floats(0, 1))),
        evaluation=Evaluation(every=draw(st.integers(1, 4)), feedback=draw(st.floats(0, 1))),
        kind=draw(st.sampled_from(("traditional", "high_tech"))),
        slots=firms + draw(st.integers(0, 3)),
        off=draw(st.lists(st.sampled_from(sorted(ARROWS)), max_size=3, unique=True)),
    )
    structures = {
        body: getattr(made.institutions, body).model_copy(update={"structure": draw(st.sampled_from(STRUCTURES))})
        for body in bodies
    }
    made = made.model_copy(update={"institutions": made.institutions.model_copy(update=structures)})
    cast = [draw(st.sampled_from(GROUP)) for _ in range(firms)]
    products = ("stay", "imitate", "differ")
    plans = [
        plan.model_copy(
            update={
                "strategy": name,
                "manager": plan.manager.model_copy(update={"product": draw(st.sampled_from(products))}),
            }
        )
        for plan, name in zip(made.firms, cast, strict=True)
    ]
    return made.model_copy(update={"firms": plans})


def random_decisions(seed: int) -> Send:
    """A `send` that decides everything at random for everybody, far beyond what is legal."""
    generator = np.random.default_rng(seed)

    def send(moment: Moment, proposed: Decision) -> Decision:
        shape, joined = proposed.price.shape, proposed.join.shape
        size = moment.seen.size
        seen_votes = (*shape, MOTION_SLOTS)
        return replace(
            proposed,
            price=generator.uniform(-1, 8, shape),
            quality=generator.uniform(-2, 15, shape) * size,
            research=generator.uniform(-2, 15, shape) * size,
            brand=generator.uniform(-2, 15, shape) * size,
            brand_split=generator.uniform(-0.2, 1.2, shape),
            capacity=generator.uniform(-50, 900, shape),
            position=generator.uniform(-1, 2, shape),
            join=generator.random(joined) < 0.8,
            effort=generator.uniform(-0.3, 1.3, joined),
            pledge=np.where(generator.random(joined) < 0.5, generator.uniform(0, 1, joined), np.nan),
            complaint=generator.integers(-1, shape[1], joined),
            partners=np.where(
                generator.random((*shape, TIE_SLOTS)) < 0.7,
                moment.seen.wanted,
                generator.integers(-1, shape[1] + 2, (*shape, TIE_SLOTS)),
            ),
            vote=np.where(generator.random(seen_votes) < 0.2, np.nan, generator.uniform(-0.5, 1.5, seen_votes)),
            motion=generator.integers(-2, len(KINDS) + 2, shape),
            motion_target=generator.integers(-2, shape[1] + 2, shape),
            motion_value=generator.uniform(-1, 8, shape),
            call=generator.random(shape) < 0.3,
            act=generator.uniform(-0.3, 1.3, (*shape, TIE_SLOTS)),
        )

    return send
