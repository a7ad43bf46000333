"""Reporters: a report in, text out; one module a format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from cjm.diagnostics.findings import Report
from cjm.names import REPORT_FORMATS


def _render(format: str, report: Report) -> str:
    text: str = getattr(import_module(f"cjm.reporters.{format}"), f"render_{format}")(report)
    return text


REPORTERS: dict[str, Callable[[Report], str]] = {
    name: partial(_render, name) for name in REPORT_FORMATS
}
"""Every format of `cjm check --format`, by name; `render_NAME` in its module makes it."""

__all__ = ["REPORTERS"]
