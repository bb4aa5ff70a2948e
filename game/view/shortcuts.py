"""The keys of every screen and what they do: for the help and for the page of all keys.

A command is told by the message `help-key-NAME`. Keys are told by the caps that they have at first.
"""

TRIED = (("F5", "try-first"), ("F6", "try-second"), ("F7", "try-third"), ("F8", "try-again"))
KEYS: dict[str, tuple[tuple[str, str], ...]] = {
    "title": (("N", "new"), ("O", "saves"), ("B", "sandbox"), ("T", "tournament"), ("S", "settings"), ("Q", "quit")),
    "tournament": (
        ("F10", "compete"),
        ("←→", "change"),
        ("Enter", "press"),
        ("E", "next-view"),
        ("Space", "generation"),
    ),
    "sandbox": (
        ("F10", "begin-sandbox"),
        ("←→", "change"),
        ("Enter", "press"),
        ("F2", "population"),
        ("F3", "payoffs"),
        ("F4", "rules"),
    ),
    "picker": (("↑↓", "choose"), ("Enter", "start"), ("F", "faults")),
    "briefing": (("Enter", "begin"), ("F10", "begin")),
    "quarter": (
        ("F10", "end"),
        ("Tab", "next"),
        ("←→", "change"),
        ("Enter", "press"),
        ("U", "undo"),
        ("Y", "redo"),
        ("F2", "own"),
        ("F3", "map"),
        ("F4", "together"),
        ("F5", "news"),
        ("T", "hall"),
        ("M", "next-map"),
        ("O", "more"),
        ("R", "results"),
        ("C", "charts"),
        ("L", "log"),
        ("P", "call"),
        ("W", "what-if"),
        ("S", "save"),
    ),
    "together": (
        ("F4", "back-quarter"),
        ("↑↓", "row"),
        ("←→", "change"),
        ("R", "record"),
        ("T", "hall"),
        ("U", "undo"),
        ("Y", "redo"),
        ("W", "what-if"),
        ("L", "log"),
        ("F10", "end"),
    ),
    "townhall": (
        ("↑↓", "motion"),
        ("1", "vote-for"),
        ("2", "vote-against"),
        ("3", "abstain"),
        ("N", "move"),
        ("←→", "voter"),
        ("S", "send-motion"),
        ("B", "take-motion-back"),
        ("F2", "hall-motions"),
        ("F3", "hall-voters"),
        ("F4", "hall-effects"),
        ("T", "back-quarter"),
        ("L", "log"),
        ("U", "undo"),
        ("Y", "redo"),
        ("F10", "end"),
    ),
    "results": (
        ("F10", "go-on"),
        ("E", "deeper"),
        ("Enter", "open-line"),
        ("D", "next-lens"),
        ("W", "otherwise"),
        ("C", "charts"),
        ("L", "log"),
    ),
    "whatif": (
        ("PgUp", "quarter-before"),
        ("PgDn", "quarter-after"),
        ("←→", "change"),
        ("W", "back"),
        ("F10", "adopt"),
    ),
    "charts": (
        ("C", "next-chart"),
        ("↑↓", "choose-line"),
        ("←→", "change"),
        ("M", "measure"),
        ("L", "log"),
        ("F10", "back"),
    ),
    "library": (("↑↓", "choose-entry"), ("A-Z", "search"), ("Bksp", "entry-before"), ("F2", "list-or-entry"), *TRIED),
    "debrief": (
        ("E", "other-view"),
        ("Enter", "open-turn"),
        ("W", "otherwise"),
        ("N", "again"),
        ("F10", "again"),
        ("C", "charts"),
        ("L", "log"),
    ),
}
EVERYWHERE = (
    ("F1", "help"),
    ("H", "library"),
    ("K", "every-key"),
    ("F9", "projector"),
    ("F11", "full-screen"),
    ("F12", "silence"),
)


def does_anything(cap: str) -> bool:
    """Whether a key has a meaning on any screen."""
    return any(cap == key for keys in (*KEYS.values(), EVERYWHERE) for key, _ in keys)
