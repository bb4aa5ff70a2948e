"""What each answer of a screen does: one function per action, and the one place that calls them."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.view import actions as a
from game.view import comfort, solo
from game.view.guide import go_on
from game.view.keeping import keep, keep_at_the_end, keep_what_was_typed, title_of
from game.view.memory import save_by_hand, write_settings
from game.view.start import begin_chosen, resume
from game.wording.words import Words

if TYPE_CHECKING:
    from game.view.app import App

_DECISIONS = (a.Own, a.Effort, a.Join, a.Promise, a.Complain, a.TieAct, a.Vote, a.Move, a.Call, a.Undo, a.Redo)


def apply(app: "App", action: Any) -> None:
    """Apply an action."""
    if isinstance(action, a.Several):
        for one in action.actions:
            apply(app, one)
        return
    if isinstance(action, _DECISIONS):
        app.stage.notice = ""  # it has been read
    _APPLY[type(action)](app, action)
    app.sounds.hear(app.stage, action)


def _measure_phase(app: "App", action: a.MeasurePhase) -> None:
    """Measure the map, which is kept for the next game of this scenario, and show it where it was asked for."""
    del action
    from game.folders import data_folder
    from game.view.reasons import phase_of

    def ready(phase: Any) -> None:
        app.stage.phase = phase
        app.window.show(app.pages)

    app.start_work(phase_of(app.stage.playing.setup.scenario, data_folder()), ready, "wait-phase")


def _pick(app: "App", action: a.Pick) -> None:
    if action.what == "focus":
        app.window.set_focus(action.value)
    else:
        app.stage.picks[action.what] = action.value


def _flip(app: "App", action: a.Flip) -> None:
    app.stage.opened.setdefault(action.what, set()).symmetric_difference_update({action.value})


def _play(app: "App", action: a.Play) -> None:
    del action
    keep(app)
    app.go("quarter")


def _write(app: "App", **changes: Any) -> None:
    session, slot = app.stage.playing, app.stage.slot
    session.write(slot, session.draft(slot).model_copy(update=changes))


def _own(app: "App", action: a.Own) -> None:
    _write(app, **{action.field: action.value})


def _entry(app: "App", field: str, body: str, value: Any) -> None:
    """Change or (None) remove one institution's entry of a sheet's table."""
    held = {name: old for name, old in getattr(app.stage.playing.draft(app.stage.slot), field).items() if name != body}
    _write(app, **{field: held if value is None else {**held, body: value}})


def _tie(app: "App", action: a.TieAct) -> None:
    """A sheet without a table of partners keeps them all; the first change writes them down."""
    session, slot = app.stage.playing, app.stage.slot
    draft = session.draft(slot)
    partners = draft.partners
    if partners is None:
        seen = session.seen(slot)
        partners = {int(seen.firm_id[0, other]): None for other in seen.wanted[0, slot] if other >= 0}
    rest = {firm: act for firm, act in partners.items() if firm != action.firm_id}
    _write(app, partners={**rest, action.firm_id: action.act} if action.keep else rest)


def _foretell(app: "App", action: a.Foretell) -> None:
    """Note the answer beside the game; where nothing is asked there is nothing to note."""
    from game.model.call import Call
    from game.view.calls import asked

    statement = asked(app.stage)
    if statement is not None:
        app.stage.playing.foretell(app.stage.slot, Call.model_validate({"statement": statement, **action._asdict()}))


def _write_note(app: "App", action: a.WriteNote) -> None:
    """Keep a line beside the game; an empty one takes it away."""
    from game.learning.reflection import with_note

    notes, slot = app.stage.playing.notes, app.stage.slot
    notes[slot] = with_note(notes.get(slot, []), action.question, action.text)


def _go(app: "App", action: a.Go) -> None:
    """Show a screen; what was written in the debrief is kept first, for no quarter follows that would keep it."""
    if app.screen == "debrief":
        keep_what_was_typed(app)
    app.go(action.screen)


def _vote(app: "App", action: a.Vote) -> None:
    held = app.stage.playing.draft(app.stage.slot).votes
    rest = {place: wish for place, wish in held.items() if place != action.place}
    _write(app, votes=rest if action.yes is None else {**rest, action.place: action.yes})


def _move(app: "App", action: a.Move) -> None:
    app.stage.picks.pop("motion", None)
    _write(app, motion=action.motion)


def _undo(app: "App", action: a.Undo) -> None:
    del action
    app.stage.playing.undo(app.stage.slot)


def _redo(app: "App", action: a.Redo) -> None:
    del action
    app.stage.playing.redo(app.stage.slot)


def _adopt(app: "App", action: a.Adopt) -> None:
    del action
    sheet = app.stage.picks.pop("if_sheet", None)
    if sheet is not None:
        app.stage.playing.write(app.stage.slot, sheet)
    app.go("quarter")


def _end_quarter(app: "App", action: a.EndQuarter) -> None:
    del action
    from game.view.panels.preview import estimate_now

    keep(app)
    app.stage.picks["estimate"] = estimate_now(app.stage)
    app.stage.playing.end_quarter()
    keep(app)
    for what in ("tab", "motion"):
        app.stage.picks.pop(what, None)
    app.show("results")
    app.before = []


def _next_quarter(app: "App", action: a.NextQuarter) -> None:
    del action
    app.go("debrief" if app.stage.playing.finished else "quarter")


def _ring_bell(app: "App", action: a.RingBell) -> None:
    del action
    app.stage.picks["bell"] = False
    app.stage.playing.ring_bell()
    keep(app)
    app.go("debrief")


def _save_now(app: "App", action: a.SaveNow) -> None:
    del action
    path, reason = save_by_hand(app.stage.playing, title_of(app.stage))
    app.stage.notice = (
        app.stage.say("save-failed", reason=reason) if reason else app.stage.say("save-done", file=path.name)
    )


def _quit(app: "App", action: a.Quit) -> None:
    del action
    keep_at_the_end(app)
    app.running = False


def _set(app: "App", action: a.Set) -> None:
    comfort.keep_settings(app, comfort.changed(app.stage.settings, action.name, action.value))
    if action.name == "language":
        app.speak(Words(action.value))


def _leave_guide(app: "App", action: a.LeaveGuide) -> None:
    seed = app.stage.playing.setup.seed if action.leave else None
    app.stage.settings = replace(app.stage.settings, unguided=seed)
    app.stage.notice = app.stage.say("guide-left") if action.leave else ""
    write_settings(app.stage.settings)


def _cancel(app: "App", action: a.CancelWork) -> None:
    del action
    app.stop_work()


_APPLY: dict[type, Callable[["App", Any], None]] = {
    a.Go: _go,
    a.Back: lambda app, _: app.back(),
    a.Quit: _quit,
    a.Pick: _pick,
    a.Flip: _flip,
    a.Begin: lambda app, _: begin_chosen(app),
    a.Resume: lambda app, action: resume(app, action.path),
    a.Play: _play,
    a.Own: _own,
    a.Join: lambda app, action: _entry(app, "join", action.body, action.member),
    a.Effort: lambda app, action: _entry(app, "effort", action.body, action.value),
    a.Promise: lambda app, action: _entry(app, "pledge", action.body, action.value),
    a.Complain: lambda app, action: _entry(app, "complaint", action.body, action.firm_id),
    a.TieAct: _tie,
    a.Foretell: _foretell,
    a.WriteNote: _write_note,
    a.Vote: _vote,
    a.Move: _move,
    a.Call: lambda app, action: _write(app, call=action.wanted),
    a.Undo: _undo,
    a.Adopt: _adopt,
    a.EndQuarter: _end_quarter,
    a.NextQuarter: _next_quarter,
    a.RingBell: _ring_bell,
    a.SaveNow: _save_now,
    a.Set: _set,
    a.CancelWork: _cancel,
    a.GuideOn: lambda app, _: go_on(app.stage, app.screen),
    a.LeaveGuide: _leave_guide,
    a.AskAgain: lambda app, action: app.stage.reasons.forget(action.question),
    a.MeasurePhase: _measure_phase,
    a.Redo: _redo,
    **comfort.APPLY,
    **solo.APPLY,
}
