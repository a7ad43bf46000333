"""Texts of which nothing is left to see: pictures are drawn all the same."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import cjm
from cjm.maps import render
from cjm.maps.scene.text import cleaned
from cjm.source.signs import is_blank

UNSEEN = "\u202e"

Change = Callable[[Any], Any]


def texts_of(value: Any, way: str = "") -> Iterator[tuple[str, Change]]:
    """Every text in a journey by its way, and how to make the journey without it."""
    if isinstance(value, str):
        yield way, lambda text: UNSEEN
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            for inner, change in texts_of(getattr(value, field.name), f"{way}.{field.name}"):
                yield inner, _in_field(field.name, change)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            for inner, change in texts_of(item, f"{way}[]"):
                yield inner, _in_tuple(i, change)


def _in_field(name: str, change: Change) -> Change:
    return lambda value: dataclasses.replace(value, **{name: change(getattr(value, name))})


def _in_tuple(i: int, change: Change) -> Change:
    return lambda value: (*value[:i], change(value[i]), *value[i + 1 :])


TAXI = cjm.load(str(Path(__file__).parents[2] / "journeys" / "business-taxi.yaml"))
CHANGES: dict[str, Change] = dict(texts_of(TAXI))


def blanked(way: str) -> Any:
    """The journey with that text blank; None where a text there must name something."""
    try:
        return CHANGES[way](TAXI)
    except (ValueError, TypeError):
        return None


@pytest.mark.parametrize("way", sorted(CHANGES))
def test_a_map_is_drawn_whatever_text_is_blank(way: str) -> None:
    journey = blanked(way)
    if journey is not None:
        for view in ("graph", "map"):
            assert render(journey, view=view).startswith(b"<svg")


@pytest.mark.parametrize("text", ["", " ", "\u00a0\t", "\u202e", "\u200f \u061c", "\x07", "\ufeff"])
def test_what_shows_nothing_is_blank_and_pictures_keep_nothing_of_it(text: str) -> None:
    assert is_blank(text)
    assert cleaned(text).strip("\u00a0") == ""


@pytest.mark.parametrize("text", ["a", "\u202eа", "💳", "–", "\u0301", "\U000e0001?"])
def test_what_shows_anything_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_a_text_that_shows_nothing_is_refused_where_it_is_read(tmp_path: Path) -> None:
    """As an empty one is; whoever means an id leaves the title out."""
    file = tmp_path / "j.yaml"
    for fields in ('title: "\\u202e"', 'title: x\ndescription: "\\u200f"'):
        file.write_text(f"cjm: 1\n{fields}\ntouchpoints: {{a: }}\n")
        (finding,) = cjm.check([str(file)], select=["CJM002"]).findings
        assert "expected text" in str(finding.message)
