"""Surveys elsewhere: answers as the database's own numbers, on the scale that each was asked on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cjm.data.conversion.answers import Reading, reading_of
from cjm.data.conversion.expressions import NULL_TEXT, any_of, mapped
from cjm.data.conversion.faults import Fault, unknown_touchpoint
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.numbers import double_literal
from cjm.data.conversion.survey import COLUMNS
from cjm.data.conversion.words import vocabulary
from cjm.data.definition import Column, Survey
from cjm.data.engine import text_literal
from cjm.data.left_out import (
    BAD_WEIGHT,
    NO_ANSWER,
    NO_TIME,
    NO_TOUCHPOINT,
    NOT_A_NUMBER,
    OFF_SCALE,
    OUTSIDE_PERIOD,
    UNKNOWN_ANSWER,
    UNKNOWN_PERSONA,
    UNKNOWN_SIDE,
)
from cjm.data.remote.relation import Relation
from cjm.data.surveys.kinds import SIDES

SHARED = '"row", respondent, persona, persona_text, weight, "at", "day"'
"""What all answers of a row share."""


def convert_survey(relation: Relation, source: Survey, limits: Limits) -> Conversion:
    """Answers as `Typed` has them."""
    return (_wide if source.columns else _long)(relation, source, limits)


def _long(relation: Relation, source: Survey, limits: Limits) -> Conversion:
    """A row an answer."""
    touchpoints = vocabulary(source.touchpoints, limits.touchpoints)
    parts = {part: source.values.get(part, ()) for part in (*SIDES, *source.metrics)}
    sides = vocabulary({**parts, **source.values}, is_open=False)
    given = source.side is not None
    part = sides.id_of("side_text") if given else text_literal(source.constant_side)
    ids = dict.fromkeys(sides.words.values()) if given else (source.constant_side,)
    readings = [reading_of(source, id, source.metrics.get(id)) for id in ids]
    assert source.score is not None
    texts = (
        f"SELECT {_common(relation, source, limits)}, {relation.text(source.touchpoint)} AS word, "
        f"{relation.text(source.side)} AS side_text, {_texts(relation, source.score, readings)} "
        f"FROM {relation.name} AS source_rows"
    )
    ids_of = f"SELECT *, {touchpoints.id_of('word')} AS touchpoint, {part} AS part FROM ({texts})"
    read = ", ".join(
        f"{_by_part(readings, sql)} AS {name}"
        for name, sql in (
            ("answer", lambda reading: _answer(reading, "answer")),
            ("worst", lambda reading: double_literal(reading.worst)),
            ("best", lambda reading: double_literal(reading.best)),
            ("is_word", lambda reading: repr(bool(reading.words))),
        )
    )
    faults = (
        Fault(NO_ANSWER, "answer_text IS NULL"),
        Fault(UNKNOWN_SIDE, "part IS NULL", "COALESCE(side_text, '')", sides.meant),
        unknown_touchpoint(touchpoints),
        Fault(NO_TOUCHPOINT, f"word IS NULL AND part IN {any_of(SIDES)}"),
        *_row_faults(source, limits),
        *_answer_faults(),
    )
    return Conversion(f"SELECT *, {read} FROM ({ids_of})", COLUMNS, faults)


def _wide(relation: Relation, source: Survey, limits: Limits) -> Conversion:
    """A row a respondent: one answer of each column; what is wrong with a row is told once."""
    touchpoints = vocabulary(source.touchpoints, limits.touchpoints)
    readings = {
        column: reading_of(source, answer.part, answer) for column, answer in source.columns.items()
    }
    texts = ", ".join(
        _texts(relation, column, [reading], f"answer_{number}")
        for number, (column, reading) in enumerate(readings.items())
    )
    row_faults = _row_faults(source, limits)
    wrong = " OR ".join(f"COALESCE({fault.condition}, FALSE)" for fault in row_faults) or "FALSE"
    cells = [
        f"SELECT {SHARED}, answer_{number}_text AS answer_text, "
        f"{text_literal(reading.part)} AS part, "
        f"{_constant(source.columns[column].touchpoint)} AS word, "
        f"{_answer(reading, f'answer_{number}')} AS answer, "
        f"{double_literal(reading.worst)} AS worst, {double_literal(reading.best)} AS best, "
        f"{bool(reading.words)!r} AS is_word FROM base WHERE NOT wrong"
        for number, (column, reading) in enumerate(readings.items())
    ]
    rows = (
        f"WITH base AS (SELECT *, {wrong} AS wrong FROM (SELECT "
        f"{_common(relation, source, limits)}, {texts} FROM {relation.name} AS source_rows)), "
        f"cells AS (SELECT {SHARED}, '' AS answer_text, '' AS part, {NULL_TEXT} AS word, "
        f"CAST(NULL AS DOUBLE) AS answer, {double_literal(0)} AS worst, "
        f"{double_literal(0)} AS best, FALSE AS is_word FROM base WHERE wrong "
        f"UNION ALL {' UNION ALL '.join(cells)}) "
        f"SELECT *, {touchpoints.id_of('word')} AS touchpoint FROM cells"
    )
    cell_faults = (
        Fault(NO_ANSWER, "answer_text IS NULL"),
        unknown_touchpoint(touchpoints),
        *_answer_faults(),
    )
    faults = (*row_faults, *(fault._replace(of_row=False) for fault in cell_faults))
    return Conversion(rows, COLUMNS, faults, len(readings))


def _common(relation: Relation, source: Survey, limits: Limits) -> str:
    """What all answers of a row share."""
    personas = vocabulary(source.personas, limits.personas)
    persona = relation.text(source.persona)
    return (
        f'{relation.row} AS "row", {relation.text(source.respondent)} AS respondent, '
        f"{persona} AS persona_text, {personas.id_of(persona)} AS persona, "
        f'{relation.number(source.weight)} AS weight, "at", "day"'
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
        faults.append(Fault(BAD_WEIGHT, bad, "COALESCE(CAST(weight AS VARCHAR), '')"))
    if source.time is not None and (outside := limits.outside('"day"')):
        faults += [Fault(NO_TIME, '"at" IS NULL'), Fault(OUTSIDE_PERIOD, outside)]
    return faults


def _answer_faults() -> tuple[Fault, ...]:
    """What is wrong with one answer."""
    off = "NOT answer BETWEEN LEAST(worst, best) AND GREATEST(worst, best)"
    return (
        Fault(UNKNOWN_ANSWER, "answer IS NULL AND is_word", "answer_text"),
        Fault(NOT_A_NUMBER, "answer IS NULL", "answer_text"),
        Fault(OFF_SCALE, off, "answer_text"),
    )


def _texts(
    relation: Relation, column: Column, readings: Sequence[Reading], name: str = "answer"
) -> str:
    """A column of answers as text and as number; one of words alone need not hold numbers."""
    words_alone = all(reading.words for reading in readings) and not relation.counts(column)
    number = "CAST(NULL AS DOUBLE)" if words_alone else relation.number(column)
    return f"{relation.text(column)} AS {name}_text, {number} AS {name}_number"


def _answer(reading: Reading, name: str) -> str:
    """An answer as a number, shifted; null where it is none."""
    if reading.words:
        known = vocabulary(reading.words, is_open=False)
        named = {word: "1" if id == "yes" else "0" for word, id in known.words.items()}
        said = mapped(f"{name}_text", named)
        return f"COALESCE(CAST({said} AS DOUBLE), {_if_number(name)})"
    shift = f" + {double_literal(reading.shift)}" if reading.shift else ""
    return f"{name}_number{shift}"


def _if_number(name: str) -> str:
    """Yes and no of a database that holds them as 1 and 0."""
    return f"CASE WHEN {name}_number IN (0, 1) THEN {name}_number END"


def _by_part(readings: Sequence[Reading], sql: Callable[[Reading], str]) -> str:
    """What is so of the part that an answer belongs to."""
    cases = " ".join(
        f"WHEN {text_literal(reading.part)} THEN {sql(reading)}" for reading in readings
    )
    return f"CASE part {cases} END"


def _constant(text: str) -> str:
    return text_literal(text) if text else NULL_TEXT
