"""The graph on slides: a group of shapes for each touchpoint, connectors for transitions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.maps.content.model import Arrow, Card, Diagram
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.text import flowed
from cjm.maps.slides.deck import FOOT, LEAST, MARGIN, Deck, Paragraph, Run, describe, note
from cjm.maps.slides.lines import Way, connect, label_points, way_of
from cjm.maps.slides.plan import LEGEND, Page, pages_of
from cjm.maps.slides.words import SlideWords
from cjm.maps.views.graph.layout import Grid

TAG = (34.0, 15.0)
STAR = 15.0
NARROWER = 0.9
"""Texts may be set in a font that is wider than the one they are measured in."""


def add_graph(
    deck: Deck, diagram: Diagram, grid: Grid, words: SlideWords, heading: bool, legend: bool
) -> None:
    """The slides of the graph."""
    pages = pages_of(diagram, grid)
    first = deck.count + 1
    slides = {id: first + n for n, page in enumerate(pages) for id in page.boxes}
    for number, page in enumerate(pages, 1):
        title = diagram.header.title
        if len(pages) > 1:
            title = words.part.format(title=title, n=number, count=len(pages))
        slide = deck.slide(title, tuple(_figures(diagram)) if heading else ())
        _add_bands(deck, slide, diagram, page)
        shapes = {id: _add_card(deck, slide, diagram, id, page, slides, words) for id in page.boxes}
        _add_arrows(deck, slide, diagram, page, shapes)
        if legend:
            _add_legend(deck, slide, diagram, words)
        cards = [card for card in diagram.cards if card.id in page.boxes]
        arrows = [a.sentence for a in diagram.arrows if a.source in page.boxes]
        note(slide, [diagram.summary, "", *(card.sentence for card in cards), *arrows])


def _figures(diagram: Diagram) -> Iterator[Run]:
    """The figures of the whole journey, beside its title."""
    for number, figure in enumerate(diagram.header.figures):
        if number:
            yield Run("   ·   ", paint="muted", size=11)
        paint = f"{figure.mark}.text" if figure.mark in ("disappointment", "delight") else "ink"
        yield Run(f"{figure.value} ", True, paint, 14)
        yield Run(figure.label, paint="muted", size=10)


def _add_bands(deck: Deck, slide: Any, diagram: Diagram, page: Page) -> None:
    heads = {stage.id: stage for stage in diagram.stages}
    for band in page.bands:
        head = heads[band.stage]
        shape = deck.box(slide.shapes, band.box, "band_head", kind="RECTANGLE")
        describe(shape, head.title, head.goal)
        runs = [Run(head.title, True, size=10)]
        if head.balance:
            paint = f"{head.mark}.text" if head.mark in ("disappointment", "delight") else "ink"
            runs.append(Run(f"   {head.balance}", True, paint, 10))
        deck.write(shape, [tuple(runs)], "center", middle=True)


def _add_card(
    deck: Deck, slide: Any, diagram: Diagram, id: str, page: Page, slides: dict[str, int],
    words: SlideWords,
) -> Any:  # fmt: skip
    """A touchpoint as one group; the shape that lines are glued to."""
    card, box = diagram.card(id), page.boxes[id]
    group = slide.shapes.add_group_shape()
    shape = deck.box(group.shapes, box, "card", f"{_level(card)}.line")
    shape.adjustments[0] = 0.08
    deck.write(shape, list(_lines(card, diagram, box, slides, words)), middle=True, padding=6)
    if card.gap is not None:
        tag = deck.box(group.shapes, _tag(box), f"{_level(card)}.fill")
        deck.write(tag, [(Run(card.gap_text, True, f"{_level(card)}.on", 10),)], "center", True, 0)
    if card.reasons:
        fill = "moment" if card.negative else "star"
        deck.box(group.shapes, _star(box), fill, "star_edge", "STAR_5_POINT")
    describe(group, card.id, card.sentence)
    return shape


def _tag(box: Box) -> Box:
    """Where C hangs on a card."""
    width, height = TAG
    return Box(box.right - width - 5, box.bottom - 7, width, height)


def _star(box: Box) -> Box:
    """Where a moment of truth has its star."""
    return Box(box.right - STAR / 2 - 3, box.y - STAR / 2, STAR, STAR)


def _level(card: Card) -> str:
    return card.level or "satisfaction"


def _lines(
    card: Card, diagram: Diagram, box: Box, slides: dict[str, int], words: SlideWords
) -> Iterator[Paragraph]:
    """The title in two lines at most, the scores, where customers come in and end."""
    width = (box.width - 12) * NARROWER
    size = 10.0 if len(flowed(card.title, width, 10, True)) <= 2 else LEAST
    lines = flowed(card.title, width, size, True)
    title = card.title if len(lines) <= 2 else f"{' '.join(lines[:2])[:-1].rstrip()}…"
    yield (Run(title, True, size=size),)
    o, b = ("О", "В") if diagram.language == "ru" else ("O", "B")
    told = [f"{o} {card.expectation_text}"] if card.expectation is not None else []
    told += [f"{b} {card.experience_text}"] if card.experience is not None else []
    if told:
        yield (Run(" · ".join(told), paint="muted"),)
    if ways := _ways(card, diagram, slides, words):
        yield (Run(", ".join(ways), paint="muted"),)


def _ways(card: Card, diagram: Diagram, slides: dict[str, int], words: SlideWords) -> list[str]:
    """What is told of who comes in here, ends here, leaves unseen, or goes on elsewhere."""
    told = [
        words.slide.format(n=slides[arrow.target], share=arrow.percentage)
        for arrow in diagram.arrows
        if arrow.source == card.id and slides[arrow.target] != slides[card.id]
    ]
    if card.ending is not None and card.outcome is not None:
        outcome = words.outcomes[card.outcome]
        told.append(words.ending.format(outcome=outcome, share=card.ending_text))
    if card.start:
        told.append(words.start.format(share=card.start_text))
    if card.drop_off:
        told.append(words.silently.format(share=card.drop_off_text))
    return told


def _add_arrows(
    deck: Deck, slide: Any, diagram: Diagram, page: Page, shapes: dict[str, Any]
) -> None:
    """The transitions between cards of one slide, below the cards."""
    tree = slide.shapes._spTree
    first = next(n for n, element in enumerate(tree) if element.tag.endswith("}grpSp"))
    around = 0
    taken = [part for box in page.boxes.values() for part in (box, _tag(box), _star(box))]
    for arrow in diagram.arrows:
        if arrow.source not in shapes or arrow.target not in shapes or arrow.source == arrow.target:
            continue
        source, target = page.boxes[arrow.source], page.boxes[arrow.target]
        others = {id: b for id, b in page.boxes.items() if id not in (arrow.source, arrow.target)}
        way = way_of(source, target, others, around)
        around += len(way.points) > 2
        line = connect(slide.shapes, way, shapes[arrow.source], shapes[arrow.target])
        _dress(deck, line, arrow)
        tree.insert(first, line._element)
        first += 1
        if arrow.percentage and arrow.probability < 1:
            box = next((b for b in _share_boxes(way) if not any(map(b.overlaps, taken))), None)
            if box is not None:  # notes have every share
                taken.append(box)
                _add_share(deck, slide, box, arrow.percentage)


def _share_boxes(way: Way) -> Iterator[Box]:
    """Where a share may stand: on its line, else beside it."""
    for away in (-17.0, 3.0, -37.0):
        yield from (Box(x + away, y - 6.5, 34, 13) for x, y in label_points(way))


def _add_share(deck: Deck, slide: Any, box: Box, share: str) -> None:
    text = deck.text(slide.shapes, box, [(Run(share, paint="edge_label"),)], "center")
    text.fill.solid()
    text.fill.fore_color.rgb = deck.colour("canvas")


def _dress(deck: Deck, line: Any, arrow: Arrow) -> None:
    from cjm.maps.slides.deck import emu

    line.line.color.rgb = deck.colour("likely_path" if arrow.likely else "edge")
    line.line.width = emu(0.75 + 2 * arrow.weight)
    describe(line, f"{arrow.source} → {arrow.target}", arrow.sentence)


def _add_legend(deck: Deck, slide: Any, diagram: Diagram, words: SlideWords) -> None:
    """What the colours of C mean, in words."""
    runs: list[Run] = []
    for entry in diagram.legend:
        for sample in entry.samples:
            if sample.kind == "level" and sample.of:
                runs += [Run("■ ", True, f"{sample.of}.fill", 10), Run(f"{sample.text}     ")]
            if sample.kind == "moment":
                one_of = f": {sample.text}" if len(entry.samples) > 1 else ""
                runs += [Run("★ ", True, "moment" if sample.of else "star", 10)]
                runs += [Run(f"{words.moments}{one_of}     ")]
    if runs:
        box = Box(MARGIN, FOOT - LEGEND + 6, 900, 16)
        deck.text(slide.shapes, box, [tuple(runs)])
