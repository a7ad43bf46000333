"""Texts of reviews as they are compared: one spelling, and the words in them."""

from __future__ import annotations

import re
from unicodedata import normalize

TOKEN = re.compile(r"[^\W_]+")
"""A token is the longest run of letters and digits."""


def normalized(text: str) -> str:
    """NFC, small letters, е for ё: so that one word has one spelling.

    >>> normalized("Ёлка")
    'елка'
    """
    return normalize("NFC", text).lower().replace("ё", "е")


def tokens_of(text: str) -> list[str]:
    """The tokens of a text that is normalized.

    >>> tokens_of("wi-fi 2024!")
    ['wi', 'fi', '2024']
    """
    return TOKEN.findall(text)
