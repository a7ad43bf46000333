"""The tally: files → verdicts → a report, in a steady order and flat memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from cjm.checking.baseline import NEVER_KNOWN, Baselines
from cjm.checking.clerk import Clerk
from cjm.checking.documents import Document, Found, Known, Skipped, Trouble, nothing_at
from cjm.checking.verdicts import Identity, Verdict
from cjm.findings import Finding, Related, Report, Summary
from cjm.folders import Homes

AT_ONCE = 500
"""Documents that are looked up, and judged, together."""
MOST_BYTES = 8_000_000
"""At most about so much of them is held in memory."""


class Tally:
    """What one run has met so far."""

    def __init__(
        self,
        homes: Homes,
        clerk: Clerk,
        baselines: Baselines,
        on_progress: Callable[[int], object],
    ) -> None:
        self._homes = homes
        self._clerk = clerk
        self._baselines = baselines
        self._on_progress = on_progress
        self._problems: list[str] = []
        self._findings: list[Finding] = []
        self._recorded: list[Finding] = []
        self._counts: Counter[str] = Counter()
        self._first: dict[tuple[str, str, str], tuple[str, Identity]] = {}
        self._held: set[str] = set()
        self._journeys: set[str] = set()

    def take(self, found: Iterable[Found]) -> None:
        """Check everything that was found."""
        for documents in self._batches(found):
            for document, verdict in zip(documents, self._clerk.verdicts(documents), strict=True):
                self._judge(document, verdict)
            self._on_progress(self._counts["journeys"])

    def _batches(self, found: Iterable[Found]) -> Iterator[list[Document]]:
        documents: list[Document] = []
        size = 0
        for item in found:
            if isinstance(item, Document):
                documents.append(item)
                size += len(item.content)
            else:
                self._note(item)
            if len(documents) == AT_ONCE or size > MOST_BYTES:
                yield documents
                documents, size = [], 0
        yield documents

    def _note(self, found: Skipped | Trouble | Known) -> None:
        if isinstance(found, Skipped):
            self._counts["skipped"] += 1
            return
        self._held.add(found.path)
        if isinstance(found, Trouble):
            self._problems.append(found.message)

    def _judge(self, document: Document, verdict: Verdict) -> None:
        if document.real in self._journeys:
            return
        if not verdict.journey:
            self._counts["skipped"] += 1
            return
        self._journeys.add(document.real)
        self._held.add(document.path)
        self._counts["journeys"] += 1
        self._counts["touchpoints"] += verdict.touchpoints
        self._counts["waived"] += verdict.waived
        findings = verdict.findings
        if verdict.identity:
            findings = (*findings, *self._duplicate(document, verdict.identity))
        self._keep(findings, document, verdict.identity)

    def _keep(
        self, findings: Iterable[Finding], document: Document, identity: Identity | None
    ) -> None:
        """Count what is in the baseline, list the rest."""
        baseline = self._baselines.of(document.home)
        state = identity.state if identity else "as-is"
        if baseline and identity:
            baseline.look(identity.id, state, self._clerk.terms(document.home).codes)
        for finding in findings:
            if baseline and baseline.knows(finding, state):
                self._counts["baselined"] += 1
            elif baseline and self._baselines.updating and not finding.code.startswith(NEVER_KNOWN):
                self._recorded.append(finding)
            else:
                self._findings.append(finding)

    def _duplicate(self, document: Document, identity: Identity) -> Iterator[Finding]:
        key = identity[:3]
        first, known = self._first.setdefault(key, (document.file, identity))
        terms = self._clerk.terms(document.home)
        if known is identity or "CJM004" not in terms.codes:
            return
        yield Finding(
            code="CJM004",
            name="duplicate-id",
            severity=terms.duplicates,
            message=f"another journey has the id {identity.id!r}, state and language: {first}",
            file=document.file,
            span=identity.span,
            journey=identity.id,
            help="give one of the two another id, state or language",
            related=(Related(f"{identity.id!r} stands here first", first, known.span),),
            excerpt=identity.excerpt,
        )

    def report(self, paths: Iterable[str]) -> Report:
        """What the run found at these paths, sorted."""
        self._problems += (nothing_at(p) for p in dict.fromkeys(paths) if p not in self._held)
        for home in self._homes.known.values():
            self._findings += self._clerk.terms(home).findings
        written = self._baselines.write()
        self._problems += [*self._homes.unreadable, *self._baselines.problems]
        if self._baselines.updating and not written:
            self._findings += self._recorded
        findings = tuple(sorted(self._findings, key=lambda f: f.sort_key))
        severities = Counter(f.severity.value for f in findings)
        summary = Summary(**self._counts, **severities)
        problems = tuple(self._problems)
        return Report(findings, summary, problems, self._baselines.gone, written)
