"""Deviations that are frequent enough to be told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.i18n import say
from cjm.records import dataclass
from cjm.rounding import rounded
from cjm.rules.base import Option, Subject

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance, Deviations

SHARE_OF_CASES = Option("share", say("the share of cases"), default=0.05, at_least=0, at_most=1)
"""From when on it is told."""


@dataclass(frozen=True, slots=True)
class Frequent:
    """In how many cases a deviation occurs, and in which share of all."""

    cases: int
    share: float

    @property
    def figure(self) -> float:
        """The share as later runs compare it."""
        return rounded(self.share)


def frequent(
    subject: Subject, lived: Conformance, deviations: Deviations
) -> Iterator[tuple[str, Frequent]]:
    """The touchpoints where a deviation occurs in at least the rule's `share` of cases."""
    limit = subject.options["share"] or 0.0
    for id, occurrences in deviations.items():
        found = Frequent(occurrences.cases, occurrences.cases / lived.fit.cases)
        if found.figure >= limit:
            yield id, found
