"""The demonstrations: which village, what can be done in it, and by which figures the idea is seen or not.

The villages are the one of the evidence, with few firms of one size, without ties, without slips of the hand, and with
common goods that follow effort at once, so that a quarter shows what otherwise takes a year. Games differ in the terms
of one institution alone; their names come from the figures.
"""

from collections.abc import Callable, Mapping
from functools import partial

from game.insight.stage_game import GameType, name_game
from game.learning.demonstration import Act, Course, Demonstration, Round, cells, played
from game.model.arrows import with_number
from game.model.scenario import Scenario
from game.model.village import village

KEEP, BREAK = Act("keep", effort=1.0), Act("break", effort=0.0)
SILENT = float("nan")
ALL_KEEP, ALL_BREAK = Round("others_keep", KEEP), Round("others_break", BREAK)
ONE_KEEPS = Round("one_keeps", KEEP, few=1, rest=BREAK)
AS_THEY_WISH = (Round("free"),) * 3
COMMON = "institutions.pricing."
Terms = Mapping[str, str | float]


def _village(firms: int, body: str, strategy: str = "conditional", terms: Terms | None = None) -> Scenario:
    """Small firms, one institution whose good follows effort at once, and its terms where they are not the usual."""
    made = village(firms, (body,), strategy)
    made = made.model_copy(update={"firms": [firm.model_copy(update={"size": "small"}) for firm in made.firms]})
    table = f"institutions.{body}."
    numbers: dict[str, str | float] = {"chance.tremble": 0.0, "ties.degree": 0, table + "excludable": 0.0}
    numbers |= {table + name: 1.0 for name in ("rise", "fall", "equal_share")}
    numbers |= {table + name: value for name, value in (terms or {}).items()}
    for path, value in numbers.items():
        made = with_number(made, path, value)
    return made


def _linked(firms: int, body: str, terms: Terms | None = None) -> Scenario:
    """A village with its ties, through which this institution works."""
    return with_number(_village(firms, body, terms=terms), "ties.degree", 4)


def _game(kind: GameType, terms: Terms, *rounds: Round) -> Demonstration:
    made = partial(_linked if terms.get("structure") == "network" else _village, 8, "pricing", terms=terms)
    return Demonstration(kind.value, made, (KEEP, BREAK), (ALL_KEEP, ALL_BREAK, *rounds), afresh=True)


GAMES = (
    _game(GameType.PRISONERS_DILEMMA, {"cost": 0.009}),
    _game(GameType.STAG_HUNT, {"structure": "chain", "stages": 1}),
    _game(GameType.CHICKEN, {"benefit_exponent": 0.2}),
    _game(GameType.HARMONY, {"equal_share": 0.0, "cost": 0.003}),
    _game(GameType.THRESHOLD, {"structure": "network", "benefit_exponent": 0.2}, ONE_KEEPS),
    _game(GameType.DEADLOCK, {"cost": 0.025}),
)

OTHERS = (
    Demonstration(
        "free_riding",
        partial(_village, 8, "pricing", terms={"cost": 0.009}),
        (KEEP, BREAK),
        AS_THEY_WISH,
        references=(
            Course((KEEP,) * 3, (ALL_KEEP,) * 3, "all_keep"),
            Course((BREAK,) * 3, (ALL_BREAK,) * 3, "all_break"),
        ),
    ),
    Demonstration(
        "reciprocity",
        partial(_village, 2, "pricing", "tit_for_tat"),
        (KEEP, BREAK),
        AS_THEY_WISH[:2],
        "others",
        later=1,
    ),
    Demonstration(
        "pledges",
        partial(_village, 3, "pricing"),
        (Act("promise_keep", 1.0, 1.0), Act("promise_break", 0.0, 1.0), Act("silent_break", 0.0, SILENT)),
        AS_THEY_WISH[:2],
        "others",
        later=1,
    ),
    Demonstration(
        "audits",
        partial(_village, 8, "pricing", terms={"running": 0.0, "audit_cost": 0.001}),
        (KEEP, BREAK),
        (
            Round("audits_rare", KEEP, opening=(("bodies.audit", 0.08),)),
            Round("audits_often", KEEP, opening=(("bodies.audit", 0.9),)),
        ),
        afresh=True,
        lucks=64,
    ),
    Demonstration(
        "price_war",
        partial(_village, 8, "pricing"),
        (Act("hold", price=1.1), Act("cut")),
        (
            Round("goods_differ", Act("hold", price=1.1)),
            Round("goods_alike", Act("hold", price=1.1), opening=(("firms.position", 0.5),)),
            Round("alike_cut", opening=(("firms.position", 0.5),)),
        ),
        afresh=True,
    ),
    Demonstration(
        "absorption",
        partial(_linked, 6, "research"),
        (Act("research", 1.0), Act("no_research", 1.0, research=0.0)),
        (Round("alone", BREAK), Round("sharing", KEEP)),
        "knowledge",
        afresh=True,
        quarters=3,
        lucks=8,
    ),
    Demonstration(
        "complementarity",
        partial(_linked, 8, "channel"),
        (KEEP, BREAK),
        (
            Round("complements", KEEP),
            Round("twins", KEEP, opening=(("firms.profile", 0.2), ("ties.complement", 0.0))),
        ),
        afresh=True,
        quarters=3,
    ),
    Demonstration(
        "hysteresis",
        partial(_village, 8, "fair"),
        (KEEP, BREAK),
        (
            Round("weak_cluster", KEEP, opening=(("region.cluster", 0.15),)),
            Round("strong_cluster", KEEP, opening=(("region.cluster", 0.5),)),
        ),
        "awareness",
        afresh=True,
        quarters=3,
    ),
)

DEMONSTRATIONS: dict[str, Demonstration] = {made.name: made for made in (*GAMES, *OTHERS)}

Figures = dict[str, float]


def game_seen(demonstration: Demonstration) -> GameType:
    """The game that the figures of the rounds make: others keep, others break, and one of them keeps."""
    value = cells(demonstration)
    (reward, temptation), (sucker, punishment) = value[0], value[1]
    return name_game(temptation, reward, punishment, sucker, [float(keep - leave) for keep, leave in value[2:]])


def seen(demonstration: Demonstration) -> tuple[bool, Figures]:
    """Whether the idea shows in this village, and the figures that say so."""
    if demonstration in GAMES:
        return game_seen(demonstration) == demonstration.name, {}
    return _PROOFS[demonstration.name](demonstration)


def _free_riding(demonstration: Demonstration) -> tuple[bool, Figures]:
    value = cells(demonstration)
    gain = float(value[1, 0, 0, 0] - value[0, 0, 0, 0])
    keep, leave = (float(row.mean()) for row in played(demonstration)[-2:])
    return gain > 0 and keep > leave, {"gain": gain, "keep": keep, "leave": leave}


def _reciprocity(demonstration: Demonstration) -> tuple[bool, Figures]:
    value = cells(demonstration)
    kept, broken, mended = float(value[0, 0, 1]), float(value[1, 0, 1]), float(value[1, 0, 2])
    return kept > broken and mended > broken, {"kept": kept, "broken": broken, "mended": mended}


def _pledges(demonstration: Demonstration) -> tuple[bool, Figures]:
    value = cells(demonstration)
    kept, broken, silent = (float(value[place, place, 2]) for place in range(3))
    return kept > broken > silent, {"kept": kept, "broken": broken, "silent": silent}


def _audits(demonstration: Demonstration) -> tuple[bool, Figures]:
    (keep_rare, break_rare), (keep_often, break_often) = cells(demonstration)
    pays, costs = float(break_rare - keep_rare), float(keep_often - break_often)
    return pays > 0 and costs > 0, {"pays": pays, "costs": costs}


def _price_war(demonstration: Demonstration) -> tuple[bool, Figures]:
    (hold, cut), (hold_alike, cut_alike), (_, war) = cells(demonstration)
    differ, alike = float(cut - hold), float(cut_alike - hold_alike)
    return bool(alike > differ and war < hold_alike), {"differ": differ, "alike": alike, "war": float(war - hold_alike)}


def _absorption(demonstration: Demonstration) -> tuple[bool, Figures]:
    (able_alone, deaf_alone), (able, deaf) = cells(demonstration)
    own, none = float(able - able_alone), float(deaf - deaf_alone)
    return own > none, {"own": own, "none": none}


def _complementarity(demonstration: Demonstration) -> tuple[bool, Figures]:
    (keep, leave), (keep_twin, leave_twin) = cells(demonstration)
    others, twins = float(keep - leave), float(keep_twin - leave_twin)
    return others > 0 > twins, {"others": others, "twins": twins}


def _hysteresis(demonstration: Demonstration) -> tuple[bool, Figures]:
    start = 100 * demonstration.village().region.awareness
    weak, strong = (float(keep) for keep, _ in cells(demonstration))
    return weak < start < strong, {"start": start, "weak": weak, "strong": strong}


_PROOFS: dict[str, Callable[[Demonstration], tuple[bool, Figures]]] = {
    "free_riding": _free_riding,
    "reciprocity": _reciprocity,
    "pledges": _pledges,
    "audits": _audits,
    "price_war": _price_war,
    "absorption": _absorption,
    "complementarity": _complementarity,
    "hysteresis": _hysteresis,
}
