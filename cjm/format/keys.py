"""Keys that the format does not have, and which of its own they mean."""

import re
from collections.abc import Collection

from cjm.format.foreign import KEYS, word_of
from cjm.format.remedy import Remedy
from cjm.i18n import say
from cjm.source.lookalikes import named, skeleton, unseen_in, without_unseen

_ENTRY = re.compile(r"([^\W\d][\w.-]*):\s*(\S.*)", re.DOTALL)
_QUOTES = "“”„‟«»‘’\"' "


def key_meant(key: str, known: Collection[str], close: Remedy | None) -> Remedy | None:
    """The known key that a key means: by its signs, by its meaning, by its spelling.

    `close` is the one that is spelt nearly so.
    """
    word = without_unseen(key).strip(_QUOTES)
    if word in known:
        sign = unseen_in(key)
        help = (
            say("delete {sign}", sign=named(sign))
            if sign
            else say("{key} without quotes", key=word)
        )
        return Remedy(help, word, safe=bool(sign))
    if close and (close.safe or not key.isascii()):
        return close
    if (found := _ENTRY.match(without_unseen(key))) and found[1] in known:
        written = f"{found[1]}: {found[2]}"
        return Remedy(say("put a space after the colon: {text}", text=written), written, True)
    words = dict.fromkeys((word_of(word), word_of(skeleton(word))))
    meant = next((name for w in words for name in KEYS.get(w, ()) if name in known), None)
    return Remedy(say("write {key}", key=meant), meant) if meant else close
