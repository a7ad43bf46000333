"""Whatever the bytes, reading ends with a journey or with findings that have a place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from cjm.project.kind import holds_journey
from cjm.project.loading import Loaded, read_journey
from cjm.source import Source, parse

JOURNEYS = Path(__file__).parents[1] / "journeys"
SAMPLES = tuple(
    file.read_text(encoding="utf-8") for file in sorted((JOURNEYS / "silent").glob("*.yaml"))
)


def read(content: str | bytes) -> tuple[Source, Loaded]:
    """Read anything, and hold what comes of it to what a reader of findings relies on."""
    source = parse(content)
    loaded = read_journey(source, "x.yaml")
    assert (loaded.journey is None) == bool(loaded.findings)
    for finding in loaded.findings:
        span = finding.span
        assert finding.code in ("CJM001", "CJM002", "CJM003")
        assert finding.message
        assert span.line >= 1
        assert span.column >= 1
        assert (span.end_line, span.end_column) >= (span.line, span.column)
    if not source.readable:  # behind a slip reading goes on, and tells what is wrong there too
        codes = [f.code for f in loaded.findings]
        assert "CJM001" in codes
        assert source.root or set(codes) == {"CJM001"}
    if isinstance(content, bytes):
        holds_journey(content, lambda: source)
    return source, loaded


def test_there_are_samples_to_mutate():
    """The valid journeys of tests/journeys/silent are the seed of the mutations below."""
    assert len(SAMPLES) >= 3
    assert all(read(text)[1].journey for text in SAMPLES)


@given(st.binary(max_size=300))
def test_any_bytes(content):
    """No bytes raise."""
    read(content)


@given(st.text(max_size=300))
def test_any_text(text):
    """No text raises, lone surrogates included."""
    read(text)


SIGNS = st.text(st.sampled_from("[]{}:,-?&*!|>'\"%@`#~<= \n\t\rab0.1ж"), max_size=60)


@given(SIGNS)
def test_any_signs_of_yaml(text):
    """No pile of YAML's own signs raises."""
    read(text)


@given(SIGNS)
def test_whatever_is_read_was_yaml_to_libyaml_too(text):
    """Where this reader finds no fault, PyYAML's own composer accepts the text."""
    source = parse(text)
    assume(not source.faults and source.root is not None)
    assume("&" not in text)  # PyYAML refuses an anchor given twice, which YAML 1.2 allows
    assert yaml.compose(text, Loader=yaml.CSafeLoader) is not None


@st.composite
def mutated(draw):
    """A valid journey with a few stretches cut, doubled, or replaced."""
    text = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        filling = draw(
            st.one_of(SIGNS, st.just(""), st.just(text[start:end] * 2), st.text(max_size=5))
        )
        text = text[:start] + filling + text[end:]
    return text


@given(mutated())
def test_mutated_journeys(text):
    """A valid journey with parts cut, doubled or replaced never raises, as text or as bytes."""
    _, loaded = read(text)
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        assert read(text.encode())[1] == loaded


@given(mutated(), st.integers(0, 2000), st.binary(min_size=1, max_size=3))
def test_broken_bytes_in_a_journey(text, place, rubbish):
    """Bytes thrown into a valid journey never raise."""
    content = text.encode("utf-8", "replace")
    read(content[:place] + rubbish + content[place:])


@pytest.mark.parametrize("number", range(len(SAMPLES)))
def test_a_journey_cut_anywhere(number):
    """A journey cut off at any line or in the middle of it never raises."""
    text = SAMPLES[number]
    for end in range(0, len(text), max(1, len(text) // 60)):
        read(text[:end])
