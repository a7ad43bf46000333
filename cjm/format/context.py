"""What decoding gathers on its way: faults, references to resolve, scores to hold to the scale."""

from collections.abc import Collection, Iterable

from cjm.diagnostics import Beside, Diagnostic
from cjm.i18n import Message, say
from cjm.records import dataclass, field
from cjm.source import Entry, Node
from cjm.tuples import NamedTuple


class Reference(NamedTuple):
    """An id that must name something of `kind`: a touchpoint, stage, channel or persona."""

    kind: str
    id: str
    place: Node
    touchpoint: str | None
    help: Message | None = None


class PlacedScore(NamedTuple):
    """A score and its place, to be held to the journey's scale once that is known."""

    value: float
    place: Node
    touchpoint: str | None


class PlacedOwn(NamedTuple):
    """What a key of the author's own holds that is no text, and its place."""

    key: str
    entry: Entry
    touchpoint: str | None


@dataclass
class Context:
    """The gathering basket of one file's decoding."""

    faults: list[Diagnostic] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    scores: list[PlacedScore] = field(default_factory=list)
    declared: dict[str, dict[str, Node]] = field(default_factory=dict)
    own: list[PlacedOwn] = field(default_factory=list)
    touchpoint: str | None = None
    compared: int = 0

    def fault(
        self,
        message: Message,
        place: Node,
        help: Message | None = None,
        related: tuple[Beside, ...] = (),
    ) -> None:
        """Note something the format does not allow."""
        fault = Diagnostic("CJM002", message, place.span, help, related, self.touchpoint)
        self.faults.append(fault)

    def refer(self, kind: str, id: str, place: Node, help: Message | None = None) -> None:
        """Note an id that must name something of `kind`; `help` is what to do if it does not."""
        self.references.append(Reference(kind, id, place, self.touchpoint, help))

    def suggest(
        self, word: str, known: Collection[str], what: Message | None = None
    ) -> Message | None:
        """As `suggest`, as long as that does not hold up a file with thousands of faults."""
        first = self.compared == 0
        self.compared += len(known)
        return suggest(word, known, what) if first or self.compared <= MAX_COMPARED else None

    def unreadable(self, key: str, entry: Entry) -> None:
        """Note that no texts stand under a key of the author's own: a fault if it makes a row."""
        self.own.append(PlacedOwn(key, entry, self.touchpoint))

    def declare(self, kind: str, id: str, place: Node) -> None:
        """Note that something of `kind` is defined in this file."""
        self.declared.setdefault(kind, {}).setdefault(id, place)


MAX_COMPARED = 100_000
"""How many words one file's suggestions may be chosen from, all together: under a second."""

MAX_WORD = 80
"""Comparing two words takes up to the cube of their length."""


def suggest(word: str, known: Iterable[str], what: Message | None = None) -> Message | None:
    """A help line: the known word that `word` probably stands for, else all that are known."""
    words = list(known)
    if close := nearest(word, words):
        return close
    if not words:
        return None
    shown = ", ".join(w[:MAX_WORD] for w in words[:20]) + (", …" if len(words) > 20 else "")
    return say("{what}: {known}", what=what or say("known"), known=shown)


def nearest(word: str, known: Iterable[str]) -> Message | None:
    """A help line: the known word that `word` probably stands for; None where none is near."""
    import difflib  # only faulty files need it

    lowered = {w.lower(): w for w in known if len(w) <= MAX_WORD}
    close = difflib.get_close_matches(word[:MAX_WORD].lower(), lowered, n=1, cutoff=0.6)
    return say("did you mean {word!r}?", word=lowered[close[0]]) if close else None
