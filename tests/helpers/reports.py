"""Reports by hand, for those who test what is written of one."""

from __future__ import annotations

import re

from cjm.diagnostics.findings import Excerpt, Finding, Report, Severity, Span, Summary

EMPTY = Report((), Summary(journeys=1, touchpoints=1))
EVIL = "e\x1b[31mv\x1b]0;x\x07i\x9b2Jl\n::error::x\r\u202e\u2066\u2028\u200f\u061c\x7f\x00\tend"
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def finding(**changes) -> Finding:
    """A finding with something in every field that matters."""
    line = "  поездка: {expectation: 9, experience: 5}"
    values = {
        "code": "CJM101",
        "name": "negative-gap",
        "severity": Severity.ERROR,
        "message": "поездка: customers get less than they expected, O 9, B 5, C −4",
        "file": "journeys/такси.yaml",
        "span": Span(31, 41, 31, 42),
        "journey": "такси",
        "touchpoint": "поездка",
        "help": "raise the experience",
        "values": (("", -4.0),),
        "excerpt": Excerpt(line),
        "state": "as-is",
        "route": ("touchpoints", "поездка", "experience"),
    }
    return Finding(**{**values, **changes})
