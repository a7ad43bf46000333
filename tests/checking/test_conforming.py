"""A journey beside an event log: its rules are settled, waived and recorded as all others are."""

from __future__ import annotations

import json

import pytest
from lived_examples import lived_paths, report_beside

import cjm
from cjm.analysis.conformance import conformance_of
from cjm.checking.conforming import conformed
from cjm.diagnostics.findings import Severity
from cjm.errors import CjmError, UsageError
from cjm.reporters import REPORTERS, render

JOURNEY = """\
cjm: 1
id: shop
touchpoints:
  search: {expectation: 8, experience: 5, next: {cart: 0.9}}
  cart: {expectation: 8, experience: 8, next: pay}
  pay: {expectation: 8, experience: 8}
"""
LOG = """\
cases,path
60,search cart pay
30,search pay
10,search chat cart pay
"""
WORSE = LOG.replace("60,", "50,").replace("30,", "40,")


@pytest.fixture
def shop(desk):
    """The journey's file, with more at its end if asked for."""

    def write(more="", workspace="cjm: 1\n"):
        desk.write("cjm.yaml", workspace)
        return desk.write("shop.yaml", JOURNEY + more)

    return write


def told(report: cjm.Report) -> list[tuple[str, str | None, str]]:
    assert report.problems == ()
    return [(f.code, f.touchpoint, f.item) for f in report.findings]


ALL = [
    ("CJM501", None, ""),
    ("CJM502", None, "chat"),
    ("CJM506", "search", "pay"),
    ("CJM508", "search", "(end)"),
    ("CJM508", "search", "cart"),
    ("CJM503", "cart", ""),
]


def test_only_rules_of_the_log_run_beside_one(shop):
    """Not the gap that `cjm check` tells; each where its page says, in the order of the file."""
    report = report_beside(shop(), LOG)
    assert told(report) == ALL
    assert [f.span.line for f in report.findings] == [1, 3, 4, 4, 4, 5]


def test_no_rule_of_the_log_runs_in_a_check(shop):
    """It has no log to look at."""
    assert {f.code[:4] for f in cjm.check(shop()).findings} <= {"CJM1", "CJM4"}


def test_a_journey_built_in_python_is_compared_too(desk):
    """Its findings have a route in place of lines."""
    log, _ = lived_paths(LOG)
    result = conformed(
        cjm.loads(JOURNEY), lambda journey, least: conformance_of(journey, log, least=least)
    )
    assert told(result.report) == [
        (f.code, f.touchpoint, f.item)
        for f in sorted(result.report.findings, key=lambda f: f.sort_key)
    ]
    assert {f.code for f in result.report.findings} == {code for code, *_ in ALL}
    assert all(f.span is None for f in result.report.findings)


def test_settings_of_the_workspace_hold(shop):
    """Options, severities, select and ignore; the command line's go before."""
    workspace = """\
cjm: 1
check:
  ignore: [CJM503]
  severity: {low-fit: info}
  options: {ad-hoc-touchpoint: {share: 0.2}, probability-off: {n: 1000}}
"""
    report = report_beside(shop(workspace=workspace), LOG)
    assert told(report) == [("CJM501", None, ""), ("CJM509", None, ""), ("CJM506", "search", "pay")]
    assert report.findings[0].severity is Severity.INFO
    assert report.exit_code() == 0
    again = report_beside("shop.yaml", LOG, select="CJM503")
    assert told(again) == [("CJM503", "cart", "")]


def test_an_unknown_rule_is_refused(shop):
    with pytest.raises(UsageError, match="no rule"):
        report_beside(shop(), LOG, select="CJM77")


@pytest.mark.parametrize(
    ("selector", "beside_a_log"),
    [
        ("CJM501", True), ("low-fit", True), ("CJM5", True), ("cjm508", True),
        ("CJM101", False), ("CJM1", False), ("trap", False), ("CJM405", False), ("CJM004", False),
        ("ALL", None), ("CJM", None), ("CJM0", None), ("CJM002", None), ("CJM4", None),
        ("CJM406", None),
    ],
)  # fmt: skip
def test_a_rule_that_never_runs_there_is_refused(shop, selector, beside_a_log):
    """A gate on a rule that is never looked at would pass always; None: it runs in both."""
    runs = {
        True: lambda **chosen: report_beside(shop(), LOG, **chosen),
        False: lambda **chosen: cjm.check(shop(), **chosen),
    }
    for log, run in runs.items():
        run(ignore=selector)  # commands may share a list of what is no finding
        if beside_a_log in (None, log):
            run(select=f"CJM002,{selector}")
            continue
        other = "conform" if log else "check"
        with pytest.raises(UsageError, match=f"^cjm {other} never runs '{selector}': ") as raised:
            run(select=f"CJM002,{selector}")
        belongs = "cjm check" if log else "cjm conform JOURNEY LOG"
        assert str(raised.value.help) == f"it belongs to: {belongs}"


WAIVERS = """\
waivers:
  - {rule: low-fit, reason: known}
  - {rule: CJM505, reason: nothing fails}
"""


def test_a_waiver_is_judged_where_its_rule_runs(shop):
    """A check says nothing of a waiver of CJM5; beside a log one that covers nothing is told."""
    path = shop(WAIVERS)
    assert "CJM406" not in {f.code for f in cjm.check(path).findings}
    report = report_beside(path, LOG)
    assert told(report) == [*ALL[1:], ("CJM406", None, "CJM505")]
    assert report.summary.waived == 1


def test_a_waiver_of_the_gap_is_not_judged_beside_a_log(shop):
    """Whether it covers something is for the check to say."""
    path = shop("waivers:\n  - {rule: doom-loop, reason: known}\n")
    assert "CJM406" in {f.code for f in cjm.check(path).findings}
    assert "CJM406" not in {f.code for f in report_beside(path, LOG).findings}


def entries(desk) -> list[dict]:
    return json.loads((desk.folder / "cjm-baseline.json").read_text(encoding="utf-8"))["findings"]


def test_the_two_share_a_baseline_and_leave_each_other_s_entries(shop, desk):
    """Whichever is written last, what the other found stays; and both are silent then."""
    path = shop()
    cjm.check(path, update_baseline=True)
    of_check = entries(desk)
    assert told(report_beside(path, LOG, update_baseline=True)) == []
    both = entries(desk)
    assert [e for e in both if not e["rule"].startswith("CJM5")] == of_check
    cjm.check(path, update_baseline=True)
    assert entries(desk) == both
    assert told(cjm.check(path)) == told(report_beside(path, LOG)) == []
    assert cjm.check(path).resolved == report_beside(path, LOG).resolved == ()


def test_shares_that_became_worse_count_again(shop, desk):
    """More cases that leave out, fewer that fit; the figure is the share."""
    path = shop()
    report_beside(path, LOG, update_baseline=True)
    figures = {
        e["rule"]: e["figure"] for e in entries(desk) if e.get("item") not in ("pay", "(end)")
    }
    assert figures == {
        "CJM501": 0.6, "CJM502": 0.1, "CJM503": 0.3, "CJM508": pytest.approx(0.2),
    }  # fmt: skip
    worse = report_beside(path, WORSE)
    same = (("CJM502", None, "chat"), ("CJM508", "search", "(end)"))
    assert told(worse) == [finding for finding in ALL if finding not in same]
    better = report_beside(path, LOG.replace("60,", "90,").replace("30,", "5,"))
    assert told(better) == []


def test_what_went_away_is_taken_out_of_the_baseline(shop, desk):
    """Of the rules that ran, and of no other."""
    path = shop()
    cjm.check(path, update_baseline=True)
    report_beside(path, LOG, update_baseline=True)
    planned = "cases,path\n90,search cart pay\n10,search\n"
    assert len(report_beside(path, planned).resolved) == len(ALL)
    report_beside(path, planned, shrink_baseline=True)
    assert not [e for e in entries(desk) if e["rule"].startswith("CJM5")]
    assert [e for e in entries(desk) if e["rule"] == "CJM101"]


def test_an_undeclared_end_does_not_hide_other_moves(shop, desk):
    """Each has an item of its own, so that one in the baseline stands for itself alone."""
    path = shop()
    ends = "cases,path\n70,search cart pay\n30,search cart\n"
    report_beside(path, ends, select="CJM506", update_baseline=True)
    assert [(e["touchpoint"], e["item"]) for e in entries(desk)] == [("cart", "(end)")]
    moves = "cases,path\n70,search cart pay\n30,search cart search cart pay\n"
    assert ("CJM506", "cart", "search") in told(report_beside(path, moves, select="CJM506"))


@pytest.mark.parametrize("form", REPORTERS)
def test_every_format_tells_them(shop, form):
    """The message in each; no reporter needs to know where a finding comes from."""
    report = report_beside(shop(), LOG)
    text = render(form, report)
    assert "chat is not in the journey and comes in 10" in text.replace("%25", "%")


def test_faults_of_the_file_are_told_and_nothing_is_compared(desk):
    """A journey that cannot be read has no other finding."""
    desk.write("shop.yaml", JOURNEY.replace("next: pay", "next: gone"))
    assert [f.code for f in report_beside("shop.yaml", LOG).findings] == ["CJM003"]


def test_what_cannot_be_compared_breaks_the_run(desk):
    """Two touchpoints that lead to each other only: no walk ends."""
    desk.write("j.yaml", "cjm: 1\ntouchpoints: {a: {next: b}, b: {next: a}}\n")
    with pytest.raises(CjmError, match="no planned walk"):
        report_beside("j.yaml", "cases,path\n1,a b\n")


PLACES = """\
cjm: 1
id: places
start: {a: 0.5, b: 0.5}
touchpoints:
  a: {next: {c: {probability: 0.5}, d: 0.2}}
  b:
    next: c
  c:
    next: {d: 0.5, e: 0.5}
  d: {}
  e: {}
"""


def test_findings_of_moves_point_at_what_would_be_changed(desk):
    """A probability at its number, a drop-off at next, a start at its share, a new one at start."""
    desk.write("p.yaml", PLACES)
    log = "cases,path\n80,a c d\n5,b c d\n15,c d e\n20,a\n"
    found = {
        (f.code, f.touchpoint, f.item): desk.under(f)
        for f in report_beside("p.yaml", log, ignore="CJM501,CJM503").findings
    }
    assert found["CJM508", "a", "c"] == "0.5"
    assert found["CJM508", "a", "d"] == "0.2"
    assert found["CJM508", "b", "(start)"] == "0.5"
    assert found["CJM506", "c", "(start)"] == "start"
    assert found["CJM506", "d", "e"] == "d"
    assert found["CJM507", "c", "e"] == "e"
    left = "cases,path\n10,a c d\n90,a\n"
    found = {(f.code, f.item): desk.under(f) for f in report_beside("p.yaml", left).findings}
    assert found["CJM508", "(end)"] == "next"
