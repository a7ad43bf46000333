"""Reporters: a report in, text out; one module a format, imported when it is asked for.

Each gives its text in parts, so that of a hundred thousand findings one is written at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cjm.diagnostics.findings import Report


def _text(report: Report) -> Iterator[str]:
    from cjm.reporters.text import text_parts

    return text_parts(report)


def _concise(report: Report) -> Iterator[str]:
    from cjm.reporters.concise import concise_parts

    return concise_parts(report)


def _json(report: Report) -> Iterator[str]:
    from cjm.reporters.json import report_parts

    return report_parts(report)


def _github(report: Report) -> Iterator[str]:
    from cjm.reporters.github import github_parts

    return github_parts(report)


def _gitlab(report: Report) -> Iterator[str]:
    from cjm.reporters.gitlab import gitlab_parts

    return gitlab_parts(report)


def _sarif(report: Report) -> Iterator[str]:
    from cjm.reporters.sarif import sarif_parts

    return sarif_parts(report)


def _junit(report: Report) -> Iterator[str]:
    from cjm.reporters.junit import junit_parts

    return junit_parts(report)


REPORTERS: dict[str, Callable[[Report], Iterator[str]]] = {
    "text": _text,
    "concise": _concise,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
    "sarif": _sarif,
    "junit": _junit,
}
"""Every format of `cjm check --format`, by name: what gives its parts."""


def render(form: str, report: Report) -> str:
    """A report in one of REPORTERS, whole."""
    return "".join(REPORTERS[form](report))


__all__ = ["REPORTERS", "render"]
