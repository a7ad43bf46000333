"""Painting: shapes and lines of text, on a page whose y runs downwards."""

from __future__ import annotations

import os
from typing import Any

from cjm.maps.scene.text import FONTS
from cjm.maps.writers.pdf.foreign import Key, Picture, key_of
from cjm.maps.writers.pdf.reading import Line, Shape

_ROUND, _INVISIBLE = 1, 3


class Brush:
    """Paints on one canvas of reportlab; `pictures` are the lines that no bundled font can set."""

    def __init__(self, canvas: Any, pictures: dict[Key, Picture]) -> None:
        self.canvas = canvas
        self.pictures = pictures

    def paint(self, item: Shape | Line) -> None:
        """Paint a shape or a line of text."""
        if isinstance(item, Shape):
            self._shape(item)
        elif picture := self.pictures.get(key_of(item)):
            self._picture(item, picture)
        else:
            self._text(item)

    def _shape(self, shape: Shape) -> None:
        canvas = self.canvas
        path = canvas.beginPath()
        for step in shape.outline:
            numbers = [n for point in step.points for n in point]
            match step.letter:
                case "M":
                    path.moveTo(*numbers)
                case "L":
                    path.lineTo(*numbers)
                case "C":
                    path.curveTo(*numbers)
                case _:
                    path.close()
        if shape.fill:
            canvas.setFillColor(shape.fill)
        if shape.stroke:
            canvas.setStrokeColor(shape.stroke)
            canvas.setLineWidth(shape.width)
            canvas.setDash(*([list(shape.dashes)] if shape.dashes else []))
            canvas.setLineCap(_ROUND if shape.round_cap else 0)
            canvas.setLineJoin(_ROUND if shape.round_join else 0)
        if shape.fill or shape.stroke:
            canvas.drawPath(path, stroke=bool(shape.stroke), fill=bool(shape.fill))

    def _text(self, line: Line) -> None:
        text = self.canvas.beginText()
        text.setTextTransform(*_upright(line))
        for span in line.spans:
            text.setFont(font_of(span.bold), line.size)
            text.setFillColor(span.fill)
            text.textOut(span.text)
        self.canvas.drawText(text)

    def _picture(self, line: Line, picture: Picture) -> None:
        """The pixels and, unseen, the words, so that they can still be found and copied."""
        from reportlab.lib.utils import ImageReader

        canvas = self.canvas
        canvas.saveState()
        canvas.transform(*_upright(line))
        below = -picture.top - picture.height
        reader = ImageReader(picture.pixels)
        canvas.drawImage(reader, picture.left, below, picture.width, picture.height, mask="auto")
        words = "".join(span.text for span in line.spans).encode("utf-16-be").hex().upper()
        canvas._code.append(f"/Span <</ActualText <FEFF{words}>>> BDC")
        text = canvas.beginText(0, 0)
        text.setFont(font_of(bold=False), line.size)
        text.setTextRenderMode(_INVISIBLE)
        # Readers give the words a place by the letters they stand for.
        text.textOut("n" * max(1, round(picture.width / line.size / 0.62)))
        canvas.drawText(text)
        canvas._code.append("EMC")
        canvas.restoreState()


def font_of(bold: bool) -> str:
    """The name of a bundled font, made known to reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    style = "Bold" if bold else "Regular"
    name = f"cjmNotoSans-{style}"
    if name not in pdfmetrics._fonts:
        pdfmetrics.registerFont(TTFont(name, os.path.join(FONTS, f"NotoSans-{style}.ttf")))
    return name


def _upright(line: Line) -> tuple[float, ...]:
    """The line's matrix with letters upright, for y runs downwards on the map."""
    a, b, c, d, e, f = line.matrix
    return (a, b, -c, -d, e, f)
