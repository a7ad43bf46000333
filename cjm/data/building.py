"""What the table of fields gives for one source → its record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.data.definition import KINDS, Answer, Column, Rows, Source
from cjm.format.rows import ROWS, SIDES
from cjm.format.surveys import OWN_SCALES

COLUMNS = frozenset(
    ("respondent", "touchpoint", "side", "score", "time", "persona", "weight", "case", "order",
     "customer", "money", "member", "used", "points_used", "points_given", "text")
)  # fmt: skip
"""Keys that hold a column's name."""
MAPPINGS = frozenset(
    ("values", "touchpoints", "personas", "columns", "metrics", "outcomes", "stages", "segments")
)
"""Keys that hold pairs."""
YES_NO = (0.0, 1.0)
"""The scale of an answer that is yes or no."""


def source_of(id: str, values: Mapping[str, Any]) -> Source:
    """The record of one source; its own keys, `kind` first, are those of its table of fields."""
    kind = values["kind"]
    own = {key: value for key, value in values.items() if key not in ROWS and key != "kind"}
    rows = Rows(**{key: value for key, value in values.items() if key in ROWS})
    for key in own.keys() & MAPPINGS:
        own[key] = dict(own[key])
    if own.get("side") in SIDES:
        own["constant_side"] = own.pop("side")
    for key in own.keys() & COLUMNS:
        own[key] = _column(own[key], rows.header)
    if kind == "survey":
        _complete(own, rows.header)
    return KINDS[kind](id=id, rows=rows, **own)


def _column(name: Any, header: bool) -> Column | None:
    """A column by its name, or its number where it has none."""
    if isinstance(name, dict):
        name = name["column"]
    return name if header else int(name)


def _complete(own: dict[str, Any], header: bool) -> None:
    """Say of a survey what each part of it is: a side in the words of a column or of the file."""
    if "columns" in own:
        reverse = own.get("reverse", False)
        own["columns"] = {
            _column(name, header): _answer(each, reverse) for name, each in own["columns"].items()
        }
    asked = own.get("metrics", {})
    metrics = [part for part in own.get("values", ()) if part not in SIDES]
    if metrics:
        own["metrics"] = {id: _answer({**asked.get(id, {}), "metric": id}) for id in metrics}


def _answer(values: Mapping[str, Any], reverse: bool = False) -> Answer:
    """What a column or a word holds; sides are `reverse` where their survey is."""
    given = {key: value for key, value in values.items() if key not in ("metric", "side")}
    metric = values.get("metric")
    if metric is None:
        given.setdefault("reverse", reverse)
    if metric and "scale" not in given and (scale := _own_scale(metric)):
        given["scale"] = scale
    return Answer(metric or values.get("side", "experience"), **given)


def _own_scale(metric: str) -> tuple[float, float] | None:
    if metric == "fcr":
        return YES_NO
    low_high = OWN_SCALES.get(metric)
    return low_high and (float(low_high[0]), float(low_high[1]))
