"""Journeys and questions that the tests of several rules share."""

from __future__ import annotations

# Losses: a 8, b 1, c 1. a alone carries 80 %: vital-few, and the peak. d is the ending. So a and,
# being declared, c are moments of truth; b is none.
MOMENTS = """cjm: 1
touchpoints:
  a: {expectation: 9, experience: 1, next: b}
  b: {expectation: 6, experience: 5, next: c}
  c: {moment_of_truth: true, expectation: 6, experience: {score: 5, because: [x]}, next: d}
  d: {expectation: 5, experience: 5, outcome: success}
"""


def chain(*gaps):
    """t0 → t1 → … with these gaps, the last one a success."""
    lines = []
    for n, gap in enumerate(gaps):
        end = "outcome: success" if n == len(gaps) - 1 else f"next: t{n + 1}"
        lines.append(f"  t{n}: {{expectation: 5, experience: {5 + gap}, {end}}}\n")
    return "cjm: 1\ntouchpoints:\n" + "".join(lines)


def branches(sad, gap=-2, other=1):
    """A share of customers ends at −2, the others at +1."""
    return f"""cjm: 1
touchpoints:
  a: {{expectation: 5, experience: 5, next: {{b: {sad}, c: {round(1 - sad, 6)}}}}}
  b: {{expectation: 5, experience: {5 + gap}}}
  c: {{expectation: 5, experience: {5 + other}}}
"""


def place(finding):
    """Line, columns: where a finding stands, the end exclusive."""
    return (finding.span.line, finding.span.column, finding.span.end_column)


def only(report, code):
    """The findings of one rule."""
    assert report.problems == ()
    broken = [f.message for f in report.findings if f.code in ("CJM001", "CJM002", "CJM003")]
    assert broken == []
    return [f for f in report.findings if f.code == code]
