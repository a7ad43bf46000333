"""The frame: where cards, bands, corridors and gutters are, before any line is drawn."""

from collections import Counter
from collections.abc import Mapping

from cjm.maps.content.model import Diagram
from cjm.maps.content.words import words_of
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.text import SLACK, width_of, wrapped
from cjm.maps.views.graph.layout.cardtext import height_of_full, strip_height
from cjm.maps.views.graph.layout.grid import Grid
from cjm.maps.views.graph.layout.gutters import Pads, lefts_of, pads_of
from cjm.maps.views.graph.layout.measures import Measures, card_body, label_height, measures_of
from cjm.maps.views.graph.layout.plan import Plan, Way
from cjm.tuples import NamedTuple

HEAD_TITLE, HEAD_GOAL = 16, 12
FORK_LABEL, FORK_LEG = 8.0, 16.0
"""Room above the label of a fork's branch, and for the beginning of the fork above the first."""
BELOW, EMPTY = 16.0, 40.0
"""What a band leaves below its last card, and below its head where it has no card."""
MOST_FACTS = 5
"""Of more metrics of a stage the others are counted: a head is no table."""
BESIDE_HEAD = 16.0
"""Room for an arrow's head beside the label of an upright line."""


class Frame(NamedTuple):
    """Boxes in the map's own coordinates; `bands` and `pads` go by column, `stages` by stage.

    `bodies` are the heights of cards without their strips; `corridors` the upper edges of the
    tracks above each row and below the last.
    """

    measures: Measures
    boxes: Mapping[str, Box]
    bodies: Mapping[str, float]
    bands: tuple[Box, ...]
    pads: tuple[Pads, ...]
    head: float
    corridors: tuple[float, ...]
    row_tops: tuple[float, ...]
    width: float
    height: float
    stages: tuple[tuple[str | None, Box], ...] = ()

    def lane_y(self, lane: float, track: int) -> float:
        """The height of a track: in a corridor downwards, in a cell outwards from its middle."""
        pitch = self.measures.track_pitch
        if lane % 1:
            return self.corridors[int(lane + 0.5)] + (track + 0.5) * pitch
        outwards = (track + 1) // 2 * (1 if track % 2 else -1)
        return self.row_tops[int(lane)] + self.measures.card_height / 2 + outwards * pitch


def frame_of(diagram: Diagram, plan: Plan) -> Frame:
    """Give every column, row, corridor and gutter its size."""
    measures, grid = measures_of(diagram), plan.grid
    bodies = _bodies(diagram, plan, measures)
    heights = {c.id: bodies[c.id] + strip_height(c, measures) for c in diagram.cards}
    head = _head_height(diagram, grid)
    corridors, row_tops, height = _rows(diagram, plan, heights, head, measures)
    pads = pads_of(plan, measures)
    lefts, width = lefts_of(diagram, plan, pads, measures)
    boxes = {
        id: Box(
            lefts[column] + pads[column][0],
            row_tops[grid.row[id]],
            measures.card_width,
            heights[id],
        )
        for id, column in grid.column.items()
    }
    feet = _feet(diagram, plan, boxes, head, measures)
    bands = tuple(
        Box(x, 0, measures.card_width + sum(pad), foot)
        for x, pad, foot in zip(lefts, pads, feet, strict=True)
    )
    stages = _stages(grid, bands)
    return Frame(
        measures, boxes, bodies, bands, pads, head, corridors, row_tops, width, height, stages
    )


def _feet(
    diagram: Diagram, plan: Plan, boxes: Mapping[str, Box], head: float, measures: Measures
) -> list[float]:
    """Where the band of each column ends: with its last card and what hangs on that.

    Columns of one stage end together.
    """
    below = _room_below(diagram, plan, measures)
    feet: dict[object, float] = {}
    keys: list[object] = []
    for place, column in enumerate(plan.grid.columns):
        key = place if column.stage is None else column.stage
        lowest = (boxes[id].bottom + max(below[id], BELOW) for id in column.ids)
        feet[key] = max([feet.get(key, head + EMPTY), *lowest])
        keys.append(key)
    return [feet[key] for key in keys]


def _stages(grid: Grid, bands: tuple[Box, ...]) -> tuple[tuple[str | None, Box], ...]:
    """The bands of the columns, those of one stage as one."""
    stages: list[tuple[str | None, Box]] = []
    for column, band in zip(grid.columns, bands, strict=True):
        if stages and column.stage is not None and stages[-1][0] == column.stage:
            left = stages.pop()[1]
            height = max(left.height, band.height)
            band = Box(left.x, band.y, band.right - left.x, height)
        stages.append((column.stage, band))
    return tuple(stages)


Lines = tuple[str, ...]


def head_lines(diagram: Diagram, grid: Grid, index: int) -> tuple[Lines, Lines]:
    """The lines of a stage's title, and of its goal and facts, the first beside the balance."""
    stage, measures = diagram.stages[index], measures_of(diagram)
    columns = sum(column.stage == stage.id for column in grid.columns)
    room = columns * measures.card_width + (columns - 1) * measures.gutter
    title_room = goal_room = room
    if stage.balance:
        title_room -= width_of(stage.balance, HEAD_TITLE, bold=True) * SLACK + 10
        goal_room -= width_of(words_of(diagram.language).to_balance, HEAD_GOAL) * SLACK + 10
    title = wrapped(stage.title, (title_room, goal_room), HEAD_TITLE, bold=True)
    goal_room = goal_room if len(title) == 1 else room
    goal = wrapped(stage.goal, (goal_room, room), HEAD_GOAL) if stage.goal else ()
    for fact in stage.facts[:MOST_FACTS]:
        beside = stage.balance and len(title) == 1 and not goal
        rooms = (goal_room, room) if beside else (room, room)
        goal += wrapped(fact, rooms, HEAD_GOAL)
    if (more := len(stage.facts) - MOST_FACTS) > 0:
        goal += (words_of(diagram.language).and_more.format(more),)
    return title, goal


def _head_height(diagram: Diagram, grid: Grid) -> float:
    """The height all stages' heads share; 0 without stages."""
    lines = [head_lines(diagram, grid, i) for i in range(len(diagram.stages))]
    heights = [14 + 20 * len(title) + 17 * len(goal) for title, goal in lines]
    if any(stage.balance for stage in diagram.stages):
        heights.append(14 + 20 + 17)
    return max(heights, default=0)


def _bodies(diagram: Diagram, plan: Plan, measures: Measures) -> dict[str, float]:
    sides: Counter[tuple[str, int]] = Counter()
    for way in plan.ways:
        if way.has_ports:
            out, into = way.sides
            sides[way.arrow.source, out] += 1
            sides[way.arrow.target, into] += 1
    for card in diagram.cards:
        sides[card.id, -1] += card.start is not None
        sides[card.id, 1] += card.outcome is not None
    ports = {c.id: max(sides[c.id, 1], sides[c.id, -1]) for c in diagram.cards}
    bodies = {id: card_body(count, measures) for id, count in ports.items()}
    if diagram.compact:
        return bodies
    return {c.id: max(bodies[c.id], height_of_full(c, measures)) for c in diagram.cards}


def _rows(
    diagram: Diagram, plan: Plan, heights: dict[str, float], head: float, measures: Measures
) -> tuple[tuple[float, ...], tuple[float, ...], float]:
    """Upper edges of the corridors' tracks and of the rows, and the height of it all."""
    grid = plan.grid
    below = _room_below(diagram, plan, measures)
    corridors: list[float] = []
    tops: list[float] = []
    y = head
    for k in range(grid.rows + 1):
        above = max((below[id] for id, row in grid.row.items() if row == k - 1), default=12)
        tracks = plan.tracks.get(k - 0.5, 0) * measures.track_pitch
        # Lines keep clear of the arrowheads that come down on the cards below.
        clear = measures.tip + (6 if tracks else 0)
        gap = max(above + tracks + clear, measures.row_gap if 0 < k < grid.rows else 0)
        corridors.append(y + gap - clear - tracks)
        y += gap
        if k < grid.rows:
            tops.append(y)
            y += max(heights[id] for id, row in grid.row.items() if row == k)
    return tuple(corridors), tuple(tops), y + 4


def _room_below(diagram: Diagram, plan: Plan, measures: Measures) -> dict[str, float]:
    """The room each card needs below itself, for what hangs there."""
    room = {c.id: measures.drop_off if c.drop_off else 8.0 for c in diagram.cards}
    tabbed = {loop.ids[0] for loop in diagram.loops}
    for id in tabbed:
        room[id] = max(room[id], measures.tab + 6)
    for way in plan.ways:
        source, target = way.arrow.source, way.arrow.target
        if way.kind == "self":
            room[source] = max(room[source], measures.self_loop)
        elif way.kind == "fork":
            ids = plan.grid.columns[plan.grid.column[target]].ids
            upper = ids[ids.index(target) - 1]
            label = label_height(way.arrow, diagram.compact) + FORK_LABEL
            label += FORK_LEG if upper == source else 0
            room[upper] = max(room[upper], measures.vertical, label)
        elif way.kind == "vertical":
            upper = min(source, target, key=lambda id: plan.grid.row[id])
            room[upper] = max(room[upper], measures.vertical, _label_room(way, diagram))
            if upper in tabbed:
                # Two opposite lines leave little room beside them: their labels go below the tab.
                below = 20 if way.track == 0 else 34
                room[upper] = max(room[upper], measures.tab + below)
    return room


def _label_room(way: Way, diagram: Diagram) -> float:
    """The room between two cards for what stands on the line between them, beside its head."""
    return label_height(way.arrow, diagram.compact) + BESIDE_HEAD
