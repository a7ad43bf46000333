"""Reporters: a report in, text out; one module a format."""

from collections.abc import Callable

from cjm.findings import Report
from cjm.reporters.concise import render_concise
from cjm.reporters.json import render_json
from cjm.reporters.text import render_text

REPORTERS: dict[str, Callable[[Report], str]] = {
    "text": render_text,
    "concise": render_concise,
    "json": render_json,
}
"""Every format of `cjm check --format`, by name."""

__all__ = ["REPORTERS", "render_concise", "render_json", "render_text"]
