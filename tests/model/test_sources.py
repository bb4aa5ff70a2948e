"""The table of parameters: complete, current, and every source has its reference."""

import inspect
from pathlib import Path

from game.model import institutions, parameters, policy, region, scenario
from game.model.section import Section
from game.model.sources import SOURCES
from game.scenario.table import _numbers, table
from game.wording.words import Words

ROOT = Path(__file__).parents[2]
MODULES = (institutions, parameters, policy, region, scenario)


def declared() -> list[tuple[str, str]]:
    """(class.field, source) of every number that is declared anywhere."""
    made = []
    for module in MODULES:
        for name, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, Section) and kind.__module__ == module.__name__:
                for field, info in kind.model_fields.items():
                    if isinstance(info.json_schema_extra, dict) and "source" in info.json_schema_extra:
                        made.append((f"{name}.{field}", str(info.json_schema_extra["source"])))
    return made


def test_every_source_has_its_reference_and_every_reference_is_used() -> None:
    used = {source for _, source in declared()}
    assert used <= set(SOURCES)
    assert set(SOURCES) - used <= {"Markusen1996"}


def test_the_table_is_current() -> None:
    assert (ROOT / "docs" / "parameters.md").read_text(encoding="utf-8") == table(Words()), (
        "python -m game.scenario.table writes it again"
    )


def test_the_table_leaves_no_number_of_a_section_out() -> None:
    listed = {key.rsplit(".", 1)[-1] for key, _, _ in _numbers()}
    missing = {
        name
        for name, _ in declared()
        if name.rsplit(".", 1)[-1] not in listed
        and not name.startswith(("Units.", "Profile.", "Manager.", "Firm.", "Effect.", "Event.", "About."))
    }
    assert missing == set()


def test_defaults_lie_in_their_ranges_and_meanings_are_told() -> None:
    for key, value, field in _numbers():
        assert field.description, key
        limits = {name: getattr(item, name) for item in field.metadata for name in ("ge", "le") if hasattr(item, name)}
        assert limits["ge"] <= value <= limits["le"], key
