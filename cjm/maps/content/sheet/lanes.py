"""Lanes: their names, their order, and which of them a sheet shows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from cjm.errors import UsageError

USUAL = (
    "touchpoint",
    "scores",
    "curve",
    "reach",
    "moments",
    "emotions",
    "strengths",
    "pains",
    "quotes",
    "backstage",
    "evidence",
    "metrics",
    "owner",
    "improvements",
)
"""Lanes that a sheet shows where the journey has something to say in them."""
ON_REQUEST = ("because", "root-cause", "standard", "scenario")
"""Lanes that are shown only where they are named: they fill pages, not sheets."""
LANES = (
    "touchpoint",
    "scores",
    "because",
    "curve",
    "reach",
    "moments",
    "emotions",
    "strengths",
    "pains",
    "root-cause",
    "quotes",
    "standard",
    "scenario",
    "backstage",
    "evidence",
    "metrics",
    "owner",
    "improvements",
)
"""Every lane, from the top of the sheet to its foot."""


def chosen_lanes(names: Iterable[str] | None) -> tuple[str, ...]:
    """The lanes of these names in their standard order; the usual ones for None.

    Raises UsageError for a name that is no lane's, and where no name is given.
    """
    if names is None:
        return USUAL
    wanted = {name.strip().lower().replace("_", "-") for name in names}
    for name in sorted(wanted - set(LANES)):
        close = difflib.get_close_matches(name, LANES, n=1)
        known = f"lanes: {', '.join(LANES)}"
        raise UsageError(
            f"there is no lane {name!r}",
            help=f"did you mean {close[0]!r}? {known}" if close else known,
        )
    if not wanted:
        raise UsageError("no lane is named", help=f"lanes: {', '.join(LANES)}")
    return tuple(name for name in LANES if name in wanted)
