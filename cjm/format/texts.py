"""Kinds of words: text, ids, one of a few words, true or false, the format's version."""

from typing import Any

from cjm.diagnostics import Fix
from cjm.format.context import Context
from cjm.format.kinds import INVALID, Schema, expected
from cjm.format.remedy import Remedy
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.journey import as_id, is_id
from cjm.source import Node
from cjm.source.lookalikes import without_unseen
from cjm.source.signs import is_blank
from cjm.tuples import NamedTuple


def readable(node: Node) -> bool:
    """Whether a value can stand where a text is expected."""
    if node.text is None or (node.value is None and node.text):
        return False
    return not is_blank(node.text)


def _with_colon(node: Node, at: Node) -> Message | None:
    """A way out where a colon made a mapping of a text, as in `- price: 100`."""
    if isinstance(node.value, dict) and len(node.value) == 1:
        (entry,) = node.value.values()
        if at is not node and node.end_mark is not None and entry.node.text:
            text = clipped(without_unseen(entry.node.text), 40)
            return say("write the text without braces: {text}", text=text)
        return say("put text that holds a colon in quotes")
    return None


def _scalar(title: Message, **more: Any) -> Schema:
    """A scalar that is taken as written: what editors read as a number or as true is text here.

    Where `boolean` were named among the types, editors would offer true and false.
    """
    others = ["string", "number", "object", "array", "null"]
    return {
        "title": title,
        "anyOf": [
            {"title": title, "type": ["string", "number"], **more},
            {"title": say("true or false, as text"), "not": {"type": others}},
        ],
    }


class Text(NamedTuple):
    """Text; a plain scalar is taken as written, so `title: 404` is the text 404."""

    noun: Message = say("text")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The text, never empty."""
        help: Message | None
        if node.value is None and node.text:
            help = say("put it in quotes or delete the key")
            return expected(self.noun, node, at, context, help)
        if node.text is None or is_blank(node.text):
            help = say("nothing of it can be seen") if node.text else _with_colon(node, at)
            return expected(self.noun, node, at, context, help)
        return node.text

    def encode(self, value: Any) -> Any:
        """The text."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A reference to the text's definition."""
        defs.setdefault("text", _scalar(say("text")))
        return {"$ref": "#/$defs/text"}


class RuleName(NamedTuple):
    """What stands for rules: a name, a code or the beginning of one, or ALL.

    Which names there are is not known here; whoever knows them fills the definition of `rule`.
    """

    noun: Message = say("a rule's name, code or prefix")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The text as written."""
        return Text().decode(node, at, context)

    def encode(self, value: Any) -> Any:
        """The text."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A reference to the definition of what stands for rules."""
        prefix = {
            "title": say("beginning of a rule's code"),
            "type": "string",
            "pattern": "^([Cc][Jj][Mm][0-9]*|[Aa][Ll][Ll])$",
            "patternErrorMessage": say("a rule's name, or the beginning of a code, such as CJM4"),
        }
        named = {
            "title": say("rule"),
            "type": "string",
            "errorMessage": prefix["patternErrorMessage"],
        }
        defs.setdefault("rule", {"title": say("rule"), "anyOf": [named, prefix]})
        return {"$ref": "#/$defs/rule"}


class Folder(NamedTuple):
    """A folder below the file that names it, with `/` between its parts."""

    noun: Message = say("a folder below cjm.yaml, such as results")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The folder as written."""
        if not readable(node):
            return expected(self.noun, node, at, context)
        parts = (node.text or "").split("/")
        if "\\" in (node.text or ""):
            help = say("put / between its parts")
            return expected(self.noun, node, at, context, help)
        if not parts[0] or parts[0].endswith(":") or ".." in parts or not set(parts) - {".", ""}:
            help = say("name it from the folder of cjm.yaml on, without ..")
            return expected(self.noun, node, at, context, help)
        return node.text

    def encode(self, value: Any) -> Any:
        """The folder."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string that does not begin at a root."""
        return {"type": "string", "pattern": r"^[^/\\]", "patternErrorMessage": self.noun}


ID_SCHEMA = r"^[^\x00-/:-@\[-\x5e`{-\x7f][^\x00-,/:-@\[-\x5e`{-\x7f]*$"
"""An id in a form that every regular-expression dialect reads alike: no ASCII sign but . - _."""


class Id(NamedTuple):
    """An id in any script, compared in NFC; where `refers` is set it must name such a thing."""

    refers: str | None = None
    noun: Message = say("an id")
    pattern: str = ID_SCHEMA
    rule: Message = say("begin with a letter or digit; then letters, digits, . - _")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The id in NFC."""
        if node.text is None or (node.plain and not node.text):
            return expected(self.noun, node, at, context)
        return self.read(node.text, node, context)

    def read(
        self,
        text: str,
        place: Node,
        context: Context,
        advice: Message | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> Any:
        """The id that `text` is, as a value or as the key of a mapping.

        `advice` and `fixes` are for one that names nothing.
        """
        id = as_id(text)
        if not is_id(id):
            from cjm.format.remedies import id_meant

            fault = say("{text!r} cannot be an id", text=clipped(text, 40))
            context.fault(fault, place, self.rule, remedy=id_meant(text, self.refers))
            return INVALID
        if self.refers:
            context.refer(self.refers, id, place, advice, fixes)
        return id

    def encode(self, value: Any) -> Any:
        """The id."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A reference to the id's definition."""
        defs.setdefault("id", _scalar(self.noun, pattern=ID_SCHEMA, patternErrorMessage=self.rule))
        return {"$ref": "#/$defs/id"}


class Bool(NamedTuple):
    """true or false; `yes` and `no` are text in YAML 1.2."""

    noun: Message = say("true or false")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """A bool."""
        if not isinstance(node.value, bool):
            from cjm.format.remedies import bool_meant

            return expected(self.noun, node, at, context, remedy=bool_meant(node.text or ""))
        return node.value

    def encode(self, value: Any) -> Any:
        """The bool."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


class OneOf(NamedTuple):
    """One of a few words; `docs` say what each of them means."""

    words: tuple[str, ...]
    docs: tuple[Message, ...]

    @property
    def noun(self) -> Message:
        """The words, joined."""
        *words, last = self.words
        if not words:
            return say("{word} alone", word=last)
        return say("{words} or {last}", words=", ".join(words), last=last)

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The word."""
        if node.text not in self.words:
            return expected(self.noun, node, at, context, *self._meant(node.text, context))
        return node.text

    def _meant(self, text: str | None, context: Context) -> tuple[Message | None, Remedy | None]:
        """What to do, by meaning first, then by spelling."""
        if not text:
            return None, None
        from cjm.format.foreign import VALUES, word_of

        word = VALUES.get(word_of(text))
        if word in self.words:
            return None, Remedy(say("write {key}", key=word), word)
        close = context.nearest(text, self.words)
        return context.suggest(text, self.words, say("one of")), close

    def encode(self, value: Any) -> Any:
        """The word."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """An enum."""
        return {
            "enum": list(self.words),
            "enumDescriptions": list(self.docs),
            "errorMessage": self.noun,
        }


class Version(NamedTuple):
    """The format's version: 1; `key` is what it stands under."""

    key: str = "cjm"
    noun: Message = say("the format's version, 1")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """1."""
        if node.value != 1 or isinstance(node.value, bool):
            return expected(self.noun, node, at, context, say("write: {key}: 1", key=self.key))
        return 1

    def encode(self, value: Any) -> Any:
        """1."""
        return 1

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """The constant 1."""
        return {"const": 1}


class Anything(NamedTuple):
    """A part that a later layer reads; handed on as the node itself."""

    noun: Message = say("anything")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The node."""
        return node

    def encode(self, value: Any) -> Any:
        """The data of the node."""
        return value.data

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """No restriction."""
        return {}
