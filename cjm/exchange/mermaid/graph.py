"""A flowchart as it is written: nodes, transitions, subgraphs, each with its place."""

from __future__ import annotations

from cjm.records import dataclass, field
from cjm.tuples import NamedTuple


@dataclass(slots=True)
class Vertex:
    """A node: where it comes first, the lines of its label, its classes, its subgraph."""

    name: str
    at: int
    label: tuple[str, ...] = ()
    classes: list[str] = field(default_factory=list)
    subgraph: int | None = None


class Edge(NamedTuple):
    """A line from a node to another, and its label; one that is drawn invisibly is none."""

    source: str
    target: str
    label: str
    at: int


@dataclass(slots=True)
class Subgraph:
    """A subgraph: its name, its title, where it begins, and the one around it."""

    name: str
    title: str
    at: int
    around: int | None = None
    open: bool = True


@dataclass(slots=True)
class Graph:
    """All of a flowchart. `vertices` are in the order in which they come first."""

    vertices: dict[str, Vertex] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    subgraphs: list[Subgraph] = field(default_factory=list)
    description: str = ""
    looks: list[int] = field(default_factory=list)
    """Where statements begin that are about how it looks."""
    shapes: list[int] = field(default_factory=list)
    """Where nodes stand that have another shape than a box."""
    kinds: list[int] = field(default_factory=list)
    """Where lines stand that are no plain arrows."""
