"""An engine that is missing, fails, hangs or talks nonsense is told in a sentence."""

from __future__ import annotations

import importlib.metadata
import sys
from typing import TYPE_CHECKING

import pytest
from diagram_samples import small

from cjm.errors import EngineError, UsageError
from cjm.maps import render
from cjm.maps.engine import positions

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def fake_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `dot` alone on PATH, whose script the test writes."""
    program = tmp_path / "dot"
    monkeypatch.setenv("PATH", str(tmp_path))
    return program


def write(program: Path, script: str) -> None:
    """Make the program a shell script."""
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_a_missing_system_engine_has_a_way_out(fake_dot: Path) -> None:
    """No `dot` on PATH: use the embedded one."""
    with pytest.raises(EngineError, match="no `dot` on PATH") as raised:
        render(small(), engine="dot")
    assert "--engine embedded" in str(raised.value.help)
    assert not fake_dot.exists()


def test_a_missing_embedded_engine_has_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is gone, or came without its binary: use the system's."""

    def missing(name: str) -> None:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert render(small()).startswith(b"<svg")  # the package's own file serves too
    monkeypatch.setattr(importlib.metadata, "files", missing)
    with pytest.raises(EngineError, match="not installed") as raised:
        render(small())
    assert "pip install graphviz-pure" in str(raised.value.help)
    monkeypatch.setattr(importlib.metadata, "files", lambda name: [])
    with pytest.raises(EngineError, match="not installed"):
        render(small())


def test_an_engine_that_hangs_is_stopped(fake_dot: Path) -> None:
    """After its time limit, with a way out."""
    write(fake_dot, "exec /bin/sleep 30")
    with pytest.raises(EngineError, match=r"did not finish in 0\.2 s") as raised:
        positions("digraph {}", 0, "dot", time_limit=0.2)
    assert "split" in str(raised.value.help)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo 'out of memory' >&2; exit 3", r"failed \(3\): out of memory"),
        ("exit 1", r"failed \(1\): no message"),
        ("echo nonsense", "cannot be read"),
        ('echo \'{"objects": [{"name": "p0", "pos": "x"}]}\'', "cannot be read"),
        ("echo '{}'", "cannot be read"),
    ],
)
def test_an_engine_that_fails_is_told(fake_dot: Path, script: str, message: str) -> None:
    """With the first line of what it said."""
    write(fake_dot, script)
    with pytest.raises(EngineError, match=message) as raised:
        render(small(), engine="dot")
    assert "--engine embedded" in str(raised.value.help)


def test_an_engine_that_cannot_start_is_told(fake_dot: Path) -> None:
    """A file that is no program."""
    fake_dot.write_bytes(b"\x00\x01")
    fake_dot.chmod(0o755)
    with pytest.raises(EngineError, match="could not be started"):
        render(small(), engine="dot")


def test_an_unknown_engine_is_a_wrong_option() -> None:
    """And the known ones are named."""
    with pytest.raises(UsageError, match="no layout engine 'neato'") as raised:
        render(small(), engine="neato")
    assert "embedded, dot" in str(raised.value.help)
    with pytest.raises(UsageError, match="no layout engine 'neato'"):
        positions("digraph {}", 0, "neato")
