"""Look: every option of a picture is named once, and the same for all who take it."""

from __future__ import annotations

import inspect
import re
from typing import Any, get_type_hints

import pytest
from graph_samples import small
from map_samples import full

import cjm
from cjm.maps.content import flow
from cjm.maps.look import Look, Options, look_of


def test_the_keywords_are_the_fields_of_a_look() -> None:
    """With the same types, in the same order; a flow is given as a result and kept as read."""
    given, kept = (get_type_hints(kind, localns=vars(flow)) for kind in (Options, Look))
    assert given.pop("flow") == flow.Given | None
    assert kept.pop("flow") == flow.Flow | None
    assert given == kept
    assert list(Options.__annotations__) == list(Look._fields)


def test_every_option_is_told_once_and_no_other_is() -> None:
    """In the help of `cjm.render`, where people look."""
    arguments = str(cjm.render.__doc__).partition("Args:")[2].partition("Returns:")[0]
    told = re.findall(r"^ {8}(\w+): ", arguments, re.M)
    assert sorted(told) == sorted(["journey", "format", "measured", *Look._fields])


@pytest.mark.parametrize("function", [cjm.render, cjm.render_all])
def test_both_doors_take_the_same_options(function: Any) -> None:
    """By keyword only."""
    parameters = inspect.signature(function).parameters.values()
    (options,) = (p for p in parameters if p.kind is p.VAR_KEYWORD)
    assert options.annotation == "Unpack[Options]"
    assert not {p.name for p in parameters} & {*Look._fields}


def test_an_unknown_option_is_named() -> None:
    with pytest.raises(TypeError, match="'viwe'"):
        cjm.render(small(), viwe="map")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("given", "kept"), [("anna", ("anna",)), (["anna"], ("anna",)), ([], None)]
)
def test_one_persona_is_a_text_or_a_list_of_one(given: str | list[str], kept: Any) -> None:
    """A record keeps no list that may change."""
    assert look_of(persona=given).persona == kept
    asked = cjm.render(full(), persona=given)
    assert asked == cjm.render(full(), persona=kept)
    assert (asked == cjm.render(full())) == (kept is None)


def test_one_row_is_a_text_or_a_list_of_one() -> None:
    assert look_of(lanes="pains").lanes == ("pains",)
    assert look_of(lanes=["pains"]) == look_of(lanes="pains")
    assert look_of() == Look()
