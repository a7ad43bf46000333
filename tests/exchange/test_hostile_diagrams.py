"""Texts made to be slow or to break a reader: each is read, or told, in one pass."""

from __future__ import annotations

import pytest

import cjm
from cjm.errors import InvalidJourneyError

N = 10_000
HOSTILE = {
    "open brackets": "flowchart LR\na" + "[" * N,
    "open quotes": "flowchart LR\n" + 'a["' * N,
    "lines without an end": "flowchart LR\n" + "a -- b\n" * N,
    "dots without an end": "flowchart LR\na -" + "." * N + " b",
    "data without an end": "flowchart LR\n" + "a@{" * N,
    "all to all": "flowchart LR\n" + " & ".join(f"a{n}" for n in range(3000)) + " --> "
    + " & ".join(f"b{n}" for n in range(3000)),
    "directives": "%%{init}%%\n" * N + "flowchart LR\na",
    "open directives": "%%{" * N + "\nflowchart LR\na",
    "subgraphs in subgraphs": "flowchart LR\n" + "subgraph a\n" * N + "x\n" + "end\n" * N,
    "tags": 'flowchart LR\na["' + "<b" * N + '"]',
    "emphasis": 'flowchart LR\na["`' + "**a" * N + '`"]',
    "a score without an end": 'flowchart LR\na["x<br/>O ' + "9" * N + ' · B 4"]',
    "one task for many": "journey\n" + "".join(f"a: 3: p{n}\n" for n in range(500)),
    "front matter": "---\n" * N,
    "one section": "journey\n" + "section a\n" * N + "x: 1",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_makes_the_reader_fall_or_wait(text: str) -> None:
    """It gives a journey, or findings; the run's time limit is the judge of the rest."""
    try:
        made = cjm.convert(text, "mermaid", "yaml")
    except InvalidJourneyError as error:
        found = len(error.findings)
    else:
        cjm.loads(made.text)
        found = 1
    assert 0 < found <= 20
