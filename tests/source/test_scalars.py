"""Plain scalars are read by the core schema of YAML 1.2, everything quoted is text."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.source import parse


def value_of(written: str) -> object:
    """The value of one scalar, as a document writes it."""
    source = parse(f"key: {written}")
    assert source.faults == ()
    return source.root.data["key"]


@pytest.mark.parametrize(
    "word",
    ["yes", "no", "on", "off", "Yes", "NO", "On", "OFF", "y", "n", "NO_", "nUll", "tRue", "none"],
)
def test_words_of_yaml_1_1_are_text(word):
    """`yes`, `no`, `on` and `off` are text; `NO` is Norway."""
    assert value_of(word) == word


@pytest.mark.parametrize("word", ["true", "True", "TRUE"])
def test_true_has_three_spellings(word):
    """Only true, True and TRUE are true."""
    assert value_of(word) is True


@pytest.mark.parametrize("word", ["false", "False", "FALSE"])
def test_false_has_three_spellings(word):
    """Only false, False and FALSE are false."""
    assert value_of(word) is False


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL", "# a comment"])
def test_null_has_four_spellings_and_nothing(word):
    """Nothing at all, ~, null, Null and NULL are null."""
    assert value_of(word) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("-0", 0),
        ("+12", 12),
        ("-19", -19),
        ("0123", 123),  # octal in YAML 1.1
        ("0o17", 15),
        ("0x1F", 31),
        ("0xfe", 254),
        ("1e3", 1000.0),
        ("12e03", 12000.0),
        ("-2E+05", -200000.0),
        ("0.", 0.0),
        ("-0.0", 0.0),
        (".5", 0.5),
        ("+.5", 0.5),
        ("8.4", 8.4),
        ("1.5e-3", 0.0015),
        (".inf", math.inf),
        ("-.Inf", -math.inf),
        ("+.INF", math.inf),
    ],
)
def test_numbers_of_the_core_schema(written, value):
    """Decimal, octal (0o) and hexadecimal integers, floats and infinities are numbers."""
    got = value_of(written)
    assert got == value
    assert type(got) is type(value)


@pytest.mark.parametrize("written", [".nan", ".NaN", ".NAN"])
def test_not_a_number(written):
    """The three spellings of not-a-number are floats."""
    assert math.isnan(value_of(written))


@pytest.mark.parametrize(
    "text",
    [
        "0b11", "0o18", "0O17", "0X1F", "-0x1F", "+0o7", "1_000", "190:20:30", "8,4", "1.2.3",
        "--1", "+", "-", ".", "...x", "e5", "1e", ".e1", "inf", "nan", "-.nan", ".iNf",
        "2026-09-30", "2001-12-14t21:59:43.10-05:00", "٣", "１２", "1 2", "=", "12h",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_number_is_text(text):
    """Sexagesimals, underscores, dates, signs of 1.1 and digits of other scripts are text."""
    written = text if text != "-" else "'-'"
    assert value_of(written) == text


@pytest.mark.parametrize("text", ["8", "true", "~", "null", ".inf", "", "yes"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_make_text(text, quote):
    """In quotes everything is text."""
    assert value_of(f"{quote}{text}{quote}") == text


def test_block_scalars_are_text():
    """A number in a block scalar is text."""
    assert parse("a: |-\n  8\nb: >-\n  true").root.data == {"a": "8", "b": "true"}


@pytest.mark.parametrize("key", ["8", "8.0", "true", "~", "null", "0x1F", "yes"])
def test_keys_are_text_as_written(key):
    """A key is always text: `8`, `true` and `~` too."""
    assert list(parse(f"{key}: 1").root.data) == [key]


@pytest.mark.parametrize(
    "written",
    ["9" * 4000, "-" + "9" * 4000, "0x" + "f" * 290, "0o" + "7" * 4000, "1e400", "9" * 400 + ".0"],
)
def test_numbers_beyond_a_float_are_infinite(written):
    """A number of any length is read at once and never overflows later: it is infinite."""
    assert math.isinf(value_of(written))


@given(st.integers(-(10**250), 10**250))
def test_any_integer_survives(number):
    """An integer is read exactly."""
    assert value_of(str(number)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_float_survives(number):
    """A float written with all its digits is read as the same float."""
    assert value_of(repr(number)) == number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("!!str 8", "8"),
        ("!!str", ""),
        ("!!int '8'", 8),
        ("!!float 8", 8.0),
        ("!!bool true", True),
        ("!!null ''", None),
        ("!!str |-\n  8", "8"),
        ("! '8'", "8"),
        ("!!seq [1]", [1]),
        ("!!map {a: 1}", {"a": 1}),
    ],
)
def test_tags_of_the_core_schema_are_allowed(written, value):
    """A core tag says which kind a value is."""
    got = value_of(written)
    assert got == value
    assert type(got) is type(value)


@pytest.mark.parametrize(
    "written", ["!!int 8.5", "!!int x", "!!bool yes", "!!null x", "!!float x", "!!int true"]
)
def test_a_core_tag_must_fit(written):
    """A value that is not of its tag's kind is a fault at that value."""
    (fault,) = parse(f"key: {written}").faults
    assert "does not fit its tag" in str(fault.message)
    assert fault.place[:2] == (1, 6)


def test_a_float_tag_on_a_number_beyond_floats_is_infinite():
    """`!!float` does not overflow on an integer that no float can hold."""
    assert value_of("!!float 0x" + "f" * 290) == math.inf
