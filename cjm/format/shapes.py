"""Shapes of values: one of several forms, a list, a value made into something else."""

from collections.abc import Callable
from typing import Any

from cjm.diagnostics import Beside, Span
from cjm.format.context import Context
from cjm.format.kinds import INVALID, Kind, Schema, Step, expected, step, titled, unmapped
from cjm.format.remedy import Remedy
from cjm.i18n import Message, say
from cjm.source import Node
from cjm.tuples import NamedTuple


class Forms(NamedTuple):
    """A value that may be written as a scalar, as a list, or as a mapping."""

    noun: Message
    scalar: Kind | None = None
    listed: Kind | None = None
    mapped: Kind | None = None
    empty: bool = False
    """Whether nothing at all (`~`) is allowed, and then stands for None."""

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """What the form that fits says."""
        if self.empty and node.value is None and node.plain:
            return None
        if isinstance(node.value, dict):
            kind = self.mapped
        elif isinstance(node.value, list):
            kind = self.listed
        else:
            kind = self.scalar
        if kind is None:
            if isinstance(node.value, dict) and node.value and self.scalar and self.listed:
                from cjm.format.examples import right_form, texts_of

                key = at.text or ""
                help = right_form(key, context.forms) or texts_of(key, node)
                return expected(self.noun, node, at, context, help)
            refuse = unmapped if self.mapped else expected
            return refuse(self.noun, node, at, context)
        return kind.decode(node, at, context)

    def encode(self, value: Any) -> Any:
        """The first form that can say it, which is the shortest."""
        if self.empty and (value is None or value == {}):
            return None
        for kind in (self.scalar, self.listed, self.mapped):
            if kind is not None and (data := kind.encode(value)) is not INVALID:
                return data
        return INVALID

    def step(self, key: str | int) -> Step | None:
        """What a key leads to in the form that has one."""
        steps = (step(kind, key) for kind in (self.mapped, self.listed) if kind)
        return next((found for found in steps if found), None)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Any of the forms."""
        kinds = [k for k in (self.scalar, self.listed, self.mapped) if k is not None]
        forms = [titled(kind, defs) for kind in kinds]
        if self.empty:
            forms.append({"type": "null", "title": say("nothing")})
        return {"anyOf": forms}


class ListOf(NamedTuple):
    """A list of one kind of value; `unique` refuses a value given twice."""

    kind: Kind
    noun: Message = say("a list")
    at_least: int = 1
    at_most: int | None = None
    unique: bool = False
    meant: Callable[[str | list[str]], Remedy | None] | None = None
    """What is meant by a text in place of the list, or by the texts of a wrong one."""

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """A tuple."""
        if not isinstance(node.value, list):
            remedy = self.meant(node.text) if self.meant and node.text else None
            return expected(self.noun, node, at, context, remedy=remedy)
        count = len(node.value)
        if count < self.at_least or count > (self.at_most or count):
            message = say("expected {what}, not a list of {count}", what=self.noun, count=count)
            if not count:
                message = say("expected {what}, not an empty list", what=self.noun)
            from cjm.format.examples import right_form

            texts = [item.text or "" for item in node.value]
            remedy = self.meant(texts) if self.meant else None
            context.fault(message, node, right_form(at.text, context.forms), remedy=remedy)
            return INVALID
        if hasattr(self.kind, "pattern") and any(isinstance(i.value, dict) for i in node.value):
            return self._turned_round(node, at, context)
        values = [self.kind.decode(item, item, context) for item in node.value]
        if self.unique:
            self._refuse_twice(node.value, values, context)
        return INVALID if INVALID in values else tuple(values)

    def _turned_round(self, node: Node, at: Node, context: Context) -> Any:
        """Tell of items that should be the entries of a mapping: once, at the first."""
        from cjm.format.examples import form_of

        first = next(item for item in node.value if isinstance(item.value, dict))
        return expected(self.kind.noun, first, at, context, form_of(at.text, node, context.forms))

    def _refuse_twice(self, items: list[Node], values: list[Any], context: Context) -> None:
        seen: dict[Any, Span] = {}
        for index, (item, value) in enumerate(zip(items, values, strict=True)):
            if value is INVALID:
                continue
            if value in seen:
                related = (Beside(say("{name!r} is given here first", name=value), seen[value]),)
                message = say("{name!r} is given twice", name=value)
                context.fault(message, item, say("keep one"), related)
                values[index] = INVALID
            else:
                seen[value] = item.span

    def encode(self, value: Any) -> Any:
        """A list."""
        items = [self.kind.encode(item) for item in value]
        return INVALID if INVALID in items else items

    def step(self, key: str | int) -> Step | None:
        """An item."""
        return Step(str(key), self.kind.noun, self.kind) if isinstance(key, int) else None

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """An array."""
        schema: Schema = {"type": "array", "items": titled(self.kind, defs)}
        if self.at_least:
            schema["minItems"] = self.at_least
        if self.at_most:
            schema["maxItems"] = self.at_most
        if self.unique:
            schema["uniqueItems"] = True
        return schema


class Into(NamedTuple):
    """Another kind whose value is built into something; `refuse` may say why it can't be used.

    `take` is the way back: from what `build` makes to the value, or INVALID where this form cannot
    say it.
    """

    kind: Kind
    build: Callable[[Any], Any]
    take: Callable[[Any], Any]
    refuse: Callable[[Any], Message | None] | None = None

    @property
    def noun(self) -> Message:
        """What the other kind expects."""
        return self.kind.noun

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The built value; what is refused is told at the key."""
        before = len(context.faults)
        value = self.kind.decode(node, at, context)
        if value is INVALID or value is None:
            return value
        built = self.build(value)
        if len(context.faults) > before:
            return built  # of a part that is wrong nothing can be said of the whole
        if self.refuse and (fault := self.refuse(built)):
            context.fault(fault, at)
            return INVALID
        return built

    def encode(self, value: Any) -> Any:
        """What the other kind writes of what is taken."""
        taken = self.take(value)
        return INVALID if taken is INVALID else self.kind.encode(taken)

    def step(self, key: str | int) -> Step | None:
        """What the other kind says."""
        return step(self.kind, key)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """What the other kind says."""
        return self.kind.schema(defs)


def one_or_list(kind: Kind, listed: ListOf, noun: Message) -> Forms:
    """One value, or a list of them; either way a tuple."""
    alone = Into(kind, lambda one: (one,), lambda many: many[0] if len(many) == 1 else INVALID)
    return Forms(noun, scalar=alone, listed=listed)
