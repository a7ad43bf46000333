"""Reporters: a report in, text out; one module a format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from cjm.diagnostics.findings import Report


def _text(report: Report) -> str:
    from cjm.reporters.text import render_text

    return render_text(report)


def _concise(report: Report) -> str:
    from cjm.reporters.concise import render_concise

    return render_concise(report)


def _json(report: Report) -> str:
    from cjm.reporters.json import render_json

    return render_json(report)


def _github(report: Report) -> str:
    from cjm.reporters.github import render_github

    return render_github(report)


def _gitlab(report: Report) -> str:
    from cjm.reporters.gitlab import render_gitlab

    return render_gitlab(report)


def _sarif(report: Report) -> str:
    from cjm.reporters.sarif import render_sarif

    return render_sarif(report)


def _junit(report: Report) -> str:
    from cjm.reporters.junit import render_junit

    return render_junit(report)


REPORTERS: dict[str, Callable[[Report], str]] = {
    "text": _text,
    "concise": _concise,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
    "sarif": _sarif,
    "junit": _junit,
}
"""Every format of `cjm check --format`, by name; `render_NAME` in its module makes it."""

__all__ = ["REPORTERS"]
