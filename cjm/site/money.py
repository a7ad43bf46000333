"""Money on pages: a sum where room is scarce, with its currency."""

from __future__ import annotations

from cjm.i18n.numbers import ENGLISH, RUSSIAN, SPACE, compact


def money(value: float, currency: str | None, language: str) -> str:
    """A sum in thousands, millions and so on, such as «1,8 млн ₽»."""
    text = compact(value, RUSSIAN if language == "ru" else ENGLISH)
    return f"{text}{SPACE}{currency}" if currency else text
