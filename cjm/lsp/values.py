"""Values that can be written at a place: words, days, names of people who are responsible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from cjm.edits.writing import scalar_text
from cjm.format.quantities import Day
from cjm.format.texts import Bool, Id, OneOf, Version
from cjm.i18n import Message, say
from cjm.lsp.choices import Choice
from cjm.lsp.cursor import Cursor
from cjm.lsp.files import files_beside, said_in
from cjm.lsp.ids import USUAL_SHARE, id_choices
from cjm.lsp.outline import Outline
from cjm.lsp.reading import Reading
from cjm.lsp.ruling import RULED, can_be_waived, rule_choices

AHEAD = ("until", "due")
"""Days that lie ahead."""
DAYS: tuple[tuple[int, Message], ...] = (
    (0, say("today")),
    (30, say("in 30 days")),
    (90, say("in 90 days")),
)


def value_choices(reading: Reading, cursor: Cursor, form: Any) -> Iterator[Choice]:
    """What a scalar of a kind can be at a place."""
    field = _field(cursor)
    if isinstance(form, Id) and form.refers:
        yield from _ids(reading, cursor, form.refers, field)
    elif isinstance(form, OneOf):
        for word, doc in zip(form.words, form.docs, strict=True):
            yield Choice(word, "value", _word(word, cursor), doc, is_schema=True)
    elif isinstance(form, Bool):
        yield from (Choice(word, "value", is_schema=True) for word in ("true", "false"))
    elif isinstance(form, Version):
        yield Choice("1", "value", is_schema=True)
    elif isinstance(form, Day):
        yield from _days(reading, field)
    elif field in RULED:
        yield from _rules(reading, cursor, field)
    elif field == "owner":
        yield from _owners(reading, cursor)


def _field(cursor: Cursor) -> str:
    """The key that a value, or an item of its list, stands under."""
    return next((step for step in reversed(cursor.route) if isinstance(step, str)), "")


def _items(cursor: Cursor) -> Iterator[str]:
    level, part = cursor.ways[-1]
    if level.is_list:
        yield from level.texts(part)


def _word(word: str, cursor: Cursor) -> str:
    return word if cursor.quote else scalar_text(word)


def _ids(reading: Reading, cursor: Cursor, kind: str, field: str) -> Iterator[Choice]:
    choices = list(id_choices(reading, cursor, kind))
    if cursor.quote:
        choices = [choice._replace(text=choice.label) for choice in choices]
    yield from choices
    if field != "next" or cursor.quote or cursor.role != "value":
        return
    for choice in choices:
        share = scalar_text(USUAL_SHARE)
        yield choice._replace(
            label=f"{{{choice.label}: {share}}}",
            text=f"{{{choice.text}: ${{1:{share}}}}}",
            filter=f"{choice.label} {choice.filter}",
            is_snippet=True,
        )


def _rules(reading: Reading, cursor: Cursor, field: str) -> Iterator[Choice]:
    """Rules that are not in the list yet; for a waiver those that it can cover."""
    taken = frozenset(cursor.others) | frozenset(_items(cursor))
    for choice in rule_choices(reading, taken=taken):
        if field != "rule" or can_be_waived(choice.label):
            yield choice


def _days(reading: Reading, field: str) -> Iterator[Choice]:
    for days, told in DAYS if field in AHEAD else DAYS[:1]:
        day = (reading.today + timedelta(days=days)).isoformat()
        yield Choice(day, "value", detail=told)


def _owners(reading: Reading, cursor: Cursor) -> Iterator[Choice]:
    """Who is responsible elsewhere in the workspace, most often first."""
    counts = Counter(said_in(Outline(reading.text).root, "owner", cursor.start))
    for file in files_beside(reading):
        counts.update(file.owners)
    for owner, _ in sorted(counts.items(), key=lambda each: -each[1]):
        yield Choice(owner, "text", owner if cursor.quote else scalar_text(owner))
