"""Statements worth a forecast: one a quarter, chosen from a seat's notebook, and judged when the quarter is over.

A statement is put before the results are known, because a prediction that was committed to is remembered and a surprise
is learnt from (Crouch, Fagen, Callan & Mazur 2004, American Journal of Physics 72:835-838, on predicting before
demonstrations). What is asked is never decided by the seat alone, kinds take turns, and a statement is preferred whose
answer was not the same all along: the same question is put to the last quarters, of a rival in all institutions, and
the more evenly its answers were split the more doubtful it is.
"""

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.learning.notebook import Notebook, Page
from game.model.call import Kind, Statement

VISIBLE = 0.05  # points of the region: the smallest change that is printed as one
FIRST_SHARE = 0.75  # of an institution's neighbours, in its first quarter, when nobody has seen anything yet
DOUBTFUL = 0.5  # no answer yet, a single one, or answers that were not the same all along
TREND = 3  # pages after which a part of the region can have moved both ways
TURNS: tuple[tuple[Kind, ...], ...] = (
    ("keepers",),
    ("region", "brand", "cluster", "economy"),
    ("profit",),
    ("rival",),
    ("sales",),
)


@dataclass(frozen=True)
class Form:
    """A kind of statement.

    `subjects` are the statements that can be made about the quarter to come, without levels. `put` gives the level
    that a statement has after a page, None where it could not be put. `holds` judges, `figure` is what was measured.
    `answers` are those that the pages give to the same question, where they are not simply asked again page by page.
    """

    subjects: Callable[[Notebook], list[Statement]]
    put: Callable[[Statement, Page], float | None]
    holds: Callable[[Statement, Page], bool]
    figure: Callable[[Statement, Page], float]
    answers: Callable[[Statement, Sequence[Page]], list[bool]] | None = None


def predict(book: Notebook, seed: int) -> Statement | None:
    """The statement for the quarter to come; None where nothing can be said. The same notebook gives the same one.

    A motion on the table is asked about first, for there are few; else the kind whose turn it is, if its most doubtful
    statement is doubtful enough; else the most doubtful of all. In the first quarter only the neighbours can be asked
    about, so in the second it is never their turn.
    """
    motions = _statements(book, ("motion",))
    if motions:
        return min(motions, key=lambda made: _lot(seed, made))
    offset = book.quarter - 1 + _lot(seed, Statement(kind="profit", quarter=1)) % (len(TURNS) - 1)
    best: tuple[float, Statement] | None = None
    for turn in range(len(TURNS)):
        made = _statements(book, TURNS[(offset + 2 * turn) % len(TURNS)])
        if not made:
            continue
        doubts = {statement: doubt(statement, book.pages) for statement in made}
        chosen = max(made, key=lambda statement: (doubts[statement], _lot(seed, statement)))
        if doubts[chosen] >= DOUBTFUL:
            return chosen
        if best is None or doubts[chosen] > best[0]:
            best = doubts[chosen], chosen
    return None if best is None else best[1]


def judge(statement: Statement, page: Page) -> bool:
    """Whether a statement came true in the quarter of this page."""
    return FORMS[statement.kind].holds(statement, page)


def measured(statement: Statement, page: Page) -> float:
    """What came, in the unit of the statement's level: a figure, a count, or a change in points."""
    return FORMS[statement.kind].figure(statement, page)


def doubt(statement: Statement, pages: Sequence[Page]) -> float:
    """How evenly the answers to the same question were split in the quarters before: 1 - |2 p - 1|.

    p is the share of yes among the last answers with half an answer of each kind added (the rule of Krichevsky &
    Trofimov 1981, IEEE Transactions on Information Theory 27:199-207), so that what was never asked is wholly
    doubtful, and one answer says little.
    """
    answers = (FORMS[statement.kind].answers or _asked_again)(statement, pages)
    share = (sum(answers) + 0.5) / (len(answers) + 1)
    return 1 - abs(2 * share - 1)


def _asked_again(statement: Statement, pages: Sequence[Page]) -> list[bool]:
    """What came of the same question in the quarters before, each with the level that it had then."""
    form, made = FORMS[statement.kind], []
    for before, after in pairwise(pages):
        level = form.put(statement, before)
        if level is not None:
            made.append(form.holds(statement.model_copy(update={"level": level}), after))
    return made


def _statements(book: Notebook, kinds: Sequence[Kind]) -> list[Statement]:
    """All statements of these kinds about the quarter to come, with their levels."""
    made = []
    for kind in kinds:
        form = FORMS[kind]
        for subject in form.subjects(book):
            level = form.put(subject, book.pages[-1]) if book.pages else None
            if level is None:
                level = _first_level(book, subject)
            if level is not None:
                made.append(subject.model_copy(update={"level": level}))
    return made


def _first_level(book: Notebook, subject: Statement) -> float | None:
    """The level of a statement that no quarter before gives one: of an institution that opens, and of motions."""
    if subject.kind == "keepers":
        return float(math.ceil(FIRST_SHARE * len(book.members[subject.body] - {book.firm})))
    return 0.0 if subject.kind == "motion" else None


def _lot(seed: int, statement: Statement) -> int:
    """A number that seed, quarter and subject alone decide."""
    text = f"{seed}|{statement.quarter}|{statement.kind}|{statement.body}|{statement.firm}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big")


def _others_kept(statement: Statement, page: Page) -> int:
    return sum(kept for firm, kept in page.kept.get(statement.body, {}).items() if firm != statement.firm)


def _keepers(book: Notebook) -> list[Statement]:
    """As many neighbours as last quarter, at least, are seen to keep in an institution."""
    return [
        Statement(kind="keepers", quarter=book.quarter, body=body, firm=book.firm)
        for body, members in book.members.items()
        if members - {book.firm}
    ]


def _put_keepers(statement: Statement, before: Page) -> float | None:
    return float(max(_others_kept(statement, before), 1)) if statement.body in before.kept else None


def _rivals(book: Notebook) -> list[Statement]:
    """A neighbour is seen to keep in an institution that it is a member of."""
    return [
        Statement(kind="rival", quarter=book.quarter, body=body, firm=firm)
        for body, members in book.members.items()
        for firm in sorted(members - {book.firm})
    ]


def _put_rival(statement: Statement, before: Page) -> float | None:
    """Nothing can be asked about a firm that nobody has seen in this institution."""
    return 0.0 if statement.firm in before.kept.get(statement.body, {}) else None


def _conduct(statement: Statement, pages: Sequence[Page]) -> list[bool]:
    """What a rival was seen to do wherever it is a member: who never keeps is no riddle in a new institution either."""
    firm = statement.firm
    return [members[firm] for page in pages for members in page.kept.values() if firm in members]


def _rival_kept(statement: Statement, page: Page) -> bool:
    return page.kept.get(statement.body, {}).get(statement.firm, False)


def _motions(book: Notebook) -> list[Statement]:
    """A motion on the table is carried."""
    return [
        Statement(kind="motion", quarter=book.quarter, firm=firm, motion=motion)
        for firm, motion in book.motions.items()
    ]


def _carried(statement: Statement, page: Page) -> bool:
    return statement.firm in page.votes and page.votes[statement.firm].carried


def _plain(kind: Kind) -> Callable[[Notebook], list[Statement]]:
    return lambda book: [Statement(kind=kind, quarter=book.quarter)] if book.pages else []


def _rises(part: Kind) -> Form:
    """A part of the region rises by as much as can be seen. It mostly goes on as it went, so that is awaited first."""

    def subjects(book: Notebook) -> list[Statement]:
        return [Statement(kind=part, quarter=book.quarter)] if len(book.pages) >= TREND else []

    def change(statement: Statement, page: Page) -> float:
        return page.points[part] - statement.level

    return Form(
        subjects,
        lambda _, before: before.points[part],
        lambda statement, page: change(statement, page) >= VISIBLE,
        change,
    )


FORMS: dict[Kind, Form] = {
    "motion": Form(_motions, lambda *_: None, _carried, _carried),
    "keepers": Form(_keepers, _put_keepers, lambda made, page: _others_kept(made, page) >= made.level, _others_kept),
    "rival": Form(_rivals, _put_rival, _rival_kept, _rival_kept, _conduct),
    "profit": Form(
        _plain("profit"),
        lambda _, before: before.profit,
        lambda made, page: page.profit > made.level,
        lambda _, page: page.profit,
    ),
    "sales": Form(
        _plain("sales"),
        lambda _, before: before.sales,
        lambda made, page: page.sales > made.level,
        lambda _, page: page.sales,
    ),
    "region": _rises("region"),
    "cluster": _rises("cluster"),
    "brand": _rises("brand"),
    "economy": _rises("economy"),
}
