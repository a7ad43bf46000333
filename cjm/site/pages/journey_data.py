"""The data of a journey's page: its figures for scripts; its texts are the page's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.site.journeys import JourneyEntry
from cjm.site.shown import shown_views

Data = Mapping[str, Any]
TEXTS = (
    "description", "actions", "thoughts", "emotions", "strengths", "pains", "opportunities",
    "standard", "scenario", "backstage", "root_cause", "quotes", "links", "lanes", "topics",
    "metrics", "paired", "written_pair",
)  # fmt: skip
"""What scripts do not need of a touchpoint: it stands in the page."""
OF_SCORES = ("source", "because", "effective", "written", "from", "measured", "interval")


def page_data(entry: JourneyEntry, reasons: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The data file without what only people read; with `reasons` of moments of truth in words."""
    data = entry.data
    told = {key: value for key, value in data.items() if key not in ("findings", "waivers")}
    return {
        **told,
        "touchpoints": [_touchpoint(point) for point in data["touchpoints"]],
        "personas": [{k: p[k] for k in ("id", "name", "share")} for p in data["personas"]],
        "views": {persona: _view(view) for persona, view in shown_views(data).items()},
        "reasons": reasons,
    }


def _touchpoint(point: Data) -> dict[str, Any]:
    kept = {key: value for key, value in point.items() if key not in TEXTS}
    return {
        **kept,
        **{side: _score(kept[side]) for side in ("expectation", "experience")},
        "by_persona": [
            {
                "persona": own["persona"],
                **{side: _score(own[side]) for side in ("expectation", "experience")},
            }
            for own in point["by_persona"]
        ],
    }


def _score(score: Data | None) -> dict[str, Any] | None:
    return None if score is None else {k: v for k, v in score.items() if k not in OF_SCORES}


def _view(view: Data) -> dict[str, Any]:
    texts = ("metrics", "title", "owner", "status", "updated")
    return {
        **{key: value for key, value in view.items() if key not in texts},
        "touchpoints": [
            {k: v for k, v in p.items() if k not in ("metrics", "title", "stage", "channel")}
            for p in view["touchpoints"]
        ],
    }
