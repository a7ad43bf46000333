"""A diagnostic: something that is not right in a document, before anybody has located it."""

from cjm.diagnostics.places import Place, Span
from cjm.diagnostics.severity import Severity
from cjm.i18n import Message
from cjm.tuples import NamedTuple


class Beside(NamedTuple):
    """Another place that belongs to a diagnostic; `file` names one that is not the document's."""

    message: Message
    place: Span | Place
    file: str | None = None


class Fix(NamedTuple):
    """What would mend it: the text that should stand in a stretch of the document.

    The same should stand in the stretches `also`. `safe` is whether it can mean nothing else;
    others are offered, never made unasked.
    """

    title: Message
    span: Span
    text: str
    safe: bool = False
    also: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """All stretches that it replaces."""
        return (self.span, *self.also)


class Diagnostic(NamedTuple):
    """What is not right, where, and a way out; everything that is found has this shape.

    `item` tells it from others that its rule may find at the same touchpoint, or in the journey:
    a metric, a stage, a score. `personas` is C by persona where not everybody has it; `values`
    are what a later run is compared with, C, a share or a balance by persona, the whole journey's
    under "". `severity` None is the rule's own. `file` is where `place` is, if that is another one
    than the document's own; `in_journey`: it is the document's own even where the value that counts
    stands in another.
    """

    code: str
    message: Message
    place: Span | Place
    help: Message | None = None
    related: tuple[Beside, ...] = ()
    touchpoint: str | None = None
    item: str = ""
    personas: tuple[tuple[str, float], ...] = ()
    values: tuple[tuple[str, float], ...] = ()
    severity: Severity | None = None
    file: str | None = None
    fixes: tuple[Fix, ...] = ()
    in_journey: bool = False
