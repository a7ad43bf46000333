"""Surveys: a row an answer, or a row a respondent with a column an answer."""

from collections.abc import Callable, Mapping, Sequence

from cjm.data.conversion.answers import Reading, answer_of, reading_of
from cjm.data.conversion.context import Context
from cjm.data.conversion.expressions import NULL_TEXT, any_of, trimmed
from cjm.data.conversion.faults import Fault, unknown_touchpoint
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.numbers import double, double_literal, other_mark
from cjm.data.conversion.times import TIME_VALUE, texts_and_times, time_of
from cjm.data.conversion.words import vocabulary
from cjm.data.definition import Column, Survey, Words
from cjm.data.engine import text_literal
from cjm.data.left_out import (
    BAD_WEIGHT,
    NO_ANSWER,
    NO_TIME,
    NO_TOUCHPOINT,
    NOT_A_NUMBER,
    NOT_A_TIME,
    OFF_SCALE,
    OUTSIDE_PERIOD,
    UNKNOWN_ANSWER,
    UNKNOWN_PERSONA,
    UNKNOWN_SIDE,
)
from cjm.data.surveys.kinds import SIDES

COLUMNS = (
    '"row"', "respondent", "touchpoint", "part", "answer", "worst", "best", "weight", "persona",
    '"at"', '"day"',
)  # fmt: skip


def convert_survey(context: Context, source: Survey, limits: Limits) -> Conversion:
    """Answers as `Typed` has them, each on the scale that its part was asked on."""
    return (_wide if source.columns else _long)(context, source, limits)


def _long(context: Context, source: Survey, limits: Limits) -> Conversion:
    """A row an answer."""
    touchpoints = vocabulary(source.touchpoints, limits.touchpoints)
    sides = vocabulary(_side_words(source), is_open=False)
    given = source.side is not None
    part = sides.id_of("side_text") if given else text_literal(source.constant_side)
    ids = dict.fromkeys(sides.words.values()) if given else (source.constant_side,)
    readings = [reading_of(source, id, source.metrics.get(id)) for id in ids]
    texts = {
        "word": context.text(source.touchpoint),
        "side_text": context.text(source.side),
        "answer_text": context.text(source.score),
    }
    rows = _rows(context, source, limits, texts)
    ids_of = f"SELECT *, {touchpoints.id_of('word')} AS touchpoint, {part} AS part FROM ({rows})"
    decimal = source.rows.decimal
    read = ", ".join(
        f"{_by_part(readings, sql)} AS {name}"
        for name, sql in (
            ("answer", lambda r: answer_of(r, "answer_text", decimal)),
            ("worst", lambda r: double_literal(r.worst)),
            ("best", lambda r: double_literal(r.best)),
            ("is_word", lambda r: repr(bool(r.words))),
        )
    )
    faults = (
        Fault(NO_ANSWER, "answer_text IS NULL"),
        Fault(UNKNOWN_SIDE, "part IS NULL", "COALESCE(side_text, '')", sides.meant),
        unknown_touchpoint(touchpoints),
        Fault(NO_TOUCHPOINT, f"word IS NULL AND part IN {any_of(SIDES)}"),
        *_row_faults(source, limits),
        *_answer_faults(source),
    )
    return Conversion(f"SELECT *, {read} FROM ({ids_of})", COLUMNS, faults)


def _wide(context: Context, source: Survey, limits: Limits) -> Conversion:
    """A row a respondent: one answer of each column; what is wrong with a row is told once."""
    touchpoints = vocabulary(source.touchpoints, limits.touchpoints)
    readings = {
        column: reading_of(source, answer.part, answer) for column, answer in source.columns.items()
    }
    texts = {  # trimmed below, once for all: the engine compares such expressions with each other
        f"answer_{number}": f"CAST({context.named(column)} AS VARCHAR)"
        for number, column in enumerate(readings)
    }
    row_faults = _row_faults(source, limits)
    wrong = " OR ".join(f"COALESCE({fault.condition}, FALSE)" for fault in row_faults) or "FALSE"
    rows = (
        f"WITH base AS (SELECT *, {wrong} AS wrong "
        f"FROM ({_rows(context, source, limits, texts)})), cells AS ("
        f"SELECT * EXCLUDE ({', '.join(texts)}), UNNEST([{', '.join(texts)}]) AS cell, "
        f"UNNEST(RANGE({len(texts)})) AS number FROM base WHERE NOT wrong UNION ALL "
        f"SELECT * EXCLUDE ({', '.join(texts)}), {NULL_TEXT}, -1 FROM base WHERE wrong), "
        f"asked(number, part, word, worst, best, shift, is_word) AS ({_asked(source, readings)}) "
        f"SELECT *, {touchpoints.id_of('word')} AS touchpoint, "
        f"{_cell_answer(tuple(readings.values()), source.rows.decimal)} AS answer "
        f"FROM (SELECT *, {trimmed('cell')} AS answer_text FROM cells) "
        f"LEFT JOIN asked USING (number)"
    )
    faults = (
        *row_faults,
        *(
            fault._replace(of_row=False)
            for fault in (
                Fault(NO_ANSWER, "answer_text IS NULL"),
                unknown_touchpoint(touchpoints),
                *_answer_faults(source),
            )
        ),
    )
    return Conversion(rows, COLUMNS, faults, len(readings))


def _asked(source: Survey, readings: Mapping[Column, Reading]) -> str:
    """What each column was asked: one row a column, by its number."""
    rows = ", ".join(
        f"({number}, {text_literal(reading.part)}, {_constant(source.columns[column].touchpoint)}, "
        f"{double_literal(reading.worst)}, {double_literal(reading.best)}, "
        f"{double_literal(reading.shift)}, {bool(reading.words)!r})"
        for number, (column, reading) in enumerate(readings.items())
    )
    return f"VALUES {rows}"


def _cell_answer(readings: Sequence[Reading], decimal: str) -> str:
    """A cell's answer: one of its column's words, or a number."""
    words = " ".join(
        f"WHEN {number} THEN {answer_of(reading, 'answer_text', decimal)}"
        for number, reading in enumerate(readings)
        if reading.words
    )
    number = f"{double('answer_text', decimal)} + shift"
    return f"CASE WHEN is_word THEN CASE number {words} END ELSE {number} END" if words else number


def _side_words(source: Survey) -> Words:
    """The words of each part: a part that is not named is its own."""
    named = {part: source.values.get(part, ()) for part in (*SIDES, *source.metrics)}
    return {**named, **source.values}


def _rows(context: Context, source: Survey, limits: Limits, texts: Mapping[str, str]) -> str:
    """A SELECT of texts, and of what all answers of a row share."""
    personas = vocabulary(source.personas, limits.personas)
    shared = {
        "respondent": context.text(source.respondent),
        "persona_text": context.text(source.persona),
        "weight_text": context.text(source.weight),
    }
    rows = texts_and_times(context, time_of(context, source.time), {**shared, **texts})
    return (
        f"SELECT *, {personas.id_of('persona_text')} AS persona, "
        f"{double('weight_text', source.rows.decimal)} AS weight FROM ({rows})"
    )


def _row_faults(source: Survey, limits: Limits) -> list[Fault]:
    """What makes a whole row useless, by the columns that a source has."""
    personas = vocabulary(source.personas, limits.personas)
    faults = []
    if source.persona is not None:
        unknown = "persona_text IS NOT NULL AND persona IS NULL"
        faults.append(Fault(UNKNOWN_PERSONA, unknown, "persona_text", personas.meant))
    if source.weight is not None:
        bad = "weight IS NULL OR weight <= 0"
        faults.append(Fault(BAD_WEIGHT, bad, "COALESCE(weight_text, '')"))
    if source.time is not None:
        faults.append(Fault(NOT_A_TIME, 'time_text IS NOT NULL AND "at" IS NULL', TIME_VALUE))
        if outside := limits.outside('"day"'):
            faults += [Fault(NO_TIME, '"at" IS NULL'), Fault(OUTSIDE_PERIOD, outside)]
    return faults


def _answer_faults(source: Survey) -> tuple[Fault, ...]:
    """What is wrong with one answer."""
    decimal = other_mark(source.rows.decimal)
    return (
        Fault(UNKNOWN_ANSWER, "answer IS NULL AND is_word", "answer_text"),
        Fault(NOT_A_NUMBER, "answer IS NULL", "answer_text", help=decimal),
        Fault(OFF_SCALE, "(answer - worst) * (answer - best) > 0", "answer_text"),
    )


def _by_part(readings: Sequence[Reading], sql: Callable[[Reading], str]) -> str:
    """What is so of the part that an answer belongs to."""
    cases = " ".join(
        f"WHEN {text_literal(reading.part)} THEN {sql(reading)}" for reading in readings
    )
    return f"CASE part {cases} END"


def _constant(text: str) -> str:
    return text_literal(text) if text else NULL_TEXT
