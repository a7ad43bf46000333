"""Difference: what differs between two states of journeys, as a page for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n import say, translate
from cjm.terminal.difference_fields import other_lines
from cjm.terminal.difference_figures import figure_lines
from cjm.terminal.difference_rows import touchpoint_sections, way_section
from cjm.terminal.page import page_of, sheet_of
from cjm.terminal.sheet import Lines, Sheet
from cjm.terminal.signs import QUIET, STRONG
from cjm.terminal.text import cleaned

if TYPE_CHECKING:
    from cjm.compare.difference import Alone, Difference
    from cjm.compare.journeys import JourneyDifference


def difference_page(
    difference: Difference,
    language: str = "en",
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """A difference as a page: each journey's figures, gaps that are better or worse, what is new
    and gone, transitions, and all else that is said otherwise.

    `width`, `color` and `encoding` are those of `cjm.show`; the same difference, the same text.
    """
    sheet = sheet_of(width, language)
    parts: list[Lines] = []
    for journey in difference.journeys:
        parts += _journey(journey, sheet)
    parts += [lines for lines in (_alone(difference, sheet), _summary(difference, sheet)) if lines]
    if difference.is_empty:
        parts = [sheet.paragraph(translate(say("no differences"), language))]
    return page_of(parts, color, encoding)


def _journey(journey: JourneyDifference, sheet: Sheet) -> Iterator[Lines]:
    """The parts of one journey, those that have something to say."""
    sections = (
        *touchpoint_sections(journey, sheet),
        way_section(journey, sheet),
        other_lines(journey, sheet),
    )
    parts = (_header(journey, sheet), figure_lines(journey, sheet), [*_joined(sections)])
    return (part for part in parts if part)


def _joined(sections: Iterable[Lines]) -> Iterator[Text]:
    for lines in sections:
        yield from lines


def _header(journey: JourneyDifference, sheet: Sheet) -> Lines:
    """Which journey, and of which states."""
    words, b = sheet.words, journey.b
    states = [words.states[state] for state in dict.fromkeys(journey.states)]
    about = [
        *([cleaned(b.id)] if b.id != b.title else []),
        " → ".join(states),
    ]
    persona = journey.figures.persona
    if persona is not None:
        name = cleaned(b.persona(persona).name) or cleaned(persona)
        about.append(words.lived_by.format(name))
    title = Text(cleaned(b.title) or cleaned(b.id), STRONG)
    lines = sheet.paragraph(Text.assemble(title, Text("".join(f" · {t}" for t in about), QUIET)))
    if not journey.comparable:
        note = say("the scales differ: no C is better or worse")
        lines += sheet.paragraph(Text(translate(note, words.language), QUIET))
    return lines


def _alone(difference: Difference, sheet: Sheet) -> Lines:
    """Journeys that only one side has."""
    lines: Lines = []
    for found, title in (
        (difference.only_in_b, say("New journeys")),
        (difference.only_in_a, say("Journeys that are gone")),
    ):
        if found:
            lines.append(sheet.heading(translate(title, sheet.words.language)))
            for alone in found:
                lines += sheet.listed(_about(alone, sheet))
    return lines


def _about(alone: Alone, sheet: Sheet) -> list[str]:
    named = [cleaned(alone.title), cleaned(alone.journey)]
    return [*dict.fromkeys(named), sheet.words.states[alone.state], cleaned(alone.file or "")]


def _summary(difference: Difference, sheet: Sheet) -> Lines:
    """The counts, of several journeys."""
    if len(difference.journeys) + difference.unchanged < 2:
        return []
    told = say(
        "{better} {better:gap|gaps} better, {worse} worse; {n} {n:journey|journeys} unchanged",
        better=difference.better,
        worse=difference.worse,
        n=difference.unchanged,
    )
    return sheet.paragraph(Text(translate(told, sheet.words.language), QUIET))
