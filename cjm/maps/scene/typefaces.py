"""Typefaces: the bundled fonts, and which of them draws a character.

Words are Noto Sans. What it lacks is drawn from a font that holds signs and no letters, so that the
words beside a sign keep their weight and slant; what none of them holds is left to the system's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from cjm.bundled import bundled
from cjm.tuples import NamedTuple


class Typeface(NamedTuple):
    """A font: its family, and the names of its files by weight."""

    family: str
    regular: str
    bold: str

    def file(self, bold: bool) -> str:
        """The name of the file that has this weight."""
        return self.bold if bold else self.regular


WORDS = Typeface("cjm Noto Sans", "NotoSans-Regular", "NotoSans-Bold")
SIGNS = Typeface("cjm Signs", "Signs-Regular", "Signs-Bold")
EMOJI = Typeface("cjm Emoji", "Emoji-Regular", "Emoji-Regular")
FILES = ("NotoSans-Regular", "NotoSans-Bold", "Signs-Regular", "Signs-Bold", "Emoji-Regular")

Widths = dict[str, int]
"""By character, in thousandths of the size."""


def widths_of_words(bold: bool) -> Widths:
    """The widths of Noto Sans."""
    return _tables("widths.json")["bold" if bold else "regular"]


def _widths_of_signs(kind: str) -> Widths:
    """The widths of another font: few texts need them."""
    return _tables("signs.json")[kind]


@cache
def _tables(name: str) -> dict[str, Widths]:
    return {
        kind: {chr(first + i): width for first, widths in runs for i, width in enumerate(widths)}
        for kind, runs in json.loads(bundled("cjm.maps.scene", f"fonts/{name}")).items()
    }


def is_unseen(character: str) -> bool:
    """Whether it only modifies what is before it, in a way that fonts of one colour have not."""
    return character in "\u200d\ufe0e\ufe0f" or "\U0001f3fb" <= character <= "\U0001f3ff"


def width_of_sign(character: str, bold: bool) -> int | None:
    """The width of a character that Noto Sans lacks, None where no bundled font has it."""
    if is_unseen(character):
        return 0
    width = _widths_of_signs("bold" if bold else "regular").get(character)
    return _widths_of_signs("emoji").get(character) if width is None else width


def typeface_of(character: str, bold: bool = False) -> Typeface | None:
    """The bundled font that draws a character; None where none of them has it."""
    if character in widths_of_words(bold) or character.isspace():
        return WORDS
    if character in _widths_of_signs("bold" if bold else "regular"):
        return SIGNS
    return EMOJI if character in _widths_of_signs("emoji") else None


Run = tuple[str, Typeface | None]
"""A stretch of text and its font; None for the system's."""


def runs_of(text: str, bold: bool = False) -> tuple[Run, ...]:
    """The text in stretches of one font each; modifiers that the bundled ones lack are left out."""
    return tuple(_joined(text, bold))


def _joined(text: str, bold: bool) -> Iterator[Run]:
    run, face = "", None
    for character in text:
        if run and is_unseen(character):
            run += character if face is None else ""
            continue
        own = typeface_of(character, bold)
        if run and own != face:
            yield run, face
            run = ""
        run, face = run + character, own
    if run:
        yield run, face
