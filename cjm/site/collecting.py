"""Collecting: paths → the journeys of a site, with all that `cjm check` finds in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from cjm.checking.baseline import Baselines
from cjm.checking.cached import CachedChecker
from cjm.checking.collect import Collector
from cjm.checking.key_figures import EVERYBODY
from cjm.checking.overrides import Overrides
from cjm.checking.overview_rows import Met, in_one_language, met_as
from cjm.checking.results import DocumentResult
from cjm.checking.run import Path, collected, noted
from cjm.diagnostics.findings import Finding, Report, Severity
from cjm.project.cache import Cache
from cjm.project.discovery import WorkspaceFile, WorkspaceFiles
from cjm.project.documents import Document
from cjm.project.results import Result
from cjm.project.workspace import Workspace, load_workspace
from cjm.site.addresses import Wanted, stems
from cjm.tuples import NamedTuple


class Source(NamedTuple):
    """A journey's file, the stem of its pages, and what is wrong in it.

    `readable` tells whether its figures can be trusted; `handle` names it among all files.
    """

    document: Document
    wanted: Wanted
    language: str | None
    findings: tuple[Finding, ...]
    readable: bool
    stem: str = ""
    title: str | None = None
    handle: str = ""


class Collected(NamedTuple):
    """The journeys at some paths; `versions` are those of each language of the site.

    `workspace` is that of the first journey, whose name and language the site has, and whose
    `results`, read once. `sources` are the files of all languages.
    """

    versions: tuple[tuple[str, tuple[Source, ...]], ...]
    report: Report
    workspace: Workspace
    unbound: tuple[Finding, ...] = ()
    results: tuple[Result, ...] = ()
    sources: tuple[Source, ...] = ()


def collect(
    paths: Path | Iterable[Path],
    languages: Callable[[Workspace], tuple[str, ...]],
    *,
    workspace: str | None,
    today: date,
    store: Cache,
    processes: int,
    on_progress: Callable[[int], object],
    measured: bool,
) -> Collected:
    """The journeys at some paths, each in one of its languages for each language of the site.

    Args:
        paths: Files and folders; without any, those of the workspace.
        languages: Which languages the site has, by its workspace.
        workspace: The `cjm.yaml` to use in place of the nearest one.
        today: The day that findings hold dates against.
        store: Where what is known of files is looked up and kept.
        processes: How many processes may share the work.
        on_progress: Is told how many journeys are read.
        measured: Whether overlays count.

    Returns:
        The journeys and all findings.
    """
    workspaces = WorkspaceFiles(workspace)
    checker = CachedChecker(Overrides(), today, store, processes, EVERYBODY)
    met: list[tuple[Met, Document]] = []

    def note(document: Document | None, result: DocumentResult) -> None:
        if document is not None:
            preferred = checker.workspace(document.workspace).language
            met.append((met_as(document.file, result, preferred), document))

    collector = Collector(workspaces, checker, Baselines(None), None, on_progress, on_result=note)
    try:
        report = noted(collected(paths, workspaces, checker, collector, measured=measured), store)
    finally:
        checker.close()
    shared = load_workspace(met[0][1].workspace if met else WorkspaceFile()).workspace
    return _collected(met, report, shared, languages(shared))


def _collected(
    met: list[tuple[Met, Document]], report: Report, shared: Workspace, languages: tuple[str, ...]
) -> Collected:
    files = {file: document.file for _, document in met for file in document.files}
    by_file: dict[str | None, list[Finding]] = {}
    for finding in report.findings:
        by_file.setdefault(files.get(finding.file or ""), []).append(finding)
    sources = [_source(one, document, by_file.get(document.file, [])) for one, document in met]
    names = stems(source.wanted for source in sources)
    apart = list(_apart([source._replace(stem=names[source.wanted]) for source in sources]))
    named = {
        s.document.file: s._replace(stem=names[s.wanted], handle=other.stem)
        for s, other in zip(sources, apart, strict=True)
    }
    versions = tuple(
        (
            language,
            tuple(
                _apart(
                    [
                        named[r.file]
                        for r in in_one_language([m for m, _ in met], language)
                        if r.file in named
                    ]
                )
            ),
        )
        for language in languages
    )
    unbound = tuple(by_file.get(None, ()))
    return Collected(versions, report, shared, unbound, shared.results, tuple(named.values()))


def _source(met: Met, document: Document, findings: list[Finding]) -> Source:
    row = met.row
    faulty = any(f.code.startswith("CJM0") and f.severity is Severity.ERROR for f in findings)
    id = row.journey or document.file.rpartition("/")[2].rpartition(".")[0]
    wanted = Wanted(id, row.state if row.readable else None)
    readable = row.readable and not faulty
    return Source(document, wanted, row.language, tuple(findings), readable, title=row.title)


def _apart(sources: list[Source]) -> Iterable[Source]:
    """Two files of one id and state have one stem: the second one gets a name of its own."""
    taken = {source.stem for source in sources}
    seen: set[str] = set()
    for source in sources:
        stem, n = source.stem, 1
        while stem in seen or (n > 1 and stem in taken):
            n += 1
            stem = f"{source.stem}-{n}"
        seen.add(stem)
        yield source._replace(stem=stem)
