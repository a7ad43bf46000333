"""The frame: what both views put round their drawing, and round each touchpoint in it."""

from __future__ import annotations

from contextlib import AbstractContextManager

from cjm.maps.content.model import Card, Diagram
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.model import Scene


def scene_of(diagram: Diagram, view: str, width: float, height: float, canvas: Canvas) -> Scene:
    """The finished picture of a journey: what has been painted, and what it is of."""
    data = {"journey": diagram.id}
    if diagram.persona is not None:
        data["persona"] = diagram.persona
    return Scene(
        width=width,
        height=height,
        title=diagram.header.title,
        description=diagram.summary,
        language=diagram.language,
        view=view,
        children=canvas.nodes,
        data=data,
    )


def touchpoint(canvas: Canvas, card: Card) -> AbstractContextManager[None]:
    """The group of one touchpoint; its first rectangle must be its card."""
    classes: list[str] = [card.mark]
    if card.reasons:
        classes.append("moment-of-truth")
    if card.start is not None:
        classes.append("start")
    if card.outcome:
        classes += ["exit", card.outcome]
    return canvas.group(
        "touchpoint",
        *classes,
        title=card.sentence,
        touchpoint=card.id,
        gap=card.gap,
        change=card.changed or None,
    )
