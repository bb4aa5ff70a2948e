"""Scripted firms in the town hall: what they want, announce, vote and move."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from game import play
from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.observation import Observation
from game.model.scenario import Scenario
from game.model.town import KINDS, MOTIONS, VALUES
from game.play import Moment, Send
from game.rivals.hall import calls, gains, motions, stands, votes
from tests.build import FOUR, village

CAST = ("conditional", "tit_for_tat", "grim", "never", "generous", "best_reply", "random", "reasoner") * 2


def town() -> Scenario:
    return village(16, FOUR, agenda={"town_hall": 1}, slots=18)


def after(quarters: int, runs: int, send: Send | None = None) -> tuple[play.Table, Moment]:
    table = play.set_table(compile_rules(town()), 5, runs, strategies=dict(enumerate(CAST)))
    moment = play.start(table)
    for _ in range(quarters):
        moment = play.step(table, moment, send)
    return table, moment


def tabled(seen: Observation, kind: str, target: int, value: float) -> Observation:
    """The picture with this motion alone on the table."""
    shape = seen.motion.shape
    place = np.full(shape, -1)
    place[:, 0] = KINDS.index(kind)
    return replace(
        seen, motion=place, motion_target=np.full(shape, target), motion_value=np.full(shape, value, dtype=np.float64)
    )


def anything(seed: int) -> Send:
    """In every meeting the first firms move anything that can be moved."""
    luck = np.random.default_rng(seed)

    def send(moment: Moment, proposed: Decision) -> Decision:
        shape = proposed.motion.shape
        kind = luck.integers(0, len(KINDS), shape)
        most = np.array(
            [{"institution": 4, "firm": 16, "function": 7, "region": 1}[about] for about in MOTIONS.values()]
        )
        ends = np.array([VALUES[name] for name in KINDS])
        value = ends[kind, 0] + luck.random(shape) * (ends[kind, 1] - ends[kind, 0])
        return replace(
            proposed, motion=kind, motion_target=(luck.random(shape) * most[kind]).astype(np.int64), motion_value=value
        )

    return send


def test_votes_mostly_follow_the_stands_announced_and_may_still_change(count: Callable[[int, int], int]) -> None:
    """A firm that gains g votes as it announced with chance 1/(1 + e^(-6 |g|)): more than half, and not always."""
    table, moment = after(3, count(200, 2000), anything(1))
    seen = moment.seen
    put = np.broadcast_to((seen.motion >= 0)[:, None, :], stands(table.rules, table.cast, seen).shape)
    assert put[:, :, :3].all()
    put = put & seen.active[:, :, None]
    aye = votes(table.rules, table.cast, seen, table.chance) > 0.5
    agrees = (aye == stands(table.rules, table.cast, seen))[put]
    expected = 1 / (1 + np.exp(-6 * np.abs(gains(table.rules, table.cast, seen)[put])))
    error = np.sqrt((expected * (1 - expected)).sum()) / len(expected)
    assert abs(agrees.mean() - expected.mean()) < 4 * error
    assert 0.65 < agrees.mean() < 0.98


@pytest.mark.parametrize(
    ("kind", "target", "value", "gain"),
    [
        ("dues", 0, 0.0, 0.2),
        ("dues", 0, 0.02, -0.3),
        ("support", 0, 0.3, 0.3),
        ("advertise", 0, 0.0, -0.3),
        # market research passes from the association (1) to the chamber (.9): 3 x -.1 - .1
        ("function", 0, 2.0, -0.4),
        # sixteen firms of ordinary ambition in a region with room for 24
        ("relocate", 0, 2.0, 0.16),
    ],
)
def test_what_firms_want_by_hand(kind: str, target: int, value: float, gain: float) -> None:
    table, moment = after(2, 1)
    made = gains(table.rules, table.cast, tabled(moment.seen, kind, target, value))
    assert made[0, :16, 0] == pytest.approx(gain)
    assert (made[..., 1:] == 0).all()


def test_nobody_wants_to_be_expelled_and_those_who_broke_most_are_wanted_out() -> None:
    table, moment = after(6, 20)
    breaker, keeper = (
        gains(table.rules, table.cast, tabled(moment.seen, "expel", slot, 0.0))[..., 0] for slot in (3, 4)
    )
    assert (breaker[:, 3] == -1).all()
    assert (keeper[:, 4] == -1).all()
    others = [slot for slot in range(16) if slot not in (3, 4)]
    assert (breaker[:, others] > keeper[:, others]).all()
    assert breaker[:, others].mean() > 0


def test_discipline_is_wanted_by_those_who_keep_where_others_do_not() -> None:
    """+-[(e - .5) + (.6 - mean of the others)]: by hand for a keeper and a breaker among fifteen who give .2."""
    table, moment = after(3, 1)
    effort = np.full_like(moment.seen.effort, 0.2)
    effort[:, 0, 0], effort[:, 0, 1] = 1.0, 0.0
    member = np.broadcast_to(moment.seen.active[:, None, :], moment.seen.member.shape)
    seen = replace(moment.seen, effort=effort, observed=np.full_like(effort, 0.2), member=member)
    up = gains(table.rules, table.cast, tabled(seen, "audit", 0, 1.0))[0, :, 0]
    down = gains(table.rules, table.cast, tabled(seen, "audit", 0, 0.0))[0, :, 0]
    assert up[:2] == pytest.approx([0.9, -0.1])
    assert down[:2] == pytest.approx([-0.9, 0.1])


def test_keepers_ask_for_more_audits_where_the_others_keep_least_and_only_in_a_meeting() -> None:
    table, moment = after(2, 40)
    assert moment.seen.meets.all()
    observed = moment.seen.observed.copy()
    observed[:, 1] = 0.1
    seen = replace(moment.seen, observed=observed, effort=np.ones_like(moment.seen.effort))
    kind, target, value = motions(table.rules, seen, table.chance)
    moved = kind >= 0
    assert 0.1 < moved[:, :16].mean() < 0.3
    assert not moved[:, 16:].any()
    inside = seen.member[:, 1] & moved
    assert inside.any()
    assert (kind[moved] == KINDS.index("audit")).all()
    assert (target[inside] == 1).all()
    assert value[inside] == pytest.approx(0.2)
    closed = replace(seen, meets=np.zeros_like(seen.meets))
    assert (motions(table.rules, closed, table.chance)[0] == -1).all()


def let_down(table: play.Table, moment: Moment) -> Observation:
    """The picture of a quarter in which every firm keeps and sees the others give little."""
    seen = moment.seen
    member = np.broadcast_to(seen.active[:, None, :], seen.member.shape)
    return replace(seen, member=member, effort=np.ones_like(seen.effort), observed=np.full_like(seen.observed, 0.2))


def test_half_of_those_who_keep_and_are_let_down_call_a_meeting(count: Callable[[int, int], int]) -> None:
    """Neither breakers nor firms among keepers call, nor anybody while the hall meets, decides, or meets next."""
    table, moment = after(3, count(40, 400))
    seen = replace(let_down(table, moment), motion=np.full_like(moment.seen.motion, -1))
    called = calls(table.rules, seen, table.chance)
    assert abs(called[:, :16].mean() - 0.5) < 0.06
    assert not called[~seen.active].any()
    for quiet in (
        replace(seen, effort=np.zeros_like(seen.effort)),
        replace(seen, observed=np.ones_like(seen.observed)),
        replace(seen, meets=np.ones_like(seen.meets)),
        replace(seen, motion=np.zeros_like(seen.motion)),
        replace(seen, quarter=2),
        replace(seen, quarter=1),
        replace(seen, member=np.zeros_like(seen.member)),
    ):
        assert not calls(table.rules, quiet, table.chance).any()


def test_one_more_call_can_bring_the_meeting_about() -> None:
    """Five of sixteen call: not enough; the seat's call is the sixth."""
    closed = play.set_table(compile_rules(village(16, FOUR)), 5, 4)
    assert not calls(closed.rules, let_down(closed, play.start(closed)), closed.chance).any()
    table, moment = after(3, 400, None)
    none, silent = np.full_like(moment.state.hall.kind, -1), np.zeros_like(moment.state.hall.meets)
    seen = replace(let_down(table, moment), motion=none, meets=silent)
    hall = replace(moment.state.hall, kind=none, meets=silent)
    moment = replace(moment, seen=seen, state=replace(moment.state, hall=hall))

    def with_seat(wish: bool) -> Send:
        def send(moment: Moment, proposed: Decision) -> Decision:
            call = proposed.call.copy()
            call[:, 0] = wish
            return replace(proposed, call=call)

        return send

    without, with_it = (play.step(table, moment, with_seat(wish)).seen.meets for wish in (False, True))
    assert (with_it >= without).all()
    assert 0.05 < (with_it & ~without).mean() < 0.5
