"""Conditions of segments: `R >= 4 and F = 1` as a tree; read by a grammar, never evaluated.

A condition compares scores (R, F, M) and numbers by = != < <= > >= (or ≠ ≤ ≥), also in a row as in
`2 <= F <= 4`; comparisons are joined by `and`, `or`, `not` and parentheses.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from cjm.format.context import Context
from cjm.format.kinds import INVALID, Schema
from cjm.format.texts import Text
from cjm.i18n import Message, say
from cjm.source import Node
from cjm.tuples import NamedTuple

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<word>[^\W\d_]+)|(?P<sign>[<>!=]=|<>|[<>=≤≥≠()])|(?P<bad>\S))"
)
_SIGNS = {"==": "=", "!=": "<>", "≠": "<>", "≤": "<=", "≥": ">="}
"""One way to write what people write in several."""
_COMPARING = ("=", "<>", "<", "<=", ">", ">=")
SCORES = ("R", "F", "M")
DEEPEST = 50
"""Parentheses and `not` within one another; Python's own limit is not far above."""


class ConditionError(Exception):
    """A condition that cannot be read: what is wrong, and at which character, from 1."""

    def __init__(self, message: Message, position: int) -> None:
        super().__init__(str(message))
        self.message = message
        self.position = position


class Comparison(NamedTuple):
    """Two operands, each `R`, `F`, `M` or a number as it is written, and the sign between them."""

    left: str
    sign: str
    right: str


class Joined(NamedTuple):
    """Conditions joined by `and` or `or`; one alone that is `not` so."""

    word: str
    parts: "tuple[Condition, ...]"


Condition = Comparison | Joined


class _Token(NamedTuple):
    """A piece of a condition; an empty text is its end."""

    kind: str
    text: str
    position: int


def parse_condition(text: str) -> Condition:
    """A condition as a tree.

    Args:
        text: Such as `R >= 4 and (F = 1 or M > 3)`; letters may be small.

    Returns:
        A comparison, or several joined.

    Raises:
        ConditionError: It cannot be read; says at which character.

    >>> parse_condition("r ≥ 4")
    Comparison(left='R', sign='>=', right='4')
    """
    return _Parser(list(_tokens(text))).whole()


def _tokens(text: str) -> Iterator[_Token]:
    place, end = 0, len(text.rstrip())
    while place < end:
        found = _TOKEN.match(text, place)
        assert found is not None  # whatever is no blank is at least bad
        assert found.lastgroup
        kind, start = found.lastgroup, found.start(found.lastgroup)
        if kind == "bad":
            raise ConditionError(say("{text!r} has no meaning here", text=found[kind]), start + 1)
        piece = found[kind]
        yield _Token(kind, _SIGNS.get(piece, piece) if kind == "sign" else piece, start + 1)
        place = found.end()
    yield _Token("end", "", end + 1)


class _Parser:
    """Recursive descent: `or` binds loosest, then `and`, then `not`."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._depth = 0

    def whole(self) -> Condition:
        """The tree of all of it."""
        condition = self._alternatives()
        if self._next.kind != "end":
            raise self._expected(say("and, or, or the end"))
        return condition

    def _alternatives(self) -> Condition:
        return self._joined("or", lambda: self._joined("and", self._negated))

    @property
    def _next(self) -> _Token:
        return self._tokens[0]

    def _took(self, text: str) -> bool:
        """Whether this word or sign comes next; then it is taken."""
        taken = self._next.kind != "number" and self._next.text.lower() == text
        if taken:
            del self._tokens[0]
        return taken

    def _joined(self, word: str, part: Callable[[], Condition]) -> Condition:
        parts = [part()]
        while self._took(word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _negated(self) -> Condition:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ConditionError(say("the condition is nested too deeply"), self._next.position)
        if self._took("not"):
            condition: Condition = Joined("not", (self._negated(),))
        elif self._took("("):
            condition = self._alternatives()
            if not self._took(")"):
                raise self._expected(say("a closing parenthesis"))
        else:
            condition = self._compared()
        self._depth -= 1
        return condition

    def _compared(self) -> Condition:
        """One comparison, or several in a row."""
        left, parts = self._operand(), list[Condition]()
        while self._next.text in _COMPARING:
            sign = self._tokens.pop(0).text
            right = self._operand()
            parts.append(Comparison(left, sign, right))
            left = right
        if not parts:
            raise self._expected(say("a comparison such as >= 4"))
        return parts[0] if len(parts) == 1 else Joined("and", tuple(parts))

    def _operand(self) -> str:
        token = self._next
        if token.kind == "number":
            return self._tokens.pop(0).text
        if token.kind == "word" and token.text.upper() in SCORES:
            return self._tokens.pop(0).text.upper()
        raise self._expected(say("R, F, M or a number"))

    def _expected(self, what: Message) -> ConditionError:
        token = self._next
        if token.kind == "end":
            return ConditionError(say("{what} must follow", what=what), token.position)
        return ConditionError(
            say("{what} must stand where {text!r} is", what=what, text=token.text), token.position
        )


class ConditionText(NamedTuple):
    """A condition as a value of a file: its text, if it can be read."""

    noun: Message = say("a condition on R, F and M")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The text as written."""
        text = Text().decode(node, at, context)
        if text is INVALID:
            return INVALID
        try:
            parse_condition(text)
        except ConditionError as error:
            told = say("{reason}, at character {place} of the condition",
                       reason=error.message, place=error.position)  # fmt: skip
            context.fault(told, node, say("such as: R >= 4 and F = 1"))
            return INVALID
        return text

    def encode(self, value: Any) -> Any:
        """The text."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """As any text."""
        return Text().schema(defs)
