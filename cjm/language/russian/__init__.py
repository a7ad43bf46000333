"""Messages told in Russian: the table of templates, and how figures and counts are written."""

from __future__ import annotations

from string import Formatter
from typing import Any

from cjm.language.message import Figure, Message, plural
from cjm.language.russian.checking import CHECKING
from cjm.language.russian.fields import FIELDS
from cjm.language.russian.files import FILES
from cjm.language.russian.reports import REPORTS
from cjm.language.russian.rules import RULES

TEMPLATES = {**FILES, **FIELDS, **RULES, **CHECKING, **REPORTS}
"""The Russian twin of every English template.

It names the same values. `{n:день|дня|дней}` is the noun's form that goes with a count, and
`{side:expectation=ожидание|experience=восприятие}` the word that stands for a value.
"""


def in_russian(message: Message) -> str:
    """The message in Russian; one from elsewhere that nobody translated stays as it is."""
    template = TEMPLATES.get(message.template)
    if template is None:
        return str(message)
    return _FORMATTER.vformat(template, (), message.values) if message.values else template


class _Russian(Formatter):
    """`str.format` with quotation marks, decimal commas, a true minus, and words to choose."""

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        if conversion == "r":
            return f"«{repr(str(value))[1:-1]}»"
        return super().convert_field(value, conversion)

    def format_field(self, value: Any, format_spec: str) -> str:
        if "=" in format_spec:
            words = dict(word.split("=", 1) for word in format_spec.split("|"))
            return words.get(str(value), str(value))
        if "|" in format_spec:
            return plural(value, format_spec.split("|"))
        if isinstance(value, Message):
            return in_russian(value)
        text = format(value, format_spec)
        if isinstance(value, (int, float, Figure)):
            return text.replace(".", ",").replace("-", "−")
        return text


_FORMATTER = _Russian()
