"""Unsolved: what takes a library that is not installed, for whoever keeps a record of that.

Where nobody does, what rests on it is refused: no check passes because a library is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, Self, TypeVar, overload

FIGURES = ("flow", "disappointed", "remembered", "plan")
"""The flow and all that rests on it, the share of disappointed customers and how closing a gap
changes it, the remembered score, what to do first. Beside them stand in a record the codes of
rules whose findings rest on one of these."""

T = TypeVar("T")
_record: ContextVar[set[str] | None] = ContextVar("unsolved", default=None)


@contextmanager
def recorded(into: set[str]) -> Iterator[set[str]]:
    """Keep a record of what cannot be solved here, and go on without it."""
    token = _record.set(into)
    try:
        yield into
    finally:
        _record.reset(token)


def note(what: str) -> None:
    """Put down that something is not solved, or only estimated, for want of a library."""
    if (record := _record.get()) is not None:
        record.add(what)


def is_noted(what: str) -> bool:
    """Whether that is in the record."""
    return what in (_record.get() or ())


def is_recorded() -> bool:
    """Whether somebody keeps a record, and tells what is in it."""
    return _record.get() is not None


class solved_property(Generic[T]):  # noqa: N801  used as cached_property is
    """A figure worked out once; whoever asks later is told, too, what could not be solved of it."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, owner: None, kind: type | None = None) -> Self: ...
    @overload
    def __get__(self, owner: object, kind: type | None = None) -> T: ...
    def __get__(self, owner: object | None, kind: type | None = None) -> Self | T:
        """The figure; where nothing is missing it is found beside others from then on."""
        if owner is None:
            return self
        known = vars(owner)
        estimated = f"estimated {self._name}"
        if estimated not in known:
            if not is_recorded():
                value = known[self._name] = self._work_out(owner)
                return value
            with recorded(set()) as lacking:
                value = self._work_out(owner)
            known[estimated if lacking else self._name] = (value, lacking) if lacking else value
            if not lacking:
                return value
        value, lacking = known[estimated]
        for what in lacking:
            note(what)
        return value
