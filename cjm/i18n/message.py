"""Messages: what people read, as a template and its values, in no language yet."""

from collections.abc import Sequence
from typing import overload

from cjm.i18n.figures import FIGURES, Quantity
from cjm.i18n.glossary import Term
from cjm.i18n.numbers import ENGLISH
from cjm.tuples import NamedTuple

RUSSIAN = "ru"


class Message(NamedTuple):
    """An English template and the values that stand in it.

    It is no text: whoever prints it says in which language, with `translate`. `str` gives the
    English, for Python's own tracebacks.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        if not self.values:
            return self.template
        if "|" in self.template:
            return self.template.format(**{name: _Count(value) for name, value in self.values})
        return self.template.format(**{name: _english(value) for name, value in self.values})


class Figure(str):
    """A number as English writes it; other languages have other decimal marks."""

    __slots__ = ()


def say(template: str, /, **values: object) -> Message:
    """A message of a template and its values.

    Args:
        template: A literal, so that it can be found. Beside what `str.format` knows,
            `{n:answer|answers}` is the noun's form that goes with a count. Without values the
            template stands as it is, braces too.
        values: What the template names: texts, numbers, other messages.

    Returns:
        The message, to be translated where it is printed.
    """
    return Message(template, tuple(values.items()))


class External(NamedTuple):
    """What another program says, in its own words."""

    text: str

    def __str__(self) -> str:
        return f'"{self.text}"'

    def __format__(self, spec: str) -> str:
        return str(self)


def external(text: str) -> Message | External:
    """What another program says: our own message where we know it, else a quotation.

    Args:
        text: The parser's, the system's or git's own words, on one line.

    Returns:
        A value for a message of ours to end with.
    """
    from cjm.i18n.russian.files import KNOWN  # only who fails needs it

    return Message(text) if text in KNOWN else External(text)


@overload
def translate(message: Message, language: str) -> str: ...
@overload
def translate(message: None, language: str) -> None: ...
@overload
def translate(message: Message | None, language: str) -> str | None: ...


def translate(message: Message | None, language: str) -> str | None:
    """A message as text.

    Args:
        message: What is to be told; None stays None.
        language: `en` or `ru`.

    Returns:
        The text in that language.
    """
    if message is None:
        return None
    if language != RUSSIAN:
        return str(message)
    from cjm.i18n.russian import in_russian  # only who speaks it needs its table

    return in_russian(message)


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


def quotable(text: str) -> str:
    """A text as it can be quoted: signs that nobody sees are shown by their code points."""
    if text.isprintable():
        return text
    return "".join(s if s.isprintable() else _BREAKS.get(s) or f"<U+{ord(s):04X}>" for s in text)


_BREAKS = {"\n": "\\n"}


class _Quoted(str):
    """A text that a message may quote."""

    __slots__ = ()

    def __repr__(self) -> str:
        mark = '"' if "'" in self and '"' not in self else "'"
        return f"{mark}{quotable(self)}{mark}"


def _english(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Figure):
        return _Quoted(value)
    if isinstance(value, Term):
        return value.english.long
    if isinstance(value, float):
        value = Quantity(value)
    return value.written(ENGLISH) if isinstance(value, FIGURES) else value


class _Count:
    """A value for `str.format` that also knows the forms of a noun."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        return repr(_english(self.value))

    def __format__(self, spec: str) -> str:
        if "|" in spec and isinstance(self.value, (int, float)):
            return plural(self.value, spec.split("|"))
        return format(_english(self.value), spec)
