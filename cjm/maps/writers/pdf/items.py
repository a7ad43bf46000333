"""Items: a scene without its groups, everything at its place and in a theme's colours.

What a page must not be cut through, or may well begin with, is known by its role.
"""

from collections.abc import Iterable

from cjm.design.palette import Palette
from cjm.design.tokens import Paint
from cjm.maps.scene.flatten import flatten
from cjm.maps.scene.model import (
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
    Stroke,
    TextRun,
    walk,
)
from cjm.maps.scene.text import width_of
from cjm.tuples import NamedTuple

QUARTER = 0.5522847498
"""How far the handles of a quarter circle's curve reach, in radii: 4/3 · (√2 − 1)."""
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Box(NamedTuple):
    """What a thing covers on the sheet."""

    left: float
    top: float
    right: float
    bottom: float


class Outline(NamedTuple):
    """Lines and curves (M, L, C, Z) and how they are painted; colours as `#RRGGBB`."""

    steps: tuple[Command, ...]
    fill: str | None
    stroke: str | None = None
    width: float = 1
    dashes: tuple[float, ...] = ()
    round_cap: bool = False
    round_join: bool = False


class Words(NamedTuple):
    """A part of a line of text."""

    text: str
    bold: bool
    fill: str


class TextLine(NamedTuple):
    """A line of text that begins at (x, y) on its base line."""

    x: float
    y: float
    size: float
    parts: tuple[Words, ...]

    @property
    def width(self) -> float:
        """Its width, as the bundled font measures it."""
        return sum(width_of(part.text, self.size, part.bold) for part in self.parts)

    @property
    def text(self) -> str:
        """All of its words."""
        return "".join(part.text for part in self.parts)


class Address(NamedTuple):
    """Where a link leads, and what of the sheet does."""

    href: str
    box: Box


Item = Outline | TextLine


class Items(NamedTuple):
    """All that a scene shows, in the order it is painted.

    `cards` and `bands` are boxes that pages are not cut through; `folds` the left edges of columns
    that repeat the names of a map's rows, where a page may well begin; `heads` are the heads of
    stages, which pages below them repeat; a `sheet` has rows, between which pages may end, and
    `curves` that are one picture each, from the words of their axis to the pins below it: they are
    what lies on a ground of the canvas.
    """

    width: float
    height: float
    items: tuple[Item, ...] = ()
    cards: tuple[Box, ...] = ()
    bands: tuple[Box, ...] = ()
    folds: tuple[float, ...] = ()
    heads: tuple[Box, ...] = ()
    links: tuple[Address, ...] = ()
    sheet: bool = False
    curves: tuple[Box, ...] = ()

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """Its lines of text."""
        return tuple(item for item in self.items if isinstance(item, TextLine))


def items_of(scene: Scene, palette: Palette) -> Items:
    """What a scene shows in a theme's colours."""
    items: list[Item] = []
    cards: list[Box] = []
    bands: list[Box] = []
    folds: list[float] = []
    heads: list[Box] = []
    links: list[Address] = []
    curves: list[Box] = []
    for node, place in walk(scene.children):
        match node:
            case Group(role="touchpoint"):
                cards += _ground(node, place)
            case Group(role="stage"):
                bands += _ground(node, place)
                heads += _head(node, place, palette)
            case Group(role="lane-names"):
                folds.append(_around(node, place, palette).left)
            case Link():
                links.append(Address(node.href, _around(node, place, palette)))
            case Group():
                pass
            case _:
                items.append(_item(node, place, palette))
                if isinstance(node, Rect) and node.fill == "canvas":
                    curves.append(box_of(items[-1]))
    return Items(
        scene.width,
        scene.height,
        tuple(items),
        tuple(cards),
        tuple(bands),
        tuple(folds),
        tuple(heads),
        tuple(links),
        scene.view == "map",
        tuple(curves),
    )


def box_of(item: Item) -> Box:
    """What an outline or a line of text covers."""
    if isinstance(item, TextLine):
        top, bottom = item.y - item.size * 0.8, item.y + item.size * 0.25
        return Box(item.x, top, item.x + item.width, bottom)
    numbers = [n for _, *point in item.steps for n in point]
    xs, ys = numbers[::2], numbers[1::2]
    edge = item.width / 2 if item.stroke else 0
    return Box(min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge)


def _ground(group: Group, outer: Place) -> list[Box]:
    """The first rectangle of a group: what a card or a band stands on."""
    for node, place in walk((group,), outer):
        if isinstance(node, Rect):
            left, top = place.x + node.x * place.scale, place.y + node.y * place.scale
            right, bottom = left + node.width * place.scale, top + node.height * place.scale
            return [Box(left, top, right, bottom)]
    return []


def _head(group: Group, outer: Place, palette: Palette) -> list[Box]:
    """The first path of a stage: what its title stands on."""
    paths = ((node, place) for node, place in walk((group,), outer) if isinstance(node, Path))
    return [box_of(_item(node, place, palette)) for node, place in paths][:1]


def _around(group: Group | Link, outer: Place, palette: Palette) -> Box:
    """What all of a group or a link covers."""
    boxes = [
        box_of(_item(node, place, palette))
        for node, place in walk((group,), outer)
        if not isinstance(node, Group | Link)
    ]
    return Box(
        min((b.left for b in boxes), default=outer.x),
        min((b.top for b in boxes), default=outer.y),
        max((b.right for b in boxes), default=outer.x),
        max((b.bottom for b in boxes), default=outer.y),
    )


def _item(node: Node, place: Place, palette: Palette) -> Item:
    x, y, scale = place
    match node:
        case TextRun():
            return _line(node, place, palette)
        case Rect():
            left, top = x + node.x * scale, y + node.y * scale
            size = node.width * scale, node.height * scale
            steps = tuple(_rounded(left, top, *size, node.radius * scale))
            return _outline(steps, node.fill, node.stroke, scale, palette)
        case Circle():
            steps = tuple(_round(x + node.x * scale, y + node.y * scale, node.radius * scale))
            return _outline(steps, node.fill, node.stroke, scale, palette)
        case Line():
            start = ("M", x + node.x1 * scale, y + node.y1 * scale)
            end = ("L", x + node.x2 * scale, y + node.y2 * scale)
            return _outline((start, end), None, node.stroke, scale, palette)
        case Path():
            own = scale * (node.place.scale if node.place else 1)
            item = _outline(flatten(node, place), node.fill, node.stroke, own, palette)
            return item._replace(round_join=node.stroke is not None)
        case _:
            raise TypeError(f"a {type(node).__name__} shows nothing of its own")


def _outline(
    steps: tuple[Command, ...],
    fill: Paint | None,
    stroke: Stroke | None,
    scale: float,
    palette: Palette,
) -> Outline:
    colour = palette.colour(fill) if fill else None
    if stroke is None:
        return Outline(steps, colour)
    return Outline(
        steps,
        colour,
        palette.colour(stroke.paint),
        palette.width(stroke.width) * scale,
        tuple(length * scale for length in stroke.dashes),
        stroke.round_cap,
    )


def _line(run: TextRun, place: Place, palette: Palette) -> TextLine:
    parts = tuple(
        Words(span.text, span.bold, palette.solid(span.paint)) for span in run.spans if span.text
    )
    x, y, scale = place
    line = TextLine(x + run.x * scale, y + run.y * scale, run.size * scale, parts)
    back = ANCHORS[run.anchor] * line.width if run.anchor != "start" else 0
    return line._replace(x=line.x - back)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> Iterable[Command]:
    """A rectangle from its upper left, clockwise."""
    r = min(radius, width / 2, height / 2)
    right, bottom, bend = x + width, y + height, r * (1 - QUARTER)
    if r <= 0:
        return ("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",)
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - bend, y, right, y + bend, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - bend, right - bend, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + bend, bottom, x, bottom - bend, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + bend, x + bend, y, x + r, y),
        ("Z",),
    )


def _round(x: float, y: float, r: float) -> Iterable[Command]:
    """A circle, from its left."""
    k = r * QUARTER
    return (
        ("M", x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("Z",),
    )
