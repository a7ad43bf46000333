"""What import-linter cannot see: imports by string."""

from __future__ import annotations

import ast
from contextlib import suppress
from pathlib import Path

CODE = Path(__file__).parents[1] / "cjm"
BY_STRING = {"__init__.py", "data/remote/functions.py"}
"""The lazy face of the package; and what a data.yaml names, which is no part of it."""


def test_nothing_of_ours_is_imported_by_string_but_by_the_face():
    """An arrow that no tool sees can run upwards: the bottom of the house drew pictures so."""
    found = {
        file.relative_to(CODE).as_posix()
        for file in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.ImportFrom) and node.module == "importlib")
        or (isinstance(node, ast.Import) and any(a.name == "importlib" for a in node.names))
        or (isinstance(node, ast.Name) and node.id == "__import__")
    }
    assert found == BY_STRING


def test_no_test_module_imports_another():
    """What several share is a helper, or `cjm.testing`; scripts that tests start are texts."""
    tests = Path(__file__).parent
    named = {file.stem for file in tests.rglob("test_*.py")} | {"conftest"}
    found = [
        f"{file.relative_to(tests).as_posix()} imports {name}"
        for file in tests.rglob("*.py")
        for name in _imported(file.read_text(encoding="utf-8"))
        if name.rpartition(".")[2] in named
    ]
    assert found == []
    assert list(_imported('from a.test_b import c\nS = """\nimport test_d, e as f\n"""')) == [
        "a.test_b",
        "test_d",
        "e",
    ]


def _imported(text):
    """What a module imports, and what the scripts in its texts do."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            with suppress(SyntaxError, ValueError):
                if "import" in node.value and "\n" in node.value:
                    yield from _imported(node.value)
