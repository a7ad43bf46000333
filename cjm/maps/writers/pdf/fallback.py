"""Fallback: lines that hold what the bundled font lacks, such as emoji, as small pictures.

The engine of the PNGs draws them: it shapes Arabic, joins emoji and asks the system's fonts; what
none of them has is a box.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from cjm.maps.scene.text import covered, width_of
from cjm.maps.scene.typefaces import WORDS, runs_of
from cjm.maps.writers.pdf.items import TextLine, Words
from cjm.maps.writers.raster import FAMILY, rasterized
from cjm.tuples import NamedTuple

SHARPNESS = 6.0
"""Pixels per unit of the map: about 800 to the inch on paper."""
AT_ONCE = 20
"""Lines on one sheet of pixels, which is held in memory."""
_SIDE, _RISE, _FALL = 3.0, 1.25, 0.5
"""Room around a line: in units, and in sizes of its text."""

Look = tuple[float, tuple[Words, ...]]
"""What lines that look the same share."""


class Picture(NamedTuple):
    """A line of text as pixels, and where they stand around the line's beginning."""

    pixels: Any
    left: float
    top: float
    width: float
    height: float


def look_of(line: TextLine) -> Look:
    """A line without its place."""
    return (line.size, line.parts)


def pictures_of(lines: Iterable[TextLine]) -> dict[Look, Picture]:
    """The picture of each line that needs one."""
    needed = list({look_of(line): line for line in lines if not covered(line.text)}.values())
    pictures: dict[Look, Picture] = {}
    for first in range(0, len(needed), AT_ONCE):
        part = needed[first : first + AT_ONCE]
        pictures.update(zip(map(look_of, part), _drawn(part), strict=True))
    return pictures


def _drawn(lines: list[TextLine]) -> Iterator[Picture]:
    """One below the other on one transparent sheet, for loading the fonts takes its time."""
    from io import BytesIO

    from PIL import Image

    # Other fonts may run wider than was reckoned.
    width = max(line.width for line in lines) * 1.5 + 2 * _SIDE
    texts, tops = [], [0.0]
    for line in lines:
        texts.append(_text(line, tops[-1] + line.size * _RISE))
        tops.append(tops[-1] + line.size * (_RISE + _FALL))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{tops[-1]}" '
        f'font-family="{FAMILY}, sans-serif">{"".join(texts)}</svg>'
    )
    png = rasterized(svg, SHARPNESS, system_fonts=True)
    sheet = Image.open(BytesIO(png)).convert("RGBA")
    for line, top in zip(lines, tops[:-1], strict=True):
        yield _cut_out(sheet, line, top)


def _cut_out(sheet: Any, line: TextLine, top: float) -> Picture:
    """The line's pixels without the empty ones around."""
    low, high = round(top * SHARPNESS), round((top + line.size * (_RISE + _FALL)) * SHARPNESS)
    row = sheet.crop((0, low, sheet.width, min(high, sheet.height)))
    left, upper, right, lower = row.getbbox() or (0, 0, 1, 1)
    base = (top + line.size * _RISE) * SHARPNESS - low
    return Picture(
        row.crop((left, upper, right, lower)),
        left / SHARPNESS - _SIDE,
        (upper - base) / SHARPNESS,
        (right - left) / SHARPNESS,
        (lower - upper) / SHARPNESS,
    )


def _text(line: TextLine, base: float) -> str:
    """A line as one text for each stretch of a font: else one font would draw all of it."""
    x, texts = _SIDE, ""
    for part in line.parts:
        weight = "bold" if part.bold else "normal"
        for text, face in runs_of(part.text, part.bold):
            family = "" if face is WORDS or face is None else f' font-family="{face.family}"'
            style = f'font-size="{line.size}" fill="{part.fill}" font-weight="{weight}"{family}'
            place = f'x="{x}" y="{base}"'
            texts += f'<text {place} {style} xml:space="preserve">{escape(text)}</text>'
            x += width_of(text, line.size, part.bold)
    return texts
