"""Navigation: what the pages are called, and the keys that lead through them."""

from __future__ import annotations

from cjm.i18n import say

NAVIGATION = (
    ("portfolio", "index.html"),
    ("stages", "stages.html"),
    ("moments", "moments.html"),
    ("improvements", "improvements.html"),
    ("metrics", "metrics.html"),
    ("glossary", "glossary.html"),
)
"""The pages that every page leads to, with their addresses."""
TITLES = {
    "portfolio": say("Portfolio"),
    "stages": say("Stages"),
    "moments": say("Moments of truth"),
    "improvements": say("Improvements"),
    "metrics": say("Metrics"),
    "glossary": say("Glossary"),
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
