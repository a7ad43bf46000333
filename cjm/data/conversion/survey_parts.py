"""Surveys wherever their answers are: which part each is of, and why rows are left out.

Texts in files and numbers in a database become an answer by SQL of their own; the rest is here.
"""

from collections.abc import Callable, Sequence

from cjm.data.conversion.answers import Reading, reading_of
from cjm.data.conversion.expressions import NULL_TEXT, any_of
from cjm.data.conversion.faults import Fault, unknown_touchpoint
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.numbers import double_literal
from cjm.data.conversion.words import Vocabulary, vocabulary
from cjm.data.definition import Column, Survey
from cjm.data.engine import text_literal
from cjm.data.left_out import (
    BAD_WEIGHT,
    NO_ANSWER,
    NO_TOUCHPOINT,
    OFF_SCALE,
    UNKNOWN_ANSWER,
    UNKNOWN_PERSONA,
    UNKNOWN_SIDE,
)
from cjm.data.metric_kinds import SIDES
from cjm.tuples import NamedTuple

COLUMNS = (
    '"row"', "respondent", "touchpoint", "part", "answer", "worst", "best", "weight", "persona",
    '"at"', '"day"',
)  # fmt: skip


class Parts(NamedTuple):
    """What the answers of a survey with a row an answer are of.

    Attributes:
        sides: The words of each part.
        part: SQL: the part that a row's answer is of.
        readings: How the answers of each are read.
    """

    sides: Vocabulary
    part: str
    readings: Sequence[Reading]


class SurveyFaults(NamedTuple):
    """Why rows and answers are left out; each kind of place has SQL of its own for them.

    Attributes:
        of_row: What makes a whole row useless.
        of_answer: What is wrong with an answer that is there.
    """

    of_row: Sequence[Fault]
    of_answer: Sequence[Fault]

    @property
    def wrong(self) -> str:
        """SQL that is true for a row that is useless."""
        conditions = [f"COALESCE({fault.condition}, FALSE)" for fault in self.of_row]
        return " OR ".join(conditions) or "FALSE"

    def of_cells(self, touchpoints: Vocabulary) -> tuple[Fault, ...]:
        """All faults of a survey with a column an answer: those of a row are told once."""
        cells = (NO_ANSWER_THERE, unknown_touchpoint(touchpoints), *self.of_answer)
        return (*self.of_row, *(fault._replace(of_row=False) for fault in cells))


NO_ANSWER_THERE = Fault(NO_ANSWER, "answer_text IS NULL")


def parts_of(source: Survey) -> Parts:
    """The parts of a survey with a row an answer; one that is not named is its own word."""
    words = {part: source.values.get(part, ()) for part in (*SIDES, *source.metrics)}
    sides = vocabulary({**words, **source.values}, is_open=False)
    given = source.side is not None
    part = sides.id_of("side_text") if given else text_literal(source.constant_side)
    ids = dict.fromkeys(sides.words.values()) if given else (source.constant_side,)
    return Parts(sides, part, [reading_of(source, id, source.metrics.get(id)) for id in ids])


def cells_of(source: Survey) -> dict[Column, Reading]:
    """How the answers in each column are read, of a survey with a column an answer."""
    return {
        column: reading_of(source, answer.part, answer) for column, answer in source.columns.items()
    }


def answers_by_part(
    rows: str,
    source: Survey,
    limits: Limits,
    parts: Parts,
    answer: Callable[[Reading], str],
    faults: SurveyFaults,
) -> Conversion:
    """Answers of a survey with a row an answer.

    Args:
        rows: A SELECT of `word`, `side_text`, `answer_text` and what the answers are read from.
        source: The survey.
        limits: Whose touchpoints are known.
        parts: What the answers are of.
        answer: SQL of an answer as a number.
        faults: What else may be wrong.
    """
    touchpoints = vocabulary(source.touchpoints, limits.touchpoints)
    ids_of = f"SELECT *, {touchpoints.id_of('word')} AS touchpoint, {parts.part} AS part"
    read = ", ".join(
        f"{_by_part(parts.readings, sql)} AS {name}"
        for name, sql in (
            ("answer", answer),
            ("worst", lambda reading: double_literal(reading.worst)),
            ("best", lambda reading: double_literal(reading.best)),
            ("is_word", lambda reading: repr(bool(reading.words))),
        )
    )
    found = (
        NO_ANSWER_THERE,
        Fault(UNKNOWN_SIDE, "part IS NULL", "COALESCE(side_text, '')", parts.sides.meant),
        unknown_touchpoint(touchpoints),
        Fault(NO_TOUCHPOINT, f"word IS NULL AND part IN {any_of(SIDES)}"),
        *faults.of_row,
        *faults.of_answer,
    )
    return Conversion(f"SELECT *, {read} FROM ({ids_of} FROM ({rows}))", COLUMNS, found)


def row_faults(
    source: Survey, limits: Limits, weight: str, times: Sequence[Fault] = ()
) -> list[Fault]:
    """What makes a whole row useless, by the columns that a source has.

    Args:
        source: The survey.
        limits: Whose personas are known, and the period.
        weight: SQL of a weight as it stands there.
        times: What may be wrong with a time as it stands there.
    """
    personas = vocabulary(source.personas, limits.personas)
    faults = []
    if source.persona is not None:
        unknown = "persona_text IS NOT NULL AND persona IS NULL"
        faults.append(Fault(UNKNOWN_PERSONA, unknown, "persona_text", personas.meant))
    if source.weight is not None:
        bad = "weight IS NULL OR weight <= 0"
        faults.append(Fault(BAD_WEIGHT, bad, f"COALESCE({weight}, '')"))
    if source.time is not None:
        faults += [*times, *limits.faults()]
    return faults


def answer_faults(no_number: Fault, off_scale: str) -> tuple[Fault, ...]:
    """What is wrong with one answer: no word that is known, no number, or off its scale."""
    return (
        Fault(UNKNOWN_ANSWER, "answer IS NULL AND is_word", "answer_text"),
        no_number,
        Fault(OFF_SCALE, off_scale, "answer_text"),
    )


def constant(text: str) -> str:
    """A text as SQL has it; null for none."""
    return text_literal(text) if text else NULL_TEXT


def _by_part(readings: Sequence[Reading], sql: Callable[[Reading], str]) -> str:
    """What is so of the part that an answer belongs to."""
    cases = " ".join(
        f"WHEN {text_literal(reading.part)} THEN {sql(reading)}" for reading in readings
    )
    return f"CASE part {cases} END"
