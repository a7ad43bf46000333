"""Tokens → lines: where each sign of a text shall stand."""

from __future__ import annotations

from cjm.authoring.formatting.lines import LEAST_GAP, Line, comment_text, settle
from cjm.authoring.formatting.scalars import pieces, quoted
from cjm.authoring.formatting.spacing import TIGHT
from cjm.source.block_scalars import block_at
from cjm.source.lines import LINE_BREAK
from cjm.source.tokens import (
    ALIAS,
    ANCHOR,
    BLOCK_END,
    CLOSE,
    COMMA,
    DASH,
    DOCUMENT,
    KEY,
    MAPPING,
    OPEN,
    SCALAR,
    SEQUENCE,
    STREAM,
    TAG,
    VALUE,
    tokens_of,
)

STEP = 2
"""Spaces of a level."""

_MARKERS = ("---", "...", "\ufeff")
"""What is text further in would part documents at the beginning of a line."""
_BLANKS = " \t\ufeff"
_STRUCTURE = (DASH, KEY, VALUE)
_OPENING = (DASH, KEY, VALUE, OPEN, ANCHOR, TAG)
"""After these a block may begin."""


_PLAIN = frozenset((SCALAR, COMMA, ALIAS, ANCHOR, TAG))
"""Tokens that mean nothing for the layout of those that follow."""
_SPECIAL = "|>'"
"""A text that begins so is not written as it stands."""


def lay_out(text: str) -> list[Line]:
    """The lines of a text, laid out.

    Args:
        text: With `\\n` for the ends of lines, without a byte order mark.

    Raises:
        NotYaml: No reader takes it.
    """
    layout = _Layout(text)
    for token in tokens_of(text):
        layout.take(*token)
    return layout.finish()


class _Block:
    """A block that is open: where it stood, and its column, None until its first sign is written.

    Its kind is MAPPING, SEQUENCE, or DASH for a list whose dashes stood below the key itself: that
    has no sign of its beginning nor of its end.
    """

    __slots__ = ("column", "kind", "was")

    def __init__(self, kind: str, was: int, column: int | None = None) -> None:
        self.kind = kind
        self.was = was
        self.column = column


class _Layout:
    """What is laid out so far: whole lines, and the parts of the one that is being written."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._odd_breaks = len(LINE_BREAK.findall(text)) != text.count("\n")
        self._lines: list[Line] = []
        self._between: list[Line] = []  # comments and blank lines that wait for what follows
        self._line: Line | None = None
        self._parts: list[str] = []
        self._width = 0
        self._own_line = False  # whether it begins with a value, not with its key or dash
        self._done = 0  # where the last token ends, and in which column
        self._column = 0
        self._kind = STREAM
        self._place: Line | None = None  # the line that the last token begins in
        self._deepest: int | None = None  # no comment may stand deeper: it would be text
        self._blocks: list[_Block] = []
        self._brackets: list[int] = []  # of each the indent of the line that it begins on
        self._at_key = False
        self._opened = -1  # the column of the block whose key or dash was written last

    def take(self, kind: str, start: int, end: int, column: int) -> None:
        """Write a token; this is called for each, so what most of them need stands here itself."""
        if start == end:
            self._structure(kind, column)
            return
        if kind in _STRUCTURE and not self._brackets:
            self._enter(kind)
        done = self._done
        if self._line is None or start - done > 1 or (start > done and self._text[done] != " "):
            self._pass(start)
        if self._line is None:
            self._begin(kind, start, column)
        elif kind not in TIGHT[self._kind]:
            self._parts.append(" ")
            self._width += 1
        blocks = self._blocks
        if blocks and blocks[-1].column is None:
            blocks[-1].column = self._width
        self._at_key = False
        self._place, self._deepest, self._kind = self._line, None, kind
        self._done, self._column = end, column + end - start
        text = self._text[start:end]
        if kind == SCALAR and (text[0] in _SPECIAL or "\n" in text or self._odd_breaks):
            self._scalar(text, start, column)
            return
        self._parts.append(text)
        self._width += end - start
        if kind not in _PLAIN:
            self._sign(kind)

    def finish(self) -> list[Line]:
        """All lines, after the last token."""
        rest = self._gap(len(self._text))
        if self._line is not None:
            self._close(rest.pop(0))
        self._wait(rest)
        self._settle((0, 0), False)
        while self._lines and not (self._lines[-1].text or self._lines[-1].comment):
            if self._lines[-1].raw:
                break
            self._lines.pop()
        return self._lines

    def _structure(self, kind: str, column: int) -> None:
        if kind == KEY:
            if not self._brackets:
                self._leave()
                self._at_key = True
        elif kind == BLOCK_END:
            self._leave()
            self._blocks.pop()
        elif kind in (MAPPING, SEQUENCE):
            self._blocks.append(_Block(kind, column))

    def _enter(self, kind: str) -> None:
        """A list without a sign of its own begins at a dash below a key, and ends at a key."""
        top = self._blocks[-1]
        if kind != DASH:
            self._leave()
        elif top.kind == MAPPING:
            self._blocks.append(_Block(DASH, top.was, (top.column or 0) + STEP))

    def _leave(self) -> None:
        if self._blocks and self._blocks[-1].kind == DASH:
            self._blocks.pop()

    @property
    def _block_column(self) -> int | None:
        return self._blocks[-1].column if self._blocks else None

    def _gap(self, end: int) -> list[str]:
        """The lines between the last token and a place."""
        gap = self._text[self._done : end]
        return (LINE_BREAK.sub("\n", gap) if self._odd_breaks else gap).split("\n")

    def _pass(self, start: int) -> None:
        """Note what stands between the last token and the next."""
        gap = self._gap(start)
        if self._line is None:
            self._wait(gap[:-1])
        elif len(gap) > 1:
            self._close(gap[0])
            self._wait(gap[1:-1])

    def _wait(self, lines: list[str]) -> None:
        for line in lines:
            bare = line.lstrip(_BLANKS)
            self._between.append(Line(0, len(line) - len(bare), comment=comment_text(bare)))

    def _close(self, rest: str) -> None:
        """End the line: what stands behind its last token is a comment."""
        line = self._line
        assert line is not None
        if bare := rest.lstrip(_BLANKS):
            line.comment = comment_text(bare)
            blanks = rest[: len(rest) - len(bare)]
            line.gap = len(blanks) if not blanks.strip(" ") else LEAST_GAP
            line.column = self._column + len(blanks)
        self._end()

    def _end(self, end: str = "\n") -> None:
        assert self._line is not None
        self._line.text = "".join(self._parts)
        self._line.end = end
        self._lines.append(self._line)
        self._line = None

    def _begin(self, kind: str, start: int, column: int) -> None:
        """A new line with a token at its beginning."""
        indent = self._indent(kind, start)
        opens = self._kind in _OPENING and (bool(self._brackets) or indent > self._opened)
        self._settle((column, indent), opens)
        self._new_line(Line(indent, column))
        self._own_line = bool(self._brackets) or not (kind in _STRUCTURE or self._at_key)

    def _new_line(self, line: Line) -> None:
        self._line, self._parts, self._width = line, [], line.indent

    def _settle(self, after: tuple[int, int], opens: bool) -> None:
        if not self._between:
            return
        before = None
        if (place := self._place) is not None:
            deepest = place.indent if self._deepest is None else self._deepest
            before = place.was, min(place.indent, deepest)
        self._lines += settle(self._between, before, after, opens)
        self._between = []

    def _indent(self, kind: str, start: int) -> int:
        """Where a line shall begin whose first token is of that kind."""
        if self._brackets:
            return self._brackets[-1] + (0 if kind == CLOSE else STEP)
        if not self._blocks:
            return STEP if kind == SCALAR and self._text.startswith(_MARKERS, start) else 0
        column = self._blocks[-1].column
        if column is None:
            above = self._blocks[-2].column if len(self._blocks) > 1 else None
            return 0 if above is None else above + STEP
        return column if kind in _STRUCTURE or self._at_key else column + STEP

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._width += len(text)

    def _sign(self, kind: str) -> None:
        """Note what a sign means for those that follow."""
        if kind == OPEN:
            indent = self._line.indent if self._own_line and self._line else self._block_column
            self._brackets.append(indent or 0)
        elif kind == CLOSE:
            if self._brackets:  # libyaml passes a sign by in `[? #` and the like
                self._brackets.pop()
        elif kind == DOCUMENT or (kind in _STRUCTURE and not self._brackets):
            column = self._block_column
            self._opened = -1 if column is None else column

    def _scalar(self, text: str, start: int, column: int) -> None:
        if text[0] in "|>":
            self._block_scalar(start, column)
            return
        if text[0] == "'":
            text = quoted(text)
        if "\n" in text or (self._odd_breaks and LINE_BREAK.search(text)):
            self._several_lines(text, column)
        else:
            self._put(text)

    def _several_lines(self, text: str, column: int) -> None:
        """Write a text over several lines: the later ones move with the first."""
        moved = self._width - column
        above = self._brackets[-1] if self._brackets else self._block_column
        least = (above or 0) + STEP
        (first, end), *rest = pieces(text)
        self._put(first)
        for piece, next_end in rest:
            self._end(end)
            bare = piece.lstrip(" \t")
            was = len(piece) - len(bare)
            line = Line(max(least, was + moved) if bare else 0, was)
            line.raw = True
            self._new_line(line)
            self._put(bare)
            self._column, end = len(piece), next_end
        self._own_line = True

    def _block_scalar(self, start: int, column: int) -> None:
        """Write a text of `|` or `>`: its lines move with its key, or keep the indent it tells."""
        block = block_at(self._text, start, self._blocks[-1].was if self._blocks else -1)
        self._put(self._text[start : block.header_end])
        self._column, self._done = column + block.header_end - start, block.header_end
        self._close(self._gap(block.end)[0])
        above = self._block_column or 0
        for text, end in block.lines:
            line = Line(above + (block.given or STEP) if text else 0, 0, text)
            line.raw = True
            line.end = end or ("" if block.open or not text else "\n")
            self._lines.append(line)
        self._done, self._deepest = block.end, above
