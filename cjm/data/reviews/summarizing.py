"""Feedback: reviews, wherever they are described, and topics → figures by topic."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from cjm.data.definition import TOLERATE, Definition, Reviews
from cjm.errors import UsageError
from cjm.i18n import say

if TYPE_CHECKING:
    from cjm.data.choosing import Wanted
    from cjm.data.reviews.feedback import Feedback


def feedback(
    reviews: str | os.PathLike[str] | None = None,
    data: str | os.PathLike[str] | None = None,
    *,
    topics: str | os.PathLike[str] | None = None,
    quotes: bool = False,
    overlay: str | os.PathLike[str] | None = None,
    columns: Mapping[str, Any] | None = None,
    period: tuple[date | None, date | None] = (None, None),
    tolerate: float = TOLERATE,
    outside: bool = False,
    python: bool = False,
) -> Feedback:
    """What reviews are about, and in which tone: topics, the one that hurts most first.

    Args:
        reviews: A source of `data.yaml`, or a file; default: the only source of reviews.
        data: The `data.yaml` to use; default: the nearest upwards.
        topics: A file of topics; default: the one that the source names.
        quotes: Whether texts are wanted, too: they are customers' words.
        overlay: The file of a journey into whose overlay the counts of topics with a touchpoint
            are written, and the quotes where wanted.
        columns: Of a file that no `data.yaml` describes: `text`, and perhaps `score` with
            `scale`, `time` and `touchpoint`, and what each is called there.
        period: Both days included; reviews without a day then do not count.
        tolerate: The share of the rows that may be left out, 0 to 1.
        outside: Whether files may lie beyond the folder of the definition.
        python: Whether functions that connections name may be imported and called.

    Returns:
        The figures; `to_dict` gives them as data, `to_frame` as DataFrames.

    Raises:
        UsageError: No source or no topics are meant; a file cannot be read.
        InvalidDataError: The `data.yaml` or the topics are faulty.
        CjmError: More rows than tolerated were left out, or nothing is left; a part is missing
            that is an extra.
    """
    from cjm.data.choosing import wanted_of

    wanted = wanted_of(
        reviews, data, columns=columns, period=period, tolerate=tolerate,
        outside=outside, python=python,
    )  # fmt: skip
    found = feedback_wanted(wanted, None if topics is None else os.fspath(topics), quotes)
    if overlay is not None:
        from cjm.data.reviews.overlay import write_topics

        write_topics(found, os.fspath(overlay))
    return found


def feedback_wanted(
    wanted: Wanted, topics: str | None = None, quotes: bool = False, language: str | None = None
) -> Feedback:
    """The same of what a command was asked for; faults of files are told in `language`."""
    from cjm.data.choosing import choose
    from cjm.data.engine import local_engine
    from cjm.data.reading_definition import read_topics
    from cjm.data.reviews.computing import feedback_rows
    from cjm.data.trusted import trusted

    chosen = choose("reviews", wanted, language=language)
    source = chosen.source
    wanted_topics = read_topics(topics or _topics_of(source, chosen.definition), language)
    with local_engine("feedback") as engine:
        rows = trusted(source, chosen, engine)
        return feedback_rows(rows, source, wanted_topics, quotes=quotes)


def _topics_of(source: Reviews, definition: Definition) -> str:
    """The path of the topics that a source names, held to the border of the definition."""
    from cjm.data.border import beyond, lies_within

    if not source.topics:
        raise UsageError(
            say("no topics are named for {source}", source=source.id),
            help=say("name a file with --topics, or with topics: in data.yaml"),
        )
    path = os.path.join(definition.folder, source.topics)
    if not lies_within(path, definition):
        raise beyond(path)
    return path
