"""Every feature at every few places of every example: nothing fails, and nothing is said twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.lsp.completion import complete
from cjm.lsp.cursor import cursor_at
from cjm.lsp.definition import definition
from cjm.lsp.hover import hover
from cjm.lsp.reading import read
from cjm.lsp.references import highlights, references
from cjm.lsp.renaming import prepare_rename

ROOT = Path(__file__).parents[2]
SHARED = (ROOT / "journeys" / "cjm.yaml").read_text(encoding="utf-8")
EXAMPLES = sorted(ROOT.glob("journeys/*.yaml"))
JOURNEYS = [file for file in EXAMPLES if file.name != "cjm.yaml"]
ODD = sorted(ROOT.glob("tests/journeys/**/*.yaml"))


def _texts():
    for file in (*EXAMPLES, *ODD):
        yield pytest.param(file.read_bytes().decode("utf-8", "replace"), file.name, id=file.stem)


@pytest.mark.parametrize(("text", "name"), list(_texts()))
def test_completion_and_hover_answer_everywhere(text, name):
    """No key that stands in a mapping is offered for it again."""
    if name == "cjm.yaml" or not text.strip():
        name = "cjm.yaml"
    reading = read(text, f"journeys/{name}", SHARED)
    if reading is None:
        return
    for offset in range(0, len(text) + 1, max(1, len(text) // 14)):
        hover(reading, offset)
        named = highlights(reading, offset)
        assert bool(named) == bool(references(reading, offset))
        assert not named or definition(reading, offset) or not any(n.is_declared for n in named)
        prepare_rename(reading, offset)
        cursor = cursor_at(text, offset)
        for found in complete(reading, offset):
            assert 0 <= found.start <= offset <= found.end <= len(text)
            if cursor is not None and cursor.role == "key":
                assert found.label not in cursor.others


HALF = (
    "    owne",
    "    next: {",
    '    title: "half',
    "  : :",
    "\t- x",
    "    - ",
    "    stage: a: b",
    "{",
)


@pytest.mark.parametrize("half", HALF)
@pytest.mark.parametrize("file", JOURNEYS[::7], ids=lambda file: file.stem)
def test_a_half_typed_line_anywhere_breaks_nothing(file, half):
    """What was known of the text before it is known still."""
    text = file.read_text(encoding="utf-8")
    before = read(text, f"journeys/{file.name}", SHARED)
    breaks = [n for n, sign in enumerate(text) if sign == "\n" and n > text.index("touchpoints:")]
    for place in breaks[:: max(1, len(breaks) // 3)]:
        typed = f"{text[: place + 1]}{half}{text[place:]}"
        reading = read(typed, f"journeys/{file.name}", SHARED, before=before)
        end = place + 1 + len(half)
        complete(reading, end)
        hover(reading, end)
        definition(reading, end)
        assert reading.journey is not None
