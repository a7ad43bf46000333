"""Parts of a journey beside its touchpoints, before and after: fields, stages, improvements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cjm.compare.changes import Change, Data, FieldChange, PartChange, field_changes
from cjm.compare.keys import CATALOGUES
from cjm.compare.order import moved
from cjm.format.encoding import encoded_beside_touchpoints, encoded_touchpoint
from cjm.journey import Journey, Touchpoint
from cjm.journey.catalogues import CHANNEL, PERSONA
from cjm.journey.improvement import IMPROVEMENT
from cjm.journey.journey import JOURNEY
from cjm.journey.lanes import LANE
from cjm.journey.metrics import METRIC
from cjm.journey.stages import STAGE
from cjm.journey.touchpoint import TOUCHPOINT

ENTRIES: dict[str, tuple[Mapping[str, Any], str]] = {
    "personas": (PERSONA, "name"),
    "channels": (CHANNEL, "title"),
    "stages": (STAGE, "title"),
    "lanes": (LANE, "title"),
    "improvements": (IMPROVEMENT, "title"),
    "metrics": (METRIC, "value"),
}
"""The fields of a catalogue's entries, and which one of them is written alone where it can be."""
ORDERED = ("stages",)
"""Of these the order means something."""
_ELSEWHERE = ("cjm", "touchpoints", "start", "state", *CATALOGUES)


class Encoded:
    """Two journeys as plain data; `ids` gives the new id of a touchpoint by its old one."""

    def __init__(self, before: Journey, after: Journey, ids: Mapping[str, str]) -> None:
        self._before = encoded_beside_touchpoints(before)
        self._after = encoded_beside_touchpoints(after)
        self._ids = ids

    def fields(self) -> tuple[FieldChange, ...]:
        """What differs of the journeys themselves; waivers are one field."""
        before, after = (
            {key: value for key, value in side.items() if key not in _ELSEWHERE}
            for side in (self._before, self._after)
        )
        return field_changes(before, after, JOURNEY, self._meant)

    def touchpoint(self, before: Touchpoint, after: Touchpoint) -> tuple[FieldChange, ...]:
        """What differs of a touchpoint, but for where customers go on from it."""
        if before == after:
            return ()
        old, new = (
            {key: value for key, value in encoded_touchpoint(point).items() if key != "next"}
            for point in (before, after)
        )
        return field_changes(old, new, TOUCHPOINT)

    def catalogues(self) -> dict[str, tuple[PartChange, ...]]:
        """What differs of the entries of each catalogue."""
        return {key: self._catalogue(key, *ENTRIES[key]) for key in CATALOGUES}

    def _catalogue(self, key: str, order: Mapping[str, Any], alone: str) -> tuple[PartChange, ...]:
        before, after = (_entries(side.get(key), alone) for side in (self._before, self._after))
        both = [id for id in before if id in after]
        stay = [id for id in after if id in before]
        away = moved(both, stay) if key in ORDERED else frozenset()
        found = []
        for id in (*after, *(id for id in before if id not in after)):
            name = "name" if alone == "name" else "title"
            title = str((after.get(id) or before.get(id) or {}).get(name) or id)
            if id not in before:
                found.append(PartChange(id, title, "added"))
            elif id not in after:
                found.append(PartChange(id, title, "removed"))
            else:
                fields = field_changes(before[id], after[id], order, self._meant)
                if fields or id in away:
                    change: Change | None = "changed" if fields else None
                    found.append(PartChange(id, title, change, fields, id in away))
        return tuple(found)

    def _meant(self, key: str, value: Any) -> Any:
        """An old value in which touchpoints have their new ids."""
        if key == "lifts" and isinstance(value, dict):
            return {self._ids.get(id, id): points for id, points in value.items()}
        if key == "waivers" and isinstance(value, Sequence):
            return [
                {k: self._ids.get(v, v) if k == "touchpoint" else v for k, v in waiver.items()}
                for waiver in value
            ]
        return value


def _entries(catalogue: Any, alone: str) -> dict[str, Data]:
    """The entries of a catalogue by their ids, each as a record."""
    if catalogue is None:
        return {}
    if not isinstance(catalogue, dict):
        ids = catalogue if isinstance(catalogue, list) else [catalogue]
        return {str(id): {} for id in ids}
    return {id: _entry(entry, alone) for id, entry in catalogue.items()}


def _entry(entry: Any, alone: str) -> Data:
    if entry is None:
        return {}
    return entry if isinstance(entry, dict) else {alone: entry}
