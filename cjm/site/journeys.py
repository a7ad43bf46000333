"""Journeys: each becomes its data file and its own pages, by itself; processes share them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from cjm.bundled import bundled
from cjm.checking.assess import Assessment
from cjm.checking.export import findings_data, read_data, unread_data
from cjm.checking.overrides import Overrides
from cjm.checking.settings import WorkspaceRules, settings_of
from cjm.project.keys import build, key_of
from cjm.project.workspace import load_workspace
from cjm.site import addresses
from cjm.site.assets import SCRIPTS, STYLES
from cjm.site.collecting import Source
from cjm.site.copies import link_to_copy
from cjm.site.folder import Folder
from cjm.site.frame import Entry, Frame, Page
from cjm.site.leaving_out import journey_without, without
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from markupsafe import Markup

    from cjm.analysis import Analysis
    from cjm.diagnostics.findings import Finding
    from cjm.journey import Journey
    from cjm.maps.scene.model import Scene

FITTING = 2200
"""A sheet that is as wide as this is scaled to its page."""
LAYOUTS = 16
"""How many graphs are remembered as they were placed: of those that somebody writes just now."""
CHUNK = 2
"""How many journeys another process builds at once."""


class Job(NamedTuple):
    """A journey to build, and the same one in its other state, where there is one."""

    frame: Frame
    source: Source
    twin: Source | None

    @property
    def folder(self) -> str:
        """Where the pages of its language stand, below the site."""
        return self.frame.language

    @property
    def data_file(self) -> str:
        """Its data file, below the site."""
        return f"{self.folder}/{addresses.data(self.source.stem)}"


class Built(NamedTuple):
    """The files of a journey, with their digests, and the content of its data file.

    `data` is None of one that was not built in this run: it is read where somebody needs it.
    """

    data: dict[str, Any] | None
    files: tuple[tuple[str, str], ...]
    new: int


class JourneyEntry:
    """A journey while its pages are made: its data, and what its pictures are drawn of."""

    def __init__(self, job: Job) -> None:
        self.frame = job.frame
        self.stem = job.source.stem
        self.handle = job.source.handle
        self.twin = None if job.twin is None else JourneyEntry(Job(job.frame, job.twin, None))
        self._source = job.source

    @cached_property
    def assessment(self) -> Assessment:
        """All that is known of it."""
        document = self._source.document
        loaded = load_workspace(document.workspace)
        rules = WorkspaceRules(loaded, settings_of(loaded, Overrides()))
        of = document.source
        return Assessment(of, document.file, rules, self.frame.today, document.sources)

    @property
    def readable(self) -> bool:
        """Whether its figures can be trusted."""
        return self._source.readable and self.assessment.journey is not None

    @property
    def text(self) -> str:
        """What its file holds."""
        return self._source.document.content.decode("utf-8", "replace")

    @property
    def journey(self) -> Journey:
        """The journey; only of one that is readable."""
        assert self.assessment.journey is not None
        return self.assessment.journey

    @property
    def analysis(self) -> Analysis:
        """Its figures; only of one that is readable."""
        assert self.assessment.analysis is not None
        return self.assessment.analysis

    @cached_property
    def data(self) -> dict[str, Any]:
        """What its data file holds: without what readers shall not see."""
        assessment, file = self.assessment, self._source.document.file
        data = (
            read_data(self.analysis, assessment.source, file, assessment.plans)
            if self.readable
            else unread_data(self._source.wanted.id, file)
        )
        data["findings"] = findings_data(self._findings())
        return without(data, self.frame.leave_out)

    def _findings(self) -> Iterator[Finding]:
        """What `cjm check` finds here, told in the language of the site."""
        found = self._source.findings
        told: dict[tuple[object, ...], Finding] = {}
        if any(finding.language != self.frame.language for finding in found):
            other = self.assessment.told_in(self.frame.language).findings
            told = {_identity(finding): finding for finding in other}
        for finding in found:
            yield told.get(_identity(finding), finding)

    @property
    def entry(self) -> Entry:
        """What other pages know of it."""
        return Entry(self.data, self.stem, self.twin.stem if self.twin else None)

    @cached_property
    def shown(self) -> Journey:
        """The journey without what readers shall not see."""
        return journey_without(self.journey, self.frame.leave_out)

    def link_to_copy(self, up: str) -> str | None:
        """Where a copy of it is edited, `up` being the way to the site's root; None for none."""
        return link_to_copy(self._source.document, self.frame.language, up)

    def picture(self, **options: Any) -> Markup:
        """A map of it as SVG for the middle of a page, without heading and legend.

        Args:
            **options: What it looks like, as in `cjm.render`: view, persona, lanes, compare.
        """
        return self.sized(**options).svg

    def sized(self, **options: Any) -> SizedPicture:
        """The same, with how wide it is drawn."""
        from markupsafe import Markup

        from cjm.maps.look import look_of
        from cjm.maps.render import picture
        from cjm.maps.writers.html import inline_svg

        given = {
            "language": self.frame.language,
            "heading": False,
            "legend": False,
            "layout": laid_out,
            **options,
        }
        scene = picture(self.shown, look_of(**given))
        return SizedPicture(scene, Markup(inline_svg(scene)))

    def curves(self, personas: Sequence[str | None], path: str) -> list[SizedPicture]:
        """The curve of C by itself, once for each kind of customer, all on one axis.

        Args:
            personas: Ids; None stands for all customers.
            path: likely or worst.

        Returns:
            The pictures, in the order of the personas; none where nothing is measured.
        """
        from markupsafe import Markup

        from cjm.maps.views.map.curve.alone import curves
        from cjm.maps.writers.html import inline_svg

        return [
            SizedPicture(scene, Markup(inline_svg(scene)))
            for scene in curves(self.shown, personas, path, self.frame.language)
        ]

    def pdf(self) -> bytes:
        """The sheet of it on paper, in the fonts that cjm has."""
        from cjm.maps.look import look_of
        from cjm.maps.render import drawn

        look = look_of(view="map", language=self.frame.language, paper="a3")
        return drawn(self.shown, look, "pdf").content


@lru_cache(maxsize=LAYOUTS)
def laid_out(dot: str) -> str:
    """A graph that the layout engine placed: all kinds of customers have one and the same.

    So has a journey of which only scores were saved, while it is served. Raises LayoutError.
    """
    from cjm.system.graphviz import layout_program

    return layout_program()(dot)


class SizedPicture(NamedTuple):
    """A picture for the middle of a page: what is drawn, and how it is written."""

    scene: Scene
    svg: Markup

    @property
    def title(self) -> str:
        """What it is called."""
        return self.scene.title

    @property
    def width(self) -> float:
        """How wide it is drawn."""
        return self.scene.width

    @property
    def height(self) -> float:
        """How high it is drawn."""
        return self.scene.height

    @property
    def wide(self) -> bool:
        """Whether nothing in it could be read in the width of a page: then it is scrolled."""
        return self.width > FITTING


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.file, finding.span, finding.touchpoint, finding.item


def build_some(root: str, jobs: Sequence[Job]) -> list[Built]:
    """Build some journeys; what another process does."""
    folder = Folder(root)
    return [build_one(folder, job) for job in jobs]


def build_one(folder: Folder, job: Job) -> Built:
    """Write the data file and the pages of one journey. Raises what `Folder.write` raises."""
    entry = JourneyEntry(job)
    files, new = [], 0
    for page in pages_of(entry):
        written, digest = folder.write(f"{job.folder}/{page.address}", page.content)
        files.append((f"{job.folder}/{page.address}", digest))
        new += written
    job.source.document.forget()
    return Built(entry.data, tuple(files), new)


def pages_of(entry: JourneyEntry) -> Iterator[Page]:
    """The data file of a journey and its own pages, its main page first."""
    from cjm.site.pages import JOURNEY_PAGES

    for kind in JOURNEY_PAGES:
        yield from kind.pages(entry)
    text = json.dumps(entry.data, ensure_ascii=False, separators=(",", ":"))
    yield Page(addresses.data(entry.stem), text.encode("utf-8", "backslashreplace"))


def key_of_job(this: bytes, job: Job) -> bytes:
    """All that the pages of a journey depend on, `this` being what all of a run do."""
    parts: list[str | bytes] = [
        job.source.stem,
        job.source.handle,
        repr(job.source.findings),
        repr(job.source.readable),
    ]
    for source in filter(None, (job.source, job.twin)):
        document = source.document
        parts += [document.file, document.content, repr(document.workspace.file is None)]
        parts += [document.workspace.content, *(text.content for text in document.beside)]
    return key_of(this, *parts)


def key_of_run(frame: Frame) -> bytes:
    """All that every page of a run depends on."""
    names = (*(f"css/{name}.css" for name in STYLES), *(f"{name}.js" for name in SCRIPTS))
    own = [bundled("cjm.site", f"assets/{name}") for name in names]
    return key_of(build(), repr(frame), *own, *_templates())


def _templates() -> Iterator[bytes]:
    from cjm.site.templating import TEMPLATES

    for name in TEMPLATES:
        yield bundled("cjm.site", f"templates/{name}")
