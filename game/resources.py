"""Where the product's own files are: a checkout, an installed wheel or a frozen build."""

import sys
from pathlib import Path


def _folder(name: str) -> Path:
    """`assets` or `scenarios`: inside the package when installed, beside it in a checkout or a frozen build."""
    here = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", here.parent))
    for place in (here / name, here.parent / name, frozen / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"Guildmark is incomplete: the folder '{name}' is missing beside {here}.")


def assets() -> Path:
    """Folder of fonts, texts and other assets."""
    return _folder("assets")


def scenarios() -> Path:
    """Folder of the shipped scenarios."""
    return _folder("scenarios")


def shipped_scenarios() -> dict[str, Path]:
    """Shipped scenarios by name; the template is for writers, not for players."""
    return {path.stem: path for path in sorted(scenarios().glob("*.toml")) if path.stem != "template"}
