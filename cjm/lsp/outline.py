"""Outline: the entries and items of a text, by its indents and brackets, half-typed text included.

A reader of YAML stops at what is not finished. This one goes on: what it cannot make out it passes
over, and an opened quote or bracket ends at the latest where a line stands no deeper than the key
that it belongs to. It knows what entries there are and where they stand, not what they mean.
"""

from __future__ import annotations

import re

from cjm.lsp.brackets import DASH, KEY, Brackets, end_of_quote, unquoted
from cjm.lsp.parts import Level, Part
from cjm.source.lines import LINE_BREAK
from cjm.source.reader import MAX_DEPTH

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*[ \t]+)*")
LARGE = 2
"""So deep large entries stand: those of the file, and touchpoints and their like."""
_TOO_DEEP = re.compile(rf"(?:-[ \t]+){{{MAX_DEPTH + 1}}}")
"""More lists in each other than any reader takes: what stands behind them is not looked at."""
_BLOCK_SCALAR = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?\Z")
_PLAIN_END = re.compile(r"[ \t]+#|[ \t]*\Z")


class Outline:
    """The outline of a text; at `cursor` an entry is begun even where nothing is written yet.

    `root` is the level of the whole text, `ways` are the levels with the part that each is below.
    `at_cursor` is the part that the cursor's line begins where that is not finished.
    """

    def __init__(self, text: str, cursor: int | None = None) -> None:
        self._text = text
        self._cursor = cursor
        self._stack: list[Level] = []
        self.root: Level | None = None
        self.at_cursor: Part | None = None
        self.comments: list[tuple[int, int]] = []
        offset = 1 if text.startswith("\ufeff") else 0
        while offset < len(text):
            offset = self._line(offset)
        if cursor is not None and (not text or LINE_BREAK.search(text[-1:])):
            self._last_line(len(text))

    def _last_line(self, offset: int) -> None:
        if self._cursor == offset:
            self._blank(offset, offset)

    def _line(self, start: int) -> int:
        """Read a line, and all that its values reach over; where the next one begins."""
        text = self._text
        end, after = self._ends(start)
        content = start
        while content < end and text[content] in " \t":
            content += 1
        if content == end or text[content] == "#":
            if content < end:
                self.comments.append((content, end))
            self._blank(start, end if content == end else content)
            return after
        if content == start and (text.startswith(("---", "..."), start) or text[start] == "%"):
            return after
        deep = _TOO_DEEP.match(text, content, end)
        return max(after, self._content(content, start, deep.end() if deep else end))

    def _ends(self, start: int) -> tuple[int, int]:
        found = LINE_BREAK.search(self._text, start)
        return found.span() if found else (len(self._text), len(self._text))

    def _blank(self, start: int, end: int) -> None:
        """A line without content; with the cursor on it, an entry may begin there."""
        cursor = self._cursor
        if cursor is None or not start <= cursor <= end:
            return
        part = Part(None, cursor, cursor)
        if self._put(part, self._column(start, cursor)):
            self.at_cursor = part

    def _content(self, place: int, start: int, end: int) -> int:
        """The entries that a line begins; past what the last one's value reaches to."""
        text = self._text
        item: Part | None = None
        while found := DASH.match(text, place, end):
            item = Part(None, found.end(), found.end(), found.end())
            self._item(item, self._column(start, place))
            place = found.end()
            if place == end or text[place] == "#":
                return self._after_dash(item, place, start, end)
        place = _properties(text, place, end)
        found = KEY.match(text, place, end)
        if place == end:
            return end  # an anchor or a tag of what stands below
        if found is None:
            return self._word(place, start, end, item)
        colon = text.index(":", found.end()) + 1
        part = Part(unquoted(found[0]), place, found.end(), colon)
        column = self._column(start, place)
        if not self._put(part, column):
            return end
        if (below := self._past_others(start, end)) is not None:
            part.text, part.hidden = None, True
            return below
        return self._value(part, colon, column, end)

    def _past_others(self, start: int, end: int) -> int | None:
        """Past what stands below a large entry, where nobody asks for it; None where somebody may.

        With a cursor only what is around it is asked for: a long text is not read whole then.
        """
        column, cursor = self._stack[-1].column, self._cursor
        if cursor is None or len(self._stack) > LARGE:
            return None
        found = re.compile(rf"(?m)^ {{0,{column}}}[^\s#]").search(self._text, end)
        past = found.start() if found else len(self._text) + 1
        if start <= cursor < past or not self._text[end:past].strip():
            return None
        return min(past, len(self._text))

    def _column(self, start: int, place: int) -> int:
        """The column of a place; a tab in the indent, a fault, is meant for a level."""
        return place - start + self._text.count("\t", start, place)

    def _after_dash(self, part: Part, place: int, start: int, end: int) -> int:
        if place < end:
            self.comments.append((place, end))
        cursor = self._cursor
        if cursor is not None and part.start <= cursor <= place:
            begun = Part(None, cursor, cursor)
            if self._put(begun, cursor - start):
                self.at_cursor = begun
        return end

    def _word(self, place: int, start: int, end: int, item: Part | None) -> int:
        """A line that is no entry: a value, more of one, or an entry that is being typed."""
        text = self._text
        if item is not None:
            if text[place] not in "\"'{[|>" and self._is_at(place, end):
                self.at_cursor = item
            return self._value(item, place, self._stack[-1].column, end)
        open_ = self._stack[-1].parts[-1] if self._stack else None
        column = self._column(start, place)
        if text[place] in "\"'{[|>*":
            if open_ is not None and open_.is_open and column > self._stack[-1].column:
                return self._value(open_, place, self._stack[-1].column, end)
            if open_ is None and text[place] in "{[":
                holder = Part(None, place, place, place)
                after = self._value(holder, place, -1, end)
                self.root = holder.below
                return after
            return end
        last = _plain_end(text, place, end, self.comments)
        if self._stack and column > self._stack[-1].column and open_ and not open_.is_open:
            if open_.text is not None and not open_.quote:
                open_.text, open_.last = None, last  # more of a text of several lines
                open_.hidden = True
            return end
        is_at = self._is_at(place, last)
        is_below = bool(self._stack) and column > self._stack[-1].column
        if is_at or is_below:  # any other word is passed over: it ends nothing
            part = Part(text[place:last], place, last)
            if self._put(part, column) and is_at:
                self.at_cursor = part
        return end

    def _is_at(self, start: int, end: int) -> bool:
        return self._cursor is not None and start <= self._cursor <= end

    def _item(self, part: Part, column: int) -> None:
        """Put an item into the list that its dash belongs to."""
        stack = self._stack
        while stack and stack[-1].column > column:
            stack.pop()
        if not stack or not stack[-1].is_list or stack[-1].column < column:
            self._begin(Level(True, column, part.start))
        stack[-1].parts.append(part)

    def _put(self, part: Part, column: int) -> bool:
        """Put an entry into the mapping that it belongs to; whether there is one."""
        stack = self._stack
        while stack and (
            stack[-1].column > column or (stack[-1].column == column and stack[-1].is_list)
        ):
            stack.pop()
        if not stack and self.root is not None and column > 0:
            return False
        if not stack and self.root is not None:
            stack.append(self.root)
        elif not stack:
            self._begin(Level(False, column, part.start))
        elif stack[-1].column < column:
            if not stack[-1].parts[-1].is_open:
                return False
            self._begin(Level(False, column, part.start))
        stack[-1].parts.append(part)
        return True

    def _begin(self, level: Level) -> None:
        if self._stack:
            self._stack[-1].parts[-1].below = level
        elif self.root is None:
            self.root = level
        self._stack.append(level)

    def _value(self, part: Part, place: int, column: int, end: int) -> int:
        """What stands behind a colon; past what it reaches to."""
        text = self._text
        while place < end and text[place] in " \t":
            place += 1
        place = _properties(text, place, end)
        part.first = part.last = place
        if place == end or text[place] == "#":
            if place < end:
                self.comments.append((place, end))
            part.first = part.last = min(place, part.first)
            return end
        if _BLOCK_SCALAR.match(text, place, end):
            part.text, part.hidden = None, True
            return self._past_deeper(part, column, end)
        if text[place] in "\"'":
            return self._quoted(part, place, column)
        if text[place] in "{[":
            return Brackets(text, column, self.comments).read(part, place)
        part.last = _plain_end(text, place, end, self.comments)
        part.text = text[place : part.last]
        return end

    def _past_deeper(self, part: Part, column: int, end: int) -> int:
        """Past the lines that stand deeper than a column, as those of a block of text do."""
        place = end
        while place < len(self._text):
            after = self._ends(place)[1] if place == end else place
            line_end, following = self._ends(after)
            line = self._text[after:line_end]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
                break
            if after == len(self._text):
                break
            part.last = line_end
            place = following
            if following == line_end:
                break
        return max(place, end)

    def _quoted(self, part: Part, place: int, column: int) -> int:
        """A text in quotes; one that is not closed ends with its line."""
        last = end_of_quote(self._text, place, column)
        part.first, part.last, part.quote = place, last, self._text[place]
        part.text = self._text[place + 1 : last - 1]
        if LINE_BREAK.search(part.text):
            part.text, part.hidden = None, True
        return self._ends(last)[0]


def _properties(text: str, place: int, end: int) -> int:
    found = _PROPERTIES.match(text, place, end)
    return found.end() if found else place


def _plain_end(text: str, place: int, end: int, comments: list[tuple[int, int]]) -> int:
    """Where a text without quotes ends on its line; the comment behind it is noted."""
    found = _PLAIN_END.search(text, place, end)
    last = found.start() if found else end
    comment = text.find("#", last, end)
    if comment >= 0:
        comments.append((comment, end))
    return last
