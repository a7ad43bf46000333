"""The comments of a YAML text: what its readers pass over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm.source.lines import Lines
from cjm.tuples import NamedTuple


class Comment(NamedTuple):
    """A comment, its signs left out: `line` and `column` are those of its first one, 1-based.

    Comments that stand alone on lines that follow each other, at one column, are one.
    """

    line: int
    column: int
    text: str
    alone: bool = False
    lines: int = 1


def comments_of(text: str) -> tuple[Comment, ...]:
    """The comments of a text that is YAML, in order.

    Raises yaml.YAMLError where it is none.
    """
    found: list[Comment] = []
    lines = Lines(text)
    for start, end in _between_tokens(text, lines):
        for match in _COMMENT.finditer(text, start, end):
            line, column = lines.position(match.start())
            alone = not lines.line(line)[: column - 1].strip()
            _add(found, Comment(line, column, match[1].strip(), alone))
    return tuple(found)


_COMMENT = re.compile("#+([^\r\n\x85\u2028\u2029]*)")


def _add(found: list[Comment], comment: Comment) -> None:
    last = found[-1] if found else None
    if (
        last
        and last.alone
        and comment.alone
        and comment.column == last.column
        and comment.line == last.line + last.lines
    ):
        text = f"{last.text} {comment.text}".strip()
        found[-1] = last._replace(text=text, lines=last.lines + 1)
    else:
        found.append(comment)


def _between_tokens(text: str, lines: Lines) -> Iterator[tuple[int, int]]:
    """The stretches of a text that belong to no token."""
    from cjm.source.reader import loader

    done, reader = 0, loader()(text)
    while token := reader.get_token():
        start = lines.offset(token.start_mark.line + 1, token.start_mark.column + 1)
        end = lines.offset(token.end_mark.line + 1, token.end_mark.column + 1)
        if start > done:
            yield done, start
        if getattr(token, "style", None) in ("|", ">"):
            first = token.start_mark.line + 1
            yield start, lines.offset(first + 1, 1)
            yield _after_block(lines, first, token.end_mark.line + 1), end
        done = max(done, end)
    yield done, len(text)


def _after_block(lines: Lines, first: int, last: int) -> int:
    """Where a block scalar's content ends, whose sign stands on line `first`.

    Its token reaches to the next one, on line `last`; the content is indented as its first line.
    """
    content = [lines.line(number) for number in range(first + 1, last)]
    indent = next((_indent(line) for line in content if line.strip()), 0)
    while content and _is_beside(content[-1], indent):
        content.pop()
    return lines.offset(first + 1 + len(content), 1)


def _is_beside(line: str, indent: int) -> bool:
    """Whether a line is blank, or a comment that stands before the content's column."""
    return not line.strip() or (line.lstrip(" ")[0] == "#" and _indent(line) < indent)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
