"""The header: title, personas and figures; side by side where the sheet is wide enough."""

from __future__ import annotations

from cjm.diagram.drawing.canvas import Canvas
from cjm.diagram.drawing.marks import tag
from cjm.diagram.layout.geometry import Box
from cjm.diagram.model import Diagram, Figure, Header, Portrait
from cjm.diagram.text import shortened, width_of, wrapped
from cjm.diagram.themes import Theme

MARGIN = 40
TITLE, FIGURE = 30, 38
PORTRAIT_WIDTH, PORTRAIT_PITCH = 320, 70
FIGURE_GAP = 36
BESIDE = 420
"""The least width of the title beside personas and figures; else these go below it."""


def draw_header(canvas: Canvas, diagram: Diagram, width: float) -> float:
    """The header on a sheet of that width; returns its lower edge."""
    header = diagram.header
    right = _right_width(header)
    beside = width - 2 * MARGIN - right - 48 >= BESIDE
    title_width = width - 2 * MARGIN - (right + 48 if beside else 0)
    bottom = _draw_title(canvas, header, title_width)
    top = 44.0 if beside else bottom + 20
    left = width - MARGIN - right if beside else MARGIN
    rows = max(2, int((bottom - top + 12) // PORTRAIT_PITCH)) if beside else 2
    lowest = _draw_portraits(canvas, header.portraits, left, top, rows)
    shift = PORTRAIT_WIDTH + 40 if header.portraits else 0
    box = Box(left + shift, top, _figures_width(header), 96)
    lowest = max(lowest, _draw_figures(canvas, header, box))
    return max(bottom, lowest)


def _right_width(header: Header) -> float:
    return _figures_width(header) + (PORTRAIT_WIDTH + 40 if header.portraits else 0)


def _draw_title(canvas: Canvas, header: Header, width: float) -> float:
    theme = canvas.theme
    eyebrow = shortened(header.eyebrow, width, 13)
    canvas.text(MARGIN, 50, eyebrow, size=13, fill=theme.muted)
    y = 89.0
    for line in wrapped(header.title, (min(width, 760) / 1.04,) * 3, TITLE, bold=True):
        canvas.text(MARGIN, y, line, size=TITLE, bold=True)
        y += 37
    y -= 10
    for line in wrapped(header.description, (min(width, 640) / 1.04,) * 4, 13):
        canvas.text(MARGIN, y, line, size=13, fill=theme.muted)
        y += 18
    return y - 12


def _draw_portraits(
    canvas: Canvas, portraits: tuple[Portrait, ...], x: float, y: float, rows: int
) -> float:
    """As many personas as there are rows, the chosen one among them, then how many more."""
    shown = _shown(portraits, rows)
    for i, portrait in enumerate(portraits):
        if portrait in shown:
            _draw_portrait(canvas, portrait, x, y, dashed=i % 2 == 1)
            y += PORTRAIT_PITCH
    if more := len(portraits) - len(shown):
        names = ", ".join(p.name for p in portraits if p not in shown)
        text = shortened(names, PORTRAIT_WIDTH - 52 - 36, 12)
        count = [(f"+{more}  ", True, None), (text, False, canvas.theme.muted)]
        canvas.spans(x + 52, y + 4, count)
        y += 16
    return y - 12


def _shown(portraits: tuple[Portrait, ...], rows: int) -> tuple[Portrait, ...]:
    if len(portraits) <= rows:
        return portraits
    chosen = [p for p in portraits if p.chosen]
    others = [p for p in portraits if not p.chosen]
    return tuple([*chosen, *others][:rows])


def _draw_portrait(canvas: Canvas, portrait: Portrait, x: float, y: float, dashed: bool) -> None:
    theme = canvas.theme
    with canvas.group("persona", data_persona=portrait.id):
        canvas.circle(
            x + 20,
            y + 20,
            19,
            fill=theme.solid if portrait.chosen else theme.avatar,
            stroke=theme.ink,
            stroke_width=1.75,
            dashes="4.5 3" if dashed and not portrait.chosen else None,
        )
        fill = theme.on_solid if portrait.chosen else None
        canvas.text(
            x + 20, y + 26, portrait.name[:1], size=17, bold=True, fill=fill, anchor="middle"
        )
        room = PORTRAIT_WIDTH - 52
        after = width_of(portrait.name, 14, bold=True) * 1.06 + 10
        beside = after + width_of(portrait.note, 12) <= room
        name = shortened(portrait.name, room, 14, bold=True)
        canvas.text(x + 52, y + 16, name, size=14, bold=True)
        if beside:
            canvas.text(x + 52 + after, y + 16, portrait.note, fill=theme.muted)
        below = " · ".join(t for t in ("" if beside else portrait.note, portrait.goal) if t)
        for i, line in enumerate(wrapped(below, (room, room), 12)):
            canvas.text(x + 52, y + 33 + 16 * i, line, fill=theme.muted)


def _figures_width(header: Header) -> float:
    widths = [_figure_width(f) for f in header.figures]
    return sum(widths) + FIGURE_GAP * max(0, len(widths) - 1)


def _figure_width(figure: Figure) -> float:
    value = width_of(figure.value, FIGURE, bold=True) + (30 if figure.mark else 0)
    return max(value, width_of(figure.label, 12) * 1.04)


def _draw_figures(canvas: Canvas, header: Header, box: Box) -> float:
    """The figures side by side and, below them, one bar of what they are parts of."""
    theme, x, y = canvas.theme, box.x, box.y
    for i, figure in enumerate(header.figures):
        if i:
            edge = x - FIGURE_GAP / 2
            canvas.line((edge, y + 2), (edge, y + 56), theme.rule)
        shift = 0
        if figure.mark:
            down = {"disappointment": 8, "delight": 15}.get(figure.mark, 11)
            tag(canvas, x, y + down, 20, 15, 7, figure.mark)
            shift = 30
        fill = _figure_colour(theme, figure)
        canvas.text(x + shift, y + 31, figure.value, size=FIGURE, bold=True, fill=fill)
        canvas.text(x, y + 54, figure.label, fill=theme.muted)
        x += _figure_width(figure) + FIGURE_GAP
    _draw_bar(canvas, header, Box(box.x, y + 72, box.width, 12))
    return y + 84


def _figure_colour(theme: Theme, figure: Figure) -> str | None:
    if figure.mark in ("disappointment", "delight"):
        return theme.tone(figure.mark).text
    return None


def _draw_bar(canvas: Canvas, header: Header, box: Box) -> None:
    room = box.width - 2 * (len(header.bar) - 1)
    x = box.x
    for part in header.bar:
        width = room * part.share
        tone = canvas.theme.tone(part.mark)
        if part.mark == "unmeasured":
            canvas.rect(
                x + 0.5,
                box.y + 0.5,
                max(1, width - 1),
                box.height - 1,
                stroke=tone.line,
                dashes="3 2.5",
            )
        else:
            inset = tone.outline_width / 2 if tone.outline else 0
            canvas.rect(
                x + inset,
                box.y + inset,
                max(1, width - 2 * inset),
                box.height - 2 * inset,
                fill=tone.fill,
                stroke=tone.outline,
                stroke_width=tone.outline_width,
            )
        x += width + 2
