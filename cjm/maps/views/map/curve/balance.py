"""Balance: the running sum of C on the likely path, as steps on the curve's own axis."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from cjm.maps.content.sheet.model import Plot, Step
from cjm.maps.content.sheet.walks import WORST
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.scene.canvas import Canvas, polygon
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.model import Command, Span
from cjm.maps.scene.text import SLACK, width_of
from cjm.maps.views.map.curve.labels import Labels
from cjm.maps.views.map.curve.tracing import Field
from cjm.maps.views.map.layout import SheetLayout

WIDTH = 1.5
SIZE = 12
AWAY = 3
"""What a figure keeps from the curve where it can."""
ARROW = 11
"""Room for the arrow before a balance that is beyond the axis."""


def draw_balance(
    canvas: Canvas,
    plot: Plot,
    field: Field,
    layout: SheetLayout,
    labels: Labels,
    texts: SheetWords,
) -> None:
    """Risers at the columns' edges, where they never meet a marker; dots off the path."""
    steps = plot.steps
    if not steps:
        return
    with canvas.group("balance", title=texts.worst if plot.path == WORST else texts.likely):
        line = tuple(_line(steps, field, layout))
        canvas.path(line, stroke="canvas", stroke_width=4)
        canvas.path(line, stroke="ink", stroke_width=WIDTH)
        for first, end, balance in _detours(steps):
            if field.beyond(balance):
                continue
            y, left, right = field.y(balance), layout.x(first) + 5, layout.x(end) - 2
            canvas.line((left, y), (right, y), "ink", WIDTH, round_ends=True, dashes=(0.1, 5))
        for step in steps:
            if step.last and not field.beyond(step.balance):
                canvas.circle(layout.x(step.column + 1), field.y(step.balance), 3.5, fill="ink")
        for step in _told(steps):
            _draw_figure(canvas, steps, step, field, layout, labels, texts)


def balance_boxes(steps: tuple[Step, ...], field: Field, layout: SheetLayout) -> Iterator[Box]:
    """What the steps cover, so that no other figure stands on them."""
    height = field.zero
    for step in steps:
        left, y = layout.x(step.column), field.y(step.balance)
        if not field.beyond(step.balance):
            yield Box(left, y - WIDTH / 2, layout.x(step.column + 1) - left, WIDTH)
        if step.likely:
            yield Box(left - WIDTH / 2, min(y, height), WIDTH, abs(y - height))
            height = y


def _detours(steps: tuple[Step, ...]) -> Iterator[tuple[int, int, float]]:
    """Runs of columns off the likely path, from the first to before the end."""
    for likely, run in groupby(steps, key=lambda step: step.likely):
        if not likely:
            columns = list(run)
            yield columns[0].column, columns[-1].column + 1, columns[0].balance


def _line(steps: tuple[Step, ...], field: Field, layout: SheetLayout) -> Iterator[Command]:
    """From the zero line up or down and along.

    It is broken where the path is elsewhere, and where the balance has left the axis.
    """
    yield ("M", layout.x(steps[0].column), field.zero)
    for step in steps:
        end, y = layout.x(step.column + 1), field.y(step.balance)
        if step.likely:
            yield ("L", layout.x(step.column), y)
        if step.likely and not field.beyond(step.balance):
            yield ("H", end)
        else:
            yield ("M", end, y)


def _told(steps: tuple[Step, ...]) -> Iterator[Step]:
    """The steps whose balance is written: where it changes, and the last; the last one first."""
    last = next((step for step in steps if step.last), steps[-1])
    yield last
    since = max((i for i, s in enumerate(steps) if s.text != last.text), default=-1)
    before = None
    for step in steps[: since + 1]:
        if step.likely and step is not last and step.text != before:
            yield step
        before = step.text


def _draw_figure(
    canvas: Canvas,
    steps: tuple[Step, ...],
    step: Step,
    field: Field,
    layout: SheetLayout,
    labels: Labels,
    texts: SheetWords,
) -> None:
    """The balance above or below its step, where there is room."""
    beyond = field.beyond(step.balance)
    for word in (f"{texts.balance} ", "") if step.last else ("",):
        width = width_of(word, SIZE) + width_of(step.text, SIZE, bold=True) * SLACK
        width += ARROW if beyond else 0
        columns = _level(steps, step)
        own, rest = (_places(step, c, width, field, layout) for c in (columns[:1], columns[1:]))
        place = labels.place(own, AWAY) or labels.place(rest, AWAY) or labels.place(own)
        if place is None:
            continue
        # Hatching would cut the figures.
        canvas.rect(place.x - 3, place.y - 1, width + 6, 15, fill="figure_ground", radius=3)
        x, y = place.x, place.y + 10
        if beyond:
            tip = -8 if beyond > 0 else 0
            corners = [(x, y - 8 - tip), (x + 8, y - 8 - tip), (x + 4, y + tip)]
            canvas.path(polygon(corners), fill="ink")
            x += ARROW
        canvas.spans(x, y, (Span(word), Span(step.text, True)), size=SIZE)
        return


def _level(steps: tuple[Step, ...], step: Step) -> list[int]:
    """The columns through which a step goes on at its height."""
    after = takewhile(lambda other: other.text == step.text, steps[steps.index(step) :])
    return [other.column for other in after if other.likely]


def _places(
    step: Step, columns: list[int], width: float, field: Field, layout: SheetLayout
) -> list[Box]:
    """Above or below the step, at the left or right end of a column."""
    y = field.y(step.balance)
    return [
        Box(left, top, width, 13)
        for first, end in (layout.columns[column] for column in columns)
        for left in (first + 6, end - 8 - width)
        for top in (y - 16, y + 5)
    ]
