"""The legend of the graph: headings side by side, on as many lines as needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from cjm.design.tokens import Token
from cjm.i18n.numbers import ASSUMED
from cjm.maps.components.legend import Draw, Entry, draw_entry, tag_sample
from cjm.maps.components.marks import (
    arrowhead,
    change_sign,
    fading_across,
    head_length,
    outcome_sign,
    star,
    start_sign,
)
from cjm.maps.components.scores import disc, dumbbell, ring
from cjm.maps.content.model import Diagram
from cjm.maps.content.samples import LegendEntry, Sample, SampleKind
from cjm.maps.content.words import Words, words_of
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.text import SLACK, shortened, width_of
from cjm.maps.views.graph.layout.measures import measures_of
from cjm.maps.views.graph.lines import DASHES, DOTS

LEAST_GAP, ENTRY_GAP, SAMPLE_GAP, LINE = 24.0, 40.0, 18, 72
EXAMPLE_SCORES = {
    "disappointment": (8.0, 4.5),
    "delight": (4.5, 8.0),
    "satisfaction": (6.0, 6.0),
}
LONGEST = 340
ROUNDING = 0.5
"""Entries that fill a line exactly must not be wrapped for the noise of floats."""


def draw_legend(canvas: Canvas, diagram: Diagram, left: float, top: float, width: float) -> float:
    """The legend below a rule at `top`; returns its lower edge."""
    canvas.line((left, top), (left + width, top), "rule")
    x, y = left, top + 18
    groups = _fitting(diagram, width)
    gap = _group_gap(groups, width)
    for heading, entries in groups:
        room = _group_width(heading, entries)
        if x > left and x + room > left + width + ROUNDING:
            x, y = left, y + LINE
        canvas.text(x, y, heading, bold=True)
        at = x
        for entry in entries:
            draw_entry(canvas, entry, Point(at, y + 31), base=4)
            at += entry.room(LONGEST) + SAMPLE_GAP
        x += room + gap
    return y + 48


Group = tuple[str, tuple[Entry, ...]]
"""A heading and what stands below it."""


def _fitting(diagram: Diagram, width: float) -> tuple[Group, ...]:
    """The entries as they are, or in brief where that spares a line."""
    words = words_of(diagram.language)

    def group(entry: LegendEntry, samples: tuple[Sample, ...]) -> Group:
        return entry.heading, tuple(_entry(sample, diagram, words) for sample in samples)

    long = tuple(group(e, e.samples) for e in diagram.legend)
    brief = tuple(group(e, e.brief or e.samples) for e in diagram.legend)
    return brief if _lines(brief, width) < _lines(long, width) else long


def _lines(groups: tuple[Group, ...], width: float) -> int:
    gap, lines, x = _group_gap(groups, width), 1, 0.0
    for group in groups:
        room = _group_width(*group)
        if x and x + room > width + ROUNDING:
            lines, x = lines + 1, 0.0
        x += room + gap
    return lines


def _group_gap(groups: tuple[Group, ...], width: float) -> float:
    """The room between groups: less of it where that spares a line."""
    spare = width - sum(_group_width(*group) for group in groups)
    gap = spare / max(1, len(groups) - 1)
    return min(gap, ENTRY_GAP) if gap >= LEAST_GAP else ENTRY_GAP


def _group_width(heading: str, entries: tuple[Entry, ...]) -> float:
    samples = sum(entry.room(LONGEST) for entry in entries)
    gaps = SAMPLE_GAP * (len(entries) - 1)
    return max(samples + gaps, width_of(heading, 12, bold=True) * SLACK)


def _entry(sample: Sample, diagram: Diagram, words: Words) -> Entry:
    draw, width = SAMPLES[sample.kind](sample, diagram, words)
    return Entry(draw, width, shortened(sample.text, LONGEST, 12))


Drawn = tuple[Draw, float]
"""A sample and how wide it is."""


def _level(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    return tag_sample(sample.of, words, 34, 22), 34


def _scores(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    """An expectation and an experience of a level that occurs, and which is which."""
    if sample.of:
        return _one_score(sample, words)
    marks = {card.mark for card in diagram.cards}
    mark = next(m for m in EXAMPLE_SCORES if m in marks)

    def draw(canvas: Canvas, at: Point) -> None:
        dumbbell(canvas, Point(at.x + 8, at.y), 96, (0, 10), EXAMPLE_SCORES[mark], mark)
        ring(canvas, Point(at.x + 124, at.y), 4)
        canvas.text(at.x + 133, at.y + 4.3, words.o, fill="muted")
        disc(canvas, Point(at.x + 160, at.y), 4.4, mark)
        canvas.text(at.x + 169, at.y + 4.3, words.b, fill="muted")

    return draw, 184


def _one_score(sample: Sample, words: Words) -> Drawn:
    """The only score there is, on its scale."""
    lived = sample.of == "experience"
    scores = (None, 6.5) if lived else (6.5, None)
    return lambda canvas, at: dumbbell(
        canvas, Point(at.x + 8, at.y), 72, (0, 10), scores, "unmeasured"
    ), 88


def _transition(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    width = 1 + measures_of(diagram).heavy * sample.share
    return partial(_draw_arrow, length=32, width=width, colour="edge"), 32


def _likely(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    width = 1 + measures_of(diagram).heavy * 0.5
    return partial(_draw_arrow, length=32, width=width, colour="likely_path"), 32


def _loop(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    def draw(canvas: Canvas, at: Point) -> None:
        canvas.rect(at.x, at.y - 11, 44, 22, fill="halo", radius=9)
        _draw_arrow(canvas, Point(at.x + 5, at.y), 35, 3, "disappointment.line")
        canvas.line((at.x + 5, at.y), (at.x + 28, at.y), "loop_core", 0.9)

    return draw, 44


def _drop_off(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    return partial(fading_across, ground="canvas"), 50


def _moment(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    def draw(canvas: Canvas, at: Point) -> None:
        fill: Token = "moment" if sample.of else "card"
        edge: Token = "moment_edge" if sample.of else "line"
        canvas.rect(at.x, at.y - 11, 30, 22, fill=fill, radius=6, stroke=edge)
        star(canvas, Point(at.x + 15, at.y + 0.5), 7.5, negative=bool(sample.of))

    return draw, 30


def _start(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    return lambda canvas, at: start_sign(canvas, Point(at.x + 10, at.y), 9), 18


def _outcome(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    return lambda canvas, at: outcome_sign(canvas, Point(at.x + 10, at.y), sample.of, 10), 18


def _assumed(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    def draw(canvas: Canvas, at: Point) -> None:
        canvas.text(at.x, at.y + 4.3, ASSUMED, bold=True, fill="muted")

    return draw, 10


def _undeclared(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    return partial(_draw_arrow, length=40, width=2.5, colour="edge", dashes=DASHES), 40


def _unused(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    return partial(_draw_arrow, length=32, width=1, colour="rule"), 32


def _change(sample: Sample, diagram: Diagram, words: Words) -> Drawn:
    """A card's corner with the sign, outlined as the card is; a dotted line from what is gone."""

    def draw(canvas: Canvas, at: Point) -> None:
        if sample.of == "added":
            canvas.rect(at.x + 5, at.y - 13, 32, 26, radius=7, stroke="edge")
        dashes = (4, 3) if sample.of == "removed" else ()
        ground = (at.x + 8, at.y - 10, 26, 20)
        canvas.rect(*ground, fill="card", radius=5, stroke="line", dashes=dashes)
        if sample.of == "removed":
            canvas.line((at.x + 34, at.y), (at.x + 52, at.y), "edge", 1.5, dashes=DOTS)
        change_sign(canvas, Point(at.x + 9, at.y - 8), sample.of)

    return draw, 52 if sample.of == "removed" else 38


SAMPLES: Mapping[SampleKind, Callable[[Sample, Diagram, Words], Drawn]] = {
    "level": _level,
    "scores": _scores,
    "transition": _transition,
    "likely": _likely,
    "loop": _loop,
    "drop-off": _drop_off,
    "moment": _moment,
    "start": _start,
    "outcome": _outcome,
    "assumed": _assumed,
    "undeclared": _undeclared,
    "unused": _unused,
    "change": _change,
}
"""How each kind of sample is drawn."""


def _draw_arrow(
    canvas: Canvas,
    at: Point,
    length: float,
    width: float,
    colour: Token,
    dashes: tuple[float, ...] = (),
) -> None:
    tip, end = Point(at.x + length, at.y), at.x + length - head_length(width) * 0.7
    canvas.line((at.x, at.y), (end, at.y), colour, width, dashes=dashes)
    arrowhead(canvas, tip, 0, width, colour)
