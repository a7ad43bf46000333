"""The document: pages painted one after the other, and what the file says of itself."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from cjm.maps.scene.text import shortened, width_of
from cjm.maps.writers.pdf.foreign import pictures_of
from cjm.maps.writers.pdf.matrix import Matrix
from cjm.maps.writers.pdf.pages import MARGIN, OVERLAP, Page, Pages, pages_of
from cjm.maps.writers.pdf.painting import Brush, font_of
from cjm.maps.writers.pdf.reading import Box, Line, Sheet, Span, box_of, sheet_of

SHEET = {"en": "sheet {} of {}", "ru": "лист {} из {}"}
NOTE = 8
SEAM = "#8A8A8A"


def pdf_of(svg: str, paper: str = "auto") -> bytes:
    """The PDF of a finished map: on one landscape sheet, or on several where text got too small.

    `paper` is a4, a3, or auto for the smallest that can be read. The fonts are inside and the
    text is text; the same SVG gives the same bytes.
    """
    from reportlab.pdfgen.canvas import Canvas

    sheet = sheet_of(svg)
    pages = pages_of(sheet, paper)
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=pages.paper,
        invariant=1,
        pageCompression=1,
        initialFontName=font_of(bold=False),
        lang=sheet.language,
    )
    _describe(canvas, sheet)
    footers = {page: _footer(sheet, pages, page) for page in pages.pages}
    notes = [line for footer in footers.values() for line in footer]
    brush = Brush(canvas, pictures_of([*sheet.lines, *notes]))
    boxes = [box_of(item) for item in sheet.items]
    for page in pages.pages:
        _ground(canvas, sheet, pages.paper)
        canvas.saveState()
        _enter(canvas, pages, page)
        for item, box in zip(sheet.items, boxes, strict=True):
            if _meet(box, page.part):
                brush.paint(item)
        canvas.restoreState()
        _draw_seams(canvas, pages, page)
        for note in footers[page]:
            brush.paint(note)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _describe(canvas: Any, sheet: Sheet) -> None:
    """Title and language; no author and no time, so that the same map gives the same bytes."""
    from reportlab.pdfbase import pdfdoc

    title = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(sheet.title)})
    canvas.setTitle(sheet.title)  # part of the file's id
    title["Creator"] = pdfdoc.PDFString("cjm")
    title["Producer"] = pdfdoc.PDFString(pdfdoc.PDFInfo.producer)
    canvas._doc.info.format = title.format
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _ground(canvas: Any, sheet: Sheet, paper: tuple[float, float]) -> None:
    """The theme's ground up to the edges of the paper."""
    canvas.setFillColor(sheet.ground)
    canvas.rect(0, 0, *paper, stroke=0, fill=1)


def _enter(canvas: Any, pages: Pages, page: Page) -> None:
    """From here on the map's own units count, y downwards, and nothing beyond the part shows."""
    scale, part = pages.scale, page.part
    left, top = _corner(pages, page)
    canvas.transform(scale, 0, 0, -scale, left - part.left * scale, top + part.top * scale)
    clip = canvas.beginPath()
    clip.rect(part.left, part.top, part.right - part.left, part.bottom - part.top)
    canvas.clipPath(clip, stroke=0, fill=0)


def _corner(pages: Pages, page: Page) -> tuple[float, float]:
    """Where the part's upper left corner stands; a single page stands in the middle."""
    width, height = pages.paper
    if len(pages.pages) > 1:
        return MARGIN, height - MARGIN
    part = page.part
    over = width - (part.right - part.left) * pages.scale
    below = height - (part.bottom - part.top) * pages.scale
    return over / 2, height - below / 2


def _draw_seams(canvas: Any, pages: Pages, page: Page) -> None:
    """Dashed lines where the next sheets begin: lay their edges there."""
    left, top = _corner(pages, page)
    right = left + (page.part.right - page.part.left) * pages.scale
    bottom = top - (page.part.bottom - page.part.top) * pages.scale
    canvas.setStrokeColor(SEAM)
    canvas.setLineWidth(0.5)
    canvas.setDash(2, 3)
    if not page.last_column:
        canvas.line(right - OVERLAP, top + 6, right - OVERLAP, bottom - 6)
    if not page.last_row:
        canvas.line(left - 6, bottom + OVERLAP, right + 6, bottom + OVERLAP)
    canvas.setDash()


def _footer(sheet: Sheet, pages: Pages, page: Page) -> tuple[Line, ...]:
    """The map's title, the number of the sheet, and its place where there are several rows."""
    if len(pages.pages) == 1:
        return ()
    number = pages.pages.index(page) + 1
    text = SHEET.get(sheet.language, SHEET["en"]).format(number, len(pages.pages))
    if any(p.row for p in pages.pages):
        text += f" · {page.column + 1}{chr(ord('A') + page.row % 26)}"
    right = pages.paper[0] - MARGIN - width_of(text, NOTE)
    title = shortened(sheet.title, right - MARGIN - 20, NOTE)
    return tuple(
        Line(Matrix(d=-1, e=x, f=MARGIN), NOTE, (Span(words, False, sheet.ink),))
        for x, words in ((MARGIN, title), (right, text))
    )


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and one.right > other.left
        and one.top < other.bottom
        and one.bottom > other.top
    )
