"""Render: a journey as a picture, from the first step to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cjm.journey import Journey

VIEWS = ("graph",)
FORMATS = ("svg", "png")
SCALE = 2.0
"""Pixels of a PNG per unit: sharp on screens and in slides."""


def render(
    journey: Journey,
    *,
    view: str = "graph",
    format: str = "svg",
    persona: str | None = None,
    language: str | None = None,
    theme: str = "light",
    engine: str = "embedded",
    scale: float = SCALE,
) -> bytes:
    """The map of a journey as the bytes of an SVG (UTF-8) or a PNG.

    `persona` shows that persona's scores; `language` (en, ru) is by default the journey's;
    `theme` is light, dark or print; `engine` embedded or dot (the system's Graphviz); `scale`
    is a PNG's pixels per unit. The same journey gives the same bytes.

    Raises UsageError for a value that does not exist, EngineError where the layout engine is
    missing, fails or does not finish in time.
    """
    from cjm.analysis import analyze
    from cjm.diagram.compose import compose
    from cjm.diagram.dot import dot_of
    from cjm.diagram.drawing import draw
    from cjm.diagram.engine import ENGINES, positions
    from cjm.diagram.layout import grid_of, lay_out, staged_columns
    from cjm.diagram.themes import THEMES

    themes = {t.name: t for t in THEMES}
    _choose("view", view, VIEWS)
    _choose("format", format, FORMATS)
    _choose("theme", theme, themes)
    _choose("layout engine", engine, ENGINES)

    diagram = compose(journey, analyze(journey, persona), language)
    columns = staged_columns(diagram)
    dot = dot_of(diagram, [c.ids for c in columns if c.ids])
    grid = grid_of(diagram, columns, positions(dot, len(diagram.cards), engine))
    svg = draw(diagram, lay_out(diagram, grid), themes[theme])
    if format == "svg":
        return svg.encode()
    from cjm.diagram.png import png_of

    return png_of(svg, scale)


def _choose(what: str, value: str, known: Iterable[str]) -> None:
    known = tuple(known)
    if value not in known:
        raise UsageError(f"there is no {what} {value!r}", help=f"known: {', '.join(known)}")
