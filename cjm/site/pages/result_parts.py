"""The pages of results: what a command found, as figures, tables, pictures and quotes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cjm.i18n import Message, say, translate
from cjm.i18n.days import day_written
from cjm.site.navigation import RESULTS
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from cjm.maps.scene.model import Scene
    from cjm.project.results import Result
    from cjm.site.frame import Page, Site
    from cjm.terminal.told import Told

FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What comes of a result that somebody changed by hand, so that it is none any more."""
MOST_ROWS = 200
"""Of a table; how many more there are is told."""


class Cell(NamedTuple):
    """A cell of a table: a text, a figure, or a bar of a share, `dark` of which is darker."""

    text: str = ""
    url: str | None = None
    is_figure: bool = False
    bar: float | None = None
    dark: float = 0.0
    strong: bool = False


class Table(NamedTuple):
    """A table whose rows begin with what they are about; `more` rows are left out."""

    heads: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    more: int = 0

    @property
    def abreast(self) -> int:
        """How many figures stand beside each other on a phone, where a row is a card."""
        return 2 if sum(head.is_figure and bool(head.text) for head in self.heads) in (2, 4) else 3


class Figure(NamedTuple):
    """A figure with what it is called and what it means."""

    label: Message
    value: str
    note: Message | None = None


class Section(NamedTuple):
    """A part of what was found, in one of these forms."""

    title: Message
    note: Message | None = None
    table: Table | None = None
    figures: Sequence[Figure] = ()
    picture: Markup | None = None
    quotes: Sequence[tuple[str, Sequence[str]]] = ()
    remarks: Sequence[Message] = ()


class Part(NamedTuple):
    """What one result says: first a sentence, then what it rests on, then all the rest."""

    heading: Message
    facts: Sequence[Message] = ()
    figures: Sequence[Figure] = ()
    sections: Sequence[Section] = ()
    journey: tuple[str, str | None] | None = None


def result_pages(site: Site, command: str, part_of: Callable[[Result], Part]) -> Iterator[Page]:
    """The page of the results of a command; none where there are no such results.

    Args:
        site: The journeys and the results.
        command: What found them.
        part_of: Makes a part of the page of one of them.
    """
    results = [result for result in site.results if result.command == command]
    if not results:
        return
    name, address = next((name, address) for of, name, address in RESULTS if of == command)
    parts = [_part(result, part_of) for result in results]
    yield site.frame.page(address, "results.html", name, parts=parts)


def _part(result: Result, part_of: Callable[[Result], Part]) -> Part:
    part = _read(result, part_of)
    return part or Part(spoilt(result), [say("delete it, or write it anew")])


def _read(result: Result, part_of: Callable[[Result], Part]) -> Part | None:
    """What a result says; None of one that is none any more."""
    try:
        part = part_of(result)
        _hold_to_words(part)
    except FAULTS:
        return None
    return part


def spoilt(result: Result) -> Message:
    """That a file is no result, though it says so."""
    file = os.path.basename(result.file)
    return say("{path} is no result of cjm {command}", path=file, command=result.command)


def spoilt_of(site: Site, command: str, part_of: Callable[[Result], Part]) -> Iterator[Result]:
    """The results of a command that are none any more."""
    results = (result for result in site.results if result.command == command)
    return (result for result in results if _read(result, part_of) is None)


def _hold_to_words(part: Any) -> None:
    """Raise what a sentence with a figure that is none raises, before the page is made."""
    if isinstance(part, Message):
        translate(part, "en")
    elif isinstance(part, (tuple, list)):
        for each in part:
            _hold_to_words(each)


def told_in(language: str) -> Told:
    """How the pages of data commands say figures, on a terminal and here."""
    from cjm.terminal.told import Told

    return Told(language, None)


def picture(scene: Scene) -> Markup:
    """A picture for the middle of a page."""
    from markupsafe import Markup

    from cjm.maps.writers.html import inline_svg

    return Markup(inline_svg(scene))


def table(heads: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> Table:
    """A table of at most `MOST_ROWS` rows."""
    return Table(heads, rows[:MOST_ROWS], max(0, len(rows) - MOST_ROWS))


def figure(text: str, strong: bool = False) -> Cell:
    """A cell with a figure."""
    return Cell(text, is_figure=True, strong=strong)


def bar(share: float | None, dark: float | None = None) -> Cell:
    """A cell with a share as a bar; all of it is dark unless a part is."""
    held = min(1.0, max(0.0, share or 0.0))
    return Cell(bar=held, dark=held if dark is None else min(held, max(0.0, dark)))


def text(value: Any) -> str:
    """What has to be a text in a result. Raises TypeError for anything else."""
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r}")
    return value


def rows_read(data: Mapping[str, Any], told: Told) -> Message:
    """How many rows a result rests on."""
    return say(
        "{source}: {count} {n:row|rows} read",
        source=text(data["source"]),
        count=told.count(data["rows"]),
        n=data["rows"],
    )


def left_out(data: Mapping[str, Any], told: Told) -> Iterator[Section]:
    """Why how many rows were left out; without what stood in them. Nothing where none were."""
    from cjm.data.left_out import REASONS

    reasons = [(REASONS[name], reason["rows"]) for name, reason in data["left_out"].items()]
    if not reasons:
        return
    reasons.sort(key=lambda reason: -reason[1])
    rows = [[Cell(told.text(what)), figure(told.count(n))] for what, n in reasons]
    count = say("{count} left out", count=told.count(sum(n for _, n in reasons)))
    heads = [Cell(told.text(say("Reason"))), figure(told.text(say("Rows")))]
    yield Section(say("Rows left out"), count, table(heads, rows))


def day(of: date, told: Told) -> str:
    """A day as the language writes it."""
    return day_written(of.isoformat(), told.language)
