"""The map panel: the cluster with one institution's members and links."""

from dataclasses import replace

import numpy as np

from game.engine.structures import leader_of
from game.model.town import STRUCTURES
from game.report.names import firm_names
from game.view.actions import Pick
from game.view.frame import icon
from game.view.kit.button import Button
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import LABEL, LABEL_INK
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture
from game.view.pictures.land import house
from game.view.pictures.map import CROWD, Chart, House, Link, draw_map, draw_tie
from game.view.readings import ABSENT, BROKE, KEPT, seen_acts, state_of
from game.view.stage import Stage

IN = "in"
TIES = "ties"
ACTS = (OPEN, GUARDED, CLOSED) = ("open", "guarded", "closed")


def shown_bodies(stage: Stage) -> list[str]:
    """What the map can show: the open institutions and the ties."""
    rules = stage.playing.rules
    opened = rules.bodies_open(stage.playing.quarter)
    return [body for j, body in enumerate(rules.bodies.names) if opened[j]] + [TIES]


def shown_body(stage: Stage) -> str:
    """What the map shows now."""
    bodies = shown_bodies(stage)
    picked = stage.pick("body")
    return picked if picked in bodies else bodies[0]


def next_body(stage: Stage) -> Pick:
    """Show the next one."""
    bodies = shown_bodies(stage)
    return Pick("body", bodies[(bodies.index(shown_body(stage)) + 1) % len(bodies)])


def place_panel(stage: Stage, form: Form) -> Widget:
    """The map with its legend."""
    body = shown_body(stage)
    quarter = stage.playing.quarter - 1
    played = _played(stage, body)
    chart = read_chart(stage, body)

    def draw(canvas: Canvas, area: Rect) -> None:
        now = _sized(stage, chart)
        draw_map(canvas, area, now, rests=now == chart)

    picture = Picture(draw, lambda: _sized(stage, chart), 280, 120, grow=1, name="map")
    legend = Box(_legend(stage, chart, played), pad=(16, 3), fill="card", radius=0)
    inside = Column([picture, legend])
    words = stage.say("map-ties") if body == TIES else stage.say(f"body-{body}")
    when = stage.say("map-in-quarter", quarter=quarter) if played else stage.say("map-before")
    told = Label(f"**{words}** {when}", LABEL_INK, wrap=True)
    caption = Row([icon("speech" if body == TIES else body, 22), told], gap=8)
    button = Button("next map", stage.say("map-next"), next_body(stage), key="M", kind="key")
    if form.narrow:
        return Box(
            Column([Box(Row([caption, Gap(grow=1), button], gap=10), pad=(14, 4)), Box(inside, grow=1)]),
            card=True,
            grow=1,
            pad=(1, 1),
        )
    place = stage.words.choose(stage.playing.setup.scenario.about.place)
    return Panel(place, Box(inside, pad=(1, 0), grow=1), beside=[caption], extras=[button], pad=0)


def _sized(stage: Stage, chart: Chart) -> Chart:
    """The map with every house between its size when it was shown last and the one it has now."""
    sizes = [stage.glides.value(f"house {place}", item.relative) for place, item in enumerate(chart.houses)]
    houses = (replace(item, relative=size) for item, size in zip(chart.houses, sizes, strict=True))
    return replace(chart, houses=tuple(houses))


def read_chart(stage: Stage, body: str) -> Chart:
    """Houses and links of the map for one institution, or for the ties."""
    session, slot = stage.playing, stage.slot
    seen = session.seen(slot)
    active = np.flatnonzero(seen.active[0])
    sales = seen.sales[0]
    mean = max(float(sales[active].mean()), 1e-9)
    names = firm_names(stage.words, session)
    place = {int(firm): i for i, firm in enumerate(active)}
    states = {int(i): KEPT for i in active}
    links: list[Link] = []
    hall = False
    if body == TIES:
        treated = _treated(stage)
        links = [
            Link(place[i], place[k], treated.get(k, OPEN) if i == slot else "plain", yours=i == slot)
            for i, k in _pairs(stage)
            if i in place and k in place
        ]
    else:
        j = session.rules.bodies.names.index(body)
        played = _played(stage, body)
        inside, kept = seen_acts(session, slot, j)
        states = {int(i): state_of(bool(inside[i]), bool(kept[i]), played) for i in active}
        if not played:  # who is in has shown nothing yet
            states = {i: IN if state == KEPT else state for i, state in states.items()}
        links, hall = _body_links(stage, j, states, place)
    houses = tuple(
        House(
            stage.say("map-you", firm=names[i]) if i == slot else names[i],
            float(sales[i]) / mean,
            states[int(i)] if body != TIES else "",
            i == slot,
        )
        for i in map(int, active)
    )
    return Chart(houses, tuple(links), hall, labels=len(active) <= CROWD)


def _treated(stage: Stage) -> dict[int, str]:
    """How the draft treats each partner, by slot: open, guarded or closed. How others do is theirs to know."""
    slot, decided = stage.slot, stage.playing.decided(stage.slot)
    acts = zip(decided.partners[0, slot], decided.act[0, slot], strict=True)
    return {int(k): OPEN if act > 0.75 else GUARDED if act > 0.25 else CLOSED for k, act in acts if k >= 0}


def _played(stage: Stage, body: str) -> bool:
    """Whether what the map shows was played in the quarter before."""
    rules = stage.playing.rules
    opened = 1 if body == TIES else int(rules.bodies.opens[rules.bodies.names.index(body)])
    return stage.playing.quarter > opened


def _pairs(stage: Stage) -> list[tuple[int, int]]:
    partner = stage.playing.seen(stage.slot).partner[0]
    made = {(min(i, int(k)), max(i, int(k))) for i, row in enumerate(partner) for k in row if k >= 0}
    own = stage.slot
    return sorted((one, other) if one == own else (other, one) if other == own else (one, other) for one, other in made)


def _body_links(stage: Stage, j: int, states: dict[int, str], place: dict[int, int]) -> tuple[list[Link], bool]:
    """The structure as what it is: spokes to the hall, a leader between hall and followers, a chain, or ties."""
    slot, seen = stage.slot, stage.playing.seen(stage.slot)
    inside = [i for i, state in states.items() if state != ABSENT]
    structure = STRUCTURES[int(seen.structure[0, j])]
    if structure == "network":
        pairs = [(i, k) for i, k in _pairs(stage) if i in inside and k in inside]
        return [
            Link(place[i], place[k], BROKE if BROKE in (states[i], states[k]) else states[i], yours=slot in (i, k))
            for i, k in pairs
        ], False
    if structure == "chain" and inside:
        stages = [-1, *(place[i] for i in inside)]
        return [Link(stages[k], place[i], states[i], yours=i == slot) for k, i in enumerate(inside)], True
    if structure == "hierarchy" and inside:
        leader = int(leader_of(seen.size, seen.member[:, j] & seen.active, seen.firm_id)[0].argmax())
        made = [Link(-1, place[leader], states[leader], yours=leader == slot)]
        return made + [Link(place[leader], place[i], states[i], yours=i == slot) for i in inside if i != leader], True
    return [Link(-1, place[i], states[i], yours=i == slot) for i in inside], True


def _legend(stage: Stage, chart: Chart, played: bool) -> Widget:
    counts = {state: sum(house.state == state for house in chart.houses) for state in (KEPT, IN, BROKE, ABSENT)}
    if not any(counts.values()):
        lines = [Row([_stroke(act), Label(stage.say(f"ties-act-{act}"), LABEL_INK)], gap=6) for act in ACTS]
        return Row([Label(stage.say("map-tie-legend"), LABEL, wrap=True), *lines, _size_note(stage)], gap=14)
    told: list[tuple[Widget, str, str]] = [(_house("ink"), "mark-in", IN)]
    if played:
        told = [(icon(KEPT, 16), "mark-kept", KEPT), (icon(BROKE, 16), "mark-broke", BROKE)]
    told.append((_house("grey"), "mark-absent", ABSENT))
    parts = [
        Row([sign, Label(stage.say(message, count=counts[state]), LABEL_INK)], gap=6) for sign, message, state in told
    ]
    return Row([*parts, _size_note(stage)], gap=18)


def _stroke(act: str) -> Widget:
    """A sample of the line of a tie."""
    return Picture(lambda canvas, area: draw_tie(canvas, area, act), ("tie", act), 34, 16)


def _size_note(stage: Stage) -> Widget:
    quarter = stage.playing.quarter - 1
    words = stage.say("map-size", quarter=quarter) if quarter else stage.say("map-size-before")
    return Label(words, LABEL, align="right", wrap=True, grow=1)


def _house(token: str) -> Widget:
    """A small house for the legend."""

    def draw(canvas: Canvas, area: Rect) -> None:
        canvas.shape(("small house", token), area, lambda pen: house(pen, 8, 15, 16, token))

    return Picture(draw, ("small house", token), 16, 16)
