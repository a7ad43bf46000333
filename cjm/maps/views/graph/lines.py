"""Lines: transitions and their labels, starts, outcomes and drop-offs."""

from __future__ import annotations

from cjm.design.tokens import Token
from cjm.i18n.glossary import capitalized
from cjm.maps.components.marks import arrowhead, fading, head_length, outcome_sign, start_sign
from cjm.maps.content.model import Arrow, Card, Diagram
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas, commands_of
from cjm.maps.scene.geometry import Box, Spline, straight
from cjm.maps.scene.model import Span
from cjm.maps.scene.text import width_of
from cjm.maps.views.graph.layout import Layout, Marker
from cjm.maps.views.graph.layout.labels import Label
from cjm.maps.views.graph.layout.measures import LABEL_PITCH, is_beside, label_of
from cjm.maps.views.graph.layout.routes import Route
from cjm.maps.views.graph.layout.spaces import drop_off_foot

DASHES = (7.0, 5.0)
"""Of a move that the journey does not have."""
DOTS = (1.5, 4.0)
"""Of a transition that is gone."""


def draw_transition(canvas: Canvas, route: Route) -> None:
    """One transition's line and head."""
    arrow = route.way.arrow
    classes = ["backward"] if route.backward else []
    if arrow.loop:
        classes.append("loop")
    if arrow.lived in ("undeclared", "unused"):
        classes.append(arrow.lived)
    with canvas.group(
        "transition",
        *classes,
        title=arrow.sentence,
        from_=arrow.source,
        to=arrow.target,
        probability=arrow.probability,
        change=arrow.changed or None,
    ):
        dashes = DASHES if arrow.lived == "undeclared" else ()
        dashes = DOTS if arrow.changed == "removed" else dashes
        _line(canvas, route.path, route.width, _colour(arrow), dashes)
        if arrow.loop:
            # Where there is no hue a loop is a double line.
            cut = commands_of(route.path.shortened(head_length(route.width)))
            inner = max(0.9, route.width * 0.3)
            canvas.path(cut, stroke="loop_core", stroke_width=inner)


def in_painting_order(routes: tuple[Route, ...]) -> list[Route]:
    """Grey lines first, the likely path above them, doom loops on top."""
    return sorted(routes, key=lambda r: (r.way.arrow.loop, r.way.arrow.likely))


def _colour(arrow: Arrow) -> Token:
    if arrow.loop:
        return "disappointment.line"
    if arrow.lived == "unused":
        return "rule"
    return "likely_path" if arrow.likely else "edge"


def draw_label(canvas: Canvas, label: Label, diagram: Diagram, layout: Layout) -> None:
    """A transition's percentage and words on the ground they stand on."""
    arrow, box = diagram.arrows[label.way], label.box
    share, words = label_of(arrow, diagram.compact, label.brief)
    way = layout.routes[label.way].way
    colour: Token = "disappointment.text" if arrow.loop else "edge_label"
    with canvas.group("label", from_=arrow.source, to=arrow.target):
        beside = way.kind == "vertical" and not way.track
        if arrow.loop and not beside and _is_marked(arrow, diagram):
            canvas.rect(box.x, box.y, box.width, box.height, fill="halo", radius=3)
        else:
            _grounds(canvas, box, layout)
        lines = [[Span(text, False, colour)] for text in words]
        if is_beside(share, words):
            # A space of 12 px bold is narrower than the 5 px kept, so the text fits.
            lines = [[Span(share, True, colour), Span(f" {words[0]}", False, colour)]]
        elif share:
            lines.insert(0, [Span(share, True, colour)])
        y = box.center.y + 4.3 - LABEL_PITCH * (len(lines) - 1) / 2
        for line in lines:
            canvas.spans(box.center.x, y, line, anchor="middle")
            y += LABEL_PITCH


def _is_marked(arrow: Arrow, diagram: Diagram) -> bool:
    """Whether a transition of a loop has a halo."""
    return any(arrow.source in loop.ids and arrow.target in loop.ids for loop in diagram.loops)


def draw_start(
    canvas: Canvas, marker: Marker, card: Card, words: Words, layout: Layout, likely: bool = False
) -> None:
    """Where customers come in, and which share of them."""
    x, y = marker.sign.x, marker.sign.y
    share = card.start or 0
    with canvas.group("start-marker", for_=card.id):
        width = 1 + 6 * share
        path = Spline(straight(marker.sign, marker.card))
        dashes = () if card.start_planned else DASHES
        _line(canvas, path, width, "likely_path" if likely else "edge", dashes)
        start_sign(canvas, marker.sign, 12)
        _caption(canvas, x, y + 29, words.start, layout)
        if share < 1:
            _share(canvas, x, y + 45, card.start_text, layout)


def draw_exit(
    canvas: Canvas, marker: Marker, card: Card, words: Words, layout: Layout, likely: bool = False
) -> None:
    """How the journey ends here, and for which share of all customers."""
    x, y = marker.sign.x, marker.sign.y
    if not card.outcome:
        return
    with canvas.group("outcome", for_=card.id, share=card.ending):
        width = 1.5 if card.ending is None else 1 + 6 * min(1.0, card.ending)
        ends = straight(marker.card, marker.sign._replace(x=x - 16))
        _line(canvas, Spline(ends), width, "likely_path" if likely else "edge")
        outcome_sign(canvas, marker.sign, card.outcome, 13)
        _caption(canvas, x, y + 30, capitalized(words.ends[card.outcome]), layout)
        if card.ending is not None:
            _share(canvas, x, y + 46, card.ending_text, layout)


def draw_drop_off(
    canvas: Canvas, card: Card, diagram: Diagram, layout: Layout, words: Words
) -> None:
    """Customers who leave without a word, below the card's lower left corner."""
    foot = drop_off_foot(card, layout.frame)
    ground: Token = "band" if _on_band(layout.frame.boxes[card.id], layout) else "canvas"
    share = card.drop_off_text
    with canvas.group(
        "drop-off",
        title=card.drop_off_sentence,
        touchpoint=card.id,
        share=card.drop_off,
    ):
        if diagram.compact:
            fading(canvas, foot, ground, 0.5)
            if card.drop_off >= 0.1:
                canvas.text(foot.x + 7, foot.y + 16, share, bold=True, fill="edge_label")
            return
        fading(canvas, foot, ground)
        canvas.text(foot.x + 10, foot.y + 20, share, bold=True, fill="edge_label")
        canvas.text(foot.x + 10, foot.y + 36, words.silently, fill="muted")


def _caption(canvas: Canvas, x: float, y: float, word: str, layout: Layout) -> None:
    """A word below a sign, on a patch that keeps lines from running through it."""
    width = width_of(word, 12) + 4
    _grounds(canvas, Box(x - width / 2, y - 12, width, 16), layout)
    canvas.text(x, y, word, fill="muted", anchor="middle")


def _share(canvas: Canvas, x: float, y: float, text: str, layout: Layout) -> None:
    """A share of customers below the word, on a patch as well."""
    width = width_of(text, 14, bold=True) + 4
    _grounds(canvas, Box(x - width / 2, y - 12, width, 15), layout)
    canvas.text(x, y, text, size=14, bold=True, anchor="middle")


def _line(
    canvas: Canvas, path: Spline, width: float, colour: Token, dashes: tuple[float, ...] = ()
) -> None:
    cut = path.shortened(head_length(width) * 0.7)
    canvas.path(commands_of(cut), stroke=colour, stroke_width=width, dashes=dashes)
    arrowhead(canvas, path.end, path.heading, width, colour)


def _grounds(canvas: Canvas, box: Box, layout: Layout) -> None:
    """A patch below a label in the colours of what it stands on: canvas and band."""
    canvas.rect(box.x, box.y, box.width, box.height, fill="canvas")
    for stage, band in layout.frame.stages:
        left, right = max(box.x, band.x), min(box.right, band.right)
        bottom = min(box.bottom, band.bottom)
        if stage is not None and right > left and bottom > box.y:
            canvas.rect(left, box.y, right - left, bottom - box.y, fill="band")


def _on_band(box: Box, layout: Layout) -> bool:
    return any(
        stage is not None and band.x < box.x < band.right for stage, band in layout.frame.stages
    )
