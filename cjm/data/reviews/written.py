"""Written: feedback from what `cjm feedback --format json` wrote of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cjm.data.reviews.feedback import Feedback, ToneFigures, TopicFigures


def feedback_of(data: Mapping[str, Any]) -> Feedback:
    """The feedback that `Feedback.to_dict` has made data of, without the rows left out.

    Args:
        data: The data.

    Raises:
        LookupError, TypeError, ValueError, AttributeError: It is not such data.
    """
    return Feedback(
        source=data["source"],
        read=data["rows"],
        figures=_tone(data),
        other=data["other"],
        repeated=data["repeated"],
        by=data["tone_from"],
        topics=tuple(map(_topic, data["topics"])),
        touchpoints={id: _tone(figures) for id, figures in data["touchpoints"].items()},
        authors=data["authors"],
        first=_day(data["from"]),
        last=_day(data["to"]),
    )


def _tone(data: Mapping[str, Any]) -> ToneFigures:
    interval = data["interval"]
    return ToneFigures(
        reviews=data["reviews"],
        toned=data["toned"],
        negative=data["negative"],
        negative_share=data["negative_share"],
        interval=None if interval is None else (interval[0], interval[1]),
        tone=data["tone"],
    )


def _topic(data: Mapping[str, Any]) -> TopicFigures:
    return TopicFigures(
        id=data["id"],
        title=data["title"],
        share=data["share"],
        figures=_tone(data),
        pain=data["pain"],
        forms=data["forms"],
        quotes=None if data["quotes"] is None else tuple(data["quotes"]),
        touchpoint=data["touchpoint"] or "",
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
