"""Surveys elsewhere: answers as the database's own numbers, on the scale that each was asked on."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.data.conversion.answers import Reading
from cjm.data.conversion.expressions import NULL_TEXT, mapped
from cjm.data.conversion.faults import Fault
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.numbers import double_literal
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
from cjm.data.conversion.words import vocabulary
from cjm.data.definition import Column, Survey
from cjm.data.engine import text_literal
from cjm.data.left_out import NOT_A_NUMBER
from cjm.data.remote.relation import Relation

SHARED = '"row", respondent, persona, persona_text, weight, "at", "day"'
"""What all answers of a row share."""


def convert_survey(relation: Relation, source: Survey, limits: Limits) -> Conversion:
    """Answers as `Typed` has them."""
    return (_wide if source.columns else _long)(relation, source, limits)


def _long(relation: Relation, source: Survey, limits: Limits) -> Conversion:
    """A row an answer."""
    parts = parts_of(source)
    assert source.score is not None
    rows = (
        f"SELECT {_common(relation, source, limits)}, {relation.text(source.touchpoint)} AS word, "
        f"{relation.text(source.side)} AS side_text, "
        f"{_texts(relation, source.score, parts.readings)} FROM {relation.name} AS source_rows"
    )
    faults = _faults(source, limits)
    return answers_by_part(
        rows, source, limits, parts, lambda reading: _answer(reading, "answer"), faults
    )


def _wide(relation: Relation, source: Survey, limits: Limits) -> Conversion:
    """A row a respondent: one answer of each column; what is wrong with a row is told once."""
    touchpoints = vocabulary(source.touchpoints, limits.touchpoints)
    readings = cells_of(source)
    texts = ", ".join(
        _texts(relation, column, [reading], f"answer_{number}")
        for number, (column, reading) in enumerate(readings.items())
    )
    faults = _faults(source, limits)
    cells = [
        f"SELECT {SHARED}, answer_{number}_text AS answer_text, "
        f"{text_literal(reading.part)} AS part, "
        f"{constant(source.columns[column].touchpoint)} AS word, "
        f"{_answer(reading, f'answer_{number}')} AS answer, "
        f"{double_literal(reading.worst)} AS worst, {double_literal(reading.best)} AS best, "
        f"{bool(reading.words)!r} AS is_word FROM base WHERE NOT wrong"
        for number, (column, reading) in enumerate(readings.items())
    ]
    rows = (
        f"WITH base AS (SELECT *, {faults.wrong} AS wrong FROM (SELECT "
        f"{_common(relation, source, limits)}, {texts} FROM {relation.name} AS source_rows)), "
        f"cells AS (SELECT {SHARED}, '' AS answer_text, '' AS part, {NULL_TEXT} AS word, "
        f"CAST(NULL AS DOUBLE) AS answer, {double_literal(0)} AS worst, "
        f"{double_literal(0)} AS best, FALSE AS is_word FROM base WHERE wrong "
        f"UNION ALL {' UNION ALL '.join(cells)}) "
        f"SELECT *, {touchpoints.id_of('word')} AS touchpoint FROM cells"
    )
    return Conversion(rows, COLUMNS, faults.of_cells(touchpoints), len(readings))


def _common(relation: Relation, source: Survey, limits: Limits) -> str:
    """What all answers of a row share."""
    personas = vocabulary(source.personas, limits.personas)
    persona = relation.text(source.persona)
    return (
        f'{relation.row} AS "row", {relation.text(source.respondent)} AS respondent, '
        f"{persona} AS persona_text, {personas.id_of(persona)} AS persona, "
        f'{relation.number(source.weight)} AS weight, "at", "day"'
    )


def _faults(source: Survey, limits: Limits) -> SurveyFaults:
    """What may be wrong with numbers; a product of them might be too large for the database."""
    off_scale = "NOT answer BETWEEN LEAST(worst, best) AND GREATEST(worst, best)"
    return SurveyFaults(
        row_faults(source, limits, "CAST(weight AS VARCHAR)"),
        answer_faults(Fault(NOT_A_NUMBER, "answer IS NULL", "answer_text"), off_scale),
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
