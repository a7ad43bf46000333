"""How a journey is printed: its moments of truth with what is known of them, and its sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.i18n import Message, translate
from cjm.site.figures import Figures
from cjm.site.journeys import JourneyEntry
from cjm.site.pages.point_texts import Texts

Data = Mapping[str, Any]


def printed(entry: JourneyEntry) -> dict[str, Any]:
    """The context of `journey_print.html`: the moments of truth, those that take the most first."""
    figures, data = Figures(entry.data), entry.data
    stages = {stage["id"]: stage["title"] or stage["id"] for stage in data["stages"]}
    channels = {one["id"]: one["title"] or one["id"] for one in data["channels"]}
    moments = sorted((figures.by_id[id] for id in figures.view["moments_of_truth"]), key=_taken)
    return {
        "moments": [
            {
                **point,
                "where": [
                    title
                    for title in (stages.get(point["stage"]), channels.get(point["channel"]))
                    if title
                ],
                "answers": _answers(point, entry),
                "is_assumed": {name: name in point["assumed"] for name in ("reach", "impact")},
            }
            for point in moments
        ]
    }


def _taken(point: Data) -> tuple[bool, float]:
    return (point["impact"] is None, point["impact"] or 0.0)


def _answers(point: Data, entry: JourneyEntry) -> list[tuple[Message, list[str]]]:
    """Which of the five questions are answered, with what is written."""
    language = entry.frame.language
    asked = Texts(entry.data, point, language).questions()
    told = [(one["title"], [*one["items"], *one["quotes"]]) for one in asked]
    return [
        (title, [translate(x, language) if isinstance(x, Message) else x for x in answers])
        for title, answers in told
        if answers
    ]
