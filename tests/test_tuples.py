"""Named tuples: all that `typing.NamedTuple` promises."""

import copy
import pickle
import re
import sys
import typing
from pathlib import Path
from typing import Any

import pytest

import cjm.tuples


class Ours(cjm.tuples.NamedTuple):
    """A place."""

    x: float
    y: float = 0.0
    name: str = "here"

    @property
    def far(self) -> bool:
        return self.x > 1

    @classmethod
    def origin(cls) -> "Ours":
        return cls(0)


class Theirs(typing.NamedTuple):
    """A place."""

    x: float
    y: float = 0.0
    name: str = "here"


class Below(Ours):
    """What derives from a named tuple."""

    def moved(self) -> "Below":
        return self._replace(x=self.x + 1)


class Empty(cjm.tuples.NamedTuple):
    """Nothing to hold."""


KINDS: list[Any] = [Ours, Theirs]


@pytest.mark.parametrize("kind", KINDS)
def test_a_tuple_is_made_read_and_compared_by_its_names(kind: Any) -> None:
    """By place and by name, with defaults; equal to any tuple of the same values."""
    place = kind(2.0, name="there")
    assert (place.x, place.y, place.name) == (2.0, 0.0, "there") == place
    assert hash(place) == hash(tuple(place))
    assert isinstance(place, tuple)
    assert not hasattr(place, "__dict__")
    assert repr(place) == f"{kind.__name__}(x=2.0, y=0.0, name='there')"
    assert place._asdict() == {"x": 2.0, "y": 0.0, "name": "there"}
    assert kind._make([1, 2, "a"]) == (1, 2, "a")
    assert place._replace(y=5)._replace(x=1) == kind(1, 5, "there")
    assert (kind._fields, kind._field_defaults) == (("x", "y", "name"), {"y": 0.0, "name": "here"})
    assert typing.get_type_hints(kind) == {"x": float, "y": float, "name": str}
    match place:
        case kind(x, _, name):
            assert (x, name) == (2.0, "there")


@pytest.mark.parametrize("kind", KINDS)
def test_a_tuple_refuses_what_it_has_no_place_for(kind: Any) -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        kind(1, z=2)
    with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
        kind._make([1])
    with pytest.raises((ValueError, TypeError), match="Got unexpected field names"):
        kind(1)._replace(z=2)
    with pytest.raises(AttributeError):
        kind(1).x = 2


@pytest.mark.parametrize("kind", [*KINDS, Below])
def test_a_tuple_is_copied_and_pickled(kind: Any) -> None:
    place = kind(2.0, 1.0, "there")
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(place, protocol))
        assert (again, type(again)) == (place, kind)
    assert copy.deepcopy(place) == place
    if sys.version_info >= (3, 13):
        assert copy.replace(place, x=3.0).x == 3.0  # type: ignore[attr-defined]


def test_methods_and_derived_classes_stand() -> None:
    """The first instance may be one of a class below, or come from a class method."""
    assert type(Below(1.0).moved()) is Below
    assert Below(1.0).moved().far
    assert type(Ours.origin()) is Ours
    assert Ours.__doc__ == "A place."
    assert Empty() == ()
    assert repr(Empty()) == "Empty()"


def test_a_default_comes_after_what_has_none() -> None:
    with pytest.raises(TypeError, match="a field without a default follows"):
        type(cjm.tuples.NamedTuple)(
            "Wrong",
            (cjm.tuples.NamedTuple,),
            {"__annotations__": {"x": int, "y": int}, "x": 1, "__module__": __name__},
        )


def test_all_of_cjms_are_these() -> None:
    """One way to make them: `typing`'s costs several times as much at every start."""
    code = Path(cjm.tuples.__file__).parent
    asking = [
        part.name
        for part in code.rglob("*.py")
        if re.search(r"^from typing import .*NamedTuple", part.read_text("utf-8"), re.MULTILINE)
    ]
    assert asking == []
