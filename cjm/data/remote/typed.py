"""Typed rows of a source that a connection holds, and what was left out of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from cjm.data.conversion.converting import wanted_columns
from cjm.data.conversion.faults import Fault, kept_rows, staged
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.definition import Asked, Definition, Events, Reviews, Sales, Source, Survey
from cjm.data.left_out import (
    BAD_WEIGHT,
    MOST_VALUES,
    NOT_A_NUMBER,
    OFF_SCALE,
    LeftOut,
    Reason,
    untrusted_share,
)
from cjm.data.remote.engine import RefusedError, RemoteEngine
from cjm.data.remote.relation import Relation, relation_of
from cjm.data.remote.rows import convert_events, convert_reviews, convert_sales
from cjm.data.remote.survey import convert_survey
from cjm.data.typed import Typed

KINDS: Mapping[type, Callable[[Relation, Any, Limits], Conversion]] = {
    Survey: convert_survey,
    Events: convert_events,
    Sales: convert_sales,
    Reviews: convert_reviews,
}


def typed_remotely(
    source: Source,
    definition: Definition,
    asked: Asked,
    engine: RemoteEngine,
    touchpoints: frozenset[str] = frozenset(),
    personas: frozenset[str] = frozenset(),
) -> Typed:
    """What `cjm.data.reading.typed` promises, for rows that stay where they are.

    What was left out has counts and values, and no places: a table has no lines.
    """
    relation = relation_of(engine, source, definition.timezone, wanted_columns(source))
    period = asked.period if any(asked.period) else definition.period
    conversion = KINDS[type(source)](relation, source, Limits(period, touchpoints, personas))
    try:
        return _typed(relation, conversion)
    except RefusedError as error:
        raise relation.blamed(error) from error


def _typed(relation: Relation, conversion: Conversion) -> Typed:
    """The rows without fault, and the account of the others."""
    engine = relation.engine
    rows = engine.named(staged(conversion.rows, conversion.columns, conversion.faults))
    columns = ", ".join(conversion.columns)
    kept = f"SELECT {columns} FROM {rows} AS staged_rows WHERE {kept_rows(conversion.faults)}"
    select = f"SELECT {columns} FROM {engine.named(kept)} AS kept_rows"
    counted = "COUNT(*)"
    if isinstance(relation.source, Events) and relation.source.failed:
        counted += ", SUM(failed)"  # else nothing would ask for it before the figures do
    [(read, *_)] = engine.rows(f"SELECT {counted} FROM {relation.name} AS source_rows")
    left_out = _account(engine, rows, conversion)
    [(first, last)] = engine.rows(f'SELECT MIN("day"), MAX("day") FROM ({select}) AS typed_rows')
    return Typed(
        select=select,
        engine=engine,
        read=int(read),
        left_out=left_out,
        days=(first, last) if first is not None else None,
        untrusted=untrusted_share(left_out, int(read)),
    )


def _account(engine: RemoteEngine, rows: str, conversion: Conversion) -> LeftOut:
    """What the faults took, in their order: how many rows, and the most frequent values."""
    counts = engine.rows(
        f"SELECT fault, COUNT(*) FROM {rows} AS staged_rows WHERE fault IS NOT NULL GROUP BY fault"
    )
    values = engine.rows(
        f"SELECT fault, fault_value, n FROM (SELECT fault, fault_value, n, ROW_NUMBER() OVER "
        f"(PARTITION BY fault ORDER BY n DESC, fault_value) AS place FROM (SELECT fault, "
        f"fault_value, COUNT(*) AS n FROM {rows} AS staged_rows WHERE fault IS NOT NULL "
        f"AND fault_value IS NOT NULL GROUP BY fault, fault_value) AS counted) AS placed "
        f"WHERE place <= {MOST_VALUES}"
    )
    reasons = {}
    for number, count in sorted((int(number), int(count)) for number, count in counts):
        fault = conversion.faults[number]
        found = {_text(value, fault): int(n) for id, value, n in values if int(id) == number}
        ordered = dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
        meant = {value: fault.meant(value) for value in ordered} if fault.meant else {}
        told = {value: word for value, word in meant.items() if word}
        reasons[fault.reason] = Reason(
            count, ordered, (), told, answers=0 if fault.of_row else conversion.cells
        )
    return reasons


OF_NUMBERS = (NOT_A_NUMBER, OFF_SCALE, BAD_WEIGHT)
"""Faults of what the database holds as a number: 9 is 9.0 to some of them."""
_WHOLE = re.compile(r"(-?\d+)\.0+")


def _text(value: object, fault: Fault) -> str:
    """A value as it is told, the same whichever database says it."""
    text = str(value)
    whole = _WHOLE.fullmatch(text) if fault.reason in OF_NUMBERS else None
    return whole[1] if whole else text
