"""The house keeps its sizes: modules of 300 lines at most, functions of 50."""

from __future__ import annotations

import ast
from pathlib import Path

MODULE = 300
FUNCTION = 50
PACKAGE = Path(__file__).parents[1] / "cjm"


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From `def` to its last line, parameters with it.

    Not counted: the docstring, of which a public function shall have more, not less; and the
    decorators, which are a table of options where click is told of a command.
    """
    first = function.body[0]
    told = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if told else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def test_no_module_is_longer_than_300_lines():
    """A longer one does more than one thing."""
    found = {p: len(p.read_text("utf-8").splitlines()) for p in PACKAGE.rglob("*.py")}
    assert {str(path): n for path, n in found.items() if n > MODULE} == {}


def test_no_function_is_longer_than_50_lines():
    """What is longer has steps that deserve names."""
    long = {
        f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}": lines_of(node)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > FUNCTION
    }
    assert long == {}


def test_docstrings_and_decorators_are_no_lines_of_a_function():
    """Parameters are."""
    text = '@option(\n  "a"\n)\ndef f(\n  a,\n  b,\n):\n  """One.\n\n  Two.\n  """\n  return a\n'
    function = ast.parse(text).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert lines_of(function) == 5
