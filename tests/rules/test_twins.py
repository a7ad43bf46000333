"""CJM310: languages of one journey that do not say the same."""

from __future__ import annotations

import pytest

RIDE = (
    "{expectation: 8, experience: 8, importance: 2, "
    "next: {pay: 0.9}, by_persona: {p: {experience: 7}}}"
)
PAY = "{expectation: 8, experience: 8, outcome: success}"


def text(language, ride=RIDE, id="taxi", start="start: {ride: 0.8, pay: 0.2}\n", more=""):
    """A journey of two touchpoints in one language, with words of its own."""
    return (
        f"cjm: 1\nid: {id}\nlanguage: {language}\ntitle: In {language}\n{start}{more}"
        "personas: {p: {share: 0.5}, q: {share: 0.5}}\n"
        f"touchpoints:\n  ride: {ride}\n  pay: {PAY}\n"
    )


@pytest.fixture
def twins(desk):
    """What is found of two languages, the workspace's being `language`."""

    def run(one, other, language="en", **given):
        desk.write("cjm.yaml", f"cjm: 1\nlanguage: {language}\n")
        desk.write("a.yaml", one)
        desk.write("b.yaml", other)
        report = desk.check(**{"select": ["CJM0", "CJM310", "CJM405", "CJM406"], **given})
        assert report.problems == ()
        return report

    return run


def places(report):
    """File and touchpoint of each finding."""
    return [(f.code, f.file, f.touchpoint) for f in report.findings]


def test_words_may_differ(twins):
    """They are what a translation is for."""
    assert places(twins(text("en"), text("ru"))) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("expectation: 8", "expectation: 9"), "expectation"),
        (("experience: 8", "experience: {score: 9}"), "experience"),
        (("experience: 7", "experience: 6"), "by_persona"),
        (("importance: 2", "importance: 3"), "importance"),
        (("pay: 0.9", "pay: 0.8"), "next"),
        (("{pay: 0.9}", "pay"), "next"),
        (("experience: 8, importance: 2", "experience: 5"), "experience, importance"),
    ],
)
def test_a_value_that_differs_is_told_once_a_touchpoint(twins, desk, change, what):
    """At its key in the file that is not in the workspace's language, the other beside it."""
    report = twins(text("en"), text("ru", RIDE.replace(*change)))
    (finding,) = report.findings
    assert (finding.file, finding.touchpoint, desk.under(finding)) == ("b.yaml", "ride", "ride")
    assert finding.message == f"ride: not what the other language says: {what}"
    assert [r.file for r in finding.related] == ["a.yaml"]
    assert finding.severity.value == "info"


def test_the_same_value_written_otherwise_is_the_same(twins):
    """Long and short forms, and the order of keys and ways."""
    long = "{experience: {score: 8.0, n: 30}, expectation: 8, importance: 2.0, by_persona: "
    long += "{p: {experience: {score: 7}}}, next: {pay: {probability: 0.9, label: x}}}"
    assert places(twins(text("en"), text("ru", long))) == []


def test_starts_and_outcomes_are_compared(twins):
    """Each at its touchpoint."""
    report = twins(text("en"), text("ru", start="start: {ride: 0.7, pay: 0.3}\n"))
    assert [f.touchpoint for f in report.findings] == ["ride", "pay"]
    other = text("ru").replace("outcome: success", "outcome: failure")
    assert [f.touchpoint for f in twins(text("en"), other).findings] == ["pay"]


def test_a_touchpoint_of_one_language_is_told(twins):
    """In the file of the other language, whichever of the two has it."""
    both, one = text("en"), text("ru") + "  tip: {expectation: 8, experience: 8}\n"
    for first, second in ((both, one), (one.replace("ru", "en"), both.replace("en", "ru", 1))):
        report = twins(first, second)
        assert [(f.file, f.touchpoint) for f in report.findings] == [("b.yaml", "tip")]


def test_the_workspace_s_language_decides_where_it_is_told(twins):
    """Without a version in it, the later path has the finding."""
    changed = RIDE.replace("importance: 2", "importance: 3")
    for language, file in (("en", "b.yaml"), ("ru", "a.yaml")):
        report = twins(text("en"), text("ru", changed), language)
        assert [f.file for f in report.findings] == [file]
    report = twins(text("en"), text("ru", changed).replace("language: ru", "language: ru"), "ru")
    assert [f.file for f in report.findings] == ["a.yaml"]


def test_other_ids_states_or_one_language_alone_are_no_twins(twins, desk):
    """Nothing is compared there."""
    changed = RIDE.replace("importance: 2", "importance: 3")
    assert places(twins(text("en"), text("ru", changed, id="bus"))) == []
    assert places(twins(text("en"), text("ru", changed, more="state: to-be\n"))) == []
    twins(text("en"), text("ru", changed))
    assert places(desk.check("b.yaml", select="CJM310")) == []


def test_rules_can_be_ignored_graded_and_waived(twins, desk):
    """As any other; a waiver of either language covers it, and is not called unused."""
    changed = text("ru", RIDE.replace("importance: 2", "importance: 3"))
    assert places(twins(text("en"), changed, ignore=["CJM310"])) == []
    waiver = "waivers: [{rule: CJM310, touchpoint: ride, reason: known}]\n"
    for one, other in ((text("en"), changed + waiver), (text("en") + waiver, changed)):
        report = twins(one, other)
        assert (places(report), report.summary.waived) == ([], 1)
    assert places(desk.check("a.yaml", select=["CJM310", "CJM406"])) == []


def test_the_baseline_knows_it_and_forgets_it_only_where_both_were_looked_at(twins, desk):
    """A run that has one language alone cannot say that it went away."""
    changed = text("ru", RIDE.replace("importance: 2", "importance: 3"))
    twins(text("en"), changed, update_baseline=True)
    assert desk.check(select="CJM310").summary.baselined == 1
    assert desk.check("b.yaml", select="CJM310").resolved == ()
    report = twins(text("en"), text("ru"))
    assert report.resolved == ("taxi CJM310 ride",)


def test_what_is_kept_gives_the_same(twins, desk):
    """The comparison is looked up, too, and depends on both files."""
    changed = text("ru", RIDE.replace("importance: 2", "importance: 3"))
    first = twins(text("en"), changed, cache=True)
    assert desk.check(select=["CJM0", "CJM310", "CJM405", "CJM406"], cache=True) == first
    assert len(first.findings) == 1
    assert places(twins(text("en"), text("ru"), cache=True)) == []
