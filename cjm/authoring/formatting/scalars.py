"""Texts of a YAML file: quotes, and texts over several lines."""

from __future__ import annotations

from cjm.source.lines import LINE_BREAK


def quoted(text: str) -> str:
    """A text in single quotes in double ones, where that needs no escape."""
    if '"' in text or "\\" in text:
        return text
    return f'"{text[1:-1].replace(2 * chr(39), chr(39))}"'


def pieces(text: str) -> list[tuple[str, str]]:
    """The lines of a text without blanks around them, each with its end; "" for the last one.

    A blank that a backslash keeps stays. The first line keeps its beginning, the last its end.
    """
    found = [*LINE_BREAK.finditer(text)]
    starts = [0, *(each.end() for each in found)]
    ends = [*(each.start() for each in found), len(text)]
    lines = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    kept = [_right(line) for line in lines[:-1]] + lines[-1:]
    breaks = [*(each[0] for each in found), ""]
    return [(line, end) for line, end in zip(kept, breaks, strict=True)]


def _right(line: str) -> str:
    bare = line.rstrip(" \t")
    escaped = (len(bare) - len(bare.rstrip("\\"))) % 2
    return line[: len(bare) + escaped]
