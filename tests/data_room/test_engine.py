"""The engine of this machine."""

from __future__ import annotations

import os
import signal
import sys
from threading import Timer

import pytest

from cjm.data.engine import _memory, local_engine, quoted, text_literal
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


ENDLESS = (
    "SELECT COUNT(*) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % 7 = 3"
)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_what_runs(number):
    """As Ctrl-C does anywhere, whatever the engine is at."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    with local_engine("measure") as engine:
        Timer(0.3, lambda: os.kill(os.getpid(), number)).start()
        try:
            with pytest.raises(KeyboardInterrupt):
                engine.rows(ENDLESS)
        finally:
            signal.signal(signal.SIGTERM, before)
        assert engine.rows("SELECT 1") == [(1,)]


def test_another_thread_stops_what_runs():
    """By `interrupt`; what comes next runs as ever."""
    with local_engine("measure") as engine:
        Timer(0.3, engine.interrupt).start()
        with pytest.raises(KeyboardInterrupt):
            engine.rows(ENDLESS)
        assert engine.rows("SELECT 1") == [(1,)]


LARGE = "CREATE TABLE large AS SELECT i, md5(CAST(i AS VARCHAR)) AS text FROM range(3000000) t(i)"


def test_work_above_memory_spills(monkeypatch):
    """Into the temporary folder."""
    monkeypatch.setattr("cjm.data.engine._memory", lambda: 100)
    with local_engine("measure", threads=1) as engine:
        engine.run(LARGE)
        assert sum(os.path.getsize(entry) for entry in os.scandir(engine.folder)) > 0
        assert engine.rows("SELECT COUNT(*) FROM large") == [(3_000_000,)]


def test_work_above_memory_and_disk_is_refused(monkeypatch):
    """With what to do."""
    monkeypatch.setattr("cjm.data.engine._memory", lambda: 100)
    monkeypatch.setattr("cjm.data.engine.SPILL_LIMIT", 10 << 20)
    with (
        pytest.raises(CjmError, match="need more room than memory") as caught,
        local_engine("measure", threads=1) as engine,
    ):
        engine.run(LARGE)
    assert "TMPDIR" in str(caught.value.help)


def test_a_containers_limit_is_the_memory_there_is(monkeypatch, tmp_path):
    """Not that of the machine it runs on; `max` is none."""
    limit = tmp_path / "memory.max"
    monkeypatch.setattr("cjm.data.engine._GROUP_LIMITS", (limit, tmp_path / "none"))
    limit.write_text(f"{1 << 30}\n")
    assert _memory() == int((1 << 30) * 0.6) >> 20
    limit.write_text("max\n")
    assert _memory() >= 256


def test_without_duckdb_it_says_what_to_install(monkeypatch):
    """In a sentence, with the extra's name."""
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with (
        pytest.raises(CjmError, match="cjm measure needs DuckDB") as caught,
        local_engine("measure"),
    ):
        pass
    assert "customer-journey-map[data]" in str(caught.value.help)
