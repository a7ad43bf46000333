"""Surveys: a row an answer, or a row a respondent with a column an answer."""

from collections.abc import Mapping, Sequence

from cjm.data.conversion.answers import Reading, answer_of
from cjm.data.conversion.context import Context
from cjm.data.conversion.expressions import NULL_TEXT, trimmed
from cjm.data.conversion.faults import Fault
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.numbers import double, double_literal, other_mark
from cjm.data.conversion.survey_parts import (
    COLUMNS,
    SurveyFaults,
    answer_faults,
    answers_by_part,
    cells_of,
    constant,
    parts_of,
    row_faults,
)
from cjm.data.conversion.times import TIME_VALUE, texts_and_times, time_of
from cjm.data.conversion.words import vocabulary
from cjm.data.definition import Column, Survey
from cjm.data.engine import text_literal
from cjm.data.left_out import NOT_A_NUMBER, NOT_A_TIME


def convert_survey(context: Context, source: Survey, limits: Limits) -> Conversion:
    """Answers as `Typed` has them, each on the scale that its part was asked on."""
    return (_wide if source.columns else _long)(context, source, limits)


def _long(context: Context, source: Survey, limits: Limits) -> Conversion:
    """A row an answer."""
    texts = {
        "word": context.text(source.touchpoint),
        "side_text": context.text(source.side),
        "answer_text": context.text(source.score),
    }
    decimal = source.rows.decimal
    return answers_by_part(
        _rows(context, source, limits, texts),
        source,
        limits,
        parts_of(source),
        lambda reading: answer_of(reading, "answer_text", decimal),
        _faults(source, limits),
    )


def _wide(context: Context, source: Survey, limits: Limits) -> Conversion:
    """A row a respondent: one answer of each column; what is wrong with a row is told once."""
    touchpoints = vocabulary(source.touchpoints, limits.touchpoints)
    readings = cells_of(source)
    texts = {  # trimmed below, once for all: the engine compares such expressions with each other
        f"answer_{number}": f"CAST({context.named(column)} AS VARCHAR)"
        for number, column in enumerate(readings)
    }
    faults = _faults(source, limits)
    rows = (
        f"WITH base AS (SELECT *, {faults.wrong} AS wrong "
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
    return Conversion(rows, COLUMNS, faults.of_cells(touchpoints), len(readings))


def _asked(source: Survey, readings: Mapping[Column, Reading]) -> str:
    """What each column was asked: one row a column, by its number."""
    rows = ", ".join(
        f"({number}, {text_literal(reading.part)}, {constant(source.columns[column].touchpoint)}, "
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


def _faults(source: Survey, limits: Limits) -> SurveyFaults:
    """What may be wrong with texts."""
    no_time = Fault(NOT_A_TIME, 'time_text IS NOT NULL AND "at" IS NULL', TIME_VALUE)
    decimal = other_mark(source.rows)
    no_number = Fault(NOT_A_NUMBER, "answer IS NULL", "answer_text", help=decimal)
    return SurveyFaults(
        row_faults(source, limits, "weight_text", [no_time]),
        answer_faults(no_number, "(answer - worst) * (answer - best) > 0"),
    )
