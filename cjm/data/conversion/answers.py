"""Answers: what a part of a survey (a side, or a metric) takes for an answer, on which scale."""

from cjm.data.conversion.expressions import mapped
from cjm.data.conversion.numbers import double
from cjm.data.conversion.words import vocabulary
from cjm.data.definition import Answer, Survey, Words
from cjm.data.metric_kinds import SIDES, scale_of
from cjm.tuples import NamedTuple

YES_OR_NO: Words = {
    "yes": ("yes", "Yes", "YES", "y", "Y", "true", "True", "TRUE", "1", "да", "Да", "ДА"),
    "no": ("no", "No", "NO", "n", "N", "false", "False", "FALSE", "0", "нет", "Нет", "НЕТ"),
}
"""What answers `fcr`, where nobody says otherwise."""


class Reading(NamedTuple):
    """How the answers of one part are read; `reverse`: the lowest answer is the best one."""

    part: str
    scale: tuple[float, float]
    shift: float
    words: Words
    reverse: bool = False

    @property
    def worst(self) -> float:
        """The worst answer there is."""
        return self.scale[1] if self.reverse else self.scale[0]

    @property
    def best(self) -> float:
        """The best one."""
        return self.scale[0] if self.reverse else self.scale[1]


def reading_of(source: Survey, part: str, answer: Answer | None) -> Reading:
    """How a part is read: as its column or metric says, else as its survey does."""
    scale = scale_of(source, answer or Answer(part))
    words = (answer.values if answer else None) or (YES_OR_NO if part == "fcr" else {})
    if {"yes", "no"} & set(words):
        return Reading(part, (0, 1), 0, words)
    reverse = answer.reverse if answer else source.reverse and part in SIDES
    return Reading(part, scale, answer.shift if answer else 0, {}, reverse)


def answer_of(reading: Reading, text: str, decimal: str) -> str:
    """SQL: an answer as a number, shifted; null where it is none."""
    if reading.words:
        known = vocabulary(reading.words, is_open=False)
        named = {word: "1" if id == "yes" else "0" for word, id in known.words.items()}
        return f"CAST({mapped(text, named)} AS DOUBLE)"
    number = double(text, decimal)
    return f"({number}) + {reading.shift!r}" if reading.shift else number
