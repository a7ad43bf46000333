"""The outline of a picture: what it is made of, without coordinates and colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cjm.maps.scene.model import Group, Link, Node, Scene, TextRun


def outline(scene: Scene) -> str:
    """The scene's tree, a node a line: roles, classes, data and sentences; texts; shapes."""
    head = f"scene {scene.view} {scene.language}{_data(scene)}"
    told = [head, f"  title «{scene.title}»", f"  description «{scene.description}»"]
    return "\n".join([*told, *_lines(scene.children, "  ")]) + "\n"


def _lines(nodes: Iterable[Node], indent: str) -> Iterator[str]:
    for node in nodes:
        match node:
            case Group():
                names = " ".join(filter(None, ("group", node.role, *node.classes)))
                hidden = " hidden" if node.hidden else ""
                title = f" «{node.title}»" if node.title else ""
                yield f"{indent}{names}{_data(node)}{hidden}{title}"
                yield from _lines(node.children, indent + "  ")
            case Link():
                yield f"{indent}link {node.href}"
                yield from _lines(node.children, indent + "  ")
            case TextRun():
                yield indent + "text " + "".join(f"«{span.text}»" for span in node.spans)
            case _:
                yield indent + type(node).__name__.lower()


def _data(node: Scene | Group) -> str:
    return "".join(f" {name}={value}" for name, value in node.data.items())
