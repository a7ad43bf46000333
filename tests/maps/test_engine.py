"""An engine that is missing, fails, hangs or talks nonsense is told in a sentence."""

from __future__ import annotations

import importlib.metadata
import json
import sys
from pathlib import Path

import pytest
from graph_samples import small

from cjm.errors import LayoutError, UsageError
from cjm.maps import render
from cjm.maps.views.graph.layout.positions import positions_of
from cjm.system.graphviz import find_program, layout_program


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
    with pytest.raises(LayoutError, match="no `dot` on PATH") as raised:
        render(small(), engine="dot")
    assert "--engine embedded" in str(raised.value.help)
    assert not fake_dot.exists()


def test_a_missing_embedded_engine_has_a_way_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The package is gone, or came without its binary: use the system's."""

    def missing(name: str) -> None:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert render(small()).startswith(b"<svg")  # the package's own file serves too
    monkeypatch.setattr(importlib.metadata, "distribution", missing)
    with pytest.raises(LayoutError, match="not installed") as raised:
        render(small())
    assert "pip install graphviz-pure" in str(raised.value.help)
    bare = installed_in(tmp_path / "deep" / "site-packages")
    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: bare)
    with pytest.raises(LayoutError, match="not installed"):
        render(small())


def installed_in(folder: Path) -> importlib.metadata.Distribution:
    """The package as pip installs it in a folder, its list saying the program lies elsewhere."""
    about = folder / "graphviz_pure-1.dist-info"
    about.mkdir(parents=True)
    (about / "RECORD").write_text("../../bin/graphviz-pure,,\n")
    return importlib.metadata.PathDistribution(about)


def test_the_engine_is_found_where_pip_install_target_put_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Beside the packages, though their list of files names another place."""
    program = tmp_path / "bin" / "graphviz-pure"
    program.parent.mkdir()
    program.write_text("")
    package = installed_in(tmp_path)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: package)
    assert find_program("embedded") == str(program)


def test_an_engine_that_hangs_is_stopped(fake_dot: Path) -> None:
    """After its time limit, with a way out."""
    write(fake_dot, "exec /bin/sleep 30")
    with pytest.raises(LayoutError, match=r"did not finish in 0\.2 s") as raised:
        layout_program("dot", time_limit=0.2)("digraph {}")
    assert "split" in str(raised.value.help)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo 'out of memory' >&2; exit 3", r"failed \(3\): out of memory"),
        ("exit 1", r"failed \(1\): no message"),
    ],
)
def test_an_engine_that_fails_is_told(fake_dot: Path, script: str, message: str) -> None:
    """With the first line of what it said."""
    write(fake_dot, script)
    with pytest.raises(LayoutError, match=message) as raised:
        render(small(), engine="dot")
    assert "--engine embedded" in str(raised.value.help)


PLACED = {"objects": [{"name": f"p{i}", "pos": f"{i},{i}"} for i in range(3)]}


@pytest.mark.parametrize(
    "answer",
    [
        "nonsense",
        "[]",
        "{}",
        '{"objects": [{"name": "p0", "pos": "x"}]}',
        json.dumps(PLACED).replace("p0", "p9"),
        json.dumps(PLACED).replace("1,1", "nan,1"),
    ],
)
def test_an_answer_that_does_not_place_every_card_is_told(answer: str) -> None:
    """Whoever gave it: the layout is a parameter."""
    positions_of(json.dumps(PLACED), 3)
    with pytest.raises(LayoutError, match="cannot be read"):
        positions_of(answer, 3)
    with pytest.raises(LayoutError, match="cannot be read"):
        render(small(), layout=lambda dot: answer)


def test_a_layout_of_ones_own_draws_what_the_engine_draws() -> None:
    """DOT goes in, json0 comes out; no other program is asked."""
    asked = []

    def layout(dot: str) -> str:
        asked.append(dot)
        return layout_program()(dot)

    assert render(small(), layout=layout, engine="dot") == render(small())
    assert len(asked) == 1
    assert asked[0].startswith("digraph")


def test_a_layout_of_ones_own_fails_in_its_own_words() -> None:
    """And is not asked twice."""

    def layout(dot: str) -> str:
        raise LayoutError("out of memory at node p3")

    with pytest.raises(LayoutError, match=r"^out of memory at node p3$"):
        render(small(), layout=layout)


def test_an_engine_that_cannot_start_is_told(fake_dot: Path) -> None:
    """A file that is no program."""
    fake_dot.write_bytes(b"\x00\x01")
    fake_dot.chmod(0o755)
    with pytest.raises(LayoutError, match="could not be started"):
        render(small(), engine="dot")


def test_an_unknown_engine_is_a_wrong_option() -> None:
    """And the known ones are named."""
    with pytest.raises(UsageError, match="no layout engine 'neato'") as raised:
        render(small(), engine="neato")
    assert "embedded, dot" in str(raised.value.help)
    with pytest.raises(UsageError, match="no layout engine 'neato'"):
        layout_program("neato")
