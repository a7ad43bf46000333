"""Show: a journey as one page for a terminal, from the first line to the last."""

from __future__ import annotations

import os
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
from cjm.terminal.page import page_of, sheet_of
from cjm.terminal.paths import doom_loops, likely_path, worst_path
from cjm.terminal.personas import persona_table
from cjm.terminal.signs import QUIET
from cjm.terminal.table import touchpoint_table
from cjm.terminal.written import service_philosophy, written

if TYPE_CHECKING:
    from cjm.checking.overview import Overview
    from cjm.project.workspace import Philosophy

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
