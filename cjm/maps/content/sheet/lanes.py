"""Lanes: their names, their order, and which of them a sheet shows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.i18n import Message, say
from cjm.journey import OWN, as_id
from cjm.maps.scene.text import cleaned
from cjm.names import LANES, LANES_ON_REQUEST

if TYPE_CHECKING:
    from cjm.journey import Journey, PersonaScores, Stage, Touchpoint

USUAL = tuple(lane for lane in LANES if lane not in LANES_ON_REQUEST)
"""Lanes that a sheet shows where the journey has something to say in them."""


def chosen_lanes(
    names: Iterable[str] | None, declared: Sequence[str] = (), held: Sequence[str] = ()
) -> tuple[str, ...]:
    """The lanes of these names in their standard order, the author's own last.

    Args:
        names: What was asked for; None for the usual ones and all that are declared.
        declared: The author's own that have a title, in their order.
        held: Keys of the author's own under which something is written.

    Returns:
        The lanes' names.

    Raises:
        UsageError: A name is no lane's, or no name is given.
    """
    if names is None:
        return (*USUAL, *declared)
    known = (*LANES, *declared, *(key for key in held if key not in declared))
    wanted = {_named(name) for name in names}
    for name in sorted(wanted - set(known)):
        close = difflib.get_close_matches(name, known, n=1)
        listed = say("lanes: {known}", known=", ".join((*LANES, *declared)))
        if close:
            listed = say("did you mean {word!r}? {known}", word=close[0], known=listed)
        raise UsageError(say("there is no lane {name!r}", name=name), help=listed)
    if not wanted:
        raise UsageError(
            say("no lane is named"), help=say("lanes: {known}", known=", ".join(LANES))
        )
    return tuple(name for name in known if name in wanted)


def _named(name: str) -> str:
    """The lane that a name means; keys of the author's own are taken as they are."""
    name = name.strip()
    return as_id(name) if name.startswith(OWN) else name.lower().replace("_", "-")


def held_keys(journey: Journey) -> tuple[str, ...]:
    """Keys of the author's own under which a touchpoint, a persona there or a stage holds texts."""
    parts = _parts(journey)
    keys = [own.lane for part in parts for own in part.lanes]
    keys += [key for part in parts for key in part.unread]
    return tuple(dict.fromkeys(keys))


def _parts(journey: Journey) -> list[Touchpoint | PersonaScores | Stage]:
    """All that can hold keys of the author's own."""
    points = journey.touchpoints
    return [*points, *(own for p in points for own in p.by_persona), *journey.stages]


def titles_of(journey: Journey, usual: Mapping[str, str]) -> dict[str, str]:
    """What each lane is called; the author's own without a title by its key."""
    own = {key: key.removeprefix(OWN).replace("_", " ") for key in held_keys(journey)}
    given = {lane.id: cleaned(lane.title) or lane.id for lane in journey.lanes}
    return {**usual, **own, **given}


def unreadable(journey: Journey, names: Sequence[str]) -> Message | None:
    """What to say of keys that were asked for and hold something else than texts somewhere."""
    found = sorted({key for part in _parts(journey) for key in part.unread} & set(names))
    if not found:
        return None
    return say(
        "{keys}: a row shows a text or a list of texts, and something else is written there",
        keys=", ".join(found),
    )
