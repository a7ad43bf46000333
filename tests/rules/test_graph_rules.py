"""CJM201 to CJM208: who gets where, stages, and who is lost.

Every figure here is worked out by hand from the definitions.
"""

from __future__ import annotations

import pytest
from rule_samples import place

import cjm

# ---- CJM201 -------------------------------------------------------------------------------------


def test_a_transition_that_nobody_takes_leads_nowhere(find, desk):
    """Probability 0 does not make a touchpoint reachable."""
    [lost] = find(
        "CJM201",
        """
        cjm: 1
        touchpoints:
          a: {next: {b: 1, c: 0}}
          b:
          c:
        """,
    )
    assert (lost.touchpoint, desk.under(lost)) == ("c", "c")


def test_every_start_leads_somewhere_but_a_share_of_0_does_not(find):
    """All starts count, those with a share of 0 do not."""
    text = "cjm: 1\nstart: {b: 1, a: 0}\ntouchpoints: {a: {next: c}, b: {next: c}, c: }\n"
    assert [f.touchpoint for f in find("CJM201", text)] == ["a"]
    assert find("CJM201", text.replace("{b: 1, a: 0}", "[a, b]")) == []


def test_touchpoints_that_only_lead_to_each_other_are_each_unreachable(find):
    """An island is told touchpoint by touchpoint."""
    text = "cjm: 1\ntouchpoints: {a: {next: c}, x: {next: y}, y: {next: x}, c: }\n"
    assert [f.touchpoint for f in find("CJM201", text)] == ["x", "y"]


# ---- CJM202 and CJM205 --------------------------------------------------------------------------


def graph(desk, touchpoints):
    """Code and touchpoint of what the two rules find."""
    text = f"cjm: 1\ntouchpoints: {touchpoints}\n"
    report = desk.check(desk.write("journey.yaml", text), select=["CJM0", "CJM202", "CJM205"])
    assert report.problems == ()
    return [(f.code, f.touchpoint) for f in report.findings]


@pytest.mark.parametrize(
    ("touchpoints", "expected"),
    [
        # drop-off is a way out of a trap but not an exit
        ("{a: {next: {b: 0.5, c: 0.5}}, b: {next: {b: 0.9}}, c: }", [("CJM202", "b")]),
        ("{a: {next: {b: 0.5, c: 0.5}}, b: {next: b}, c: }", [("CJM205", "b")]),
        # what leads into a trap only is no member of it
        (
            "{a: {next: [b, z]}, b: {next: c}, c: {next: d}, d: {next: c}, z: }",
            [("CJM202", "b"), ("CJM205", "c")],
        ),
        # a cycle that nobody can enter is no trap, yet nothing leads out of it
        ("{a: {next: z}, x: {next: y}, y: {next: x}, z: }", [("CJM202", "x"), ("CJM202", "y")]),
        # an exit that nobody takes is none
        ("{a: {next: {a: 1, z: 0}}, z: }", [("CJM205", "a")]),
        ("{a: {next: {z: 0}}, z: }", [("CJM202", "a")]),
        # the whole journey is one trap
        ("{a: {next: b}, b: {next: a}}", [("CJM205", "a")]),
        # a sum within 1e-6 of 1 is 1: nobody drops off
        ("{a: {next: {b: 0.5, z: 0.5}}, b: {next: {b: 0.9999999}}, z: }", [("CJM205", "b")]),
        # a cycle with a way out is neither
        ("{a: {next: b}, b: {next: [a, z]}, z: }", []),
        ("{a: }", []),
    ],
)
def test_no_exit_and_trap_share_the_dead_ends(desk, touchpoints, expected):
    """Members of a trap are told once, by CJM205; every other dead end by CJM202."""
    assert graph(desk, touchpoints) == expected


def test_each_trap_is_one_finding_at_its_first_touchpoint_with_the_others_related(find, desk):
    """Two traps are two findings; members are related in the order of the file."""
    one, two = find(
        "CJM205",
        """
        cjm: 1
        touchpoints:
          a: {next: [q, r, z]}
          p: {next: r}
          q: {next: q}
          r: {next: s}
          s: {next: p}
          z:
        """,
    )
    assert [desk.under(one), desk.under(two)] == ["p", "q"]
    assert [(r.file, r.span.line, r.span.column) for r in one.related] == [
        ("journey.yaml", 7, 3),
        ("journey.yaml", 8, 3),
    ]
    assert [r.message for r in one.related] == ["r is part of the trap", "s is part of the trap"]
    assert two.related == ()


def complete(size, leaving):
    """Everybody goes to anybody but those few who leave at the first."""
    share = 1 / (size - 1)
    lines = [
        f"  t{n}: {{next: {{{', '.join(f't{m}: {share}' for m in range(size) if m != n)}}}}}"
        for n in range(1, size)
    ]
    first = f"t1: {1 - leaving}, z: {leaving}"
    return "\n".join([f"  t0: {{next: {{{first}}}}}", *lines, "  z: "])


@pytest.mark.parametrize(
    ("touchpoints", "at", "related"),
    [
        ("  a: {next: {a: 1, z: 1.0e-320}}\n  z: ", "a", 0),
        (
            "  a: {next: {b: 1}}\n  b: {next: {b: 1, c: 1.0e-200}}\n"
            "  c: {next: {b: 1, z: 1.0e-200}}\n  z: ",
            "b",
            1,
        ),
        (complete(60, 1e-15), "t0", 59),
    ],
)
def test_a_loop_that_next_to_nobody_leaves_is_a_trap(desk, touchpoints, at, related):
    """No figure can be computed: that must not look as if there were nothing to find."""
    name = desk.write("journey.yaml", f"cjm: 1\ntouchpoints:\n{touchpoints}\n")
    assert cjm.analyze(cjm.load(name)).obstacle == "endless"
    (finding,) = desk.check(name, select=["CJM1", "CJM2"]).findings
    assert (finding.code, finding.touchpoint, finding.severity) == ("CJM205", at, "error")
    assert "so few customers leave here" in finding.message
    assert len(finding.related) == related


def test_a_loop_that_some_leave_is_none(desk):
    """One in a thousand, a round."""
    name = desk.write("j.yaml", "cjm: 1\ntouchpoints: {a: {next: {a: 0.999, z: 0.001}}, z: }\n")
    assert desk.check(name, select=["CJM205"]).findings == ()


# ---- CJM203 and CJM204 --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("b", "c", "found"),
    [
        ("", "", []),
        ("outcome: success", "", [("CJM203", "c")]),
        ("outcome: failure", "", [("CJM204", None), ("CJM203", "c")]),
        ("outcome: failure", "outcome: neutral", [("CJM204", None)]),
        ("outcome: success", "outcome: failure", []),
    ],
)
def test_exits_say_how_it_ends_where_another_does(told, b, c, found):
    """CJM203 at the silent exit's key, CJM204 at the cjm key."""
    text = f"cjm: 1\ntouchpoints:\n  a: {{next: [b, c]}}\n  b: {{{b}}}\n  c: {{{c}}}\n"
    findings = told("CJM203,CJM204", text)
    assert [(f.code, f.touchpoint) for f in findings] == found
    places = {"CJM203": (5, 3, 4), "CJM204": (1, 1, 4)}
    assert all(place(f) == places[f.code] for f in findings)


# ---- CJM206 and CJM207 --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("next", "under"),
    [
        ("a", "a"),
        ("[c, a]", "a"),
        ("{c: 0.5, a: 0.5}", "a"),
        ("{c: 0.5, a: {probability: 0.5, wait: 2 h}}", "a"),
        ("{c: 0.5, a: {probability: 0.5, label: again}}", None),
        ("[c, b]", None),
    ],
)
def test_a_way_back_is_told_at_the_text_that_names_it(told, desk, next, under):
    """In a mapping, a list or alone; with a label, within the stage or onwards it is silent."""
    text = f"""
        cjm: 1
        stages: [one, two, three]
        touchpoints:
          a: {{stage: one, next: b}}
          b: {{stage: two, next: {next}}}
          c: {{stage: three}}
        """
    findings = told("CJM206", text)
    assert [(f.touchpoint, desk.under(f), f.span.line) for f in findings] == (
        [("b", "a", 6)] if under else []
    )


@pytest.mark.parametrize(
    ("stages", "where"),
    [
        ("{one: One, two: Two}", (2, 20, 23)),
        ("[one, two]", (2, 15, 18)),
        ("[two, one]", (2, 10, 13)),
        ("[one]", None),
    ],
)
def test_an_empty_stage_is_told_at_its_key_or_item(told, stages, where):
    """A declared stage without a touchpoint; in a list, the item itself."""
    text = f"cjm: 1\nstages: {stages}\ntouchpoints: {{a: {{stage: one}}}}\n"
    assert [place(f) for f in told("CJM207", text)] == ([where] if where else [])


def test_stages_of_the_workspace_need_not_all_be_used(told, desk):
    """They are shared; a journey's own stage is told where it stands, whatever comes before."""
    shared = "stages: {zero: Zero, one: One}\n"
    text = "cjm: 1\nstages: [one, own]\ntouchpoints: {a: {stage: one}}\n"
    [finding] = told("CJM207", text, more=shared)
    assert desk.under(finding) == "own"


# ---- CJM208 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "share", "found"),
    [(0.9, 0.1, []), (0.89, 0.1, [0.11]), (0.89, 0.2, []), (0.99, 0, [0.01]), (1, 0, [])],
)
def test_up_to_a_tenth_may_be_lost_without_a_word(told, on, share, found):
    """10 % exactly are allowed; at the touchpoint's key, its figure is the share."""
    text = f"cjm: 1\ntouchpoints:\n  a: {{next: {{b: {on}}}}}\n  b: {{}}\n"
    findings = told("CJM208", text, f"{{silent-drop-off: {{share: {share}}}}}")
    assert [f.values[0][1] for f in findings] == pytest.approx(found)
    assert [place(f) for f in findings] == [(3, 3, 4)] * len(found)


def test_the_share_lost_is_of_all_customers(told):
    """Half of the 10 % who come to b leave there: 5 % of all."""
    text = "cjm: 1\ntouchpoints: {a: {next: {b: 0.1, c: 0.9}}, b: {next: {c: 0.5}}, c: }\n"
    assert told("CJM208", text) == []
    assert len(told("CJM208", text, "{silent-drop-off: {share: 0.049}}")) == 1
