"""A flowchart of Mermaid's → the data of a journey: nodes are touchpoints, subgraphs stages."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from cjm.diagnostics import Route, Span
from cjm.exchange.ids import Ids
from cjm.exchange.imported import Asked, Imported, Lost
from cjm.exchange.mermaid.flowchart import Flowchart
from cjm.exchange.mermaid.graph import Edge, Graph, Vertex
from cjm.exchange.mermaid.labels import Said, said_by
from cjm.exchange.mermaid.numbering import unnumbered
from cjm.exchange.mermaid.prepared import Prepared
from cjm.exchange.mermaid.ways import Way, way_of, within_one
from cjm.i18n import Message, say

MARKS = ("disappointment", "satisfaction", "delight", "unmeasured")
"""The classes that `cjm render` gives to nodes, each with `_moment` too."""
_OWN = frozenset((*MARKS, *(f"{mark}_moment" for mark in MARKS)))
NOTE = "n_note"
"""The node in which `cjm render` says what ≈ means."""


def read_flowchart(prepared: Prepared, asked: Asked) -> Imported:
    """What a flowchart says; its faults, if it has any."""
    graph = Flowchart(prepared).graph
    if not graph.vertices and not prepared.faults:
        prepared.fault(0, say("there is no node"), help=say("expected a --> b"))
    if prepared.faults:
        faults = sorted(prepared.faults, key=lambda fault: fault.place)
        return Imported({}, faults=tuple(faults), text=prepared.original)
    return _Reading(prepared, graph).imported()


class _Reading:
    def __init__(self, prepared: Prepared, graph: Graph) -> None:
        self._prepared, self._graph = prepared, graph
        self._places: dict[Route, Span] = {}
        note = graph.vertices.get(NOTE)
        if note and note.classes == ["note"]:
            del graph.vertices[NOTE]
        nodes = graph.vertices.values()
        self._ours = all(v.name[:2] == "t_" and set(v.classes) & _OWN for v in nodes)
        """Whether `cjm render` wrote it: then names begin with t_ and s_, and more is computed."""

    def imported(self) -> Imported:
        graph, prepared = self._graph, self._prepared
        stages, stage_of = self._stages()
        vertices, edges = self._without_subgraphs()
        ids = Ids("touchpoint")
        names = {name: ids.made_of(self._name(name)) for name in vertices}
        said = {name: said_by(vertex.label, self._ours) for name, vertex in vertices.items()}
        ways = self._ways(edges)
        points = {
            names[name]: self._touchpoint(vertex, said[name], stage_of, ways[name], names)
            for name, vertex in vertices.items()
        }
        for name, vertex in vertices.items():
            self._places["touchpoints", names[name]] = prepared.span(vertex.at)
        data: dict[str, Any] = {}
        if prepared.title:
            data["title"] = prepared.title
        if graph.description and not self._ours:
            data["description"] = graph.description
        if stages:
            data["stages"] = stages
        if start := self._start(said, edges, names):
            data["start"] = start
        data["touchpoints"] = points
        lost = (*prepared.lost, *self._looks())
        return Imported(
            data,
            lost=lost,
            text=prepared.original,
            place_of=lambda route, key: self._places.get(route),
        )

    def _name(self, name: str) -> str:
        return name[2:] if self._ours else name

    def _stages(self) -> tuple[dict[str, Any], dict[int, str]]:
        """The stages by their ids, and the stage of each subgraph: the innermost ones."""
        parts = self._graph.subgraphs
        around = {part.around for part in parts}
        holding = {vertex.subgraph for vertex in self._graph.vertices.values()}
        ids = Ids("stage")
        kept = []
        for place, part in enumerate(parts):
            if place in around and place not in holding:
                why = say("stages do not stand inside each other")
                self._prepared.leave(part.at, say("the subgraph «{text}»", text=part.title), why)
            else:
                kept.append(place)
        titles = unnumbered([parts[place].title for place in kept])
        stages, stage_of = {}, {}
        for place, title in zip(kept, titles, strict=True):
            name = parts[place].name
            stage_of[place] = id = ids.made_of(name[2:] if self._ours else name)
            stages[id] = {"title": title} if title else {}
            self._places["stages", id] = self._prepared.span(parts[place].at)
        return stages, stage_of

    def _without_subgraphs(self) -> tuple[dict[str, Vertex], list[Edge]]:
        """Nodes and transitions but for those that are a subgraph's."""
        parts = {part.name for part in self._graph.subgraphs}
        edges = []
        for edge in self._graph.edges:
            if {edge.source, edge.target} & parts:
                what = say("{source} → {target}", source=edge.source, target=edge.target)
                why = say("a stage is no touchpoint: transitions lead from one to another")
                self._prepared.leave(edge.at, what, why)
            else:
                edges.append(edge)
        return {n: v for n, v in self._graph.vertices.items() if n not in parts}, edges

    def _ways(self, edges: list[Edge]) -> dict[str, dict[str, Way]]:
        """Each node's ways on, by where they lead; a second one of the same ends is told."""
        ways: dict[str, dict[str, Way]] = defaultdict(dict)
        for edge in edges:
            way = way_of(edge.label)
            if edge.target in ways[edge.source]:
                what = say("{source} → {target}", source=edge.source, target=edge.target)
                self._prepared.leave(edge.at, what, say("there is this transition already"))
                continue
            ways[edge.source][edge.target] = way
        return ways

    def _touchpoint(
        self,
        vertex: Vertex,
        said: Said,
        stage_of: dict[int, str],
        ways: dict[str, Way],
        names: dict[str, str],
    ) -> dict[str, Any]:
        point: dict[str, Any] = {}
        if said.title:
            point["title"] = said.title
        if vertex.subgraph is not None and (stage := self._stage(vertex.subgraph, stage_of)):
            point["stage"] = stage
        for key in ("expectation", "experience"):
            if (score := getattr(said, key)) is not None:
                point[key] = score
        for line in said.others:
            why = say("below the figures of a label only figures are read")
            self._prepared.leave(vertex.at, say("«{text}»", text=line), why)
        if ways:
            point["next"] = within_one({names[name]: way for name, way in ways.items()})
        if said.outcome and not ways:
            point["outcome"] = said.outcome
        return point

    def _stage(self, subgraph: int, stage_of: dict[int, str]) -> str | None:
        return stage_of.get(subgraph)

    def _start(self, said: dict[str, Said], edges: list[Edge], names: dict[str, str]) -> Any:
        """Where customers come in: what the labels say, else the nodes that nobody leads to."""
        shares = {names[name]: label.start for name, label in said.items() if label.start}
        if shares and abs(sum(shares.values()) - 1) < 1e-9:
            return next(iter(shares)) if len(shares) == 1 else shares
        reached = Counter(edge.target for edge in edges if edge.target != edge.source)
        firsts = [id for name, id in names.items() if name not in reached]
        if len(firsts) == 1:
            return firsts[0] if firsts != [next(iter(names.values()))] else None
        return firsts

    def _looks(self) -> list[Lost]:
        """What is about how it looks, counted: a line each kind."""
        graph = self._graph
        if self._ours:
            return []
        told: list[tuple[list[int], Message, Message]] = [
            (
                graph.looks,
                say("{n} {n:statement|statements} about how it looks", n=len(graph.looks)),
                _LOOKS,
            ),
            (graph.shapes, say("{n} {n:shape|shapes} of nodes", n=len(graph.shapes)), _LOOKS),
            (graph.kinds, say("{n} {n:kind|kinds} of lines", n=len(graph.kinds)), _LOOKS),
        ]
        classes = [v for v in graph.vertices.values() if set(v.classes) - _OWN]
        told.append(
            ([v.at for v in classes], say("{n} {n:class|classes} of nodes", n=len(classes)), _LOOKS)
        )
        return [
            Lost(self._prepared.line(places[0]), None, what, why)
            for places, what, why in told if places
        ]  # fmt: skip


_LOOKS = say("a map draws them its own way")
