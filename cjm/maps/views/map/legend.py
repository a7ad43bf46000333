"""The legend at the foot of the sheet: what occurs on it, in as few lines as it takes."""

from collections.abc import Callable
from typing import NamedTuple

from cjm.maps.components.marks import tag, tag_text
from cjm.maps.content.sheet.model import Actions, Reach, Sheet
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.content.words import Words, number
from cjm.maps.scene.canvas import Canvas, plain
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.text import width_of
from cjm.maps.views.map.curve.paint import draw_marker
from cjm.maps.views.map.signs import draw_phase, draw_star

ROW, GAP = 34, 24
SLACK = 1.05
EXAMPLES = {"disappointment": -4.0, "satisfaction": 0.0, "delight": 3.0}


class Entry(NamedTuple):
    """A sample as wide as it is drawn, and what it means."""

    draw: Callable[[Canvas, Point], None]
    width: float
    text: str
    bold: bool = False


def entries_of(sheet: Sheet, words: Words, texts: SheetWords) -> tuple[Entry, ...]:
    """The legend of what occurs on the sheet."""
    names = {lane.name for lane in sheet.lanes}
    entries: list[Entry] = []
    if names & {"scores", "curve"}:
        entries.append(Entry(lambda canvas, at: None, 0, words.levels_heading, bold=True))
        entries += _levels(sheet, words, tagged="scores" in names)
    if "scores" in names:
        entries += _scores(sheet, words)
    if "curve" in names:
        entries += _balance(sheet, texts)
    if "reach" in names:
        entries += _reach(sheet, texts)
    starred = any(plot.stars for plot in sheet.plots) and "curve" in names
    if starred or "moments" in names:
        entries.append(Entry(_star, 14, texts.moment))
    if sheet.shared or any(isinstance(c, Actions) for lane in sheet.lanes for c in lane.cells):
        entries.append(Entry(_phase, 38, texts.phase))
    return tuple(entries)


def rows_of(entries: tuple[Entry, ...], room: float) -> list[list[Entry]]:
    """The entries in rows that are no wider than the room."""
    rows: list[list[Entry]] = []
    taken = room
    for entry in entries:
        width = _width(entry)
        if rows and taken + GAP + width <= room:
            rows[-1].append(entry)
            taken += GAP + width
        else:
            rows.append([entry])
            taken = width
    return rows


def height_of(entries: tuple[Entry, ...], room: float) -> float:
    """How high the legend is, its upper rule included."""
    return 12 + ROW * len(rows_of(entries, room)) if entries else 0


def draw_legend(
    canvas: Canvas, entries: tuple[Entry, ...], left: float, top: float, room: float
) -> None:
    """The legend below a rule."""
    if entries:
        canvas.line((left, top), (left + room, top), canvas.theme.rule)
    y = top + 24.0
    for row in rows_of(entries, room):
        x = left
        for entry in row:
            entry.draw(canvas, Point(x, y))
            text = x + entry.width + (8 if entry.width else 0)
            fill = None if entry.bold else canvas.theme.muted
            canvas.text(text, y + 4.3, entry.text, bold=entry.bold, fill=fill)
            x += _width(entry) + GAP
        y += ROW


def _width(entry: Entry) -> float:
    text = width_of(entry.text, 12, entry.bold) * SLACK
    return entry.width + (8 if entry.width else 0) + text


def _right(at: Point, by: float) -> Point:
    return Point(at.x + by, at.y)


def _levels(sheet: Sheet, words: Words, tagged: bool) -> list[Entry]:
    """The levels that occur, as tags, or as markers where there are no tags."""
    marks = {card.mark for card in sheet.columns if card is not None}
    marks |= {n.mark for plot in sheet.plots for curve in plot.curves for n in curve.nodes}
    found = []
    for mark in ("disappointment", "satisfaction", "delight", "unmeasured"):
        if mark in marks:
            draw, width = (_tag(mark, words), 32) if tagged else (_marker(mark, words), 18)
            found.append(Entry(draw, width, str(getattr(words, mark))))
    return found


def _tag(mark: str, words: Words) -> Callable[[Canvas, Point], None]:
    def draw(canvas: Canvas, at: Point) -> None:
        tag(canvas, at.x, at.y - 11, 32, 20, 6, mark)
        if mark == "unmeasured":
            _not_available(canvas, at, words)
        else:
            text = number(EXAMPLES[mark], words, signed=True)
            tag_text(canvas, at.x, at.y - 11, 32, 20, mark, text, 13)

    return draw


def _marker(mark: str, words: Words) -> Callable[[Canvas, Point], None]:
    def draw(canvas: Canvas, at: Point) -> None:
        if mark == "unmeasured":
            colour = canvas.theme.satisfaction.line
            canvas.rect(at.x, at.y - 9, 18, 18, radius=4, stroke=colour, dashes="3 2.5")
        else:
            draw_marker(canvas, _right(at, 8), mark, 7)

    return draw


def _not_available(canvas: Canvas, at: Point, words: Words) -> None:
    canvas.text(at.x + 16, at.y + 3, words.not_available, fill=canvas.theme.muted, anchor="middle")


def _scores(sheet: Sheet, words: Words) -> list[Entry]:
    """O as a ring and B as a disc, in the colour of a level that occurs."""
    cards = [card for card in sheet.columns if card is not None and card.gap is not None]
    if not cards:
        return []
    mark = cards[0].mark

    def ring(canvas: Canvas, at: Point) -> None:
        theme = canvas.theme
        canvas.circle(at.x + 4, at.y, 4, fill=theme.card, stroke=theme.ink, stroke_width=1.5)

    def disc(canvas: Canvas, at: Point) -> None:
        canvas.circle(at.x + 4, at.y, 4.4, fill=canvas.theme.tone(mark).line)

    return [
        Entry(ring, 8, f"{words.o} {words.expectation}"),
        Entry(disc, 8, f"{words.b} {words.experience}"),
    ]


def _balance(sheet: Sheet, texts: SheetWords) -> list[Entry]:
    if not any(plot.steps for plot in sheet.plots):
        return []
    dotted = any(not step.likely for plot in sheet.plots for step in plot.steps)

    def draw(canvas: Canvas, at: Point) -> None:
        ink = canvas.theme.ink
        canvas.path(f"M{plain(at.x)} {plain(at.y - 4)}h12v8h14", stroke=ink, stroke_width=1.5)
        if dotted:
            y = at.y + 4
            canvas.line((at.x + 30, y), (at.x + 44, y), ink, 1.5, "round", "0.1 5")

    return [Entry(draw, 44 if dotted else 26, texts.likely)]


def _reach(sheet: Sheet, texts: SheetWords) -> list[Entry]:
    likely = {c.likely for lane in sheet.lanes for c in lane.cells if isinstance(c, Reach)}
    entries = []
    for on_path, width, text in ((True, 30, texts.likely_reach), (False, 20, texts.other_reach)):
        if on_path in likely:
            entries.append(Entry(_bar(width, on_path), width, text))
    return entries


def _bar(width: float, likely: bool) -> Callable[[Canvas, Point], None]:
    def draw(canvas: Canvas, at: Point) -> None:
        fill = canvas.theme.ink if likely else canvas.theme.edge
        canvas.rect(at.x, at.y - 3.5, width, 7, fill=fill, radius=3.5)

    return draw


def _star(canvas: Canvas, at: Point) -> None:
    draw_star(canvas, _right(at, 7), 7)


def _phase(canvas: Canvas, at: Point) -> None:
    draw_phase(canvas, _right(at, 4), 2)
