"""A run: which files are taken, in what order things come out, and what stops nothing."""

from __future__ import annotations

import io
import os
import sys
import weakref
from dataclasses import asdict

import pytest

import cjm
from cjm.project import documents
from cjm.reporters import REPORTERS, render

GOOD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"
BAD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 7, owner: o}}\n"


def brief(report):
    """File, line and code of every finding."""
    return [(f.file, f.span.line, f.code) for f in report.findings]


# ---- order ------------------------------------------------------------------------------------


def test_findings_come_by_file_line_column_and_code(desk):
    """Numbers sort as numbers, and of one place the lower code is first."""
    desk.write("b/one.yaml", BAD)
    desk.write("a.yaml", "cjm: 1\nx: 1\ny: 1\n" + "#\n" * 7 + "z: 1\ntouchpoints: {a: , b: }\n")
    desk.write("c.yaml", "cjm: 1\ntouchpoints: {b: {next: b}, a: {next: zz}, c: {q: 1, r: 1}}\n")
    findings = desk.check("c.yaml", "b", "a.yaml").findings
    places = [(f.file, f.span.line, f.span.column, f.code) for f in findings]
    assert places == sorted(places)
    assert [line for file, line, _, _ in places if file == "a.yaml"] == [2, 3, 11]
    assert len({file for file, *_ in places}) == 3


def test_the_same_input_gives_the_same_bytes_in_every_format(desk):
    """Two runs over the same files, named in another order, print the same."""
    desk.write("a.yaml", BAD)
    desk.write("d/b.yaml", "cjm: 1\ntouchpoints: {ж: {next: [y, z]}, y: {next: y}, z: {next: z}}")
    desk.write("broken.yaml", "cjm: 1\nid: a\n  b: [")
    one, two = desk.check("a.yaml", "d", "broken.yaml"), desk.check("broken.yaml", "d", "a.yaml")
    for form in REPORTERS:
        assert render(form, one) == render(form, two)
    assert len(one.findings) > 5


def test_no_absolute_path_is_told(desk):
    """What a run says does not depend on where the folder lies."""
    desk.write("cjm.yaml", "cjm: 1\njourneys: [journeys, gone]\ncheck: {ignore: [nope]}\n")
    desk.write("cjm-baseline.json", "[]")
    desk.write("journeys/a.yaml", BAD)
    report = desk.check()
    assert brief(report) == [("cjm.yaml", 3, "CJM003"), ("journeys/a.yaml", 2, "CJM101")]
    assert [problem.split(":")[0] for problem in sorted(report.problems)] == [
        "cjm-baseline.json",
        "gone",
    ]
    assert str(desk.folder) not in "".join(report.problems)
    assert str(desk.folder) not in "".join(render(form, report) for form in REPORTERS)


# ---- which files ------------------------------------------------------------------------------


def test_overlapping_paths_are_checked_once(desk):
    """A file met by several paths, or by a link, counts once."""
    desk.write("d/a.yaml", BAD)
    os.symlink("a.yaml", desk.folder / "d/z.yaml")
    report = desk.check("d/a.yaml", "d", "./d/../d", "d/z.yaml", str(desk.folder / "d/a.yaml"))
    assert brief(report) == [("d/a.yaml", 2, "CJM101")]
    assert (report.summary.journeys, report.problems) == (1, ())


@pytest.mark.parametrize("paths", [("d", "d/other.yaml"), ("d/other.yaml", "d")])
def test_a_named_file_is_a_journey_even_where_its_folder_skipped_it(desk, paths):
    """The order of the paths does not decide whether a file is looked at."""
    desk.write("d/a.yaml", GOOD)
    desk.write("d/other.yaml", "touchpoint: {a: }\n")
    report = desk.check(*paths)
    assert {f.file for f in report.findings} == {"d/other.yaml"}
    assert (report.summary.journeys, report.summary.unread) == (1, 1)


def test_other_yaml_is_skipped_and_counted(desk):
    """YAML without the keys of a journey is no journey, and nothing drops out unseen."""
    desk.write("d/a.yaml", GOOD)
    desk.write("d/compose.yml", "services: {cjm: }\n")
    desk.write("d/broken.yaml", "a: [\n")
    desk.write("d/cjm.yaml", "cjm: 1\n")
    desk.write("d/.hidden/b.yaml", BAD)
    desk.write("d/empty.yaml", "")
    desk.write("d/notes.txt", "cjm: 1\n")
    report = desk.check("d")
    assert (report.summary.journeys, report.summary.skipped, report.findings) == (1, 3, ())


def test_a_broken_file_that_looks_like_a_journey_is_one(desk):
    """A file in a folder that is not YAML counts where a line begins with touchpoints:."""
    desk.write("d/a.yaml", "title: [\ntouchpoints: {a: }\n")
    report = desk.check("d")
    assert [f.code for f in report.findings] == ["CJM001"]
    assert (report.summary.journeys, report.summary.unread) == (0, 1)


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("", "CJM002", (1, 1)),
        ("# only a comment\n", "CJM002", (1, 1)),
        ("- a\n- b\n", "CJM002", (1, 1)),
        ("text\n", "CJM002", (1, 1)),
        ("a: 1\nb: 2\n", "CJM002", (1, 1)),
        ("cjm: 1\n---\ncjm: 1\n", "CJM001", (2, 1)),
        (b"cjm: 1\ntitle: \xff\n", "CJM001", (2, 8)),
        ("cjm: 1\ntitle: a\x00\n", "CJM001", (2, 9)),
        ("cjm: 1\ntouchpoints:\n\ta: ~\n", "CJM001", (3, 1)),
    ],
)
def test_a_named_file_that_is_no_journey_is_one_finding_and_no_crash(desk, content, code, place):
    """Empty, a list, two documents, not UTF-8: told at its place."""
    desk.write("x.yaml", content)
    report = desk.check("x.yaml")
    assert [(f.code, f.span[:2]) for f in report.findings] == [(code, place)]
    assert report.exit_code() == 1


def test_a_hostile_file_spoils_nothing_for_the_good_ones(desk):
    """Bombs, nesting and binary among good files: each is a finding, the others are checked."""
    laughs = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    hostile = {
        "laughs": "cjm: 1\nl0: &l0 [a]\n" + laughs,
        "deep": "cjm: 1\ntouchpoints: " + "[" * 5000,
        "binary": bytes(range(256)) + b"\ncjm: 1\n",
        "large": "cjm: 1\n" + "# " + "x" * 1_000_001,
        "python": "cjm: 1\ntouchpoints: !!python/object/apply:os.system [exit]\n",
        "digits": f"cjm: 1\ntouchpoints: {{a: {{expectation: {'9' * 5000}}}}}\n",
        "loop": "cjm: 1\ntouchpoints: &t {a: *t}\n",
    }
    for name, content in hostile.items():
        desk.write(f"d/{name}.yaml", content)
    for n in range(20):
        desk.write(f"d/good-{n}.yaml", BAD)
    report = desk.check("d")
    codes = {}
    for finding in report.findings:
        codes.setdefault(finding.file[2:-5], set()).add(finding.code)
    assert {name for name, found in codes.items() if found & {"CJM001", "CJM002"}} == set(hostile)
    assert sum(found == {"CJM101"} for found in codes.values()) == 20
    assert (report.problems, report.summary.journeys, report.summary.unread) == ((), 20, 7)


def test_a_broken_journey_is_not_analysed_and_the_others_are(desk):
    """A faulty journey's gaps and graph are silent; its faults are all told at once."""
    desk.write(
        "a.yaml",
        "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 1, nxet: b}, b: {next: cc}}\n",
    )
    desk.write("b.yaml", BAD)
    report = desk.check("a.yaml", "b.yaml")
    assert [(f.file, f.code) for f in report.findings] == [
        ("a.yaml", "CJM002"),
        ("a.yaml", "CJM003"),
        ("b.yaml", "CJM101"),
    ]
    summary = report.summary
    assert (summary.journeys, summary.touchpoints, summary.unread) == (1, 1, 1)


# ---- what could not be done -------------------------------------------------------------------


def test_a_path_that_is_not_there_is_a_problem_and_the_rest_is_checked(desk):
    """The run goes on, and ends with 2, which wins over the findings' 1."""
    desk.write("b.yaml", BAD)
    report = desk.check("nosuch.yaml", "b.yaml")
    assert report.problems == ("nosuch.yaml: there is no such file or folder",)
    assert brief(report) == [("b.yaml", 2, "CJM101")]
    assert report.exit_code() == 2


def test_an_empty_path_is_a_problem(desk):
    """An unset variable in a script does not check something else."""
    desk.write("a.yaml", BAD)
    report = desk.check("")
    assert report.problems == ("an empty path: there is no such file or folder",)
    assert report.findings == ()


def test_a_folder_without_journeys_is_a_problem(desk):
    """A gate that checks nothing must not be green."""
    desk.write("d/other.yaml", "a: 1\n")
    report = desk.check("d")
    assert report.problems == ("d: there is no journey here",)
    assert (report.exit_code(), report.summary.skipped) == (2, 1)


def test_one_of_two_paths_without_a_journey_is_a_problem(desk):
    """Each path must hold a journey, not only all of them together."""
    desk.write("d/a.yaml", GOOD)
    (desk.folder / "e").mkdir()
    assert desk.check("d", "e").problems == ("e: there is no journey here",)


def test_a_file_that_cannot_be_read_is_a_problem(desk, monkeypatch):
    """A refusal of the system is told with the file's name; the other files are checked."""
    desk.write("d/a.yaml", BAD)
    desk.write("d/b.yaml", BAD)
    read = documents.read_start

    def refuse(path):
        if path.endswith("a.yaml"):
            raise PermissionError(13, "Permission denied", path)
        return read(path)

    monkeypatch.setattr(documents, "read_start", refuse)
    report = desk.check("d")
    assert report.problems == ("d/a.yaml: permission denied",)
    assert brief(report) == [("d/b.yaml", 2, "CJM101")]
    assert report.exit_code() == 2


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file"
)
def test_a_folder_without_permission_is_a_problem(desk):
    """What lies in a locked folder is not silently left out."""
    desk.write("d/a.yaml", GOOD)
    desk.write("d/locked/b.yaml", BAD)
    (desk.folder / "d/locked").chmod(0)
    try:
        assert desk.check("d").problems == ("d/locked: permission denied",)
    finally:
        (desk.folder / "d/locked").chmod(0o700)


def test_a_pipe_in_the_way_is_no_file(desk):
    """A named pipe is refused, not waited for."""
    os.mkfifo(desk.folder / "pipe.yaml")
    assert desk.check("pipe.yaml").problems == ("pipe.yaml: this is neither a file nor a folder",)


def test_a_file_named_after_its_folder_is_checked_once_and_no_problem(desk):
    """The other order is no different: the file is there, and was looked at."""
    desk.write("d/a.yaml", BAD)
    desk.write("d/b.yaml", GOOD)
    report = desk.check("d", "d/a.yaml")
    assert brief(report) == [("d/a.yaml", 2, "CJM101")]
    assert (report.summary.journeys, report.problems) == (2, ())


# ---- standard input ---------------------------------------------------------------------------


@pytest.fixture
def stdin(monkeypatch):
    """Puts bytes where standard input is."""

    def put(text):
        stream = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)

    return put


def test_standard_input_is_a_journey_of_the_current_folder_s_workspace(desk, stdin):
    """`-` is checked like a file, under the name <stdin>."""
    desk.write("cjm.yaml", "cjm: 1\ncheck: {severity: {negative-gap: info}}\n")
    stdin(BAD)
    [finding] = desk.check("-").findings
    assert (finding.file, finding.code, finding.severity) == ("<stdin>", "CJM101", "info")


def test_a_closed_standard_input_is_a_problem(desk, monkeypatch):
    """Python has None in its place; the rest is checked."""
    desk.write("a.yaml", BAD)
    monkeypatch.setattr(sys, "stdin", None)
    report = desk.check("-", "a.yaml")
    assert report.problems == ("<stdin>: standard input is closed",)
    assert brief(report) == [("a.yaml", 2, "CJM101")]


def test_standard_input_is_read_once(desk, stdin):
    """`-` given twice is one journey."""
    stdin(BAD)
    report = desk.check("-", "-")
    assert brief(report) == [("<stdin>", 2, "CJM101")]
    assert report.summary.journeys == 1


# ---- workspaces -------------------------------------------------------------------------------


def test_each_file_uses_its_nearest_workspace(desk):
    """Upwards from the file, not beyond the git root; a nearer one hides a farther one."""
    desk.write("cjm.yaml", "cjm: 1\ncheck: {severity: {negative-gap: warning}}\n")
    desk.write("x/cjm.yaml", "cjm: 1\ncheck: {ignore: negative-gap}\n")
    desk.write("y/.git/config", "")
    for name in ("a.yaml", "x/deep/b.yaml", "y/c.yaml", "z/d.yaml"):
        desk.write(name, BAD)
    findings = desk.check("a.yaml", "x", "y", "z").findings
    assert [(f.file, f.severity.value) for f in findings] == [
        ("a.yaml", "warning"),
        ("y/c.yaml", "error"),
        ("z/d.yaml", "warning"),
    ]


def test_a_named_workspace_replaces_every_nearest_one(desk):
    """With `workspace=`, journeys do not look upwards."""
    desk.write("cjm.yaml", "cjm: 1\ncheck: {ignore: ALL}\n")
    desk.write("other/ws.yaml", "cjm: 1\nscale: [0, 7]\n")
    desk.write("a.yaml", BAD)
    report = desk.check("a.yaml", workspace="other/ws.yaml")
    assert [f.code for f in report.findings] == ["CJM002"]
    assert "outside the scale 0 to 7" in report.findings[0].message


def test_a_named_workspace_that_is_not_there_is_a_usage_error(desk):
    """It is refused before anything is checked."""
    desk.write("a.yaml", BAD)
    with pytest.raises(cjm.CjmError, match=r"^nosuch\.yaml: no such file"):
        desk.check("a.yaml", workspace="nosuch.yaml")


def test_without_paths_the_workspace_s_journeys_are_taken(desk):
    """`journeys:` is relative to the workspace; without it the whole folder is meant."""
    desk.write("cjm.yaml", "cjm: 1\njourneys: [one, two/b.yaml]\n")
    desk.write("one/a.yaml", BAD)
    desk.write("two/b.yaml", BAD)
    desk.write("two/c.yaml", BAD)
    assert [f.file for f in desk.check().findings] == ["one/a.yaml", "two/b.yaml"]
    desk.write("cjm.yaml", "cjm: 1\n")
    assert len(desk.check().findings) == 3


def test_a_workspace_s_faults_are_findings_and_its_journeys_are_checked(desk):
    """A broken cjm.yaml is told once, at its place, however many journeys use it."""
    desk.write("cjm.yaml", "cjm: 1\nlanguage: fr\n")
    desk.write("a.yaml", BAD)
    desk.write("b.yaml", BAD)
    report = desk.check(".")
    assert brief(report) == [
        ("a.yaml", 2, "CJM101"),
        ("b.yaml", 2, "CJM101"),
        ("cjm.yaml", 2, "CJM002"),
    ]


def test_a_workspace_may_be_named_to_be_checked_itself(desk):
    """`cjm check cjm.yaml` looks at the workspace and needs no journey."""
    desk.write("cjm.yaml", "cjm: 1\npersonas: {a: {share: 0.5}, b: {share: 0.2}}\n")
    report = desk.check("cjm.yaml")
    assert [(f.code, desk.under(f)) for f in report.findings] == [("CJM002", "personas")]
    assert (report.problems, report.summary.journeys) == ((), 0)


# ---- many files -------------------------------------------------------------------------------


def test_hundreds_of_files_are_held_in_memory_one_by_one(desk, monkeypatch):
    """300 journeys give 300 findings, and never more than a few of their texts are alive."""
    text = "cjm: 1\ntouchpoints:\n" + "".join(
        f"  t{n}: {{expectation: 8, experience: 8, next: t{n + 1}}}\n" for n in range(9)
    )
    for n in range(300):
        desk.write(f"d/{n:03}.yaml", text + f"  t9: {{expectation: 9, experience: {n % 9}}}\n")
    sources, most = [], 0
    parse = documents.parse

    def watch(content):
        nonlocal most
        source = parse(content)
        sources.append(weakref.ref(source))
        most = max(most, sum(ref() is not None for ref in sources))
        return source

    monkeypatch.setattr(documents, "parse", watch)
    report = desk.check("d", select=["CJM101"])
    assert [f.file for f in report.findings] == [f"d/{n:03}.yaml" for n in range(300)]
    assert asdict(report.summary)["touchpoints"] == 3000
    assert 0 < most <= 3


def test_findings_of_one_place_come_by_code(desk):
    """Two rules at one key are told in the order of their codes."""
    desk.write(
        "a.yaml", "cjm: 1\ntouchpoints: {a: {next: a, expectation: 1}, b: {experience: 1}}\n"
    )
    codes = [(f.span.column, f.code) for f in desk.check("a.yaml").findings]
    assert codes == [(15, "CJM205"), (15, "CJM301"), (45, "CJM201"), (45, "CJM301")]


def test_a_failure_of_cjm_in_one_journey_keeps_no_other_from_its_findings(desk, monkeypatch):
    """It is told with the file's name, ends with 2, and is not kept for the next run."""
    desk.write("a.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 9, experience: 5}}\n")
    desk.write("b.yaml", "cjm: 1\ntouchpoints: {b: {expectation: 9, experience: 5}}\n")
    parse = documents.parse

    def fail(content):
        if b"{a:" in content:
            raise ZeroDivisionError("no such luck")
        return parse(content)

    monkeypatch.setattr(documents, "parse", fail)
    report = desk.check("a.yaml", "b.yaml", cache=True)
    [problem] = report.problems
    assert problem == (
        "a.yaml: cjm itself failed (ZeroDivisionError: no such luck)"
        " (please report it with what --traceback shows)"
    )
    [trace] = report.traces
    assert 'raise ZeroDivisionError("no such luck")' in trace
    assert {f.file for f in report.findings} == {"b.yaml"}
    assert report.exit_code() == 2
    monkeypatch.setattr(documents, "parse", parse)
    assert desk.check("a.yaml", "b.yaml", cache=True).problems == ()
