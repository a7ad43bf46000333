"""The clerk: verdicts from the cache where they are known, else from a judge, or from several."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from cjm.checking.overrides import Overrides
from cjm.checking.verdicts import (
    Terms,
    Verdict,
    packed_terms,
    packed_verdict,
    unpacked_terms,
    unpacked_verdict,
)
from cjm.project.cache import Cache
from cjm.project.discovery import Home, shown_path
from cjm.project.documents import Document
from cjm.project.keys import build, key_of
from cjm.system.workers import Workers

if TYPE_CHECKING:
    from cjm.checking.judge import Judge

Kind = TypeVar("Kind", Verdict, Terms)

MANY = 200
"""So many unknown files are worth the start of other processes."""
CHUNK = 25
"""How many files another process takes at once."""
_MONTH = re.compile(rb"-\d\d-")


class Clerk:
    """Verdicts and terms under the overrides of one run, on one day, in so many processes.

    No module of the rules is imported where the cache knows all that is asked for.
    """

    def __init__(self, overrides: Overrides, today: date, cache: Cache, processes: int = 1) -> None:
        self._overrides = overrides
        self._today = today
        self._cache = cache
        self._crew = Workers(processes)
        self._own: Judge | None = None
        self._terms: dict[Home, Terms] = {}
        self._run = key_of(build(), repr(overrides))
        self._homes: dict[Home, bytes] = {}

    def terms(self, home: Home) -> Terms:
        """What a workspace says about its check."""
        if home not in self._terms:
            key = key_of(self._home(home), "terms")
            file = shown_path(home.file) if home.file else ""
            terms = _unpacked(unpacked_terms, self._cache.get([key]).get(key), file)
            if terms is None:
                terms = self._judge().terms(home)
                self._cache.put({key: packed_terms(terms)})
            self._terms[home] = terms
        return self._terms[home]

    def verdicts(self, documents: Sequence[Document]) -> list[Verdict]:
        """The verdict on each document, in order."""
        keys = [self._key(document) for document in documents]
        kept = self._cache.get(keys)
        verdicts = {
            n: verdict
            for n, (key, document) in enumerate(zip(keys, documents, strict=True))
            if (verdict := _unpacked(unpacked_verdict, kept.get(key), document.file))
        }
        missing = [n for n in range(len(documents)) if n not in verdicts]
        fresh = dict(zip(missing, self._judged([documents[n] for n in missing]), strict=True))
        self._cache.put({keys[n]: content for n, content in fresh.items()})
        # Read back even so: a verdict from the cache and a new one go the same way.
        new = {n: unpacked_verdict(content, documents[n].file) for n, content in fresh.items()}
        return [new[n] if n in new else verdicts[n] for n in range(len(documents))]

    def close(self) -> None:
        """End the processes, and leave the cache in order."""
        self._crew.close()
        self._cache.close()

    def _judged(self, documents: Sequence[Document]) -> list[bytes]:
        if len(documents) >= MANY and not self._crew.alone:
            judge_all = partial(_judged_apart, self._overrides, self._today)
            return list(self._crew.work(judge_all, documents, CHUNK))
        return [packed_verdict(self._judge().verdict(document)) for document in documents]

    def _judge(self) -> Judge:
        from cjm.checking.judge import Judge

        self._own = self._own or Judge(self._overrides, self._today)
        return self._own

    def _home(self, home: Home) -> bytes:
        if home not in self._homes:
            self._homes[home] = key_of(self._run, repr(home.file is None), home.content)
        return self._homes[home]

    def _key(self, document: Document) -> bytes:
        # Only what has a date in it can change from day to day; an escape may hide one.
        dated = _MONTH.search(document.content) or b"\\" in document.content
        return key_of(
            self._home(document.home),
            os.path.basename(document.file),  # a journey without an id has its file's name
            repr(document.named),
            self._today.isoformat() if dated else "",
            document.content,
        )


def _judged_apart(overrides: Overrides, today: date, documents: Sequence[Document]) -> list[bytes]:
    """The verdicts on some documents, as another process makes them."""
    from cjm.checking.judge import Judge

    judge = Judge(overrides, today)
    return [packed_verdict(judge.verdict(document)) for document in documents]


def _unpacked(
    unpack: Callable[[bytes, str], Kind], content: bytes | None, file: str
) -> Kind | None:
    """What was kept; None where nothing was, or it is damaged."""
    try:
        return None if content is None else unpack(content, file)
    except (ValueError, TypeError):
        return None
