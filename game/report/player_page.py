"""The part of a report that tells one player's game. It says what the debrief in the window says, by the same words."""

import math
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from game.insight.attribution import Attribution
from game.insight.desk import Refusal
from game.insight.targets import TARGETS
from game.model.band import Band
from game.model.ledger import REGION_PARTS
from game.report.debrief import Mark, band_marks, conducts, score_of
from game.report.gather import Player
from game.report.markup import element, listed, rich, table
from game.report.names import firm_names
from game.report.own_part import goals_part, notes_part, predictions_part
from game.report.pictures import courses
from game.report.points import told_points
from game.report.tables import figures_of
from game.report.trail_part import trail_part
from game.wording.figures import figure

SHOWN_TARGETS = ("profit", "score", "region")
CAUSES = ("own", "others", "inherited", "luck")


def player_part(player: Player) -> Element:
    """Everything about one player."""
    say = player.seat.say
    made = element("section", class_="player")
    parts: list[Element | None] = [
        element("h3", f"{player.name} · {player.firm}"),
        _heads(player),
        element("p", state_of(player)),
        element("p", verdict_of(player), class_="soft"),
        *_turning(player),
        element("h4", say("report-quarters")),
        _quarters(player),
        *goals_part(player),
        *_band(player),
        *_conduct(player),
        *_path(player),
        *trail_part(player),
        *_changes(player),
        *predictions_part(player),
        *notes_part(player),
    ]
    made.extend([part for part in parts if part is not None])
    return made


def points(value: float) -> str:
    """A score as it is printed; a dash where there is none."""
    return "–" if math.isnan(value) else figure(value)


def state_of(player: Player) -> str:
    """Whether the game was finished, ended at the bell, or is not over."""
    return player.seat.say(f"report-state-{_ending(player)}", quarters=len(player.session.quarters))


def short_state(player: Player) -> str:
    """The same in a word or two, for a table of many."""
    return player.seat.say(f"report-short-{_ending(player)}")


def _ending(player: Player) -> str:
    session = player.session
    return "bell" if session.ended_early else "finished" if session.finished else "unfinished"


def verdict_of(player: Player) -> str:
    """What trying the save again has shown."""
    found = player.verdict
    code = found.verdict.replace("_", "-")
    if code == "edited" and found.first_difference is None:
        code = "edited-elsewhere"
    return player.seat.say(f"replay-{code}", quarters=found.quarters, quarter=found.first_difference or 0)


def total_profit(player: Player) -> float:
    """Profit of all quarters in the scenario's currency."""
    rows = (figures_of(player, quarter)["profit"] for quarter in player.session.quarters)
    return sum(float(value or 0.0) for value in rows)


def kept_of(player: Player) -> str:
    """Quarters kept of those in, over all institutions, in per cent."""
    rows = [figures_of(player, quarter) for quarter in player.session.quarters]
    kept, inside = (sum(int(row[name] or 0) for row in rows) for name in ("institutions_kept", "institutions_in"))
    return _kept(player, kept, inside)


def _kept(player: Player, kept: int, inside: int) -> str:
    return player.seat.say("debrief-kept-of", percent=round(100 * kept / inside)) if inside else "–"


def _heads(player: Player) -> Element:
    say, scores = player.seat.say, player.session.quarters[-1].outcome.scores
    unit = player.seat.measures.currency
    held = [
        (say("trail-score"), points(float(scores.firm[0, player.slot]))),
        (say("trail-region"), points(float(scores.region[0]))),
        (say("trail-profit"), f"{figure(total_profit(player), 1)} {unit}"),
        (say("report-kept"), kept_of(player)),
    ]
    return element(
        "ul", *(element("li", element("b", value), element("span", name)) for name, value in held), class_="heads"
    )


def _turning(player: Player) -> Iterator[Element | None]:
    """The course of the game with its turning points."""
    say, session, found = player.seat.say, player.session, player.reasons.points
    told = told_points(player.seat, None if isinstance(found, Refusal) else found)
    rows = [figures_of(player, quarter) for quarter in session.quarters]
    lines = [
        (say(f"trail-{name}"), [float(row[f"{kind}_score"] or 0.0) for row in rows])
        for name, kind in (("score", "firm"), ("region", "region"))
    ]
    profits = [float(row["profit"] or 0.0) for row in rows]
    words = (
        say("report-scores"),
        say("report-profit", unit=player.seat.measures.currency),
        say("report-quarter"),
    )
    yield courses(lines, [point.quarter for point in told], profits, words)
    yield element("h4", say("debrief-turning"))
    if isinstance(found, Refusal):
        yield element("p", _refused(player, found), class_="soft")
    if not told:
        yield element("p", say("debrief-no-turning"))
    items = []
    for point in told:
        way = say("report-gain" if point.gain else "report-loss")
        items.append(element("span", rich("strong", _capital(point.said)), element("br"), f"{point.moved} ({way})"))
    yield listed(items, "ol")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _refused(player: Player, why: Refusal) -> str:
    return player.seat.say(f"reasons-{why.code}", quarter=why.quarter)


def _quarters(player: Player) -> Element:
    """The figures of `outcomes.csv` as the screens print them."""
    say, shown = player.seat.say, player.seat.measures
    head = [
        say("report-quarter"),
        say("report-profit", unit=shown.currency),
        say("report-cash", unit=shown.currency),
        say("report-sold", unit=shown.volume_unit),
        say("report-kept-in"),
        say("trail-score"),
        say("trail-region"),
        *(say(f"part-{name}") for name in REGION_PARTS),
    ]
    rows = []
    for quarter in player.session.quarters:
        row = figures_of(player, quarter)
        held = {name: float(value) for name, value in row.items() if isinstance(value, float | int)}
        rows.append(
            [
                str(quarter.number),
                figure(held["profit"], 1),
                figure(held["cash"], 1),
                figure(held["sold"]),
                f"{row['institutions_kept']} / {row['institutions_in']}",
                *(points(held[name]) for name in ("firm_score", "region_score", *REGION_PARTS)),
            ]
        )
    return element("div", table(head, rows, "quarters"), class_="wide")


def _band(player: Player) -> Iterator[Element]:
    """Where firm and region ended between the plans that were tried."""
    say, session = player.seat.say, player.session
    yield element("h4", say("debrief-benchmark"))
    band = session.setup.bands.get(player.slot)
    if band is None:
        yield element("p", say("debrief-no-band"))
        return
    scores = session.quarters[-1].outcome.scores
    firm, region = float(scores.firm[0, player.slot]), float(scores.region[0])
    quarter = len(session.quarters)
    plans = [(say(f"plan-{mark.plan}"), mark.score) for mark in _shown(band, quarter)]
    if player.best is not None:
        worth = player.best.course[min(quarter, len(player.best.course)) - 1]
        plans.append((say("debrief-best"), score_of(band, worth, quarter)))
    place = min(quarter, len(band.none_keep)) - 1
    villages = [(say("debrief-none-keep"), band.none_keep[place]), (say("debrief-all-keep"), band.all_keep[place])]
    for title, own, others in (
        ("trail-score", (say("report-this-firm"), firm), plans),
        ("trail-region", (say("report-this-region"), region), villages),
    ):
        rows: list[list[str | Element]] = []
        for name, value in sorted([own, *others], key=lambda held: -held[1]):
            mine = (name, value) == own
            rows.append(
                [element("strong", name) if mine else name, element("strong", points(value)) if mine else points(value)]
            )
        yield table([say(title), say("moved-points")], rows, "band")
    if player.best is not None:
        strategy = say(f"strategy-{player.best.plan.strategy}")
        yield element("p", say("debrief-best-note", tried=player.best.tried, strategy=strategy), class_="soft")


def _shown(band: Band, quarter: int) -> Iterator[Mark]:
    """The plans that the debrief shows."""
    yield from (mark for mark in band_marks(band, quarter) if mark.plan in {"free_ride", "answer", band.best})


def _conduct(player: Player) -> Iterator[Element]:
    """Who kept how often, and what each earned by size: the seat first, then by profit."""
    say, session, shown = player.seat.say, player.session, player.seat.measures
    names = firm_names(player.seat.words, session)
    held = sorted(conducts(session), key=lambda conduct: (conduct.slot != player.slot, -conduct.profit))
    rows: list[list[str | Element]] = []
    for conduct in held:
        share = (
            say("debrief-kept-of", percent=round(100 * conduct.kept / conduct.quarters)) if conduct.quarters else "–"
        )
        cells: list[str | Element] = [names[conduct.slot], share, shown.money(conduct.profit)]
        rows.append([element("strong", cell) for cell in cells] if conduct.slot == player.slot else cells)
    yield element("h4", say("debrief-conduct"))
    head = [say("debrief-firm"), say("debrief-kept"), say("debrief-profit", unit=player.seat.measures.currency)]
    yield table(head, rows, "band conduct")


def _path(player: Player) -> Iterator[Element]:
    """What own decisions and luck made of the whole game, beside the manager's decisions under ordinary luck."""
    say, made = player.seat.say, player.reasons.path
    yield element("h4", say("trail-path"))
    if isinstance(made, Refusal):
        yield element("p", _refused(player, made))
        return
    yield element("p", say("trail-path-note"), class_="soft")
    scale = player.seat.measures.money_scale
    rows = []
    for target in SHOWN_TARGETS:
        place, factor = TARGETS.index(target), scale if target == "profit" else 1.0
        if math.isnan(made.after[place]):
            continue
        own, luck = (made.share(name, target) * factor for name in ("own_decision", "luck"))
        rows.append(
            [
                say(f"trail-{target}"),
                figure(float(made.before[place]) * factor, 1),
                figure(own, 1, sign=True),
                figure(luck, 1, sign=True),
                figure(float(made.after[place]) * factor, 1),
            ]
        )
    head = ["", say("trail-manager"), say("moved-own"), say("moved-luck"), say("report-came")]
    yield table(head, rows, "path")


def _changes(player: Player) -> Iterator[Element]:
    """Who moved profit and region score in each quarter: own choice, others, what was there, luck; they add up."""
    say = player.seat.say
    yield element("h4", say("moved-title"))
    told = [held for held in player.reasons.changes if isinstance(held, Attribution)]
    refused = [held for held in player.reasons.changes if isinstance(held, Refusal)]
    if refused:
        yield element("p", _refused(player, refused[0]), class_="soft")
    if not told:
        return
    yield element("p", say("report-moved-note"), class_="soft")
    unit, scale = player.seat.measures.currency, player.seat.measures.money_scale
    for target, factor, name in (("profit", scale, unit), ("region", 1.0, say("moved-points"))):
        rows = [
            [str(number), *(figure(value * factor, 1, sign=True) for value in _shares(held, target))]
            for number, held in enumerate(player.reasons.changes, start=1)
            if isinstance(held, Attribution)
        ]
        head = [say("report-quarter"), *(say(f"moved-{cause}") for cause in CAUSES), say("report-change")]
        title = say("report-profit-of" if target == "profit" else "trail-region")
        yield element("p", element("strong", f"{title} ({name})"))
        yield element("div", table(head, rows, f"moved {target}"), class_="wide")


def _shares(made: Attribution, target: str) -> tuple[float, ...]:
    """Own choice, others, inherited, luck, and their sum."""
    place = TARGETS.index(target)
    return (
        made.share("own_decision", target),
        made.share("others_decisions", target),
        made.inherited(target),
        made.share("luck", target),
        float(made.after[place] - made.before[place]),
    )
