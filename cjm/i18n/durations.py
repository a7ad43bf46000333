"""Durations as people read them: the author's number, and the unit as a word of the language."""

from __future__ import annotations

from cjm.i18n.message import plural
from cjm.i18n.numbers import SPACE, Marks, quantity

ENGLISH = {
    "s": ("s", "s"),
    "min": ("min", "min"),
    "h": ("h", "h"),
    "d": ("day", "days"),
    "w": ("week", "weeks"),
    "mo": ("month", "months"),
    "y": ("year", "years"),
}
RUSSIAN = {
    "s": ("с", "с", "с"),
    "min": ("мин", "мин", "мин"),
    "h": ("ч", "ч", "ч"),
    "d": ("день", "дня", "дней"),
    "w": ("неделя", "недели", "недель"),
    "mo": ("месяц", "месяца", "месяцев"),
    "y": ("год", "года", "лет"),
}


def duration(text: str, language: str, marks: Marks) -> str:
    """A duration of the format, such as `3 d`, in words.

    >>> from cjm.i18n.numbers import ENGLISH, RUSSIAN
    >>> duration("3 d", "en", ENGLISH), duration("2.5 h", "ru", RUSSIAN)
    ('3\\xa0days', '2,5\\xa0ч')
    """
    number, _, unit = text.partition(" ")
    forms = (RUSSIAN if language == "ru" else ENGLISH)[unit]
    return f"{quantity(float(number), marks)}{SPACE}{plural(float(number), forms)}"
