"""Pains: what the frontier of topics says, in final words: how often, and how badly."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cjm.i18n import Message, numbers, say, translate
from cjm.i18n.numbers import ENGLISH, RUSSIAN, Marks
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.data.reviews.feedback import Feedback


class Topic(NamedTuple):
    """A topic: the share of reviews about it, that of them which are negative, and its pain.

    `leads` says that no other topic is both more frequent and more negative.
    """

    id: str
    title: str
    share: float
    negative: float
    interval: tuple[float, float]
    pain: float
    said: str
    leads: bool


class Pains(NamedTuple):
    """The whole picture; `ticks` and `levels` label the axes of shares and of negative ones."""

    title: str
    about: str
    across: str
    upwards: str
    topics: tuple[Topic, ...]
    ticks: tuple[tuple[float, str], ...]
    levels: tuple[tuple[float, str], ...]
    leading: str
    others: str
    size: str
    language: str


STEPS = (0.01, 0.02, 0.05, 0.1, 0.2)
"""Between ticks of the axis of shares; the first of which at most six are needed."""


def pains_of(found: Feedback, language: str) -> Pains:
    """The topics that have a tone."""
    marks = RUSSIAN if language == "ru" else ENGLISH

    def text(message: Message) -> str:
        return translate(message, language)

    figures = [
        (topic, topic.share, topic.figures.negative_share, topic.figures.interval)
        for topic in found.topics
    ]
    known = [(t, share, bad, ends) for t, share, bad, ends in figures if bad is not None and ends]
    topics = []
    for topic, share, bad, ends in known:
        leads = not any(s >= share and b >= bad and (s, b) != (share, bad) for _, s, b, _ in known)
        said = say("{title}: in {share} of reviews, {negative} of them negative, pain {pain}",
                   title=topic.title, share=numbers.percentage(share, marks),
                   negative=numbers.percentage(bad, marks),
                   pain=numbers.quantity(topic.pain or 0.0, marks, decimals=3))  # fmt: skip
        topics.append(
            Topic(topic.id, topic.title, share, bad, ends, topic.pain or 0.0, text(said), leads)
        )
    return Pains(
        title=text(say("Where it hurts")),
        about=text(say("Topics of {count} {n:review|reviews}: how often, and how badly",
                       count=numbers.quantity(found.figures.reviews, marks, largest=numbers.BEYOND),
                       n=found.figures.reviews)),
        across=text(say("share of reviews about it")),
        upwards=text(say("negative reviews among them, with 95 % intervals")),
        topics=tuple(topics),
        ticks=_ticks(max((t.share for t in topics), default=0.1), marks),
        levels=_ticks(max((t.interval[1] for t in topics), default=1.0), marks),
        leading=text(say("no topic is both more frequent and more negative")),
        others=text(say("other topics")),
        size=text(say("size: pain")),
        language=language,
    )  # fmt: skip


def _ticks(most: float, marks: Marks) -> tuple[tuple[float, str], ...]:
    step = next((s for s in STEPS if most / s <= 6), STEPS[-1])
    count = math.ceil(round(min(most, 1.0) / step, 6))
    places = (round(n * step, 6) for n in range(max(count, 1) + 1))
    return tuple((place, numbers.percentage(place, marks)) for place in places)
