"""The moments of truth on slides: a table, those that disappoint most first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from cjm.maps.content.model import Card
from cjm.maps.content.sheet.model import Sheet
from cjm.maps.scene.geometry import Box
from cjm.maps.slides.cells import bulleted, lane_named, lines_of
from cjm.maps.slides.deck import FOOT, INNER, MARGIN, TOP, Deck, Paragraph, Run, note
from cjm.maps.slides.tables import Row, add_table, height_of, pages_of, shortened
from cjm.maps.slides.words import SlideWords

WIDTHS = (166.0, 38.0, 38.0, 48.0, 162.0, 176.0, 168.0, INNER - 796.0)


def add_moments(deck: Deck, sheet: Sheet, words: SlideWords) -> None:
    """The slides of the moments of truth; one sentence where there are none."""
    moments = [(n, card) for n, card in enumerate(sheet.columns) if card and card.reasons]
    moments.sort(key=lambda moment: moment[1].gap if moment[1].gap is not None else 99)
    title = f"{sheet.diagram.header.title} · {words.moments}"
    if not moments:
        slide = deck.slide(title)
        box = Box(MARGIN, TOP, INNER, 40)
        deck.text(slide.shapes, box, [(Run(words.no_moments, size=14),)])
        return
    head = _head(sheet, words)
    rows = [_row(sheet, n, card) for n, card in moments]
    room = FOOT - TOP - height_of(head, WIDTHS)
    pages = pages_of(rows, WIDTHS, repeat(room))
    for number, page in enumerate(pages, 1):
        shown = words.part.format(title=title, n=number, count=len(pages))
        slide = deck.slide(shown if len(pages) > 1 else title)
        shown_rows = (head, *page)
        box = Box(MARGIN, TOP, INNER, sum(height_of(row, WIDTHS) for row in shown_rows))
        add_table(deck, slide, box, shown_rows, WIDTHS)
        note(slide, [f"{card.sentence} {', '.join(card.reasons)}" for _, card in moments])


def _head(sheet: Sheet, words: SlideWords) -> Row:
    o, b, c = "ОВС" if sheet.diagram.language == "ru" else "OBC"
    titles = (words.touchpoint, o, b, c, words.why, words.hurts, words.planned, words.owner)
    return Row(
        tuple(((Run(title, True, "muted", 10),),) for title in titles), ("band_head",) * len(titles)
    )


def _row(sheet: Sheet, column: int, card: Card) -> Row:
    group = next(group for group in sheet.groups if group.first <= column < group.end)
    stage = group.stage.title if group.stage else ""
    name: list[Paragraph] = [(Run(card.title, True, size=11),)]
    name += [(Run(stage, paint="muted"),)] if stage else []
    tone = card.level or "satisfaction"
    texts = ("pains", "improvements", "owner")
    return Row(
        (
            tuple(name),
            ((Run(card.expectation_text, size=11),),),
            ((Run(card.experience_text, size=11),),),
            ((Run(card.gap_text, True, f"{tone}.text", 13),),),
            _told(card.reasons, 4),
            *(_told(_texts(sheet, text, column), place) for place, text in enumerate(texts, 5)),
        )
    )


def _texts(sheet: Sheet, name: str, column: int) -> list[str]:
    lane = lane_named(sheet.lanes, name)
    return lines_of(lane.cells[column]) if lane and lane.cells else []


def _told(lines: Sequence[str], place: int) -> tuple[Paragraph, ...]:
    return tuple((Run(line, size=10),) for line in shortened(bulleted(list(lines)), WIDTHS[place]))
