"""The cache: the same report as without it, from files that nobody looks at a second time."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

import cjm
from cjm.checking import cached, checker
from cjm.diagnostics.findings import Report
from cjm.project import cache as store
from cjm.project import documents, keys

TESTS = Path(__file__).parents[1]
BAD = "cjm: 1\ntouchpoints:\n  a: {expectation: 8, experience: 5, owner: x}\n"
DATED = """\
cjm: 1
touchpoints:
  a: {expectation: 8, experience: {score: 8, measured: 2026-09-01}, owner: x}
"""


@pytest.fixture
def cache(desk, monkeypatch):
    """The file of an empty cache."""
    folder = desk.folder / "cache"
    monkeypatch.setenv("CJM_CACHE_DIR", str(folder))
    return folder / store.FILE_NAME


@pytest.fixture
def unread(monkeypatch):
    """From now on no journey and no workspace can be parsed."""

    def forbid():
        def refuse(*_):
            raise AssertionError("the cache should have known this")

        monkeypatch.setattr(documents, "parse", refuse)
        monkeypatch.setattr(checker, "load_workspace", refuse)

    return forbid


def brief(report: Report) -> list[tuple[str, str]]:
    return [(f.file, f.code) for f in report.findings]


def everything(desk) -> None:
    """Journeys with every kind of finding, waiver and broken file."""
    for folder in ("faulty", "silent"):
        shutil.copytree(TESTS / "journeys" / folder, desk.folder / "d" / folder)
    shutil.copytree(TESTS.parent / "journeys", desk.folder / "d" / "worked")
    desk.write("d/other.yaml", "name: touchpoints of another kind\n")
    desk.write("d/odd.yaml", b"cjm: 1\ntouchpoints: {a: \xff}\n")
    desk.write(
        "d/persona.yaml",
        "cjm: 1\npersonas: {p: {share: 0.5}, q: {share: 0.5}}\ntouchpoints:\n"
        "  a: {expectation: 8, experience: 8, by_persona: {p: {experience: 5}}, owner: x}\n",
    )
    desk.write("d/slip.yaml", "cjm: 1\ntouchpoints: {a: {duration: 2 дня, stage: x}}\n")
    desk.write("d/twin.yaml", "cjm: 1\nid: twin\ntouchpoints: {a: {expectation: 9, experience: 1}}")
    desk.write("d/twin2.yaml", "cjm: 1\nid: twin\ntouchpoints: {a: {}}")


def test_a_cold_and_a_warm_run_report_what_a_run_without_cache_does(desk, cache, unread):
    """Findings, figures, related places and counts are the same, and nothing is parsed again."""
    everything(desk)
    plain = desk.check("d")
    assert {"CJM001", "CJM002", "CJM003", "CJM004", "CJM101"} <= {f.code for f in plain.findings}
    assert any(f.personas == (("p", -3.0),) and f.values == (("p", -3.0),) for f in plain.findings)
    assert any(f.fixes and f.fixes[0].edits[0].file == "d/slip.yaml" for f in plain.findings)
    assert plain.summary.waived
    assert plain.summary.skipped
    assert desk.check("d", cache=True) == plain
    unread()
    assert desk.check("d", cache=True) == plain
    assert cache.is_file()


def test_without_the_option_nothing_is_kept(desk, cache):
    """The library keeps nothing unless it is asked to, nor does --no-cache."""
    desk.write("a.yaml", BAD)
    desk.check("a.yaml")
    assert not cache.exists()
    run(desk, "check", "a.yaml", "--no-cache")
    assert not cache.exists()
    run(desk, "check", "a.yaml")
    assert cache.exists()


def test_a_changed_file_is_checked_anew(desk, cache):
    """One other byte is another file."""
    desk.write("a.yaml", BAD)
    assert brief(desk.check("a.yaml", cache=True)) == [("a.yaml", "CJM101")]
    desk.write("a.yaml", BAD.replace("5", "8"))
    assert brief(desk.check("a.yaml", cache=True)) == []


def test_the_same_content_elsewhere_has_its_own_name(desk, cache, unread):
    """What is kept is named after the file it is found in."""
    desk.write("a.yaml", BAD)
    desk.check("a.yaml", cache=True)
    desk.write("b/a.yaml", BAD)
    unread()
    assert brief(desk.check("b/a.yaml", cache=True)) == [("b/a.yaml", "CJM101")]


def test_what_a_folder_skipped_is_a_journey_where_it_is_named(desk, cache):
    """That a walk through the folder found no journey in it must not silence it."""
    desk.write("d/a.yaml", BAD)
    desk.write("d/notes.yaml", "about: touchpoints\n")
    assert desk.check("d", cache=True).summary.skipped == 1
    assert ("d/notes.yaml", "CJM002") in brief(desk.check("d/notes.yaml", cache=True))


def test_a_journey_named_after_its_file_is_not_mixed_up(desk, cache):
    """Without an id the file's name is the journey's, so that it counts."""
    desk.write("a.yaml", BAD)
    desk.check("a.yaml", cache=True)
    desk.write("b.yaml", BAD)
    report = desk.check("a.yaml", "b.yaml", cache=True)
    assert [f.journey for f in report.findings] == ["a", "b"]


def test_a_changed_workspace_counts(desk, cache):
    """Its severities, ignored rules and shared parts are part of what is kept."""
    desk.write("a.yaml", BAD)
    desk.write("cjm.yaml", "cjm: 1\n")
    assert desk.check("a.yaml", cache=True).summary.error == 1
    desk.write("cjm.yaml", "cjm: 1\ncheck: {severity: {negative-gap: info}}\n")
    assert desk.check("a.yaml", cache=True).summary.info == 1
    desk.write("cjm.yaml", "cjm: 1\ncheck: {ignore: CJM101}\n")
    assert brief(desk.check("a.yaml", cache=True)) == []
    desk.write("cjm.yaml", "cjm: 1\ncheck: {ignore: CJM999}\n")
    assert brief(desk.check("a.yaml", cache=True))[-1] == ("cjm.yaml", "CJM003")


def test_faults_of_a_workspace_are_told_from_the_cache_too(desk, cache, unread):
    """A wrong cjm.yaml is told in every run."""
    desk.write("cjm.yaml", "cjm: 1\ncheck: {ignore: CJM999}\n")
    desk.write("a.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    first = desk.check(cache=True)
    assert brief(first) == [("cjm.yaml", "CJM003")]
    unread()
    assert desk.check(cache=True) == first


def test_other_rules_are_another_run(desk, cache):
    """What --select and --ignore say is part of what is kept."""
    desk.write("a.yaml", BAD)
    assert brief(desk.check("a.yaml", cache=True)) == [("a.yaml", "CJM101")]
    assert brief(desk.check("a.yaml", cache=True, select="CJM2")) == []
    assert brief(desk.check("a.yaml", cache=True, ignore=["CJM101"])) == []
    for _ in range(2):
        with pytest.raises(cjm.UsageError):
            desk.check("a.yaml", cache=True, select="nonsense")


def test_another_day_counts_where_a_date_is(desk, cache, unread):
    """A score is stale one day and was not the day before; what has no date stays known."""
    desk.aside = ()
    options = {"cache": True, "select": "CJM302"}
    desk.write("d/dated.yaml", DATED)
    desk.write("e/plain.yaml", BAD)
    fresh = date(2026, 9, 1) + timedelta(days=180)
    assert brief(desk.check("d", "e", today=fresh, **options)) == []
    stale = fresh + timedelta(days=1)
    assert brief(desk.check("d", today=stale, **options)) == [("d/dated.yaml", "CJM302")]
    unread()
    assert brief(desk.check("e", today=stale + timedelta(days=1), **options)) == []


def test_another_version_begins_anew(desk, cache, monkeypatch):
    """A rule may find other things in the next version, and while its makers work on it."""
    desk.write("a.yaml", BAD)
    desk.check("a.yaml", cache=True)
    seen = []
    parse = documents.parse
    monkeypatch.setattr(documents, "parse", lambda content: seen.append(1) or parse(content))
    desk.check("a.yaml", cache=True)
    assert not seen
    monkeypatch.setattr(keys, "__version__", "0.0.1")
    desk.check("a.yaml", cache=True)
    assert len(seen) == 1
    monkeypatch.setattr(cached, "build", lambda: "newer")
    desk.check("a.yaml", cache=True)
    assert len(seen) == 2


def test_a_baseline_works_on_what_the_cache_knows(desk, cache):
    """Known, worse and gone findings are told the same way in a warm run."""
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.write("a.yaml", BAD)
    desk.check("a.yaml", cache=True, update_baseline=True)
    assert desk.check("a.yaml", cache=True).summary.baselined == 1
    desk.write("a.yaml", BAD.replace("5", "8"))
    for _ in range(2):
        assert desk.check("a.yaml", cache=True).resolved == ("a CJM101 a",)


@pytest.mark.parametrize("damage", ["text", "empty", "cut", "header", "middle", "folder"])
def test_a_damaged_cache_is_ignored(desk, cache, damage):
    """Whatever its file holds, the report is right, and so is the next one."""
    everything(desk)
    plain = desk.check("d", cache=True)
    content = bytearray(cache.read_bytes())
    if damage == "text":
        content = bytearray(b"not a database at all\n" * 500)
    elif damage == "empty":
        content.clear()
    elif damage == "cut":
        del content[len(content) // 2 :]
    elif damage == "header":
        content[:100] = os.urandom(100)
    else:
        for place in range(4096, len(content), 37):
            content[place] ^= 0x5A
    cache.unlink()
    if damage == "folder":
        cache.mkdir()
    else:
        cache.write_bytes(content)
    for _ in range(2):
        report = desk.check("d", cache=True)
        assert report.findings == plain.findings
        assert report.exit_code() == plain.exit_code()
        assert bool(report.notes) == (damage == "folder")


def test_damaged_entries_are_ignored(desk, cache):
    """An entry that is not a verdict, or one with a wrong bit, is made anew."""
    everything(desk)
    plain = desk.check("d", cache=True)
    with sqlite3.connect(cache) as database:
        rows = database.execute("select key, content from verdicts").fetchall()
        for n, (key, content) in enumerate(rows):
            broken: object = content[:-3] + bytes([content[-3] ^ 1]) + content[-2:]
            broken = (broken, b"", b"x", "text", 7, None, content[: len(content) // 2])[n % 7]
            if broken is not None:
                database.execute("update verdicts set content = ? where key = ?", (broken, key))
    database.close()
    assert desk.check("d", cache=True) == plain
    assert desk.check("d", cache=True) == plain


def test_a_cache_that_cannot_be_written_is_told_and_harmless(desk, monkeypatch):
    """The check is whole, its exit code as ever; a note says why the next run will be slow."""
    desk.write("file", "")
    monkeypatch.setenv("CJM_CACHE_DIR", str(desk.folder / "file" / "cache"))
    desk.write("a.yaml", BAD)
    report = desk.check("a.yaml", cache=True)
    assert (brief(report), report.exit_code(), report.problems) == (
        [("a.yaml", "CJM101")],
        1,
        (),
    )
    [note] = report.notes
    assert note.startswith("nothing is kept for the next run: ")
    told = run(desk, "check", "a.yaml")
    assert told.returncode == 1
    assert told.stderr.startswith("note: nothing is kept for the next run: ")
    assert len(told.stderr.splitlines()) == 1


def test_a_cache_that_can_only_be_read_is_read(desk, cache, unread, monkeypatch):
    """Where writing is refused, what is there still serves."""
    desk.write("a.yaml", BAD)
    first = desk.check("a.yaml", cache=True)
    opened = store._connected

    def read_only(file):
        opened(file).close()
        return sqlite3.connect(f"file:{file}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(store, "_connected", read_only)
    desk.write("b.yaml", BAD)
    report = desk.check("b.yaml", cache=True)
    assert brief(report) == [("b.yaml", "CJM101")]
    assert report.notes[0].endswith("attempt to write a readonly database")
    unread()
    assert desk.check("a.yaml", cache=True) == first


def test_runs_at_the_same_time_do_not_disturb_each_other(desk, cache):
    """Six processes that fill and read one cache all report the same."""
    for n in range(60):
        desk.write(f"d/{n:02}.yaml", BAD)
    command = [sys.executable, "-m", "cjm", "check", "d", "--format", "concise"]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(6)
    ]
    told = [(*process.communicate(timeout=60), process.returncode) for process in runs]
    assert told[0][0].count("error[CJM102]") == 60
    assert told == [(told[0][0], "", 1)] * 6


def test_another_run_that_writes_for_long_is_not_waited_for(desk, cache, monkeypatch):
    """A locked cache is read or done without; nothing is said, for it will be free soon."""
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    desk.write("a.yaml", BAD)
    first = desk.check("a.yaml", cache=True)
    other = sqlite3.connect(cache, isolation_level=None)
    other.execute("begin exclusive")
    desk.write("b.yaml", BAD)
    report = desk.check("a.yaml", "b.yaml", cache=True)
    assert (len(report.findings), report.notes) == (2 * len(first.findings), ())
    other.execute("rollback")
    other.close()


def test_what_nobody_asks_for_is_forgotten(desk, cache, monkeypatch):
    """After a month without use an entry goes; what is used stays."""
    desk.write("a.yaml", BAD)
    desk.write("b.yaml", BAD)
    desk.check("a.yaml", "b.yaml", cache=True)
    with sqlite3.connect(cache) as database:
        before = database.execute("select count(*) from verdicts").fetchone()[0]
        database.execute("update verdicts set day = day - 31")
    desk.check("a.yaml", cache=True)
    after = database.execute("select count(*) from verdicts").fetchone()[0]
    database.close()
    assert (before, after) == (3, 2)  # two files and the rules without a workspace


def test_a_warm_check_imports_neither_yaml_nor_the_rules(desk, cache):
    """That is what makes it quick."""
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.write("a.yaml", BAD)
    script = (
        "import sys, cjm.cli\n"
        "try: cjm.cli.main(['check'])\n"
        "except SystemExit as end: code = end.code\n"
        "heavy = {'yaml', 'networkx', 'cjm.rules', 'cjm.format', 'cjm.analysis'}\n"
        "print(code, sorted(heavy & set(sys.modules)))"
    )
    told = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert told[0].stdout.splitlines()[-1].startswith("1 ['cjm.analysis', 'cjm.format'")
    assert told[1].stdout.splitlines()[-1] == "1 []"
    assert told[0].stdout.splitlines()[:-1] == told[1].stdout.splitlines()[:-1]


def run(desk, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cjm", *arguments]
    return subprocess.run(command, cwd=desk.folder, capture_output=True, text=True, check=False)
