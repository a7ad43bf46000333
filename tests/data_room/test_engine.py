"""The engine of this machine."""

from __future__ import annotations

import os
import sys

import pytest

from cjm.data.engine import local_engine, quoted, text_literal
from cjm.errors import CjmError


@pytest.mark.parametrize("name", ['a "b"', "'", "\\", "день"])
def test_names_and_texts_are_quoted(name):
    """Whatever a file calls its columns, and whatever stands in them."""
    with local_engine("measure") as engine:
        sql = f"SELECT {quoted(name)} FROM (SELECT {text_literal(name)} AS {quoted(name)})"
        assert engine.rows(sql) == [(name,)]


def test_it_spills_into_a_folder_that_goes_with_it():
    """And never into the folder one works in."""
    with local_engine("measure") as engine:
        [(folder,)] = engine.rows("SELECT current_setting('temp_directory')")
        assert os.path.isdir(folder)
        assert not folder.startswith(os.getcwd())
    assert not os.path.exists(folder)


def test_without_duckdb_it_says_what_to_install(monkeypatch):
    """In a sentence, with the extra's name."""
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with (
        pytest.raises(CjmError, match="cjm measure needs DuckDB") as caught,
        local_engine("measure"),
    ):
        pass
    assert "customer-journey-map[data]" in str(caught.value.help)


@pytest.mark.parametrize("error", [RuntimeError("Query interrupted"), KeyboardInterrupt()])
def test_an_interrupt_is_pythons_own(error):
    """Whatever DuckDB calls it, so that a command ends as every other one does."""
    with pytest.raises(KeyboardInterrupt), local_engine("measure"):
        raise error


def test_other_errors_stay_what_they_are():
    """Only an interrupt is taken for one."""
    with pytest.raises(RuntimeError, match="other"), local_engine("measure"):
        raise RuntimeError("other")
