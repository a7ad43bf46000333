"""Reporters: a report in, text out; one module a format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from cjm.diagnostics.findings import Report


def _render(format: str, report: Report) -> str:
    text: str = getattr(import_module(f"cjm.reporters.{format}"), f"render_{format}")(report)
    return text


FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit")
REPORTERS: dict[str, Callable[[Report], str]] = {name: partial(_render, name) for name in FORMATS}
"""Every format of `cjm check --format`, by name; `render_NAME` in its module makes it."""

__all__ = ["FORMATS", "REPORTERS"]
