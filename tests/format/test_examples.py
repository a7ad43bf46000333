"""The shared examples: silent files load, faulty ones give exactly the findings beside them."""

from pathlib import Path

import pytest

from cjm.project.loading import Loaded, read_journey
from cjm.source import parse

JOURNEYS = Path(__file__).parents[1] / "journeys"
SILENT = sorted(file.name for file in (JOURNEYS / "silent").iterdir())
FAULTY = sorted(file.name for file in (JOURNEYS / "faulty").glob("*.yaml"))


def read(folder: str, name: str) -> Loaded:
    """An example, read as a file without a workspace."""
    return read_journey(parse((JOURNEYS / folder / name).read_bytes()), name)


def told(loaded: Loaded) -> list[str]:
    """The findings of a file as the `.findings` files write them, in order."""
    return [
        f"{f.span.line}:{f.span.column}-{f.span.end_line}:{f.span.end_column} {f.code} {f.message}"
        for f in sorted(loaded.findings, key=lambda f: f.sort_key)
    ]


def test_there_are_examples():
    """Both folders hold examples, every faulty one with its findings."""
    assert len(SILENT) >= 8
    assert len(FAULTY) >= 15
    files = {file.name for file in (JOURNEYS / "faulty").iterdir()}
    assert files == {*FAULTY, *(name.replace(".yaml", ".findings") for name in FAULTY)}


@pytest.mark.parametrize("name", SILENT)
def test_a_valid_file_loads_without_findings(name):
    """Every shorthand and every field of the format is accepted."""
    loaded = read("silent", name)
    assert told(loaded) == []
    assert loaded.journey is not None


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_file_gives_exactly_its_findings(name):
    """All faults of a file are told at once, each at the key or value at fault."""
    loaded = read("faulty", name)
    expected = (JOURNEYS / "faulty" / name).with_suffix(".findings").read_text(encoding="utf-8")
    assert told(loaded) == expected.splitlines()
    assert loaded.journey is None
    assert all(f.file == name for f in loaded.findings)


HELPS = [
    ("unknown-keys", 2, "did you mean 'title'?"),
    ("unknown-keys", 5, "did you mean 'expectation'?"),
    ("unknown-keys", 6, "did you mean 'score'?"),
    ("unknown-keys", 7, "did you mean 'probability'?"),
    ("unknown-keys", 8, "the keys here: n, sd"),
    ("unknown-keys", 10, "did you mean 'lifts'?"),
    ("references", 2, "did you mean 'book'?"),
    ("references", 7, "did you mean 'order'?"),
    ("references", 7, "did you mean 'ride'?"),
    ("references", 8, "did you mean 'app'?"),
    ("references", 8, "did you mean 'anna'?"),
    ("references", 8, "the touchpoints here: book, ride, x-ray"),
    ("references", 9, "did you mean 'book'?"),
    ("references", 9, "did you mean 'x-ray'?"),
    ("references", 11, "did you mean 'ride'?"),
    ("references", 13, "did you mean 'book'?"),
    ("transitions", 12, "did you mean 'success'?"),
    ("transitions", 13, "0.9"),
    ("types", 5, "write as-is"),
    ("types", 16, "write true"),
    ("comma", 4, "8.4"),
    ("comma", 5, "8.4"),
    ("comma", 6, "8.4"),
    ("comma", 7, "0.5"),
    ("comma", 7, "0.4"),
    ("comma", 8, "8.4"),
    ("comma", 9, "quotes"),
    ("scores", 7, "write it without quotes: 4"),
    ("scores", 9, "2.4"),
    ("tags", 6, "&anchor"),
    ("second-document", 3, "split it"),
]


@pytest.mark.parametrize(("name", "line", "help"), HELPS)
def test_a_finding_says_what_to_do(name, line, help):
    """'Did you mean' names the word meant; `8,4` suggests 8.4, in block and in flow style."""
    findings = read("faulty", f"{name}.yaml").findings
    assert any(help in (f.help or "") for f in findings if f.span.line == line)


def test_a_finding_names_the_journey_and_the_touchpoint():
    """A finding inside a touchpoint names it; one outside names none."""
    findings = read("faulty", "references.yaml").findings
    assert {f.journey for f in findings} == {"references"}
    assert {f.span.line: f.touchpoint for f in findings} == {
        2: None, 7: "book", 8: "ride", 9: "x-ray", 11: None, 13: None,
    }  # fmt: skip


def test_a_duplicate_key_is_related_to_the_first():
    """The first of two equal keys is named as the related place."""
    findings = read("faulty", "duplicates.yaml").findings
    related = {f.span.line: f.related[0].span for f in findings if f.code == "CJM001"}
    assert related == {4: (4, 7, 4, 18), 6: (5, 3, 5, 4), 7: (2, 1, 2, 6)}


def test_an_id_given_twice_is_related_to_the_first():
    """In a list, too, the first of two equal ids is named as the related place."""
    (finding,) = (f for f in read("faulty", "transitions.yaml").findings if f.span.line == 9)
    assert [r.span for r in finding.related] == [(9, 14, 9, 15)]


def test_an_outcome_beside_next_is_related_to_next():
    """Where an outcome stands on a touchpoint that is no exit, `next` is named."""
    (finding,) = (f for f in read("faulty", "transitions.yaml").findings if f.span.line == 11)
    assert [r.span for r in finding.related] == [(11, 7, 11, 11)]


def test_an_excerpt_shows_the_line():
    """A finding carries its source line."""
    (finding,) = read("faulty", "not-utf-8.yaml").findings
    assert finding.excerpt.text == ""
    finding = read("faulty", "duplicates.yaml").findings[0]
    assert finding.excerpt.text == "  a: {expectation: 8, expectation: 9}"
