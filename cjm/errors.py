"""What breaks a run: a bad option, a path that is not there, a missing engine.

A faulty journey is never an exception: it is a finding (see `cjm.diagnostics.findings`).
"""

from __future__ import annotations

from typing import Any

from cjm.i18n import Message, say
from cjm.names import LANGUAGES


class CjmError(Exception):
    """A run could not do its work; the command line prints it and exits with 2."""

    def __init__(self, message: Message, help: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.help = help


class UsageError(CjmError):
    """What was asked for does not exist: an option's value, a path, a rule."""


class InvalidJourneyError(CjmError):
    """One journey was asked for and the file holds none that can be used.

    `findings` (a tuple of `cjm.diagnostics.findings.Finding`) says what is wrong and where.
    """

    def __init__(self, message: Message, findings: tuple[Any, ...] = ()) -> None:
        super().__init__(message, help=say("see what is wrong: cjm check"))
        self.findings = findings


class InvalidDataError(CjmError):
    """`data.yaml`, or a file that it names, holds nothing that can be used.

    `findings` (a tuple of `cjm.diagnostics.findings.Finding`) says what is wrong and where.
    """

    def __init__(self, message: Message, findings: tuple[Any, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class LayoutError(CjmError):
    """The layout engine is missing, failed, or did not finish within its time limit.

    What a `layout` given to `cjm.render` raises, with the engine's own words.
    """


def require_language(language: str) -> None:
    """Raises UsageError where cjm does not speak a language."""
    if language not in LANGUAGES:
        raise UsageError(
            say("there is no language {language!r}", language=language),
            help=say("known: {known}", known=", ".join(LANGUAGES)),
        )


def missing_extra(command: str, library: str, extra: str) -> CjmError:
    """What is said where a part that is an extra is not installed."""
    return CjmError(
        say("cjm {command} needs {library}", command=command, library=library),
        help=say('install it: pip install "customer-journey-map[{extra}]"', extra=extra),
    )
