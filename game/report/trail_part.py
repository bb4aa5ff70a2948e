"""Who wore the name of the mark, as the debrief tells it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from game.insight.desk import Refusal
from game.insight.dilution import LEAST
from game.report.gather import Player
from game.report.markup import element, table
from game.report.names import firm_names
from game.wording.figures import figure


def trail_part(player: Player) -> Iterator[Element]:
    """The mark's reputation at the end, and the firms that took most from it; nothing where there is no mark."""
    say, made = player.seat.say, player.reasons.trail
    if isinstance(made, Refusal):
        if made.code != "no-mark":
            yield element("h4", say("trail-title"))
            yield element("p", say(f"reasons-{made.code}", quarter=made.quarter))
        return
    yield element("h4", say("trail-title"))
    yield element("p", say("trail-note"), class_="soft")
    yield element("p", say("report-trail-course", values=", ".join(figure(100 * float(held)) for held in made.after)))
    order = made.culprits(player.slot)
    if not order:
        yield element("p", say("trail-nobody"))
        return
    names, rows = firm_names(player.seat.words, player.session), []
    for i in order:
        broken, scandals = (float(held[:, i].sum()) for held in (made.broken, made.scandals))
        cells: list[str | Element] = [
            names[i],
            figure(100 * broken, 1, sign=True),
            figure(100 * scandals, 1, sign=True) if scandals < -LEAST else "–",
        ]
        rows.append([element("strong", cell) for cell in cells] if i == player.slot else cells)
    yield table([say("debrief-firm"), say("trail-broken"), say("trail-scandals")], rows, "band trail")
