"""Hostile input ends at once as a fault with a place: no traceback, no hang, no gigabyte."""

import tracemalloc

import pytest
from work import counted

from cjm.project.loading import read_journey
from cjm.source import MAX_BYTES, Source, parse
from cjm.system.reading import read_start

MOST_CALLS = 10_000_000
"""Calls of functions; each of these takes a fraction when nothing grows out of hand."""


@pytest.fixture(autouse=True)
def _bounded():
    with counted() as work:
        yield
    assert work.calls < MOST_CALLS


def refused(content: str | bytes, message: str) -> Source:
    """The source of a text that must be told as CJM001 and be no journey."""
    source = parse(content)
    *_, finding = read_journey(source, "x.yaml").findings
    assert finding.code == "CJM001"
    assert message in finding.message
    assert finding.span.line >= 1
    assert finding.span.column >= 1
    assert not source.readable
    return source


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "[" * 100_000 + "]" * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "- ? " * 50_000,
        "".join("%sa:\n" % (" " * n) for n in range(1000)),
    ],
    ids=["flow list", "flow mapping", "closed", "block list", "keys", "mixed", "indented"],
)
def test_deep_nesting_is_refused(text):
    """100 000 levels end at the 65th, in flow and in block style."""
    refused(text, "nested more than 64 deep")


def test_64_levels_are_allowed_and_65_are_not():
    """The limit is 64 collections inside each other."""
    assert parse("[" * 64 + "]" * 64).faults == ()
    (fault,) = parse("[" * 65 + "]" * 65).faults
    assert fault.place == (1, 65, 1, 66)


def test_aliases_do_not_add_up_to_deeper_nesting():
    """What aliases repeat counts as nested where they stand, so that no later walk can overflow."""
    text = "x-0: &a0 " + "[" * 40 + "]" * 40 + "\n"
    for n in range(1, 20):
        text += f"x-{n}: &a{n} " + "[" * 20 + f"*a{n - 1}" + "]" * 20 + "\n"
    source = refused(text + "scale: *a19\n", "nested more than 64 deep")
    assert source.faults[0].place.line == 3


def test_a_scalar_of_100_megabytes_is_refused(tmp_path):
    """Past the limit nothing is parsed, and of a file no more than the limit is read."""
    content = b"title: " + b"x" * 100_000_000
    refused(content, "larger than 1 000 000 bytes")
    file = tmp_path / "big.yaml"
    file.write_bytes(content)
    assert len(read_start(str(file))) == MAX_BYTES + 1
    refused(read_start(str(file)), "larger than 1 000 000 bytes")


def test_a_megabyte_is_allowed_and_a_byte_more_is_not():
    """The limit is 1 000 000 bytes, of text that is not ASCII too."""
    assert MAX_BYTES == 1_000_000
    fits = "a: " + "ж" * 499_998 + "x"
    assert len(fits.encode()) == MAX_BYTES
    assert parse(fits.encode()).root.data == {"a": fits[3:]}
    assert parse(fits).faults == ()
    refused(fits.encode() + b"\n", "larger than 1 000 000 bytes")
    refused(fits + "\n", "larger than 1 000 000 bytes")


def test_50_000_values_are_allowed_and_one_more_is_not():
    """A list and its 49 999 items are 50 000 values; the next is told where it stands."""
    items = ["x"] * 49_999
    assert len(parse("[" + ",".join(items) + "]").root.data) == 49_999
    source = refused("[" + ",".join([*items, "x"]) + "]", "more than 50 000 values")
    assert source.faults[0].place == (1, 100_000, 1, 100_001)


def test_an_alias_bomb_is_refused():
    """Nine levels of nine aliases are not a billion values: the aliases repeat too much."""
    text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for n in range(1, 10):
        text += f"a{n}: &a{n} [" + ",".join([f"*a{n - 1}"] * 9) + "]\n"
    refused(text, "the aliases repeat more than 10 000 values")


def test_10_000_repeated_values_are_allowed():
    """Aliases may repeat 10 000 values, not one more."""
    text = "x: &x 1\ny: [" + ",".join(["*x"] * 10_000)
    assert len(parse(text + "]").root.data["y"]) == 10_000
    refused(text + ",*x]", "the aliases repeat more than 10 000 values")


@pytest.mark.parametrize(
    "use",
    [
        "".join(f"*t : {n}\n" for n in range(9000)),
        "touchpoints: [" + ",".join(["*t"] * 9000) + "]",
        "touchpoints: {a: {pains: [" + ",".join(["*t"] * 9000) + "]}}",
        "touchpoints: {a: {next: [" + ",".join(["*t"] * 9000) + "]}}",
    ],
    ids=["keys", "list", "texts", "ids"],
)
def test_aliases_of_a_long_text_are_refused(use):
    """900 kB repeated 9 000 times would be 8 GB in messages: aliases repeat a megabyte at most."""
    tracemalloc.start()
    refused(f"x-t: &t {'ж' * 400_000}\n{use}", "the aliases repeat more than 1 000 000 characters")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50_000_000


def test_the_colliding_keys_of_other_loaders_are_text():
    """20 000 integers that share a hash are 20 000 texts."""
    step = 2**61 - 1
    text = "".join(f"{n * step}: 1\n" for n in range(20_000))
    assert len(parse(text).root.data) == 20_000


@pytest.mark.parametrize(
    "text",
    [
        "cjm: 1\ntouchpoints:\n" + "".join(f"  p{n}: {{next: q{n}}}\n" for n in range(3000)),
        "cjm: 1\n" + "".join(f"k{n}:\n" for n in range(6000)),
        "{" + ",".join(f"k{n}" for n in range(6000)) + "}",
        "cjm: 1\ntouchpoints:\n" + "".join(f"  p{n}: {{state: x}}\n" for n in range(4000)),
        "cjm: 1\ntouchpoints: {a: {outcome: [" + ",".join(["b"] * 20_000) + "]}}\n",
        "cjm: 1\ntouchpoints:\n" + "".join(f"  p{n}: {{outcome: s}}\n" for n in range(4000)),
    ],
    ids=["references", "keys", "flow keys", "inner keys", "list", "words"],
)
def test_thousands_of_faults_are_told_quickly(text):
    """'Did you mean' does not hold up a file with thousands of faults."""
    findings = read_journey(parse(text), "x.yaml").findings
    assert findings
    assert {f.code for f in findings} <= {"CJM002", "CJM003"}


def test_did_you_mean_does_not_compare_texts_of_any_length():
    """An id of 100 000 letters in 500 different ones is not compared with another such id."""
    known = "".join(chr(0x4E00 + n % 500) for n in range(100_000))
    unknown = "".join(chr(0x4E00 + n % 501) for n in range(100_000))
    text = f"cjm: 1\ntouchpoints:\n  a: {{next: {unknown}}}\n  ? {known}\n  : {{}}\n"
    assert [f.code for f in read_journey(parse(text), "x.yaml").findings] == ["CJM003"]


def test_helps_do_not_repeat_long_ids():
    """A help line that lists the known ids shortens them: 4 000 of them stay small."""
    points = "".join(f"  ? {'абвгдежзик'[n] * 40_000}\n  : {{}}\n" for n in range(10))
    unknown = "".join(f"  p{n}: {{next: 漢{n}}}\n" for n in range(4000))
    findings = read_journey(parse(f"cjm: 1\ntouchpoints:\n{points}{unknown}"), "x.yaml").findings
    assert {f.code for f in findings} == {"CJM003"}
    assert len(findings) == 4000
    assert max(len(f.help or "") for f in findings) < 4000


def test_a_journey_of_ten_thousand_touchpoints_loads():
    """Size alone is no fault: 10 000 touchpoints, each naming the next, are a journey."""
    text = "cjm: 1\ntouchpoints:\n" + "".join(f"  p{n}: {{next: p{n + 1}}}\n" for n in range(9999))
    loaded = read_journey(parse(text + "  p9999: {}\n"), "x.yaml")
    assert loaded.findings == ()
    assert len(loaded.journey.touchpoints) == 10_000
