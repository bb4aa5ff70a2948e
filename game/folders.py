"""The player's own folder: saves, settings, kept bands, own scenarios."""

import os
from pathlib import Path

VARIABLE = "GUILDMARK_DATA"


def data_folder() -> Path:
    """The folder, which may not exist yet; the environment variable GUILDMARK_DATA moves it."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("guildmark", appauthor=False)


def saves_folder() -> Path:
    """Where games are saved."""
    return data_folder() / "saves"


def own_scenarios_folder() -> Path:
    """Where the picker looks for the player's own scenarios."""
    return data_folder() / "scenarios"


def own_scenarios(ending: str = ".toml") -> dict[str, Path]:
    """The player's own files of this ending by name; none where the folder is not there or can't be read."""
    try:
        found = sorted(own_scenarios_folder().glob(f"*{ending}"))
    except OSError:
        return {}
    return {path.name.removesuffix(ending): path for path in found}
