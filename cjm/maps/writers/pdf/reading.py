"""SVG → Sheet: our own maps read back, as shapes, lines of text, and boxes not to cut through."""

import xml.etree.ElementTree as ET
from typing import NamedTuple

from cjm.maps.scene.text import width_of
from cjm.maps.writers.pdf.matrix import Matrix, matrix_of
from cjm.maps.writers.pdf.outlines import Outline, Step, of_circle, of_line, of_path, of_rect

_SPACE = "{http://www.w3.org/2000/svg}"
_SILENT = ("title", "desc")
_INHERITED = ("fill", "font-size", "font-weight", "text-anchor")


class Box(NamedTuple):
    """What a thing covers on the sheet."""

    left: float
    top: float
    right: float
    bottom: float


class Shape(NamedTuple):
    """An outline on the sheet and how it is painted; colours as `#RRGGBB`."""

    outline: Outline
    fill: str | None
    stroke: str | None
    width: float
    dashes: tuple[float, ...]
    round_cap: bool
    round_join: bool


class Span(NamedTuple):
    """A part of a line of text."""

    text: str
    bold: bool
    fill: str


class Line(NamedTuple):
    """A line of text: where its first letter begins is (0, 0) of the matrix."""

    matrix: Matrix
    size: float
    spans: tuple[Span, ...]

    @property
    def width(self) -> float:
        """Its width before the matrix, as the bundled font measures it."""
        return sum(width_of(s.text, self.size, s.bold) for s in self.spans)


class Sheet(NamedTuple):
    """A whole map."""

    width: float
    height: float
    title: str
    language: str
    ground: str
    ink: str
    items: tuple[Shape | Line, ...]
    cards: tuple[Box, ...]
    bands: tuple[Box, ...]
    folds: tuple[float, ...] = ()
    """Left edges of the columns that repeat the names of a map's lanes."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines of text."""
        return tuple(i for i in self.items if isinstance(i, Line))


def sheet_of(svg: str) -> Sheet:
    """What a finished map shows. ValueError for an element that maps do not have."""
    root = ET.fromstring(svg)
    items: list[Shape | Line] = []
    _collect(root, Matrix(), {"fill": "#000000", "font-size": "16"}, items)
    ground = root.find(f"{_SPACE}rect")
    return Sheet(
        width=float(root.get("width", 0)),
        height=float(root.get("height", 0)),
        title=root.findtext(f"{_SPACE}title") or "",
        language=root.get("lang", "en"),
        ground="#FFFFFF" if ground is None else ground.get("fill", "#FFFFFF"),
        ink=root.get("fill", "#000000"),
        items=tuple(items),
        cards=tuple(_boxes(root, Matrix(), "touchpoint")),
        bands=tuple(_boxes(root, Matrix(), "stage")),
        folds=tuple(
            min(_number(text, "x") for text in group.iter(f"{_SPACE}text"))
            for group in root.iter(f"{_SPACE}g")
            if "lane-names" in group.get("class", "").split()
        ),
    )


def box_of(item: Shape | Line) -> Box:
    """What a shape or a line of text covers."""
    if isinstance(item, Shape):
        points = [p for step in item.outline for p in step.points]
        edge = item.width / 2 if item.stroke else 0
    else:
        corners = [(0, -item.size * 0.8), (item.width, item.size * 0.25)]
        points = [item.matrix.of(x, y) for x, _ in corners for _, y in corners]
        edge = 0
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Box(min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge)


def _collect(
    element: ET.Element, outer: Matrix, inherited: dict[str, str], items: list[Shape | Line]
) -> None:
    matrix = outer.after(matrix_of(element.get("transform", "")))
    style = {**inherited, **{n: v for n in _INHERITED if (v := element.get(n)) is not None}}
    tag = element.tag.removeprefix(_SPACE)
    if tag in ("svg", "g"):
        for child in element:
            _collect(child, matrix, style, items)
    elif tag == "text":
        items.append(_line(element, matrix, style))
    elif tag not in _SILENT:
        items.append(_shape(element, tag, matrix, style))


def _shape(element: ET.Element, tag: str, matrix: Matrix, style: dict[str, str]) -> Shape:
    fill, stroke = style["fill"], element.get("stroke", "none")
    outline = tuple(
        Step(step.letter, tuple(matrix.of(*p) for p in step.points))
        for step in _outline(element, tag)
    )
    return Shape(
        outline,
        None if fill == "none" or tag == "line" else fill,
        None if stroke == "none" else stroke,
        _number(element, "stroke-width", 1) * matrix.scale,
        tuple(float(n) * matrix.scale for n in element.get("stroke-dasharray", "").split()),
        element.get("stroke-linecap") == "round",
        element.get("stroke-linejoin") == "round",
    )


def _outline(element: ET.Element, tag: str) -> Outline:
    def numbers(*names: str) -> list[float]:
        return [_number(element, name) for name in names]

    match tag:
        case "rect":
            return of_rect(*numbers("x", "y", "width", "height", "rx"))
        case "circle":
            return of_circle(*numbers("cx", "cy", "r"))
        case "line":
            return of_line(*numbers("x1", "y1", "x2", "y2"))
        case "path":
            return of_path(element.get("d", ""))
        case _:
            raise ValueError(f"a map has no element <{tag}>")


def _line(element: ET.Element, matrix: Matrix, style: dict[str, str]) -> Line:
    size = float(style["font-size"])
    spans = [_span(element, style, element.text)]
    for part in element:
        spans += [_span(part, style, part.text), _span(element, style, part.tail)]
    line = Line(matrix, size, tuple(s for s in spans if s.text))
    back = {"middle": 0.5, "end": 1}.get(style.get("text-anchor", ""), 0) * line.width
    start = Matrix(e=_number(element, "x") - back, f=_number(element, "y"))
    return line._replace(matrix=matrix.after(start))


def _span(element: ET.Element, style: dict[str, str], text: str | None) -> Span:
    weight = element.get("font-weight", style.get("font-weight"))
    return Span(text or "", weight == "bold", element.get("fill", style["fill"]))


def _number(element: ET.Element, name: str, default: float = 0) -> float:
    return float(element.get(name, default))


def _boxes(element: ET.Element, outer: Matrix, class_: str) -> list[Box]:
    """The first rectangle of every group of a class."""
    matrix = outer.after(matrix_of(element.get("transform", "")))
    boxes: list[Box] = []
    rect = element.find(f"{_SPACE}rect")
    if class_ in element.get("class", "").split() and rect is not None:
        boxes.append(box_of(_shape(rect, "rect", matrix, {"fill": "none"})))
    for child in element:
        boxes += _boxes(child, matrix, class_)
    return boxes
