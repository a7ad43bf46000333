"""Diagram → Mermaid's flowchart, as GitHub and GitLab draw it in Markdown."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cjm.maps.notations.labels import (
    MARKS,
    arrow_label,
    assumed_note,
    card_lines,
    colours_of,
    names_of,
)
from cjm.maps.notations.mermaid import escaped, front_matter

if TYPE_CHECKING:
    from cjm.design.themes import Theme
    from cjm.maps.content.model import Card, Diagram
    from cjm.maps.notations.labels import Flows

_UNWANTED = r"[^A-Za-z0-9_]"
_WIDEST = 6


def flowchart_of(diagram: Diagram, flows: Flows, theme: Theme, comment: str | None = None) -> str:
    """The flowchart of a journey: stages as subgraphs, levels as classes; any text stays text.

    A comment of ours may stand above it. Names begin with t_ and s_, for `end`, and o or x after a
    line, mean something to Mermaid.
    """
    names = names_of((card.id for card in diagram.cards), _UNWANTED, "t_")
    lines = [*front_matter(diagram.header.title), *([f"%% {comment}"] if comment else [])]
    lines.append("flowchart LR")
    lines.append(f"    accDescr: {escaped(diagram.summary)}")
    stages = names_of((stage.id for stage in diagram.stages), _UNWANTED, "s_")
    shown = [s for s in diagram.stages if any(c.stage == s.id for c in diagram.cards)]
    for stage in shown:
        cards = [card for card in diagram.cards if card.stage == stage.id]
        lines.append(f'    subgraph {stages[stage.id]}["{escaped(stage.title)}"]')
        lines += ["    " + _node(card, names, diagram.language) for card in cards]
        lines.append("    end")
    alone = [card for card in diagram.cards if card.stage is None or not diagram.stages]
    lines += [_node(card, names, diagram.language) for card in alone]
    for arrow in diagram.arrows:
        label = escaped(arrow_label(arrow))
        lines.append(f'    {names[arrow.source]} -->|"{label}"| {names[arrow.target]}')
    if shown:
        band = f"fill:{theme.band},stroke:{theme.line},color:{theme.ink}"
        lines.append(f"    classDef stage {band}")
        lines.append(f"    class {','.join(stages[s.id] for s in shown)} stage")
    lines += _clicks(diagram, names)
    if note := assumed_note(diagram):
        lines.append(f'    n_note["{escaped(note)}"]:::note')
        lines.append(f"    classDef note fill:none,stroke:none,color:{theme.ink}")
    return "\n".join([*lines, *_classes(diagram, theme), *_widths(diagram, flows), ""])


def _clicks(diagram: Diagram, names: dict[str, str]) -> list[str]:
    """Where a click on a card leads; a semicolon would end an entity for Mermaid."""
    linked = ((names[card.id], card.href.replace(";", "%3B")) for card in diagram.cards)
    return [f'    click {name} href "{href}" _blank' for name, href in linked if href]


def _node(card: Card, names: dict[str, str], language: str) -> str:
    label = "<br/>".join(escaped(line) for line in card_lines(card, language))
    moment = "_moment" if card.reasons else ""
    return f'    {names[card.id]}["{label}"]:::{card.mark}{moment}'


def _classes(diagram: Diagram, theme: Theme) -> list[str]:
    """A class for each level that occurs; moments of truth have a thick edge."""
    lines = []
    for mark in MARKS:
        fill, ink, edge = colours_of(mark, theme)
        colours = f"fill:{fill},color:{ink}"
        dashes = (
            ",stroke-dasharray:4 3" if mark == "unmeasured" and diagram.measure == "gap" else ""
        )
        if any(c.mark == mark and not c.reasons for c in diagram.cards):
            lines.append(f"    classDef {mark} {colours},stroke:{edge}{dashes}")
        if any(c.mark == mark and c.reasons for c in diagram.cards):
            thick = f"stroke:{theme.moment_line},stroke-width:4px"
            lines.append(f"    classDef {mark}_moment {colours},{thick}{dashes}")
    return lines


def _widths(diagram: Diagram, flows: Flows) -> list[str]:
    """Lines as wide as much flows, in whole pixels; transitions are counted from 0."""
    widths: defaultdict[int, list[str]] = defaultdict(list)
    for place, arrow in enumerate(diagram.arrows):
        width = 1 + round((_WIDEST - 1) * flows[arrow.source, arrow.target])
        widths[width].append(str(place))
    return [
        f"    linkStyle {','.join(places)} stroke-width:{width}px"
        for width, places in sorted(widths.items())
    ]
