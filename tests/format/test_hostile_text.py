"""Whatever text a journey holds is read again as written; what no file can hold is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import cjm
from cjm.journey import Journey

EVERYTHING = Path(__file__).parents[1] / "journeys" / "silent" / "everything.yaml"
JOURNEY = cjm.loads(EVERYTHING.read_bytes())
WORDS = ("id", "persona", "touchpoint", "to", "lane", "stage", "channel", "channels", "rule")
"""Fields whose texts name something."""
ENUMS = ("state", "language", "outcome", "phase", "per", "kind", "operator", "wait", "duration")


def parts(part: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to every free text of a journey."""
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name in (*WORDS, *ENUMS) or field.name.startswith("_"):
            continue
        if isinstance(value, str):
            yield (*way, field.name)
        elif is_dataclass(value):
            yield from parts(value, (*way, field.name))
        elif isinstance(value, tuple):
            for n, item in enumerate(value):
                if isinstance(item, str):
                    yield (*way, field.name, n)
                elif is_dataclass(item):
                    yield from parts(item, (*way, field.name, n))


WAYS = sorted(set(parts(JOURNEY)), key=str)


def put(part: Any, way: tuple[Any, ...], text: str) -> Any:
    """The same with another text at the end of the way."""
    if not way:
        return text
    if isinstance(part, tuple):
        return (*part[: way[0]], put(part[way[0]], way[1:], text), *part[way[0] + 1 :])
    return replace(part, **{way[0]: put(getattr(part, way[0]), way[1:], text)})


def written(way: tuple[Any, ...], text: str) -> Journey | None:
    """The journey with a text there; None where no part takes it."""
    try:
        return put(JOURNEY, way, text)
    except ValueError as error:
        return None if str(error).encode() else JOURNEY


def test_the_long_example_has_texts_everywhere():
    """Of every kind of part that has some."""
    assert len(WAYS) > 60
    assert {way[0] for way in WAYS} >= {"title", "stages", "touchpoints", "improvements", "waivers"}


SIGNS = "\n\t \r\x85\u2028\ufeff\x00:#-?[]{}'\"\\|>%@`&*!,"
HOSTILE = st.text(st.one_of(st.characters(), st.sampled_from(SIGNS)), min_size=1, max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(WAYS), HOSTILE)
@example(("title",), "\ud800 half")
@example(("title",), "- x\n# y: z")
@example(("title",), "null")
def test_what_a_part_takes_is_written_and_read_again(way, text):
    """As an equal journey, in UTF-8; what is refused is refused at the door, by a ValueError."""
    journey = written(way, text)
    if journey is not None:
        assert cjm.loads(cjm.dump(journey).encode()) == journey


@pytest.mark.parametrize("text", ["\ud800", "a\udfff", "\ud83d\ude95", "\u202e", "\x7f", "\u200b"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: ".".join(map(str, way)))
def test_what_no_file_holds_no_part_takes(way, text):
    """Halves of characters, and texts of which nothing can be seen."""
    assert written(way, text) is None
