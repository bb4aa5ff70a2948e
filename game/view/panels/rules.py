"""The rules in force: the by-laws of every open institution, and what the government does."""

from game.model.town import BY_LAWS, STRUCTURES
from game.view.frame import icon
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BOLD, LABEL, SMALL_HEAD
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Panel, Rule
from game.view.motions import amount
from game.view.stage import Stage


def rules_panel(stage: Stage, form: Form) -> Widget:
    """One paragraph an institution, read from the by-laws as they are now."""
    rules, seen = stage.playing.rules, stage.playing.seen(stage.slot)
    opened = rules.bodies_open(stage.playing.quarter)
    rows: list[Widget | None] = []
    for j in (j for j in range(len(rules.bodies.names)) if opened[j]):
        rows += [*_body(stage, j), Rule()]
    policy = {name: amount(stage, name, float(getattr(seen, name)[0])) for name in ("support", "advertise")}
    rows += [
        Label(stage.say("hall-rules-region"), BOLD),
        Label(stage.say("hall-rules-policy", **policy), LABEL, wrap=True),
    ]
    inside = Column(rows, gap=6, pad=(16, 10))
    if form.narrow:
        head = Box(Label(stage.say("hall-rules"), SMALL_HEAD), pad=(16, 8))
        return Box(Scroll(Column([head, Rule(), inside]), form.scroll, "rules"), card=True, grow=1)
    return Panel(stage.say("hall-rules"), Scroll(inside, form.scroll, "rules"), pad=0, grow=1)


def _body(stage: Stage, j: int) -> list[Widget]:
    seen, body = stage.playing.seen(stage.slot), stage.playing.rules.bodies.names[j]
    laws = {name: amount(stage, name, float(getattr(seen, name)[0, j])) for name in BY_LAWS}
    structure = stage.say(f"body-structure-{STRUCTURES[int(seen.structure[0, j])]}")
    words = [stage.say("hall-rules-body", dues=laws["dues"], equal=laws["equal_share"], structure=structure)]
    if seen.audit[0, j] > 0:
        checks = {name: laws[name] for name in ("audit", "fine", "standard")}
        words.append(stage.say("hall-rules-audits", **checks))
    else:
        words.append(stage.say("hall-rules-no-audits"))
    if seen.floor[0, j] > 0:
        words.append(stage.say("hall-rules-contract", floor=laws["floor"]))
    head = Row([icon(body, 22), Label(stage.say(f"body-{body}"), BOLD, wrap=True)], gap=8)
    return [head, Label(stage.words.run_on(words), LABEL, wrap=True)]
