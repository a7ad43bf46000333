"""Lanes: their names, their order, and which of them a sheet shows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.names import LANES, LANES_ON_REQUEST

USUAL = tuple(lane for lane in LANES if lane not in LANES_ON_REQUEST)
"""Lanes that a sheet shows where the journey has something to say in them."""


def chosen_lanes(names: Iterable[str] | None) -> tuple[str, ...]:
    """The lanes of these names in their standard order; the usual ones for None.

    Raises UsageError for a name that is no lane's, and where no name is given.
    """
    if names is None:
        return USUAL
    wanted = {name.strip().lower().replace("_", "-") for name in names}
    for name in sorted(wanted - set(LANES)):
        close = difflib.get_close_matches(name, LANES, n=1)
        known = say("lanes: {known}", known=", ".join(LANES))
        if close:
            known = say("did you mean {word!r}? {known}", word=close[0], known=known)
        raise UsageError(say("there is no lane {name!r}", name=name), help=known)
    if not wanted:
        raise UsageError(
            say("no lane is named"), help=say("lanes: {known}", known=", ".join(LANES))
        )
    return tuple(name for name in LANES if name in wanted)
