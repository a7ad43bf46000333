"""Feedback: typed rows of reviews and topics → figures by topic."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from cjm.analysis.proportions import wilson_interval
from cjm.data.definition import Reviews, Topic, Topics
from cjm.data.reviews.feedback import Feedback, ToneFigures, TopicFigures
from cjm.data.reviews.lemmas import Lemmas
from cjm.data.reviews.matching import Forms, Matcher
from cjm.data.reviews.quotes import quotes_of
from cjm.data.reviews.texts import normalized, tokens_of
from cjm.data.reviews.tone import Lexicon, read_lexicon, tone_of_rating
from cjm.data.typed import Typed
from cjm.errors import CjmError
from cjm.i18n import say
from cjm.rounding import rounded
from cjm.tuples import NamedTuple


class Review(NamedTuple):
    """A review as the figures need it: its text, its tone and its topics' places."""

    text: str
    tone: float | None
    topics: tuple[int, ...]
    touchpoint: str | None


def feedback_rows(
    typed: Typed,
    reviews: Reviews,
    topics: Topics,
    *,
    quotes: bool = False,
) -> Feedback:
    """What reviews are about, and in which tone.

    Args:
        typed: The rows.
        reviews: What the source says of them: the scale of ratings.
        topics: What to look for, and where the tone comes from.
        quotes: Whether texts are wanted, too: they are customers' words.

    Raises:
        CjmError: There is no review, or a part that is an extra is not installed.
        UsageError: The lexicon cannot be read.
    """
    lemmas = Lemmas(topics.languages)
    matcher = Matcher(topics, lemmas)
    lexicon = read_lexicon(topics.lexicon, lemmas) if topics.lexicon else None
    rows = typed.engine.rows(
        f"SELECT text, rating, touchpoint, respondent FROM ({typed.select}) AS typed_rows "
        'ORDER BY "row" ASC'
    )
    if not rows:
        raise CjmError(say("there are no reviews: {n} {n:row|rows} read, none left", n=typed.read))
    found = [_review(row[:3], reviews, matcher, lexicon) for row in rows]
    authors = {row[3] for row in rows} - {None}
    first, last = typed.days or (None, None)
    return Feedback(
        source=reviews.id,
        read=typed.read,
        figures=tone_figures([review.tone for review in found]),
        other=sum(not review.topics for review in found),
        authors=None if reviews.respondent is None else len(authors),
        repeated=len(found) - len({review.text for review in found}),
        by="lexicon" if lexicon else "rating",
        topics=_topics(found, topics, matcher, quotes),
        touchpoints=_touchpoints(found),
        first=first,
        last=last,
        left_out=typed.left_out,
    )


def _review(
    row: Sequence[Any], reviews: Reviews, matcher: Matcher, lexicon: Lexicon | None
) -> Review:
    text, rating, touchpoint = row
    plain = normalized(text)
    tokens = tokens_of(plain)
    tone = lexicon.tone(tokens) if lexicon else tone_of_rating(rating, reviews.scale)
    return Review(text, tone, tuple(matcher.topics_of(plain, tokens)), touchpoint)


def tone_figures(tones: Sequence[float | None]) -> ToneFigures:
    """The figures of reviews with these tones."""
    known = [tone for tone in tones if tone is not None]
    negative = sum(tone < 0 for tone in known)
    if not known:
        return ToneFigures(len(tones), 0, 0, None, None, None)
    share = negative / len(known)
    mean = math.fsum(known) / len(known)
    interval = wilson_interval(share, len(known))
    return ToneFigures(len(tones), len(known), negative, share, interval, mean)


def pain_of(tones: Iterable[float | None], toned: int) -> float | None:
    """How much a topic hurts: the sum of its negative tones, turned round, of all toned reviews."""
    if not toned:
        return None
    return math.fsum(-tone for tone in tones if tone is not None and tone < 0) / toned


def _topics(
    reviews: list[Review], topics: Topics, matcher: Matcher, quotes: bool
) -> tuple[TopicFigures, ...]:
    """By pain, the most first; then by reviews; then as the file has them."""
    members: list[list[Review]] = [[] for _ in topics.topics]
    for review in reviews:
        for place in review.topics:
            members[place].append(review)
    toned = sum(review.tone is not None for review in reviews)
    figures = [
        _topic(topic, own, len(reviews), toned, forms, quotes)
        for topic, own, forms in zip(topics.topics, members, matcher.forms, strict=True)
    ]
    return tuple(sorted(figures, key=lambda t: (-rounded(t.pain or 0), -t.figures.reviews)))


def _topic(
    topic: Topic, reviews: list[Review], all_reviews: int, toned: int, forms: Forms, quotes: bool
) -> TopicFigures:
    tones = [review.tone for review in reviews]
    return TopicFigures(
        id=topic.id,
        title=topic.title or topic.id,
        share=len(reviews) / all_reviews,
        figures=tone_figures(tones),
        pain=pain_of(tones, toned),
        forms={word: dict(_by_count(counts.items())) for word, counts in forms.items()},
        quotes=quotes_of((r.text, r.tone) for r in reviews) if quotes else None,
        touchpoint=topic.touchpoint,
    )


def _by_count(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(counts, key=lambda item: (-item[1], item[0]))


def _touchpoints(reviews: list[Review]) -> dict[str, ToneFigures]:
    tones: dict[str, list[float | None]] = defaultdict(list)
    for review in reviews:
        if review.touchpoint is not None:
            tones[review.touchpoint].append(review.tone)
    return {id: tone_figures(own) for id, own in sorted(tones.items())}
