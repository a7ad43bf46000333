"""What was discovered as tables: CSV and pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjm.journey.frames import hold_to_frames, pandas
from cjm.source.csv_text import csv_text

if TYPE_CHECKING:
    from cjm.data.logs.discovered import Discovered

FRAMES = ("moves", "touchpoints", "paths")
MOVES = ("from", "to", "n", "probability", "mean_wait", "median_wait", "p95_wait")
"""Waits are in seconds."""


def moves_csv(found: Discovered) -> str:
    """A line a move; waits in seconds."""
    return csv_text(_moves(found), MOVES)


def to_frame(found: Discovered, of: str) -> Any:
    """A frame of the moves, touchpoints or paths."""
    hold_to_frames(of, FRAMES)
    if of == "moves":
        return pandas().DataFrame(_moves(found), columns=MOVES)
    if of == "paths":
        rows = [(path.touchpoints, path.cases) for path in found.log.paths]
        return pandas().DataFrame(rows, columns=("touchpoints", "cases"))
    return pandas().DataFrame(_touchpoints(found)).set_index("id")


def _moves(found: Discovered) -> list[dict[str, Any]]:
    rows = []
    for move in found.moves:
        wait = found.log.waits[move]
        figures = (found.counts.moves[move], found.probability(move))
        rows.append(
            dict(zip(MOVES, (*move, *figures, wait.mean, wait.median, wait.p95), strict=True))
        )
    return rows


def _touchpoints(found: Discovered) -> list[dict[str, Any]]:
    return [
        {
            "id": point.id,
            "title": found.log.titles.get(point.id, point.id),
            "visits": found.counts.visits[point.id],
            "starts": found.counts.starts.get(point.id, 0),
            "ends": found.counts.ends.get(point.id, 0),
            "position": point.position,
            "cases": point.cases,
        }
        for point in found.order
    ]
