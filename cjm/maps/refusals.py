"""Refusals: what a look asks for that does not exist, or that another picture has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.i18n import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cjm.maps.look import Look


def refuse_sheets(look: Look) -> None:
    """Raise UsageError for what only a map sheet can show."""
    given = {
        say("only the view map, as a picture, has rows to choose"): look.lanes is not None,
        say("only the view map, as a picture, has another state to compare"): (
            look.compare is not None
        ),
        say("only the view map, as a picture, has several personas"): len(look.personas) > 1,
    }
    for what in (name for name, is_given in given.items() if is_given):
        raise UsageError(
            what,
            help=say("choose the view map and the format svg, html, png or pdf"),
        )


def refuse_in_slides(look: Look) -> None:
    """Raise UsageError for what slides do not show."""
    given = {
        say("a presentation has the graph and the map both"): look.view != "graph",
        say("a presentation shows one state of a journey"): look.compare is not None,
        say("a presentation shows the scores of one persona"): len(look.personas) > 1,
    }
    for what in (name for name, is_given in given.items() if is_given):
        raise UsageError(what, help=say("leave it out, or choose the format pdf"))


def only_for_graphs() -> UsageError:
    """What is told of a lived flow that is asked for on anything but a graph."""
    return UsageError(
        say("only the view graph, as a picture, shows a lived flow"),
        help=say("choose the view graph and the format svg, html, png or pdf"),
    )


def refuse_elsewhere(option: str, value: object, owner: str, format: str) -> None:
    """Raise UsageError for an option of one format that is given for another."""
    if value is not None and format != owner:
        raise UsageError(
            say(
                "--{option} belongs to {owner}, not to {format}",
                option=option,
                owner=owner,
                format=format,
            ),
            help=say("leave it out, or choose the format {owner}", owner=owner),
        )


def refuse_unknown(what: str, value: str, known: Iterable[str]) -> None:
    """Raise UsageError for a value that does not exist."""
    known = tuple(known)
    if value not in known:
        raise UsageError(
            say("there is no {what} {value!r}", what=what, value=value),
            help=say("known: {known}", known=", ".join(known)),
        )
