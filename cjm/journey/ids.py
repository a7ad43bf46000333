"""Ids: what names touchpoints, stages, channels, personas and all else, in any script."""

from __future__ import annotations

import re
import unicodedata

ID = re.compile(r"\w[\w.-]*")


def as_id(text: str) -> str:
    """The text as ids are compared: in NFC."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def is_id(text: str) -> bool:
    """Whether a text in NFC can be an id, in any script.

    Python's `\\w` leaves out the marks that are vowels in Hindi, Thai and others (UTS 18 has them).
    """
    if ID.fullmatch(text):
        return True
    letters = "".join(c for c in text if not unicodedata.category(c).startswith("M"))
    return len(letters) < len(text) and bool(ID.match(text) and ID.fullmatch(letters))
