"""The report: journeys → a folder of HTML that needs no server and no network."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from cjm.checking.run import Path
from cjm.diagnostics.findings import Report
from cjm.errors import UsageError
from cjm.i18n import say, translate
from cjm.project.cache import Cache, cache_folder
from cjm.project.documents import nothing_at
from cjm.project.keys import key_of
from cjm.records import dataclass
from cjm.site.assets import assets
from cjm.site.choices import languages_of, paths_there, refuse_unknown
from cjm.site.collecting import Collected, Source, collect
from cjm.site.copies import require_studio, studio_page
from cjm.site.folder import LEDGER, Folder
from cjm.site.frame import Entry, Frame, Page, Site
from cjm.site.journeys import CHUNK, Built, Job, build_some, key_of_job, key_of_run
from cjm.site.kept import Kept
from cjm.site.navigation import results_entries
from cjm.site.pages import shared_pages
from cjm.system.workers import Workers

DEFAULT_FOLDER = "site"


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What came of building a site.

    `index` is the page to open; `journeys` counts those on the site, `written` the files that are
    new or changed, `deleted` those that are no longer part of it. `report` is what is wrong in
    the journeys, as `cjm.check` has it.
    """

    index: str
    journeys: int
    written: int
    deleted: int
    report: Report

    def __repr__(self) -> str:
        return f"SiteReport({self.index!r}, {self.journeys} journeys, {self.written} files written)"


def report(
    paths: Path | Iterable[Path] = (),
    output: str = DEFAULT_FOLDER,
    *,
    language: str | None = None,
    title: str | None = None,
    leave_out: Iterable[str] = (),
    pdf: bool = False,
    studio: bool = False,
    workspace: str | None = None,
    today: date | None = None,
    cache: bool = False,
    processes: int = 1,
    on_progress: Callable[[int, int], object] | None = None,
    measured: bool = True,
) -> SiteReport:
    """Write the journeys as a site: pages for everyone who never opens a terminal.

    Args:
        paths: Files and folders, or one of them; without any, the workspace's journeys.
        output: The folder of the site; what is there and is of no report is left alone.
        language: `en`, `ru` or `both`; by default the workspace's.
        title: What the site is called; by default the workspace's name.
        leave_out: What readers shall not see: some of owners, costs, quotes, waivers, findings.
        pdf: Write the sheet of each journey as PDF, too.
        studio: Carry the studio that is one file, with a link on each page to edit a copy.
        workspace: The `cjm.yaml` to use in place of the nearest one.
        today: The day that dates are held against; by default today.
        cache: Leave pages alone that are there as they were built before.
        processes: How many processes may share the work.
        on_progress: Is told how many journeys of how many are built.
        measured: Whether what overlays say counts.

    Returns:
        The page to open, and what was written.

    Raises:
        UsageError: There is no such path, language or part, or no journey left for a site that is
            there; a file would be replaced that no report wrote; the studio is not packaged, or
            would show what is left out.
        CjmError: A file cannot be written, or Jinja is not installed.
    """
    given = frozenset(leave_out)
    refuse_unknown(language, given)
    asked = paths_there(paths)
    if studio:
        require_studio(given)
    day = today or date.today()
    collected = collect(
        asked,
        partial(languages_of, language),
        workspace=workspace,
        today=day,
        store=Cache(cache_folder() if cache else None),
        processes=processes,
        on_progress=lambda done: None,
        measured=measured,
    )
    if not collected.sources and os.path.exists(os.path.join(output, LEDGER)):
        raise UsageError(nothing_at(asked[0] if asked else os.curdir))
    frames = frames_of(collected, title, day, given, pdf, copies=studio)
    building = Building(output, cache, processes, on_progress or (lambda done, of: None))
    return building.build(collected, frames)


def frames_of(
    collected: Collected,
    title: str | None,
    today: date,
    leave_out: frozenset[str] = frozenset(),
    pdf: bool = False,
    live: bool = False,
    copies: bool = False,
) -> list[Frame]:
    """What the pages of each language know; the languages are those of `collected`."""
    languages = tuple(one for one, _ in collected.versions)
    return [
        Frame(
            title or collected.workspace.name or translate(say("Customer journeys"), language),
            language,
            languages,
            today,
            leave_out,
            results_entries(collected.results),
            pdf=pdf,
            live=live,
            copies=copies,
        )
        for language in languages
    ]


class Building:
    """One run: builds what changed, leaves alone what did not."""

    def __init__(
        self,
        output: str,
        cache: bool,
        processes: int,
        on_progress: Callable[[int, int], object],
    ) -> None:
        self._root = output
        self._folder = Folder(output)
        self._cache = Cache(cache_folder() if cache else None)
        self._kept = Kept(self._folder, self._cache)
        self._workers = Workers(processes)
        self._on_progress = on_progress

    def build(self, collected: Collected, frames: Sequence[Frame]) -> SiteReport:
        """Build all of it. Raises what `report` raises."""
        written = 0
        try:
            self._folder.start()
            # It is written last; where somebody has one, no other page shall lie beside it.
            first, *others = (_first_page(frames[0]), *_frame_of_all(frames))
            self._folder.check(first.address, key_of(first.content).hex())
            jobs = [
                job
                for frame, (_, sources) in zip(frames, collected.versions, strict=True)
                for job in jobs_of(frame, sources)
            ]
            built = list(self._built(jobs))
            written += sum(one.new for one in built)
            for page in (*others, first):
                written += self._folder.write(page.address, page.content)[0]
            for frame in frames:
                own = [pair for pair in zip(jobs, built, strict=True) if pair[0].frame == frame]
                written += self._shared(site_of(frame, collected), own)
            deleted = self._folder.close()
        finally:
            self._workers.close()
            self._cache.close()
            self._folder.let_go()
        index = os.path.join(self._root, "index.html")
        return SiteReport(
            index, len(jobs) // max(1, len(frames)), written, deleted, collected.report
        )

    def _built(self, jobs: Sequence[Job]) -> Iterator[Built]:
        """What came of every journey, in order."""
        runs = {frame: key_of_run(frame) for frame in {job.frame for job in jobs}}
        keys = [key_of_job(runs[job.frame], job) for job in jobs]
        kept = self._kept.get(keys)
        missing = [job for job, there in zip(jobs, kept, strict=True) if there is None]
        fresh = self._workers.work(partial(build_some, self._root), missing, CHUNK)
        for n, (there, key) in enumerate(zip(kept, keys, strict=True)):
            one = next(fresh) if there is None else Built(None, there, 0)
            if there is None:
                self._folder.written(one.files)
                self._kept.put([(key, one.files)])
            self._on_progress(n + 1, len(jobs))
            yield one

    def _shared(self, site: Site, journeys: Sequence[tuple[Job, Built]]) -> int:
        """Build the pages of all journeys together, where any of these changed.

        Args:
            site: All that these pages know but the journeys.
            journeys: Those.

        Returns:
            How many files are new or changed.
        """
        key = _key_of_shared(site, journeys)
        if self._kept.get([key]) != [None]:
            return 0
        written, files = 0, []
        for page in pages_over(site, ((job, self._data(job, one)) for job, one in journeys)):
            new, digest = self._folder.write(page.address, page.content)
            files.append((page.address, digest))
            written += new
        self._kept.put([(key, tuple(files))])
        return written

    def _data(self, job: Job, built: Built) -> dict[str, Any]:
        """The content of a journey's data file."""
        if built.data is not None:
            return built.data
        with open(os.path.join(self._root, *job.data_file.split("/")), "rb") as stream:
            data: dict[str, Any] = json.loads(stream.read())
        return data


def _key_of_shared(site: Site, journeys: Iterable[tuple[Job, Built]]) -> bytes:
    """All that the pages of all journeys depend on: what they know, and every data file."""
    files = (
        f"{job.source.stem} {job.twin and job.twin.stem} {dict(one.files)[job.data_file]}"
        for job, one in journeys
    )
    return key_of(key_of_run(site.frame), repr(site), *files)


def jobs_of(frame: Frame, sources: Iterable[Source]) -> Iterator[Job]:
    """A job for each journey, with its twin of the other state."""
    by_wanted = {source.wanted: source for source in sources}
    for source in sources:
        _, state = source.wanted
        other = {"as-is": "to-be", "to-be": "as-is"}.get(state or "")
        yield Job(
            frame, source, by_wanted.get(source.wanted._replace(state=other)) if other else None
        )


def site_of(frame: Frame, collected: Collected) -> Site:
    """What the pages of all journeys know but the journeys."""
    workspace = collected.workspace
    return Site(frame, (), workspace.ids["stages"], workspace.personas, collected.results)


def pages_over(site: Site, journeys: Iterable[tuple[Job, Mapping[str, Any]]]) -> Iterator[Page]:
    """Every page of all journeys together, with addresses below the site.

    Args:
        site: All that these pages know but the journeys.
        journeys: Those, each with its data.
    """
    entries = (
        Entry(data, job.source.stem, job.twin.stem if job.twin else None) for job, data in journeys
    )
    for page in shared_pages(site._replace(entries=tuple(sorted(entries, key=_order)))):
        outside = page.address.startswith("../")
        address = page.address[3:] if outside else f"{site.frame.language}/{page.address}"
        yield page._replace(address=address)


def _frame_of_all(frames: Sequence[Frame]) -> Iterator[Page]:
    """What depends on no journey."""
    if frames[0].copies:
        yield studio_page()
    yield from assets(tuple(frame.language for frame in frames))


def _first_page(frame: Frame) -> Page:
    """The page that a site is opened by, which leads to that of a language."""
    return frame.page("index.html", "languages.html")


def _order(entry: Entry) -> tuple[int, float, str]:
    """As they are, then as they should be, last what cannot be read; the worst balance first."""
    from math import inf

    if not entry.readable:
        return (2, inf, entry.stem)
    balance = entry.data["views"][""]["balance"]
    return (entry.data["state"] != "as-is", inf if balance is None else balance, entry.stem)
