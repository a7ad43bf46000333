"""Named tuples: `NamedTuple` as `typing` has it, at a fraction of its price.

`typing` compiles `__new__` for each class and makes every method anew when a module is imported: a
tenth of what a short command takes. Here `__new__` is compiled when the first tuple is made (in
most runs many classes have none), and the other methods are the same for all. Type checkers are
told that it is `typing.NamedTuple`, and what that promises holds: defaults, `_fields`, `_make`,
`_replace`, `_asdict`, `copy.replace`, `pickle` and `match`.
"""

from __future__ import annotations

from cjm.records import kinds_of

try:
    from _collections import _tuplegetter  # type: ignore[import-not-found]
except ImportError:  # a Python that is not written in C

    def _tuplegetter(place: int, doc: str) -> property:
        return property(lambda self: tuple.__getitem__(self, place), doc=doc)


TYPE_CHECKING = False  # typing itself is dear, too
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class _New:
    """`__new__` of a class that no tuple was made of: compiled at the first one."""

    def __get__(self, instance: object, owner: Any) -> Any:
        names = "".join(f"{name}, " for name in owner._fields)
        known = {"_new": tuple.__new__, "__name__": owner.__module__}
        made = eval(f"lambda _cls, {names}: _new(_cls, ({names}))", known)
        made.__defaults__ = tuple(owner._field_defaults.values())
        made.__name__, made.__qualname__ = "__new__", f"{owner.__qualname__}.__new__"
        owner.__new__ = staticmethod(made)
        return made


def _make(cls: Any, values: Iterable[Any]) -> Any:
    """A tuple of this class from its values, in order."""
    made = tuple.__new__(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
    return made


def _replace(self: Any, /, **changes: Any) -> Any:
    """The same with some values changed."""
    made = self._make(map(changes.pop, self._fields, self))
    if changes:
        raise ValueError(f"Got unexpected field names: {list(changes)!r}")
    return made


def _asdict(self: Any) -> dict[str, Any]:
    """Its values by their names."""
    return dict(zip(self._fields, self, strict=True))


def _shown(self: Any) -> str:
    texts = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
    return f"{self.__class__.__name__}({', '.join(texts)})"


_METHODS = {
    "_make": classmethod(_make),
    "_replace": _replace,
    "__replace__": _replace,
    "_asdict": _asdict,
    "__repr__": _shown,
    "__getnewargs__": lambda self: tuple(self),
}


class _Named(type):
    """What makes a class of annotated names a class of tuples."""

    def __new__(mcls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(mcls, name, bases, space)
        cls: Any = type(name, (tuple,), {**_METHODS, **space, "__slots__": ()})
        names = tuple(kinds_of(cls))
        defaults = {field: space[field] for field in names if field in space}
        if tuple(defaults) != names[len(names) - len(defaults) :]:
            raise TypeError(f"{name}: a field without a default follows one with a default")
        for place, field in enumerate(names):
            setattr(cls, field, _tuplegetter(place, ""))
        cls._fields, cls._field_defaults = names, defaults
        setattr(cls, "__match_args__", names)  # noqa: B010  checkers take it for final
        cls.__new__ = _New()
        return cls


class _NamedTuple(metaclass=_Named):
    """The base that classes of tuples name."""


if TYPE_CHECKING:
    from typing import NamedTuple
else:
    NamedTuple = _NamedTuple

__all__ = ["NamedTuple"]
