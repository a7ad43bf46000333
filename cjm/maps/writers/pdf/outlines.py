"""Outlines: SVG's shapes as the lines and curves that PDF knows."""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


class Step(NamedTuple):
    """One step of an outline: M, L or C with its points; Z closes it."""

    letter: str
    points: tuple[tuple[float, float], ...] = ()


Outline = tuple[Step, ...]


def of_line(x1: float, y1: float, x2: float, y2: float) -> Outline:
    """A straight line."""
    return (Step("M", ((x1, y1),)), Step("L", ((x2, y2),)))


def of_rect(x: float, y: float, width: float, height: float, radius: float) -> Outline:
    """A rectangle, its corners rounded."""
    r = min(radius, width / 2, height / 2)
    if not r:
        return of_path(f"M{x} {y}h{width}v{height}h{-width}z")
    arc = f"a{r} {r} 0 0 1"
    return of_path(
        f"M{x + r} {y}h{width - 2 * r}{arc} {r} {r}v{height - 2 * r}{arc} {-r} {r}"
        f"h{2 * r - width}{arc} {-r} {-r}v{2 * r - height}{arc} {r} {-r}z"
    )


def of_circle(x: float, y: float, r: float) -> Outline:
    """A circle."""
    return of_path(f"M{x - r} {y}a{r} {r} 0 0 1 {2 * r} 0a{r} {r} 0 0 1 {-2 * r} 0z")


def of_path(data: str) -> Outline:
    """SVG path data, made absolute; arcs become curves."""
    steps: list[Step] = []
    at = begun = handle = (0.0, 0.0)
    for command, n in _commands(data):
        letter, home = command.upper(), at if command.islower() else (0.0, 0.0)
        pairs = [(home[0] + n[i], home[1] + n[i + 1]) for i in range(0, len(n) - 1, 2)]
        last, mirrored = handle, (2 * at[0] - handle[0], 2 * at[1] - handle[1])
        match letter:
            case "Z":
                steps.append(Step("Z"))
                at = begun
            case "M":
                at = begun = pairs[0]
                steps.append(Step("M", (at,)))
            case "L" | "H" | "V":
                x = home[0] + n[0] if letter != "V" else at[0]
                y = home[1] + n[-1] if letter != "H" else at[1]
                at = (x, y)
                steps.append(Step("L", (at,)))
            case "A":
                end = (home[0] + n[5], home[1] + n[6])
                steps += _arc(at, n[0], n[1], n[2], (bool(n[3]), bool(n[4])), end)
                at = end
            case "Q":
                steps.append(Step("C", _cubic(at, pairs[0], pairs[1])))
                at = pairs[1]
            case _:
                first = pairs[0] if letter == "C" else mirrored
                last, at = pairs[-2], pairs[-1]
                steps.append(Step("C", (first, last, at)))
        handle = last if letter in "CS" else at
    return tuple(steps)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with as many numbers as it takes; what repeats is said again."""
    tokens: list[str] = _TOKEN.findall(data)
    place, command = 0, ""
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
        count = _ARGUMENTS[command.upper()]
        yield command, [float(t) for t in tokens[place : place + count]]
        place += count
        command = {"M": "L", "m": "l"}.get(command, command)


def _cubic(
    start: tuple[float, float], handle: tuple[float, float], end: tuple[float, float]
) -> tuple[tuple[float, float], ...]:
    """A curve of one handle as one of two."""

    def near(p: tuple[float, float]) -> tuple[float, float]:
        return (p[0] + (handle[0] - p[0]) * 2 / 3, p[1] + (handle[1] - p[1]) * 2 / 3)

    return (near(start), near(end), end)


def _arc(
    start: tuple[float, float],
    rx: float,
    ry: float,
    tilt: float,
    flags: tuple[bool, bool],
    end: tuple[float, float],
) -> Iterator[Step]:
    """An elliptical arc as curves of at most a quarter turn each (SVG 1.1, appendix F.6)."""
    if start == end:
        return
    if not rx or not ry:
        yield Step("L", (end,))
        return
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    grow = math.sqrt(max(1, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = abs(rx) * grow, abs(ry) * grow
    spread = (rx * y) ** 2 + (ry * x) ** 2
    reach = math.sqrt(max(0, (rx * ry) ** 2 - spread) / spread) * (
        -1 if flags[0] == flags[1] else 1
    )
    cx, cy = reach * rx * y / ry, -reach * ry * x / rx
    begin = math.atan2((y - cy) / ry, (x - cx) / rx)
    turn = (math.atan2((-y - cy) / ry, (-x - cx) / rx) - begin) % (2 * math.pi)
    if not flags[1]:
        turn -= 2 * math.pi
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)

    def place(along: float, across: float) -> tuple[float, float]:
        u, v = rx * along + cx, ry * across + cy
        return (middle[0] + cos * u - sin * v, middle[1] + sin * u + cos * v)

    parts = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    part = turn / parts
    k = 4 / 3 * math.tan(part / 4)
    for i in range(parts):
        a, b = begin + i * part, begin + (i + 1) * part
        yield Step(
            "C",
            (
                place(math.cos(a) - k * math.sin(a), math.sin(a) + k * math.cos(a)),
                place(math.cos(b) + k * math.sin(b), math.sin(b) - k * math.cos(b)),
                end if i == parts - 1 else place(math.cos(b), math.sin(b)),
            ),
        )
