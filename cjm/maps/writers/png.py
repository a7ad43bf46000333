"""SVG → PNG, with the bundled fonts."""

from __future__ import annotations

import math
import os
import re
from html import unescape

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.maps.scene.text import FONTS, covered

FAMILY = "cjm Noto Sans"
MOST_PIXELS = 150_000_000


def png_of(svg: str, scale: float) -> bytes:
    """The picture of an SVG at `scale` pixels per unit.

    The system's fonts are used only where a text holds what the bundled ones lack, such as
    emoji: the same journey gives the same bytes everywhere else.
    """
    import resvg_py

    _check(svg, scale)
    plain = covered(unescape(re.sub(r"<title>.*?</title>|<desc>.*?</desc>|<[^>]*>", "", svg)))
    picture = resvg_py.svg_to_bytes(
        svg_string=svg.replace('font-family="', f'font-family="{FAMILY}, ', 1),
        zoom=scale,
        dpi=96,
        font_files=[os.path.join(FONTS, f"NotoSans-{style}.ttf") for style in ("Regular", "Bold")],
        skip_system_fonts=plain,
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return bytes(picture)


def _check(svg: str, scale: float) -> None:
    if not (math.isfinite(scale) and 0 < scale <= 10):
        raise UsageError(
            say("a scale of {scale} is not possible", scale=scale),
            help=say("from 0 (excluded) to 10"),
        )
    size = re.match(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"', svg)
    if size and float(size[1]) * float(size[2]) * scale**2 > MOST_PIXELS:
        raise UsageError(
            say("the picture would be {n:.0f} pixels wide", n=float(size[1]) * scale),
            help=say("use a smaller scale, or svg"),
        )
