"""Preview: the map of a document as it is being written, and where its touchpoints stand."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from typing import Any

from cjm.edits.anatomy import Anatomy
from cjm.errors import CjmError
from cjm.format import as_id
from cjm.i18n import say, translate
from cjm.journey import Journey
from cjm.lsp.answers import Stretch
from cjm.lsp.reading import Reading
from cjm.project.cache import cache_folder
from cjm.project.workspace import Workspace
from cjm.source import Source
from cjm.system.atomic import write_bytes
from cjm.tuples import NamedTuple

LAYOUTS_KEPT = 16
"""Most changes of a text leave its graph as it was laid out."""


class Chosen(NamedTuple):
    """How a document is drawn."""

    view: str = "graph"
    persona: str | None = None
    theme: str | None = None


class Preview(NamedTuple):
    """A map as SVG and the stretch of each touchpoint's entry, or why there is none."""

    svg: str = ""
    touchpoints: tuple[tuple[str, Stretch], ...] = ()
    error: str = ""


def chosen_of(given: dict[str, Any]) -> Chosen:
    """How a client wants a document drawn; what it does not say is as by default."""
    said = {key: given[key] for key in Chosen._fields if given.get(key)}
    return Chosen(**said)


class Previews:
    """The documents whose maps are shown beside them, and how each was drawn last."""

    def __init__(self) -> None:
        self._chosen: dict[str, Chosen] = {}
        self._drawn: dict[str, tuple[Journey, Workspace, Chosen, str]] = {}

    def follow(self, uri: str, chosen: Chosen) -> None:
        """Draw a document from now on whenever it changed."""
        self._chosen[uri] = chosen

    def forget(self, uri: str) -> None:
        """Draw a document no more."""
        self._chosen.pop(uri, None)
        self._drawn.pop(uri, None)

    def __contains__(self, uri: str) -> bool:
        return uri in self._chosen

    def picture(self, reading: Reading) -> Preview:
        """The map of a document; of a broken text only what is wrong with it."""
        journey, tree = reading.journey, reading.judged
        if not reading.is_current or journey is None or tree is None:
            return Preview(error=_fault(reading))
        try:
            svg = self._svg(reading.uri, journey, reading.workspace.workspace)
        except CjmError as error:
            return Preview(error=translate(error.message, reading.language))
        return Preview(svg, _places(tree.source))

    def _svg(self, uri: str, journey: Journey, workspace: Workspace) -> str:
        chosen = self._chosen.get(uri, Chosen())
        known = self._drawn.get(uri)
        if known is None or known[:3] != (journey, workspace, chosen):
            known = (journey, workspace, chosen, _svg(journey, workspace, chosen))
            self._drawn[uri] = known  # a comment that is written draws nothing anew
        return known[3]


def _places(source: Source) -> tuple[tuple[str, Stretch], ...]:
    """Where each touchpoint's entry begins and ends."""
    node, anatomy = source.node(("touchpoints",)), Anatomy(source)
    parts = anatomy.parts(node) if node is not None and node.value else ()
    return tuple(
        (as_id(part.key.text), (part.start, part.end))
        for part in parts
        if part.key is not None and part.key.text is not None
    )


def _fault(reading: Reading) -> str:
    """The first fault of a text that holds no journey."""
    if reading.kind != "journey" or reading.fresh is None:
        return translate(say("the document is no journey"), reading.language)
    faults = sorted(reading.fresh.faults, key=lambda fault: fault.sort_key)
    return faults[0].message if faults else ""


def _svg(journey: Journey, workspace: Workspace, chosen: Chosen) -> str:
    from cjm.maps.look import look_of
    from cjm.maps.render import drawn

    view, persona, theme = chosen
    look = look_of(view=view, persona=persona, theme=theme, layout=_laid_out)
    return drawn(journey, look, "svg", workspace).content.decode()


@lru_cache(LAYOUTS_KEPT)
def _laid_out(dot: str) -> str:
    from cjm.system.graphviz import layout_program

    return layout_program()(dot)


def saved(reading: Reading, svg: str) -> str:
    """The path of a picture in the user's cache folder: one a document, for editors without pages.

    Raises CjmError where it cannot be written.
    """
    name = os.path.splitext(os.path.basename(reading.path))[0] or "journey"
    mark = hashlib.sha256(reading.uri.encode()).hexdigest()[:8]
    path = os.path.join(cache_folder(), "previews", f"{name}-{mark}.svg")
    write_bytes(path, svg.encode())
    return path
