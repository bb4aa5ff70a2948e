"""Hypothesis generators: legal scenarios and decisions, wild but possible."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from game.model.arrows import ARROWS
from game.model.decision import Decision
from game.model.parameters import Chance, Finance, Market
from game.model.policy import (
    BODIES,
    FUNCTIONS,
    Entry,
    Evaluation,
    Functions,
    Government,
    Information,
    Intermediary,
)
from game.model.region import Region
from game.model.scenario import Condition, Effect, Event, Quarters, Scenario
from game.model.ties import TIE_SLOTS
from game.model.town import KINDS, MOTION_SLOTS, STRUCTURES
from game.play import Moment, Send
from game.rivals.register import GROUP, PAIR
from tests.build import EIGHT, village

SHARE = st.floats(0, 1)
BY_LAWS = {  # of every institution, drawn for each
    "structure": st.sampled_from(STRUCTURES),
    "stages": st.integers(1, 7),
    "floor": SHARE,
    "court": SHARE,
    "penalty": st.floats(0, 50),
    "audit": SHARE,
    "fine": st.floats(0, 50),
    "standard": st.floats(0.1, 1),
    "equal_share": SHARE,
    "excludable": SHARE,
    "members": st.sampled_from(("all", "rivals", "none")),
}


@st.composite
def events(draw: st.DrawFn, place: int) -> Event:
    """An event of any strength in the first quarters, with a condition or without."""
    side = draw(st.sampled_from(("below", "above")))
    index = draw(st.sampled_from(("cluster", "brand", "reputation", "awareness", "economy")))
    condition = Condition.model_validate({"index": index, side: draw(SHARE)}) if draw(st.booleans()) else None
    return Event(
        name=f"Event {place}",
        quarter=draw(st.integers(1, 4)),
        length=draw(st.integers(1, 3)),
        condition=condition,
        effect=Effect(
            local=draw(st.floats(0, 5)),
            export=draw(st.floats(0, 5)),
            input_cost=draw(st.floats(0.1, 5)),
            rival=draw(st.floats(-3, 3)),
            reputation_loss=draw(SHARE),
            meeting=draw(st.booleans()),
            hub_lost=draw(st.booleans()),
        ),
        news="News.",
    )


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Villages of 1 to 24 firms with any institutions, any cast, and any of the region's policies."""
    firms = draw(st.integers(1, 24))
    bodies = tuple(sorted(draw(st.sets(st.sampled_from(EIGHT))), key=EIGHT.index))
    agenda: dict[str, int | str] = {body: draw(st.integers(1, 3)) for body in bodies}
    for name in ("town_hall", "pledges", "complaints", "ties"):
        if draw(st.booleans()):
            agenda[name] = draw(st.integers(1, 3))
    made = village(
        firms,
        bodies,
        quarters=Quarters(min=4, max=6, known=draw(st.booleans())),
        agenda=agenda,
        market=Market(trend_noise=draw(st.floats(0, 0.1)), follow_weight=draw(st.floats(0, 0.5))),
        region=Region(
            cluster=draw(st.floats(0.03, 1)),
            awareness=draw(st.floats(0.02, 1)),
            heterogeneity=draw(st.floats(0.02, 0.98)),
            rigidity=draw(SHARE),
            **{name: draw(SHARE) for name in ("infrastructure", "talent", "capital", "specialisation", "endowment")},
        ),
        chance=Chance(tremble=draw(st.floats(0, 0.3))),
        government=Government(
            opening=draw(st.floats(0, 10)), support=draw(st.floats(0, 0.95)), advertise=draw(st.floats(0, 0.1))
        ),
        finance=Finance(opening_cash=draw(st.floats(0, 2)), patience_of_banks=draw(st.integers(1, 3))),
        functions=Functions.model_validate({name: draw(st.sampled_from(BODIES)) for name in FUNCTIONS}),
        events=[draw(events(place)) for place in range(draw(st.integers(0, 3)))],
        intermediary=Intermediary(strength=draw(st.floats(0, 1))),
        information=Information(prices=draw(st.sampled_from(("shared", "own")))),
        entry=Entry(base=draw(st.floats(0, 1))),
        evaluation=Evaluation(every=draw(st.integers(1, 4)), feedback=draw(st.floats(0, 1))),
        kind=draw(st.sampled_from(("traditional", "high_tech"))),
        slots=firms + draw(st.integers(0, 3)),
        off=draw(st.lists(st.sampled_from(sorted(ARROWS)), max_size=3, unique=True)),
    )
    tables = {
        body: getattr(made.institutions, body).model_copy(
            update={name: draw(values) for name, values in BY_LAWS.items()}
        )
        for body in bodies
    }
    made = made.model_copy(update={"institutions": made.institutions.model_copy(update=tables)})
    cast = [draw(st.sampled_from(GROUP)) for _ in range(firms)]
    products = ("stay", "imitate", "differ")
    plans = [
        plan.model_copy(
            update={
                "strategy": name,
                "pair_strategy": draw(st.sampled_from(PAIR)),
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
