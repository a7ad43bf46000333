"""What people type where the format takes something else is told with what to write instead."""

from __future__ import annotations

import unicodedata

import pytest

from cjm.format.foreign import KEYS, VALUES
from cjm.format.remedies import duration_meant
from cjm.i18n import translate
from cjm.journey import durations, words
from cjm.project.loading import read_journey
from cjm.project.workspace import Workspace
from cjm.source import parse
from cjm.source.lookalikes import CYRILLIC, LATIN, skeleton

RUSSIAN = Workspace(language="ru")


def told(text: str, workspace: Workspace | None = None) -> list[tuple[str, str | None]]:
    """What is said of a text, and what to do."""
    loaded = read_journey(parse(text), "x.yaml", *([workspace] if workspace else []))
    return [(finding.message, finding.help) for finding in loaded.findings]


def touchpoint(field: str) -> str:
    return f"cjm: 1\ntouchpoints:\n  a:\n    {field}\n  b:\n"


@pytest.mark.parametrize(
    ("field", "help"),
    [
        ("experience: 7,25", "write the decimal point as a point: 7.25"),
        ("experience: '7'", "write it without quotes: 7"),
        ("experience: \u22122", "write -2: U+2212 is no minus of the keyboard"),
        ("experience: \u20132", "write -2: U+2013 is no minus of the keyboard"),
        ("experience: 7\u00a0", "write 7: delete a no-break space (U+00A0)"),
        ("experience: \u200b7", "write 7: delete a space of no width (U+200B)"),
        ("experience: 7/10", "write the number alone: 7"),
        ("experience: 7 из 10", "write the number alone: 7"),
        ("experience: \uff18", "write 8: U+FF18 is no digit of the keyboard"),
        ("metrics: {csat: {value: 71%}}", 'write 71, and unit: "%" beside it'),
        ("metrics: {csat: {value: 71%, unit: '%'}}", "write 71: its unit stands beside it"),
        ("metrics: {csat: {target: '>= 90%'}}", 'write ">= 90", and unit: "%" beside it'),
        ("metrics: {csat: 71,5%}", 'write {value: 71.5, unit: "%"}'),
        ("metrics: {csat:71}", "put a space after the colon: csat: 71"),
        ("next: {b: 0,5}", "write the decimal point as a point: 0.5"),
        ("next: {b:0.5}", "put a space after the colon: b: 0.5"),
        ("next: {b:\u00a00.5}", "put a space after the colon: b: 0.5"),
        ("next: \u2192 b", "write the id alone: b"),
        ("next: -> b", "write the id alone: b"),
        ("next: b — 80%", "a share is a part of 1 behind a colon: {b: 0.8}"),
        ("next: b (80 %)", "a share is a part of 1 behind a colon: {b: 0.8}"),
        ("next: b 62.5%", "a share is a part of 1 behind a colon: {b: 0.625}"),
        ("next: b 80%, c 20%", "a share is a part of 1 behind a colon: {b: 0.8, c: 0.2}"),
        ("next: {b (80%): }", "a share is a part of 1 behind a colon: {b: 0.8}"),
        ("experience: н/д", "give it a value or delete the key"),
        ("experience: '—'", "give it a value or delete the key"),
        ("experience: ''", "give it a value or delete the key"),
        ("expectation: ~", "give it a value or delete the key"),
        ("expectation: {score: TBD}", "give it a value or delete the key"),
        ("metrics: {csat: {value: нет данных}}", "give it a value or delete the key"),
        ("next: \u201cb\u201d", "b without quotes"),
        ("title: [Call]", "write it alone: Call"),
        ("title: {en: Call}", "write the text without braces: Call"),
        ("pains: {slow: very}", 'write it so: pains: ["slow: very"]'),
        ("channel: {app: App}", "write it so: channel: [app, phone]"),
        ("metrics: [nps: 3]", "write it so: metrics: {nps: 3}"),
        ("experience: 70%", "a score is a number of points on the scale"),
        ("importance: 1 500", "write 1500: a number has no spaces inside"),
        ("importance: 1\u00a0500,5", "write 1500.5: delete a no-break space (U+00A0)"),
        ("importance: 250 ₽", "write the number alone: 250"),
        ("next: {b: 35%}", "write it as a part of 1: 0.35"),
        ("next: {b: 35}", "write it as a part of 1: 0.35"),
        ("next: {b: '12,5 %'}", "write it as a part of 1: 0.125"),
        ("moment_of_truth: да", "write true"),
        ("moment_of_truth: Нет", "write false"),
        ("moment_of_truth: no", "write false: yes and no are text in YAML 1.2"),
        ("experience: {score: 5, measured: 01.02.2026}", "write 2026-02-01"),
        ("experience: {score: 5, measured: 2026-2-1}", "write 2026-02-01"),
        ("experience: {score: 5, measured: 2026/02/01}", "write 2026-02-01"),
        ("experience: {score: 5, measured: 2026-02-01T10:00}", "write 2026-02-01"),
        ("experience: {score: 5, measured: 1 февраля 2026 г.}", "write 2026-02-01"),
        ("experience: {score: 5, measured: 1 Feb 2026}", "write 2026-02-01"),
        ("experience: {score: 5, measured: 'February 1, 2026'}", "write 2026-02-01"),
        ("experience: {score: 5, measured: 01/02/2026}", "write 2026-02-01 or 2026-01-02"),
        ("experience: {score: 5, measured: 25/02/2026}", "write 2026-02-25"),
        ("duration: 3 недели", "write 3 w"),
        ("duration: 1,5 часа", "write 1.5 h"),
        ("duration: 2 months", "write 2 mo"),
        ("duration: 2 h 15 min", "write 135 min"),
        ("duration: 1 час и 5 минут", "write 65 min"),
        ("duration: 2-3 дня", "a range is none: write 2 d or 3 d"),
        ("duration: 15", "add its unit: 15 min, 15 h, 15 d …"),
        ("metrics: {m: 64%}", 'write {value: 64, unit: "%"}'),
        ("metrics: {m: {value: 64%}}", 'write 64, and unit: "%" beside it'),
        ("metrics: {m: {target: ≥ 80}}", 'write ">= 80"'),
        ('metrics: {m: {target: "=> 80"}}', 'write ">= 80"'),
        ('metrics: {m: {target: "≤ 0,5"}}', 'write "<= 0.5"'),
        ('metrics: {m: {target: ">= 80 %"}}', 'write ">= 80", and unit: "%" beside it'),
        ("metrics: {m: {target: не менее 80}}", 'write ">= 80"'),
        ("metrics: {m: {target: 80}}", 'say which way: ">= 80" or "<= 80"'),
        ("outcome: неудача", "write failure"),
        ("outcome: Success", "did you mean 'success'?"),
        ("pains: [{цена: дорого}]", "put text that holds a colon in quotes"),
        ("next: после оплаты", "an id has no spaces: после-оплаты; what people read is its title"),
        ("next: b; c", "write a list: [b, c]"),
        ("next: b -> c", "one id here; where customers go on from there stands under its own next"),
        ("links: https://example.org", 'write it so: links: {ticket: "https://…"}'),
        ("by_persona: {p: 3}", "write it so: by_persona: {anna: {experience: 4}}"),
        ("scenario: Встреча", "write it so: scenario: [{step: …, say: …, do: …}]"),
        ("metrics: [nps]", 'write it so: metrics: {csat: {value: 71, target: ">= 90"}}'),
        ("боли: долго", "write pains"),
        ("Ожидание: 7", "write expectation"),
        ("satisfaction: 7", "write experience"),
        ("name: X", "write title"),
        ("phase: x", "write stage"),
        ("note: x", "write quotes"),
        ("Owner: x", "did you mean 'owner'?"),
        ("ownr: x", "did you mean 'owner'?"),
        ("“owner”: x", "owner without quotes"),
        ("ow\u00adner: x", "delete a soft hyphen (U+00AD)"),
        ("оwner: x", "letter 1 of it, о, is Cyrillic (U+043E); type it as a Latin one"),
    ],
)
def test_what_is_typed_is_told_with_its_remedy(field, help):
    """In the author's language too, with the same value."""
    (found,) = [advice for _, advice in told(touchpoint(field)) if advice]
    assert found == help
    (russian,) = [advice for _, advice in told(touchpoint(field), RUSSIAN) if advice]
    assert russian != help or not help.isascii()


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("cjm: 1\ntouchpoints:\n  - title: A\n", "write it so: touchpoints: {a: {title: A"),
        (
            "cjm: 1\ntouchpoints: {a: }\npersonas:\n  - name: A\n",
            "write it so: personas: {a: {name: A}",
        ),
        ("cjm: 1\ntouchpoints: {a: }\nwaivers: {r: x}\n", "write it so: waivers: [{rule: nega"),
        ("cjm: 1\ntouchpoints: {a: }\nimprovements: [x]\n", "write it so: improvements: {faq:"),
        ("cjm: 1\ntouchpoints: {a: }\nlanes: {systems: S}\n", "write x-systems"),
        ("cjm: 1\ntouchpoints: {a: }\nstate: как есть\n", "write as-is"),
        ("cjm: 1\ntouchpoints: {a: }\nlanguage: русский\n", "write ru"),
        ("cjm: 1\ntouchpoints: {a: }\nimprovements: {i: {phase: проверка}}\n", "write check"),
        ("cjm: 1\nточки: {a: }\n", "write touchpoints"),
        ("сjm: 1\ntouchpoints: {a: }\n", "letter 1 of it, с, is Cyrillic (U+0441); type it as"),
    ],
)
def test_slips_of_a_whole_file_are_told_with_their_remedy(text, help):
    """Once each: a key that is missing because it was misspelt is not told again."""
    ((_, found),) = told(text)
    assert found is not None
    assert found.startswith(help)


def test_what_looks_like_a_known_id_is_told_by_its_letter():
    """The words themselves would look the same."""
    text = "cjm: 1\nstages: {pay: P}\ntouchpoints: {a: {stage: рay}, тест: {next: a}}\n"
    ((message, help),) = told(text)
    assert message == "there is no stage 'рay'"
    assert help == "letter 1 of it, р, is Cyrillic (U+0440); type it as a Latin one"


ODD = ["experience", "owner", "pains", "cjm", "ride", "долго"]


@pytest.mark.parametrize("word", ODD)
@pytest.mark.parametrize("sign", ["\u00a0", "\u200b", "\u00ad", "\u2060", "\ufeff", "\u202f"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_message_quotes_an_invisible_sign(word, sign, language):
    """Wherever it stands: it is named, in both languages."""
    spoiled = f"{word[:2]}{sign}{word[2:]}"
    text = touchpoint(f"{spoiled}: 5") + f"  {spoiled}: {{stage: {spoiled}, next: {spoiled}x}}\n"
    findings = told(text, Workspace(language=language))
    assert findings
    for said in (part for pair in findings for part in pair if part):
        assert not any(unicodedata.category(s) == "Cf" for s in said)
        assert sign not in said.replace("«\u00a0", "")


@pytest.mark.parametrize("unit", sorted(durations.SECONDS))
def test_every_unit_is_known_by_its_own_name(unit):
    """And what is meant is a duration again."""
    remedy = duration_meant(f"2{unit}.")
    assert remedy is not None
    assert remedy.text == f"2 {unit}"


def test_foreign_words_mean_words_of_the_format():
    """No remedy of the tables leads to another error."""
    known: set[str] = {
        *words.OUTCOMES, *words.STATES, *words.LANGUAGES, *words.PHASES, *words.WHERE,
        *words.PERIODS, "error", "warning", "info",
    }  # fmt: skip
    assert set(VALUES.values()) <= known
    assert not set(KEYS) & {"", "x"}


def test_a_fix_stands_where_the_slip_does():
    """So that a program can make it."""
    from cjm.format import JOURNEY, Context

    source = parse(touchpoint("experience: 7,5"))
    context = Context()
    JOURNEY.decode(source.root, source.first_key, context)
    ((fix,),) = [fault.fixes for fault in context.faults]
    assert (fix.span.line, fix.span.column, fix.span.end_column) == (4, 17, 20)
    assert (fix.text, fix.safe) == ("7.5", True)
    assert translate(fix.title, "ru") == "дробную часть отделяйте точкой: 7.5"


@pytest.mark.parametrize(
    ("line", "help"),
    [
        (
            "touchpoints:\n  - {name: Call us, expectation: 8}",
            "touchpoints: {call-us: {title: Call us",
        ),
        ("touchpoints:\n  a: Call", "write it so: a: {title: Call}"),
        ("personas: [Anna: 0.6]\ntouchpoints: {a: }", "personas: {Anna: {share: 0.6}}"),
        ("stages: [{id: s, title: Start}]\ntouchpoints: {a: }", "stages: {s: {title: Start}}"),
        ("touchpoints:\n  a: {next: [a: 0.9]}", "next: {a: 0.9}"),
        ("touchpoints:\n  a: {duration: 1,5 ч}", "write 1.5 h"),
        ("touchpoints:\n  a: {metrics: {nps: {target: 50+}}}", 'write ">= 50"'),
        ("scale: 1-5\ntouchpoints: {a: }", "write [1, 5]"),
        ("scale: [0,5, 10]\ntouchpoints: {a: }", "write [0.5, 10]"),
        ("start: {a: 0,4, b: 0.6}\ntouchpoints: {a: , b: }", "as a point: 0.4"),
    ],
)
def test_what_was_written_is_shown_in_the_form_that_is_wanted(line, help):
    """Once, and nothing else is told because of it."""
    ((_, told_help),) = told(f"cjm: 1\n{line}\n")
    assert help in (told_help or "")


UNSEEN = "\u00a0\u00ad\u2009\u200b\u200d\u200e\u202f\u2060\u202e\u3000\ufeff"
FIELDS = (
    "exper{}ience: 8", "{}experience: 8", "experience{}: 8", "experience:{}8", "experience: {}8",
    "experience: 8{}", "experience: {{sc{}ore: 8}}", "next: b{}", "next: {{{}b: 1}}", "next: {}",
    "next: {{b:{}1}}", "stage: {}x", "outcome: suc{}cess", "moment_of_truth: {}true",
    "duration: 3{}days", "experience: {{score: 8, measured: 01.02.2026{}}}", "tit{}l: x",
    "metrics: {{n{}ps: {{target: '>{}= 4'}}}}", "pains{} slow", "next: [b, {}b]", "x{}y",
    "importance {} 3", "links: {{a{}b: 'x'}}", "title: “a: {}b”", "owner: \"a{}",
)  # fmt: skip


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize("field", FIELDS)
def test_no_message_quotes_what_nobody_sees(field, sign):
    """Wherever such a sign stands, it is told by its code point or left out."""
    text = touchpoint(field.format(*[sign] * field.count("{}")))
    for workspace in (None, RUSSIAN):
        for message, help in told(text, workspace):
            raw = {s for s in message + (help or "") if not s.isprintable() and s not in " \u00a0"}
            assert not raw
            assert sign not in message + (help or "")


def known_words() -> list[tuple[str, str]]:
    """Fields with a word that the format knows."""
    values = (("outcome", words.OUTCOMES), ("stage", ("coax",)), ("next", ("b",)))
    keys = ("title", "stage", "expectation", "experience", "pains", "owner", "outcome")
    return [*((key, "8") for key in keys), *((k, v) for k, vs in values for v in vs)]


@pytest.mark.parametrize(("key", "value"), known_words())
def test_no_message_suggests_what_looks_like_what_was_written(key, value):
    """Letters of another script that look the same are named instead."""
    to_cyrillic = str.maketrans(LATIN, CYRILLIC)
    field = f"{key}: {value.translate(to_cyrillic)}"
    if value == "8":
        field = f"{key.translate(to_cyrillic)}: 8"
    written = key.translate(to_cyrillic) if value == "8" else value.translate(to_cyrillic)
    text = touchpoint(field).replace("cjm: 1\n", "cjm: 1\nstages: [coax]\n")
    for workspace in (None, RUSSIAN):
        found = told(text, workspace)
        for _, help in found:
            alike = {w for w in (help or "").replace(",", " ").split() if w != written}
            assert not {w for w in alike if len(w) > 1 and skeleton(w) == skeleton(written)}
            assert written.isascii() or "U+" in (help or "")
