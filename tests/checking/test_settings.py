"""Which rules run and how bad their findings are: the command line, the workspace, both."""

from __future__ import annotations

import pytest

import cjm

# Of the rules that run here: CJM101 and CJM401 at b, CJM201 and CJM301 at lost, CJM202 at round.
JOURNEY = """
cjm: 1
touchpoints:
  a: {expectation: 8, experience: 8, next: {b: 0.5, round: 0.5}}
  b: {expectation: 8, experience: 5}
  round: {expectation: 8, experience: 8, next: {round: 0.5}}
  lost:
"""
ALL = ["CJM101", "CJM201", "CJM202", "CJM301", "CJM401"]


@pytest.fixture
def codes(desk):
    """The codes found in one journey, sorted, under a workspace's `check` and the options."""

    def run(check="{}", **options):
        desk.write("cjm.yaml", f"cjm: 1\ncheck: {check}\n")
        desk.write("j.yaml", JOURNEY)
        report = desk.check("j.yaml", **options)
        assert report.problems == ()
        return sorted(f.code for f in report.findings)

    return run


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), ALL),
        (("ALL",), (), ALL),
        (("CJM101",), (), ["CJM101"]),
        (("negative-gap",), (), ["CJM101"]),
        (("CJM2",), (), ["CJM201", "CJM202"]),
        (("CJM2,unmeasured",), (), ["CJM201", "CJM202", "CJM301"]),
        (("CJM2", "CJM301"), (), ["CJM201", "CJM202", "CJM301"]),
        ((" CJM201 , CJM301 ",), (), ["CJM201", "CJM301"]),
        ((), ("CJM2,CJM4",), ["CJM101", "CJM301"]),
        (("CJM2",), ("no-exit",), ["CJM201"]),
        (("no-exit",), ("CJM2",), ["CJM202"]),
        (("ALL",), ("CJM102", "doom-loop"), ALL),
    ],
)
def test_the_command_line_chooses_rules(codes, select, ignore, expected):
    """By code, name, prefix, ALL and comma lists; the more specific wins."""
    assert codes(select=select, ignore=ignore) == expected


@pytest.mark.parametrize(
    ("check", "options", "expected"),
    [
        ("{select: CJM2}", {}, ["CJM201", "CJM202"]),
        ("{select: [CJM2, no-owner]}", {}, ["CJM201", "CJM202", "CJM401"]),
        ("{ignore: CJM2}", {}, ["CJM101", "CJM301", "CJM401"]),
        ("{ignore: [CJM2]}", {"ignore": ["CJM3"]}, ["CJM101", "CJM401"]),
        ("{select: CJM2}", {"select": ["CJM3"]}, ["CJM301"]),
        ("{select: [ALL, CJM102, CJM305]}", {}, ALL),
        ("{select: [CJM102]}", {}, []),
        ("{ignore: [doom-loop, CJM40]}", {}, ["CJM101", "CJM201", "CJM202", "CJM301"]),
    ],
)
def test_the_workspace_chooses_rules_and_the_command_line_goes_before(
    codes, check, options, expected
):
    """`select` on the command line replaces the workspace's lists, `ignore` adds to them."""
    assert codes(check, **options) == expected


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_an_unknown_rule_is_refused_with_the_one_probably_meant(codes, option):
    """A mistyped rule on the command line stops the run."""
    with pytest.raises(cjm.CjmError, match="there is no rule 'negativ-gap'") as caught:
        codes(**{option: ["CJM2,negativ-gap"]})
    assert str(caught.value.help) == "did you mean 'negative-gap'?"


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ("{negative-gap: info}", "info"),
        ("{CJM101: info}", "info"),
        ("{CJM1: info}", "info"),
        ("{ALL: info}", "info"),
        ("{ALL: warning, CJM1: info}", "info"),
        ("{negative-gap: info, CJM1: warning}", "info"),
        ("{CJM2: info}", "error"),
    ],
)
def test_the_workspace_grades_findings_anew(desk, severity, expected):
    """Severities are set by code, name, prefix or ALL; the most specific decides."""
    desk.write("cjm.yaml", f"cjm: 1\ncheck: {{severity: {severity}}}\n")
    desk.write("j.yaml", JOURNEY)
    [gap] = [f for f in desk.check("j.yaml").findings if f.code == "CJM101"]
    assert gap.severity.value == expected


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ("{negative-gap: info}", [("CJM102", "error"), ("CJM101", "info")]),
        ("{CJM1: info}", [("CJM102", "info"), ("CJM101", "info")]),
        ("{CJM1: info, CJM102: warning}", [("CJM102", "warning"), ("CJM101", "info")]),
    ],
)
def test_the_two_rules_of_the_gap_are_graded_apart(desk, severity, expected):
    """A team that gates on moments of truth alone grades the other gaps down."""
    desk.write("cjm.yaml", f"cjm: 1\ncheck: {{select: [CJM101, CJM102], severity: {severity}}}\n")
    desk.write(
        "j.yaml",
        """\
        cjm: 1
        touchpoints:
          a: {expectation: 9, experience: 1, next: b}
          b: {expectation: 9, experience: 8, next: c}
          c: {expectation: 9, experience: 9}
        """,
    )
    desk.aside = ()
    report = desk.check("j.yaml")
    assert [(f.code, f.severity.value) for f in report.findings] == expected


def test_the_workspace_s_own_findings_are_graded_too(desk):
    """CJM003 in cjm.yaml obeys the severities like one in a journey."""
    desk.write("cjm.yaml", "cjm: 1\ncheck: {ignore: [nope], severity: {CJM003: warning}}\n")
    desk.write("j.yaml", "cjm: 1\ntouchpoints: {a: {next: c}, b: }\n")
    findings = desk.check("j.yaml").findings
    assert [(f.file, f.code, f.severity.value) for f in findings] == [
        ("cjm.yaml", "CJM003", "warning"),
        ("j.yaml", "CJM003", "warning"),
    ]


@pytest.mark.parametrize(
    ("check", "code", "under", "help"),
    [
        ("{select: [CJM2, negativ-gap]}", "CJM003", "negativ-gap", "did you mean 'negative-gap'?"),
        ("{ignore: trpa}", "CJM003", "trpa", "did you mean 'trap'?"),
        ("{severity: {no-exits: info}}", "CJM003", "no-exits", "did you mean 'no-exit'?"),
        ("{severity: {no-exit: fatal}}", "CJM002", "fatal", None),
        ("{options: {negative-gaps: {}}}", "CJM003", "negative-gaps", "did you mean 'negative-gap"),
        (
            "{options: {negative-gap: {treshold: -1}}}",
            "CJM002",
            "treshold",
            "did you mean 'threshold'?",
        ),
        ("{options: {stale-scor: {}}}", "CJM003", "stale-scor", "did you mean 'stale-score'"),
        ("{options: {CJM1: {threshold: -1}}}", "CJM002", "CJM1", "options are set rule by rule"),
        ("{options: {ALL: {n: 1}}}", "CJM002", "ALL", "options are set rule by rule"),
        ("{options: {cjm302: {dayz: 1}}}", "CJM002", "dayz", "did you mean 'days'"),
        (
            "{options: {CJM302: {days: 1}, stale-score: {days: 2}}}",
            "CJM002",
            "stale-score",
            "keep one",
        ),
        ("{options: {trap: {steps: 1}}}", "CJM002", "steps", "trap has no options"),
        ("{options: {negative-gap: {threshold: low}}}", "CJM002", "low", None),
        ("{options: {negative-gap: {threshold: true}}}", "CJM002", "true", None),
        ("{options: {unrecovered-disappointment: {steps: 1.5}}}", "CJM002", "1.5", None),
        ("{options: {unrecovered-disappointment: {steps: 0}}}", "CJM002", "0", None),
        ("{options: {disappointed-share: {share: 1.1}}}", "CJM002", "1.1", None),
        ("{options: {silent-drop-off: {share: -0.1}}}", "CJM002", "-0.1", None),
        ("{options: {stale-score: {days: -1}}}", "CJM002", "-1", None),
        ("{options: {negative-gap: 3}}", "CJM002", "3", None),
        ("{options: 3}", "CJM002", "3", None),
        ("{select: CJM9}", "CJM003", "CJM9", "see which there are: cjm rule"),
    ],
)
def test_a_mistake_in_the_settings_is_a_finding_at_its_place(desk, check, code, under, help):
    """Unknown rules and options in cjm.yaml are told where they stand, with a way out."""
    desk.write("cjm.yaml", f"cjm: 1\ncheck: {check}\n")
    desk.write("j.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    report = desk.check("j.yaml", select=["ALL"])
    assert [(f.file, f.code) for f in report.findings] == [("cjm.yaml", code)]
    [finding] = report.findings
    assert desk.under(finding) == under
    if help:
        assert finding.help.startswith(help)


@pytest.mark.parametrize(
    "check",
    [
        "{select: [ALL, CJM102], ignore: [stale-score, CJM305], severity: {doom-loop: error}}",
        "{options: {disappointed-share: {share: 0.25}, stale-score: {days: 180}}}",
        "{options: {CJM102: {}}}",
    ],
)
def test_every_rule_may_be_chosen_graded_and_tuned_in_the_workspace(desk, check):
    """What the table of rules names is no fault, by code or by name."""
    desk.write("cjm.yaml", f"cjm: 1\ncheck: {check}\n")
    desk.write("j.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    assert desk.check("j.yaml").findings == ()


def test_ignoring_cjm0_hides_faults_and_still_analyses_nothing_broken(desk):
    """A broken journey stays broken where its faults are not listed."""
    desk.write("j.yaml", "cjm: 1\nzz: 1\ntouchpoints: {a: {expectation: 8, experience: 1}}\n")
    report = desk.check("j.yaml", ignore=["CJM0"])
    assert (report.findings, report.summary.touchpoints) == ((), 0)


@pytest.mark.parametrize("value", [".nan", ".inf", "-.inf", "1e400"])
def test_an_option_is_a_finite_number(desk, value):
    """`threshold: .nan` would switch the gate off without a word."""
    desk.write(
        "cjm.yaml", f"cjm: 1\ncheck: {{options: {{negative-gap: {{threshold: {value}}}}}}}\n"
    )
    desk.write("j.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 7}}\n")
    report = desk.check("j.yaml", select=["CJM002", "CJM101"])
    assert [(f.file, f.code) for f in report.findings] == [
        ("cjm.yaml", "CJM002"),
        ("j.yaml", "CJM101"),
    ]
