"""Feedback: what reviews are about, as one frozen record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cjm.data.left_out import LeftOut, as_data
from cjm.records import dataclass, field
from cjm.shown import notebook

Interval = tuple[float, float]


@dataclass(frozen=True)
class ToneFigures:
    """The tone of some reviews; what does not exist is None.

    Attributes:
        reviews: How many there are.
        toned: Those that have a tone.
        negative: Those whose tone is below 0.
        negative_share: Of the toned ones, with Wilson's `interval`.
        tone: The mean, from −1 to 1.
    """

    reviews: int
    toned: int
    negative: int
    negative_share: float | None
    interval: Interval | None
    tone: float | None

    def to_dict(self) -> dict[str, Any]:
        """Every figure, unrounded."""
        interval = list(self.interval) if self.interval else None
        return {
            "reviews": self.reviews,
            "toned": self.toned,
            "negative": self.negative,
            "negative_share": self.negative_share,
            "interval": interval,
            "tone": self.tone,
        }


@dataclass(frozen=True)
class TopicFigures:
    """What is said about one topic; the tone is that of whole reviews.

    Attributes:
        share: Of all reviews.
        figures: Their tone.
        pain: Σ max(0, −tone) over the topic's reviews / all toned reviews.
        forms: Each word and pattern of the topic, and how often it was met in which form.
        quotes: Texts of reviews, the worst first, where they were asked for.
        touchpoint: The one that the topic belongs to; empty where it belongs to none.
    """

    id: str
    title: str
    share: float
    figures: ToneFigures
    pain: float | None
    forms: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    quotes: tuple[str, ...] | None = None
    touchpoint: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Every figure, unrounded."""
        figures = self.figures.to_dict()
        return {
            "id": self.id,
            "title": self.title,
            "touchpoint": self.touchpoint or None,
            "reviews": figures.pop("reviews"),
            "share": self.share,
            **figures,
            "pain": self.pain,
            "forms": {word: dict(counts) for word, counts in self.forms.items()},
            "quotes": None if self.quotes is None else list(self.quotes),
        }


@dataclass(frozen=True)
class Feedback:
    """Topics of reviews, the one that hurts most first.

    Attributes:
        source: The id of the reviews, or their file.
        read: Rows read.
        figures: Of all reviews.
        other: Reviews about none of the topics.
        authors: How many people wrote them; None where the source does not tell them apart. Each
            review counts, whoever wrote it.
        repeated: Reviews whose text an earlier one has, too; they are kept.
        by: Where the tone comes from, `rating` or `lexicon`.
        topics: Their figures.
        touchpoints: By the touchpoint that reviews name themselves.
        first, last: The days of the first and the last review, where they have any.
        left_out: Rows, and ratings, left out, by reason.
    """

    source: str
    read: int
    figures: ToneFigures
    other: int
    repeated: int
    by: str
    topics: tuple[TopicFigures, ...]
    touchpoints: Mapping[str, ToneFigures] = field(default_factory=dict)
    authors: int | None = None
    first: date | None = None
    last: date | None = None
    left_out: LeftOut = field(default_factory=dict)

    def _repr_html_(self) -> str:
        """The figures as tables, as a notebook shows them."""
        return notebook(self)

    def to_dict(self) -> dict[str, Any]:
        """Every figure, unrounded, as `cjm feedback --format json` prints it."""
        return {
            "version": 1,
            "command": "feedback",
            "source": self.source,
            "rows": self.read,
            "left_out": as_data(self.left_out),
            "from": self.first.isoformat() if self.first else None,
            "to": self.last.isoformat() if self.last else None,
            **self.figures.to_dict(),
            "other": self.other,
            "authors": self.authors,
            "repeated": self.repeated,
            "tone_from": self.by,
            "topics": [topic.to_dict() for topic in self.topics],
            "touchpoints": {id: each.to_dict() for id, each in self.touchpoints.items()},
        }

    def to_frame(self, of: str = "topics") -> Any:
        """The figures as a pandas DataFrame.

        Args:
            of: `topics`, `forms` (a row for each form that a word was met in), or `touchpoints`.

        Raises:
            UsageError: There is no such frame.
        """
        from cjm.data.reviews.frames import to_frame

        return to_frame(self, of)

    def to_csv(self, of: str = "topics") -> str:
        """A line a topic; of `forms` a line for each form that a word was met in."""
        from cjm.data.reviews.frames import FORM_COLUMNS, TOPIC_COLUMNS, form_rows, topic_rows
        from cjm.source.csv_text import csv_text

        if of == "forms":
            return csv_text(form_rows(self), FORM_COLUMNS)
        return csv_text(topic_rows(self), TOPIC_COLUMNS)

    def __repr__(self) -> str:
        return f"<Feedback: {self.figures.reviews} reviews, {len(self.topics)} topics>"
