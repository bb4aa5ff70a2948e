"""The library: a list of entries at the left, searched by typing, the one that is open at the right."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pygame

from game.learning.library import KINDS, Kind
from game.view.actions import Back, Go, Pick, Several
from game.view.frame import MARGIN, ScreenPage, bottom_bar, page, plain_top
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.layout import Box, Column, Row
from game.view.kit.listing import Listing, Option
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import LABEL, SOFT
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label
from game.view.library import Shelf, choose_kind, search, shelf, turn_to
from game.view.panels.entry import entry_panel
from game.view.stage import Stage
from game.view.trying import again, choose, trying

LIST = 400.0
LETTERS = {getattr(pygame, f"K_{letter}"): letter for letter in "abcdefghijklmnopqrstuvwxyz0123456789"}
TRY_KEYS, TRY_AGAIN = (pygame.K_F5, pygame.K_F6, pygame.K_F7), pygame.K_F8
ROWS = 4  # at least; more as far as there is room


def library_page(stage: Stage) -> ScreenPage:
    """The screen; it lies over the one it was called from, so that going back finds everything as it was."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (
            tuple(stage.pick(what) for what in ("library", "library_kind", "library_find", "library_side")),
            stage.pick("library_trail"),
            stage.pick("tried"),
        ),
        keys=lambda: _keys(stage),
        first="library list",
        name="library",
        typing=True,
    )


def _keys(stage: Stage) -> Mapping[int, Any]:
    now = shelf(stage)
    keys: dict[int, Any] = {key: search(stage, now.letters + letter) for key, letter in LETTERS.items()}
    trail: tuple[str, ...] = stage.pick("library_trail", ())
    keys[pygame.K_ESCAPE] = search(stage, "") if now.letters else Back()
    keys[pygame.K_F1] = Go("help")
    keys[pygame.K_F2] = Pick("library_side", "list" if stage.pick("library_side") == "entry" else "entry")
    keys |= _tries(stage, now)
    if now.letters:
        keys[pygame.K_BACKSPACE] = search(stage, now.letters[:-1])
        keys[pygame.K_SPACE] = search(stage, f"{now.letters.rstrip()} ")  # the next word
    elif trail:
        keys[pygame.K_BACKSPACE] = turn_to(trail[-1], trail[:-1])
    return keys


def _tries(stage: Stage, now: Shelf) -> dict[int, Any]:
    """A key for each choice of the demonstration at hand, and one to begin again."""
    held = trying(stage, now.open)
    if held is None:
        return {}
    if held.round is None:
        return {TRY_AGAIN: again(held)}
    return {TRY_KEYS[place]: choose(held, place) for place in range(len(held.demonstration.choices))}


def _tree(stage: Stage, form: Form) -> Widget:
    now = shelf(stage)
    reading = Box(Scroll(entry_panel(stage, form, now.open), form.scroll, f"entry {now.open.id}"), card=True, grow=1)
    others: list[Widget] = []
    if form.narrow:
        side = "entry" if stage.pick("library_side") == "entry" else "list"
        body: Widget = reading if side == "entry" else Box(_list(stage, now), grow=1)
        other = "list" if side == "entry" else "read"
        others.append(
            Button(
                "library side",
                stage.say(f"library-{other}"),
                Pick("library_side", "list" if side == "entry" else "entry"),
                key="F2",
            )
        )
    else:
        wide = form.width - 3 * MARGIN - LIST
        body = Row([Box(_list(stage, now), w=LIST), Box(reading, w=wide)], gap=MARGIN, cross="fill")
    if stage.pick("library_trail") and not now.letters:
        before = stage.say("library-hint-before")
        hints = [("↑↓", stage.say("library-hint-choose")), ("Bksp", before)]
    else:
        hints = [("↑↓", stage.say("library-hint-choose"))]
    hints += [(stage.say("library-search-key"), stage.say("library-hint-search")), ("Tab", stage.say("app-next"))]
    back = Button("back", stage.say("app-back"), Back(), key="Esc")
    top = plain_top(stage, stage.say("library-name"), "", form, back=False)
    return Box(page(form, top, body, bottom_bar(form, hints, back, others)), fill="desk", radius=0)


def _list(stage: Stage, now: Shelf) -> Widget:
    """The kinds, what was typed, and the titles."""
    kinds = Segmented(
        "library kind",
        [(kind, stage.say(f"library-kind-{kind}")) for kind in KINDS],
        partial(_kind, now),
        choose_kind,
        grow=0,
    )
    if not now.letters:
        said: Widget = Label(stage.say("library-search"), LABEL, wrap=True)
    else:
        found = stage.say("library-found", count=len(now.shown))
        typed = Label(stage.say("library-searching", text=f"**{now.letters}**"), LABEL, wrap=True)
        said = Row([typed, Gap(grow=1), Label(found, LABEL, wrap=True)], gap=8)
    if not now.shown:
        titles: Widget = Box(Label(stage.say("library-found", count=0), SOFT, wrap=True), card=True, pad=12)
        return Column([kinds, said, titles], gap=8)
    options = [
        Option(entry.id, name, icon=entry.id if entry.kind == "institution" and not now.letters else "")
        for entry, name in now.shown
    ]
    listing = Listing("library list", options, partial(_open, now), partial(_turn, now), rows=ROWS, grow=1)
    return Column([kinds, said, Box(listing, h=None, grow=1)], gap=8)


def _kind(now: Shelf) -> Kind | None:
    return None if now.letters else now.kind


def _open(now: Shelf) -> str:
    return now.open.id


def _turn(now: Shelf, entry: str) -> Several:
    """Another line of the list: the list stays as it is, letters and all."""
    picks = (Pick("library", entry), Pick("library_trail", ()), Pick("library_side", "list"))
    return Several(picks) if now.letters else turn_to(entry, side="list")
