"""What the screens of somebody who learns alone do: play a tournament, begin a game made in the sandbox."""

from typing import TYPE_CHECKING, Any

from game.view import actions as a

if TYPE_CHECKING:
    from game.view.app import App


def compete(app: "App", action: a.Compete) -> None:
    """Play the tournament beside the window and show what came of it; an impossible one stays as it is."""
    del action
    from game.view.panels.contest import contest
    from game.view.reasons import contest_of

    chosen = contest(app.stage)
    if chosen.impossible:
        return

    def ready(made: Any) -> None:
        app.stage.picks |= {"contest_result": made, "generation": 0, "contest_line": None, "contest_choices": False}
        app.window.show(app.pages)

    app.start_work(contest_of(chosen), ready, "wait-contest")
