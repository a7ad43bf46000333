"""Text: cleaned of what could steer a terminal, measured in cells, cut and wrapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import get_character_cell_size
from rich.text import Text

from cjm.i18n.characters import characters, head

ELLIPSIS = "…"
LONGEST_TITLE = 60
"""Cells of a title within a sentence."""
MOST_MARKS = 4
"""Characters without a width that may follow one another, such as accents."""

# Emoji built of several signs are as wide as each terminal pleases: the first one must do.
_BUILT = re.compile("\u200d[\u2190-\u2bff\U0001f000-\U0001faff]|[\ufe0f\U0001f3fb-\U0001f3ff]")
_SPACES = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")

_COMMAND = re.compile(r":(?=:)|#(?=#[\w.-]*\[)")
"""Where a command to a CI server is taken apart: `::error::` where a line of the page may begin
with it, `##[error]` anywhere."""

MOST_SHOWN = 2_000
"""Characters of a text that a page looks at."""


def cleaned(text: str) -> str:
    """The text on one line, with nothing in it that could steer a terminal or CI, or hide."""
    spaced = _SPACES.sub(" ", head(text, MOST_SHOWN))
    while (shorter := _BUILT.sub("", spaced)) != spaced:
        spaced = shorter
    return _COMMAND.sub(r"\g<0> ", "".join(_kept(spaced))).strip()


def _kept(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        if category in ("Cc", "Cf", "Cs", "Cn"):
            continue
        marks = 0 if width_of(character) else marks + 1
        if marks <= MOST_MARKS:
            yield character


def width_of(text: str) -> int:
    """The cells a text takes: two for a wide character of East Asia, none for an accent."""
    return sum(get_character_cell_size(character, "latest") for character in text)


def shortened(text: str, width: int) -> str:
    """The text where it fits, else cut with an ellipsis."""
    if width_of(text) <= width:
        return text
    kept, used = "", 0
    for character in characters(text):
        used += width_of(character)
        if used > width - 1:
            break
        kept += character
    return kept.rstrip() + ELLIPSIS if width > 0 else ""


def wrapped(text: Text, width: int, indent: int = 0, first: str = "") -> list[Text]:
    """Lines of at most `width` cells, broken at ordinary spaces only, all indented.

    `first` stands in the first line's indent.
    """
    lines = list(text.divide(list(_breaks(text.plain, max(1, width - indent)))))
    for nth, line in enumerate(lines):
        line.rstrip()
        start = first if nth == 0 else ""
        lines[nth] = Text(start + " " * (indent - width_of(start))) + line
    return lines


def _breaks(plain: str, room: int) -> Iterator[int]:
    used = 0
    for word in re.finditer(r"[^ ]+ *| +", plain):
        size = width_of(word[0].rstrip(" "))
        if used and used + size > room:
            yield word.start()
            used = 0
        if size <= room:
            used += width_of(word[0])
            continue
        place = word.start()
        for character in characters(word[0].rstrip(" ")):
            cells = width_of(character)
            if used and used + cells > room:
                yield place
                used = 0
            used += cells
            place += len(character)
        used += len(word[0]) - len(word[0].rstrip(" "))
