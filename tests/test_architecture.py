"""The house stays as ARCHITECTURE.md says: layers, sizes, no sentences in code, packages listed, README true."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "game").rglob("*.py"))
LONGEST_FUNCTION, LONGEST_CLASS, LONGEST_FILE = 40, 150, 300
# Long only by a list of fields, or by phases written one under the other.
LISTS = {"observe", "_firms", "_tree", "sell", "search", "play_block", "compile_rules", "settle"}
BIG_CLASSES = {"Canvas", "Window"}


def parsed() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES]


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_functions_classes_and_files_keep_their_size() -> None:
    found = []
    for path, module in parsed():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        found += [f"{path.name}: {lines} lines"] if lines > LONGEST_FILE else []
        for node in ast.walk(module):
            size = getattr(node, "end_lineno", 0) - getattr(node, "lineno", 0) + 1
            name = getattr(node, "name", "")
            if isinstance(node, ast.FunctionDef):
                limit = LONGEST_FUNCTION + 15 if name in LISTS else LONGEST_FUNCTION
            elif isinstance(node, ast.ClassDef):
                limit = 200 if name in BIG_CLASSES else LONGEST_CLASS
            else:
                continue
            if size > limit:
                found.append(f"{path.name}: {name} has {size} lines")
    assert not found


def test_package_files_stay_empty() -> None:
    assert not [path for path in SOURCES if path.name == "__init__.py" and path.stat().st_size]


def test_every_package_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(project["tool"]["setuptools"]["packages"]) - {"game.assets", "game.scenarios"}
    held = {".".join(path.parent.relative_to(ROOT).parts) for path in SOURCES if path.name == "__init__.py"}
    assert listed == held


def test_no_sentences_in_code() -> None:
    """Words for people stand in the catalogues; what remains are docstrings, internal errors, and asserts."""
    found = []
    for path, module in parsed():
        if path.parent.name in {"model", "scenario"} or path.name in {"resources.py", "__main__.py"}:
            continue  # field meanings are shown in the template; the template writes TOML
        for text, line in _texts(module):
            if re.search(r"[a-z]{2,}( [a-z]{2,}){3}", text):
                found.append(f"{path.name}:{line}: {text}")
    assert not found


def _texts(module: ast.Module) -> list[tuple[str, int]]:
    """String constants that are not docstrings, programs for other processes, or what a raised error carries."""
    skipped: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Expr | ast.Raise | ast.Assert):
            skipped |= {id(inner) for inner in ast.walk(node)}
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "array":  # the meaning of a field
            skipped |= {id(inner) for inner in ast.walk(node)}
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "BARE" for target in node.targets):
            skipped |= {id(inner) for inner in ast.walk(node)}
    return [
        (node.value, node.lineno)
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped
    ]


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_files_that_documents_name_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"\]\(([\w./]+)\)", text)) | set(
        re.findall(r"`((?:game|tests|scenarios|assets)/[\w./]+)`", text)
    )
    missing = [
        found
        for found in sorted(named)
        if not (ROOT / found).exists() and not (ROOT / "game" / found).exists() and "NAME" not in found
    ]
    assert not missing
