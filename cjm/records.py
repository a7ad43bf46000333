"""Records: `dataclass`, `field` and `replace` as `dataclasses` has them, at a tenth of its price.

`dataclasses` compiles five methods for each class when a module is imported, and loads `inspect`
to do so: a fifth of what a short command takes. Here `__init__` is compiled when the first
instance is made (in most runs most classes have none), the other methods are generic, and
`dataclasses` itself is loaded only when somebody asks it about a record. Type checkers are told
the truth that matters: these are dataclasses, and `dataclasses.fields`, `replace`, `asdict`,
`copy.replace`, `pickle` and `match` take them as such. One thing is not as there: a repr leaves out
what is as by default, so that a touchpoint is a line and no paragraph.
"""

from __future__ import annotations

from _operator import attrgetter

TYPE_CHECKING = False  # typing itself is dear, too
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

_set = object.__setattr__


class _Missing:
    """What stands for a default that there is none of."""

    def __repr__(self) -> str:
        return "<factory>"


_MISSING = _Missing()


class _Field:
    """What `field()` says of one field."""

    __slots__ = ("compare", "default", "factory", "repr")

    def __init__(self, default: Any, factory: Any, repr: bool, compare: bool) -> None:
        self.default, self.factory, self.repr, self.compare = default, factory, repr, compare


def _field(
    *,
    default: Any = _MISSING,
    default_factory: Any = _MISSING,
    repr: bool = True,
    compare: bool = True,
) -> Any:
    """A field's default, made anew by `default_factory`, or what its record leaves it out of."""
    if default is not _MISSING and default_factory is not _MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return _Field(default, default_factory, repr, compare)


def _replace(record: Any, /, **changes: Any) -> Any:
    """A copy of a record with some fields changed; what its `__post_init__` refuses is refused."""
    for name in record.__match_args__:
        if name not in changes:
            changes[name] = getattr(record, name)
    return record.__class__(**changes)


def _dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False) -> Any:
    """Make a class with annotations a record: its `__init__`, `==`, hash, repr and pickling."""
    if cls is not None:
        return _record(cls, frozen, slots)
    return lambda cls: _record(cls, frozen, slots)


def _record(cls: type, frozen: bool, slots: bool) -> type:
    fields = {name: _given(cls, name) for name in kinds_of(cls)}
    for name, given in fields.items():
        if given.default is not _MISSING and not slots:
            setattr(cls, name, given.default)
        elif given.factory is not _MISSING and not slots:
            delattr(cls, name)
    if slots:
        cls = _with_slots(cls, tuple(fields))
    own = cls.__dict__
    for name, method in _methods(cls, fields, frozen, slots).items():
        if name not in own or name == "__init__" or own[name] is None:
            setattr(cls, name, method)
    return cls


def kinds_of(cls: type) -> dict[str, Any]:
    """The fields of a class, in order, with their annotations."""
    try:
        annotations = cls.__annotations__
    except NameError:  # from 3.14 on they are worked out when asked for: some are for checkers only
        from annotationlib import Format, get_annotations  # type: ignore[import-not-found]

        annotations = get_annotations(cls, format=Format.STRING)
    return {name: kind for name, kind in annotations.items() if "ClassVar" not in str(kind)}


def _given(cls: type, name: str) -> _Field:
    default = cls.__dict__.get(name, _MISSING)
    given = default if isinstance(default, _Field) else _Field(default, _MISSING, True, True)
    if given.default.__class__.__hash__ is None:
        kind = type(given.default).__name__
        raise ValueError(f"mutable default {kind} for field {name} is not allowed: a factory is")
    return given


def _with_slots(cls: type, names: tuple[str, ...]) -> type:
    """The same class again: slots can be had only at birth."""
    left_out = {*names, "__dict__", "__weakref__"}
    space = {name: value for name, value in cls.__dict__.items() if name not in left_out}
    born: type = type(cls)(cls.__name__, cls.__bases__, {**space, "__slots__": names})
    born.__qualname__ = cls.__qualname__
    return born


def _methods(
    cls: type, fields: Mapping[str, _Field], frozen: bool, slots: bool
) -> dict[str, object]:
    names = tuple(fields)
    values = _values(tuple(name for name in names if fields[name].compare))

    def equal(self: object, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def hashed(self: object) -> int:
        return hash(values(self))

    def shown(self: object) -> str:
        told = {name: getattr(self, name) for name in names if fields[name].repr}
        texts = (f"{n}={value!r}" for n, value in told.items() if value != fields[n].default)
        return f"{self.__class__.__qualname__}({', '.join(texts)})"

    methods: dict[str, object] = {
        "__init__": _Late(cls, "__init__", lambda: _init(cls, fields, frozen)),
        "__repr__": shown,
        "__eq__": equal,
        "__hash__": hashed if frozen else None,
        "__match_args__": names,
        "__replace__": _replace,
        "__dataclass_fields__": _Late(cls, "__dataclass_fields__", lambda: _fields(cls, fields)),
        "__dataclass_params__": _Params(frozen),
    }
    if frozen:
        methods |= _frozen(cls, names)
    if slots:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    return methods


def _values(names: tuple[str, ...]) -> Callable[[object], object]:
    """What two records are compared by."""
    if not names:
        return lambda record: ()
    if len(names) == 1:
        return lambda record: (getattr(record, names[0]),)
    return attrgetter(*names)


def _frozen(cls: type, names: tuple[str, ...]) -> dict[str, object]:
    def assign(self: object, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            from dataclasses import FrozenInstanceError

            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        _set(self, name, value)

    def delete(self: object, name: str) -> None:
        if type(self) is cls or name in names:
            from dataclasses import FrozenInstanceError

            raise FrozenInstanceError(f"cannot delete field {name!r}")
        object.__delattr__(self, name)

    return {"__setattr__": assign, "__delattr__": delete}


def _state(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__match_args__]


def _restore(self: Any, state: list[object]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        _set(self, name, value)


class _Late:
    """An attribute of a class that is made when it is first asked for, and stands there then."""

    def __init__(self, cls: type, name: str, make: Callable[[], Any]) -> None:
        self.cls, self.name, self.make = cls, name, make

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        made = self.make()
        setattr(self.cls, self.name, made)
        return made.__get__(instance, owner) if hasattr(made, "__get__") else made


class _Params:
    """What `dataclasses` asks of a record that somebody derives from."""

    init = repr = eq = True
    order = unsafe_hash = False

    def __init__(self, frozen: bool) -> None:
        self.frozen = frozen


def _init(cls: type, fields: Mapping[str, _Field], frozen: bool) -> Any:
    """Compile `__init__`: the only method whose speed is felt where there are many records."""
    known: dict[str, Any] = {"_set": _set, "_MISSING": _MISSING}
    parameters, lines = [], []
    for name, given in fields.items():
        value = name
        if given.factory is not _MISSING:
            known[f"_{name}_factory"] = given.factory
            parameters.append(f"{name}=_MISSING")
            value = f"_{name}_factory() if {name} is _MISSING else {name}"
        elif given.default is not _MISSING:
            known[f"_{name}_default"] = given.default
            parameters.append(f"{name}=_{name}_default")
        else:
            parameters.append(name)
        lines.append(f" _set(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines or [" pass"]), known)
    made = known["__init__"]
    made.__qualname__, made.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    made.__annotations__ = {**kinds_of(cls), "return": None}
    return made


def _fields(cls: type, fields: Mapping[str, _Field]) -> dict[str, Any]:
    """The fields as `dataclasses` knows them: from a class of the same fields, made by it."""
    import dataclasses

    kinds = kinds_of(cls)
    twin = dataclasses.make_dataclass(
        cls.__name__,
        [(name, kinds[name], _stdlib_field(given)) for name, given in fields.items()],
    )
    return vars(twin)["__dataclass_fields__"]  # type: ignore[no-any-return]


def _stdlib_field(given: _Field) -> Any:
    import dataclasses

    default: dict[str, Any] = {}
    if given.default is not _MISSING:
        default["default"] = given.default
    if given.factory is not _MISSING:
        default["default_factory"] = given.factory
    return dataclasses.field(repr=given.repr, compare=given.compare, **default)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _field, _replace

__all__ = ["dataclass", "field", "replace"]
