"""CJM602: ids that look the same, letters of two scripts in one, signs that nobody sees."""

from __future__ import annotations

import pytest

CLEAN = "cjm: 1\ntouchpoints:\n  pay: {expectation: 8, experience: 8}\n"


@pytest.mark.parametrize(
    "declared",
    [
        "start: [pay, pаy]\ntouchpoints:\n  pay: \n  pаy: \n",
        "stages: {pay: {}, pаy: {}}\ntouchpoints: {a: {stage: pay}, b: {stage: pаy}}\n",
        "channels: [pay, pаy]\ntouchpoints: {a: {channel: pay}, b: {channel: pаy}}\n",
        "personas: {pay: {share: 0.5}, pаy: {share: 0.5}}\ntouchpoints: {a: }\n",
        "metrics: {pay: 1, pаy: 2}\ntouchpoints: {a: }\n",
        "improvements: {pay: {lifts: {a: 1}}, pаy: {lifts: {a: 1}}}\n"
        "touchpoints: {a: {experience: 5}}\n",
    ],
)
def test_two_ids_of_a_kind_that_look_the_same_are_told(told, desk, declared):
    """At the later one, the first beside it, the letter named."""
    (finding,) = told("CJM602", "cjm: 1\n" + declared)
    assert desk.under(finding) == "pаy"
    assert finding.help == "letter 2 of it, а, is Cyrillic (U+0430); type it as a Latin one"
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("a0", "aO"), ("step-1", "step-l"), ("Ill", "lll"), ("Αθήνα", "Aθήνα"), ("м\ufe0e", "м")],
)
def test_whatever_is_drawn_alike_looks_the_same(told, one, other):
    """Digits and letters of one script, too; the message quotes no sign that nobody sees."""
    text = f"cjm: 1\nstart: ['{one}', '{other}']\ntouchpoints: {{'{one}': , '{other}': }}\n"
    findings = told("CJM602", text)
    assert any("look the same" in finding.message for finding in findings)
    assert not any("\ufe0e" in finding.message for finding in findings)


@pytest.mark.parametrize("inside", ["metrics: {nps: 1}|metrics: {nрs: 2}", "x-nps: a|x-nрs: b"])
def test_ids_inside_touchpoints_count(told, desk, inside):
    """Metrics, and rows of one's own, are the same wherever they stand."""
    one, other = inside.split("|")
    text = f"cjm: 1\nstart: [a, b]\ntouchpoints:\n  a: {{{one}}}\n  b: {{{other}}}\n"
    (finding,) = told("CJM602", text)
    assert (desk.under(finding)[-3:], finding.touchpoint) == ("nрs", "b")
    assert "look the same" in finding.message


def test_ids_of_two_kinds_may_look_the_same(told):
    """They are never taken for each other."""
    text = "cjm: 1\nstages: {pаy: {}}\ntouchpoints: {pay: {stage: pаy}}\n"
    assert all("look the same" not in finding.message for finding in told("CJM602", text))


def test_the_ids_of_the_workspace_count_too(told, desk):
    """Told in the journey, where it is the journey's; in `cjm.yaml`, where both stand there."""
    text = "cjm: 1\nstages: {pаy: {}}\nmetrics: {nрs: 60}\ntouchpoints: {a: {stage: pаy}}\n"
    findings = told("CJM602", text, more="stages: {pay: {}}\ntargets: {nps: '>= 50'}\n")
    assert [desk.under(finding) for finding in findings] == ["pаy", "nрs"]
    assert all("look the same" in finding.message for finding in findings)
    (finding,) = told("CJM602", CLEAN, more="channels: {pay: {}, pаy: {}}\n")
    assert (finding.file, desk.under(finding)) == ("cjm.yaml", "pаy")
    assert (finding.severity.value, finding.name) == ("warning", "look-alike-id")
    assert told("CJM601", CLEAN, more="channels: {pay: {}, pаy: {}}\n") == []


@pytest.mark.parametrize(
    ("id", "letter"),
    [
        ("pаy", "letter 2 of it, а, is Cyrillic (U+0430); type it as a Latin one"),
        ("оплaта", "letter 4 of it, a, is Latin (U+0061); type it as a Cyrillic one"),
        ("mail-оплaта", "letter 9 of it, a, is Latin (U+0061); type it as a Cyrillic one"),
    ],
)
def test_letters_of_two_scripts_in_one_word_are_told(told, id, letter):
    """The script of most letters of the word is the one that was meant."""
    (finding,) = told("CJM602", f"cjm: 1\ntouchpoints: {{{id}: }}\n")
    assert finding.help == letter


@pytest.mark.parametrize("id", ["vip-клиент", "vip_клиент", "оплата", "pay", "step2", "ёж", "日本"])
def test_words_of_one_script_each_are_fine(told, id):
    """Beside each other they are no mixture."""
    assert told("CJM602", f"cjm: 1\ntouchpoints: {{{id}: }}\n") == []


def test_a_sign_that_nobody_sees_in_an_id_is_named(told):
    """A filler is a letter to Unicode, and drawn as nothing."""
    (finding,) = told("CJM602", "cjm: 1\ntouchpoints: {pay\u3164: }\n")
    assert finding.message == ("there is a sign in it that nobody sees: an invisible sign (U+3164)")


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\ufeff", "\u202e", "\u2066", "\u200f"])
@pytest.mark.parametrize("written", ["'a{}b'", "a{}b"])
def test_some_signs_are_told_in_texts_too(told, desk, sign, written):
    """By their code points, at the text."""
    text = f"cjm: 1\ntouchpoints:\n  pay:\n    pains: [{written.format(sign)}]\n"
    (finding,) = told("CJM602", text)
    assert f"(U+{ord(sign):04X})" in finding.message
    assert sign not in finding.message
    assert (finding.touchpoint, finding.item) == ("pay", "pains/0")


def test_an_escape_hides_no_sign(told):
    """What the text says counts, not how it is written."""
    assert told("CJM602", 'cjm: 1\ntouchpoints: {pay: {pains: ["a\\u200bb"]}}\n')


@pytest.mark.parametrize("sign", ["\u00a0", "\u00ad", "\u200d", "\u202f", "❤\ufe0f"])
def test_signs_that_have_their_use_in_texts_are_not(told, sign):
    """No-break spaces, soft hyphens, joiners and variants of emoji."""
    assert told("CJM602", f"cjm: 1\ntouchpoints: {{pay: {{pains: ['a{sign}b']}}}}\n") == []
