"""Durations as people read them: the author's number, and the unit as a word of the language."""

from __future__ import annotations

from cjm.i18n.message import plural
from cjm.i18n.numbers import SPACE, Marks, half_away, quantity

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


_STEPS = (
    ("y", 365 * 86_400),
    ("mo", 30 * 86_400),
    ("d", 86_400),
    ("h", 3_600),
    ("min", 60),
    ("s", 1),
)
"""Units and their seconds, as the format has them; a week says little beside days."""


def lasting(seconds: float, language: str, marks: Marks) -> str:
    """A time that was worked out, in its largest unit and the next smaller one.

    >>> from cjm.i18n.numbers import ENGLISH, RUSSIAN
    >>> lasting(8000, "en", ENGLISH), lasting(86400 * 3, "ru", RUSSIAN)
    ('2\xa0h\xa013\xa0min', '3\xa0дня')
    >>> lasting(59.7, "en", ENGLISH), lasting(0.4, "ru", RUSSIAN)
    ('1\xa0min', '0,4\xa0с')
    """
    if seconds < 1:
        return duration(f"{seconds} s", language, marks)
    steps = (i for i, (_, size) in enumerate(_STEPS) if half_away(seconds, 0) >= size)
    first = next(steps)
    unit, size = _STEPS[first]
    lower, least = _STEPS[min(first + 1, len(_STEPS) - 1)]
    if lower == unit:
        return duration(f"{half_away(seconds, 0)} {unit}", language, marks)
    whole, rest = divmod(seconds, size)
    smaller = half_away(rest / least, 0)
    if smaller >= size // least:  # of a year's 365 days twelve months are only 360
        whole, smaller = whole + 1, 0
    told = [duration(f"{whole} {unit}", language, marks)]
    if smaller:
        told.append(duration(f"{smaller} {lower}", language, marks))
    return SPACE.join(told)
