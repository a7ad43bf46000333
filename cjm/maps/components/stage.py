"""The stage: its band and its head, with what it adds to the balance."""

from collections.abc import Iterator
from contextlib import contextmanager

from cjm.design.tokens import Paint, tone_of
from cjm.maps.components.marks import line_sample
from cjm.maps.content.model import Mark, StageHead, StageTotal
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.model import SMALL, Command, Span
from cjm.maps.scene.text import width_of
from cjm.tuples import NamedTuple

RADIUS = 10
TITLE_SIZE, TITLE_PITCH = 16, 20
BASE = 22.0
"""The base line of the first title, and of the total beside it."""
ROW = 20.0
"""Between what a stage adds in one state and in the other, where they are below each other."""
SAMPLE, BETWEEN = 28.0, 14.0
"""The piece of a state's line before what a stage adds in it, and between two such totals."""
LEAST = 52.0
"""The room for the words below a total."""


class SetHead(NamedTuple):
    """A stage's head as it is set.

    `left` and `right` are where its texts begin and end; goals rise by `goal_rise` above where a
    title would stand, and follow each other at `goal_pitch`. The total stands `beside` the
    titles or below all lines; its words `total_pitch` under the figure.
    """

    left: float
    right: float
    titles: tuple[str, ...]
    goals: tuple[str, ...]
    goal_rise: float
    goal_pitch: float
    total_pitch: float
    beside: bool = True


@contextmanager
def stage_band(
    canvas: Canvas, stage: StageHead, band: Box, head: float, words: Words
) -> Iterator[None]:
    """The band of a stage with its head of that height; what follows is inside its group."""
    total = f"{stage.balance} {words.to_balance}" if stage.balance else ""
    title = " — ".join(t for t in (stage.title, stage.goal, total) if t)
    with canvas.group("stage", title=title, stage=stage.id):
        canvas.rect(*band, fill="band", radius=RADIUS)
        r = float(RADIUS)
        shape: tuple[Command, ...] = (
            ("M", band.x, head),
            ("v", r - head),
            ("a", r, r, 0, 0, 1, r, -r),
            ("h", band.width - 2 * r),
            ("a", r, r, 0, 0, 1, r, r),
            ("v", head - r),
            ("z",),
        )
        canvas.path(shape, fill="band_head")
        yield


def stage_head(canvas: Canvas, stage: StageHead, head: SetHead, words: Words) -> None:
    """Titles and goal, and what the stage adds to the balance."""
    y = BASE
    for line in head.titles:
        canvas.text(head.left, y, line, size=TITLE_SIZE, bold=True)
        y += TITLE_PITCH
    for line in head.goals:
        canvas.text(head.left, y - head.goal_rise, line, fill="muted")
        y += head.goal_pitch
    if stage.totals:
        _draw_totals(canvas, stage, head, y, words)
    elif stage.balance:
        _draw_total(canvas, stage, head, y, words)


def total_width(stage: StageHead) -> float:
    """The room for what a stage adds to the balance; in two states, side by side."""
    widths = [width_of(t.text, TITLE_SIZE, bold=True) for t in stage.totals]
    if widths:
        return sum(SAMPLE + w for w in widths) + BETWEEN * (len(widths) - 1)
    return max(width_of(stage.balance, TITLE_SIZE, bold=True), LEAST) if stage.balance else 0.0


def rows_below(stage: StageHead, room: float, words: Words) -> int:
    """How many rows what a stage adds takes where it has no room beside the title."""
    if not stage.totals:
        return bool(stage.balance)
    return 1 + max(row for _, row in _flow(stage, room, words))


def _flow(stage: StageHead, room: float, words: Words) -> list[tuple[float, int]]:
    """How far right and in which row each total begins, and the words behind the last."""
    widths = [SAMPLE + width_of(t.text, TITLE_SIZE, bold=True) for t in stage.totals]
    places: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for width in (*widths, width_of(words.to_balance, SMALL)):
        if x and x + width > room:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += width + BETWEEN
    return places


def _draw_totals(canvas: Canvas, stage: StageHead, head: SetHead, y: float, words: Words) -> None:
    """What it adds in each state after a piece of the state's line: beside titles, or below."""
    if head.beside:
        x, below = head.right - total_width(stage), BASE + head.total_pitch
        canvas.text(head.right, below, words.to_balance, fill="muted", anchor="end")
        for total in stage.totals:
            x = _draw_side(canvas, total, Point(x, BASE)) + BETWEEN
        return
    *places, (x, row) = _flow(stage, head.right - head.left, words)
    canvas.text(head.left + x, y + ROW * row, words.to_balance, fill="muted")
    for total, (x, row) in zip(stage.totals, places, strict=True):
        _draw_side(canvas, total, Point(head.left + x, y + ROW * row))


def _draw_side(canvas: Canvas, total: StageTotal, at: Point) -> float:
    """What it adds in one state; returns where that ends."""
    line_sample(canvas, Point(at.x, at.y - 5), SAMPLE - 6, total.dashed)
    x, fill = at.x + SAMPLE, _paint(total.mark)
    canvas.text(x, at.y, total.text, size=TITLE_SIZE, bold=True, fill=fill)
    return x + width_of(total.text, TITLE_SIZE, bold=True)


def _paint(mark: Mark | None) -> Paint:
    """The colour of a total, by its level."""
    return tone_of(mark).text if mark in ("disappointment", "delight") else "ink"


def _draw_total(canvas: Canvas, stage: StageHead, head: SetHead, y: float, words: Words) -> None:
    """What it adds to the balance."""
    fill = _paint(stage.mark)
    if head.beside:
        end, below = head.right, BASE + head.total_pitch
        canvas.text(end, BASE, stage.balance, size=TITLE_SIZE, bold=True, fill=fill, anchor="end")
        canvas.text(end, below, words.to_balance, fill="muted", anchor="end")
    else:
        spans = (Span(stage.balance + "\u00a0", True, fill), Span(words.to_balance, False, "muted"))
        canvas.spans(head.left, y, spans)
