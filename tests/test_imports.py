"""What import-linter cannot see: imports by string."""

from __future__ import annotations

import ast
from pathlib import Path

CODE = Path(__file__).parents[1] / "cjm"
BY_STRING = {"__init__.py"}
"""The lazy face of the package."""


def test_nothing_is_imported_by_string_but_by_the_face():
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
