"""What of a long picture is not to be cut through: its columns, its texts, its stages' heads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cjm.maps.scene.flatten import flatten
from cjm.maps.scene.model import Group, Node, Path, Place, Rect, Scene, TextRun, walk
from cjm.maps.scene.text import width_of
from cjm.tuples import NamedTuple

BESIDE = 4.0
"""Between the ground of a touchpoint and the edge of its column."""
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Column(NamedTuple):
    """A touchpoint's column, from its left to its right edge."""

    left: float
    right: float


class Written(NamedTuple):
    """A line of text, from where it begins to where it ends."""

    left: float
    right: float
    text: str
    size: float
    bold: bool
    at_end: bool


class StageHead(NamedTuple):
    """The head of a stage: what it covers, and the lines in it."""

    left: float
    right: float
    top: float
    bottom: float
    lines: tuple[Written, ...]

    @property
    def title(self) -> str:
        """The stage's title, of all the lines that it fills."""
        return " ".join(one.text for one in self.lines if one.bold and not one.at_end)


def columns_of(scene: Scene, labels: float) -> list[Column]:
    """The columns of a sheet or of a curve by itself, from the left; they meet or leave a gap.

    Args:
        scene: The picture.
        labels: Where the labels of its rows end, and the first column begins.
    """
    found = [
        Column(place.x + node.children[0].x - BESIDE,
               place.x + node.children[0].x + node.children[0].width + BESIDE)
        for node, place in walk(scene.children)
        if isinstance(node, Group) and node.role == "touchpoint"
        and isinstance(node.children[0], Rect)
    ]  # fmt: skip
    return found or list(_between_names(scene, labels))


def _between_names(scene: Scene, labels: float) -> Iterator[Column]:
    """The columns of a curve, which has a name in the middle of each."""
    middles = [
        place.x + node.children[0].x
        for node, place in walk(scene.children)
        if isinstance(node, Group) and node.role == "column"
        and node.children and isinstance(node.children[0], TextRun)
    ]  # fmt: skip
    edges = [(one + other) / 2 for one, other in pairwise(middles)]
    ends = [labels, *edges, scene.width]
    return (Column(left, right) for left, right in pairwise(ends))


def texts_of(scene: Scene) -> list[Written]:
    """The texts of the rows, those in the heads of stages apart."""
    heads = {id(run) for group, _ in _stages(scene) for run in group.children}
    return [
        _written(node, place)
        for node, place in walk(scene.children)
        if isinstance(node, TextRun) and id(node) not in heads
    ]


def heads_of(scene: Scene) -> list[StageHead]:
    """The heads of all stages, from the left."""
    return [_head(group, place) for group, place in _stages(scene)]


def _stages(scene: Scene) -> Iterator[tuple[Group, Place]]:
    for node, place in walk(scene.children):
        if isinstance(node, Group) and node.role == "stage":
            yield node, place


def _head(group: Group, place: Place) -> StageHead:
    band = next(node for node in group.children if isinstance(node, Rect))
    lines = tuple(_written(run, place) for run in group.children if isinstance(run, TextRun))
    top = place.y + band.y
    return StageHead(place.x + band.x, place.x + band.x + band.width, top,
                     top + _height(group.children, band), lines)  # fmt: skip


def _height(nodes: tuple[Node, ...], band: Rect) -> float:
    """Of a head: on a sheet it is a shape on the ground of its columns, on a curve all there is."""
    shape = next((flatten(node) for node in nodes if isinstance(node, Path)), None)
    return max(y for _, *points in shape for y in points[1::2]) if shape else band.height


def _written(run: TextRun, place: Place) -> Written:
    width = sum(width_of(span.text, run.size, span.bold) for span in run.spans)
    left = place.x + run.x - ANCHORS[run.anchor] * width
    bold = any(span.bold for span in run.spans)
    return Written(left, left + width, run.text, run.size, bold, run.anchor == "end")
