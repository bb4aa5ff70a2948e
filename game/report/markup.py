"""Trees of HTML. Text stays text: the tree escapes it when it is written, so nobody's words can become markup."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from game import resources
from game.files import replacing

_MARKED = re.compile(r"(\*\*.+?\*\*|__.+?__|\[\[.+?\]\])")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")  # no page and no picture may hold these
_FACES = {"*": "strong", "_": "em", "[": "kbd"}


def element(tag: str, *content: str | Element | None, **attributes: str) -> Element:
    """An element with text and elements in it; `class_` is the attribute `class`, None is left out."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    for held in content:
        if isinstance(held, str):
            _add_text(made, held)
        elif held is not None:
            made.append(held)
    return made


def readable(text: str) -> str:
    """A text without control characters, which neither HTML nor SVG can hold."""
    return _UNSEEN.sub("", text)


def _add_text(made: Element, given: str) -> None:
    text = readable(given)
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text


def rich(tag: str, text: str, **attributes: str) -> Element:
    """An element with a text of the catalogues or of a scenario, whose marks for strong, em and keys are heeded."""
    pieces: list[str | Element] = []
    for piece in _MARKED.split(text):
        marked = _MARKED.fullmatch(piece)
        pieces.append(element(_FACES[piece[0]], piece[2:-2]) if marked else piece)
    return element(tag, *pieces, **attributes)


def listed(items: Iterable[str | Element], tag: str = "ul") -> Element | None:
    """A list; nothing without items."""
    rows = [rich("li", item) if isinstance(item, str) else element("li", item) for item in items]
    return element(tag, *rows) if rows else None


def table(head: Sequence[str], rows: Iterable[Sequence[str | Element]], name: str, words: int = 1) -> Element:
    """A table whose first `words` columns are text, the others figures to the right. `name` is its class."""
    columns = [element("th", text, scope="col") for text in head]
    lines = []
    for row in rows:
        cells = [
            element("th" if not place else "td", held, **({"scope": "row"} if not place else {}))
            if place < words
            else element("td", held, class_="figure")
            for place, held in enumerate(row)
        ]
        lines.append(element("tr", *cells))
    for column in columns[words:]:
        column.set("class", "figure")
    return element("table", element("thead", element("tr", *columns)), element("tbody", *lines), class_=f"sheet {name}")


def document(title: str, language: str, body: Iterable[Element | None]) -> str:
    """A whole page that asks nobody for anything: its style stands in it, and there are no scripts."""
    style = (resources.assets() / "report.css").read_text(encoding="utf-8")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", **{"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", style),
    )
    page = element("html", head, element("body", *body), lang=language)
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html") + "\n"


def write_page(path: Path, text: str) -> None:
    """Write a page; the old file stays until all is written. Raises OSError."""
    with replacing(path) as file:
        file.write(text)
