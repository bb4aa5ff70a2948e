"""The numbers of the calibration by dotted path, with their declared ranges: what the sensitivity analysis moves."""

from functools import lru_cache

from pydantic import BaseModel

from game.evidence.village import village
from game.model.section import limits

# What a scenario tells, counts and names is no number of the calibration.
TOLD = {"format", "about", "briefing", "quarters", "units", "agenda", "slots", "firms", "events", "treatments"}


@lru_cache(maxsize=1)
def ranges() -> dict[str, tuple[float, float]]:
    """Lowest and highest value of every number of the calibration, by path."""
    return dict(_numbers(village(), ""))


def bounds(path: str) -> tuple[float, float]:
    """The range of one number."""
    return ranges()[path]


def _numbers(section: BaseModel, before: str) -> list[tuple[str, tuple[float, float]]]:
    made = []
    for name, declared in type(section).model_fields.items():
        held = getattr(section, name)
        if not before and name in TOLD:
            continue
        if isinstance(held, BaseModel):
            made += _numbers(held, f"{before}{name}.")
        elif isinstance(held, int | float) and not isinstance(held, bool):
            low, high = limits(declared)
            assert low is not None
            assert high is not None
            made.append((f"{before}{name}", (float(low), float(high))))
    return made
