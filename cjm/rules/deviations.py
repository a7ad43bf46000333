"""Deviations that are frequent enough to be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from cjm.diagnostics import Diagnostic, Place
from cjm.i18n import Message, say
from cjm.i18n.figures import Quantity, Share
from cjm.records import dataclass
from cjm.rounding import rounded
from cjm.rules.base import Option, Subject, touchpoint_key

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance, Deviations

SHARE_OF_CASES = Option("share", say("the share of cases"), default=0.05, at_least=0, at_most=1)
"""From when on it is told."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A kind of deviation as a rule tells it.

    `known` tells that the journey has the touchpoints where it occurs; others are told at the
    list of touchpoints, by the log's words. `message` is made of the touchpoint's id or word, of
    the share of cases and of their number.
    """

    code: str
    of: Callable[[Conformance], Deviations]
    message: Callable[[str, Share, Quantity], Message]
    help: Message
    known: bool = True

    def find(self, subject: Subject, lived: Conformance) -> Iterator[Diagnostic]:
        """The touchpoints where it occurs in at least the rule's `share` of cases."""
        limit = subject.options["share"] or 0.0
        for id, occurrences in self.of(lived).items():
            share = occurrences.cases / lived.fit.cases
            if rounded(share) >= limit:
                yield self._found(id, share, occurrences.cases, lived)

    def _found(self, id: str, share: float, cases: int, lived: Conformance) -> Diagnostic:
        known = self.known
        name = id if known else lived.titles.get(id, id)
        return Diagnostic(
            code=self.code,
            message=self.message(name, Share(share), Quantity(cases)),
            place=touchpoint_key(id) if known else Place(("touchpoints",), key=True),
            touchpoint=id if known else None,
            item="" if known else id,
            help=self.help,
            values=(("", rounded(share)),),
        )
