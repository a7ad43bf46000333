"""Labels of a flowchart: their lines, and the figures in them that `cjm render` writes."""

from __future__ import annotations

import math
import re
import unicodedata
from textwrap import dedent
from typing import Any

from cjm.exchange.mermaid.markup import lines_of
from cjm.i18n.glossary import capitalized
from cjm.journey.words import OUTCOMES
from cjm.maps.content.words import words_of
from cjm.names import LANGUAGES
from cjm.tuples import NamedTuple


class Label(NamedTuple):
    """The lines of a label, as plain texts."""

    lines: tuple[str, ...]


def label_of(raw: str) -> Label:
    """A label as it stands between its brackets or quotes; `` `…` `` is Markdown."""
    text = raw.strip()
    markdown = len(text) > 1 and text[0] == text[-1] == "`"
    return Label(lines_of(text[1:-1] if markdown else text, markdown))


def data_of(text: str) -> dict[str, Any] | None:
    """What `@{ … }` holds: YAML, in one line or several; None where it is none."""
    from cjm.source import parse

    source = parse(dedent(text) if "\n" in text else f"{{{text}}}")
    if source.root is None and not text.strip():
        return {}
    data = source.root.data if source.root is not None and not source.faults else None
    return data if isinstance(data, dict) else None


class Said(NamedTuple):
    """What the label of a node says: title, scores, outcome, share of the start, other lines."""

    title: str
    expectation: float | None = None
    experience: float | None = None
    outcome: str | None = None
    start: float | None = None
    others: tuple[str, ...] = ()


_SCORES = re.compile(
    r"(?:[OО] (?P<o>\S+(?: \S+)?))?(?(o)(?: · )?)(?:[BВ] (?P<b>[^\s·]+(?: [^\s·]+)?))?"
)
_LEVEL = re.compile(r"[+−-]?≈?[+−-]?\d[\d\s.,]* · \S.*")
_NUMBER = re.compile(r"[+−-]?\d[\d\s]*(?:[.,]\d+)?")


def said_by(lines: tuple[str, ...], ours: bool = False) -> Said:
    """What the lines of a label say: those before the first figures are the title.

    In a label that is `ours` an outcome, a start or a share that leaves ends the title as well.
    """
    figures = _is_ours if ours else _is_figures
    first = next((n for n, line in enumerate(lines) if n and figures(line)), len(lines))
    said = Said(_joined(lines[:first]))
    for line in lines[first:]:
        said = _with(said, line)
    return said


def _joined(lines: tuple[str, ...]) -> str:
    """Lines as one text: with a blank between them, but for scripts that have none."""
    text = lines[0] if lines else ""
    for line in lines[1:]:
        wide = unicodedata.east_asian_width(text[-1]) in "WF" and (
            unicodedata.east_asian_width(line[0]) in "WF"
        )
        text += ("" if wide else " ") + line
    return text


def _is_ours(line: str) -> bool:
    """Whether `cjm render` writes the line below a title."""
    return _is_figures(line) or line in _OUTCOMES or line.startswith((*_STARTS, *_COMPUTED))


def _is_figures(line: str) -> bool:
    """Whether a line is one of those that `cjm render` writes below a title."""
    return bool(_scores(line) or _LEVEL.fullmatch(line) or line in _PLAIN)


def _with(said: Said, line: str) -> Said:
    if scores := _scores(line):
        o, b = scores
        return said._replace(expectation=o, experience=b)
    if line in _OUTCOMES:
        # Every exit of which nobody said how it ends is neutral in a picture.
        return said if _OUTCOMES[line] == "neutral" else said._replace(outcome=_OUTCOMES[line])
    if begins := next(filter(line.startswith, _STARTS), ""):
        return said._replace(start=share_of(line.removeprefix(begins)))
    if _is_figures(line) or line.startswith(_COMPUTED):
        return said
    return said._replace(others=(*said.others, line))


def _scores(line: str) -> tuple[float | None, float | None] | None:
    found = _SCORES.fullmatch(line)
    if found is None or (found["o"] is None and found["b"] is None):
        return None
    texts = [text for text in (found["o"], found["b"]) if text is not None]
    if not all(_NUMBER.fullmatch(text) or text in _MISSING for text in texts):
        return None
    return _number(found["o"]), _number(found["b"])


def _number(text: str | None) -> float | None:
    if text is None or not _NUMBER.fullmatch(text):
        return None
    number = float("".join(text.split()).replace("−", "-").replace(",", "."))
    if number in (math.inf, -math.inf):
        return None
    return int(number) if number.is_integer() else number


_SHARE = re.compile(r"(?P<percent>\d{1,3}(?:[.,]\d+)?)\s*%|(?P<part>[01]?[.,]\d+|[01])")


def share_of(text: str) -> float | None:
    """A share: `0.9`, `90 %`, `90%`; None for any other text."""
    found = _SHARE.fullmatch(text.strip())
    if found is None:
        return None
    from decimal import Decimal

    number = Decimal((found["percent"] or found["part"]).replace(",", "."))
    share = float(number / 100 if found["percent"] else number)
    return share if share <= 1 else None


_WORDS = tuple(map(words_of, LANGUAGES))
_MISSING = frozenset(words.not_available for words in _WORDS)
_PLAIN = frozenset(words.unmeasured for words in _WORDS) | frozenset(
    f"★ {capitalized(words.moment_of_truth)}" for words in _WORDS
)
"""Lines that are figures without a number."""
_STARTS = tuple(f"{words.start}: " for words in _WORDS)
_COMPUTED = tuple(
    begins for words in _WORDS for begins in (f"{words.leave}: ", words.mean_gap.format(""))
)
_OUTCOMES = {capitalized(words.ends[outcome]): outcome for words in _WORDS for outcome in OUTCOMES}
