"""Durations are read in words of the language."""

from __future__ import annotations

import pytest

from cjm.i18n.durations import ENGLISH, RUSSIAN, duration, lasting
from cjm.i18n.numbers import ENGLISH as POINT
from cjm.i18n.numbers import RUSSIAN as COMMA
from cjm.journey.durations import SECONDS


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("30 s", "30 s", "30 с"),
        ("40 min", "40 min", "40 мин"),
        ("1.5 h", "1.5 h", "1,5 ч"),
        ("1 d", "1 day", "1 день"),
        ("2 d", "2 days", "2 дня"),
        ("2.5 d", "2.5 days", "2,5 дня"),
        ("5 w", "5 weeks", "5 недель"),
        ("21 mo", "21 months", "21 месяц"),
        ("11 y", "11 years", "11 лет"),
        ("30000 y", "30,000 years", "30 000 лет"),
    ],
)
def test_a_duration_is_read_in_words(text: str, english: str, russian: str) -> None:
    """The number as numbers are written, the unit in the form that goes with it."""
    assert duration(text, "en", POINT).replace("\u00a0", " ") == english
    assert duration(text, "ru", COMMA).replace("\u00a0", " ") == russian


def test_every_unit_of_the_format_has_its_words() -> None:
    """In both languages."""
    assert set(ENGLISH) == set(RUSSIAN) == set(SECONDS)


@pytest.mark.parametrize(
    ("days", "english", "russian"),
    [
        (365, "1 year", "1 год"),
        (2 * 365, "2 years", "2 года"),
        (10 * 365, "10 years", "10 лет"),
        (365 + 30, "1 year 1 month", "1 год 1 месяц"),
        (365 + 362, "2 years", "2 года"),
        (364, "12 months 4 days", "12 месяцев 4 дня"),
        (30.99, "1 month 1 day", "1 месяц 1 день"),
        (1.999, "2 days", "2 дня"),
    ],
)
def test_a_time_worked_out_fills_its_larger_unit_first(
    days: float, english: str, russian: str
) -> None:
    """Two years of 365 days are no 24 months of 30, and no year and twelve months."""
    assert lasting(days * SECONDS["d"], "en", POINT).replace("\u00a0", " ") == english
    assert lasting(days * SECONDS["d"], "ru", COMMA).replace("\u00a0", " ") == russian
