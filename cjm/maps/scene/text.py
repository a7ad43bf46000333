"""Text: cleaned for XML, measured with the bundled font, wrapped at words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from cjm.i18n.characters import characters, head, is_mark, last_start
from cjm.maps.scene.typefaces import width_of_sign, widths_of_words
from cjm.source.signs import CONTROL, DIRECTION, LINES

SLACK = 1.04
"""Text is given this much more room than it needs: where a reader's system lacks the bundled font
the next of the family may run wider."""
COLUMN_SLACK = 1.05
"""In the columns of a map, where what runs over would touch the next column's text."""
ELLIPSIS = "…"
NO_BREAK = "\u00a0"

# Russian prepositions and particles that must not end a line.
_CLINGING = "а без в во для до за и из или к ко на не ни но о об от по под при с со у"
CLINGING = frozenset(_CLINGING.split())
# Outside XML 1.0, or invisible marks that turn the direction of everything after them.
_UNWANTED = re.compile(f"[{CONTROL}{DIRECTION}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")
_SPACES = re.compile(f"[ \t\r\n{LINES}]+")


def cleaned(text: str) -> str:
    """The text on one line, without the characters XML 1.0 forbids."""
    return _SPACES.sub(" ", _UNWANTED.sub("", text.replace("\r", " "))).strip()


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in the bundled font; estimated for characters the font lacks."""
    return _units(text, bold) * size / 1000


def _units(text: str, bold: bool) -> int:
    """The width in thousandths of the size: whole, so that widths of parts add up exactly."""
    return sum(map(_widths(bold).__getitem__, text))


def covered(text: str) -> bool:
    """Whether the bundled fonts hold every character of the text."""
    return all(
        c in _widths(False) or c.isspace() or width_of_sign(c, bold=False) is not None for c in text
    )


MOST_MEASURED = 600
"""Characters of a text that are looked at: no place on a map holds more."""


@lru_cache(maxsize=2048)  # a layout asks for the lines of a label or title again and again
def wrapped(
    text: str, widths: tuple[float, ...], size: float, bold: bool = False
) -> tuple[str, ...]:
    """The text in as many lines as `widths` has, the last one ended with … where more follows."""
    if len(text) > MOST_MEASURED:
        text = head(text, MOST_MEASURED) + ELLIPSIS
    lines = _broken(text, widths, size, bold)
    if len(lines) <= len(widths):
        return tuple(lines)
    kept = lines[: len(widths)]
    kept[-1] = shortened(kept[-1] + " " + lines[len(widths)], widths[-1], size, bold, cut=True)
    return tuple(kept)


LONGEST = 4000
"""Characters of a text that a growing row shows."""


def flowed(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in as many lines as it takes: nothing is cut but what would fill sheets."""
    if len(text) > LONGEST:
        text = head(text, LONGEST) + ELLIPSIS
    return tuple(_broken(text, (width,) * (len(text) + 1), size, bold))


def shortened(text: str, width: float, size: float, bold: bool = False, cut: bool = False) -> str:
    """The text itself where it fits, else cut (at a word if half the line stays) with …"""
    text = head(text, MOST_MEASURED)
    if not cut and width_of(text, size, bold) <= width:
        return text
    room = width - width_of(ELLIPSIS, size, bold)
    part = text
    while part and width_of(part, size, bold) > room:
        part = part[: last_start(part)]
    at_word = re.split(r"[ \u00a0]", part)
    whole = part[: -len(at_word[-1])] if len(at_word) > 1 and at_word[-1] else part
    if len(part) < len(text) and text[len(part)] != " " and whole != part:
        part = whole if width_of(whole, size, bold) > width / 2 else part
    return part.rstrip(" ,.;:—–-(«" + NO_BREAK) + ELLIPSIS


def _broken(text: str, widths: tuple[float, ...], size: float, bold: bool) -> list[str]:
    """Lines of at most the widths given; the last width holds for all that follow."""
    lines: list[str] = []
    line, units = "", 0
    words = _clusters(text)[::-1]
    space = _units(" ", bold)
    while words:
        # One line more than asked for is enough to know that the text must be cut.
        if len(lines) > len(widths):
            break
        width = widths[min(len(lines), len(widths) - 1)]
        word = words.pop()
        own = _units(word, bold)
        if NO_BREAK in word and own * size / 1000 > width:
            # What cannot cling goes with what is before it.
            words += word.rsplit(NO_BREAK, 1)[::-1]
            continue
        longer = units + space + own if line else own
        if longer * size / 1000 <= width:
            line, units = f"{line} {word}" if line else word, longer
        elif line:
            lines.append(line)
            line = ""
            words.append(word)
        else:
            head, rest = _split(word, width, size, bold)
            lines.append(head)
            words.append(rest)
    return [*lines, line] if line else lines


def _clusters(text: str) -> list[str]:
    """Words, each with the short ones and numbers before it and a dash after it."""
    clusters: list[str] = []
    for word in text.split(" "):
        last = clusters[-1].split(NO_BREAK)[-1].lower().strip("«(\"'") if clusters else ""
        clings = last in CLINGING or last.isdigit() or word in ("—", "–")
        if clusters and clings:
            clusters[-1] += NO_BREAK + word
        elif word:
            clusters.append(word)
    return clusters


def _split(word: str, width: float, size: float, bold: bool) -> tuple[str, str]:
    """An overlong word as the part that fits, hyphened at a syllable, and the rest."""
    ends = []
    end = _fitting(word, width, size, bold) + 1
    while (end := last_start(word[:end])) > 1:
        hyphen = "-" if word[end - 1].isalpha() and ord(word[end - 1]) < 0x600 else ""
        if width_of(word[:end] + hyphen, size, bold) <= width:
            ends.append((end, hyphen))
            if not hyphen or _begins_syllable(word, end):
                return word[:end] + hyphen, word[end:]
            if len(ends) > FARTHEST_SYLLABLE:
                break
    if not ends:
        first = next(characters(word))
        return first, word[len(first) :]
    end, hyphen = ends[0]
    return word[:end] + hyphen, word[end:]


VOWELS = frozenset("aeiouyаеёиоуыэюя")
NEVER_FIRST = frozenset("ьъй")
FARTHEST_SYLLABLE = 7
"""So many letters may be moved to the next line for a hyphen between syllables."""


def _begins_syllable(word: str, at: int) -> bool:
    """Whether a consonant and a vowel begin there, with letters enough on both sides.

    A rule of thumb that holds for Russian and does little harm in English.
    """
    left, right = word[:at].lower(), word[at : at + 3].lower()
    if len(right) < 3 or not right.isalpha() or not left[-2:].isalpha() or len(left) < 2:
        return False
    consonant = right[0] not in VOWELS and right[0] not in NEVER_FIRST
    return consonant and right[1] in VOWELS and any(c in VOWELS for c in left)


def _fitting(word: str, width: float, size: float, bold: bool) -> int:
    """How many characters fit, so that no more of a very long word is measured."""
    room = width
    for count, character in enumerate(word):
        room -= width_of(character, size, bold)
        if room < 0:
            return count
    return len(word)


def _guess(character: str) -> int:
    if is_mark(character) or unicodedata.category(character) == "Cf":
        return 0
    return 1000 if unicodedata.east_asian_width(character) in ("W", "F") else 600


class _Widths(dict[str, int]):
    """The widths of characters in one weight; of those that no bundled font has, guesses."""

    def __init__(self, bold: bool) -> None:
        super().__init__(widths_of_words(bold))
        self._bold = bold

    def __missing__(self, character: str) -> int:
        width = None if character < FIRST_SIGN else width_of_sign(character, self._bold)
        return _guess(character) if width is None else width


FIRST_SIGN = "\u2000"
"""Before it, letters of other scripts: no font of signs has them."""


@cache
def _widths(bold: bool) -> _Widths:
    return _Widths(bold)
