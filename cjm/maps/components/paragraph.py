"""Paragraphs: sentences of several weights and colours, wrapped into lines."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.design.tokens import Paint, Token, tone_of
from cjm.maps.content.model import Told
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.model import Span
from cjm.maps.scene.text import NO_BREAK, SLACK, wrapped

Lines = tuple[tuple[Span, ...], ...]


def paragraph(spans: Sequence[Span], width: float, most: int, size: float) -> Lines:
    """The spans in at most so many lines, the last one ended with … where more follows.

    All is measured as if it were bold, if anything is: no line is too long.
    """
    text = "".join(span.text for span in spans).replace(NO_BREAK, " ")
    bold = any(span.bold for span in spans)
    lines, at = [], 0
    for line in wrapped(text, (width / SLACK,) * most, size, bold):
        at += text[at : at + 1] == " "  # the space that the line before ended at
        parts = _cut(spans, at, line)
        lines.append(parts)
        at += len(line) - (not text.startswith(line.replace(NO_BREAK, " "), at))
    return tuple(lines)


def spans_of(told: Sequence[Told], quiet: Token = "ink") -> list[Span]:
    """The parts of a sentence, figures in the colours of their levels; `quiet` what is not bold."""
    return [Span(part.text, part.bold, _paint(part, quiet)) for part in told]


def _paint(part: Told, quiet: Token) -> Paint:
    if part.mark in ("disappointment", "delight"):
        return tone_of(part.mark).text
    return "ink" if part.bold else quiet


def draw_paragraph(canvas: Canvas, lines: Lines, at: Point, size: float, pitch: float) -> float:
    """Lines one below the other from that base line on; returns the base line that would follow."""
    x, y = at
    for line in lines:
        canvas.spans(x, y, line, size=size)
        y += pitch
    return y


def _cut(spans: Sequence[Span], at: int, line: str) -> tuple[Span, ...]:
    """A line as the parts of the spans that begin there.

    A hyphen or dots at its end, which no span has, belong to what is before them.
    """
    parts: list[Span] = []
    start = 0
    for span in spans:
        end = start + len(span.text)
        first, last = max(start, at), min(end, at + len(line))
        if last > first:
            parts.append(span._replace(text=line[first - at : last - at]))
        start = end
    told = sum(len(part.text) for part in parts)
    if told < len(line) and parts:
        parts[-1] = parts[-1]._replace(text=parts[-1].text + line[told:])
    return tuple(parts)
