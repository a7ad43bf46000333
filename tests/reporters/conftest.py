"""Reports that every format is tried on."""

from __future__ import annotations

import pytest
from reports import EVIL, finding

from cjm.diagnostics.findings import (
    Excerpt,
    FileEdit,
    FindingFix,
    Related,
    Report,
    Severity,
    Span,
    Summary,
)


@pytest.fixture
def report() -> Report:
    """An error, a warning with persons and related places, a note without any extras."""
    return Report(
        findings=(
            finding(),
            finding(
                code="CJM205",
                name="trap",
                severity=Severity.WARNING,
                message="a, b: customers can come in here and never leave",
                span=Span(40, 3, 40, 4),
                excerpt=Excerpt("  a: {next: b}"),
                related=(Related("b is part of the trap", "d/б.yaml", Span(41, 3, 41, 4)),),
                personas=(("anna", -4.0), ("борис", -2.5)),
            ),
            finding(
                code="CJM001",
                name="invalid-yaml",
                severity=Severity.INFO,
                message="the file is empty",
                file="empty.yaml",
                span=Span(1, 1, 1, 1),
                fixes=(
                    FindingFix(
                        "begin with cjm: 1",
                        False,
                        (FileEdit("empty.yaml", 0, 0, "cjm: 1\n", Span(1, 1, 1, 1)),),
                    ),
                ),
                journey=None,
                touchpoint=None,
                help=None,
                values=(),
                excerpt=Excerpt(""),
            ),
        ),
        summary=Summary(3, 41, error=1, warning=1, info=1, waived=2, baselined=4, skipped=1),
        problems=("nosuch.yaml: there is no such file or folder",),
        resolved=("такси CJM101 оплата",),
    )


@pytest.fixture
def evil() -> Report:
    """A report in which every text that comes from files tries to steer the terminal."""
    span = Span(1, 1, 1, 3)
    return Report(
        findings=(
            finding(
                message=EVIL,
                help=EVIL,
                file=EVIL,
                span=span,
                excerpt=Excerpt(EVIL),
                journey=EVIL,
                touchpoint=EVIL,
                personas=((EVIL, -1.0),),
                related=(Related(EVIL, EVIL, span),),
            ),
        ),
        summary=Summary(1, 1, error=1),
        resolved=(EVIL,),
    )
