"""Render: a journey as a picture, from the first step to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.names import PICTURE_FORMATS, THEMES, VIEWS

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence

    from cjm.analysis import Analysis
    from cjm.design.themes import Theme
    from cjm.journey import Journey
    from cjm.maps.scene.model import Scene


def render(
    journey: Journey | str | os.PathLike[str],
    *,
    view: str = "graph",
    format: str = "svg",
    persona: str | Sequence[str] | None = None,
    language: str | None = None,
    theme: str = "light",
    engine: str = "embedded",
    layout: Callable[[str], str] | None = None,
    scale: float | None = None,
    paper: str | None = None,
    lanes: Sequence[str] | None = None,
    compare: Journey | None = None,
) -> bytes:
    """The map of a journey, or of the one in a file, as the bytes of a file.

    `format` is svg, png or pdf for a picture; dot or mermaid for a text (UTF-8) that other tools
    draw: Graphviz's DOT, and for Mermaid a flowchart (view graph) or a user journey (view map).
    `persona` shows that persona's scores; `language` (en, ru) is by default the journey's;
    `theme` is light, dark or print; `engine` embedded or dot (the system's Graphviz), or
    `layout` any other: a function from DOT to json0 that raises LayoutError; `scale`
    is a PNG's pixels per unit, by default 2; `paper` a PDF's a4, a3 or auto (default: the
    smallest that can be read), always landscape, on several sheets where one is too small.
    For the view map, drawn as a picture, `persona` may be several ids, `lanes` are the only rows
    it shows (cjm.names.LANES), and `compare` is the same journey in its other state,
    as-is or to-be. The same journey gives the same bytes.

    Raises UsageError for a value that does not exist or a format does not have, LayoutError
    where the layout engine is missing, fails or does not finish in time.
    """
    from cjm.analysis import analyze
    from cjm.design.themes import theme_of
    from cjm.maps.content.compose import compose
    from cjm.maps.views.graph import draw
    from cjm.maps.views.graph.layout import grid_of, lay_out, staged_columns
    from cjm.maps.views.graph.layout.dot import dot_of
    from cjm.maps.views.graph.layout.positions import positions_of
    from cjm.project.opening import opened

    journey = opened(journey)
    _choose("view", view, VIEWS)
    _choose("format", format, PICTURE_FORMATS)
    _choose("theme", theme, THEMES)
    if layout is None:
        from cjm.system.graphviz import layout_program

        layout = layout_program(engine)
    _belongs("scale", scale, "png", format)
    _belongs("paper", paper, "pdf", format)

    personas = (persona,) if isinstance(persona, str) else tuple(persona or ())
    if view == "map" and format in ("svg", "png", "pdf"):
        from cjm.maps.content.sheet import sheet_of
        from cjm.maps.views.map import draw as draw_map

        sheet = sheet_of(journey, personas, language, lanes, compare)
        return _file(draw_map(sheet), theme_of(theme), format, scale, paper)
    _only_for_maps(personas, lanes, compare)
    analysis = analyze(journey, personas[0] if personas else None)
    if format in ("dot", "mermaid"):
        return _text(journey, analysis, view, format, language, theme_of(theme)).encode()
    diagram = compose(journey, analysis, language)
    columns = staged_columns(diagram)
    dot = dot_of(diagram, [c.ids for c in columns if c.ids])
    grid = grid_of(diagram, columns, positions_of(layout(dot), len(diagram.cards)))
    return _file(draw(diagram, lay_out(diagram, grid)), theme_of(theme), format, scale, paper)


def _file(scene: Scene, theme: Theme, format: str, scale: float | None, paper: str | None) -> bytes:
    """A finished map as a file."""
    match format:
        case "png":
            from cjm.maps.writers.png import SCALE, png_of

            return png_of(scene, theme, SCALE if scale is None else scale)
        case "pdf":
            from cjm.maps.writers.pdf import PAPERS, pdf_of

            _choose("paper", paper := paper or "auto", PAPERS)
            return pdf_of(scene, theme, paper)
        case _:
            from cjm.maps.writers.svg import svg_of

            return svg_of(scene, theme).encode()


def _text(
    journey: Journey, analysis: Analysis, view: str, format: str, language: str | None, theme: Theme
) -> str:
    """The journey as a text that other tools draw."""
    from cjm.maps.content.compose import compose
    from cjm.maps.notations import flowchart_of, graphviz_of, user_journey_of
    from cjm.maps.notations.labels import flows_of

    if format == "mermaid" and view == "map":
        return user_journey_of(journey, analysis, language)
    if view != "graph":
        raise UsageError(
            say("{format} has no view {view!r}", format=format, view=view),
            help=say("use the view graph, or mermaid"),
        )
    diagram = compose(journey, analysis, language)
    write = graphviz_of if format == "dot" else flowchart_of
    return write(diagram, flows_of(analysis), theme)


def _only_for_maps(
    personas: tuple[str, ...], lanes: Sequence[str] | None, compare: Journey | None
) -> None:
    """Raises UsageError for what only a map sheet can show."""
    given = {
        say("only the view map, as a picture, has rows to choose"): lanes is not None,
        say("only the view map, as a picture, has another state to compare"): compare is not None,
        say("only the view map, as a picture, has several personas"): len(personas) > 1,
    }
    for what in (name for name, is_given in given.items() if is_given):
        raise UsageError(
            what,
            help=say("choose the view map and the format svg, png or pdf"),
        )


def _belongs(option: str, value: object, owner: str, format: str) -> None:
    if value is not None and format != owner:
        raise UsageError(
            say(
                "--{option} belongs to {owner}, not to {format}",
                option=option,
                owner=owner,
                format=format,
            ),
            help=say("leave it out, or choose the format {owner}", owner=owner),
        )


def _choose(what: str, value: str, known: Iterable[str]) -> None:
    known = tuple(known)
    if value not in known:
        raise UsageError(
            say("there is no {what} {value!r}", what=what, value=value),
            help=say("known: {known}", known=", ".join(known)),
        )
