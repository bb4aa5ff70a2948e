"""`python -m game.scenario.template` writes `scenarios/template.toml` from the records: every key with its meaning.

The template can be copied and played; a test asserts that it is current and that every value in it is the default.
"""

import textwrap
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from game import resources
from game.model.institutions import Institutions
from game.model.scenario import Effect, Event, Firm, Goal, Manager, Profile, Scenario, Step
from game.model.section import limits
from game.rivals.register import GROUP, PAIR
from game.wording.words import Words

WIDTH = 118
SECTIONS = (
    "market",
    "costs",
    "innovation",
    "brands",
    "ties",
    "sanctions",
    "region",
    "finance",
    "chance",
    "government",
    "intermediary",
    "information",
    "entry",
    "evaluation",
    "functions",
)
NAMES = (
    "North Gate",
    "Mill Bridge",
    "Long Meadow",
    "Stone Well",
    "Three Elms",
    "Old Quay",
    "Upper Lane",
    "White Wall",
    "Green Hill",
    "Low Ford",
    "East Kiln",
    "Broad Field",
    "Thorn Yard",
    "Clear Spring",
    "Bell Tower",
    "Far Corner",
)
CAST = (
    "conditional",
    "tit_for_tat",
    "generous",
    "conditional",
    "two_tats",
    "reasoner",
    "win_stay",
    "conditional",
    "always",
    "grim",
    "conditional",
    "suspicious",
    "conditional",
    "never",
    "reasoner",
    "conditional",
)


def template() -> str:
    """The text of the template."""
    words = Words()
    about: dict[str, Any] = {name: words.say(f"template-{name}") for name in ("title", "lesson", "summary", "place")}
    about["goals"] = [words.say("template-goal")]
    briefing = {"text": ["told"], "questions": ["question"], "stylised": ["stylised"]}
    lines = [
        *_comment(words.say("template-head")),
        "",
        "format = 1",
        *_plain_keys(),
        "",
        *_table("about", about),
        "",
        *_table("briefing", {key: [words.say(f"template-{name[0]}")] for key, name in briefing.items()}),
        "",
    ]
    for name in ("quarters", "units"):
        lines += [*_table(name), ""]
    lines += _agenda(words)
    lines += _firms(words)
    for name, info in Institutions.model_fields.items():
        lines += [*_section(f"institutions.{name}", _record(info)), ""]
    for name in SECTIONS:
        lines += [*_table(name), ""]
    lines += _goals(words)
    lines += _guide(words)
    lines += _events(words)
    return "\n".join(lines).rstrip() + "\n"


def _comment(text: str) -> list[str]:
    made: list[str] = []
    for paragraph in text.strip().split("\n\n"):
        made += [f"# {line}" for line in textwrap.wrap(" ".join(paragraph.split()), WIDTH)]
    return made


def _table(name: str, sample: dict[str, Any] | None = None) -> list[str]:
    return _section(name, _record(Scenario.model_fields[name]), sample)


def _section(name: str, record: type[BaseModel], sample: dict[str, Any] | None = None) -> list[str]:
    """A table: its docstring, then every key with meaning, unit and range; tables inside come after."""
    lines = [*_comment(record.__doc__ or ""), f"[{name}]"]
    later: list[str] = []
    for key, info in record.model_fields.items():
        inner = _record(info, required=False)
        if inner is not None:
            default = info.get_default(call_default_factory=True)
            later += ["", *_section(f"{name}.{key}", inner, dict(default))]
            continue
        value = sample[key] if sample and key in sample else info.get_default(call_default_factory=True)
        lines += _key(key, value, info)
    return lines + later


def _key(key: str, value: Any, info: FieldInfo) -> list[str]:
    told = _told(info)
    shown = "" if value is None or value is PydanticUndefined else _value(value)
    line = f"{key} = {shown}" if shown else f"# {key} = ..."
    if told and len(line) + len(told) + 4 <= WIDTH:
        return [f"{line}  # {told}"]
    return [*_comment(told), line] if told else [line]


def _told(info: FieldInfo) -> str:
    """Meaning, unit, range or choices of a key."""
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    parts = [info.description or ""]
    if extra.get("unit"):
        parts.append(f"in {extra['unit']}")
    low, high = limits(info)
    if low is not None and high is not None:
        parts.append(f"{low:g} to {high:g}")
    choices = list(_choices(info.annotation))
    if choices:
        parts.append("one of " + ", ".join(choices))
    return "; ".join(part for part in parts if part)


def _choices(annotation: Any) -> Iterator[str]:
    """Words that are allowed, also where nothing may stand instead."""
    optional = [kind for kind in get_args(annotation) if kind is not type(None)]
    held = optional[0] if len(optional) == 1 and type(None) in get_args(annotation) else annotation
    if get_origin(held) is Literal:
        yield from (str(choice) for choice in get_args(held) if isinstance(choice, str))


def _record(info: FieldInfo, required: bool = True) -> Any:
    annotation = info.annotation
    candidates = [annotation, *get_args(annotation)]
    found = next((kind for kind in candidates if isinstance(kind, type) and issubclass(kind, BaseModel)), None)
    assert found is not None or not required
    return found


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    if isinstance(value, BaseModel):
        return (
            "{ "
            + ", ".join(f"{key} = {_value(item)}" for key, item in value.model_dump(exclude_none=True).items())
            + " }"
        )
    return f"{value:g}" if isinstance(value, float) else str(value)


def _plain_keys() -> list[str]:
    lines: list[str] = []
    for key in ("kind", "off", "slots"):
        info = Scenario.model_fields[key]
        lines += _key(key, info.get_default(call_default_factory=True), info)
    return lines


def _agenda(words: Words) -> list[str]:
    opens = {
        "price": 1,
        "mark": 1,
        "quality": 2,
        "pledges": 2,
        "brand": 2,
        "fair": 3,
        "capacity": 3,
        "complaints": 4,
        "channel": 5,
        "research_spending": 5,
        "research": 6,
        "ties": 6,
        "leader": 7,
        "marketing": 7,
        "brokers": 8,
        "pricing": 8,
    }
    return [
        *_comment(words.say("template-agenda")),
        "[agenda]",
        *[f"{name} = {quarter}" for name, quarter in opens.items()],
        "",
    ]


def _firms(words: Words) -> list[str]:
    both = ", ".join(name for name in PAIR if name in GROUP)
    text = words.say("template-firms", strategies=both, group=", ".join(name for name in GROUP if name not in PAIR))
    lines = _comment(text)
    for place, name in enumerate(NAMES):
        lines.append("[[firms]]")
        if place == 0:
            lines += [
                f'name = "{name}"',
                'size = "medium"  # one of small, medium, large',
                "seat = true  # may be played by a person",
                f'strategy = "{CAST[place]}"',
                'pair_strategy = "tit_for_tat"',
            ]
            lines.append(f"manager = {_value(Manager())}  # weight of growth; weight of next quarter's money")
            lines.append(f"# profile = {_value(Profile())}")
            lines += [
                line
                for key in ("position", "character", "corporate_brand", "knowledge", "quality")
                for line in _key(key, Firm.model_fields[key].get_default(), Firm.model_fields[key])
            ]
        else:
            size = "large" if place in {1, 6, 11} else "medium" if place % 5 == 3 else "small"
            lines += [f'name = "{name}"', f'size = "{size}"', f'strategy = "{CAST[place]}"']
        lines.append("")
    return lines


def _guide(words: Words) -> list[str]:
    lines = [*_comment(words.say("template-guide")), *_comment(Step.__doc__ or ""), "# [[guide]]"]
    for key, info in Step.model_fields.items():
        value = {"quarter": 1, "at": "price", "until": "changed", "text": words.say("template-step")}.get(key)
        value = info.get_default() if value is None else value
        lines += [f"# {line.removeprefix('# ')}" for line in _key(key, value, info)]
    return [*lines, ""]


def _goals(words: Words) -> list[str]:
    """Two goals: the firm's own, and one that it shares; the keys that they leave out stand behind a sign."""
    told = {name: _told(info) for name, info in Goal.model_fields.items()}
    return [
        *_comment(words.say("template-goals")),
        "[[goals]]",
        f'firm = "{NAMES[0]}"  # {told["firm"]}',
        *_comment(told["measure"]),
        'measure = "firm_score"',
        f"at_least = 60  # {told['at_least']}",
        f"# at_most = ...  # {told['at_most']}",
        f"# text = ...  # {told['text']}",
        "",
        "[[goals]]",
        'measure = "keepers"',
        *_comment(told["body"]),
        'body = "mark"',
        "at_least = 9",
        *_comment(told["by"]),
        "by = 8",
        "",
    ]


def _events(words: Words) -> list[str]:
    return [
        *_comment(words.say("template-events")),
        "[[events]]",
        f'name = "{words.say("template-event")}"',
        "quarter = 4",
        "length = 2",
        "announced = false  # told before it begins",
        '# condition = { index = "brand", below = 0.4, above = 0.1 }',
        f"effect = {_value(Effect(input_cost=1.05))}",
        f'news = "{words.say("template-news")}"',
        *_key("picture", None, Event.model_fields["picture"]),
        "",
        *_comment(words.say("template-treatments")),
        "[treatments.strict.institutions.mark]",
        "audit = 0.25",
        "fine = 4",
    ]


if __name__ == "__main__":
    (resources.scenarios() / "template.toml").write_text(template(), encoding="utf-8")
