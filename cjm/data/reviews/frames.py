"""Feedback as pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjm.journey.frames import hold_to_frames, pandas

if TYPE_CHECKING:
    from cjm.data.reviews.feedback import Feedback, ToneFigures

FRAMES = ("topics", "forms", "touchpoints")


def to_frame(found: Feedback, of: str) -> Any:
    """A frame of the topics, of the forms of their words, or of touchpoints."""
    hold_to_frames(of, FRAMES)
    if of == "topics":
        return pandas().DataFrame(topic_rows(found), columns=TOPIC_COLUMNS).set_index("id")
    if of == "forms":
        return pandas().DataFrame(form_rows(found), columns=FORM_COLUMNS)
    rows = [{"id": id, **_flat(figures)} for id, figures in found.touchpoints.items()]
    return pandas().DataFrame(rows, columns=["id", *FIGURES]).set_index("id")


FIGURES = (
    "reviews", "toned", "negative", "negative_share", "negative_low", "negative_high", "tone",
)  # fmt: skip
FORM_COLUMNS = ["topic", "word", "form", "n"]
TOPIC_COLUMNS = ["id", "title", "touchpoint", "share", *FIGURES, "pain"]


def topic_rows(found: Feedback) -> list[dict[str, Any]]:
    """A row a topic, the most painful first."""
    return [
        {
            "id": topic.id,
            "title": topic.title,
            "touchpoint": topic.touchpoint or None,
            "share": topic.share,
            **_flat(topic.figures),
            "pain": topic.pain,
        }
        for topic in found.topics
    ]


def form_rows(found: Feedback) -> list[dict[str, Any]]:
    """A row for each form that a word of a topic was met in."""
    return [
        {"topic": topic.id, "word": word, "form": form, "n": n}
        for topic in found.topics
        for word, forms in topic.forms.items()
        for form, n in forms.items()
    ]


def _flat(figures: ToneFigures) -> dict[str, Any]:
    row = figures.to_dict()
    row["negative_low"], row["negative_high"] = row.pop("interval") or (None, None)
    return row
