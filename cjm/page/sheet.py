"""Sheet: what the parts of a page share, its width and its words."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text

from cjm.analysis.gaps import level_of
from cjm.page.numbers import number
from cjm.page.signs import LEVELS, NONE, QUIET, STRONG
from cjm.page.text import shortened, width_of, wrapped
from cjm.page.words import Words

Lines = list[Text]
MARGIN = 2
"""Cells left of everything but headings."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The width in cells that no line exceeds, and the language."""

    width: int
    words: Words

    def heading(self, title: str, note: str = "") -> Text:
        """A part's title in a line as wide as the page, its gist at the right."""
        title = shortened(title, self.width - 4)
        note = shortened(note, self.width - width_of(title) - 6)
        end = f" {note}" if width_of(note) > 1 else ""
        rule = "─" * (self.width - width_of(title) - 1 - width_of(end))
        return Text.assemble((title, STRONG), " ", (rule, QUIET), end)

    def paragraph(self, text: Text | str, indent: int = MARGIN, first: str = "") -> Lines:
        """Text broken into lines."""
        text = Text(text) if isinstance(text, str) else text
        return wrapped(text, self.width, indent, first)

    def listed(self, items: list[str], indent: int = MARGIN, style: str = "") -> Lines:
        """Short items with dots between them, each kept in one piece where that is possible."""
        return self.paragraph(Text(" · ".join(_kept(i) for i in items), style), indent)

    def balance(self, value: float | None) -> Text:
        """A sum of gaps with its sign's mark and colour; a dash where it does not exist."""
        if value is None:
            return Text(NONE)
        sign, style = LEVELS[level_of(value)]
        return Text(f"{sign} {number(value, self.words, signed=True)}", style)


def _kept(item: str) -> str:
    return item.replace(" ", "\u00a0") if width_of(item) < 30 else item
