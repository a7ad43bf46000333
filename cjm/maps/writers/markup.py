"""Markup: the nodes of a scene as SVG elements, every text escaped, every number short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from cjm.design.tokens import Paint, Width
from cjm.maps.scene.model import (
    SMALL,
    Circle,
    Command,
    Group,
    Line,
    Link,
    Node,
    Path,
    Place,
    Rect,
    Scene,
    Shape,
    Span,
    Stroke,
    TextRun,
)
from cjm.maps.scene.text import cleaned, width_of
from cjm.maps.scene.typefaces import WORDS, runs_of, typeface_of
from cjm.source.signs import COMMAND

FAMILY = "Noto Sans, PT Sans, Segoe UI, Roboto, Arial, DejaVu Sans, sans-serif"


@lru_cache(maxsize=4096)
def plain(value: float, decimals: int = 2) -> str:
    """A number for an attribute: a dot, few decimals, never −0."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def escape(text: str) -> str:
    """Text that is only text, between tags and in an attribute, and in a CI server's log."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = text.replace('"', "&quot;").replace("'", "&#x27;")
    return COMMAND.sub("#&#35;", text) if "##" in text else text


def attributes(values: Mapping[str, str | float | None]) -> str:
    """Attributes as text, each with a space before it; None is left out."""
    return "".join(
        f' {name}="{_quoted(value) if isinstance(value, str) else plain(value, 6)}"'
        for name, value in values.items()
        if value is not None
    )


class Markup:
    """Writes nodes one after the other.

    `colour` gives a paint its value, None where it is not painted at all; `width` that of a line.
    Where the bundled fonts draw the texts, each stretch of one font stands `apart`.
    """

    def __init__(
        self,
        colour: Callable[[Paint], str | None],
        width: Callable[[Width], str],
        apart: bool = False,
    ) -> None:
        self._colour = colour
        self._width = width
        self._apart = apart
        self._lines: list[str] = []
        self._strokes: dict[Stroke, str] = {}
        self._styles: dict[tuple[str, bool, Paint], str] = {}
        self.linked = False
        """Whether a link was among what has been written."""

    def text(self) -> str:
        """All that has been written."""
        return "\n".join(self._lines)

    def add(self, nodes: Iterable[Node]) -> None:
        """Write nodes in the order they are painted."""
        for node in nodes:
            if isinstance(node, TextRun):
                self._text(node)
            elif isinstance(node, Group):
                self._group(node)
            elif isinstance(node, Link):
                self._link(node)
            else:
                self._shape(node)

    def _group(self, group: Group) -> None:
        classes = " ".join((group.role, *group.classes)) or None
        data = {f"data-{name}": value for name, value in group.data.items()}
        place = None if group.place is None else transform(group.place)
        hidden = "true" if group.hidden else None
        shape = {"class": classes, **data, "transform": place, "aria-hidden": hidden}
        self._lines.append(f"<g{attributes(shape)}>")
        if group.title:
            self._lines.append(f"<title>{escape(group.title)}</title>")
        self.add(group.children)
        self._lines.append("</g>")

    def _link(self, link: Link) -> None:
        self.linked = True
        self._lines.append(f'<a href="{escape(link.href)}">')
        self.add(link.children)
        self._lines.append("</a>")

    def _shape(self, shape: Shape) -> None:
        """What neither has a fill nor a stroke is left out."""
        if isinstance(shape, Line):
            if stroke := self._stroke(shape.stroke):
                ends = _ends(round_cap=shape.stroke.round_cap)
                self._lines.append(f"<line{_line(shape)}{stroke}{ends}/>")
            return
        fill = None if shape.fill is None else self._colour(shape.fill)
        stroke = self._stroke(shape.stroke) if shape.stroke else ""
        if not fill and not stroke:
            return
        paint = f' fill="{fill or "none"}"{stroke}'
        if isinstance(shape, Path):
            if stroke and shape.stroke:
                paint += _ends(shape.stroke.round_cap, round_join=True)
            self._lines.append(f"<path{_path(shape)}{paint}/>")
        elif isinstance(shape, Rect):
            self._lines.append(f"<rect{_rect(shape)}{paint}/>")
        else:
            self._lines.append(f"<circle{_circle(shape)}{paint}/>")

    def _stroke(self, stroke: Stroke) -> str:
        """A picture has some dozens of strokes, and thousands of lines."""
        if stroke not in self._strokes:
            self._strokes[stroke] = self._stroke_anew(stroke)
        return self._strokes[stroke]

    def _stroke_anew(self, stroke: Stroke) -> str:
        colour = self._colour(stroke.paint)
        if not colour:
            return ""
        dashes = " ".join(map(plain, stroke.dashes))
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        return f' stroke="{colour}" stroke-width="{self._width(stroke.width)}"{dashed}'

    def _text(self, run: TextRun) -> None:
        if self._apart and not all(typeface_of(c) is WORDS for c in run.text):
            self._lines += self._texts_apart(run)
            return
        place = f' x="{plain(run.x)}" y="{plain(run.y)}"'
        if run.size != SMALL:
            place += f' font-size="{plain(run.size)}"'
        if run.anchor != "start":
            place += f' text-anchor="{run.anchor}"'
        spans = [(escape(s.text), self._style(s)) for s in run.spans]
        if len(spans) == 1:
            ((text, style),) = spans
            self._lines.append(f"<text{place}{style}>{text}</text>")
        else:
            inner = "".join(f"<tspan{style}>{text}</tspan>" for text, style in spans)
            self._lines.append(f"<text{place}>{inner}</text>")

    def _texts_apart(self, run: TextRun) -> Iterator[str]:
        """A line as one text for each stretch of a font.

        A renderer that finds a whole text in another font sets all of it in that one.
        """
        parts = [
            (text, span, face) for span in run.spans for text, face in runs_of(span.text, span.bold)
        ]
        width = sum(width_of(text, run.size, span.bold) for text, span, _ in parts)
        x = run.x - {"start": 0.0, "middle": width / 2, "end": width}[run.anchor]
        for text, span, face in parts:
            family = "" if face is WORDS or face is None else f' font-family="{face.family}"'
            place = f' x="{plain(x)}" y="{plain(run.y)}" font-size="{plain(run.size)}"{family}'
            style = self._style(span)
            yield f'<text{place}{style} xml:space="preserve">{escape(text)}</text>'
            x += width_of(text, run.size, span.bold)

    def _style(self, span: Span) -> str:
        key = span.language, span.bold, span.paint
        if key not in self._styles:
            self._styles[key] = self._style_anew(span)
        return self._styles[key]

    def _style_anew(self, span: Span) -> str:
        style = f' lang="{escape(span.language)}"' if span.language else ""
        if span.bold:
            style += ' font-weight="bold"'
        # The root's own colour is ink.
        return style if span.paint == "ink" else f'{style} fill="{self._colour(span.paint)}"'


def root_of(
    scene: Scene,
    theme: str | None,
    colour: Callable[[Paint], str | None],
    family: str = FAMILY,
    role: str = "img",
) -> str:
    """The opening of an SVG: what the picture is of, its title and description, the ground."""
    width, height = plain(scene.width), plain(scene.height)
    data = {f"data-{name}": value for name, value in scene.data.items()}
    root = attributes(
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": width,
            "height": height,
            "viewBox": f"0 0 {width} {height}",
            "role": role,
            "lang": scene.language,
            "class": "cjm",
            "data-journey": data.pop("data-journey", None),
            "data-view": scene.view,
            "data-theme": theme,
            **data,
            "font-family": family,
            "font-size": SMALL,
            "fill": colour("ink"),
        }
    )
    told = f"<title>{escape(scene.title)}</title>\n"
    if scene.description:
        told += f"<desc>{escape(scene.description)}</desc>\n"
    ground = f'<rect width="{width}" height="{height}" fill="{colour("canvas")}"/>'
    return f"<svg{root}>\n{told}{ground}"


def transform(place: Place) -> str:
    """A place as the value of an attribute."""
    move = f"translate({plain(place.x)} {plain(place.y)})"
    return move if place.scale == 1 else f"{move} scale({plain(place.scale, 3)})"


def _line(line: Line) -> str:
    x1, y1, x2, y2 = map(plain, line[:4])
    return f' x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'


def _rect(rect: Rect) -> str:
    x, y, width, height = map(plain, rect[:4])
    radius = f' rx="{plain(rect.radius)}"' if rect.radius else ""
    return f' x="{x}" y="{y}" width="{width}" height="{height}"{radius}'


def _circle(circle: Circle) -> str:
    x, y, radius = map(plain, circle[:3])
    return f' cx="{x}" cy="{y}" r="{radius}"'


def _path(path: Path) -> str:
    place = "" if path.place is None else f' transform="{transform(path.place)}"'
    return f'{place} d="{_shape_of(path.commands)}"'


@lru_cache(maxsize=4096)
def _shape_of(commands: tuple[Command, ...]) -> str:
    """Signs come again and again, and the graphs of all kinds of customers have the same lines."""
    return "".join([c[0] + " ".join(map(plain, c[1:])) for c in commands])


def _ends(round_cap: bool, round_join: bool = False) -> str:
    cap = ' stroke-linecap="round"' if round_cap else ""
    return f'{cap} stroke-linejoin="round"' if round_join else cap


@lru_cache(maxsize=1024)
def _quoted(value: str) -> str:
    """Classes, colours and names come again and again."""
    return escape(cleaned(value))
