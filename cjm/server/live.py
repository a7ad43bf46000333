"""The live site: the pages of what the files say now, made when somebody asks for them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from cjm.diagnostics.export import finding_data
from cjm.diagnostics.findings import Finding, Severity
from cjm.errors import CjmError
from cjm.i18n import translate
from cjm.project.cache import MemoryCache
from cjm.server.assets import Assets
from cjm.server.handles import Handles
from cjm.server.last_good import LastGood
from cjm.site import addresses
from cjm.site.choices import languages_of
from cjm.site.collecting import Collected, Source, collect
from cjm.site.frame import Frame, Page, Site
from cjm.site.journeys import Job, JourneyEntry, key_of_job, key_of_run, pages_of
from cjm.site.report import frames_of, jobs_of, pages_over, site_of
from cjm.tuples import NamedTuple

FAULT = "CJM0"
"""How the codes of what keeps a file from being read begin."""
ALL = ""
"""Among the stems of what changed: something that only pages of all journeys together show."""


class State(NamedTuple):
    """What browsers are told: the revision, and what is broken in it.

    `milliseconds` is what it took to notice what changed, `changed` the stems of journeys whose
    pages did, or `ALL`. `broken` are errors in files of which the last good pages stay.
    """

    revision: int
    milliseconds: int = 0
    changed: tuple[str, ...] = ()
    broken: tuple[Finding, ...] = ()
    problems: tuple[str, ...] = ()

    def since(self, revision: int) -> tuple[dict[str, Any], ...]:
        """What listeners are told: all of it, whatever they know."""
        return (self.to_dict(),)

    def to_dict(self) -> dict[str, Any]:
        """As an event has it."""
        return {
            "revision": self.revision,
            "milliseconds": self.milliseconds,
            "changed": list(self.changed),
            "broken": [{**finding_data(f), "excerpt": f.excerpt.text} for f in self.broken],
            "problems": list(self.problems),
        }


class LiveSite:
    """Pages by address, for any number of threads; the last good one of what is broken now."""

    def __init__(
        self,
        paths: Sequence[str],
        *,
        language: str | None = None,
        title: str | None = None,
        workspace: str | None = None,
        measured: bool = True,
        edit: bool = False,
        processes: int = 1,
    ) -> None:
        self._paths = tuple(paths)
        self._language = language
        self._title = title
        self._workspace = workspace
        self._measured = measured
        self._edit = edit
        self._processes = processes
        self._store = MemoryCache()
        self._lock = threading.RLock()
        self._reading = threading.Lock()
        self._good = LastGood()
        self._journeys: dict[bytes, _Pages] = {}
        self._current: dict[str, dict[str, _Pages]] = {}
        self._shared: dict[str, _Pages] = {}
        self._over: tuple[object, ...] | None = None
        self._languages: tuple[str, ...] = ()
        self._frames: tuple[Frame, ...] = ()
        self._assets = Assets(())
        self._handles = Handles()
        self._sources: tuple[Source, ...] = ()
        self._asked: str | None = None
        self.state = State(0)

    def refresh(self, unless_same: bool = False) -> State:
        """Read what the files say now; pages are made when they are asked for.

        With `unless_same` the state stays what it is where there is nothing to tell.
        """
        with self._reading:  # what is read last is also taken over last
            return self._refreshed(unless_same)

    def troubled(self, error: CjmError) -> State:
        """The same pages, and why nothing newer can be read."""
        with self._lock:
            told = translate(error.message, self._languages[0] if self._languages else "en")
            self.state = self.state._replace(
                revision=self.state.revision + 1, changed=(), problems=(told,)
            )
            return self.state

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The frames of its languages."""
        with self._lock:
            return self._frames

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files of all its journeys, as they were read last, whatever they hold."""
        with self._lock:
            return self._sources

    def page_of(self, file: str) -> str | None:
        """The address of a file's page, in the first language that has one."""
        with self._lock:
            for language, journeys in self._current.items():
                for stem, pages in journeys.items():
                    if pages.file == file:
                        return f"{language}/{addresses.journey(stem)}"
            return None

    @property
    def language(self) -> str:
        """The language of its workspace, of two the one that comes first."""
        with self._lock:
            return self._languages[0] if self._languages else "en"

    def is_kept(self, address: str, version: str) -> bool:
        """Whether an address with a version will never have another content."""
        with self._lock:
            return address in self._assets.content and version == self._assets.version

    def get(self, address: str) -> bytes | None:
        """A file of the site; None where it has none of that address."""
        with self._lock:
            if (asset := self._assets.content.get(address)) is not None:
                return asset
            found = self._page(address)
            if found is not None and address.endswith(".html"):
                self._asked = address
            return found

    def prepare(self) -> None:
        """Make the page that was asked for last, while a browser is only about to ask for it anew.

        What it raises would be told to whoever asks, and is raised to them again.
        """
        with self._lock, suppress(Exception):
            if self._asked is not None and self._page(self._asked) is None:
                self._asked = None

    def _page(self, address: str) -> bytes | None:
        language, _, rest = address.partition("/")
        journeys = self._current.get(language, {})
        name = rest.partition("/")[2]
        own = [p for stem, p in journeys.items() if name.startswith(stem.replace(".as-is", ""))]
        for one in (*own, *self._shared.values()):
            wanted = address if one.whole else rest
            if (found := one.get(wanted)) is not None:
                return found
        return None

    def _refreshed(self, unless_same: bool) -> State:
        began = time.perf_counter()
        today = date.today()
        collected = self._handles.given(self._collected(today))
        # What is wrong with a workspace is often why journeys cannot be read.
        broken = tuple(sorted(_broken(collected), key=lambda finding: not _is_workspace(finding)))
        with self._lock:
            self._sources = collected.sources
            spoilt = any(map(_is_workspace, broken))
            changed = () if spoilt and self._current else self._took_over(collected, today, broken)
            took = round(1000 * (time.perf_counter() - began))
            told = (changed, broken, collected.report.problems)
            if not unless_same or told != ((), self.state.broken, self.state.problems):
                self.state = State(self.state.revision + 1, took, *told)
            return self.state

    def _collected(self, today: date) -> Collected:
        return collect(
            self._paths,
            partial(languages_of, self._language),
            workspace=self._workspace,
            today=today,
            store=self._store,
            processes=self._processes,
            on_progress=lambda done: None,
            measured=self._measured,
        )

    def _took_over(
        self, collected: Collected, today: date, broken: Sequence[Finding]
    ) -> tuple[str, ...]:
        """Make the new files the current ones; the stems of journeys that changed."""
        collected = collected._replace(results=self._good.results(collected.results, broken))
        if self._languages and not any(sources for _, sources in collected.versions):
            # The last file went away, and with it what says which languages pages are in.
            collected = collected._replace(versions=tuple((x, ()) for x in self._languages))
        made = frames_of(collected, self._title, today, live=True)
        languages = tuple(frame.language for frame in made)
        if languages != self._languages:
            self._languages, self._assets = languages, Assets(languages)
        version = self._assets.version
        frames = [frame._replace(edit=self._edit, version=version) for frame in made]
        before = {p.key: stem for pages in self._current.values() for stem, p in pages.items()}
        known, self._journeys, changed = self._journeys, {}, []
        self._current, self._shared = {}, {}
        for frame, (_, sources) in zip(frames, collected.versions, strict=True):
            this = key_of_run(frame)
            jobs = list(jobs_of(frame, [self._good.source(frame, source) for source in sources]))
            current: dict[str, _Pages] = {}
            for job in jobs:
                key = key_of_job(this, job)
                pages = known.get(key) or _Pages(key, job)
                self._journeys[key] = current[job.source.stem] = pages
                if key not in before:
                    changed.append(job.source.stem)
            self._current[frame.language] = current
            site = site_of(frame, collected)
            self._shared[frame.language] = _Pages(b"", None, partial(_over, site, jobs, current))
        self._frames = tuple(frames)
        self._shared[""] = _Pages(b"", None, partial(_index, frames[0]))
        gone = (stem for key, stem in before.items() if key not in self._journeys)
        over = (collected.workspace.ids, collected.workspace.personas, collected.results)
        shared = (ALL,) if self._over not in (None, over) else ()
        self._over = over
        return tuple(dict.fromkeys((*changed, *gone, *shared)))


class _Pages:
    """Pages that are made one after the other, until the one that is asked for.

    `whole` tells whether addresses are those below the site, not below a language."""

    def __init__(self, key: bytes, job: Job | None, make: Any = None) -> None:
        self.key = key
        self.file = job.source.document.file if job else None
        self._entry = JourneyEntry(job) if job else None
        self.whole = job is None
        self._make: Callable[[], Iterator[Page]] = (
            partial(pages_of, self._entry) if self._entry else make
        )
        self._left = self._make()
        self._made: dict[str, bytes] = {}

    @property
    def data(self) -> dict[str, Any]:
        """The data of the journey."""
        assert self._entry is not None
        return self._entry.data

    def get(self, address: str) -> bytes | None:
        """A page; None where it is none of these."""
        if address not in self._made:
            try:
                for page in self._left:
                    self._made[page.address] = page.content
                    if page.address == address:
                        break
            except Exception:
                self._left = self._make()  # else the pages after the one that failed were missing
                raise
        return self._made.get(address)


def _over(site: Site, jobs: Sequence[Job], current: dict[str, _Pages]) -> Iterator[Page]:
    yield from pages_over(site, ((job, current[job.source.stem].data) for job in jobs))


def _index(frame: Frame) -> Iterator[Page]:
    yield frame.page("index.html", "languages.html")


def _broken(collected: Collected) -> Iterator[Finding]:
    """Errors that keep a file from being read, in the order of the report."""
    for finding in collected.report.findings:
        if finding.code.startswith(FAULT) and finding.severity is Severity.ERROR:
            yield finding


def _is_workspace(finding: Finding) -> bool:
    return (finding.file or "").rpartition("/")[2] == "cjm.yaml"
