"""Rows of one's own: what stands under the author's own keys, and the keys that make rows."""

from collections.abc import Mapping
from typing import Any

from cjm.diagnostics import Fix
from cjm.format.context import Context
from cjm.format.kinds import INVALID
from cjm.format.texts import ID_SCHEMA, Id, readable
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.journey import OWN, LaneTexts, as_id, is_own_key
from cjm.source import Entry, Node
from cjm.tuples import NamedTuple


class OwnId(NamedTuple):
    """A key of the author's own that a row is made of."""

    noun: Message = say("a key that begins with x-")
    pattern: str = "^x-" + ID_SCHEMA.removeprefix("^")
    rule: Message = say("begin with x-; then letters, digits, . - _")

    def read(
        self,
        text: str,
        place: Node,
        context: Context,
        advice: Message | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> Any:
        """The key in NFC."""
        key = as_id(text)
        if not is_own_key(key):
            meant = Id().read(OWN + key.removeprefix(OWN), place, Context())
            help = None if meant is INVALID else say("write {key}", key=meant)
            message = say("the key of a row begins with x-, not {text!r}", text=clipped(text, 40))
            context.fault(message, place, help)
            return INVALID
        return key


def own_texts(entries: Mapping[str, Entry], context: Context) -> dict[str, Any]:
    """The texts under keys of the author's own, as a part takes them, and the keys of the rest."""
    lanes, unread = [], []
    for key, entry in entries.items():
        if key.startswith(OWN) and is_own_key(key):
            texts = _texts(entry.node)
            if texts:
                lanes.append(LaneTexts(key, texts))
            else:
                unread.append(key)
                context.unreadable(key, entry)
    return {"lanes": tuple(lanes), "unread": tuple(unread)} if lanes or unread else {}


def _texts(node: Node) -> tuple[str, ...]:
    """One text or all of a list; nothing where it is anything else."""
    items = node.value if isinstance(node.value, list) else [node]
    texts = [item.text for item in items if item.text is not None and readable(item)]
    return tuple(texts) if len(texts) == len(items) else ()


def one_or_all(texts: tuple[str, ...]) -> Any:
    """Texts in the shortest form."""
    return texts[0] if len(texts) == 1 else list(texts)
