"""What the tests ask a map: its elements, its texts with their boxes, its layout."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from cjm.analysis import analyze
from cjm.diagram import render
from cjm.diagram.compose import compose
from cjm.diagram.dot import dot_of
from cjm.diagram.engine import positions
from cjm.diagram.layout import Layout, grid_of, lay_out, staged_columns
from cjm.diagram.layout.geometry import Box
from cjm.diagram.model import Diagram
from cjm.diagram.text import width_of
from cjm.journey import Journey

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Text:
    """A line of text on the sheet, with the box its letters fill."""

    text: str
    box: Box


class Picture:
    """An SVG, parsed."""

    def __init__(self, svg: bytes) -> None:
        self.root = ET.fromstring(svg)

    def groups(self, class_: str) -> list[ET.Element]:
        """Groups that have the class, in the order they are painted."""
        return [g for g in self.root.iter(f"{SVG}g") if class_ in g.get("class", "").split()]

    def touchpoint(self, id: str) -> ET.Element:
        """The only group of a touchpoint."""
        (found,) = [g for g in self.groups("touchpoint") if g.get("data-touchpoint") == id]
        return found

    def texts(self, within: ET.Element | None = None) -> list[Text]:
        """Every line of text, with its box on the sheet."""
        found: list[Text] = []
        _collect(within if within is not None else self.root, 0, 0, found)
        return found

    @property
    def sheet(self) -> Box:
        """The whole sheet."""
        return Box(0, 0, float(self.root.get("width", 0)), float(self.root.get("height", 0)))


def _collect(element: ET.Element, dx: float, dy: float, found: list[Text]) -> None:
    if move := re.match(r"translate\((\S+) (\S+)\)$", element.get("transform", "")):
        dx, dy = dx + float(move[1]), dy + float(move[2])
    if element.tag == f"{SVG}text":
        size = float(element.get("font-size", 12))
        spans = list(element) or [element]
        widths = [width_of(s.text or "", size, s.get("font-weight") == "bold") for s in spans]
        x, y = float(element.get("x", 0)) + dx, float(element.get("y", 0)) + dy
        x -= {"middle": sum(widths) / 2, "end": sum(widths)}.get(element.get("text-anchor", ""), 0)
        box = Box(x, y - size * 0.72, sum(widths), size * 0.9)
        found.append(Text("".join(s.text or "" for s in spans), box))
    for child in element:
        _collect(child, dx, dy, found)


def picture(journey: Journey, **options: str) -> Picture:
    """The journey's map, rendered and parsed."""
    return Picture(render(journey, **options))  # type: ignore[arg-type]


def composed(journey: Journey, persona: str | None = None) -> Diagram:
    """The journey's diagram."""
    return compose(journey, analyze(journey, persona))


def laid_out(journey: Journey, engine: str = "embedded") -> tuple[Diagram, Layout]:
    """The journey's diagram with a place for everything."""
    diagram = composed(journey)
    columns = staged_columns(diagram)
    dot = dot_of(diagram, [c.ids for c in columns if c.ids])
    placed = positions(dot, len(diagram.cards), engine)
    return diagram, lay_out(diagram, grid_of(diagram, columns, placed))


def card_box(group: ET.Element) -> Box:
    """The card of a touchpoint's group: its first rectangle."""
    rect = next(group.iter(f"{SVG}rect"))
    return Box(*(float(rect.get(name, 0)) for name in ("x", "y", "width", "height")))
