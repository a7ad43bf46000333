"""The legend at the foot of the sheet: what occurs on it, in as few lines as it takes."""

from functools import partial

from cjm.design.tokens import Token
from cjm.i18n.numbers import ASSUMED
from cjm.maps.components.gaptag import silhouette
from cjm.maps.components.legend import (
    Draw,
    Entry,
    disc_sample,
    draw_entry,
    ring_sample,
    tag_sample,
)
from cjm.maps.components.marks import line_sample
from cjm.maps.content.numbers import number
from cjm.maps.content.sheet.model import (
    Actions,
    Both,
    Curve,
    Items,
    Moment,
    Reach,
    Said,
    Sheet,
    Voice,
)
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.model import Command
from cjm.maps.views.map.curve.paint import draw_marker
from cjm.maps.views.map.curve.stems import width_of_stem
from cjm.maps.views.map.signs import (
    badge_width,
    draw_badge,
    draw_phase,
    draw_star,
    draw_strip,
)

ROW, GAP = 34, 24


def entries_of(sheet: Sheet, words: Words, texts: SheetWords) -> tuple[Entry, ...]:
    """The legend of what occurs on the sheet."""
    names = {lane.name for lane in sheet.lanes}
    entries: list[Entry] = []
    measure = sheet.diagram.measure
    if names & {"scores", "curve"} and measure == "gap":
        entries.append(Entry(None, 0, words.levels_heading, bold=True))
        if sheet.diagram.tolerance:
            allowed = texts.tolerance.format(number(sheet.diagram.tolerance, words))
            entries.append(Entry(None, 0, allowed))
        entries += _levels(sheet, words, tagged="scores" in names)
    if "scores" in names:
        entries += _scores(sheet, words)
    if "curve" in names:
        entries += _lines(sheet, texts)
        entries += _stems(sheet, texts)
        entries += _balance(sheet, texts)
    entries += _halves(sheet, words)
    if "reach" in names:
        entries += _reach(sheet, texts)
    entries += _stars(sheet, words, texts)
    if any(isinstance(c, Actions) for lane in (*sheet.lanes, *sheet.shared) for c in lane.told):
        entries.append(Entry(_phase, 38, texts.phase))
    if any(lane.facts for lane in sheet.lanes):
        entries.append(Entry(_facts, 26, texts.of_stage))
    if voices := _voices(sheet):
        badge = partial(_badge, voice=voices[0])
        entries.append(Entry(badge, badge_width(voices[0].initials), texts.of_persona))
    if sheet.diagram.assumed:
        entries.append(Entry(_assumed, 10, words.assumed))
    return tuple(entries)


def rows_of(entries: tuple[Entry, ...], room: float) -> list[list[Entry]]:
    """The entries in rows that are no wider than the room."""
    rows: list[list[Entry]] = []
    taken = room
    for entry in entries:
        width = entry.room()
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
        canvas.line((left, top), (left + room, top), "rule")
    y = top + 24.0
    for row in rows_of(entries, room):
        x = left
        for entry in row:
            draw_entry(canvas, entry, Point(x, y), base=4.3)
            x += entry.room() + GAP
        y += ROW


def _right(at: Point, by: float) -> Point:
    return Point(at.x + by, at.y)


def _levels(sheet: Sheet, words: Words, tagged: bool) -> list[Entry]:
    """The levels that occur, as tags, or as markers where there are no tags."""
    marks = {card.mark for card in sheet.columns if card is not None}
    marks |= {n.mark for plot in sheet.plots for curve in plot.curves for n in curve.nodes}
    found = []
    for mark in ("disappointment", "satisfaction", "delight", "unmeasured"):
        if mark in marks:
            draw, width = (tag_sample(mark, words, 32, 20), 32) if tagged else (_marker(mark), 18)
            found.append(Entry(draw, width, str(getattr(words, mark))))
    return found


def _marker(mark: str) -> Draw:
    def draw(canvas: Canvas, at: Point) -> None:
        if mark == "unmeasured":
            silhouette(canvas, Box(at.x, at.y - 9, 18, 18), 0, mark)
        else:
            draw_marker(canvas, _right(at, 8), mark, 7)

    return draw


def _scores(sheet: Sheet, words: Words) -> list[Entry]:
    """O as a ring and B as a disc, in the colour of a level that occurs, or the only one."""
    both = (
        Entry(ring_sample, 8, f"{words.o} {words.expectation}"),
        Entry(partial(disc_sample, "unmeasured"), 8, f"{words.b} {words.experience}"),
    )
    if sheet.diagram.measure != "gap":
        return [both[sheet.diagram.measure == "experience"]] if sheet.diagram.measure else []
    cards = [card for card in sheet.columns if card is not None and card.gap is not None]
    if not cards:
        return []
    return [both[0], both[1]._replace(draw=partial(disc_sample, cards[0].mark))]


def _curves(sheet: Sheet) -> list[Curve]:
    """The curves of which anything is drawn."""
    curves = [curve for plot in sheet.plots for curve in plot.curves]
    return [curve for curve in curves if any(node.value is not None for node in curve.nodes)]


def _lines(sheet: Sheet, texts: SheetWords) -> list[Entry]:
    """Whose line it is: of the many ways through a journey it runs along one."""
    curves = [curve for curve in _curves(sheet) if curve.walk]
    if not curves:
        return []
    tied = max(curve.tied for curve in curves)
    if len(curves) > 1:
        text = texts.lines if tied == 1 else texts.lines_tied
    else:
        text = texts.line if tied == 1 else texts.line_tied.format(tied)
    return [Entry(_wave, 26, text)]


def _stems(sheet: Sheet, texts: SheetWords) -> list[Entry]:
    """The touchpoints that no line joins, and why they differ in width."""
    curves = _curves(sheet)
    off = [n for c in curves for n in c.nodes if n.value is not None and n.column not in c.walk]
    if not off:
        return []
    if any(curve.walk for curve in curves):
        text = texts.stems
    else:
        text = texts.no_line if all(n.share is None for n in off) else texts.stems_only
    return [Entry(_stem_sample, 20, text)]


def _halves(sheet: Sheet, words: Words) -> list[Entry]:
    """Whose halves of a cell these are: solid as the curve of what is, dashed of what should be."""
    if not any(isinstance(cell, Both) for lane in sheet.lanes for cell in lane.cells):
        return []
    return [
        Entry(partial(line_sample, width=22, dashed=dashed), 22, words.states[state])
        for state, dashed in (("as-is", False), ("to-be", True))
    ]


def _stars(sheet: Sheet, words: Words, texts: SheetWords) -> list[Entry]:
    """Moments of truth that disappoint, and the others."""
    found = {c.negative for lane in sheet.lanes for c in lane.told if isinstance(c, Moment)}
    if any(lane.name == "curve" for lane in sheet.lanes):
        found |= {negative for plot in sheet.plots for _, negative in plot.stars}
    told = {True: texts.moment_negative, False: texts.moment_other}
    if found == {False}:
        told[False] = words.moment_of_truth
    return [
        Entry(partial(_star, negative=negative), 14, told[negative])
        for negative in (True, False)
        if negative in found
    ]


def _wave(canvas: Canvas, at: Point) -> None:
    wave: tuple[Command, ...] = (("M", at.x, at.y + 4), ("c", 9, 0, 17, -8, 26, -8))
    canvas.path(wave, stroke="ink", stroke_width=2.5, round_ends=True)


def _stem_sample(canvas: Canvas, at: Point) -> None:
    for x, height, share in ((3, 9, 0.05), (14, 14, 0.5)):
        ends = (at.x + x, at.y + 7), (at.x + x, at.y + 7 - height)
        canvas.line(*ends, "ink", width_of_stem(share))


def _balance(sheet: Sheet, texts: SheetWords) -> list[Entry]:
    if not any(plot.steps for plot in sheet.plots):
        return []
    dotted = any(not step.likely for plot in sheet.plots for step in plot.steps)

    def draw(canvas: Canvas, at: Point) -> None:
        steps: tuple[Command, ...] = (("M", at.x, at.y - 4), ("h", 12), ("v", 8), ("h", 14))
        canvas.path(steps, stroke="ink", stroke_width=1.5)
        if dotted:
            y = at.y + 4
            canvas.line(
                (at.x + 30, y), (at.x + 44, y), "ink", 1.5, round_ends=True, dashes=(0.1, 5)
            )

    return [Entry(draw, 44 if dotted else 26, texts.likely)]


def _reach(sheet: Sheet, texts: SheetWords) -> list[Entry]:
    likely = {c.likely for lane in sheet.lanes for c in lane.told if isinstance(c, Reach)}
    entries = []
    for on_path, width, text in ((True, 30, texts.likely_reach), (False, 20, texts.other_reach)):
        if on_path in likely:
            entries.append(Entry(_bar(width, on_path), width, text))
    return entries


def _bar(width: float, likely: bool) -> Draw:
    def draw(canvas: Canvas, at: Point) -> None:
        fill: Token = "ink" if likely else "edge"
        canvas.rect(at.x, at.y - 3.5, width, 7, fill=fill, radius=3.5)

    return draw


def _voices(sheet: Sheet) -> list[Voice]:
    """Whose texts stand on the sheet beside everybody's."""
    cells = [cell for lane in sheet.lanes for cell in lane.told]
    lists = [cell for cell in cells if isinstance(cell, Items | Said)]
    return [voice for cell in lists for item in cell.items for voice in item.voices]


def _badge(canvas: Canvas, at: Point, voice: Voice) -> None:
    draw_badge(canvas, Point(at.x, at.y + 4.3), voice.initials, voice.dashed)


def _facts(canvas: Canvas, at: Point) -> None:
    draw_strip(canvas, Point(at.x, at.y - 8), 26, 16)


def _star(canvas: Canvas, at: Point, negative: bool) -> None:
    draw_star(canvas, _right(at, 7), 7, negative)


def _assumed(canvas: Canvas, at: Point) -> None:
    canvas.text(at.x, at.y + 4.3, ASSUMED, bold=True, fill="muted")


def _phase(canvas: Canvas, at: Point) -> None:
    draw_phase(canvas, _right(at, 4), 2)
