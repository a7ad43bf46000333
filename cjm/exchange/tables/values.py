"""What a cell holds, whatever the file, and what is said of one that cannot be read."""

from datetime import date, datetime, time, timedelta

from cjm.i18n import Message
from cjm.tuples import NamedTuple


class Unread(NamedTuple):
    """A cell of which only is known that there is something: why, and a way out."""

    message: Message
    help: Message | None = None


Value = str | int | float | bool | date | datetime | time | timedelta | Unread | None
"""A cell of a CSV is a text or nothing; those of XLSX are of all these types."""


class CellFault(Exception):
    """A cell that does not say what its column asks for."""

    def __init__(self, message: Message, help: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.help = help


class Style(NamedTuple):
    """How cells are written.

    Attributes:
        language: Of headings and of words such as yes.
        catalogues: By the kind of what ids name: what is written for each id, its title at best.
    """

    language: str
    catalogues: dict[str, dict[str, str]] = {}  # noqa: RUF012  nobody changes it


def is_empty(value: Value) -> bool:
    """Whether nothing stands in a cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def text_of(value: Value) -> str:
    """A cell as the text that people see in it: days as 2026-09-30, whole numbers without point."""
    if isinstance(value, str):
        return value
    if isinstance(value, Unread):
        return ""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    from cjm.data.files.xlsx import cell_text

    return cell_text(value)
