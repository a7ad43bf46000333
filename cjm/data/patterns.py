"""Regular expressions of topics: read by RE2, which takes a time no longer than the text is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm.format import Context
from cjm.i18n import external, say
from cjm.source import Node

_ASCII_ONLY = re.compile(r"(?<!\\)(?:\\\\)*\\[bBwW]")
"""What RE2 says of Latin letters only."""


def verify_patterns(root: Node, context: Context) -> None:
    """Note each pattern of a `topics.yaml` that RE2 cannot read.

    Where RE2 is not installed nothing is noted: whoever uses the patterns says that it is missing.
    """
    try:
        import re2
    except ImportError:
        return
    for node in _patterns(root):
        if _ASCII_ONLY.search(node.text or "") and not (node.text or "").isascii():
            context.fault(
                say("\\b and \\w know only Latin letters: beside others they match nothing"),
                node,
                say("write \\pL for any letter, or use words instead of patterns"),
            )
            continue
        try:
            re2.compile(node.text or "", _options())
        except re2.error as error:
            why = error.args[0] if error.args else ""
            text = why.decode("utf-8", "replace") if isinstance(why, bytes) else str(why)
            message = say("this is no regular expression: {reason}", reason=external(text))
            context.fault(message, node, say("patterns are those of RE2: no lookaround, no \\1"))


def _options() -> object:
    """What RE2 is told: it writes its own log of errors otherwise."""
    import re2

    options = re2.Options()
    options.log_errors = False
    return options


def _patterns(root: Node) -> Iterator[Node]:
    topics = root.value.get("topics") if isinstance(root.value, dict) else None
    entries = topics.node.value if topics else {}
    for _, topic in entries.values() if isinstance(entries, dict) else ():
        listed = topic.value.get("patterns") if isinstance(topic.value, dict) else None
        if listed is None:
            continue
        items = listed.node.value if isinstance(listed.node.value, list) else [listed.node]
        yield from (item for item in items if item.text)
