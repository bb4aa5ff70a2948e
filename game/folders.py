"""The player's own folder: saves, settings, kept bands, own scenarios."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

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


@contextmanager
def apart_from_saves() -> Iterator[None]:
    """For whoever must not touch the player's saves: a temporary folder with copies of everything else."""
    usual, named = data_folder(), os.environ.get(VARIABLE)
    with TemporaryDirectory(prefix="guildmark-", ignore_cleanup_errors=True) as folder:
        for path in (*usual.glob("*.json"), *own_scenarios_folder().glob("*.toml")):
            copy = Path(folder) / path.relative_to(usual)
            with suppress(OSError):  # what can't be read there can't be read by the program either
                copy.parent.mkdir(exist_ok=True)
                shutil.copyfile(path, copy)
        os.environ[VARIABLE] = folder
        try:
            yield
        finally:
            os.environ.pop(VARIABLE)
            if named is not None:
                os.environ[VARIABLE] = named


def own_scenarios(ending: str = ".toml") -> dict[str, Path]:
    """The player's own files of this ending by name; none where the folder is not there or can't be read."""
    try:
        found = sorted(own_scenarios_folder().glob(f"*{ending}"))
    except OSError:
        return {}
    return {path.name.removesuffix(ending): path for path in found}
