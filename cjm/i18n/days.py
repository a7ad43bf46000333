"""Days: how a date and a month are written in figures."""

from __future__ import annotations


def day_written(written: str, language: str) -> str:
    """A date as the language writes it in figures: 20.09.2026 in Russian, 2026-09-20 in English.

    Args:
        written: As ISO 8601 has it, `2026-09-20`, or a month, `2026-09`; a time may follow the day.
        language: `en` or `ru`.
    """
    date = written[:10]
    return ".".join(reversed(date.split("-"))) if language == "ru" else date
