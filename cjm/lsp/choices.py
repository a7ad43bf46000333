"""Choices: what can be written somewhere, before it is known what stands there already."""

from __future__ import annotations

import re

from cjm.edits.writing import key_text
from cjm.i18n import Message, translate
from cjm.lsp.answers import Completion, CompletionKind
from cjm.lsp.cursor import Cursor
from cjm.lsp.reading import Reading
from cjm.tuples import NamedTuple

_STOP = re.compile(r"\$\{\d+:([^}]*)\}|\$\d+")


class Choice(NamedTuple):
    """Something that can be written; `text` None is the label.

    `is_key`: a colon belongs behind it, unless one is there. `filter` is what more it is found by.
    `is_schema`: a server that knows the file's schema offers it, too.
    """

    label: str
    kind: CompletionKind
    text: str | None = None
    detail: str | Message = ""
    documentation: str | Message = ""
    filter: str = ""
    is_key: bool = False
    is_snippet: bool = False
    is_schema: bool = False


def completions(
    choices: tuple[Choice, ...], cursor: Cursor, reading: Reading
) -> tuple[Completion, ...]:
    """Choices as what replaces the word at the cursor; of those with one label the first."""
    kept = {choice.label: choice for choice in reversed(choices) if _fits(choice, cursor, reading)}
    labels = dict.fromkeys(choice.label for choice in choices if choice.label in kept)
    return tuple(_completion(kept[label], cursor, reading) for label in labels)


def _fits(choice: Choice, cursor: Cursor, reading: Reading) -> bool:
    if choice.is_schema and not _offers_schema(reading):
        return False
    text = choice.label if choice.text is None else choice.text
    if cursor.quote:
        return not choice.is_snippet and not set(text) & {cursor.quote, "\\", "\n"}
    return not (cursor.colon and choice.is_snippet)


def _offers_schema(reading: Reading) -> bool:
    """Whether keys and words are offered that another server may know from the schema."""
    asked = reading.settings.completion_keys
    if asked != "auto" or not reading.settings.schema_server:
        return asked != "off"
    return not re.search(r"(?m)^#\s*yaml-language-server:\s*\$schema\s*=", reading.text)


def _completion(choice: Choice, cursor: Cursor, reading: Reading) -> Completion:
    text = choice.label if choice.text is None else choice.text
    if choice.is_key and not cursor.colon:
        text = f"{key_text(choice.label)}: " if choice.text is None else choice.text
    elif choice.is_key:
        text = choice.label
    is_snippet = choice.is_snippet and reading.settings.snippets
    if choice.is_snippet and not is_snippet:
        text = without_stops(text)
    if "\r\n" in reading.text:
        text = text.replace("\n", "\r\n")
    return Completion(
        label=choice.label,
        kind=choice.kind,
        text=cursor.lead + text,
        start=cursor.start,
        end=cursor.end,
        detail=_told(choice.detail, reading),
        documentation=_told(choice.documentation, reading),
        filter=" ".join(filter(None, (choice.label, choice.filter))) if choice.filter else "",
        is_snippet=is_snippet,
    )


def _told(text: str | Message, reading: Reading) -> str:
    return translate(text, reading.language) if isinstance(text, Message) else text


def without_stops(text: str) -> str:
    """A snippet as plain text: what its stops would be filled with."""
    return _STOP.sub(lambda found: found[1] or "", text)
