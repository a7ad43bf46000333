"""The canvas: SVG elements one after the other, every text escaped, every number short."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from cjm.design.themes import Theme
from cjm.maps.scene.geometry import Path, Point
from cjm.maps.scene.text import cleaned, width_of

FAMILY = "Noto Sans, PT Sans, Segoe UI, Roboto, Arial, DejaVu Sans, sans-serif"
SMALL = 12
"""The size of text where none is given, set on the root."""


def plain(value: float, decimals: int = 2) -> str:
    """A number for an attribute: a dot, few decimals, never −0."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def escape(text: str) -> str:
    """Text that is only text, between tags and in an attribute."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;")


def attributes(**values: object) -> str:
    """Attributes as text, each with a space before it; `_` stands for `-`, None is left out."""
    return "".join(
        [
            f' {_hyphened(name)}="{plain(value) if isinstance(value, float) else _quoted(value)}"'
            for name, value in values.items()
            if value is not None
        ]
    )


class Canvas:
    """Collects the elements of an SVG in the order in which they are painted."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._lines: list[str] = []

    def text_of_all(self) -> str:
        """Everything painted so far."""
        return "\n".join(self._lines)

    def add(self, element: str) -> None:
        """Paint a finished element."""
        self._lines.append(element)

    @contextmanager
    def group(self, class_: str | None = None, title: str = "", **data: object) -> Iterator[None]:
        """Paint what follows inside a group, with its title first."""
        self.add(f"<g{attributes(class_=class_, **data)}>")
        if title:
            self.add(f"<title>{escape(title)}</title>")
        yield
        self.add("</g>")

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "none",
        radius: float = 0,
        stroke: str | None = None,
        stroke_width: float = 1,
        dashes: str | None = None,
    ) -> None:
        """Paint a rectangle."""
        shape = attributes(x=x, y=y, width=width, height=height, rx=radius or None, fill=fill)
        self.add(f"<rect{shape}{_stroke(stroke, stroke_width, dashes)}/>")

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str = "none",
        stroke: str | None = None,
        stroke_width: float = 1,
        dashes: str | None = None,
    ) -> None:
        """Paint a circle."""
        shape = attributes(cx=x, cy=y, r=radius, fill=fill)
        self.add(f"<circle{shape}{_stroke(stroke, stroke_width, dashes)}/>")

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        stroke: str,
        stroke_width: float = 1,
        cap: str | None = None,
        dashes: str | None = None,
    ) -> None:
        """Paint a straight line."""
        shape = attributes(x1=start[0], y1=start[1], x2=end[0], y2=end[1])
        more = attributes(stroke_linecap=cap)
        self.add(f"<line{shape}{_stroke(stroke, stroke_width, dashes)}{more}/>")

    def path(
        self,
        data: str,
        *,
        fill: str = "none",
        stroke: str | None = None,
        stroke_width: float = 1,
        round_ends: bool = False,
        transform: str | None = None,
        dashes: str | None = None,
    ) -> None:
        """Paint a path given as SVG path data."""
        ends = attributes(
            stroke_linecap="round" if round_ends else None,
            stroke_linejoin="round" if round_ends or stroke else None,
        )
        shape = attributes(transform=transform, d=data, fill=fill)
        self.add(f"<path{shape}{_stroke(stroke, stroke_width, dashes)}{ends}/>")

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SMALL,
        bold: bool = False,
        fill: str | None = None,
        anchor: str | None = None,
    ) -> None:
        """Paint a line of text on the base line y."""
        self.spans(x, y, [(text, bold, fill)], size=size, anchor=anchor)

    def spans(
        self,
        x: float,
        y: float,
        parts: list[tuple[str, bool, str | None]],
        *,
        size: float = SMALL,
        anchor: str | None = None,
    ) -> float:
        """Paint one line of (text, bold, colour) parts; returns where it ends.

        One <text> of <tspan>s, so that it still reads in a wider font.
        """
        place = attributes(x=x, y=y, font_size=size if size != SMALL else None, text_anchor=anchor)
        styled = [(escape(t), _style(bold, fill)) for t, bold, fill in parts if t]
        if len(styled) == 1:
            self.add(f"<text{place}{styled[0][1]}>{styled[0][0]}</text>")
        else:
            inner = "".join(f"<tspan{style}>{text}</tspan>" for text, style in styled)
            self.add(f"<text{place}>{inner}</text>")
        return x + sum(width_of(t, size, bold) for t, bold, _ in parts)


def path_data(path: Path) -> str:
    """A path as SVG path data."""
    data = [f"M{_pair(path.start)}"]
    for segment in path.segments:
        letter = "L" if len(segment) == 2 else "C"
        data.append(letter + " ".join(_pair(p) for p in segment[1:]))
    return "".join(data)


def polygon(points: list[tuple[float, float]]) -> str:
    """A closed shape of straight lines as SVG path data."""
    return "M" + "L".join(_pair(Point(*p)) for p in points) + "z"


def _pair(point: Point) -> str:
    return f"{plain(point.x)} {plain(point.y)}"


@lru_cache(maxsize=256)
def _hyphened(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


@lru_cache(maxsize=1024, typed=True)
def _quoted(value: object) -> str:
    """Colours, classes and sizes come again and again."""
    return escape(cleaned(str(value)))


def _style(bold: bool, fill: str | None) -> str:
    return attributes(font_weight="bold" if bold else None, fill=fill)


def _stroke(stroke: str | None, width: float, dashes: str | None) -> str:
    if not stroke:
        return ""
    return attributes(stroke=stroke, stroke_width=float(width), stroke_dasharray=dashes)
