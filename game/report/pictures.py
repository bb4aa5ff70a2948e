"""Pictures of a report, drawn by Matplotlib as SVG that stands in the page itself.

Lines differ by dash and mark and carry their names, so nothing is told by colour. Words stay text: a reader's program
can read them aloud, and a browser without our faces takes its own.
"""

import io
import re
import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from game import resources
from game.learning.calibration import Step
from game.report.markup import element, readable

INK, SOFT = "#1b1b1b", "#767676"
NO_METADATA: dict[str, Any] = {"Date": None, "Creator": None, "Format": None, "Type": None}
STYLE: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "guildmark",
    "text.parse_math": False,
    "axes.unicode_minus": False,
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": INK,
    "axes.edgecolor": INK,
}
DASHES = ("-", (0, (5, 2)))
MARKS = ("o", "s")
LONGEST = 26  # places of a name beside a picture; in full it stands in the table below


@cache
def _faces() -> tuple[str, ...]:
    """Families of the product's own faces, which have the glyphs of all its languages on every machine."""
    made = []
    for name in ("NotoSans-Regular.ttf", "NotoSansSC-Regular.otf"):
        path = resources.assets() / "fonts" / name
        font_manager.fontManager.addfont(path)
        made.append(font_manager.FontProperties(fname=path).get_name())
    return (*made, "sans-serif")


@contextmanager
def _drawing(wide: float, high: float) -> Iterator[Figure]:
    with mpl.rc_context(STYLE | {"font.family": list(_faces())}):  # type: ignore[arg-type, unused-ignore]
        figure = Figure(figsize=(wide, high), layout="constrained")
        FigureCanvasSVG(figure)
        yield figure


def _picture(figure: Figure, said: str, kind: str = "picture") -> Element:
    """The drawing as an element of a class `kind`, with what it shows in words for whoever can't see it."""
    file = io.StringIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # a reader's browser has more faces than we bring
        figure.savefig(file, format="svg", metadata=NO_METADATA)
    made = fromstring(file.getvalue())  # noqa: S314 - what Matplotlib has just drawn
    for held in made.iter():
        held.tag = _bare(held.tag)
        held.attrib = {_bare(name): value for name, value in held.attrib.items()}
    for metadata in made.findall("metadata"):
        made.remove(metadata)
    for name in ("width", "height"):
        made.attrib.pop(name, None)
    made.set("role", "img")
    made.set("aria-label", said)
    return element("figure", made, class_=kind)


def _bare(name: str) -> str:
    return re.sub(r"^\{[^}]*\}", "", name)


def courses(
    lines: Sequence[tuple[str, Sequence[float]]],
    turned: Sequence[int],
    profits: Sequence[float],
    words: tuple[str, str, str],
) -> Element:
    """Scores by quarter with numbered turning points, beside the profit of each quarter.

    `words` are the titles of both sides and what stands at the quarters.
    """
    with _drawing(9.0, 3.2) as figure:
        left, right = figure.subplots(1, 2, width_ratios=(3, 2))
        count = len(profits)
        _scores(left, lines, turned, count)
        right.bar(range(1, count + 1), profits, color="white", edgecolor=INK, hatch="//", width=0.6)
        right.axhline(0, color=INK, linewidth=0.8)
        for axes, title in ((left, words[0]), (right, words[1])):
            axes.set_title(readable(title), loc="left", fontsize=10, pad=20)
            axes.set_xlabel(words[2], color=SOFT)
            axes.xaxis.set_major_locator(MaxNLocator(integer=True))
            axes.set_xlim(0.5, count + 0.5)
        figure.legend(loc="outside lower left", ncols=2, frameon=False)
        return _picture(figure, f"{words[0]}. {words[1]}.")


def _scores(axes: Axes, lines: Sequence[tuple[str, Sequence[float]]], turned: Sequence[int], count: int) -> None:
    numbers = range(1, count + 1)
    for (name, values), dash, mark in zip(lines, DASHES, MARKS, strict=False):
        axes.plot(
            numbers, values, linestyle=dash, marker=mark, color=INK, label=name, markerfacecolor="white", clip_on=False
        )
    for quarter in sorted(set(turned)):
        axes.axvline(quarter, color=SOFT, linestyle=":", linewidth=0.9, zorder=0)
        here = ", ".join(str(number) for number, held in enumerate(turned, start=1) if held == quarter)
        axes.text(quarter, 103, here, ha="center", va="bottom", fontsize=9, clip_on=False)
    axes.set_ylim(0, 100)


def calibration_curve(steps: Sequence[Step], words: tuple[str, str]) -> Element:
    """How often what was called so likely came true, with the interval of each share and how many calls there were."""
    with _drawing(4.6, 3.2) as figure:
        axes = figure.subplots()
        axes.plot((0, 100), (0, 100), color=SOFT, linestyle=":", linewidth=1)
        for step in steps:
            share = 100 * step.share
            axes.plot((step.percent,) * 2, (100 * step.low, 100 * step.high), color=INK, linewidth=1)
            axes.plot(step.percent, share, marker="o", color=INK, markerfacecolor="white", markersize=15)
            axes.text(step.percent, share, str(step.calls), ha="center", va="center", fontsize=8)
        axes.set_xlim(0, 100)
        axes.set_ylim(-5, 105)
        axes.set_xlabel(f"{words[0]} (%)")
        axes.set_ylabel(f"{words[1]} (%)")
        return _picture(figure, f"{words[0]}, {words[1]}", "small")


def comparison(rows: Sequence[tuple[str, float, float]], words: tuple[str, str], title: str) -> Element:
    """Firm and region score of every player on one scale, in the order given, with a line from one to the other."""
    with _drawing(7.2, 0.9 + 0.28 * len(rows)) as figure:  # narrower than wide, so that names are large on a screen
        axes = figure.subplots()
        places = range(len(rows))
        for place, (_, firm, region) in zip(places, rows, strict=True):
            axes.plot((firm, region), (place, place), color=SOFT, linewidth=1, zorder=0)
        for values, name, mark, face in (
            ([row[1] for row in rows], words[0], "o", INK),
            ([row[2] for row in rows], words[1], "s", "white"),
        ):
            axes.plot(
                values,
                places,
                linestyle="",
                marker=mark,
                markersize=7,
                color=INK,
                markerfacecolor=face,
                label=name,
                clip_on=False,
            )
        axes.set_yticks(list(places), [shortened(readable(row[0])) for row in rows])
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(0, 100)
        axes.grid(axis="x", color="#dddddd")
        axes.set_axisbelow(True)
        figure.legend(loc="outside upper right", ncols=2, frameon=False)
        return _picture(figure, title, "sides")


def shortened(name: str) -> str:
    """A name cut to what fits beside a picture, with a sign that it goes on; an ideograph takes two places."""
    taken = 0
    for at, char in enumerate(name):
        taken += 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if taken > LONGEST:
            return f"{name[: at - 1].rstrip()}…"
    return name
