"""names: what options may be called, held to what stands behind each word."""

from __future__ import annotations

import ast
import inspect
from typing import get_args

import cjm
from cjm import names, version
from cjm.analysis.plans import Objective
from cjm.design.themes import THEMES
from cjm.diagnostics.findings import Severity
from cjm.journey import words
from cjm.maps.writers.pdf import PAPERS
from cjm.reporters import REPORTERS


def test_every_word_stands_for_something_and_everything_has_its_word():
    """A theme, a paper, a severity or a language cannot be added on one side alone."""
    assert names.LANGUAGES == words.LANGUAGES
    assert tuple(reversed(Severity)) == names.SEVERITIES
    assert tuple(theme.name for theme in THEMES) == names.THEMES
    assert tuple(PAPERS) == names.PAPERS
    assert tuple(REPORTERS) == names.REPORT_FORMATS
    assert get_args(Objective) == names.OBJECTIVES
    for of in names.SCHEMAS:
        assert cjm.schema(of)["$schema"]


def test_names_and_version_import_nothing():
    """They are asked for before Ctrl-C is caught, and by every room."""
    for module in (names, version):
        tree = ast.parse(inspect.getsource(module))
        assert not [
            node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)
        ]
