"""Characters as people see them: an accent, a joined emoji or a flag is never taken apart.

Unicode calls them grapheme clusters (UAX #29); what is left out here are signs that stand before
the letter they belong to, and rules of single Indian scripts.
"""

from __future__ import annotations

from collections.abc import Iterator

JOINER = "\u200d"
_MARKS = frozenset("\u200c\u200d\ufe0e\ufe0f")
_FIRST_MARK = "\u0300"
"""Before it no sign belongs to the one before."""


def characters(text: str) -> Iterator[str]:
    """What people see as one character each, with the marks and joiners that belong to it."""
    start = 0
    for end in range(1, len(text) + 1):
        if is_boundary(text, end):
            yield text[start:end]
            start = end


def head(text: str, most: int) -> str:
    """The longest beginning of a text with at most so many code points and no character cut."""
    end = min(most, len(text))
    while end > 0 and not is_boundary(text, end):
        end -= 1
    return text[:end]


def clipped(text: str, most: int) -> str:
    """A text of at most so many code points: cut between two characters, … in place of the rest.

    >>> clipped("taxi", 4), clipped("taxis", 4), clipped("tai\u0301s!", 4)
    ('taxi', 'tax…', 'ta…')
    """
    return text if len(text) <= most else head(text, most - 1) + "…"


def last_start(text: str) -> int:
    """Where the last character begins; 0 in an empty text."""
    start = len(text) - 1
    while start > 0 and not is_boundary(text, start):
        start -= 1
    return max(start, 0)


def is_boundary(text: str, at: int) -> bool:
    """Whether a character ends, and another begins, before the code point at that place.

    >>> [n for n in range(6) if is_boundary("a\u0301🇷🇺b", n)]
    [0, 2, 4, 5]
    """
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if after < _FIRST_MARK:
        return True
    if is_mark(after):
        return False
    if before == JOINER:
        return not _is_picture(after)
    if _is_flag(before) and _is_flag(after):
        return _flags_before(text, at) % 2 == 0
    return not _is_one_syllable(before, after)


def is_mark(sign: str) -> bool:
    """Whether it belongs to the sign before it: an accent, a joiner, a shade of skin, a tag."""
    if sign < _FIRST_MARK:
        return False
    if (
        sign in _MARKS
        or "\U0001f3fb" <= sign <= "\U0001f3ff"
        or "\U000e0020" <= sign <= "\U000e007f"
    ):
        return True
    from unicodedata import category  # only for what is not Latin

    return category(sign) in ("Mn", "Me", "Mc")


def _is_picture(sign: str) -> bool:
    """Whether a joiner joins it to the picture before."""
    from unicodedata import category

    return sign >= "\u2000" and category(sign) in ("So", "Sm", "Po")


def _is_flag(sign: str) -> bool:
    """Whether it is a letter of which two make a flag."""
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    """How many letters of flags follow each other up to a place."""
    start = at
    while start > 0 and _is_flag(text[start - 1]):
        start -= 1
    return at - start


def _is_one_syllable(before: str, after: str) -> bool:
    """Whether two signs of Korean belong to one block."""
    leading = "\u1100" <= before <= "\u115f"
    block = "\uac00" <= before <= "\ud7a3"
    if leading and ("\u1100" <= after <= "\u11a7" or "\uac00" <= after <= "\ud7a3"):
        return True
    inner = leading or block or "\u1160" <= before <= "\u11ff"
    return inner and "\u1160" <= after <= "\u11ff"
