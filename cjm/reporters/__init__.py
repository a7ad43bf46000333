"""Reporters: a report in, text out; one module a format."""

from collections.abc import Callable

from cjm.findings import Report
from cjm.reporters.concise import render_concise
from cjm.reporters.github import render_github
from cjm.reporters.gitlab import render_gitlab
from cjm.reporters.json import render_json
from cjm.reporters.junit import render_junit
from cjm.reporters.sarif import render_sarif
from cjm.reporters.text import render_text

REPORTERS: dict[str, Callable[[Report], str]] = {
    "text": render_text,
    "concise": render_concise,
    "json": render_json,
    "github": render_github,
    "gitlab": render_gitlab,
    "sarif": render_sarif,
    "junit": render_junit,
}
"""Every format of `cjm check --format`, by name."""

__all__ = [
    "REPORTERS",
    "render_concise",
    "render_github",
    "render_gitlab",
    "render_json",
    "render_junit",
    "render_sarif",
    "render_text",
]
