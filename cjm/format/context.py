"""What decoding gathers on its way: faults, references to resolve, scores to hold to the scale."""

from collections.abc import Collection, Mapping
from typing import Any

from cjm.diagnostics import Beside, Diagnostic, Fix
from cjm.format.remedy import Remedy
from cjm.format.suggestions import nearest, suggest
from cjm.i18n import Message
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


class Kept(NamedTuple):
    """What decoding made of a value in which nothing is wrong, and what it gathered on its way."""

    place: Node
    part: Any
    references: tuple[Reference, ...]
    scores: tuple[PlacedScore, ...]
    own: tuple[PlacedOwn, ...]


class Gathered(NamedTuple):
    """How much a context had gathered before a value."""

    faults: int
    unmapped: int
    compared: int
    references: int
    scores: int
    own: int


@dataclass
class Context:
    """The gathering basket of one file's decoding."""

    faults: list[Diagnostic] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    scores: list[PlacedScore] = field(default_factory=list)
    declared: dict[str, dict[str, Node]] = field(default_factory=dict)
    own: list[PlacedOwn] = field(default_factory=list)
    unmapped: list[Node] = field(default_factory=list)
    """Texts that stand where a mapping is wanted."""
    touchpoint: str | None = None
    field: str | None = None
    """The key whose value is being decoded."""
    beside: Node | None = None
    """The mapping that it stands in."""
    forms: Mapping[str, str] | None = None
    """How fields of several parts are written; None: those of a journey and a workspace."""
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

    @property
    def gathered(self) -> Gathered:
        """How much there is so far."""
        return Gathered(
            len(self.faults), len(self.unmapped), self.compared,
            len(self.references), len(self.scores), len(self.own),
        )  # fmt: skip

    def keep(self, node: Node, place: Node, before: Gathered, part: Any) -> None:
        """Leave with a node what was made of it, where nothing is wrong there."""
        if self.gathered[:3] == before[:3]:
            references, scores, own = before[3:]
            node.kept = Kept(
                place, part, tuple(self.references[references:]),
                tuple(self.scores[scores:]), tuple(self.own[own:]),
            )  # fmt: skip

    def again(self, node: Node, place: Node) -> Any:
        """What was made of a node before, gathered once more; None where nothing was kept."""
        kept = node.kept
        if not isinstance(kept, Kept) or kept.place is not place:
            return None
        self.references += kept.references
        self.scores += kept.scores
        self.own += kept.own
        return kept.part

    def declare(self, kind: str, id: str, place: Node) -> None:
        """Note that something of `kind` is defined in this file."""
        self.declared.setdefault(kind, {}).setdefault(id, place)


MAX_COMPARED = 100_000
"""How many words one file's suggestions may be chosen from, all together: under a second."""
