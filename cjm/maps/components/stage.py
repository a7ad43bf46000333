"""The stage: its band and its head, with what it adds to the balance."""

from collections.abc import Iterator
from contextlib import contextmanager

from cjm.design.tokens import Paint, tone_of
from cjm.maps.content.model import StageHead
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.model import Command, Span
from cjm.tuples import NamedTuple

RADIUS = 10
TITLE_SIZE, TITLE_PITCH = 16, 20
BASE = 22.0
"""The base line of the first title, and of the total beside it."""


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
    if not stage.balance:
        return
    told = stage.mark in ("disappointment", "delight")
    fill: Paint = tone_of(stage.mark or "").text if told else "ink"
    if head.beside:
        end, below = head.right, BASE + head.total_pitch
        canvas.text(end, BASE, stage.balance, size=TITLE_SIZE, bold=True, fill=fill, anchor="end")
        canvas.text(end, below, words.to_balance, fill="muted", anchor="end")
    else:
        spans = (Span(stage.balance + "\u00a0", True, fill), Span(words.to_balance, False, "muted"))
        canvas.spans(head.left, y, spans)
