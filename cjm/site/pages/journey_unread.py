"""A journey that cannot be read: each error with the lines around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.diagnostics.findings import Excerpt
from cjm.site.journeys import JourneyEntry
from cjm.site.pages.journey_findings import gravest

AROUND = 2
"""Lines above and below the one that an error is in."""
REVEALING = frozenset(("owners", "costs", "quotes", "waivers"))
"""Parts that the lines of a file would show; a site that leaves one out shows none."""


def unread_of(entry: JourneyEntry) -> list[dict[str, Any]]:
    """The findings of a file, errors first, each with its lines: number, text, whether it is there.

    Lines that a site leaves parts of a journey out of are left out as a whole.
    """
    lines = [] if REVEALING & entry.frame.leave_out else entry.text.splitlines()
    found = sorted(gravest(entry.data["findings"]), key=lambda f: f["severity"] != "error")
    own = entry.data["file"]
    return [
        {**finding, "lines": _around(lines, finding) if finding["file"] == own else []}
        for finding in found
    ]


def _around(lines: list[str], finding: Mapping[str, Any]) -> list[tuple[int, str, bool]]:
    """The lines around a place, of a long one what stands there."""
    line = finding["line"]
    if line is None:
        return []
    first, last = max(1, line - AROUND), min(len(lines), line + AROUND)
    columns = {line: finding["column"] or 1}
    return [
        (n, Excerpt.around(lines[n - 1], columns.get(n, 1)).text, n == line)
        for n in range(first, last + 1)
    ]
