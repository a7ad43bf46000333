"""Checking journeys: select rules, run them, locate, waive, compare with the baseline, sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cjm.checking.run import check as check

__all__ = ["check"]


def __getattr__(name: str) -> Any:
    """`check`, imported when it is asked for: drawing needs other modules of this room only."""
    if name != "check":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from cjm.checking.run import check

    return check
