"""What a journey can be saved as: its figures as a table and as data, its sheet on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cjm.site import addresses
from cjm.site.frame import Page
from cjm.site.journeys import JourneyEntry
from cjm.source.csv_text import csv_text

SIGN = "\ufeff"
"""Before a table, so that spreadsheets read it as UTF-8."""


def pages(entry: JourneyEntry) -> Iterator[Page]:
    """The table of a journey's touchpoints, and its sheet as PDF where the site has such."""
    if not entry.readable:
        return
    yield Page(addresses.table(entry.stem), (SIGN + _table(entry)).encode())
    if entry.frame.pdf:
        yield Page(addresses.sheet(entry.stem), entry.pdf())


def downloads(entry: JourneyEntry) -> dict[str, Any]:
    """The context of `journey_downloads.html`: addresses of files, seen from the journey's page."""
    up, stem = "../", entry.stem
    return {
        "downloads": {
            "name": stem,
            "csv": up + addresses.at(addresses.table(stem)),
            "json": up + addresses.at(addresses.data(stem)),
            "pdf": up + addresses.at(addresses.sheet(stem)) if entry.frame.pdf else None,
        }
    }


def _table(entry: JourneyEntry) -> str:
    """A row for each touchpoint, as all customers and each persona live it.

    The columns are those of `Analysis.to_frame`.
    """
    from cjm.analysis.frames import touchpoint_table

    analyses = (entry.analysis, *entry.analysis.personas)
    rows = [
        {"persona": analysis.persona, **row}
        for analysis in analyses
        for row in touchpoint_table(analysis)
    ]
    flat = [{name: _cell(value) for name, value in row.items()} for row in rows]
    return csv_text(flat, list(flat[0]))


def _cell(value: Any) -> Any:
    """A value as a cell: a list with commas, a record as JSON, true and false as 1 and 0."""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str) if value else None
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return int(value) if isinstance(value, bool) else value
