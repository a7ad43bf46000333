"""What the tests ask a map sheet: its columns, its lanes, its curves, the grounds of its texts."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from graph_probe import SVG, Picture, Text, card_box

from cjm.journey import Journey
from cjm.maps import render
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.text import width_of

Corner = tuple[float, float]


def sheet(journey: Journey, **options: Any) -> Picture:
    """The journey's map sheet, rendered and parsed."""
    return Picture(render(journey, view="map", **options))


def lanes_of(shown: Picture) -> list[str]:
    """The names of the rows, from top to bottom, by their place at the left margin."""
    (group,) = shown.groups("map")
    names = [t for t in _own_texts(group) if t.get("x") == "40"]
    rows: list[str] = []
    lines = sorted(names, key=lambda t: float(t.get("y", 0)))
    last = -100.0
    for line in lines:
        y, text = float(line.get("y", 0)), "".join(line.itertext())
        if y - last < 18 and rows:
            rows[-1] += " " + text
        else:
            rows.append(text)
        last = y
    return rows


def _own_texts(group: ET.Element) -> list[ET.Element]:
    return [child for child in group if child.tag == f"{SVG}text"]


def columns_of(shown: Picture) -> dict[str, Box]:
    """The column of each touchpoint, on the scale of its group."""
    return {str(g.get("data-touchpoint")): card_box(g) for g in shown.groups("touchpoint")}


def local_texts(shown: Picture, group: ET.Element) -> list[Text]:
    """The texts of a group, on the same scale as its rectangles."""
    return shown.texts(group)


def nodes_of(curve: ET.Element) -> list[Corner]:
    """The points that the lines of a curve run through, areas and hatching left out."""
    points: list[Corner] = []
    for path in curve.iter(f"{SVG}path"):
        if path.get("fill") == "none" and "V" not in path.get("d", ""):
            data = path.get("d", "")
            numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", data)]
            pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
            points += [pairs[0], *pairs[3::3]]
    return points


def overlapping(texts: list[Text]) -> list[tuple[str, str]]:
    """Pairs of texts that cover each other."""
    found = []
    ordered = sorted(texts, key=lambda t: t.box.x)
    for i, text in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if other.box.x > text.box.right:
                break
            if text.box.overlaps(other.box, -0.6):
                found.append((text.text, other.text))
    return found


def grounds(shown: Picture) -> Iterator[tuple[str, str, str]]:
    """Every text with its colour and each colour that was painted below it."""
    ink, painted = str(shown.root.get("fill")), []
    for element, dx, dy in _painted(shown.root, 0, 0):
        if element.tag in (f"{SVG}rect", f"{SVG}circle", f"{SVG}path"):
            if element.get("fill", "none") != "none":
                painted.append((str(element.get("fill")), _outline(element, dx, dy)))
        elif element.tag == f"{SVG}text":
            for text, colour, points in _spans(element, ink, dx, dy):
                for point in points:
                    under = (fill for fill, shape in reversed(painted) if _inside(point, shape))
                    yield text, colour, next(under)


def _painted(
    element: ET.Element, dx: float, dy: float
) -> Iterator[tuple[ET.Element, float, float]]:
    move = re.match(r"translate\((\S+) (\S+)\)", element.get("transform", ""))
    if move and element.tag == f"{SVG}g":
        dx, dy = dx + float(move[1]), dy + float(move[2])
    yield element, dx, dy
    for child in element:
        yield from _painted(child, dx, dy)


def _spans(
    element: ET.Element, ink: str, dx: float, dy: float
) -> Iterator[tuple[str, str, list[Corner]]]:
    size = float(element.get("font-size", 12))
    spans = list(element) or [element]
    widths = [width_of(s.text or "", size, s.get("font-weight") == "bold") for s in spans]
    x, y = float(element.get("x", 0)) + dx, float(element.get("y", 0)) + dy
    x -= {"middle": sum(widths) / 2, "end": sum(widths)}.get(element.get("text-anchor", ""), 0)
    for span, width in zip(spans, widths, strict=True):
        middle = y - size * 0.3
        places = [(x + width * part, middle) for part in (0.1, 0.5, 0.9)]
        yield span.text or "", span.get("fill", element.get("fill", ink)), places
        x += width


def _outline(element: ET.Element, dx: float, dy: float) -> list[Corner]:
    def number(name: str) -> float:
        return float(element.get(name, 0))

    if element.tag == f"{SVG}rect":
        x, y = number("x") + dx, number("y") + dy
        w, h = number("width"), number("height")
        return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    if element.tag == f"{SVG}circle":
        x, y, r = number("cx") + dx, number("cy") + dy, number("r")
        return [(x - r, y), (x, y - r), (x + r, y), (x, y + r)]
    return [(x + dx, y + dy) for x, y in corners(element.get("d", ""))]


def corners(data: str) -> list[Corner]:
    """The corners of a path's first shape, its curves as their ends."""
    points: list[Corner] = []
    x = y = 0.0
    for letter, rest in re.findall(r"([MLHVCAmlhvca])([^MLHVCAmlhvcazZ]*)", data):
        n = [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", rest)]
        size = {"h": 1, "v": 1, "c": 6, "a": 7}.get(letter.lower(), 2)
        for i in range(0, len(n) - size + 1, size):
            part = n[i : i + size]
            base = (0.0, 0.0) if letter.isupper() else (x, y)
            if letter in "Hh":
                x = base[0] + part[0]
            elif letter in "Vv":
                y = base[1] + part[0]
            else:
                x, y = base[0] + part[-2], base[1] + part[-1]
            points.append((x, y))
    return points


def _inside(point: Corner, shape: list[Corner]) -> bool:
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in pairwise([*shape, shape[0]]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
