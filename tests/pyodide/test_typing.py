"""A page whose text is written on answers as one that began with that text."""

from __future__ import annotations

import json
from pathlib import Path

from forgetting import forget
from hypothesis import given, settings
from hypothesis import strategies as st
from in_page import asked, page

from bench.corpus import journey

ROOT = Path(__file__).parents[2]
TEXTS = [
    journey(0, 5, loops=True),
    journey(0, 27, loops=True),
    (ROOT / "journeys/business-taxi.yaml").read_text(encoding="utf-8"),
]
WRITTEN = ("5", "7.0", "0", "x", "ж ", "# ", '"', "\n", ", ", "1: ", "point-1")


@st.composite
def histories(draw: st.DrawFn) -> list[str]:
    """A text, and what it becomes: signs typed over others, and taken back."""
    texts = [draw(st.sampled_from(TEXTS))]
    for _ in range(4):
        text = draw(st.sampled_from(texts[-2:]))
        digits = [n for n, sign in enumerate(text) if sign.isdigit()]
        place = draw(st.one_of(st.sampled_from(digits), st.integers(0, len(text))))
        end = place + draw(st.integers(0, 2))
        texts.append(text[:place] + draw(st.sampled_from(WRITTEN)) + text[end:])
    return texts


def told(host: object, text: str) -> str:
    """What a page shows of a text, sign by sign."""
    given = {"file": "a.yaml", "text": text, "language": "en"}
    pictures = [asked(host, "picture", view=view, **given) for view in ("graph", "map")]
    return json.dumps([pictures, asked(host, "findings", **given), asked(host, "assess", **given)])


@settings(max_examples=12)
@given(histories())
def test_what_is_typed_is_told_as_if_nothing_had_been_before(texts: list[str]) -> None:
    """Pictures, findings and figures are those of a fresh process, whatever is kept of before."""
    forget()
    host = page({"a.yaml": texts[0], "cjm.yaml": "cjm: 1\n"})
    answers = [told(host, text) for text in texts]
    for text, answer in zip(texts, answers, strict=True):
        forget()
        assert told(page({"a.yaml": text, "cjm.yaml": "cjm: 1\n"}), text) == answer
