"""Hover: figures, fields, words and rules, as every other page has them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cjm
from cjm.format.record import Record
from cjm.i18n.numbers import ENGLISH, gap, percentage, score, total
from cjm.lsp.fields import RECORDS, forms
from cjm.lsp.hover import described, hover
from cjm.lsp.reading import read
from cjm.lsp.settings import EditorSettings

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "journeys"
SHARED = (FOLDER / "cjm.yaml").read_text(encoding="utf-8")
ENGLISH_FILES = sorted(FOLDER.glob("*.en.yaml"))


def hovered(marked, path="j.yaml", language="en"):
    """What is told at the mark of a text; None where nothing is."""
    offset, text = marked.index("@"), marked.replace("@", "")
    reading = read(text, path, SHARED, settings=EditorSettings(language=language))
    found = hover(reading, offset)
    return found and (found.markdown, text[found.start : found.end])


@pytest.mark.parametrize("file", ENGLISH_FILES, ids=lambda file: file.stem)
def test_the_figures_of_a_touchpoint_are_those_of_show(file):
    """At its key: O, B, C, who gets there, and what it does to the balance."""
    text = file.read_text(encoding="utf-8")
    reading = read(text, str(file), SHARED, settings=EditorSettings(language="en"))
    shown = cjm.analyze(file).to_dict()
    for row in shown["touchpoints"]:
        key = re.compile(rf"(?m)^  {re.escape(row['id'])}:")
        told = hover(reading, key.search(text, text.index("\ntouchpoints:")).start() + 3).markdown
        assert told.startswith(f"### {row['title']}\n")
        assert _scores(row, cjm.analyze(file)[row["id"]].digits) in told
        reach, impact = percentage(row["reach"], ENGLISH), row["impact"]
        assert re.search(rf"reached by ≈?{re.escape(reach)}", told)
        if impact is not None:
            assert re.search(rf"impact ≈?{re.escape(total(impact, ENGLISH))}", told)
        assert ("★" in told) == (row["id"] in shown["moments_of_truth"])


def _scores(row, digits):
    """O, B and C of a touchpoint, or those of them that there are."""
    o, b = row["expectation"], row["experience"]
    sides = [
        f"{name}\xa0{score(value, ENGLISH, digits)}"
        for name, value in (("O", o), ("B", b))
        if value is not None
    ]
    if o is None or b is None:
        return " · ".join([*sides, "not measured"])
    return " · ".join([*sides, f"**C\xa0{gap(o, b, ENGLISH, digits)}**"])


def _fields():
    seen, waiting = set(), list(RECORDS.values())
    while waiting:
        kind = waiting.pop()
        for form in forms(kind):
            waiting += list(getattr(form, "records", {}).values())
            inner = getattr(form, "kind", None)
            if inner is not None:
                waiting.append(inner)
            if isinstance(form, Record) and form.name not in seen:
                seen.add(form.name)
                yield from ((f"{form.name}.{key}", field) for key, field in form.fields.items())
                waiting += [field.kind for field in form.fields.values()]


FIELDS = list(_fields())


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_field_of_the_format_has_a_hover(language):
    """What it may hold and what it means, in both languages."""
    assert len(FIELDS) > 150
    for name, field in FIELDS:
        told = described(name, field, language)
        head, meaning, *_ = told.split("\n\n")
        assert head.startswith(f"`{name}` · ")
        assert meaning
        assert language == "en" or re.search("[а-яё]", told)


HEAD = "cjm: 1\nstages: {trip: {title: The trip}}\ntouchpoints:\n"
TOLD = [
    (HEAD + "  a: {expect@ation: 8}\n", "expectation", "a number, or {score, n"),
    (HEAD + "  a: {outcome: suc@cess}\n", "success", "the customer got what was wanted"),
    (HEAD + "  a: {stage: tr@ip}\n", "trip", "The trip"),
    (HEAD + "  a: {channel: a@pp}\n", "app", "Приложение"),
    (HEAD + "  a: {title: Lobby, next: b}\n  b: {next: a@}\n", "a", "### Lobby"),
    (HEAD + "  a: {importance@: 2}\n", "importance", "without it: `1`"),
    (HEAD + "  a: {x-own@: text}\n", "x-own", "A key of your own."),
    (HEAD + "  a: {}\nwaivers: [{rule: CJM1@01, reason: r}]\n", "CJM101", "`negative-gap`"),
    (HEAD + "  a: {}\nwaivers: [{rule: no-ow@ner, reason: r}]\n", "no-owner", "CJM401"),
    (HEAD + "  a: {experience: {n@: 3}}\n", "n", "How many answers"),
    ("\ufeff" + HEAD + "  # 🎄\u2028  # x\n  a: {stage: tr@ip}\n", "trip", "The trip"),
    ((HEAD + "  a:\n    stage: tr@ip\n").replace("\n", "\r\n"), "trip", "The trip"),
    # a text that is broken on another line
    (HEAD + "  a: {title: Lobby, next: b}\n  b: {next: a@}\n  c: {next: [a\n", "a", "### Lobby"),
]
NOT_TOLD = [
    HEAD + "  a: {expectation: 8@}\n",
    HEAD + "  a: {title: A@}\n",
    HEAD + "  # a@\n  a: {}\n",
    HEAD + "  a: {}@\n\n",
    HEAD + "@\n  a: {nonsense: 1}\n",
    HEAD + "  a: {nonse@nse: 1}\n",
    HEAD + "  a: {}\nwaivers: [{rule: no-such-ru@le, reason: r}]\n",
]


@pytest.mark.parametrize(("marked", "word", "part"), TOLD, ids=lambda v: repr(v)[-30:])
def test_what_is_told_at_a_place(marked, word, part):
    """Of exactly the word that stands there."""
    told, stretch = hovered(marked)
    assert stretch == word
    assert part in told


@pytest.mark.parametrize("marked", NOT_TOLD, ids=lambda v: repr(v)[-30:])
def test_nothing_is_told_of_what_means_itself(marked):
    """Numbers, texts, comments, and what the format does not know."""
    assert hovered(marked) is None


def test_rules_are_told_in_a_workspace_too():
    """With what their options mean."""
    text = "cjm: 1\ncheck:\n  ignore: [no-owner]\n  options: {stale-score: {days: 90}}\n"
    rule = next(rule for rule in cjm.rules.RULES if rule.name == "stale-score")
    option = rule.options[0].name
    text = text.replace("days", option)
    place = text.index(option)
    assert str(rule.options[0].doc) in hovered(f"{text[:place]}@{text[place:]}", "cjm.yaml")[0]
    assert "CJM401" in hovered(text.replace("no-owner", "no-@owner"), "cjm.yaml")[0]


def test_titles_are_shown_as_they_are_written():
    """No sign of Markdown in them is one."""
    told, _ = hovered(HEAD + "  a@: {title: '**<b>** [x](y) `z`', expectation: 8, experience: 8}\n")
    assert told.startswith(r"### \*\*\<b\>\*\* \[x\](y) \`z\`")


def test_what_was_measured_is_told_with_its_evidence():
    """How many people were asked, and until when."""
    from cjm.source import parse

    overlay = (
        "cjm-measured: 1\njourney: j\nstate: as-is\nscale: [0, 10]\nscores:\n"
        "  a: {experience: {score: 4, n: 120, sd: 1, measured: 2026-09-30}}\n"
    )
    text = HEAD + "  a: {title: A, expectation: 8, experience: 7}\n"
    beside = (("j.measured.yaml", parse(overlay)),)
    reading = read(text, "j.yaml", SHARED, beside=beside, settings=EditorSettings(language="en"))
    told = hover(reading, text.index("  a:") + 2).markdown
    assert "**C\xa0−4**" in told
    assert "B is measured: n\xa0=\xa0120, 2026-09-30" in told
