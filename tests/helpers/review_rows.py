"""Reviews made by hand, as typed rows on an engine of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from cjm.data.definition import Reviews, Rows, Topic, Topics
from cjm.data.engine import local_engine
from cjm.data.reviews.computing import feedback_rows
from cjm.data.reviews.feedback import Feedback
from cjm.data.typed import Typed


@contextmanager
def typed_reviews(rows: Sequence[Sequence[Any]]) -> Iterator[Typed]:
    """Texts with ratings, and with touchpoints and authors where there are any, typed."""
    with local_engine("feedback") as engine:
        engine.connection.execute(
            'CREATE TABLE reviews ("row" BIGINT, text VARCHAR, rating DOUBLE, touchpoint VARCHAR, '
            "respondent VARCHAR)"
        )
        for n, row in enumerate(rows, 1):
            text, rating, touchpoint, respondent = (*row, None, None, None)[:4]
            engine.connection.execute(
                "INSERT INTO reviews VALUES (?, ?, ?, ?, ?)",
                [n, text, rating, touchpoint, respondent],
            )
        yield Typed("SELECT * FROM reviews", engine, len(rows), {})


def feedback(rows: Sequence[Sequence[Any]], *topics: Topic, **given: Any) -> Feedback:
    """The figures of reviews rated from 1 to 5; `languages` and `lexicon` are of the topics.

    `respondent` is what the source calls the column of authors.
    """
    of_topics = {key: given.pop(key) for key in ("languages", "lexicon") if key in given}
    with typed_reviews(rows) as typed:
        source = Reviews("voices", Rows(), scale=(1, 5), respondent=given.pop("respondent", None))
        return feedback_rows(typed, source, Topics(topics, **of_topics), **given)
