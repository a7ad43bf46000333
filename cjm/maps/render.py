"""Render: a journey as a picture, from the first step to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from cjm.errors import UsageError
from cjm.i18n import Message, say, translate
from cjm.maps.look import Look, Options, look_of
from cjm.maps.refusals import (
    only_for_graphs,
    refuse_elsewhere,
    refuse_in_slides,
    refuse_sheets,
    refuse_unknown,
)
from cjm.names import PICTURE_FORMATS, THEMES, VIEWS
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from cjm.journey import Journey
    from cjm.maps.content.model import Diagram
    from cjm.maps.notations import Limited
    from cjm.maps.scene.model import Scene
    from cjm.maps.views.graph.layout import Budget, Grid
    from cjm.project.workspace import Workspace

NOTATIONS = ("dot", "mermaid")
"""Formats that are texts."""
PICTURES = ("svg", "html", "png", "pdf")
DEFAULT_THEME = "light"


def render(
    journey: Journey | str | os.PathLike[str],
    *,
    format: str = "svg",
    measured: bool = True,
    **options: Unpack[Options],
) -> bytes:
    """The map of a journey, or of the one in a file, as the bytes of a file.

    The same journey gives the same bytes.

    Args:
        journey: What is drawn: a journey, or the path of its file.
        view: graph (default), or map: the classic sheet of rows.
        format: svg, html, png or pdf for a picture; pptx for slides that can be edited, the graph,
            the map and the moments of truth; dot or mermaid for a text (UTF-8) that other
            tools draw: Graphviz's DOT, and for Mermaid a flowchart (view graph) or a user journey
            (view map).
        persona: Whose scores are shown, an id; for the view map it may be several.
        language: en or ru; by default the journey's.
        theme: light, dark or print; by default light, and an HTML page follows its reader's
            system, light or dark.
        engine: What lays a graph out: embedded (default), or dot for the system's Graphviz.
        layout: Any other engine: a function from DOT to json0 that raises LayoutError.
        scale: A PNG's pixels per unit; by default 2.
        paper: A PDF's a4, a3 or auto (default: the smallest that can be read), always landscape,
            on several sheets where one is too small.
        lanes: The only rows that a map shows (cjm.names.LANES); by default those with content.
        compare: The same journey in its other state, as-is or to-be, for a map.
        heading: Whether title, personas and figures stand above the picture; by default they do.
        legend: Whether what the signs mean stands below it; by default it does.
        flow: What customers did, on a graph in place of the planned moves: a result of
            `cjm conform --format json`, its path or what it holds.
        measured: Whether the overlay beside a file counts.

    Returns:
        The file's content.

    Raises:
        UsageError: a value does not exist, or a format does not have it.
        LayoutError: the layout engine is missing, fails or does not finish in time.
    """
    from cjm.project.opening import opened_within

    opened, workspace = opened_within(journey, measured)
    return drawn(opened, look_of(**options), format, workspace).content


class Drawn(NamedTuple):
    """The bytes of a file, and what is good to know of them."""

    content: bytes
    note: Message | None = None


def drawn(journey: Journey, look: Look, format: str, workspace: Workspace | None = None) -> Drawn:
    """What `render` returns, by a look; the heading shows the philosophy of a workspace."""
    refuse_unknown("format", format, PICTURE_FORMATS)
    refuse_elsewhere("scale", look.scale, "png", format)
    refuse_elsewhere("paper", look.paper, "pdf", format)
    if format == "pptx":
        return Drawn(_slides(journey, look, workspace))
    if format in NOTATIONS:
        text, note = _text(journey, look, format)
        return Drawn(text.encode(), note)
    paper = look.paper or "" if format == "pdf" else ""
    scene = picture(journey, look, workspace, paper)
    return Drawn(file_of(scene, look, format), _note(scene, format))


def _note(scene: Scene, format: str) -> Message | None:
    """What to know of a picture: that it was simplified, and which signs are missing."""
    if format not in ("png", "pdf"):
        return scene.note  # whose texts the reader's fonts draw
    from cjm.maps.writers.missing import note_of_missing

    missing = note_of_missing(scene)
    if missing is None or scene.note is None:
        return missing or scene.note
    return say("{one}; {other}", one=scene.note, other=missing)


def picture(
    journey: Journey, look: Look, workspace: Workspace | None = None, paper: str = ""
) -> Scene:
    """The map of a journey as a scene, for writers and for pages; a sheet fits its paper.

    Raises what `render` raises; of a look, only what concerns writers is left alone.
    """
    _check(look)
    if look.view == "map":
        if look.flow is not None:
            raise only_for_graphs()
        from cjm.maps.content.sheet import sheet_of
        from cjm.maps.views.map import draw as draw_map

        sheet = sheet_of(journey, look.personas, look.language, look.rows, look.compare, workspace)
        return draw_map(sheet, look.heading, look.legend, paper)
    return graph_of(diagram_of(journey, look, workspace), look)


def graph_of(diagram: Diagram, look: Look) -> Scene:
    """A finished diagram as a graph."""
    from cjm.maps.views.graph import draw
    from cjm.maps.views.graph.layout import Budget, lay_out

    budget = Budget()
    places = lay_out(diagram, _grid(diagram, look, budget), budget)
    scene = draw(diagram, places, look.heading, look.legend)
    return _simplified(scene, len(diagram.arrows)) if budget.cut else scene


def _grid(diagram: Diagram, look: Look, budget: Budget) -> Grid:
    """A column and a row for each card, by the engine that a look names."""
    from cjm.maps.views.graph.layout import grid_of, staged_columns
    from cjm.maps.views.graph.layout.dot import dot_of
    from cjm.maps.views.graph.layout.positions import positions_of

    layout = look.layout or _engine(look)
    columns = staged_columns(diagram)
    dot = dot_of(diagram, [c.ids for c in columns if c.ids], budget)
    positions = positions_of(layout(dot), len(diagram.cards))
    return grid_of(diagram, columns, positions, budget)


def _slides(journey: Journey, look: Look, workspace: Workspace | None) -> bytes:
    """The journey as a presentation: it has the graph, the map and the moments of truth."""
    from cjm.design.themes import theme_of
    from cjm.maps.content.sheet import sheet_of
    from cjm.maps.slides import presentation_of
    from cjm.maps.views.graph.layout import Budget

    _check(look)
    refuse_in_slides(look)
    theme = theme_of(look.theme or DEFAULT_THEME)
    diagram = _diagram(journey, look, workspace)
    grid = _grid(diagram, look, Budget())
    sheet = sheet_of(journey, look.personas, look.language, look.rows, None, workspace)
    return presentation_of(diagram, grid, sheet, theme, look.heading, look.legend)


def _simplified(scene: Scene, transitions: int) -> Scene:
    """A scene that says of itself that it could be better."""
    note = say(
        "{n} transitions are too many to look for the best picture: "
        "cards are placed by some of them, some lines take simpler ways, "
        "and some labels may be missing",
        n=transitions,
    )
    told = translate(note, scene.language)
    return scene._replace(
        note=note, description=f"{scene.description} {told[:1].upper()}{told[1:]}."
    )


def file_of(scene: Scene, look: Look, format: str) -> bytes:
    """A finished picture as a file. Raises UsageError where it has no such format or theme."""
    refuse_unknown("format", format, PICTURES)
    refuse_unknown("theme", look.theme or DEFAULT_THEME, THEMES)
    if format == "html":
        from cjm.maps.writers.html import page_of

        return page_of(scene, look.theme).encode()
    from cjm.design.themes import theme_of

    theme = theme_of(look.theme or DEFAULT_THEME)
    match format:
        case "png":
            from cjm.maps.writers.png import SCALE, png_of

            return png_of(scene, theme, SCALE if look.scale is None else look.scale)
        case "pdf":
            from cjm.maps.writers.pdf import PAPERS, pdf_of

            refuse_unknown("paper", paper := look.paper or "auto", PAPERS)
            return pdf_of(scene, theme, paper)
        case _:
            from cjm.maps.writers.svg import svg_of

            return svg_of(scene, theme).encode()


def _engine(look: Look) -> Callable[[str], str]:
    """The engine that a look names. Raises UsageError where there is none of that name."""
    from cjm.system.graphviz import layout_program

    return layout_program(look.engine)


def diagram_of(journey: Journey, look: Look, workspace: Workspace | None = None) -> Diagram:
    """What a graph says; `graph_of` draws it. Raises UsageError where a look is of a map."""
    refuse_sheets(look)
    return _diagram(journey, look, workspace)


def _diagram(journey: Journey, look: Look, workspace: Workspace | None) -> Diagram:
    from cjm.analysis import analyze
    from cjm.maps.content.compose import compose

    personas = look.personas
    analysis = analyze(journey, personas[0] if personas else None)
    diagram = compose(journey, analysis, look.language, workspace=workspace, heading=look.heading)
    if look.flow is None:
        return diagram
    from cjm.maps.content.flow import with_flow
    from cjm.maps.content.words import words_of

    return with_flow(diagram, look.flow, words_of(diagram.language))


def _text(journey: Journey, look: Look, format: str) -> Limited:
    """The journey as a text that other tools draw."""
    from cjm.analysis import analyze
    from cjm.design.themes import theme_of
    from cjm.maps.content.compose import compose
    from cjm.maps.notations import (
        Limited,
        graphviz_of,
        is_long,
        too_long,
        user_journey_of,
        within_limits,
    )
    from cjm.maps.notations.labels import flows_of

    _check(look)
    refuse_sheets(look)
    if look.flow is not None:
        raise only_for_graphs()
    if not (look.heading and look.legend):
        raise UsageError(
            say("{format} has neither heading nor legend to leave out", format=format),
            help=say("choose the format svg, html, png or pdf"),
        )
    personas = look.personas
    analysis = analyze(journey, personas[0] if personas else None)
    if format == "mermaid" and look.view == "map":
        text = user_journey_of(journey, analysis, look.language)
        return Limited(text, too_long(text) if is_long(text) else None)
    if look.view != "graph":
        raise UsageError(
            say("{format} has no view {view!r}", format=format, view=look.view),
            help=say("use the view graph, or mermaid"),
        )
    diagram = compose(journey, analysis, look.language)
    flows, theme = flows_of(analysis), theme_of(look.theme or DEFAULT_THEME)
    if format == "dot":
        return Limited(graphviz_of(diagram, flows, theme))
    return within_limits(diagram, flows, theme)


def _check(look: Look) -> None:
    """Raises UsageError for what does not exist."""
    refuse_unknown("view", look.view, VIEWS)
    refuse_unknown("theme", look.theme or DEFAULT_THEME, THEMES)
    if look.layout is None:
        _engine(look)
