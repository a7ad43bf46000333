"""CJM004: one id in several files.

Every figure here is worked out by hand from the definitions.
"""

from __future__ import annotations

import pytest

# ---- CJM004 -------------------------------------------------------------------------------------


SMALL = "cjm: 1\n{keys}touchpoints: {{a: {{expectation: 8, experience: 8}}}}\n"


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("id: x\n", "id: x\n", True),
        ("id: x\nstate: as-is\n", "id: x\n", True),
        ("id: x\n", "id: x\nstate: to-be\n", False),
        ("id: x\nlanguage: ru\n", "id: x\n", False),
        ("id: x\nlanguage: en\n", "id: x\n", True),
        ("id: x\n", "id: y\n", False),
        ("id: b\n", "", True),
    ],
)
def test_one_id_twice_is_found_unless_state_or_language_differs(desk, one, two, found):
    """An as-is with its to-be, and two languages, are pairs; everything else is a duplicate."""
    desk.write("a.yaml", SMALL.format(keys=one))
    desk.write("b.yaml", SMALL.format(keys=two))
    findings = desk.check("a.yaml", "b.yaml").findings
    assert [(f.code, f.file) for f in findings] == ([("CJM004", "b.yaml")] if found else [])
    for finding in findings:
        assert desk.under(finding) == ("cjm" if not two else "x")
        assert [r.file for r in finding.related] == ["a.yaml"]


def test_a_third_journey_of_one_id_is_found_too(desk):
    """Each further journey of an id is a finding that points back at the first."""
    for name in "abc":
        desk.write(f"{name}.yaml", SMALL.format(keys="id: x\n"))
    findings = desk.check(".").findings
    assert [(f.file, f.related[0].file) for f in findings] == [
        ("b.yaml", "a.yaml"),
        ("c.yaml", "a.yaml"),
    ]
