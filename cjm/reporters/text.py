"""Text: the place, the source line with the span underlined, and what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from cjm.diagnostics import Span
from cjm.diagnostics.findings import Excerpt, Finding, Report
from cjm.i18n import say, translate
from cjm.reporters.wording import (
    FIXABLE,
    baseline_lines,
    fixable_line,
    place_of,
    sentence,
    severity_word,
    summary_line,
)

Paint = Callable[[str, str], str]

FEW = 5
"""So many related places a person reads; an id that names nothing may stand in dozens."""

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;34",
    "strong": "1",
    "faint": "2",
    "help": "36",
}


def text_parts(report: Report, color: bool = False) -> Iterator[str]:
    """A block a finding, then what went away, then the summary."""
    paint: Paint = _painted if color else _plain
    for finding in report.findings:
        yield _block(finding, paint, report.language) + "\n"
    if beside := baseline_lines(report):
        yield "".join(paint(line, "help") + "\n" for line in beside) + "\n"
    summary = report.summary
    worst = "error" if summary.error else "warning" if summary.warning else "strong"
    yield paint(summary_line(report), worst) + "\n"
    if line := fixable_line(report):
        yield line + "\n"


def _plain(text: str, style: str) -> str:
    return text


def _painted(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _block(finding: Finding, paint: Paint, language: str) -> str:
    span = finding.span
    place = place_of(finding.file, span, finding.route)
    head = f"{severity_word(finding.severity, language)}[{finding.code}] {finding.name}"
    mark = f" {FIXABLE}" if finding.safe_fix else ""
    message = f"{paint(head, finding.severity.value)}:{mark} {sentence(finding.message)}"
    number = str(span.line) if span else ""
    gutter = " " * len(number)
    lines = [f"{paint(place, 'strong')}: {message}"]
    if span and finding.excerpt.text.strip():
        before, marked = _underline(finding.excerpt, span)
        line = sentence(finding.excerpt.text)
        lines += [
            f"{gutter} {paint('|', 'faint')}",
            f"{paint(f'{number} |', 'faint')} {line}",
            f"{gutter} {paint('|', 'faint')} {before}{paint(marked, finding.severity.value)}",
        ]
    edge = f"{gutter} {paint('=', 'faint')}"
    lines += [f"{edge} {line}" for line in _related(finding, language)]
    if finding.help:
        word = paint(translate(say("help"), language), "help")
        lines.append(f"{edge} {word}: {sentence(finding.help)}")
    return "\n".join(lines) + "\n"


def _related(finding: Finding, language: str) -> Iterator[str]:
    """The other places that belong to it, of many the first few."""
    related = finding.related
    shown = related if len(related) <= FEW else related[: FEW - 1]
    for place in shown:
        yield f"{place_of(place.file, place.span)}: {sentence(place.message)}"
    if more := len(related) - len(shown):
        yield translate(say("and {n} more", n=more), language)


def _underline(excerpt: Excerpt, span: Span) -> tuple[str, str]:
    """Blanks up to the span, and its underline; wide characters count two."""
    text = sentence(excerpt.text)
    start = span.column - excerpt.column
    if span.end_line == span.line:
        end = max(span.end_column - excerpt.column, start + 1)
    else:
        end = max(len(text), start + 1)
    marked = _width(text[start:end]) or 1
    return " " * _width(text[:start]), "^" * marked


def _width(text: str) -> int:
    """Columns that a terminal gives to a text."""
    return sum(
        0 if unicodedata.category(c) in _NO_WIDTH else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


_NO_WIDTH = ("Mn", "Me", "Cf")
"""Marks that stand on the character before, and joiners: no column of their own."""
