"""What the tests ask a map: its elements, its texts with their boxes, its layout."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ET
import zlib
from dataclasses import dataclass

from cjm.analysis import analyze
from cjm.journey import Journey
from cjm.maps import render
from cjm.maps.content.compose import compose
from cjm.maps.content.model import Diagram
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.text import width_of
from cjm.maps.views.graph.layout import Layout, grid_of, lay_out, staged_columns
from cjm.maps.views.graph.layout.dot import dot_of
from cjm.maps.views.graph.layout.positions import positions_of
from cjm.system.graphviz import layout_program

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
    placed = positions_of(layout_program(engine)(dot), len(diagram.cards))
    return diagram, lay_out(diagram, grid_of(diagram, columns, placed))


def card_box(group: ET.Element) -> Box:
    """The card of a touchpoint's group: its first rectangle."""
    rect = next(group.iter(f"{SVG}rect"))
    return Box(*(float(rect.get(name, 0)) for name in ("x", "y", "width", "height")))


def rows_of(png: bytes) -> list[bytes]:
    """The rows of pixels (RGBA), by the PNG's own rules (8 bits, no interlace)."""
    width, _ = struct.unpack(">II", png[16:24])
    assert png[24:29] == bytes((8, 6, 0, 0, 0))
    chunks, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            chunks += png[at + 8 : at + 8 + length]
        at += length + 12
    data, stride = zlib.decompress(chunks), 4 * width
    rows: list[bytes] = []
    above = bytes(stride)
    for start in range(0, len(data), stride + 1):
        above = _unfiltered(data[start], data[start + 1 : start + 1 + stride], above)
        rows.append(above)
    return rows


def _unfiltered(filter: int, row: bytes, above: bytes) -> bytes:
    if filter == 0:
        return row
    if filter == 2:
        return bytes((a + b) & 255 for a, b in zip(row, above, strict=True))
    done = bytearray(len(row))
    for i, value in enumerate(row):
        left, corner = (done[i - 4], above[i - 4]) if i >= 4 else (0, 0)
        if filter == 1:
            guess = left
        elif filter == 3:
            guess = (left + above[i]) // 2
        else:
            guess = _paeth(left, above[i], corner)
        done[i] = (value + guess) & 255
    return bytes(done)


def _paeth(left: int, above: int, corner: int) -> int:
    first, second, third = abs(above - corner), abs(left - corner), abs(left + above - 2 * corner)
    if first <= second and first <= third:
        return left
    return above if second <= third else corner
