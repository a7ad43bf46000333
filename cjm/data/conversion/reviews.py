"""Reviews: a row a text, perhaps with a rating."""

from collections.abc import Sequence

from cjm.data.conversion.context import Context
from cjm.data.conversion.faults import Fault, unknown_touchpoint
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.numbers import double, other_mark
from cjm.data.conversion.times import TIME_VALUE, texts_and_times, time_of
from cjm.data.conversion.words import vocabulary
from cjm.data.definition import Reviews
from cjm.data.left_out import (
    NO_TEXT,
    NOT_A_NUMBER,
    NOT_A_TIME,
    OFF_SCALE,
)

NO_NUMBER = "score_text IS NOT NULL AND score IS NULL"
"""A rating that is none."""


def convert_reviews(context: Context, source: Reviews, limits: Limits) -> Conversion:
    """Reviews as `Typed` has them; one whose rating is none, or off the scale, stays without it."""
    time = time_of(context, source.time)
    decimal = source.rows.decimal
    known = vocabulary(source.touchpoints, limits.touchpoints)
    texts = {
        '"text"': context.text(source.text),
        "score_text": context.text(source.score),
        "word": context.text(source.touchpoint),
        "respondent": context.text(source.respondent),
    }
    read = (
        f"SELECT *, {double('score_text', decimal)} AS score, {known.id_of('word')} AS touchpoint "
        f"FROM ({texts_and_times(context, time, texts)})"
    )
    faults = [
        Fault(NO_TEXT, '"text" IS NULL'),
        Fault(NOT_A_TIME, 'time_text IS NOT NULL AND "at" IS NULL', TIME_VALUE),
        unknown_touchpoint(known),
    ]
    help = other_mark(source.rows)
    no_number = Fault(NOT_A_NUMBER, NO_NUMBER, "score_text", help=help, keeps_row=True)
    return rated(read, source, limits, faults, no_number)


def rated(
    rows: str, source: Reviews, limits: Limits, faults: Sequence[Fault], no_number: Fault
) -> Conversion:
    """Reviews with a `score` as those with a rating on the source's scale.

    Args:
        rows: A SELECT of `score_text`, `score` and the other columns.
        source: The reviews.
        limits: The period.
        faults: What leaves a review out.
        no_number: What is said of a rating that is no number.
    """
    low, high = source.scale or (None, None)
    on_scale = f"score BETWEEN {low!r} AND {high!r}" if source.scale else "TRUE"
    return Conversion(
        f"SELECT *, CASE WHEN {on_scale} THEN score END AS rating FROM ({rows})",
        ('"row"', '"text"', "rating", '"at"', '"day"', "touchpoint", "respondent"),
        (
            *faults,
            *(limits.faults() if source.time is not None else ()),
            no_number,
            Fault(OFF_SCALE, f"NOT ({on_scale})", "score_text", keeps_row=True),
        ),
    )
