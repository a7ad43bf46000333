"""Texts that the bundled font lacks, such as emoji: drawn by the PNG's engine, as small pictures.

It shapes Arabic, joins emoji and asks the system's fonts; what none of them has is a box.
"""

import os
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, NamedTuple

from cjm.maps.scene.text import FONTS, covered
from cjm.maps.writers.pdf.reading import Line, Span

SHARPNESS = 6.0
"""Pixels per unit of the map: about 800 to the inch on paper."""
AT_ONCE = 20
"""Lines on one sheet of pixels, which is held in memory."""
_SIDE, _RISE, _FALL = 3.0, 1.25, 0.5
"""Room around a line: in units, and in sizes of its text."""

Key = tuple[float, tuple[Span, ...]]


class Picture(NamedTuple):
    """A line of text as pixels, and where they stand around the line's beginning."""

    pixels: Any
    left: float
    top: float
    width: float
    height: float


def key_of(line: Line) -> Key:
    """What lines that look the same share."""
    return (line.size, line.spans)


def is_foreign(line: Line) -> bool:
    """Whether the bundled font lacks a character of the line."""
    return not covered("".join(s.text for s in line.spans))


def pictures_of(lines: Iterable[Line]) -> dict[Key, Picture]:
    """The picture of each line that needs one."""
    needed = list({key_of(line): line for line in lines if is_foreign(line)}.values())
    pictures: dict[Key, Picture] = {}
    for first in range(0, len(needed), AT_ONCE):
        part = needed[first : first + AT_ONCE]
        pictures.update(zip(map(key_of, part), _drawn(part), strict=True))
    return pictures


def _drawn(lines: list[Line]) -> Iterator[Picture]:
    """One below the other on one transparent sheet, for loading the fonts takes its time."""
    from io import BytesIO

    import resvg_py
    from PIL import Image

    from cjm.maps.writers.png import FAMILY

    # Other fonts may run wider than was reckoned.
    width = max(line.width for line in lines) * 1.5 + 2 * _SIDE
    texts, tops = [], [0.0]
    for line in lines:
        texts.append(_text(line, tops[-1] + line.size * _RISE))
        tops.append(tops[-1] + line.size * (_RISE + _FALL))
    png = resvg_py.svg_to_bytes(
        svg_string=f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{tops[-1]}" '
        f'font-family="{FAMILY}, sans-serif">{"".join(texts)}</svg>',
        zoom=SHARPNESS,
        dpi=96,
        font_files=[os.path.join(FONTS, f"NotoSans-{style}.ttf") for style in ("Regular", "Bold")],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    sheet = Image.open(BytesIO(bytes(png))).convert("RGBA")
    for line, top in zip(lines, tops[:-1], strict=True):
        yield _cut_out(sheet, line, top)


def _cut_out(sheet: Any, line: Line, top: float) -> Picture:
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


def _text(line: Line, base: float) -> str:
    spans = "".join(
        f'<tspan fill="{s.fill}" font-weight="{"bold" if s.bold else "normal"}">'
        f"{escape(s.text)}</tspan>"
        for s in line.spans
    )
    place = f'x="{_SIDE}" y="{base}" font-size="{line.size}"'
    return f'<text {place} xml:space="preserve">{spans}</text>'
