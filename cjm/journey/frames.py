"""A journey as pandas DataFrames, both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cjm.errors import CjmError, UsageError
from cjm.i18n import say
from cjm.journey.lanes import OWN
from cjm.journey.metrics import Comparison
from cjm.journey.scenario import Link, ScenarioStep
from cjm.journey.shorthands import said
from cjm.journey.values import FieldTypeError

if TYPE_CHECKING:
    from cjm.journey.journey import Journey

FRAMES = ("touchpoints", "transitions", "personas")
SCORED = ("expectation", "experience")
PLAIN = (
    "title", "description", "stage", "channel", "duration", "moment_of_truth", "importance",
    "actions", "thoughts", "emotions", "strengths", "pains", "opportunities", "owner", "standard",
    "backstage", "root_cause", "quotes", "outcome",
)  # fmt: skip
"""Fields of a touchpoint that a cell can hold as it is; texts are lists."""
EVIDENCE = ("n", "sd", "source", "measured", "because")
PAIRED = ("n", "sd", "below")
HIDDEN = ("measurement", "written_pair")
"""What no file of a journey says: where a value comes from, and what it replaced."""
MAPPED = ("metrics", "links", "by_persona", "scenario")
"""Fields of several parts: a cell holds them as a file does, in mappings and lists."""


def pandas() -> Any:
    """pandas, which is no part of what cjm needs."""
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise CjmError(say("pandas is not installed"), help=say("pip install pandas")) from error
    return pandas


def hold_to_frames(of: str, known: Sequence[str]) -> None:
    """Stop where a frame is asked for that is not known."""
    if of not in known:
        raise UsageError(
            say("there is no frame of {of!r}", of=of),
            help=say("known: {known}", known=", ".join(known)),
        )


def to_frame(journey: Journey, of: str) -> Any:
    """A frame of the journey's touchpoints, transitions or personas."""
    hold_to_frames(of, FRAMES)
    if of == "transitions":
        ways = [
            {
                "from": p.id,
                "to": t.to,
                "probability": t.probability,
                "label": t.label,
                "wait": t.wait,
            }
            for p in journey.touchpoints
            for t in p.next
        ]
        columns = ["from", "to", "probability", "label", "wait"]
        return pandas().DataFrame(ways, columns=columns)
    if of == "personas":
        names = list(type(journey.personas[0]).__dataclass_fields__) if journey.personas else ["id"]
        rows = [{name: _cell(getattr(p, name)) for name in names} for p in journey.personas]
        return pandas().DataFrame(rows, columns=names).set_index("id")
    rows = []
    for point in journey.touchpoints:
        row = {"id": point.id, **{name: _cell(getattr(point, name)) for name in PLAIN}}
        for side in SCORED:
            score = getattr(point, side)
            row[side] = score and score.score
            row |= {f"{side}_{name}": score and _cell(getattr(score, name)) for name in EVIDENCE}
        paired = point.paired
        row |= {f"paired_{name}": paired and getattr(paired, name) for name in PAIRED}
        row |= {name: _parts(getattr(point, name)) for name in MAPPED}
        row["channels"] = list(point.channels)
        rows.append(row | {own.lane: list(own.texts) for own in point.lanes})
    return pandas().DataFrame(rows).set_index("id")


def _cell(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _parts(parts: tuple[Any, ...]) -> Any:
    """Parts as a file has them: by their names where they have some, else one after another."""
    if not parts:
        return None
    plain = [_plain(part) for part in parts]
    if isinstance(parts[0], ScenarioStep):
        return plain
    if isinstance(parts[0], Link):
        return {link.id: link.url for link in parts}
    return {data.pop(next(iter(data))): data for data in plain}


def _plain(part: Any) -> dict[str, Any]:
    """The fields that a part says something in, its name first, as plain data."""
    data: dict[str, Any] = {next(iter(part.__dataclass_fields__)): None}
    for name, value in said(part).items():
        if name in HIDDEN:
            continue
        if name == "lanes":
            data |= {own.lane: list(own.texts) for own in value}
        elif isinstance(value, tuple) and value and hasattr(value[0], "__dataclass_fields__"):
            data[name] = _parts(value)
        elif isinstance(value, Comparison):
            data[name] = str(value)
        else:
            data[name] = _plain(value) if hasattr(value, "__dataclass_fields__") else _cell(value)
    return data


def parts_of_frames(touchpoints: Any, transitions: Any) -> dict[str, dict[str, Any]]:
    """Touchpoints by id, as a journey takes them, from what the columns hold."""
    points = {}
    for row in _records(touchpoints, "touchpoints"):
        id = row.pop("id", None)
        if id is None:
            raise FieldTypeError(say("a column or an index called id"), list(row))
        points[str(id)] = _touchpoint(row)
    if transitions is not None:
        for row in _records(transitions, "transitions"):
            start, to = str(row.pop("from", None)), str(row.pop("to", None))
            if start not in points:
                raise FieldTypeError(say("a touchpoint in the column from"), start)
            points[start].setdefault("next", {})[to] = row
    return points


def _touchpoint(row: dict[str, Any]) -> dict[str, Any]:
    fields = {name: row[name] for name in (*PLAIN, *MAPPED, "next") if name in row}
    if paired := {name: row[f"paired_{name}"] for name in PAIRED if f"paired_{name}" in row}:
        fields["paired"] = paired
    fields |= {name: value for name, value in row.items() if name.startswith(OWN)}
    if "channels" in row:
        fields["channel"] = row["channels"]
    for side in SCORED:
        if side in row:
            own = {name: row[f"{side}_{name}"] for name in EVIDENCE if f"{side}_{name}" in row}
            fields[side] = {"score": row[side], **own}
    return fields


def _records(frame: Any, name: str) -> list[dict[str, Any]]:
    """The rows of a frame without the cells that hold nothing."""
    if hasattr(frame, "reset_index"):
        named = [n for n in frame.index.names if n is not None]
        frame = (frame.reset_index() if named else frame).to_dict("records")
    if not isinstance(frame, (list, tuple)) or not all(isinstance(r, Mapping) for r in frame):
        raise FieldTypeError(say("a DataFrame or a list of rows"), frame).within(name)
    return [{str(k): v for k, v in row.items() if not _is_empty(v)} for row in frame]


def _is_empty(value: Any) -> bool:
    """None, NaN and NaT; and no text, as a CSV has it."""
    if value is None or (isinstance(value, (str, list, tuple)) and not len(value)):
        return True
    return bool(not isinstance(value, (str, list, tuple)) and value != value)
