"""CJM404, CJM407, CJM408 and CJM409: what improvements, metrics and standards are held to."""

from __future__ import annotations

from datetime import date

import pytest

AFTER = date(2026, 5, 21)


@pytest.mark.parametrize(
    ("where", "touchpoint", "item"),
    [
        ("stages: {s: {title: S, metrics: M}}\ntouchpoints: {a: {stage: s}}", None, "s nps"),
        ("touchpoints: {a: {by_persona: {p: {metrics: M}}}}", "a", "p nps"),
    ],
)
def test_stages_and_personas_have_metrics_too(told, desk, where, touchpoint, item):
    """Held to the same targets, each known by its owner."""
    text = "cjm: 1\n" + where.replace("M", "{nps: {value: 3, target: '> 5'}}") + "\n"
    [finding] = told("CJM407", text)
    assert (finding.touchpoint, finding.item, desk.under(finding)) == (touchpoint, item, "nps")


def test_the_workspace_s_stages_are_not_held_against_each_journey(told):
    """Their metrics stand in another file."""
    more = "stages: {s: {title: S, metrics: {nps: {value: 3, target: '> 5'}}}}\n"
    assert told("CJM407", "cjm: 1\ntouchpoints: {a: {stage: s}}\n", more=more) == []


def test_what_is_not_measured_yet_misses_no_target(told):
    """A target without a value, its own or the workspace's; a judgement is CJM408's."""
    text = (
        "cjm: 1\ntouchpoints: {a: {metrics: {nps: {target: '> 5'}}}}\n"
        "improvements: {i: {judged_by: {nps: {target: '> 5', after: 1}}}}\n"
    )
    assert told("CJM407", text, more="targets: {nps: '> 9'}\n") == []


@pytest.mark.parametrize(
    ("judged", "proven"),
    [
        ("{nps: {before: 1}}", False),
        ("{nps: {before: 1, measured: 2026-06-01}}", False),
        ("{nps: {after: 1}}", False),
        ("{nps: {after: 1, measured: 2026-05-19}}", False),
        ("{nps: {after: 1, measured: 2026-05-20}}", True),
        ("{fcr: {before: 1}, nps: {after: 1, measured: 2026-06-01}}", True),
    ],
)
def test_an_improvement_is_proven_by_what_it_is_judged_by(told, judged, proven):
    """An after that was measured since the due day, whatever it came to."""
    head = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"
    text = f"{head}improvements: {{i: {{phase: check, due: 2026-05-20, judged_by: {judged}}}}}\n"
    told_of = [f.message for f in told("CJM404", text, today=AFTER)]
    assert told_of == [] if proven else "no metric it is judged by was" in told_of[0]
    lifting = text.replace("phase: check", "phase: act, lifts: {a: 1}")
    told_of = [f.message for f in told("CJM404", lifting, today=AFTER)]
    assert told_of == [] if proven else "no experience it lifts and no metric" in told_of[0]


@pytest.mark.parametrize(
    ("phase", "metric", "found"),
    [
        ("act", "{target: '>= 5', after: 4}", True),
        ("act", "{target: '>= 5', after: 5}", False),
        ("check", "{target: '>= 5', after: 4}", False),
        ("act", "{target: '>= 5', before: 4}", False),
        ("act", "{before: 5, after: 4}", False),
    ],
)
def test_what_became_the_standard_met_its_target(told, desk, phase, metric, found):
    """One finding a metric, at its key, by its own target, else by the workspace's."""
    text = (
        "cjm: 1\ntouchpoints: {a: }\n"
        f"improvements: {{i: {{phase: {phase}, judged_by: {{nps: {metric}, b: {{after: 10}}}}}}}}\n"
    )
    findings = told("CJM408", text, more="targets: {nps: '>= 1', b: '> 9'}\n")
    assert [(desk.under(f), f.item) for f in findings] == ([("nps", "i/nps")] if found else [])


def test_a_turn_without_a_target_is_judged_by_the_workspaces(told, desk):
    """Of the metric's id."""
    text = (
        "cjm: 1\ntouchpoints: {a: }\n"
        "improvements: {i: {phase: act, judged_by: {a: {after: 3}, b: {after: 3}}}}\n"
    )
    findings = told("CJM408", text, more="targets: {b: '> 9'}\n")
    assert [(desk.under(f), f.item) for f in findings] == [("b", "i/b")]


# ---- CJM409 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("greet every guest politely", "politely"),
        ("Answer As Soon As Possible", "As Soon As Possible"),
        ("a high-quality reply", "high-quality"),
        ("Вежливым тоном", "Вежливым"),
        ("ответ БЫСТРО", "БЫСТРО"),
        ("перезвонить как можно скорее", "как можно скорее"),
        ("качественная уборка", "качественная"),
        ("answer quickly, by the third ring", None),
        ("answer quickly: within 3 minutes", None),
        ("быстро, за минуту", None),
        ("вежливо, до второго гудка", None),
        ("оперативно, в тот же день", None),
        ("breakfast is laid", None),  # no whole word
        ("quicklime is stored apart", None),
        ("часто моем руки", None),
        ("say your name", None),
    ],
)
def test_a_vague_standard_has_no_figure_time_or_count(told, text, word):
    """Whole words in any case, of either language; told at the item."""
    journey = f"cjm: 1\ntouchpoints:\n  a:\n    standard:\n    - 2 forks\n    - {text!r}\n"
    findings = told("CJM409", journey)
    assert [(f.touchpoint, f.span.line) for f in findings] == ([("a", 6)] if word else [])
    assert all(repr(word) in f.message for f in findings)


def test_a_standard_of_one_text_is_told_at_it(told, desk):
    """Not a list, and still an item."""
    [finding] = told("CJM409", "cjm: 1\ntouchpoints: {a: {standard: reply quickly}}\n")
    assert (desk.under(finding), finding.item) == ("reply quickly", "standard/0")


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("lovely", "a lovely smile", True),
        ("lovely", "a lovelyish smile", False),
        ("любезно", "любезный ответ", True),
        ("с душой", "готовим с душой", True),
        ("a.b", "a+b", False),
    ],
)
def test_words_of_one_s_own_are_vague_too(told, word, text, found):
    """Beside those that are known; a Russian one with any ending."""
    journey = f"cjm: 1\ntouchpoints: {{a: {{standard: [{text}, reply quickly]}}}}\n"
    findings = told("CJM409", journey, f"{{vague-standard: {{words: [{word}]}}}}")
    assert len(findings) == 1 + found


@pytest.mark.parametrize("words", ["lovely", "[1]", "{a: 1}", "3"])
def test_an_option_of_words_is_a_list_of_texts(desk, words):
    """Anything else is told in cjm.yaml."""
    desk.write("cjm.yaml", f"cjm: 1\ncheck: {{options: {{CJM409: {{words: {words}}}}}}}\n")
    desk.write("j.yaml", "cjm: 1\ntouchpoints: {a: }\n")
    [finding] = desk.check("j.yaml", select=["CJM002"]).findings
    assert finding.message == "expected a list of texts for words"
