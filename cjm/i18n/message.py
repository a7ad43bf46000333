"""Messages: English texts that know what they were made of, so that they can be told anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import overload

RUSSIAN = "ru"


class Message(str):
    """An English text that remembers its template and its values.

    It is a text like any other; only `told` looks at what it was made of.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(
        cls, text: str, template: str = "", values: Mapping[str, object] | None = None
    ) -> Message:
        """A text; without a template it is its own."""
        message = super().__new__(cls, text)
        message.template = template or text
        message.values = values or {}
        return message


class Figure(str):
    """A number as English writes it; other languages have other decimal marks."""

    __slots__ = ()


def say(template: str, /, **values: object) -> Message:
    """A message of a template and its values, which must be a literal so that it can be found.

    Beside what `str.format` knows, `{n:answer|answers}` is the noun's form that goes with a count.
    Without values the template stands as it is, braces too.
    """
    if not values:
        return Message(template)
    shown = {name: _Count(value) for name, value in values.items()} if "|" in template else values
    return Message(template.format(**shown), template, values)


def foreign(text: str) -> Message:
    """A text that comes from elsewhere, the parser or the system, and that may be known."""
    return Message(text)


@overload
def told(text: str, language: str) -> str: ...
@overload
def told(text: None, language: str) -> None: ...
@overload
def told(text: str | None, language: str) -> str | None: ...


def told(text: str | None, language: str) -> str | None:
    """A text as it is told in a language: plain text, whatever it was made of."""
    if language != RUSSIAN or not isinstance(text, Message):
        return None if text is None else str(text)
    from cjm.i18n.russian import in_russian  # only who speaks it needs its table

    return in_russian(text)


def plural(count: float, forms: Sequence[str]) -> str:
    """The form that goes with a count: of two as in English, of three as in Russian.

    >>> plural(21, ("answer", "answers")), plural(21, ("ответ", "ответа", "ответов"))
    ('answers', 'ответ')
    """
    if len(forms) == 2:
        return forms[0 if count == 1 else 1]
    if count != int(count):
        return forms[1]
    last = abs(int(count)) % 100
    if last // 10 == 1 or last % 10 not in (1, 2, 3, 4):
        return forms[2]
    return forms[0 if last % 10 == 1 else 1]


class _Count:
    """A value for `str.format` that also knows the forms of a noun."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        return repr(self.value)

    def __format__(self, spec: str) -> str:
        if "|" in spec and isinstance(self.value, (int, float)):
            return plural(self.value, spec.split("|"))
        return format(self.value, spec)
