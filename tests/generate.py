"""Hypothesis generators: legal scenarios and decisions, wild but possible."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from game.engine.rules import TIE_SLOTS
from game.model.decision import Decision
from game.model.parameters import Chance, Market, Region
from game.model.scenario import Quarters, Scenario
from game.play import Moment, Send
from game.rivals.register import GROUP
from tests.build import FOUR, village


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Villages of 1 to 24 firms with any of the four institutions and any cast."""
    firms = draw(st.integers(1, 24))
    bodies = tuple(sorted(draw(st.sets(st.sampled_from(FOUR))), key=FOUR.index))
    agenda = {body: draw(st.integers(1, 3)) for body in bodies}
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
    )
    cast = [draw(st.sampled_from(GROUP)) for _ in range(firms)]
    plans = [plan.model_copy(update={"strategy": name}) for plan, name in zip(made.firms, cast, strict=True)]
    return made.model_copy(update={"firms": plans})


def random_decisions(seed: int) -> Send:
    """A `send` that decides everything at random for everybody, far beyond what is legal."""
    generator = np.random.default_rng(seed)

    def send(moment: Moment, proposed: Decision) -> Decision:
        shape, joined = proposed.price.shape, proposed.join.shape
        size = moment.seen.size
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
            act=generator.uniform(-0.3, 1.3, (*shape, TIE_SLOTS)),
        )

    return send
