"""`cjm check` among hostile files, closed pipes and signals: a sentence and an exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"
BAD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 7, owner: o}}\n"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"}
COMMAND = [sys.executable, "-m", "cjm"]

posix = pytest.mark.skipif(os.name == "nt", reason="this system has no pipes in folders")


def run(*arguments, command=COMMAND, **options):
    """A finished process; one that waits for something is stopped and fails the test."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.run(
        [*command, *arguments],
        env=ENVIRONMENT,
        encoding="utf-8",
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
        **options,
    )


# ---- files ------------------------------------------------------------------------------------


@posix
def test_hostile_files_among_a_thousand_good_ones(desk):
    """Each hostile one is told in its place; all good ones are checked."""
    bombs = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    desk.write("d/bomb.yaml", "cjm: 1\nl0: &l0 [a]\n" + bombs)
    desk.write("d/deep.yaml", "cjm: 1\ntouchpoints: " + "[" * 100_000)
    desk.write("d/deeper.yaml", "cjm: 1\ntouchpoints: " + "{a: " * 100_000)
    desk.write("d/binary.yaml", bytes(range(256)) * 100 + b"\ncjm: 1\n")
    desk.write("d/folder.yaml/in.yaml", GOOD.replace("cjm: 1", "cjm: 1\nid: in"))
    os.symlink("nowhere", desk.folder / "d/dangling.yaml")
    os.symlink("loop.yaml", desk.folder / "d/loop.yaml")
    os.symlink(".", desk.folder / "d/itself")
    os.mkfifo(desk.folder / "d/pipe.yaml")
    for n in range(1000):
        desk.write(f"d/good-{n}.yaml", GOOD)
    done = run("check", "d", "--format", "concise", "--select", "CJM1")
    assert done.returncode == 2
    *findings, summary = done.stdout.splitlines()
    hostile = ["binary", "bomb", "deep", "deeper"]
    assert sorted({f.split(":")[0] for f in findings}) == [f"d/{name}.yaml" for name in hostile]
    assert summary.startswith("1001 journeys, 1001 touchpoints, 7 unread: ")
    assert done.stderr.splitlines() == [
        "error: d/dangling.yaml: a link that leads to no file",
        "error: d/loop.yaml: a link that leads to no file",
        "error: d/pipe.yaml: this is neither a file nor a folder",
    ]


@posix
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "pipe"],
        ["show", "pipe"],
        ["check", "a.yaml", "--baseline", "pipe"],
        ["check", "a.yaml", "--baseline", "pipe", "--update-baseline"],
        ["--workspace", "pipe", "check", "a.yaml"],
    ],
    ids=" ".join,
)
def test_nobody_waits_for_a_pipe(desk, arguments):
    """A named pipe in a file's place is refused, or the run would never end."""
    desk.write("a.yaml", GOOD)
    os.mkfifo("pipe")
    done = run(*arguments)
    assert done.returncode == 2
    assert "error: pipe: this is neither a file nor a folder" in done.stderr


@posix
def test_a_pipe_in_the_place_of_the_baseline_is_refused(desk):
    """It lies where cjm looks by itself."""
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.write("a.yaml", GOOD)
    os.mkfifo("cjm-baseline.json")
    done = run("check")
    assert (done.returncode, "cjm-baseline.json: " in done.stderr) == (2, True)


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="this system has no /dev/fd")
def test_what_a_shell_substitutes_is_read(desk):
    """`<(…)` is a pipe that somebody does write to."""
    desk.write("a.yaml", BAD)
    script = '"$@" check <(cat a.yaml) --select CJM101 --format concise'
    done = run(command=["bash", "-c", script, "bash", *COMMAND])
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("update", [[], ["--update-baseline"]])
def test_a_baseline_of_another_version_is_2_and_is_left_as_it_is(desk, update):
    """An older cjm does not destroy what a newer one wrote."""
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.write("a.yaml", BAD)
    text = '{"version": 2, "entries": {"a": "unknown"}}'
    desk.write("cjm-baseline.json", text)
    done = run("check", *update, "--format", "concise", "--select", "CJM101")
    assert done.returncode == 2
    assert "a baseline of version 2; this cjm reads 1 (write it anew: " in done.stderr
    assert "error[CJM101]" in done.stdout
    assert Path("cjm-baseline.json").read_text() == text


# ---- pipes and closed streams -----------------------------------------------------------------


@posix
@pytest.mark.parametrize("redirect", ["", "2>&1"])
@pytest.mark.parametrize("format", ["text", "concise", "json", "github", "junit"])
def test_a_reader_who_leaves_is_not_told_about_it(desk, format, redirect):
    """`cjm check | head -1`, with much to say on either stream: one line and no complaint."""
    for n in range(400):
        desk.write(f"d/{n}.yaml", BAD)
    script = f'"$@" {redirect} | head -1; exit ${{PIPESTATUS[0]}}'
    missing = [f"nosuch-{n}" for n in range(400)]
    arguments = ["check", "d", *missing, "--format", format]
    done = run(*arguments, command=["bash", "-c", script, "bash", *COMMAND])
    assert len(done.stdout.splitlines()) == 1
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception" not in done.stderr
    assert "cjm itself failed" not in done.stderr


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize(
    ("arguments", "code"), [(["check", "a.yaml"], 1), (["check", "nosuch"], 2), (["rule"], 0)]
)
def test_a_closed_stream_changes_no_exit_code(desk, closed, arguments, code):
    """Some services start their programs without standard streams."""
    desk.write("a.yaml", BAD)
    done = run(*arguments, command=["bash", "-c", f'"$@" {closed}', "bash", *COMMAND])
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)


@posix
@pytest.mark.parametrize("arguments", [["check"], ["check", "-"], ["check", "a.yaml"]])
def test_a_current_folder_that_was_deleted_is_told(desk, arguments):
    """Nothing can be named relative to it: a sentence and a way out."""
    command = f'mkdir gone && cd gone && rmdir ../gone && {sys.executable} -m cjm "$@"'
    done = run(*arguments, command=["bash", "-c", command, "_"])
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "error: the current folder is no longer there",
        "help: change to one that is",
    ]


# ---- Ctrl-C -----------------------------------------------------------------------------------

STOPPED = "error: stopped: nothing was left half-written"
INTERRUPTED = """
import os, signal, sys
import {module} as module
original, calls = module.{name}, []
def then_stop(*arguments, **options):
    calls.append(1)
    if len(calls) == {nth}:
        os.kill(os.getpid(), signal.SIGINT)
    return original(*arguments, **options)
module.{name} = then_stop
from cjm.cli import main
main(sys.argv[1:])
"""


@posix
@pytest.mark.parametrize(
    ("module", "name", "nth"),
    [
        ("cjm.checking.assess", "read_journey", 3),
        ("cjm.reporters.sarif", "fingerprints", 1),
        ("os", "replace", 1),
        ("os", "fdopen", 2),
    ],
    ids=["reading", "reporting", "writing", "the second file"],
)
def test_ctrl_c_ends_with_2_and_leaves_every_file_whole(desk, module, name, nth):
    """A real signal in the middle: what was there before is there after, or what replaces it."""
    for n in range(5):
        desk.write(f"d/{n}.yaml", BAD)
    old = {"r.json": "the old report", "r.sarif": "the old log"}
    for file, text in old.items():
        desk.write(file, text)
    code = INTERRUPTED.format(module=module, name=name, nth=nth)
    formats = ["--format", "json=r.json", "--format", "sarif=r.sarif"]
    done = run("check", "d", "--no-cache", *formats, command=[sys.executable, "-c", code])
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip() == STOPPED
    for file, text in old.items():
        now = Path(file).read_text(encoding="utf-8")
        assert now == text or json.loads(now)
    assert sorted(os.listdir()) == [".git", "d", *old]


@posix
def test_ctrl_c_while_python_is_still_importing_ends_with_2(desk):
    """The first moments of a run are no different: a sentence, never a traceback."""
    code = (
        "import os, signal, sys\n"
        "import cjm.__main__ as entry\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'cjm.cli': os.kill(os.getpid(), signal.SIGINT)\n"
        "assert 'cjm.cli' not in sys.modules\n"
        "sys.meta_path.insert(0, Stop())\n"
        "entry.main()\n"
    )
    done = run("check", command=[sys.executable, "-c", code])
    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", STOPPED)


@posix
def test_ctrl_c_leaves_the_baseline_whole(desk):
    """It is written to another name and then renamed, as reports are."""
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.write("a.yaml", BAD)
    run("check", "--update-baseline")
    before = Path("cjm-baseline.json").read_text(encoding="utf-8")
    desk.write("b.yaml", BAD)
    code = INTERRUPTED.format(module="os", name="fdopen", nth=1)
    done = run("check", "--update-baseline", command=[sys.executable, "-c", code])
    assert (done.returncode, done.stderr.strip()) == (2, STOPPED)
    assert Path("cjm-baseline.json").read_text(encoding="utf-8") == before
    assert sorted(os.listdir()) == [".git", "a.yaml", "b.yaml", "cjm-baseline.json", "cjm.yaml"]
