"""Timeline: C of each touchpoint over the revisions of a journey, time to scale."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.design.tokens import Paint
from cjm.maps.content.timeline import Line, Place, Timeline
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.model import Command, Scene
from cjm.maps.scene.text import shortened, width_of

EDGE = 24.0
LEFT, TOP = 76.0, 96.0
WIDTH, HEIGHT = 640.0, 360.0
GAP = 18.0
"""Between the end of a line and its name, and from one name to the next."""
LONGEST = 240.0
DASHES: tuple[tuple[float, ...], ...] = ((), (9.0, 4.0), (2.5, 3.5), (10.0, 4.0, 2.5, 4.0))
"""Named lines in turn, so that where they cross they are told apart without a colour."""


def draw(content: Timeline) -> Scene:
    """The lines as a scene; names stand behind those of moments of truth."""
    canvas = Canvas()
    canvas.text(EDGE, 44, content.title, size=22, bold=True)
    canvas.text(EDGE, 66, content.about, fill="muted")
    named = [line for line in content.lines if line.is_moment and line.stretches]
    height = max(HEIGHT, GAP * (len(named) + 1))
    plot = _Plot(content, height)
    plot.draw_ground(canvas)
    for line in content.lines:
        dashes = DASHES[named.index(line) % len(DASHES)] if line in named else ()
        plot.draw_line(canvas, line, dashes)
    end = plot.draw_names(canvas, named)
    bottom = TOP + height + 58
    _draw_legend(canvas, content, bottom)
    return Scene(
        width=max(end, EDGE + width_of(content.title, 22, bold=True)) + EDGE,
        height=bottom + 14 + EDGE,
        title=content.title,
        description=content.about,
        language=content.language,
        view="history",
        children=canvas.nodes,
    )


class _Plot:
    """Where a time and a C stand."""

    def __init__(self, content: Timeline, height: float) -> None:
        self._content, self._height = content, height
        self._end = content.end
        self._most = content.levels[-1][0]

    def x(self, at: float) -> float:
        return LEFT + WIDTH * at / self._end

    def y(self, value: float) -> float:
        return TOP + self._height * (1 - value / self._most) / 2

    def draw_ground(self, canvas: Canvas) -> None:
        """The bands of the two levels, the line of zero between them, and the axes."""
        half = self._height / 2
        canvas.rect(LEFT, TOP, WIDTH, half, fill="delight.tint")
        canvas.rect(LEFT, TOP + half, WIDTH, half, fill="disappointment.tint")
        for value, text in self._content.levels:
            y, is_zero = self.y(value), value == 0
            stroke: Paint = "ink" if is_zero else "line"
            canvas.line((LEFT, y), (LEFT + WIDTH, y), stroke, 1.5 if is_zero else 1)
            fill: Paint = "ink" if is_zero else "muted"
            canvas.text(LEFT - 8, y + 4, text, fill=fill, anchor="end", bold=is_zero)
        bottom = TOP + self._height
        for at, text in self._content.days:
            x = self.x(at)
            canvas.line((x, bottom), (x, bottom + 6), "edge")
            half_text = width_of(text, 12) / 2
            canvas.text(max(x, EDGE + half_text), bottom + 22, text, fill="muted", anchor="middle")
        canvas.text(LEFT + 8, TOP + 17, self._content.delight, fill="delight.text", bold=True)
        canvas.text(
            LEFT + 8, bottom - 8, self._content.disappointment,
            fill="disappointment.text", bold=True,
        )  # fmt: skip

    def draw_line(self, canvas: Canvas, line: Line, dashes: tuple[float, ...]) -> None:
        """C as it held from commit to commit; a dot where it changed."""
        stroke: Paint = "ink" if line.is_moment else "edge"
        moment = ("moment-of-truth",) if line.is_moment else ()
        with canvas.group("touchpoint", *moment, title=line.said, touchpoint=line.id):
            for stretch in line.stretches:
                canvas.path(
                    self._steps(stretch),
                    stroke=stroke,
                    stroke_width=2.5 if line.is_moment else 1.25,
                    dashes=dashes,
                )
                if line.is_moment:
                    for at, value in _changes(stretch):
                        canvas.circle(
                            self.x(at), self.y(value), 4, fill=_level(value),
                            stroke="canvas", stroke_width=1.5,
                        )  # fmt: skip

    def _steps(self, stretch: tuple[Place, ...]) -> Iterator[Command]:
        for n, (at, value) in enumerate(stretch):
            yield ("M" if n == 0 else "L", self.x(at), self.y(value))

    def draw_names(self, canvas: Canvas, lines: list[Line]) -> float:
        """Names behind the lines' ends, each with a thin line to it; returns where they end."""
        edge = LEFT + WIDTH
        ends = sorted(((self.y(line.stretches[-1][-1][1]), line) for line in lines),
                      key=lambda item: item[0])  # fmt: skip
        places = _spread([y for y, _ in ends], TOP + 6, TOP + self._height - 6)
        right = edge
        for (y, line), at in zip(ends, places, strict=True):
            x = self.x(line.stretches[-1][-1][0])
            canvas.line((x + 2, y), (edge + GAP - 4, at), "edge")
            text = shortened(line.label, LONGEST, 13, bold=True)
            canvas.text(edge + GAP, at + 4, text, size=13, bold=True)
            right = max(right, edge + GAP + width_of(text, 13, bold=True))
        return right


def _changes(stretch: tuple[Place, ...]) -> Iterator[Place]:
    """The first place, and those at which C changed."""
    before = None
    for at, value in stretch:
        if value != before:
            yield at, value
        before = value


def _level(value: float) -> Paint:
    if value < 0:
        return "disappointment.line"
    return "delight.line" if value > 0 else "satisfaction.line"


def _spread(wanted: list[float], top: float, bottom: float) -> list[float]:
    """Heights of names, as near as may be to those wanted, `GAP` apart; they are sorted."""
    places: list[float] = []
    for y in wanted:
        places.append(max(y, top, places[-1] + GAP if places else top))
    for n in reversed(range(len(places))):
        most = bottom if n == len(places) - 1 else places[n + 1] - GAP
        places[n] = min(places[n], most)
    return places


def _draw_legend(canvas: Canvas, content: Timeline, y: float) -> None:
    x = LEFT
    with canvas.group("legend"):
        signs: tuple[tuple[Paint, float, str], ...] = (
            ("ink", 2.5, content.named), ("edge", 1.25, content.others),
        )  # fmt: skip
        for stroke, width, text in signs:
            canvas.line((x, y + 7), (x + 26, y + 7), stroke, width)
            canvas.text(x + 34, y + 11, text, fill="muted")
            x += 34 + width_of(text, 12) + 26
