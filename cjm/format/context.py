"""What decoding gathers on its way: faults, references to resolve, scores to hold to the scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from cjm.source import Span


class FormatFault(NamedTuple):
    """Something the format does not allow; `code` is CJM002 or CJM003."""

    code: str
    message: str
    span: Span
    help: str | None = None
    touchpoint: str | None = None
    related: tuple[tuple[str, Span], ...] = ()


class Reference(NamedTuple):
    """An id that must name something of `kind`: a touchpoint, stage, channel or persona."""

    kind: str
    id: str
    span: Span
    touchpoint: str | None


class PlacedScore(NamedTuple):
    """A score and its place, to be held to the journey's scale once that is known."""

    value: float
    span: Span
    touchpoint: str | None


@dataclass
class Context:
    """The gathering basket of one file's decoding."""

    faults: list[FormatFault] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    scores: list[PlacedScore] = field(default_factory=list)
    declared: dict[str, dict[str, Span]] = field(default_factory=dict)
    touchpoint: str | None = None

    def fault(
        self,
        message: str,
        span: Span,
        help: str | None = None,
        related: tuple[tuple[str, Span], ...] = (),
    ) -> None:
        """Note something the format does not allow."""
        self.faults.append(FormatFault("CJM002", message, span, help, self.touchpoint, related))

    def refer(self, kind: str, id: str, span: Span) -> None:
        """Note an id that must name something of `kind`."""
        self.references.append(Reference(kind, id, span, self.touchpoint))

    def declare(self, kind: str, id: str, span: Span) -> None:
        """Note that something of `kind` is defined in this file."""
        self.declared.setdefault(kind, {}).setdefault(id, span)


def suggest(word: str, known: Iterable[str], what: str | None = None) -> str | None:
    """A help line: the known word that `word` probably stands for, else all that are known."""
    import difflib  # only faulty files need it

    words = list(known)
    lowered = {w.lower(): w for w in words}
    close = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    if close:
        return f"did you mean {lowered[close[0]]!r}?"
    if not words:
        return None
    shown = ", ".join(words[:20]) + (", …" if len(words) > 20 else "")
    return f"{what or 'known'}: {shown}"
