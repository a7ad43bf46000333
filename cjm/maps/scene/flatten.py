"""Flatten: a path's commands as straight lines and cubic curves between absolute points.

Writers of formats that know neither arcs nor relative steps, such as PDF, begin here; so do
questions about what a path covers.
"""

import math
from collections.abc import Iterable, Iterator

from cjm.maps.scene.model import ORIGIN, Command, Path, Place, within

Pair = tuple[float, float]


def flatten(path: Path, outer: Place = ORIGIN) -> tuple[Command, ...]:
    """The path as M, L, C and Z only, on the picture's own scale.

    Args:
        path: Any path of a scene.
        outer: The place of the groups around it, as `cjm.maps.scene.model.walk` tells it.

    Returns:
        Commands with absolute numbers: M x y, L x y, C x1 y1 x2 y2 x y, Z.
    """
    steps = absolute(path.commands)
    x, y, scale = within(outer, path.place)
    return tuple(_moved(step, x, y, scale) for step in steps)


def absolute(commands: Iterable[Command]) -> Iterator[Command]:
    """The commands as M, L, C and Z with absolute numbers, where they stand."""
    at = begun = handle = (0.0, 0.0)
    for letter, *n in commands:
        kind = letter.upper()
        home = at if letter.islower() else (0.0, 0.0)
        points = [(home[0] + n[i], home[1] + n[i + 1]) for i in range(0, len(n) - 1, 2)]
        last = None
        match kind:
            case "Z":
                at = begun
                yield ("Z",)
            case "M":
                at = begun = points[0]
                yield ("M", *at)
            case "L" | "H" | "V":
                x = at[0] if kind == "V" else home[0] + n[0]
                y = at[1] if kind == "H" else home[1] + n[-1]
                at = (x, y)
                yield ("L", x, y)
            case "A":
                end = (home[0] + n[5], home[1] + n[6])
                yield from _arc(at, (n[0], n[1]), n[2], (bool(n[3]), bool(n[4])), end)
                at = end
            case "Q":
                yield _raised(at, *points)
                at = points[-1]
            case _:
                mirrored = (2 * at[0] - handle[0], 2 * at[1] - handle[1])
                first = mirrored if kind == "S" else points[0]
                last, at = points[-2], points[-1]
                yield ("C", *first, *last, *at)
        handle = last or at


def _moved(step: Command, x: float, y: float, scale: float) -> Command:
    letter, *n = step
    moved = (number * scale + (y if i % 2 else x) for i, number in enumerate(n))
    return (letter, *moved)


def _raised(start: Pair, handle: Pair, end: Pair) -> Command:
    """A curve of one handle as one of two."""

    def near(p: Pair) -> Pair:
        return (p[0] + (handle[0] - p[0]) * 2 / 3, p[1] + (handle[1] - p[1]) * 2 / 3)

    return ("C", *near(start), *near(end), *end)


def _arc(
    start: Pair, radii: Pair, tilt: float, flags: tuple[bool, bool], end: Pair
) -> Iterator[Command]:
    """An elliptical arc as curves of at most a quarter turn each."""
    if start == end:
        return
    if not radii[0] or not radii[1]:
        yield ("L", *end)
        return
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    (rx, ry), center, begin, turn = _centred(start, radii, (cos, sin), flags, end)
    parts = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    part = turn / parts
    k = 4 / 3 * math.tan(part / 4)

    def place(along: float, across: float) -> Pair:
        u, v = rx * along, ry * across
        return (center[0] + cos * u - sin * v, center[1] + sin * u + cos * v)

    for i in range(parts):
        a, b = begin + i * part, begin + (i + 1) * part
        first = place(math.cos(a) - k * math.sin(a), math.sin(a) + k * math.cos(a))
        second = place(math.cos(b) + k * math.sin(b), math.sin(b) - k * math.cos(b))
        last = end if i == parts - 1 else place(math.cos(b), math.sin(b))
        yield ("C", *first, *second, *last)


def _centred(
    start: Pair, radii: Pair, axis: Pair, flags: tuple[bool, bool], end: Pair
) -> tuple[Pair, Pair, float, float]:
    """An arc's radii, made long enough, its centre, where it begins and how far it turns.

    Source: SVG 1.1, appendix F.6.5 and F.6.6.
    """
    cos, sin = axis
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    rx, ry = abs(radii[0]), abs(radii[1])
    grow = math.sqrt(max(1, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    spread = (rx * y) ** 2 + (ry * x) ** 2
    reach = math.sqrt(max(0.0, (rx * ry) ** 2 - spread) / spread)
    if flags[0] == flags[1]:
        reach = -reach
    cx, cy = reach * rx * y / ry, -reach * ry * x / rx
    begin = math.atan2((y - cy) / ry, (x - cx) / rx)
    turn = (math.atan2((-y - cy) / ry, (-x - cx) / rx) - begin) % (2 * math.pi)
    if not flags[1]:
        turn -= 2 * math.pi
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    center = (middle[0] + cos * cx - sin * cy, middle[1] + sin * cx + cos * cy)
    return (rx, ry), center, begin, turn
