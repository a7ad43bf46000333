"""The gap's tag: C in the silhouette of its level."""

from __future__ import annotations

from cjm.design.tokens import tone_of
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.model import Command
from cjm.maps.scene.text import width_of

NUDGES = {"disappointment": 1, "delight": -1}
"""How far a figure moves towards the tip of its tag."""


def gap_tag(
    canvas: Canvas,
    box: Box,
    mark: str,
    text: str,
    *,
    tip: float,
    size: float,
    gap: float | None = None,
) -> None:
    """A level's tag with its figure; a dashed box where nothing is measured.

    Args:
        canvas: Where it is painted.
        box: The tag without its tip, which hangs below or breaks out above.
        mark: The level, or `unmeasured`.
        text: The figure, or what stands where there is none.
        tip: How far the tip reaches, in units.
        size: The size of the figure; smaller where the tag is too narrow for it.
        gap: C, for those who work with the picture; None in a legend.
    """
    with canvas.group("gap-tag", mark, gap=gap):
        silhouette(canvas, box, tip, mark)
        if mark == "unmeasured":
            middle = box.y + box.height / 2 + 4.3
            canvas.text(box.center.x, middle, text, fill="muted", anchor="middle")
        else:
            _figure(canvas, box, mark, text, size)


def silhouette(canvas: Canvas, box: Box, tip: float, mark: str) -> None:
    """A level's shape below the edge `box.y`: hanging down, square, or breaking out above.

    What is unmeasured gets a dashed box.
    """
    x, y, width, height = box
    if mark == "unmeasured":
        canvas.rect(x, y, width, height, radius=4, stroke="satisfaction.line", dashes=(3, 2.5))
        return
    half = width / 2
    foot: tuple[Command, ...] = (
        ("v", height - 4),
        ("a", 4, 4, 0, 0, 1, -4, 4),
        ("h", 8 - width),
        ("a", 4, 4, 0, 0, 1, -4, -4),
        ("z",),
    )
    shape: tuple[Command, ...]
    match mark:
        case "disappointment":
            shape = (("h", width), ("v", height), ("l", -half, tip), ("l", -half, -tip), ("z",))
        case "delight":
            shape = (("l", half, -tip), ("l", half, tip), *foot)
        case _:
            shape = (("h", width), *foot)
    tone = tone_of(mark)
    canvas.path(
        (("M", x, y), *shape),
        fill=tone.fill,
        stroke=tone.outline,
        stroke_width=tone.outline_width,
    )


def _figure(canvas: Canvas, box: Box, mark: str, text: str, size: float) -> None:
    """The figure in a tag, as large as there is room."""
    while size > 9 and width_of(text, size, bold=True) > box.width - 6:
        size -= 1
    base = box.y + box.height / 2 + size * 0.36 + NUDGES.get(mark, 0)
    fill = tone_of(mark).on
    canvas.text(box.x + box.width / 2, base, text, size=size, bold=True, fill=fill, anchor="middle")
