"""The Scene: a picture after layout, as data. Views end in one, writers begin with one.

Lengths are in units of the picture (one unit is one pixel of an SVG at its own size), y grows
downwards, and what comes later is painted on what came before. Colours are names of tokens: which
colour that is, a writer's theme says.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from cjm.design.tokens import Paint, Width
from cjm.i18n import Message
from cjm.tuples import NamedTuple

SMALL = 12.0
"""The size of text where none is given."""

Data = Mapping[str, str | float]
NO_DATA: Data = MappingProxyType({})

Command = tuple[str, *tuple[float, ...]]
"""One step of a path: a letter of SVG's path data with the numbers it takes.

One of M L H V C S Q A Z, or the same in lower case where the numbers are relative.
"""


class Stroke(NamedTuple):
    """How an outline is drawn. `dashes` are lengths of stroke and gap in turn.

    The corners of a path are round, those of a rectangle are not.
    """

    paint: Paint
    width: Width = 1.0
    dashes: tuple[float, ...] = ()
    round_cap: bool = False


class Place(NamedTuple):
    """Where something stands: first it grows by `scale`, then (0, 0) goes to (x, y)."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


class Rect(NamedTuple):
    """An upright rectangle; `radius` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    fill: Paint | None = None
    radius: float = 0.0
    stroke: Stroke | None = None


class Circle(NamedTuple):
    """A circle."""

    x: float
    y: float
    radius: float
    fill: Paint | None = None
    stroke: Stroke | None = None


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke


class Path(NamedTuple):
    """Lines, curves and arcs, as they are drawn; `cjm.maps.scene.flatten` makes them absolute.

    The commands, and the width of the stroke, are on the scale of `place`.
    """

    commands: tuple[Command, ...]
    fill: Paint | None = None
    stroke: Stroke | None = None
    place: Place | None = None


class Span(NamedTuple):
    """A part of a line of text in one weight and colour; `language` where it is not the scene's."""

    text: str
    bold: bool = False
    paint: Paint = "ink"
    language: str = ""


class TextRun(NamedTuple):
    """One line of text on the base line y.

    `anchor` says what of it stands at x: its start, its middle or its end.
    """

    x: float
    y: float
    spans: tuple[Span, ...]
    size: float = SMALL
    anchor: str = "start"

    @property
    def text(self) -> str:
        """All its spans as one text."""
        return "".join(span.text for span in self.spans)


class Group(NamedTuple):
    """What belongs together.

    `role` is what it is (touchpoint, stage, transition, lane-names …), `classes` say more of it
    (a touchpoint's level, whether it is a moment of truth); `data` names what it stands for, by
    names that are hyphened as in `data-` attributes; `title` says it in a sentence. What is
    `hidden` says nothing new to those who listen to the picture.
    """

    children: tuple["Node", ...]
    role: str = ""
    classes: tuple[str, ...] = ()
    data: Data = NO_DATA
    title: str = ""
    place: Place | None = None
    hidden: bool = False


class Link(NamedTuple):
    """What leads to an address."""

    href: str
    children: tuple["Node", ...]


Shape = Rect | Circle | Line | Path
Node = Rect | Circle | Line | Path | TextRun | Group | Link


class Scene(NamedTuple):
    """A whole picture; its ground is painted with the token `canvas`.

    `note` is what whoever draws it should know, and its description says as well.
    """

    width: float
    height: float
    title: str
    description: str
    language: str
    view: str
    children: tuple[Node, ...]
    data: Data = NO_DATA
    note: Message | None = None


ORIGIN = Place()


def walk(nodes: tuple[Node, ...], outer: Place = ORIGIN) -> Iterator[tuple[Node, Place]]:
    """Every node in the order it is painted, each with the place of what it stands in."""
    for node in nodes:
        yield node, outer
        if isinstance(node, Group | Link):
            inner = node.place if isinstance(node, Group) else None
            yield from walk(node.children, within(outer, inner))


def within(outer: Place, inner: Place | None) -> Place:
    """A place inside another, as one: `inner` is on the scale of `outer`."""
    if inner is None:
        return outer
    x, y = outer.x + inner.x * outer.scale, outer.y + inner.y * outer.scale
    return Place(x, y, outer.scale * inner.scale)
