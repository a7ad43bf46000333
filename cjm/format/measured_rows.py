"""The account of rows in an overlay: which days and sources were seen, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cjm.diagnostics import Fix
from cjm.format.common import COUNT
from cjm.format.context import Context
from cjm.format.mappings import MapOf
from cjm.format.quantities import Day, Number
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, Into
from cjm.i18n import Message, say
from cjm.journey import bounds
from cjm.journey.measured import LeftOutRows, Period, SourceRows
from cjm.journey.shorthands import said
from cjm.source import Node
from cjm.tuples import NamedTuple

ROWS = Number(*bounds.ROWS)


class AnyText(NamedTuple):
    """A key that is somebody's own words: a reason, a value of a column; even an empty one."""

    noun: Message = say("text")
    pattern: str = ""
    """None: whatever stands there is right."""

    def read(
        self,
        text: str,
        place: Node,
        context: Context,
        advice: Message | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> Any:
        """The text."""
        return text


_FROM, _TO = say("The first day."), say("The last day.")


def _days(record: Record, make: Callable[..., Any]) -> Into:
    """What has a first and a last day under `from` and `to`."""
    names = {"from": "first", "to": "last"}

    def build(values: Mapping[str, Any]) -> Any:
        return make(**{names.get(key, key): value for key, value in values.items()})

    def take(value: Any) -> dict[str, Any]:
        values = dict(value) if isinstance(value, dict) else said(value)
        return values | {key: values.get(name) for key, name in names.items()}

    return Into(record, build, take)


def _verify_days(node: Node, at: Node, context: Context) -> None:
    """Hold the last day to the first."""
    first, last = (node.value.get(key) for key in ("from", "to"))
    days = [entry.node.text for entry in (first, last) if entry and entry.node.text]
    if last is not None and days != sorted(days):
        context.fault(say("its last day is before its first"), last.node)


PERIOD = _days(
    Record("period", {"from": Field(Day(), _FROM), "to": Field(Day(), _TO)}, verify=_verify_days),
    Period,
)

SOURCES_SEEN = MapOf(
    _days(
        Record(
            "source_rows",
            {
                "rows": Field(ROWS, say("Rows that were read."), required=True),
                "used": Field(ROWS, say("Rows that were used."), required=True),
                "from": Field(Day(), _FROM),
                "to": Field(Day(), _TO),
            },
            verify=_verify_days,
        ),
        dict,
    ),
    SourceRows,
    say("a mapping of sources"),
)

_LEFT_OUT_ROWS = Record(
    "left_out_rows",
    {
        "rows": Field(COUNT, say("How many rows."), required=True),
        "values": Field(
            MapOf(COUNT, tuple, say("a mapping of values to rows"), keys=AnyText()),
            say("What stood in them, and in how many rows."),
        ),
    },
)

LEFT_OUT = MapOf(
    MapOf(
        Forms(
            say("a number of rows, or {rows, values}"),
            scalar=Brief(_LEFT_OUT_ROWS, "rows"),
            mapped=_LEFT_OUT_ROWS,
        ),
        LeftOutRows,
        say("a mapping of reasons to rows"),
        keys=AnyText(),
    ),
    tuple,
    say("a mapping of sources"),
)
