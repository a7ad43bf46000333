"""What decoding gathers on its way: faults, references to resolve, scores to hold to the scale."""

from collections.abc import Collection, Iterable

from cjm.diagnostics import Beside, Diagnostic, Fix
from cjm.format.remedy import Remedy
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
    fixes: tuple[Fix, ...] = ()


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
    field: str | None = None
    """The key whose value is being decoded."""
    compared: int = 0

    def fault(
        self,
        message: Message,
        place: Node,
        help: Message | None = None,
        related: tuple[Beside, ...] = (),
        remedy: Remedy | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> None:
        """Note something the format does not allow; a remedy says what to write instead."""
        fault = Diagnostic(
            "CJM002", message, place.span, help, related, self.touchpoint, fixes=fixes
        )
        if remedy is not None:
            fault = fault._replace(help=remedy.help, fixes=remedy.fixes(place.span))
        self.faults.append(fault)

    def refer(
        self,
        kind: str,
        id: str,
        place: Node,
        help: Message | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> None:
        """Note an id that must name something of `kind`; `help` is what to do if it does not."""
        self.references.append(Reference(kind, id, place, self.touchpoint, help, fixes))

    def suggest(
        self, word: str, known: Collection[str], what: Message | None = None
    ) -> Message | None:
        """As `suggest`, as long as that does not hold up a file with thousands of faults."""
        return suggest(word, known, what) if self._may_compare(known) else None

    def unreadable(self, key: str, entry: Entry) -> None:
        """Note that no texts stand under a key of the author's own: a fault if it makes a row."""
        self.own.append(PlacedOwn(key, entry, self.touchpoint))

    def nearest(self, word: str, known: Collection[str]) -> Remedy | None:
        """As `nearest`, as long as that does not hold up a file with thousands of faults."""
        return nearest(word, known) if self._may_compare(known) else None

    def _may_compare(self, known: Collection[str]) -> bool:
        """Whether one more word may be compared with these; the first always may."""
        first = self.compared == 0
        self.compared += len(known)
        return first or self.compared <= MAX_COMPARED

    def declare(self, kind: str, id: str, place: Node) -> None:
        """Note that something of `kind` is defined in this file."""
        self.declared.setdefault(kind, {}).setdefault(id, place)


MAX_COMPARED = 100_000
"""How many words one file's suggestions may be chosen from, all together: under a second."""

SHOWN = 40
"""So many known words are listed where none is near."""

MAX_WORD = 80
"""Comparing two words takes up to the cube of their length."""


def suggest(word: str, known: Iterable[str], what: Message | None = None) -> Message | None:
    """A help line: the known word that `word` probably stands for, else all that are known."""
    words = list(known)
    close = nearest(word, words)
    return close.help if close else listed(words, what)


def listed(known: Iterable[str], what: Message | None = None) -> Message | None:
    """A help line: all that are known, as far as they can be read at a glance."""
    words = list(known)
    if not words:
        return None
    shown = ", ".join(w[:MAX_WORD] for w in words[:SHOWN]) + (", …" if len(words) > SHOWN else "")
    return say("{what}: {known}", what=what or say("known"), known=shown)


def nearest(word: str, known: Iterable[str]) -> Remedy | None:
    """The known word that `word` stands for: one that looks the same, or is nearly the same.

    What looks the same is told by the letter or the sign that differs, never by the word itself.
    """
    words = [w for w in known if len(w) <= MAX_WORD]
    if not word.isascii() and (alike := _alike(word, words)):
        return alike
    import difflib  # only faulty files need it

    lowered = {w.lower(): w for w in words}
    lower = word[:MAX_WORD].lower()
    close = difflib.get_close_matches(lower, lowered, n=2, cutoff=NEARLY)
    if not close:
        return None
    meant = lowered[close[0]]
    edited = [other for other in lowered if _is_one_edit(lower, other)]
    safe = lower == close[0] or edited == [close[0]]
    return Remedy(say("did you mean {word!r}?", word=meant), meant, safe)


NEARLY = 0.75
"""Words less alike than this are told apart: nobody who writes `phase` means `pains`."""


def _is_one_edit(word: str, other: str) -> bool:
    """Whether one letter more, less, another or two changed places make them the same."""
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    word, other = word[start:], other[start:]
    swapped = word[1::-1] + word[2:]
    return word[1:] == other[1:] or word[1:] == other or word == other[1:] or swapped == other


def _alike(word: str, known: list[str]) -> Remedy | None:
    """A known word that looks the same."""
    from cjm.source.lookalikes import differing_letter, named, skeleton, unseen_in, without_unseen

    looks = skeleton(word)
    for other in known:
        if other != word and skeleton(other) == looks:
            if sign := unseen_in(word):
                safe = without_unseen(word) == other
                return Remedy(say("delete {sign}", sign=named(sign)), other, safe)
            letter = differing_letter(word, other)
            return letter and Remedy(letter, other)
    return None
