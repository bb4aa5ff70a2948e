"""`python -m game.scenario.template` writes `scenarios/template.toml` from the records: every key with its meaning.

The template can be copied and played; a test asserts that it is current and that every value in it is the default.
"""

from typing import Any

from game import resources
from game.model.institutions import Institutions
from game.model.scenario import Effect, Event, Firm, Goal, Manager, Profile, Scenario, Step
from game.model.teaching import Part
from game.rivals.register import GROUP, PAIR
from game.scenario.written_key import (
    meaning,
    record_of,
    write_comment,
    write_key,
    write_section,
    write_table,
    write_value,
)
from game.wording.words import Words

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
)

# Decisions and institutions that are left to the managers: with the numbers that hold when nothing is written, one
# place for the product is always best, and brokers and a pricing agreement that open in the second year, where there
# would be room for them, bring their members nothing any more.
CLOSED = ("position", "brokers", "pricing")


def template() -> str:
    """The text of the template."""
    words = Words()
    about: dict[str, Any] = {name: words.say(f"template-{name}") for name in ("title", "lesson", "summary", "place")}
    about["goals"] = [words.say("template-goal")]
    briefing = {"text": ["told"], "questions": ["question"], "stylised": ["stylised"]}
    lines = [
        *write_comment(words.say("template-head")),
        "",
        "format = 1",
        *_plain_keys(),
        "",
        *write_table("about", about),
        "",
        *write_table("briefing", {key: [words.say(f"template-{name[0]}")] for key, name in briefing.items()}),
        "",
        *write_table("teaching", _teaching(words)),
        "",
    ]
    lines += [*write_table("quarters"), "", *write_comment(words.say("template-units")), *write_table("units"), ""]
    lines += _agenda(words)
    lines += _firms(words)
    for name, info in Institutions.model_fields.items():
        lines += [*write_section(f"institutions.{name}", record_of(info)), ""]
    for name in SECTIONS:
        lines += [*write_table(name), ""]
    lines += _goals(words)
    lines += _guide(words)
    lines += _events(words)
    return "\n".join(lines).rstrip() + "\n"


def _teaching(words: Words) -> dict[str, Any]:
    plan = [(5, "open"), (30, "play"), (12, "talk")]
    return {
        "plan": [
            Part(minutes=minutes, what=words.say(f"template-plan-{part}"), play=True if part == "play" else None)
            for minutes, part in plan
        ],
        "board": [words.say("template-board")],
        "answers": [words.say("template-answer")],
        "leads_to": [[1]],
    }


def _plain_keys() -> list[str]:
    lines: list[str] = []
    for key in ("kind", "off", "slots"):
        info = Scenario.model_fields[key]
        lines += write_key(key, info.get_default(call_default_factory=True), info)
    return lines


def _agenda(words: Words) -> list[str]:
    opens: dict[str, Any] = {
        "price": 1,
        "mark": 1,
        "quality": 2,
        "pledges": 2,
        "brand": 2,
        "fair": 2,
        "capacity": 3,
        "complaints": 4,
        "channel": 5,
        "research_spending": 5,
        "research": 6,
        "ties": 6,
        "leader": 7,
        "marketing": 7,
        **dict.fromkeys(CLOSED, "never"),
    }
    return [
        *write_comment(words.say("template-agenda")),
        "[agenda]",
        *[f"{name} = {write_value(quarter)}" for name, quarter in opens.items()],
        "",
    ]


def _firms(words: Words) -> list[str]:
    both = ", ".join(name for name in PAIR if name in GROUP)
    text = words.say("template-firms", strategies=both, group=", ".join(name for name in GROUP if name not in PAIR))
    lines = write_comment(text)
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
            lines.append(f"manager = {write_value(Manager())}  # weight of growth; weight of next quarter's money")
            lines.append(f"# profile = {write_value(Profile())}")
            lines += [
                line
                for key in ("position", "character", "corporate_brand", "knowledge", "quality")
                for line in write_key(key, Firm.model_fields[key].get_default(), Firm.model_fields[key])
            ]
        else:
            size = "large" if place in {1, 6, 11} else "medium" if place % 5 == 3 else "small"
            lines += [f'name = "{name}"', f'size = "{size}"', f'strategy = "{CAST[place]}"']
        lines.append("")
    return lines


def _guide(words: Words) -> list[str]:
    lines = [*write_comment(words.say("template-guide")), *write_comment(Step.__doc__ or ""), "# [[guide]]"]
    for key, info in Step.model_fields.items():
        value = {"quarter": 1, "at": "price", "until": "changed", "text": words.say("template-step")}.get(key)
        value = info.get_default() if value is None else value
        lines += [f"# {line.removeprefix('# ')}" for line in write_key(key, value, info)]
    return [*lines, ""]


def _goals(words: Words) -> list[str]:
    """Two goals: the firm's own, and one that it shares; the keys that they leave out stand behind a sign."""
    told = {name: meaning(info) for name, info in Goal.model_fields.items()}
    return [
        *write_comment(words.say("template-goals")),
        "[[goals]]",
        f'firm = "{NAMES[0]}"  # {told["firm"]}',
        *write_comment(told["measure"]),
        'measure = "firm_score"',
        f"at_least = 60  # {told['at_least']}",
        f"# at_most = ...  # {told['at_most']}",
        f"# text = ...  # {told['text']}",
        "",
        "[[goals]]",
        'measure = "keepers"',
        *write_comment(told["body"]),
        'body = "mark"',
        "at_least = 10",
        *write_comment(told["by"]),
        "# by = ...",
        "",
    ]


def _events(words: Words) -> list[str]:
    return [
        *write_comment(words.say("template-events")),
        "[[events]]",
        f'name = "{words.say("template-event")}"',
        "quarter = 4",
        "length = 2",
        "announced = false  # told before it begins",
        '# condition = { index = "brand", below = 0.4, above = 0.1 }',
        f"effect = {write_value(Effect(input_cost=1.05))}",
        f'news = "{words.say("template-news")}"',
        *write_key("picture", None, Event.model_fields["picture"]),
        "",
        *write_comment(words.say("template-treatments")),
        "[treatments.strict.institutions.mark]",
        "audit = 0.25",
        "fine = 4",
    ]


if __name__ == "__main__":
    (resources.scenarios() / "template.toml").write_text(template(), encoding="utf-8")
