"""Reviews: a row a text, perhaps with a rating."""

from cjm.data.conversion.context import Context
from cjm.data.conversion.faults import Fault, unknown_touchpoint
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.numbers import double, other_mark
from cjm.data.conversion.times import TIME_VALUE, texts_and_times, time_of
from cjm.data.conversion.words import vocabulary
from cjm.data.definition import Reviews
from cjm.data.left_out import (
    NO_TEXT,
    NO_TIME,
    NOT_A_NUMBER,
    NOT_A_TIME,
    OFF_SCALE,
    OUTSIDE_PERIOD,
)


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
    low, high = source.scale or (None, None)
    on_scale = f"score BETWEEN {low!r} AND {high!r}" if source.scale else "TRUE"
    faults = [
        Fault(NO_TEXT, '"text" IS NULL'),
        Fault(NOT_A_TIME, 'time_text IS NOT NULL AND "at" IS NULL', TIME_VALUE),
        unknown_touchpoint(known),
    ]
    if (outside := limits.outside('"day"')) and source.time is not None:
        faults += [Fault(NO_TIME, '"at" IS NULL'), Fault(OUTSIDE_PERIOD, outside)]
    no_number = "score_text IS NOT NULL AND score IS NULL"
    faults += [
        Fault(NOT_A_NUMBER, no_number, "score_text", help=other_mark(decimal), keeps_row=True),
        Fault(OFF_SCALE, f"NOT ({on_scale})", "score_text", keeps_row=True),
    ]
    return Conversion(
        f"SELECT *, CASE WHEN {on_scale} THEN score END AS rating FROM ({read})",
        ('"row"', '"text"', "rating", '"at"', '"day"', "touchpoint", "respondent"),
        tuple(faults),
    )
