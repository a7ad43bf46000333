"""Sheet: what the parts of a page share, its width and its words."""

from __future__ import annotations

from rich.text import Text

from cjm.analysis.gaps import level_of
from cjm.records import dataclass
from cjm.terminal.numbers import total
from cjm.terminal.signs import LEVELS, NONE, QUIET, STRONG
from cjm.terminal.text import shortened, width_of, wrapped
from cjm.terminal.words import Words

Lines = list[Text]
LONGEST_KEPT = 30
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

    def subheading(self, title: str) -> Text:
        """What a group of lines within a part is about, where a colour alone would not tell it."""
        return Text(f"{' ' * MARGIN}── {shortened(title, self.width - MARGIN - 6)} ──", QUIET)

    def headed(self, title: str, note: str) -> Lines:
        """A heading whose gist has a line of its own where there is no room beside the title."""
        if width_of(title) + width_of(note) + 6 <= self.width:
            return [self.heading(title, note)]
        return [self.heading(title), *self.paragraph(note)]

    def paragraph(self, text: Text | str, indent: int = MARGIN, first: str = "") -> Lines:
        """Text broken into lines."""
        text = Text(text) if isinstance(text, str) else text
        return wrapped(text, self.width, indent, first)

    def listed(self, items: list[str], indent: int = MARGIN, style: str = "") -> Lines:
        """Short items with dots between them, each kept in one piece where that is possible."""
        return self.paragraph(
            Text(" · ".join(kept(i) if width_of(i) < LONGEST_KEPT else i for i in items), style),
            indent,
        )

    def balance(self, value: float | None, assumed: bool) -> Text:
        """A sum of gaps with its sign's mark and colour; a dash where it does not exist."""
        if value is None:
            return Text(NONE)
        sign, style = LEVELS[level_of(value)]
        return Text(f"{sign} {total(value, self.words, assumed)}", style)


def kept(text: str) -> str:
    """A text that is not broken between lines."""
    return text.replace(" ", "\u00a0")
