"""The figures as pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjm.analysis.export import touchpoint_rows, transition_rows
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.journey.frames import pandas

if TYPE_CHECKING:
    from cjm.analysis.figures import Figures


def to_frame(analysis: Figures, of: str, by: str | None) -> Any:
    """The figures of touchpoints or transitions; `by` persona, those of every persona."""
    if of == "transitions" and by is None:
        return pandas().DataFrame(transition_rows(analysis)).set_index(["from", "to"])
    if of != "touchpoints":
        raise UsageError(
            say("there is no frame of {of!r}", of=of),
            help=say("known: {known}", known="touchpoints, transitions"),
        )
    if by is None:
        return pandas().DataFrame(touchpoint_table(analysis)).set_index("id")
    if by != "persona":
        raise UsageError(
            say("there is no frame by {by!r}", by=by), help=say("known: {known}", known="persona")
        )
    rows = [
        {"persona": persona.persona, **row}
        for persona in analysis.personas
        for row in touchpoint_table(persona)
    ]
    columns = None if rows else ["persona", "id"]
    return pandas().DataFrame(rows, columns=columns).set_index(["persona", "id"])


def touchpoint_table(analysis: Figures) -> list[dict[str, Any]]:
    """The rows of the frame of touchpoints: plain values under the names of its columns."""
    rows = touchpoint_rows(analysis)
    for row in rows:
        row["gap_low"], row["gap_high"] = row.pop("interval") or (None, None)
        fix = row.pop("fix") or {}
        row["fix_balance"], row["fix_disappointed"] = fix.get("balance"), fix.get("disappointed")
        row["reasons"] = ", ".join(row["moment_of_truth"])
        row["moment_of_truth"] = bool(row["moment_of_truth"])
    return rows
