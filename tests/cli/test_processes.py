"""`python -m cjm` as a process of its own: exit codes, pipes, encodings, what it imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

GOOD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"
BAD = "cjm: 1\ntouchpoints: {поездка: {expectation: 8, experience: 7}}\n"
PLAIN = ["--select", "CJM101,CJM401"]
"""Rules that tell BAD's one gap in two findings, for tests of something else than rules."""


def run(*arguments, stdin=b"", **environment):
    """A finished process of `python -m cjm`."""
    return subprocess.run(
        [sys.executable, "-m", "cjm", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        timeout=60,
        check=False,
    )


# ---- exit codes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "good.yaml"], 0),
        (["check", "bad.yaml"], 1),
        (["check", "bad.yaml", "nosuch.yaml"], 2),
        (["check", "--nosuch"], 2),
        (["check", "good.yaml", "--select", "nosuch"], 2),
        (["rule"], 0),
        (["rule", "nosuch"], 2),
        (["--version"], 0),
        (["check", "--help"], 0),
        ([], 2),
    ],
)
def test_a_process_ends_with_its_exit_code(desk, arguments, code):
    """0 fine, 1 findings, 2 the work could not be done; never a traceback."""
    desk.write("good.yaml", GOOD)
    desk.write("bad.yaml", BAD)
    done = run(*arguments)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert bool(done.stderr) == (code == 2)


def test_a_process_reads_standard_input(desk):
    """`cjm check -` in a pipe."""
    done = run("check", "-", *PLAIN, "--format", "concise", stdin=BAD.encode())
    assert done.returncode == 1
    assert done.stdout.decode().splitlines()[1].startswith("<stdin>:2:53: error[CJM101] поездка:")


# ---- pipes ------------------------------------------------------------------------------------


def test_a_reader_who_leaves_early_is_not_bothered(desk):
    """`cjm check | head -1`: the first line arrives, and nothing is complained about."""
    touchpoints = "".join(f"  t{n}: {{expectation: 8, experience: 1}}\n" for n in range(4000))
    desk.write("bad.yaml", "cjm: 1\ntouchpoints:\n" + touchpoints)
    with subprocess.Popen(
        [sys.executable, "-m", "cjm", "check", "bad.yaml", "--select", "CJM101"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        first = process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        code = process.wait(timeout=60)
    assert first.startswith(b"bad.yaml:3:")
    assert errors == b""
    assert code in (1, 2), "unread findings are no success"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [["check", "good.yaml"], ["check", "good.yaml", "--format", "json"], ["rule"], ["--help"]],
)
def test_a_full_disk_at_standard_output_is_no_success_and_no_traceback(desk, arguments):
    """Output that did not arrive is not reported as done."""
    desk.write("good.yaml", GOOD)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cjm", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"error: cannot write standard output: no space left on device\n"


# ---- encodings --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0", "LC_ALL": "POSIX"},
        {"PYTHONIOENCODING": "cp1251"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
    ids=lambda e: "-".join(e.values()),
)
@pytest.mark.parametrize("command", ["check", "rule", "schema", "json"])
def test_a_terminal_that_is_not_utf_8_is_no_obstacle(desk, environment, command):
    """What cannot be shown becomes an escape; the exit code is as ever."""
    desk.write("bad.yaml", BAD)
    arguments = {
        "check": ["check", "bad.yaml"],
        "rule": ["rule", "negative-gap"],
        "schema": ["schema"],
        "json": ["check", "bad.yaml", *PLAIN, "--format", "json=r.json"],
    }[command]
    done = run(*arguments, **environment)
    assert done.stderr == b""
    assert done.returncode == (1 if "bad.yaml" in arguments else 0)
    if command == "json":
        text = (desk.folder / "r.json").read_text(encoding="utf-8")
        assert json.loads(text)["findings"][0]["touchpoint"] == "поездка"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "ascii",
        "cp1251",
        "latin-1",
    ],
)
def test_json_on_standard_output_is_utf_8_and_valid_in_every_locale(desk, encoding):
    """A program reads it, so the terminal's encoding does not matter (RFC 8259, 8.1)."""
    text = """
        cjm: 1
        personas: {p: {name: Zoé «🚕»}}
        touchpoints: {t: {expectation: 5, experience: 5, by_persona: {p: {experience: 1}}}}
        """
    desk.write("j.yaml", text)
    done = run("check", "j.yaml", "--format", "json", PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    [finding] = json.loads(done.stdout.decode("utf-8"))["findings"]
    assert "Zoé «🚕»" in finding["message"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode here")
def test_a_file_name_that_is_not_utf_8_is_told_and_written(desk):
    """Its strange byte is escaped, on the terminal as in a file."""
    folder = os.fsencode(desk.folder) + b"/d"
    os.mkdir(folder)
    with open(folder + b"/x\xff.yaml", "w", encoding="utf-8") as file:
        file.write(BAD)
    done = run("check", "d", *PLAIN, "--format", "json=r.json", "--format", "concise")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.startswith(b"d/x\\udcff.yaml:2:")
    data = json.loads((desk.folder / "r.json").read_text(encoding="utf-8"))
    assert data["findings"][0]["file"] == "d/x\udcff.yaml"


# ---- terminals --------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
@pytest.mark.parametrize("no_color", ["", "1"])
def test_a_terminal_gets_colour_unless_refused(desk, no_color):
    """On a real terminal the finding is red; with NO_COLOR no escape is sent."""
    desk.write("bad.yaml", BAD)
    ours, theirs = os.openpty()
    environment = {**os.environ, "NO_COLOR": no_color, "TERM": "xterm", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "cjm", "check", "bad.yaml", *PLAIN],
        stdout=theirs,
        stderr=theirs,
        env=environment,
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            shown += part
        process.wait(timeout=60)
    os.close(ours)
    assert b"CJM101" in shown
    assert (b"\x1b[1;31merror[CJM101]" in shown) is (not no_color)
    assert (b"\x1b" in shown) is (not no_color)


# ---- the public API and what it imports -------------------------------------------------------


def python(code, *arguments):
    """What a fresh Python prints after running some code."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        timeout=60,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


LOADED = "print(*(m for m in ('yaml', 'click', 'networkx', 'scipy', 'numpy') if m in sys.modules))"
CHECK = f"""
import sys
from cjm.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
{LOADED}
"""


def test_import_cjm_imports_nothing_heavy():
    """Importing the package costs next to nothing."""
    assert python(f"import sys, cjm; {LOADED}") == []


def test_help_imports_no_yaml_and_no_networkx():
    """`cjm --help` needs click only."""
    assert python(CHECK, "--help")[-1] == "click"


def test_no_command_on_one_journey_imports_networkx_or_scipy(desk):
    """They are for large graphs; a journey of this size is worked out without."""
    desk.write("one.yaml", BAD)
    commands = (
        ["check", "one.yaml", "--format", "concise"],
        ["render", "one.yaml"],
        ["show", "one.yaml", "--format", "json"],
    )
    for options in commands:
        assert python(CHECK, *options)[-1] == "yaml"


API = """
import inspect, importlib, pkgutil, sys
import cjm
if sys.argv[1] == "late":
    for module in pkgutil.walk_packages(cjm.__path__, "cjm."):
        if module.name != "cjm.__main__":
            importlib.import_module(module.name)
for name in sys.argv[2:]:
    thing = getattr(cjm, name)
    print(name, inspect.isfunction(thing), len((thing.__doc__ or "").split()) > 5)
"""


@pytest.mark.parametrize("when", ["early", "late"])
def test_the_functions_of_the_api_stay_functions(when):
    """Submodules that were imported before do not take the place of functions."""
    names = ["load", "analyze", "check", "render", "rule", "schema"]
    printed = python(API, when, *names)
    assert printed == [word for name in names for word in (name, "True", "True")]


def test_every_name_of_the_api_can_be_had():
    """What `dir(cjm)` promises is there; anything else is an AttributeError."""
    code = """
import cjm
missing = [n for n in dir(cjm) if not hasattr(cjm, n)]
print(len(dir(cjm)) > 10, missing, hasattr(cjm, "nosuch"))
"""
    assert python(code) == ["True", "[]", "False"]


# ---- how Python is run ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["rule", "--language", "ru"],
        ["rule", "CJM101"],
        ["check", "bad.yaml", "--format", "sarif"],
        ["show", "bad.yaml"],
        ["render", "bad.yaml", "-o", "-"],
        ["schema"],
    ],
    ids=" ".join,
)
def test_nothing_depends_on_docstrings_or_asserts(desk, arguments):
    """`python -OO` takes both away, and every byte is the same."""
    desk.write("bad.yaml", BAD)
    usual, bare = run(*arguments), run(*arguments, PYTHONOPTIMIZE="2")
    assert (bare.returncode, bare.stderr) == (usual.returncode, usual.stderr)
    assert bare.stdout == usual.stdout != b""
