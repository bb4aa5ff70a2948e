"""What the player is asked about the quarter to be played, and what was said so far."""

from game.learning.notebook import open_notebook
from game.learning.predictions import predict
from game.model.call import Statement
from game.view.stage import Stage


def asked(stage: Stage) -> Statement | None:
    """The statement of the quarter to be played; what was answered stays as it was put. None where nobody asks."""
    session = stage.playing
    if not stage.settings.forecasts or session.finished or session.quarter < _first(stage):
        return None
    call = session.call(stage.slot, session.quarter)
    if call is not None:
        return call.statement
    book = open_notebook(session.rules, session.quarters, session.seen(stage.slot), stage.slot)
    return predict(book, session.setup.seed)


def _first(stage: Stage) -> int:
    """The first quarter in which anything is asked: what a guide tells of waits until then."""
    return min((step.quarter for step in stage.playing.setup.scenario.guide if step.at == "call"), default=1)


def said(stage: Stage) -> int | None:
    """The chance in per cent that was given to the statement of this quarter so far."""
    call = stage.playing.call(stage.slot, stage.playing.quarter)
    return None if call is None else call.percent
