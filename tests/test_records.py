"""records: the same behaviour as `dataclasses`, class by class, and nothing compiled at import."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from functools import cached_property

import pytest

from cjm import records

NAN = float("nan")


def made_by(kit, **options):
    """One class, decorated by `dataclasses` or by us."""

    @kit.dataclass(**options)
    class Point:
        """A point."""

        x: float
        y: float = 0.0
        tags: tuple[str, ...] = kit.field(default=())
        seen: list[int] = kit.field(default_factory=list, compare=False)
        secret: str = kit.field(default="s", repr=False)

        def __post_init__(self) -> None:
            if self.x is None:
                raise ValueError("no x")

        @property
        def norm(self) -> float:
            return abs(self.x) + abs(self.y)

    return Point


KINDS = [
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": False},
    {"frozen": False, "slots": True},
    {"frozen": False, "slots": False},
]
kinds = pytest.mark.parametrize("options", KINDS, ids=lambda o: "-".join(k for k in o if o[k]))


def outcome(work):
    """What came of a call: its value, or its error in words."""
    try:
        return work()
    except (TypeError, ValueError, AttributeError) as error:
        return type(error), str(error)


CALLS = {
    "all by place": lambda c: repr(c(1, 2, ("a",), [1], "t")),
    "by name": lambda c: dataclasses.astuple(c(x=1, seen=[3])),
    "defaults": lambda c: dataclasses.astuple(c(1)),
    "one is missing": lambda c: c(),
    "an unknown name": lambda c: c(1, z=2),
    "too many": lambda c: c(1, 2, 3, 4, 5, 6),
    "refused by __post_init__": lambda c: c(None),
    "equal": lambda c: (c(1) == c(1), c(1) == c(2), c(1) == c(1, seen=[1]), c(1) == 1),
    "not a number": lambda c: (c(NAN) == c(NAN), c(float("nan")) == c(float("nan"))),
    "unequal to a twin": lambda c: c(1) == type("Twin", (c,), {})(1),
    "hash": lambda c: hash(c(1)) == hash(c(1)) != hash(c(2)),
    "a set": lambda c: len({c(1), c(1), c(2)}),
    "assign": lambda c: setattr(c(1), "x", 2),
    "delete": lambda c: delattr(c(1), "x"),
    "fresh factories": lambda c: c(1).seen is c(1).seen,
    "signature": lambda c: str(inspect.signature(c)),
    "doc": lambda c: c.__doc__,
    "match": lambda c: c.__match_args__,
    "names": lambda c: (c.__name__, c.__qualname__, c.__module__),
    "copy": lambda c: (copy.copy(c(1)) == c(1), copy.deepcopy(c(1, seen=[1])).seen),
    "property": lambda c: c(-1, -2).norm,
    "replaced": lambda c: dataclasses.astuple(dataclasses.replace(c(1), y=5)),
    "replaced by nonsense": lambda c: dataclasses.replace(c(1), z=5),
    "replaced by the refused": lambda c: dataclasses.replace(c(1), x=None),
    "fields": lambda c: [(f.name, f.type, f.repr, f.compare) for f in dataclasses.fields(c)],
    "fields of one": lambda c: len(dataclasses.fields(c(1))),
    "asdict": lambda c: dataclasses.asdict(c(1, seen=[1])),
    "is one": lambda c: (dataclasses.is_dataclass(c), dataclasses.is_dataclass(c(1))),
    "slots": lambda c: (hasattr(c(1), "__dict__"), getattr(c, "__slots__", None)),
    "a class of a class": lambda c: repr(
        dataclasses.dataclass(frozen=c.__dataclass_params__.frozen)(
            type("More", (c,), {"__annotations__": {"z": "int"}, "z": 9})
        )(1)
    ),
}


@kinds
@pytest.mark.parametrize("call", CALLS)
def test_a_record_does_what_a_dataclass_does(options, call):
    """Values, errors in their words, signatures: asked of two classes of one text."""
    ours, theirs = made_by(records, **options), made_by(dataclasses, **options)
    assert outcome(lambda: CALLS[call](ours)) == outcome(lambda: CALLS[call](theirs))


@kinds
def test_a_repr_says_what_was_given(options):
    """What is as by default is left out: a touchpoint of 25 fields is one short line."""
    point = made_by(records, **options)
    assert repr(point(1, y=2)).endswith("Point(x=1, y=2, seen=[])")
    assert repr(point(1, tags=("a",), seen=[3])).endswith("Point(x=1, tags=('a',), seen=[3])")


def test_a_frozen_record_takes_no_stranger_either():
    """(`dataclasses` of Python 3.11 stumbles here where there are slots.)"""
    for slots in (True, False):
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'other'"):
            made_by(records, frozen=True, slots=slots)(1).other = 2


@kinds
def test_replace_is_that_of_dataclasses(options):
    """Ours and theirs, and copy.replace where Python has it."""
    one = made_by(records, **options)(1)
    assert records.replace(one, y=5) == dataclasses.replace(one, y=5) != one
    assert one.__replace__(y=5) == records.replace(one, y=5)
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        records.replace(one, z=1)


@records.dataclass(frozen=True, slots=True)
class Kept:
    """One that pickle can find."""

    x: float
    y: str = "y"


@records.dataclass(frozen=True)
class Figures:
    """One that keeps what it computes."""

    x: float

    @cached_property
    def double(self) -> float:
        return 2 * self.x


@records.dataclass(frozen=True, slots=True)
class Nothing:
    """No fields at all."""


def test_records_are_pickled_without_being_made_anew():
    """Frozen or not, with what was kept."""
    assert pickle.loads(pickle.dumps(Kept(1.5))) == Kept(1.5)
    figures = Figures(2)
    assert figures.double == 4
    assert pickle.loads(pickle.dumps(figures)).__dict__ == {"x": 2, "double": 4}
    assert pickle.loads(pickle.dumps(Nothing())) == Nothing()
    assert hash(Nothing()) == hash(())
    assert repr(Nothing()) == "Nothing()"


def test_records_are_matched_by_place():
    match Kept(1, "a"):
        case Kept(x, y):
            assert (x, y) == (1, "a")


def test_a_method_of_its_own_stays():
    """Only `__init__` is always made."""

    @records.dataclass(frozen=True)
    class Own:
        x: int

        def __repr__(self) -> str:
            return "own"

        def __eq__(self, other: object) -> bool:
            return True

    assert repr(Own(1)) == "own"
    assert Own(1) == Own(2)
    assert hash(Own(1)) == hash(Own(1))


def test_the_decorator_needs_no_brackets():
    @records.dataclass
    class Bare:
        x: int

    assert Bare(1) == Bare(1)


def test_a_class_variable_is_no_field_and_a_shared_list_no_default():
    with pytest.raises(ValueError, match="mutable default list for field x"):

        @records.dataclass()
        class Shared:
            x: list[int] = []  # noqa: RUF012

    @records.dataclass(frozen=True, slots=True)
    class Counted:
        x: int
        made: ClassVar[int] = 7  # noqa: F821

    assert Counted(1).made == 7
    assert Counted.__match_args__ == ("x",)


def test_nothing_is_compiled_before_the_first_instance():
    """`dataclasses` and `inspect` are not even loaded."""
    script = """
import sys
from cjm.records import dataclass, field, replace
compiled = []
sys.addaudithook(lambda event, _: event == "compile" and compiled.append(event))
@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: list = field(default_factory=list)
assert not compiled
assert replace(Point(1), x=2) == Point(2)
assert len(compiled) == 1, compiled
print(*{"dataclasses", "inspect", "typing"} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "\n", "")
