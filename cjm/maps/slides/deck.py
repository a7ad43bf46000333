"""The deck: slides of 16:9 with texts, boxes and tables, in points and in a theme's colours."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from cjm.design.palette import Palette
from cjm.design.themes import Theme
from cjm.errors import missing_extra
from cjm.maps.scene.geometry import Box
from cjm.system.archives import without_times
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.design.tokens import Paint

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 28.0
INNER = WIDTH - 2 * MARGIN
TOP = 64.0
"""Where what is below the title begins."""
FOOT = HEIGHT - 22
LEAST = 9.0
"""Points: no text is smaller."""
FONT = "Arial"
_TITLE_ONLY = 5
"""Among the layouts of python-pptx's own template."""


class Run(NamedTuple):
    """A part of a paragraph."""

    text: str
    bold: bool = False
    paint: str = "ink"
    size: float = LEAST


Paragraph = tuple[Run, ...]


class Deck:
    """A presentation that is being made. Raises CjmError without python-pptx."""

    def __init__(self, theme: Theme, title: str) -> None:
        try:
            import pptx
        except ImportError as error:
            raise missing_extra("render", "python-pptx", "slides") from error
        self.palette = Palette(theme)
        self.file = pptx.Presentation()
        self.file.slide_width, self.file.slide_height = emu(WIDTH), emu(HEIGHT)
        properties = self.file.core_properties
        properties.title, properties.author, properties.last_modified_by = title, "cjm", ""

    @property
    def count(self) -> int:
        """How many slides there are."""
        return len(self.file.slides)

    def slide(self, title: str, aside: Paragraph = ()) -> Any:
        """A slide with its title, and figures beside it."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[_TITLE_ONLY])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = self.colour("canvas")
        place(slide.shapes.title, Box(MARGIN, 16, INNER * (0.5 if aside else 1), 40))
        self.write(slide.shapes.title, [(Run(title, True, size=20),)], middle=True)
        if aside:
            box = slide.shapes.add_textbox(0, 0, 0, 0)
            place(box, Box(MARGIN + INNER * 0.5, 16, INNER * 0.5, 40))
            self.write(box, [aside], align="right", middle=True)
        return slide

    def text(self, shapes: Any, box: Box, lines: Sequence[Paragraph], align: str = "left") -> Any:
        """A text that stands by itself."""
        shape = shapes.add_textbox(0, 0, 0, 0)
        place(shape, box)
        self.write(shape, lines, align, middle=True)
        return shape

    def box(
        self, shapes: Any, box: Box, fill: str, line: str = "", kind: str = "ROUNDED_RECTANGLE"
    ) -> Any:
        """A shape of PowerPoint's own."""
        from pptx.enum.shapes import MSO_SHAPE

        shape = shapes.add_shape(getattr(MSO_SHAPE, kind), 0, 0, 0, 0)
        place(shape, box)
        unstyled(shape)
        shape.fill.solid()
        shape.fill.fore_color.rgb = self.colour(fill)
        if line:
            shape.line.color.rgb, shape.line.width = self.colour(line), emu(1)
        else:
            shape.line.fill.background()
        return shape

    def write(
        self, shape: Any, lines: Sequence[Paragraph], align: str = "left", middle: bool = False,
        padding: float = 4,
    ) -> None:  # fmt: skip
        """Put paragraphs into a shape or a cell."""
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

        frame = shape.text_frame
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
        for side in ("left", "right", "top", "bottom"):
            setattr(frame, f"margin_{side}", emu(padding if side in ("left", "right") else 2))
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = getattr(PP_ALIGN, align.upper())
            for run in line:
                self._run(paragraph.add_run(), run)
            end = paragraph._p.get_or_add_endParaRPr()
            end.set("sz", str(round(100 * max((run.size for run in line), default=LEAST))))

    def _run(self, made: Any, run: Run) -> None:
        made.text = run.text
        font = made.font
        font.name, font.size, font.bold = FONT, emu(max(run.size, LEAST)), run.bold
        font.color.rgb = self.colour(run.paint)

    def colour(self, paint: str) -> Any:
        """A token's colour in this theme."""
        from pptx.dml.color import RGBColor

        text = self.palette.solid(cast("Paint", paint)).lstrip("#")
        made: Any = RGBColor
        return made.from_string(text.upper())

    def saved(self) -> bytes:
        """The file; the same slides give the same bytes."""
        out = io.BytesIO()
        self.file.save(out)
        return without_times(out.getvalue())


def emu(points: float) -> Any:
    """A length in PowerPoint's own unit."""
    from pptx.util import Emu

    return Emu(round(points * 12_700))


def place(shape: Any, box: Box) -> None:
    """Put a shape where a box is."""
    shape.left, shape.top = emu(box.x), emu(box.y)
    shape.width, shape.height = emu(box.width), emu(box.height)


def unstyled(shape: Any) -> None:
    """A shape without the shadow and the colours of the presentation's own style."""
    from pptx.oxml.ns import qn

    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def describe(shape: Any, name: str, text: str = "") -> None:
    """Give a shape its name, and what it says to those who do not see it."""
    shape.name = name
    if text:
        shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def note(slide: Any, lines: Sequence[str]) -> None:
    """What stands in a slide's notes."""
    slide.notes_slide.notes_text_frame.text = "\n".join(line for line in lines if line)
