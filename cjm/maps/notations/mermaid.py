"""Mermaid's spelling: any text as a text that neither its parsers nor Markdown take for more."""

from __future__ import annotations

import json
import re

from cjm.source.signs import quiet_json

_SPECIAL = re.compile(r"[\"#$&*;<>@\[\\\]^_`{|}~]|%(?=[%{])|:(?! )")
# Formulas, line breaks and icons are looked for after entities are resolved: an unseen space in
# their middle keeps them texts.
_LATE = re.compile(r"(?<=\$)(?=\$)|(?<=\\)(?=n)|(?<=:)(?=fa-)")
_LIST = re.compile(r"(\d+)([.)])(?=\s)|([-+])(?=\s)")
_KEYWORD = re.compile(r"(?:title|section|journey|acctitle|accdescr)\b", re.IGNORECASE)


def escaped(text: str) -> str:
    """The text with entity codes such as `#35;`."""
    text = _SPECIAL.sub(lambda found: _code(found[0]), _LATE.sub("\u200b", text))
    # Markdown would read « 1. » and « - » at the beginning as a list, which Mermaid refuses.
    if begins := _LIST.match(text):
        text = (begins[1] or "") + _code(begins[2] or begins[3]) + text[begins.end() :]
    return text


def worded(text: str) -> str:
    """The text escaped for a place where a statement could begin, and colons part what follows."""
    safe = _code(text[0]) + escaped(text[1:]) if _KEYWORD.match(text) else escaped(text)
    return safe.replace(":", _code(":"))


def front_matter(title: str) -> list[str]:
    """The lines before a diagram that give it its title."""
    # Mermaid rewrites what looks like a tag, even here.
    quoted = json.dumps(title, ensure_ascii=False).replace("<", "\\u003c")
    return ["---", f"title: {quiet_json(quoted)}", "---"]


def _code(character: str) -> str:
    return f"#{ord(character)};"
