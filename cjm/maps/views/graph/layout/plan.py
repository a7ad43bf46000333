"""The plan: which way every transition takes over the grid, before anything has a size.

A transition over several columns passes each column between in a *lane*, lines in one lane beside
each other on *tracks*.
"""

from collections.abc import Iterable
from typing import Literal

from cjm.maps.content.model import Arrow, Diagram
from cjm.maps.views.graph.layout.budget import Budget, refuse_beyond
from cjm.maps.views.graph.layout.forks import forks_of
from cjm.maps.views.graph.layout.grid import Grid
from cjm.maps.views.graph.layout.lanes import Lanes
from cjm.maps.views.graph.layout.tracks import Tracks
from cjm.tuples import NamedTuple

Kind = Literal["self", "vertical", "bulge", "fork", "forward", "backward"]


class Way(NamedTuple):
    """How one transition runs: its kind, the lane and track in each column it passes.

    For a bulge `side` is 1 (right) or −1, `track` counts outwards, and `tracks_beside` is the
    number of tracks on that side of the column; for a vertical one
    `track` is not 0 where another one runs the opposite way beside it: −1 downwards, 1 upwards.
    """

    arrow: Arrow
    kind: Kind
    passed: tuple[int, ...] = ()
    lanes: tuple[float, ...] = ()
    tracks: tuple[int, ...] = ()
    side: int = 1
    track: int = 0
    tracks_beside: int = 1

    @property
    def sides(self) -> tuple[int, int]:
        """On which side it leaves its source and reaches its target: 1 right, −1 left."""
        match self.kind:
            case "forward":
                return 1, -1
            case "backward":
                return -1, 1
            case _:
                return self.side, self.side

    @property
    def has_ports(self) -> bool:
        """Whether it leaves and arrives at the sides of cards."""
        return self.kind in ("forward", "backward", "bulge")


class Plan(NamedTuple):
    """The way of every arrow, in order, and how many tracks each lane needs."""

    grid: Grid
    ways: tuple[Way, ...]
    tracks: dict[float, int]


def plan(diagram: Diagram, grid: Grid, budget: Budget) -> Plan:
    """Choose a way for every transition. O(T · C · R): transitions, columns, rows.

    Raises LayoutError where there are more of them than could be drawn.
    """
    column = grid.column
    apart = sum(abs(column[a.source] - column[a.target]) for a in diagram.arrows)
    refuse_beyond(len(diagram.arrows), len(diagram.arrows) + apart)
    lanes = Lanes(grid, budget)
    pairs = frozenset((a.source, a.target) for a in diagram.arrows)
    forked = forks_of(diagram, grid)
    ways = [
        Way(arrow, "fork", side=-1)
        if (arrow.source, arrow.target) in forked
        else _way(arrow, grid, lanes, pairs)
        for arrow in diagram.arrows
    ]
    tracks = _share_lanes(ways)
    _share_sides(ways, grid)
    return Plan(grid, tuple(ways), tracks)


def _way(
    arrow: Arrow,
    grid: Grid,
    lanes: Lanes,
    pairs: frozenset[tuple[str, str]],
) -> Way:
    start, end = grid.column[arrow.source], grid.column[arrow.target]
    if arrow.source == arrow.target:
        return Way(arrow, "self")
    if start == end:
        ids = grid.columns[start].ids
        i, j = ids.index(arrow.source), ids.index(arrow.target)
        if abs(i - j) > 1:
            return Way(arrow, "bulge", side=1 if j > i else -1)
        both = (arrow.target, arrow.source) in pairs
        return Way(arrow, "vertical", track=0 if not both else 1 if j < i else -1)
    step = 1 if end > start else -1
    passed = tuple(range(start + step, end, step))
    ends = grid.row[arrow.source], grid.row[arrow.target]
    taken = lanes.take(passed, ends, backward=is_backward(arrow, grid))
    return Way(arrow, "forward" if step > 0 else "backward", passed, taken)


def is_backward(arrow: Arrow, grid: Grid) -> bool:
    """Whether a transition leads back to an earlier column."""
    return grid.order[arrow.target] < grid.order[arrow.source]


def _share_lanes(ways: list[Way]) -> dict[float, int]:
    """Give lines in one lane tracks of their own where they run side by side."""
    taken: dict[float, Tracks] = {}
    for i, way in enumerate(ways):
        tracks: list[int] = []
        for lane, first, last in _runs(way):
            track = taken.setdefault(lane, Tracks()).take(first, last)
            tracks += [track] * (last - first + 1)
        if tracks:
            ways[i] = way._replace(tracks=tuple(tracks))
    return {lane: tracks.count for lane, tracks in taken.items()}


def _runs(way: Way) -> Iterable[tuple[float, int, int]]:
    """Stretches of neighbouring columns in the same lane: (lane, first column, last)."""
    begin = 0
    for i in range(1, len(way.lanes) + 1):
        if i == len(way.lanes) or way.lanes[i] != way.lanes[begin]:
            columns = way.passed[begin:i]
            yield way.lanes[begin], min(columns), max(columns)
            begin = i


def _share_sides(ways: list[Way], grid: Grid) -> None:
    """Give bulges on one side of a column tracks of their own, short ones inside."""
    spans: list[tuple[int, int, int, int]] = []
    for i, way in enumerate(ways):
        if way.kind == "bulge":
            top, bottom = sorted((grid.row[way.arrow.source], grid.row[way.arrow.target]))
            spans.append((bottom - top, i, top, bottom))
    taken: dict[tuple[int, int], Tracks] = {}
    for _, i, top, bottom in sorted(spans):
        key = (grid.column[ways[i].arrow.source], ways[i].side)
        track = taken.setdefault(key, Tracks()).take(top, bottom)
        ways[i] = ways[i]._replace(track=track)
    for _, i, _, _ in spans:
        key = (grid.column[ways[i].arrow.source], ways[i].side)
        ways[i] = ways[i]._replace(tracks_beside=taken[key].count)
