"""Page: parts of lines as the text that a terminal shows."""

from __future__ import annotations

import io
from itertools import chain

from rich.text import Text

from cjm.terminal.sheet import Lines, Sheet
from cjm.terminal.signs import writable
from cjm.terminal.words import words_of

WIDTH = 100
NARROWEST, WIDEST = 40, 140
"""A page is never narrower, and on a wider terminal its lines would be too long to read."""


def sheet_of(width: int | None, language: str) -> Sheet:
    """A sheet as wide as asked, held within 40 to 140 cells, 100 by default."""
    return Sheet(max(NARROWEST, min(width or WIDTH, WIDEST)), words_of(language))


def page_of(parts: list[Lines], color: bool, encoding: str) -> str:
    """Parts as the text of a page, an empty line between them."""
    page = chain.from_iterable([*part, Text()] for part in parts)
    return writable(_rendered(list(page)[:-1], color), encoding)


def _rendered(lines: Lines, color: bool) -> str:
    """The lines as text; in the sixteen colours of the reader's own theme, or in none at all."""
    for line in lines:
        line.rstrip()
    if not color:  # nothing of the console is needed then, and it takes a while to import
        return "".join(f"{line.plain}\n" for line in lines)
    from rich.console import Console

    stream = io.StringIO()
    console = Console(
        file=stream,
        width=WIDEST * 2,
        color_system="standard",
        force_terminal=True,
        no_color=False,
        legacy_windows=False,
        force_jupyter=False,
    )
    console.print(
        Text("\n").join(lines), soft_wrap=True, highlight=False, markup=False, emoji=False
    )
    return stream.getvalue()
