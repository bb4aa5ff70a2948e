"""Colours by token. Widgets name tokens, never colours, so that a theme is one map.

Light is for lit classrooms, dark for the evening, contrast for weak projectors and weak eyes: black on white, with
stronger lines. The contrast of every pair that `TEXT_PAIRS` and `MARK_PAIRS` list is tested.
"""

from collections.abc import Mapping
from types import MappingProxyType

Colour = tuple[int, int, int]


def _rgb(code: str) -> Colour:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def _theme(**codes: str) -> Mapping[str, Colour]:
    return MappingProxyType({token: _rgb(code) for token, code in codes.items()})


LIGHT = _theme(
    desk="#E9E0CE",
    card="#FFFCF4",
    inset="#F4EDDD",
    ink="#1D2932",
    soft="#4B565E",
    edge="#84785F",
    line="#D6CAB3",
    seal_top="#9C2A1F",
    seal="#842117",
    seal_text="#FFFCF4",
    seal_mark="#9C2A1F",
    focus="#5A2CA0",
    bar="#1D2B35",
    bar_text="#F7F0E0",
    bar_soft="#BFC6C6",
    bar_gain="#7FE3C4",
    bar_loss="#FFB98A",
    gain="#00634A",
    loss="#9A3F00",
    you="#0072B2",
    you_text="#005A8E",
    kept="#009E73",
    kept_edge="#00634A",
    broke="#D55E00",
    broke_edge="#8A3A00",
    others="#E69F00",
    hatch="#1D2932",
    brand_mark="#CC79A7",
    economy_mark="#56B4E9",
    grey="#80888C",
    land_top="#EDE3CC",
    land="#F7F0E0",
    contour="#CDBF9F",
    water="#C9DCE0",
    water_edge="#7C9BA3",
    basin_held="#E4EDE0",
    basin_lost="#F1E2D1",
    ridge_far="#D9D1BD",
    ridge_mid="#A9B0AC",
    ridge_near="#7E8B8E",
    wall="#FFFCF4",
    shadow="#5B4E33",
    on_ink="#FFFCF4",
)

DARK = _theme(
    desk="#10171C",
    card="#1A242C",
    inset="#25323C",
    ink="#F2EBDC",
    soft="#B9C1C2",
    edge="#8496A2",
    line="#3A4954",
    seal_top="#C24A38",
    seal="#AE3E2E",
    seal_text="#FFFFFF",
    seal_mark="#EB8270",
    focus="#C9A7FF",
    bar="#0A1014",
    bar_text="#F2EBDC",
    bar_soft="#B9C1C2",
    bar_gain="#7FE3C4",
    bar_loss="#FFB98A",
    gain="#5FD3AE",
    loss="#FFA66B",
    you="#4FA9E6",
    you_text="#8CCBF5",
    kept="#1DB58A",
    kept_edge="#7FE3C4",
    broke="#F0803C",
    broke_edge="#FFC39B",
    others="#E69F00",
    hatch="#1A242C",
    brand_mark="#D98FB8",
    economy_mark="#7CC8F0",
    grey="#747F86",
    land_top="#222E37",
    land="#1D2830",
    contour="#3A4A50",
    water="#1F3A49",
    water_edge="#56798A",
    basin_held="#1C3430",
    basin_lost="#3B2D22",
    ridge_far="#2A3740",
    ridge_mid="#33424B",
    ridge_near="#3E4F59",
    wall="#1A242C",
    shadow="#000000",
    on_ink="#1A242C",
)

STARK = _theme(
    desk="#E6E6E6",
    card="#FFFFFF",
    inset="#EBEBEB",
    ink="#000000",
    soft="#262626",
    edge="#3A3A3A",
    line="#909090",
    seal_top="#9C1A10",
    seal="#7A120A",
    seal_text="#FFFFFF",
    seal_mark="#9C1A10",
    focus="#5A00B8",
    bar="#000000",
    bar_text="#FFFFFF",
    bar_soft="#E6E6E6",
    bar_gain="#8FF0D2",
    bar_loss="#FFC9A3",
    gain="#004D39",
    loss="#7A2E00",
    you="#005A9C",
    you_text="#003F70",
    kept="#007A58",
    kept_edge="#003D2C",
    broke="#C24E00",
    broke_edge="#5E2600",
    others="#E69F00",
    hatch="#000000",
    brand_mark="#A8447F",
    economy_mark="#2484C2",
    grey="#7C7C7C",
    land_top="#F2F2F2",
    land="#FFFFFF",
    contour="#9A9A9A",
    water="#D6E6EE",
    water_edge="#4A6A78",
    basin_held="#DDF0E4",
    basin_lost="#F6D9BF",
    ridge_far="#CFCFCF",
    ridge_mid="#A0A0A0",
    ridge_near="#747474",
    wall="#FFFFFF",
    shadow="#000000",
    on_ink="#FFFFFF",
)

THEMES: Mapping[str, Mapping[str, Colour]] = MappingProxyType({"light": LIGHT, "dark": DARK, "contrast": STARK})

TEXT_PAIRS = (
    ("ink", "card"),
    ("ink", "inset"),
    ("ink", "desk"),
    ("ink", "basin_held"),
    ("ink", "basin_lost"),
    ("soft", "card"),
    ("soft", "inset"),
    ("soft", "desk"),
    ("seal_text", "seal"),
    ("seal_text", "seal_top"),
    ("bar_text", "bar"),
    ("bar_soft", "bar"),
    ("bar_gain", "bar"),
    ("bar_loss", "bar"),
    ("gain", "card"),
    ("gain", "inset"),
    ("loss", "card"),
    ("loss", "inset"),
    ("you_text", "card"),
    ("you_text", "inset"),
    ("on_ink", "ink"),
    ("card", "ink"),
)
MARK_PAIRS = (
    ("edge", "card"),
    ("edge", "inset"),
    ("edge", "desk"),
    ("edge", "basin_held"),
    ("edge", "basin_lost"),
    ("focus", "card"),
    ("focus", "inset"),
    ("focus", "desk"),
    ("seal", "desk"),
    ("seal_mark", "card"),
    ("seal_mark", "inset"),
    ("seal_mark", "basin_held"),
    ("seal_mark", "basin_lost"),
    ("grey", "card"),
    ("grey", "inset"),
    ("you", "card"),
    ("kept_edge", "card"),
    ("broke_edge", "card"),
    ("kept", "card"),
    ("broke", "card"),
)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(colour: Colour) -> float:
        parts = [c / 255 for c in colour]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """`one` with `part` of `other` in it."""
    r, g, b = (round(a + (z - a) * part) for a, z in zip(one, other, strict=True))
    return r, g, b
