"""Painting: outlines and lines of text, on a page whose y runs downwards."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from cjm.bundled import bundled
from cjm.maps.scene.typefaces import WORDS, Typeface, runs_of
from cjm.maps.writers.pdf.fallback import Look, Picture, look_of
from cjm.maps.writers.pdf.items import Item, Outline, TextLine

_ROUND, _INVISIBLE = 1, 3


class Brush:
    """Paints on one canvas of reportlab; `pictures` are the lines that no bundled font can set."""

    def __init__(self, canvas: Any, pictures: dict[Look, Picture]) -> None:
        self.canvas = canvas
        self.pictures = pictures

    def paint(self, item: Item) -> None:
        """Paint an outline or a line of text."""
        if isinstance(item, Outline):
            self._outline(item)
        elif picture := self.pictures.get(look_of(item)):
            self._picture(item, picture)
        else:
            self._text(item)

    def _outline(self, outline: Outline) -> None:
        canvas = self.canvas
        if not outline.fill and not outline.stroke:
            return
        path = canvas.beginPath()
        for letter, *numbers in outline.steps:
            match letter:
                case "M":
                    path.moveTo(*numbers)
                case "L":
                    path.lineTo(*numbers)
                case "C":
                    path.curveTo(*numbers)
                case _:
                    path.close()
        if outline.fill:
            canvas.setFillColor(colour_of(outline.fill))
        if outline.stroke:
            canvas.setStrokeColor(colour_of(outline.stroke))
            canvas.setLineWidth(outline.width)
            canvas.setDash(*([list(outline.dashes)] if outline.dashes else []))
            canvas.setLineCap(_ROUND if outline.round_cap else 0)
            canvas.setLineJoin(_ROUND if outline.round_join else 0)
        canvas.drawPath(path, stroke=bool(outline.stroke), fill=bool(outline.fill))

    def _text(self, line: TextLine) -> None:
        text = self.canvas.beginText()
        text.setTextTransform(*_upright(line))
        for part in line.parts:
            text.setFillColor(colour_of(part.fill))
            for stretch, face in runs_of(part.text, part.bold):
                text.setFont(font_of(part.bold, face or WORDS), line.size)
                text.textOut(stretch)
        self.canvas.drawText(text)

    def _picture(self, line: TextLine, picture: Picture) -> None:
        """The pixels and, unseen, the words, so that they can still be found and copied."""
        from reportlab.lib.utils import ImageReader

        canvas = self.canvas
        canvas.saveState()
        canvas.transform(*_upright(line))
        below = -picture.top - picture.height
        reader = ImageReader(picture.pixels)
        canvas.drawImage(reader, picture.left, below, picture.width, picture.height, mask="auto")
        words = line.text.encode("utf-16-be").hex().upper()
        canvas._code.append(f"/Span <</ActualText <FEFF{words}>>> BDC")
        text = canvas.beginText(0, 0)
        text.setFont(font_of(bold=False), line.size)
        text.setTextRenderMode(_INVISIBLE)
        # Readers give the words a place by the letters they stand for.
        text.textOut("n" * max(1, round(picture.width / line.size / 0.62)))
        canvas.drawText(text)
        canvas._code.append("EMC")
        canvas.restoreState()


def font_of(bold: bool, face: Typeface = WORDS) -> str:
    """The name of a bundled font, made known to reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    file = face.file(bold)
    name = f"cjm{file}"
    if name not in pdfmetrics._fonts:
        font = BytesIO(bundled("cjm.maps.scene", f"fonts/{file}.ttf"))
        pdfmetrics.registerFont(TTFont(name, font))
    return name


@cache
def colour_of(value: str) -> Any:
    """A colour of reportlab: the few that a theme has come again and again."""
    from reportlab.lib.colors import HexColor

    return HexColor(value)


def _upright(line: TextLine) -> tuple[float, ...]:
    """Where the line begins, with letters upright: y runs downwards on the map."""
    return (1, 0, 0, -1, line.x, line.y)
