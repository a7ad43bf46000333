"""Faults of a text that is no YAML, or none that cjm reads."""

from cjm.diagnostics import Beside, Diagnostic, Span
from cjm.i18n import Message


def spaced(number: int) -> str:
    """A large number with spaces between the thousands, as every language reads it."""
    return f"{number:,}".replace(",", " ")


def fault(
    message: Message, span: Span, help: Message | None = None, related: tuple[Beside, ...] = ()
) -> Diagnostic:
    """What makes a text no YAML, or none that cjm reads."""
    return Diagnostic("CJM001", message, span, help, related)
