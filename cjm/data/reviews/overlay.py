"""Topics, and quotes where asked for, into the overlay of a journey: these two keys alone."""

from __future__ import annotations

from collections.abc import Iterable

from cjm.data.reviews.feedback import Feedback, TopicFigures
from cjm.data.surveys.overlays import overlay_file, read_overlay, write_overlay
from cjm.data.surveys.subjects import subjects_at
from cjm.errors import UsageError
from cjm.format import suggest
from cjm.i18n import say
from cjm.journey import Journey
from cjm.journey.measured import Measured, MeasuredTouchpoint, Quote, TopicCount
from cjm.records import replace


def write_topics(found: Feedback, path: str, workspace: str | None = None) -> str:
    """Write the counts of topics that belong to touchpoints into a journey's overlay.

    What was measured stays as it is; topics are replaced, quotes where `found` has some.

    Args:
        found: What reviews are about.
        path: The journey's file.
        workspace: The `cjm.yaml` to use in place of the nearest one.

    Returns:
        The path of the overlay.

    Raises:
        UsageError: No topic belongs to a touchpoint, or one to a touchpoint that is not there.
        CjmError: The old overlay is faulty, or the new one cannot be written.
    """
    (subject,) = subjects_at([path], workspace)
    topics = [topic for topic in found.topics if topic.touchpoint]
    _hold_to(subject.journey, topics)
    file = overlay_file(subject.file)
    journey = subject.journey
    old = read_overlay(file) or Measured(journey.id, journey.state, journey.scale)
    write_overlay(journey, file, replace(old, scores=tuple(_points(old, topics, found))))
    return file


def _hold_to(journey: Journey, topics: list[TopicFigures]) -> None:
    """Each topic belongs to a touchpoint of the journey."""
    if not topics:
        raise UsageError(
            say("no topic belongs to a touchpoint"),
            help=say("name one in the topics, such as: delivery: {words: …, touchpoint: deliver}"),
        )
    known = [point.id for point in journey.touchpoints]
    for topic in topics:
        if topic.touchpoint not in known:
            raise UsageError(
                say("the topic {topic} belongs to {touchpoint!r}, which {journey} does not have",
                    topic=topic.id, touchpoint=topic.touchpoint, journey=journey.id),
                help=suggest(topic.touchpoint, known),
            )  # fmt: skip


def _points(
    old: Measured, topics: list[TopicFigures], found: Feedback
) -> Iterable[MeasuredTouchpoint]:
    """Every touchpoint that the overlay then says something of."""
    known = {point.touchpoint: point for point in old.scores}
    for id in dict.fromkeys([*known, *(topic.touchpoint for topic in topics)]):
        own = [topic for topic in topics if topic.touchpoint == id]
        point = replace(
            known.get(id) or MeasuredTouchpoint(id),
            topics=tuple(_count(topic) for topic in own if topic.figures.reviews),
        )
        if any(topic.quotes is not None for topic in topics):
            texts = dict.fromkeys(text for topic in own for text in topic.quotes or ())
            point = replace(point, quotes=tuple(Quote(text, found.source) for text in texts))
        if point != MeasuredTouchpoint(id):
            yield point


def _count(topic: TopicFigures) -> TopicCount:
    figures = topic.figures
    return TopicCount(topic.id, figures.reviews, figures.negative, topic.pain or 0.0)
