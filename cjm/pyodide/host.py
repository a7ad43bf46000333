"""The page's host: what the studio asks, and what the page alone is asked, over texts in memory."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from cjm.analysis.unsolved import recorded
from cjm.checking.assess import Assessment
from cjm.checking.checker import Checker
from cjm.checking.export import findings_data
from cjm.checking.overrides import Overrides
from cjm.errors import UsageError, require_language
from cjm.i18n import say
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFile
from cjm.pyodide.not_worked_out import not_worked_out
from cjm.pyodide.readings import Readings
from cjm.studio import host as studio
from cjm.studio.host import FILE, LANGUAGE, OF_PAGE, TEXT, Data, Host, Parameter
from cjm.studio.picture import LAYOUTS_KEPT, Layout, drawable, picture, ranges_of
from cjm.studio.surroundings import Surroundings

if TYPE_CHECKING:
    from cjm.lsp.answers import Completion
    from cjm.lsp.reading import Reading
    from cjm.project.workspace import Workspace
    from cjm.studio.carrying import Renamed

OFFSET = Parameter("offset", int)
NAME = Parameter("name", str)
PARAMETERS: dict[str, tuple[Parameter, ...]] = {
    **studio.PARAMETERS,
    "findings": (FILE, TEXT, LANGUAGE),
    "complete": (FILE, TEXT, OFFSET, LANGUAGE),
    "hover": (FILE, TEXT, OFFSET, LANGUAGE),
    "carried": (FILE, TEXT, Parameter("renamed", list)),
    "convert_in": (NAME, Parameter("content_base64", str), LANGUAGE),
    "convert_out": (FILE, TEXT, Parameter("format", str), LANGUAGE),
}
"""The functions that a page may call, by name, with what each takes."""


class PageFiles(studio.Files, Protocol):
    """Where a page's journeys lie."""

    @property
    def workspace(self) -> WorkspaceFile:
        """The `cjm.yaml` of all journeys."""

    @property
    def shared(self) -> Workspace:
        """What that says."""

    def carried(self, file: str, text: str, renamed: Renamed) -> dict[str, str]:
        """What the overlays of a journey that change shall hold once its text is saved."""


class PageHost(Host):
    """Answers a page about its texts, in plain data, and never raises but for want of memory.

    `layout` lays out graphs: from DOT to Graphviz's json0.
    """

    parameters = PARAMETERS
    fatal = (MemoryError,)  # an interpreter that ran out of memory may stay sick

    def __init__(self, files: PageFiles, layout: Layout) -> None:
        super().__init__(files)
        self._texts = files
        self._readings = Readings()
        self._layout = lru_cache(LAYOUTS_KEPT)(layout)

    def _picture(
        self,
        file: str,
        text: str,
        theme: str = OF_PAGE,
        renamed: Sequence[object] = (),
        **look: Any,
    ) -> Data:
        """In a theme of its own it is the file that `cjm render` writes."""
        read = self._read(file, text, renamed)
        if theme == OF_PAGE:
            with recorded(self._readings.unsolved(file)):
                return picture(read, layout=self._layout, **look).to_dict()
        from cjm.maps.look import look_of
        from cjm.maps.render import drawn

        chosen = look_of(theme=theme, layout=self._layout, **look)
        with recorded(self._readings.unsolved(file)):
            svg = drawn(drawable(read), chosen, "svg", read.workspace).content.decode()
        return {"svg": svg, "ranges": {id: list(part) for id, part in ranges_of(read).items()}}

    def _assessed(self, text: str, around: Surroundings) -> Assessment:
        """The last text of each file is known, so that figures are of the very picture."""
        return self._readings.assessment(around, self._texts.workspace, text)

    def _assess(
        self, file: str, text: str, language: str | None = None, renamed: Sequence[object] = ()
    ) -> Data:
        """What no page can solve is told beside it, not left out in silence."""
        _require(language)
        read = self._read(file, text, renamed)
        with recorded(self._readings.unsolved(file)) as unsolved:
            data = read.to_dict(language)
        told_in = language or read.workspace.language
        return {**data, "not_worked_out": not_worked_out(unsolved, told_in)}

    def _findings(self, file: str, text: str, language: str | None = None) -> list[Data]:
        """Of a journey, or of the workspace."""
        if file != WORKSPACE_FILE:
            read = self._read(file, text, ())
            with recorded(self._readings.unsolved(file)):
                return findings_data((read.told_in(language) if language else read).findings)
        _require(language)
        workspace = WorkspaceFile(file, text.encode("utf-8", "surrogatepass"))
        checker = Checker(Overrides(), self._around(file).today)
        return findings_data(checker.workspace(workspace, language).findings)

    def _complete(self, file: str, text: str, offset: int, language: str | None = None) -> Data:
        from cjm.lsp.completion import complete

        reading = self._reading(file, text, language)
        with recorded(self._readings.unsolved(file)):
            found = complete(reading, offset)
        start, end = (found[0].start, found[0].end) if found else (offset, offset)
        return {"start": start, "end": end, "items": list(map(_offered, found))}

    def _hover(self, file: str, text: str, offset: int, language: str | None = None) -> Data | None:
        from cjm.lsp.hover import hover

        reading = self._reading(file, text, language)
        with recorded(self._readings.unsolved(file)):
            found = hover(reading, offset)
        return found and {"start": found.start, "end": found.end, "text": found.markdown}

    def _carried(self, file: str, text: str, renamed: Sequence[object]) -> Data:
        """The overlays that change with a journey, by their paths."""
        from cjm.studio.carrying import renamed_of

        return self._texts.carried(file, text, renamed_of(renamed))

    def _convert_in(self, name: str, content_base64: str, language: str | None = None) -> Data:
        from cjm.pyodide.converting import converted_in

        _require(language)
        return converted_in(name, _decoded(content_base64), self._texts.shared, language)

    def _convert_out(self, file: str, text: str, format: str, language: str | None = None) -> Data:
        from cjm.pyodide.converting import converted_out

        _require(language)
        return converted_out(self._read(file, text, ()), file, format, language)

    def _around(self, file: str) -> Surroundings:
        return self._texts.surroundings(file)

    def _reading(self, file: str, text: str, language: str | None) -> Reading:
        _require(language)
        return self._readings.of(self._around(file), self._texts.workspace, text, language)


def _require(language: str | None) -> None:
    if language is not None:
        require_language(language)


def _offered(item: Completion) -> Data:
    """A completion; an `insert` that is a `snippet` has stops such as `${1:title}` and `$0`."""
    return {
        "label": item.label,
        "insert": item.text,
        "snippet": item.is_snippet,
        "kind": item.kind,
        "detail": item.detail,
        "documentation": item.documentation,
        "filter": item.filter or item.label,
    }


def _decoded(content: str) -> bytes:
    try:
        return b64decode(content, validate=True)
    except (NoBase64, ValueError) as error:
        raise UsageError(say("{key!r} has no such value", key="content_base64")) from error
