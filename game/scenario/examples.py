"""How a table that has no form of its own yet is written: one short example for each place where texts are tried."""

import re
from typing import get_args

from game.model.scenario import Condition
from game.scenario.fault import nearest

Located = tuple[str | int, ...]
EXAMPLES = {
    "teaching.plan": '{ minutes = 10, what = "..." }',
    "events.condition": '{ index = "brand", below = 0.4 }',
    "events.effect": "{ input_cost = 1.1 }",
    "firms.manager": "{ ambition = 0.8, patience = 0.9 }",
    "firms.profile": "{ technology = 0.4, brand = 0.6 }",
    "firms": '{ name = "...", size = "small" }',
    "events": '{ name = "...", quarter = 3, news = "..." }',
    "goals": '{ measure = "brand", at_least = 60 }',
    "guide": '{ quarter = 1, text = "..." }',
}
_COMPARED = re.compile(r"\s*(\w+)\s*([<>])=?\s*(\d*\.?\d+)\s*")


def example_at(path: Located) -> str:
    """A table as it may stand at a path, on one line; empty where none is kept."""
    return EXAMPLES.get(_name(path), "")


def condition_meant(text: str, path: Located) -> str:
    """The condition for a text like "brand < 0.4"; empty if it is none."""
    found = _COMPARED.fullmatch(text)
    if found is None or _name(path) != "events.condition":
        return ""
    index = nearest(found[1], get_args(Condition.model_fields["index"].annotation))
    side = "below" if found[2] == "<" else "above"
    return f'{{ index = "{index}", {side} = {float(found[3]):g} }}' if index else ""


def _name(path: Located) -> str:
    return ".".join(part for part in path if isinstance(part, str))
