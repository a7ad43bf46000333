"""Scene → PNG, with the bundled fonts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.maps.scene.model import Scene, TextRun, walk
from cjm.maps.scene.text import covered
from cjm.maps.writers import markup, raster
from cjm.maps.writers.svg import svg_of

if TYPE_CHECKING:
    from cjm.design.themes import Theme

SCALE = 2.0
"""Pixels per unit: sharp on screens and in slides."""
MOST_PIXELS = 150_000_000


def png_of(scene: Scene, theme: Theme, scale: float = SCALE) -> bytes:
    """The picture in pixels.

    The system's fonts are used only where a text holds what the bundled ones lack, such as
    Chinese: the same journey gives the same bytes everywhere else.

    Args:
        scene: The picture.
        theme: Gives its tokens their colours.
        scale: Pixels per unit of the picture.

    Returns:
        The bytes of the file.

    Raises:
        UsageError: the scale is not possible, or the picture would be too large.
    """
    _check(scene, scale)
    texts = (node.text for node, _ in walk(scene.children) if isinstance(node, TextRun))
    svg = svg_of(scene, theme, family=f"{raster.FAMILY}, {markup.FAMILY}", apart=True)
    return raster.rasterized(svg, scale, system_fonts=not all(map(covered, texts)))


def _check(scene: Scene, scale: float) -> None:
    if not (math.isfinite(scale) and 0 < scale <= 10):
        raise UsageError(
            say("a picture cannot have that scale"),
            help=say("from 0 (excluded) to 10"),
        )
    if scene.width * scene.height * scale**2 > MOST_PIXELS:
        raise UsageError(
            say("the picture would be {n} pixels wide", n=round(scene.width * scale)),
            help=say("use a smaller scale, or svg"),
        )
