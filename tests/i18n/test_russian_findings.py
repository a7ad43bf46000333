"""Findings in a workspace that speaks Russian: every rule, every fault, every format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from lived_examples import example_log, report_of_example
from page_examples import examples

from cjm.cli.group import cli
from cjm.format import JOURNEY, WORKSPACE
from cjm.format.examples import FORMS
from cjm.format.record import Record
from cjm.reporters import REPORTERS, render
from cjm.rules import RULES

HERE = Path(__file__).parent
FAULTY = sorted((HERE.parent / "journeys/faulty").glob("*.yaml"))
RUSSIAN = "cjm: 1\nlanguage: ru\n"
COMMANDS = {"cjm", "check", "show", "plan", "rule", "render", "flow", "yaml", "data"}
COMMANDS |= {"update", "baseline", "file"}
YAML = {"YAML", "UTF", "TAG", "U", "s", "min", "h", "d", "pre", "commit", "exclude"}


def keys(record: Record) -> set[str]:
    """The keys of a record and of all records inside it."""
    found = set(record.fields)
    waiting = [field.kind for field in record.fields.values()]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, Record):
            found |= keys(kind)
        waiting += [
            inner
            for name in ("kind", "scalar", "listed", "mapped")
            if (inner := getattr(kind, name, None)) is not None
        ]
        found |= set(getattr(kind, "words", ()))
    return found


def words(text: str) -> set[str]:
    """The Latin words in a text."""
    return set(re.findall(r"[A-Za-z]+", text))


RULE_WORDS = [word for r in RULES for word in (r.code, r.name, *(o.name for o in r.options))]
KNOWN = words(
    " ".join(
        (
            *keys(JOURNEY),
            *keys(WORKSPACE),
            *RULE_WORDS,
            *COMMANDS,
            *YAML,
            *FORMS.values(),
            "true false yes no x- 0xFF s min h d w mo y P",
        )
    )
)

HALF_MEASURED = (
    "cjm: 1\ntouchpoints: {a: {expectation: 8, next: b}, b: {expectation: 8, experience: 8}}\n"
)
"""One touchpoint has no experience."""


def texts(finding) -> list[str]:
    """All that a finding tells."""
    return [finding.message, finding.help or "", *(r.message for r in finding.related)]


def assert_russian(report, *own: str) -> None:
    """All texts hold Cyrillic and, beside codes, keys and the files' own text, no English."""
    assert report.findings
    for finding in report.findings:
        for text in filter(None, texts(finding)):
            assert re.search("[а-яё]", text, re.IGNORECASE), text
            assert words(text) - KNOWN - words(" ".join(own)) == set(), text
            assert type(text) is str


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_failing_example_is_told_in_russian(rule, desk):
    """Each page's example, as a Russian workspace has it told."""
    files = examples(rule, "Failing example")
    desk.write("cjm.yaml", RUSSIAN)
    report = report_of_example(desk, rule, "Failing example")
    assert rule.code in {f.code for f in report.findings}
    log = [] if rule.find_in_log is None else [example_log(rule, "Failing example")]
    assert_russian(report, *files, *files.values(), *log)


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_faults_of_a_file_are_told_in_russian(path, desk):
    """The faulty journeys of the format's tests."""
    desk.write("cjm.yaml", RUSSIAN)
    desk.write(path.name, path.read_bytes())
    own = path.read_bytes().decode("utf-8", "replace")
    assert_russian(desk.check(path.name), own)


NOT_YAML = [
    "cjm: 1\ntitle: a: b\n",
    "cjm: 1\na\nb: 1\n",
    "cjm: 1\n a: [1, 2\nb: 3\n",
    "cjm: {a: 1\nb",
    "cjm: 1\ntitle: 'open\n",
    "cjm: 1\ntitle: @anna\n",
    "cjm: 1\ntarget: >= 50\n",
    "cjm: 1\n\ttitle: a\n",
    "cjm: 1\ntitle: a\n  - b\n",
    "cjm: 1\nlist: - a\n",
    'cjm: 1\ntitle: "\\q"\n',
    'cjm: 1\ntitle: "\\x0g"\n',
    "cjm: 1\ntitle: & a\n",
    "cjm: 1\ntitle: *none\n",
    "cjm: 1\ntitle: &a [*a]\n",
    "cjm: 1\n? [a]\n: b\n",
    "cjm: 1\ntitle: !a!b c\n",
    "cjm: 1\ntitle: !<a b\n",
    "cjm: 1\ntitle: !!int x\n",
    "cjm: 1\n<<: {a: 1}\n",
    "%YAML 3.0\n---\ncjm: 1\n",
    "%YAML 1.1\n%YAML 1.1\n---\ncjm: 1\n",
    "%YAML x\n---\ncjm: 1\n",
    "%\n---\ncjm: 1\n",
    "cjm: 1\ntitle: |0\n  a\n",
    "cjm: 1\ntitle: |x\n",
    "cjm: 1\n...\nmore: 1\n",
    "cjm: 1\ntitle: 'a\n---\nb'\n",
    "- a\nb: c\n",
    "cjm: 1\ntitle: [a, b}\n",
    "cjm: 1\ntitle: {a: b]\n",
    "cjm: 1\ntitle: \x07\n",
    "cjm: " + "[" * 70 + "]" * 70,
    "cjm: 1\na: [" + "1," * 50_001 + "]\n",
    "cjm: 1\n" + "#" * 1_000_001,
    "cjm: 1" + "\n%a" * 101,
]


@pytest.mark.parametrize("text", NOT_YAML, ids=range(len(NOT_YAML)))
def test_what_is_not_yaml_is_told_in_russian(text, desk):
    """What libyaml says is translated too."""
    desk.write("cjm.yaml", RUSSIAN)
    desk.write("x.yaml", text.encode())
    assert_russian(desk.check("x.yaml"), text[:200])


@pytest.mark.parametrize(
    "text",
    [
        "langage: ru\n",
        "scale: [1]\n",
        "personas: {a: {share: 0.5}, b: {share: 0.6}}\n",
        "check: {select: [CJM9], ignore: nope, severity: {trap: bad}}\n",
        "check: {options: [1]}\n",
        "check: {options: {trap: 1, nope: {}, no-owner: {x: 1}, thin-evidence: {m: 3}}}\n",
        "check: {options: {thin-evidence: {n: many}, silent-drop-off: {share: 1.5}}}\n",
        "check: {options: {stale-score: {days: -1}, unrecovered-disappointment: {steps: 1.5}}}\n",
        "targets: {nps: 50}\nphilosophy: 5\n",
        "title: [\n",
    ],
)
def test_faults_of_the_workspace_are_told_in_russian(text, desk):
    """Its settings, its shares, and even where it is not YAML."""
    desk.write("cjm.yaml", RUSSIAN + text)
    desk.write("x.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    report = desk.check("x.yaml")
    assert {f.file for f in report.findings} == {"cjm.yaml"}
    assert_russian(report, text)


def test_an_empty_workspace_is_no_russian_one(desk):
    """Nothing says which language it is in."""
    desk.write("cjm.yaml", "")
    desk.write("x.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    (finding,) = desk.check("x.yaml").findings
    assert finding.message == "the workspace is empty"


JOURNEYS = """\
cjm: 1
personas: {a: {name: Анна, share: 0.5}, b: {name: Борис, share: 0.5}}
touchpoints:
  ask: {expectation: 8, experience: 9, next: {ride: 0.9}}
  ride:
    expectation: {score: 8, n: 25, sd: 3}
    experience: {score: 7.5, n: 25, sd: 3, measured: 2026-01-01}
    by_persona: {b: {experience: 8.5}}
    owner: парк
    next: pay
  pay: {expectation: 8, experience: 9, by_persona: {a: {experience: 7.5}}}
waivers:
  - {rule: trap, reason: так}
metrics: {nps: {value: -4.5, target: ">= 0.5", unit: балла}}
"""


def test_personas_intervals_and_metrics_are_told_with_russian_figures(desk):
    """Names stand where they need no case, figures have a comma and a true minus."""
    desk.write("cjm.yaml", RUSSIAN)
    desk.write("x.yaml", JOURNEYS)
    messages = [f.message for f in desk.check("x.yaml").findings]
    assert "pay: ожидания не оправдались (Анна): О 8; В 7,5; С −0,5" in messages
    assert "nps: −4,5 балла, а цель ≥ 0,5 балла" in [m.replace("\u00a0", " ") for m in messages]
    assert any("95-процентный интервал — от −" in m for m in messages)
    assert "ride: восприятие измерено 273 дня назад" in messages
    assert "ride: за оценкой ожидания — всего 25 ответов" in messages
    assert all("." not in re.sub(r"\d{4}-\d\d-\d\d", "", m) for m in messages)


def both(desk, text: str, **options):
    """The reports of one journey in an English and in a Russian workspace."""
    desk.write("x.yaml", text)
    reports = []
    for workspace in ("cjm: 1\nlanguage: en\n", RUSSIAN):
        desk.write("cjm.yaml", workspace)
        reports.append(desk.check("x.yaml", **options))
    return reports


def test_only_the_words_differ(desk):
    """Codes, places, figures and severities are the same in both languages."""
    english, russian = both(desk, JOURNEYS)
    assert english.summary == russian.summary
    assert (english.language, russian.language) == ("en", "ru")

    def facts(report):
        return sorted((f.code, f.span, f.severity, f.personas, f.values) for f in report.findings)

    assert facts(english) == facts(russian)


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_fingerprints_do_not_depend_on_the_language(desk, form):
    """Switching the language makes no finding a new one."""

    def prints(report):
        return sorted(re.findall(r'ingerprints?[^0-9a-f]*"([0-9a-f]{32})"', text(report)))

    def text(report):
        return re.sub(r'"cjm/v2": ', "", render(form, report))

    english, russian = both(desk, JOURNEYS)
    assert len(prints(english)) == len(english.findings) > 4
    assert prints(english) == prints(russian)


def test_the_baseline_does_not_depend_on_the_language(desk):
    """What was recorded in one language is known in the other."""
    english, _ = both(desk, JOURNEYS)
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.check("x.yaml", update_baseline=True)
    desk.write("cjm.yaml", RUSSIAN)
    report = desk.check("x.yaml")
    assert {f.code for f in report.findings} == {"CJM406"}
    assert report.summary.baselined == len(english.findings) - 1


def test_every_format_tells_the_same_text(desk):
    """One finding, one text."""
    _, report = both(desk, HALF_MEASURED)
    for name in REPORTERS:
        text = render(name, report)
        assert "a: нет оценки восприятия" in text, name
        assert name in ("concise",) or "спросите клиентов" in text, name


def test_people_read_severities_in_russian_and_programs_in_english(desk):
    """Only the text format translates them: the others are read by programs, too."""
    _, report = both(desk, HALF_MEASURED)
    shown = {name: render(name, report) for name in REPORTERS}
    assert "x.yaml:2:15: предупреждение[CJM301] unmeasured: a: нет" in shown["text"]
    assert "  = подсказка: спросите" in shown["text"]
    assert "x.yaml:2:15: warning[CJM301] a: нет" in shown["concise"]
    assert shown["concise"].endswith("1 путь, 2 точки контакта: 1 предупреждение\n")
    assert json.loads(shown["json"])["findings"][0]["severity"] == "warning"
    assert shown["github"].startswith("::warning file=x.yaml")
    assert '"severity": "minor"' in shown["gitlab"]
    assert 'type="warning"' in shown["junit"]
    assert '"level": "warning"' in shown["sarif"]


def test_sarif_has_the_pages_of_the_run_s_language(desk):
    """Titles, what a rule finds, and the whole page."""
    english, russian = (json.loads(render("sarif", r)) for r in both(desk, JOURNEYS))
    one, other = (
        {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
        for log in (english, russian)
    )
    assert one["CJM101"]["shortDescription"]["text"] == "The customer gets less than expected"
    assert other["CJM101"]["shortDescription"]["text"] == "Клиент получает меньше, чем ожидал"
    assert other["CJM101"]["fullDescription"]["text"].startswith("Точка контакта, где")
    assert "## Чем вредит клиенту" in other["CJM101"]["help"]["markdown"]


def test_each_finding_is_told_as_its_own_workspace_says(desk):
    """Two workspaces in one run; the summary is told as the first."""
    faulty = HALF_MEASURED
    for folder, language in (("a", "ru"), ("b", "en")):
        desk.write(f"{folder}/cjm.yaml", f"cjm: 1\nlanguage: {language}\n")
        desk.write(f"{folder}/{folder}.yaml", faulty)
    report = desk.check("a", "b")
    assert [f.message for f in report.findings] == [
        "a: нет оценки восприятия",
        "a: there is no experience",
    ]
    assert report.language == "ru"
    assert desk.check("b", "a").language == "en"


def test_a_journey_s_own_language_is_not_the_team_s(desk):
    """The map of a Russian journey is Russian; who checks it is told by the workspace."""
    desk.write("x.yaml", f"{HALF_MEASURED}language: ru\n")
    (finding,) = desk.check("x.yaml").findings
    assert finding.message == "a: there is no experience"


def test_what_could_not_be_done_is_told_in_russian(desk):
    """Paths that are not there, folders without a journey, a baseline that is none."""
    desk.write("cjm.yaml", RUSSIAN)
    desk.write("empty/x.txt", "")
    desk.write("cjm-baseline.json", "{}")
    desk.write("x.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    report = desk.check("x.yaml", "nowhere.yaml", "empty", "")
    assert sorted(report.problems) == sorted(
        (
            "cjm-baseline.json: такую точку отсчёта cjm не писал (запишите её заново: удалите файл "
            "и выполните cjm check --update-baseline)",
            "nowhere.yaml: такого файла или папки нет",
            "empty: здесь нет ни одного пути клиента",
            "пустое имя: такого файла или папки нет",
        )
    )
    assert desk.check("nowhere.yaml").problems == ("nowhere.yaml: такого файла или папки нет",)


def test_the_baseline_s_own_words_are_russian(desk):
    """Written, and gone."""
    desk.write("cjm.yaml", RUSSIAN)
    desk.write("x.yaml", HALF_MEASURED)
    written = render("text", desk.check("x.yaml", update_baseline=True))
    assert "точка отсчёта записана: cjm-baseline.json: 1 замечание\n" in written
    assert "1 путь, 2 точки контакта: замечаний нет\n" in written
    desk.write("x.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    gone = render("concise", desk.check("x.yaml"))
    line = "замечания из точки отсчёта больше нет: x CJM301 a (сократить её: --shrink-baseline)"
    assert gone.splitlines()[0] == line


@pytest.mark.parametrize("command", [("show", "x.yaml"), ("plan", "x.yaml"), ("render", "x.yaml")])
def test_other_commands_tell_faults_in_russian_too(desk, command):
    """On standard error, with the way out."""
    desk.write("cjm.yaml", RUSSIAN)
    desk.write("x.yaml", "cjm: 1\ntouchpoints: {a: {expactation: 8}}\n")
    result = CliRunner().invoke(cli, command, standalone_mode=False)
    assert result.stderr == (
        "ошибка: x.yaml:2:19: неизвестный ключ «expactation»\n"
        "подсказка: вероятно, имелось в виду «expectation»\n"
    )


def test_cjm_check_tells_problems_in_russian(desk):
    """What could not be done stands on standard error, and the exit code says so."""
    desk.write("cjm.yaml", RUSSIAN)
    result = CliRunner().invoke(cli, ("check", "nowhere.yaml"), standalone_mode=False)
    assert result.stderr == "ошибка: nowhere.yaml: такого файла или папки нет\n"
    assert result.stdout == "1 не прочитан\n"
    assert result.return_value == 2


def test_the_cache_keeps_the_language(desk, monkeypatch):
    """What is found again is told as it was, with the same fingerprints; in English after that."""
    monkeypatch.setenv("CJM_CACHE_DIR", str(desk.folder / "cache"))
    english, russian = both(desk, JOURNEYS, cache=True)
    assert desk.check("x.yaml", cache=True) == russian == desk.check("x.yaml")
    desk.write("cjm.yaml", "cjm: 1\nlanguage: en\n")
    assert desk.check("x.yaml", cache=True) == english
    assert english.findings[0].message != russian.findings[0].message
