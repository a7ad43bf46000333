"""bench: what it measures is what it says, and it refuses to measure compiling."""

from __future__ import annotations

import networkx as nx
import pytest

import cjm
from bench import history, logs, machine, studio
from bench.corpus import journey, write_corpus
from bench.shapes import SHAPES, journey_of


def test_without_bytecode_nothing_is_measured(tmp_path, monkeypatch):
    """Every run would compile all modules: half again as slow, and nobody would see why."""
    (tmp_path / "module.py").write_text("x = 1\n")
    (tmp_path / "__pycache__").write_text("a file stands where the folder should be")
    monkeypatch.setattr(machine, "CODE", tmp_path)
    with pytest.raises(SystemExit, match="1 modules have no bytecode"):
        machine.require_bytecode()
    (tmp_path / "__pycache__").unlink()
    machine.require_bytecode()


def test_the_corpus_has_journeys_with_and_without_findings(desk):
    """One is fine; the other has loops and disappoints, which is the dearest to check."""
    desk.write("fine.yaml", journey(0))
    desk.write("loops.yaml", journey(0, loops=True))
    assert desk.check("fine.yaml").findings == ()
    codes = {finding.code for finding in desk.check("loops.yaml").findings}
    assert {"CJM102", "CJM208"} <= codes
    assert cjm.analyze(cjm.load("loops.yaml")).loops


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_a_journey_that_can_be_worked_out(shape):
    """Only the first has no loop."""
    analysis = cjm.analyze(journey_of(shape, 50))
    assert analysis.flow is not None
    assert nx.is_directed_acyclic_graph(analysis.graph) == (shape == "onward")


def test_the_log_has_paths_of_every_length(tmp_path):
    """What is counted of it is what it says: cases, paths and five events a case."""
    file = logs.write_log(tmp_path, "log", 10 * logs.VARIANTS)
    found = cjm.discover(
        str(file), columns={"case": "case_id", "touchpoint": "activity", "time": "happened"}
    )
    assert found.log.cases == 10 * logs.VARIANTS
    # Some paths of two steps happen to be the same.
    assert 0.95 * logs.VARIANTS < len(found.log.paths) <= logs.VARIANTS
    assert {len(path.touchpoints) for path in found.log.paths} == set(range(2, 9))
    assert found.log.events == pytest.approx(5 * found.log.cases, rel=0.01)


def test_works_are_timed_without_their_imports(tmp_path, capsys):
    """A row each; with waits and without, on the same log."""
    file = str(logs.write_log(tmp_path, "few", logs.VARIANTS))
    works = {"with": logs.OURS.replace("WAITS", "True"), "scan": logs.SCAN}
    logs.inside("a log", works, file, file)
    title, _, *rows = capsys.readouterr().out.strip().splitlines()
    assert title == "a log, the work alone; median of 3"
    assert [row.split()[-1] for row in rows] == list(works)
    assert all(float(figure) >= 0 for row in rows for figure in row.split()[:2])


def test_every_score_of_the_overlay_counts(tmp_path):
    """So that a check with it has more to read, and the same to find."""
    file = write_corpus(tmp_path, 1) / "journey-00000.yaml"
    logs.write_overlay(file)
    points = cjm.load(file).touchpoints
    scores = [score for point in points for score in (point.expectation, point.experience)]
    assert all(score.measurement for score in scores)


def test_every_revision_of_the_history_has_another_c(tmp_path):
    """What is measured has no two revisions that are read as one."""
    file = history.write_repository(tmp_path / "repository", 55)
    found = cjm.history(file)
    assert len(found.rows) == 55
    assert len({repr(row.gaps) for row in found.rows}) == 55
    assert cjm.history(file, processes=2).to_dict() == found.to_dict()
    assert len(found.touchpoints) == history.TOUCHPOINTS


def test_a_score_is_edited_assessed_and_drawn_once_each(monkeypatch, capsys):
    """A line for each kind of journey and view, and whether the goal was reached."""
    monkeypatch.setattr(studio, "TOUCHPOINTS", 4)
    monkeypatch.setattr(studio, "ROUNDS", 1)
    studio.main()
    lines = capsys.readouterr().out.strip().splitlines()
    assert len(lines) == 5
    assert all("edit" in line and "assess" in line and "draw" in line for line in lines[1:])
