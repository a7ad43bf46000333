"""Diagram → DOT for people: ids as names, titles as labels, stages as clusters.

The layout engine is asked with another DOT, which has no words in it: that of
`cjm.maps.views.graph.layout.dot`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjm.maps.notations.labels import (
    arrow_label,
    assumed_note,
    card_lines,
    colours_of,
    names_of,
)
from cjm.maps.scene.text import wrapped
from cjm.source.signs import COMMAND

if TYPE_CHECKING:
    from cjm.design.themes import Theme
    from cjm.maps.content.model import Card, Diagram
    from cjm.maps.notations.labels import Flows

FONT = "Noto Sans,Arial,sans-serif"
_UNWANTED = r"[^\w.-]"


def graphviz_of(diagram: Diagram, flows: Flows, theme: Theme) -> str:
    """The DOT of a journey, for Graphviz and all that reads it; lines are as wide as much flows."""
    import graphviz

    note = assumed_note(diagram)
    title = wrapped(diagram.header.title, (600,) * 3, 20, bold=True)
    graph = graphviz.Digraph(names_of([diagram.id], _UNWANTED)[diagram.id])
    graph.attr(rankdir="LR", bgcolor=theme.canvas, fontname=FONT, fontcolor=theme.ink)
    graph.attr(
        label=_label((*title, *([note] if note else []))),
        labelloc="t",
        labeljust="l",
        fontsize="20",
        nodesep="0.4",
    )
    graph.attr("node", shape="box", style="rounded,filled", fontname=FONT, fontsize="12")
    graph.attr("node", margin="0.15,0.08")
    graph.attr("edge", color=theme.edge, fontcolor=theme.edge_label, fontname=FONT, fontsize="11")
    graph.attr("edge", arrowsize="0.7")
    names = names_of((card.id for card in diagram.cards), _UNWANTED)
    _add_stages(graph, diagram, names, theme)
    for card in diagram.cards:
        if card.stage is None or not diagram.stages:
            _add_card(graph, card, names[card.id], diagram.language, theme)
    _add_arrows(graph, diagram, names, flows)
    return str(graph.source)


def _add_stages(graph: Any, diagram: Diagram, names: dict[str, str], theme: Theme) -> None:
    clusters = names_of((s.id for s in diagram.stages), _UNWANTED, "cluster_")
    for stage in diagram.stages:
        with graph.subgraph(name=clusters[stage.id]) as cluster:
            label = _label((stage.title,))
            cluster.attr(label=label, style="rounded,filled", color=theme.band, fontsize="14")
            for card in diagram.cards:
                if card.stage == stage.id:
                    _add_card(cluster, card, names[card.id], diagram.language, theme)


def _add_card(graph: Any, card: Card, name: str, language: str, theme: Theme) -> None:
    """The level by colour and in words; a moment of truth has a double edge."""
    fill, ink, edge = colours_of(card.mark, theme)
    graph.node(
        name,
        label=_label(card_lines(card, language)),
        tooltip=_label((card.sentence,)),
        fillcolor=fill,
        fontcolor=ink,
        color=edge,
        style="rounded,filled,dashed" if card.missing else None,
        peripheries="2" if card.reasons else None,
        URL=card.href.replace("&", "&amp;") or None,  # Graphviz writes it into XML as it is
        target="_blank" if card.href else None,
    )


def _add_arrows(graph: Any, diagram: Diagram, names: dict[str, str], flows: Flows) -> None:
    """A way back to an earlier stage must not move that stage to the right."""
    order = {stage.id: i for i, stage in enumerate(diagram.stages)}
    stages = {card.id: order.get(card.stage or "", -1) for card in diagram.cards}
    for arrow in diagram.arrows:
        graph.edge(
            names[arrow.source],
            names[arrow.target],
            label=_label((arrow_label(arrow),)),
            tooltip=_label((arrow.sentence,)),
            penwidth=f"{1 + 5 * flows[arrow.source, arrow.target]:.2f}",
            constraint="false" if stages[arrow.source] > stages[arrow.target] >= 0 else None,
        )


def _label(lines: tuple[str, ...]) -> str:
    """Lines as a label that is taken literally: no markup, no escapes, no entities."""
    import graphviz

    # A command to the CI server that keeps the log is broken up; the picture shows the same.
    plain = (COMMAND.sub("#&#35;", line.replace("&", "&amp;")) for line in lines)
    escaped = map(graphviz.escape, plain)
    # A text of this kind stays one even where it begins with < and ends with >.
    label: str = graphviz.nohtml("\\n".join(escaped))
    return label
