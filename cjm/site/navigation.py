"""Navigation: what the pages are called, and the keys that lead through them."""

from __future__ import annotations

from collections.abc import Iterable

from cjm.i18n import say
from cjm.project.results import Result

NAVIGATION = (
    ("portfolio", "index.html"),
    ("stages", "stages.html"),
    ("moments", "moments.html"),
    ("improvements", "improvements.html"),
    ("metrics", "metrics.html"),
    ("glossary", "glossary.html"),
)
"""The pages that every page leads to, with their addresses."""
RESULTS = (
    ("segment", "segments", "segments.html"),
    ("feedback", "feedback", "feedback.html"),
    ("conform", "conformance", "conformance.html"),
)
"""Commands whose results have a page, where there are some; its name and its address."""
TITLES = {
    "portfolio": say("Portfolio"),
    "stages": say("Stages"),
    "moments": say("Moments of truth"),
    "improvements": say("Improvements"),
    "metrics": say("Metrics"),
    "glossary": say("Glossary"),
    "segments": say("Segments"),
    "feedback": say("Feedback"),
    "conformance": say("Conformance"),
}
"""By the names of `NAVIGATION` and of a frame's `results`."""
SEVERITIES = {"error": say("error"), "warning": say("warning"), "info": say("info")}
KEYS = (
    (("/", "Ctrl K"), say("find a journey, a touchpoint, a persona")),
    (("G", "S", "L"), say("graph, sheet, list")),
    (("P",), say("next persona")),
    (("Y", "W"), say("likely path, worst path")),
    (("N", "B"), say("next and previous negative moment of truth")),
    (("←", "→", "↑", "↓"), say("walk the journey")),
    (("+", "−", "0"), say("zoom in, zoom out, the whole map")),
    (("Esc",), say("close")),
)
"""What a key does, for those who ask with `?`."""


def results_entries(results: Iterable[Result]) -> tuple[tuple[str, str], ...]:
    """The pages of those results that there are, with their addresses."""
    there = {result.command for result in results}
    return tuple((name, address) for command, name, address in RESULTS if command in there)
