"""Checking journeys: select rules, run them, locate, waive, compare with the baseline, sort."""

from cjm.checking.run import check

__all__ = ["check"]
