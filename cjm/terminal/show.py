"""Show: a journey as one page for a terminal, from the first line to the last."""

from __future__ import annotations

import io
import os
from itertools import chain
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.analysis import Analysis, analyze
from cjm.i18n.numbers import ASSUMED
from cjm.journey import Journey
from cjm.project.opening import opened, opened_within
from cjm.terminal.facts import facts
from cjm.terminal.header import header, key_figures, trap_note
from cjm.terminal.moments import moments_of_truth
from cjm.terminal.overlay import measured_values, topics_of_reviews
from cjm.terminal.paths import doom_loops, likely_path, worst_path
from cjm.terminal.personas import persona_table
from cjm.terminal.sheet import Lines, Sheet
from cjm.terminal.signs import QUIET, writable
from cjm.terminal.table import touchpoint_table
from cjm.terminal.words import words_of
from cjm.terminal.written import service_philosophy, written

if TYPE_CHECKING:
    from cjm.checking.overview import Overview
    from cjm.project.workspace import Philosophy

WIDTH = 100
NARROWEST, WIDEST = 40, 140
"""A page is never narrower, and on a wider terminal its lines would be too long to read."""

PARTS = (
    header,
    trap_note,
    key_figures,
    facts,
    persona_table,
    touchpoint_table,
    measured_values,
    topics_of_reviews,
    moments_of_truth,
    likely_path,
    worst_path,
    doom_loops,
    written,
)
"""A page from top to bottom; a part that has nothing to say is left out."""


def show(
    journey: Journey | Analysis | Overview | str | os.PathLike[str],
    persona: str | None = None,
    language: str | None = None,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    measured: bool = True,
) -> str:
    """A journey's figures as a page: touchpoints, moments of truth, balance, paths and loops.

    Of an overview, or of a folder of several journeys, the page has a line a journey.

    `persona` shows that persona's scores (default: an analysis's own, else everybody's);
    `language` (en, ru) is by default the journey's; `width` is in terminal cells, held within 40
    to 140, 100 by default; `color` adds ANSI colours; signs that `encoding` does not have become
    plainer ones. Overlays of files count unless `measured` is False. The same journey gives the
    same text.

    Raises UsageError where there is no such persona or language.
    """
    if not isinstance(journey, (Journey, Analysis)):
        journey = _overview_of(journey, persona, language, measured)
        if not isinstance(journey, (str, os.PathLike)):
            from cjm.terminal.overview import overview_page

            return overview_page(journey, language, width, color, encoding)
    philosophy: Philosophy = ()
    if isinstance(journey, Analysis):
        analysis = journey
    else:
        found, workspace = opened_within(journey, measured)
        analysis, philosophy = analyze(found, persona), workspace.philosophy
    if persona is not None and persona != analysis.persona:
        analysis = analyze(analysis.journey, persona)
    return journey_page(analysis, philosophy, language, width, color, encoding)


def journey_page(
    analysis: Analysis,
    philosophy: Philosophy = (),
    language: str | None = None,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """The page of one journey, with the service `philosophy` of its workspace; else as `show`."""
    sheet = sheet_of(width, language or analysis.journey.language)
    parts = [lines for part in PARTS if (lines := part(analysis, sheet))]
    parts += [lines] if (lines := service_philosophy(philosophy, sheet)) else []
    if analysis.moved and any(ASSUMED in line.plain for lines in parts for line in lines):
        parts.append(sheet.paragraph(Text(sheet.words.assumed, QUIET)))
    return page_of(parts, color, encoding)


def _overview_of(
    asked: Overview | str | os.PathLike[str],
    persona: str | None,
    language: str | None,
    measured: bool,
) -> Overview | str | os.PathLike[str]:
    """The overview of a folder, or the path of the one journey there is."""
    if isinstance(asked, (str, os.PathLike)) and not os.path.isdir(asked):
        return asked
    from cjm.checking.overview import Overview, overview

    if not isinstance(asked, (Overview, str, os.PathLike)):
        opened(asked)  # refuses it in a sentence
    if isinstance(asked, Overview):
        found = asked
    else:
        found = overview(asked, persona, language, measured=measured)
    return found.only_file or found


def sheet_of(width: int | None, language: str) -> Sheet:
    """A sheet as wide as asked, held within 40 to 140 cells, 100 by default."""
    return Sheet(max(NARROWEST, min(width or WIDTH, WIDEST)), words_of(language))


def page_of(parts: list[Lines], color: bool, encoding: str) -> str:
    """Parts as the text of a page, an empty line between them."""
    page = chain.from_iterable([*part, Text()] for part in parts)
    return writable(_rendered(list(page)[:-1], color), encoding)


def _rendered(lines: Lines, color: bool) -> str:
    """The lines as text; in the sixteen colours of the reader's own theme, or in none at all."""
    for line in lines:
        line.rstrip()
    if not color:  # nothing of the console is needed then, and it takes a while to import
        return "".join(f"{line.plain}\n" for line in lines)
    from rich.console import Console

    stream = io.StringIO()
    console = Console(
        file=stream,
        width=WIDEST * 2,
        color_system="standard",
        force_terminal=True,
        no_color=False,
        legacy_windows=False,
        force_jupyter=False,
    )
    console.print(
        Text("\n").join(lines), soft_wrap=True, highlight=False, markup=False, emoji=False
    )
    return stream.getvalue()
