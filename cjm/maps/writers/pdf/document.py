"""The document: pages painted one after the other, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from cjm.design.palette import Palette
from cjm.design.themes import Theme
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.model import Scene
from cjm.maps.scene.text import shortened, width_of
from cjm.maps.writers.pdf.fallback import pictures_of
from cjm.maps.writers.pdf.items import Box, Item, Items, TextLine, Words, box_of, items_of
from cjm.maps.writers.pdf.pages import MARGIN, OVERLAP, Page, Pages, pages_of
from cjm.maps.writers.pdf.painting import Brush, font_of

SHEET = {"en": "sheet {} of {}", "ru": "лист {} из {}"}
NOTE = 8


def pdf_of(scene: Scene, theme: Theme, paper: str = "auto") -> bytes:
    """The PDF of a finished map: on one landscape sheet, or on several where text got too small.

    The fonts are inside, text is text and links are links; the same scene gives the same bytes.

    Args:
        scene: The map.
        theme: Gives its tokens their colours.
        paper: a4, a3, or auto for the smallest that can be read.

    Returns:
        The bytes of the file.
    """
    from reportlab.pdfgen.canvas import Canvas

    palette = Palette(theme)
    shown = items_of(scene, palette)
    pages = pages_of(shown, paper)
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=pages.paper,
        invariant=1,
        pageCompression=1,
        initialFontName=font_of(bold=False),
        lang=scene.language,
    )
    _describe(canvas, scene.title)
    ink = palette.solid("ink")
    footers = [_footer(scene, pages, page, ink) for page in pages.pages]
    notes = [line for footer in footers for line in footer]
    brush = Brush(canvas, pictures_of([*shown.lines, *notes]))
    for page, footer in zip(pages.pages, footers, strict=True):
        _ground(canvas, palette, pages.paper)
        for part, top in _parts(pages, page):
            canvas.saveState()
            _enter(canvas, pages.scale, part, top)
            for item in _on(part, pages, shown):
                brush.paint(item)
            _lead_on(canvas, shown, part)
            canvas.restoreState()
        _draw_seams(canvas, pages, page, palette.solid("seam"))
        canvas.transform(1, 0, 0, -1, 0, pages.paper[1])
        for note in footer:
            brush.paint(note)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _describe(canvas: Any, text: str) -> None:
    """Title and language; no author and no time, so that the same map gives the same bytes."""
    from reportlab.pdfbase import pdfdoc

    title = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(text)})
    canvas.setTitle(text)  # part of the file's id
    title["Creator"] = pdfdoc.PDFString("cjm")
    title["Producer"] = pdfdoc.PDFString(pdfdoc.PDFInfo.producer)
    canvas._doc.info.format = title.format
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _ground(canvas: Any, palette: Palette, paper: tuple[float, float]) -> None:
    """The theme's ground up to the edges of the paper."""
    canvas.setFillColor(palette.solid("canvas"))
    canvas.rect(0, 0, *paper, stroke=0, fill=1)


def _parts(pages: Pages, page: Page) -> Iterator[tuple[Box, Point]]:
    """What of the map a page shows, and where the upper left corner of each part stands."""
    left, top = _corner(pages, page)
    if page.head:
        yield page.head, Point(left, top + page.head_height * pages.scale)
    yield page.part, Point(left, top)


def _on(part: Box, pages: Pages, shown: Items) -> Iterable[Item]:
    """What is seen of a part, or would be if it were not cut off."""
    if len(pages.pages) == 1:
        return shown.items
    return [item for item in shown.items if _meet(box_of(item), part)]


def _lead_on(canvas: Any, shown: Items, part: Box) -> None:
    """Make the links of a part lead where they say."""
    for href, box in shown.links:
        if _meet(box, part):
            left, right = max(box.left, part.left), min(box.right, part.right)
            top, bottom = max(box.top, part.top), min(box.bottom, part.bottom)
            canvas.linkURL(href, (left, bottom, right, top), relative=1, thickness=0)


def _enter(canvas: Any, scale: float, part: Box, corner: Point) -> None:
    """From here on the map's own units count, y downwards, and nothing beyond the part shows."""
    left, top = corner
    canvas.transform(scale, 0, 0, -scale, left - part.left * scale, top + part.top * scale)
    clip = canvas.beginPath()
    clip.rect(part.left, part.top, part.right - part.left, part.bottom - part.top)
    canvas.clipPath(clip, stroke=0, fill=0)


def _corner(pages: Pages, page: Page) -> tuple[float, float]:
    """Where the part's upper left corner stands; a single page stands in the middle."""
    width, height = pages.paper
    if len(pages.pages) > 1:
        return MARGIN, height - MARGIN - page.head_height * pages.scale
    part = page.part
    over = width - (part.right - part.left) * pages.scale
    below = height - (part.bottom - part.top) * pages.scale
    return over / 2, height - below / 2


def _draw_seams(canvas: Any, pages: Pages, page: Page, colour: str) -> None:
    """Dashed lines where the next sheets begin: lay their edges there."""
    left, top = _corner(pages, page)
    right = left + (page.part.right - page.part.left) * pages.scale
    bottom = top - (page.part.bottom - page.part.top) * pages.scale
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(0.5)
    canvas.setDash(2, 3)
    if not page.last_column:
        canvas.line(right - OVERLAP, top + 6, right - OVERLAP, bottom - 6)
    if not page.last_row:
        canvas.line(left - 6, bottom + OVERLAP, right + 6, bottom + OVERLAP)
    canvas.setDash()


def _footer(scene: Scene, pages: Pages, page: Page, ink: str) -> tuple[TextLine, ...]:
    """The map's title, the number of the sheet, and its place where there are several rows."""
    if len(pages.pages) == 1:
        return ()
    number = pages.pages.index(page) + 1
    text = SHEET.get(scene.language, SHEET["en"]).format(number, len(pages.pages))
    if any(p.row for p in pages.pages):
        text += f" · {page.column + 1}{chr(ord('A') + page.row % 26)}"
    width, height = pages.paper
    right = width - MARGIN - width_of(text, NOTE)
    title = shortened(scene.title, right - MARGIN - 20, NOTE)
    return tuple(
        TextLine(x, height - MARGIN, NOTE, (Words(words, False, ink),))
        for x, words in ((MARGIN, title), (right, text))
    )


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and one.right > other.left
        and one.top < other.bottom
        and one.bottom > other.top
    )
