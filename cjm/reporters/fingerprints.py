"""Fingerprints: what a finding is recognised by in the next run, wherever its line is then."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
import unicodedata
from collections import Counter

from cjm.diagnostics.findings import Finding, Report

_FIGURE = re.compile(r"[-+−]?\d+(?:[.,]\d+)*")


def fingerprints(report: Report) -> list[str]:
    """One for each finding, in their order; no two in a report are alike.

    Neither lines nor figures count, nor the folder that cjm was called in: of a file only the
    name does. Findings that are alike in everything else are numbered.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    result = []
    for finding in report.findings:
        identity = _identity(finding)
        text = json.dumps([*identity, seen[identity]])
        result.append(hashlib.sha256(text.encode("ascii")).hexdigest()[:32])
        seen[identity] += 1
    return result


def _identity(finding: Finding) -> tuple[str, ...]:
    from cjm.checking.baseline import ONE_RULE  # late: it brings all of the analysis

    return (
        unicodedata.normalize("NFC", posixpath.basename(finding.file)),
        finding.journey or "",
        ONE_RULE.get(finding.code, finding.code),
        finding.touchpoint or "",
        # What has values is known by its place alone, as in a baseline.
        "" if finding.values else _words(finding),
    )


def _words(finding: Finding) -> str:
    """The English message without figures, and without the folders of files that it names."""
    text = finding.words or finding.message
    for file in (finding.file, *(related.file for related in finding.related)):
        text = text.replace(file, posixpath.basename(file))
    return _FIGURE.sub("0", text)
