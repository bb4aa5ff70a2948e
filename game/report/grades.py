"""Points for a gradebook. Participation is the default; what a firm earned is never graded as it stands.

A result hangs on neighbours and luck as well, and a grade on it would teach to play safe. So profit is in no scheme,
and the scheme `score` takes both scores of the game, each measured against plans that were tried before.
"""

from collections.abc import Callable, Sequence

import numpy as np

from game.learning.reflection import questions
from game.report.gather import Player
from game.report.scheme_names import SCHEME_NAMES
from game.report.tables import Row
from game.session.session import HUMAN


def gradebook(players: Sequence[Player], scheme: str) -> list[Row]:
    """A row a player. With the file it came from, for pseudonyms alone would not tell whom the points are for."""
    points = SCHEMES[scheme](players)
    return [
        {
            "player": player.name,
            "file": player.file,
            "scenario": player.session.setup.path.stem,
            "treatment": player.session.setup.treatment,
            "firm": player.session.setup.scenario.firms[player.slot].name,
            "quarters": len(player.session.quarters),
            "finished": "yes" if player.session.finished else "no",
            "verdict": player.verdict.verdict,
            "scheme": scheme,
            "points": held,
        }
        for player, held in zip(players, points, strict=True)
    ]


def participation(players: Sequence[Player]) -> list[float]:
    """Quarters that the player decided, of those played, in per cent."""
    made = []
    for player in players:
        quarters = player.session.quarters
        made.append(100 * sum(held.deciders.get(player.slot) == HUMAN for held in quarters) / len(quarters))
    return made


def score(players: Sequence[Player]) -> list[float]:
    """The mean of firm and region score after the last quarter, 0 to 100; NaN for a firm without a band."""
    made = []
    for player in players:
        scores = player.session.quarters[-1].outcome.scores
        mean = (float(scores.firm[0, player.slot]) + float(scores.region[0])) / 2
        made.append(mean if np.isnan(mean) else min(max(mean, 0.0), 100.0))
    return made


def rank(players: Sequence[Player]) -> list[float]:
    """The share of the others in the same scenario with a lower score, equals counted half, in per cent.

    NaN for whoever has no score, or nobody to be compared with.
    """
    held = score(players)
    made = []
    for one, own in zip(players, held, strict=True):
        others = [
            value
            for other, value in zip(players, held, strict=True)
            if other is not one and other.scenario == one.scenario and not np.isnan(value)
        ]
        if np.isnan(own) or not others:
            made.append(float("nan"))
            continue
        below = sum(1.0 if value < own else 0.5 if value == own else 0.0 for value in others)
        made.append(100 * below / len(others))
    return made


def reflection(players: Sequence[Player]) -> list[float]:
    """Forecasts made and lines written, of the quarters and of the questions that there were, in per cent.

    What a line says, and whether a forecast came true, does not count.
    """
    made = []
    for player in players:
        session, slot = player.session, player.slot
        quarters = len(session.quarters)
        asked = len(questions(session.rules, session.quarters, slot))
        asked += bool(session.finished and session.setup.scenario.briefing.questions)
        called = sum(call.statement.quarter <= quarters for call in session.calls.get(slot, ()))
        written = min(len(session.notes.get(slot, ())), asked)
        made.append(100 * (called + written) / (quarters + asked))
    return made


SCHEMES: dict[str, Callable[[Sequence[Player]], list[float]]] = dict(
    zip(SCHEME_NAMES, (participation, score, rank, reflection), strict=True)
)
