"""Main: what the worker of a page calls, in texts and JSON; one page, one host."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator

from cjm.errors import LayoutError
from cjm.i18n import external, say
from cjm.i18n.characters import clipped
from cjm.i18n.choice import VARIABLE
from cjm.pyodide.files import MemoryFiles
from cjm.pyodide.host import PageHost
from cjm.version import __version__

_MOST_SIGNS = 200
_running: list[tuple[MemoryFiles, PageHost]] = []


def start(layout: Callable[[str], str], language: str | None = None) -> str:
    """Begin with no texts.

    Args:
        layout: A function of the page, from DOT to Graphviz's json0; it throws where it fails.
        language: Of journeys, and of what is told, where no text says one; by default English.

    Returns:
        The version of cjm.
    """

    def laid_out(dot: str) -> str:
        try:
            return str(layout(dot))
        except Exception as error:  # whatever a function of another language throws
            told = external(clipped(str(error).split("\n")[0], _MOST_SIGNS))
            raise LayoutError(
                say("the layout engine failed: {reason}", reason=told),
                help=say("the journey may be too large to be drawn here"),
            ) from error

    if language:
        os.environ[VARIABLE] = language
    files = MemoryFiles()
    _running[:] = [(files, PageHost(files, laid_out))]
    return __version__


def _parts() -> Iterator[object]:
    """What leads to all that a picture imports, in parts that take no long time each."""
    import cjm.maps.content.compose

    yield cjm.maps.content.compose
    import cjm.maps.views.graph.layout

    yield cjm.maps.views.graph.layout
    import cjm.maps.views.graph.layout.positions

    yield cjm.maps.views.graph.layout.positions
    import cjm.maps.views.map

    yield cjm.maps.views.map
    import cjm.maps.writers.html

    yield cjm.maps.writers.html
    import cjm.studio.picture

    yield cjm.studio.picture


_unprepared = _parts()


def prepare() -> bool:
    """Import a part of what the first picture needs, while nobody asks for anything.

    Returns:
        Whether there was one left.
    """
    return next(_unprepared, None) is not None


def put(path: str, text: str | None) -> None:
    """Hold what a file of the page holds by now; None where it is no longer there."""
    files, _ = _running[0]
    files.put(path, text)


def answer(name: str, given: str) -> str:
    """What a function comes to.

    Args:
        name: One of `PageHost.parameters`.
        given: Its arguments, a JSON object.

    Returns:
        Its result as JSON, or `{"error": …}`.
    """
    _, host = _running[0]
    arguments = json.loads(given)
    language = arguments.get("language") if isinstance(arguments, dict) else None
    told: str = json.dumps(host.answer(name, arguments, language), ensure_ascii=False)
    try:
        told.encode()
    except UnicodeEncodeError:  # half a character, which no other language may be given
        told = json.dumps(json.loads(told))
    return told
