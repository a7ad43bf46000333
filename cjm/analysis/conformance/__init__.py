"""Conformance: what customers did beside what was planned for them."""

from cjm.analysis.conformance.alignment import Alignment, align
from cjm.analysis.conformance.deviations import Deviations, Fit, Occurrences
from cjm.analysis.conformance.moves import Move
from cjm.analysis.conformance.planned import Planned, planned_of
from cjm.analysis.conformance.result import Conformance, conformance_of

__all__ = [
    "Alignment",
    "Conformance",
    "Deviations",
    "Fit",
    "Move",
    "Occurrences",
    "Planned",
    "align",
    "conformance_of",
    "planned_of",
]
