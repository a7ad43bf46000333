"""Fingerprints: what a finding is recognised by in the next run, wherever its line is then."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator

from cjm.diagnostics.findings import Report
from cjm.diagnostics.identity import Identity, identity_of


def fingerprints(report: Report) -> Iterator[str]:
    """One for each finding, in their order; no two in a report are alike.

    They are made of the findings' identities: neither words nor figures, lines nor folders count.
    Findings that are alike in all of it are numbered.
    """
    seen: Counter[Identity] = Counter()
    for finding in report.findings:
        identity = identity_of(finding)
        text = json.dumps([*identity, seen[identity]])
        yield hashlib.sha256(text.encode("ascii")).hexdigest()[:32]
        seen[identity] += 1
