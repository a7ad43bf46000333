"""`cjm show` as a process: what it prints, where to, and how it exits."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys

import pytest
from show_samples import FILES, ROOT

import cjm

JOURNEY = """\
    cjm: 1
    title: A shop
    personas: {anna: {name: Anna, share: 1}}
    touchpoints:
      ask: {expectation: 7, experience: 5, by_persona: {anna: {experience: 4}}, next: {pay: 0.9}}
      pay: {expectation: 8, experience: 9}
    """


def run(*arguments, stdin=None, **environment):
    """Exit code, standard output and standard error, in bytes."""
    done = subprocess.run(
        [sys.executable, "-m", "cjm", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def shop(desk):
    """A good journey in the current folder."""
    return desk.write("shop.yaml", JOURNEY)


def test_the_page_is_that_of_the_library(shop):
    """100 columns and no colour where there is no terminal."""
    code, out, err = run("show", shop, COLUMNS="50")
    assert (code, err) == (0, b"")
    assert out.decode() == cjm.show(cjm.load(shop))


def test_options_reach_the_page(shop):
    """The persona, the language, and both."""
    journey = cjm.load(shop)
    _, out, _ = run("show", shop, "--persona", "anna", "--language", "ru")
    assert out.decode() == cjm.show(journey, persona="anna", language="ru")
    assert "Баланс" in out.decode()


def test_standard_input_and_output_are_dashes(shop, desk):
    """A journey may come through a pipe."""
    content = (desk.folder / shop).read_bytes()
    code, out, _ = run("show", "-", "-o", "-", stdin=content)
    assert code == 0
    assert b"A shop" in out


@pytest.mark.parametrize("form", ["text", "json"])
def test_output_goes_to_a_file(shop, desk, form):
    """The same bytes as on standard output, in UTF-8."""
    _, shown, _ = run("show", shop, "--format", form)
    code, out, err = run("show", shop, "--format", form, "-o", "sub/page")
    assert (code, out, err) == (0, b"", b"")
    assert (desk.folder / "sub/page").read_bytes() == shown


# ---- JSON ----------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES)
def test_json_is_the_analysis_as_data(file):
    """Every figure, as `to_dict` gives it, one space of indent, in UTF-8."""
    path = ROOT / "journeys" / file
    code, out, err = run("show", str(path), "--format", "json")
    figures = cjm.analyze(cjm.load(path)).to_dict()
    assert (code, err) == (0, b"")
    assert out.decode() == json.dumps(figures, ensure_ascii=False, indent=1) + "\n"
    assert json.loads(out) == json.loads(json.dumps(figures))


def test_json_of_a_persona_is_that_persona_s(shop):
    """Named in it."""
    figures = json.loads(run("show", shop, "--format", "json", "--persona", "anna")[1])
    assert figures["persona"] == "anna"
    assert figures["touchpoints"][0]["gap"] == -3


def test_json_is_utf_8_whatever_the_terminal_speaks(desk):
    """An emoji in a title must not become an escape that JSON does not know."""
    desk.write("a.yaml", "cjm: 1\ntouchpoints: {a: {title: Ёж 🦔 é}}\n")
    environment = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    code, out, _ = run("show", "a.yaml", "--format", "json", **environment)
    assert code == 0
    assert json.loads(out.decode("utf-8"))["touchpoints"][0]["title"] == "Ёж 🦔 é"


# ---- streams -------------------------------------------------------------------------------


def test_a_stream_without_the_signs_gets_plainer_ones(shop):
    """No backslashes in the bars."""
    code, out, _ = run("show", shop, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert code == 0
    assert out.decode("ascii") == cjm.show(cjm.load(shop), encoding="ascii")
    assert b"\\u" not in out


def in_terminal(columns, *arguments, **environment):
    """What a command writes to a terminal of so many columns."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "NO_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "cjm", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
    )
    os.close(theirs)
    written = b""
    try:
        while chunk := os.read(ours, 65536):
            written += chunk
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    assert process.wait() == 0
    return written.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [60, 120])
def test_on_a_terminal_the_page_has_its_width_and_colours(shop, columns):
    """And NO_COLOR is obeyed."""
    journey = cjm.load(shop)
    assert in_terminal(columns, "show", shop) == cjm.show(journey, width=columns, color=True)
    plain = in_terminal(columns, "show", shop, NO_COLOR="1")
    assert plain == cjm.show(journey, width=columns)


# ---- what cannot be shown ------------------------------------------------------------------


def test_a_faulty_journey_s_findings_are_told_and_the_exit_is_2(desk):
    """Each with its place, all at once, on standard error."""
    desk.write("bad.yaml", "cjm: 1\ntouchpoints:\n  a: {expectation: 99, next: b}\n")
    code, out, err = run("show", "bad.yaml")
    assert (code, out) == (2, b"")
    lines = [line for line in err.decode().splitlines() if line.startswith("error:")]
    assert len(lines) == 2
    assert all(line.startswith("error: bad.yaml:3:") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cjm.yaml"], "error: cjm.yaml is a workspace\n"),
        (["nosuch.yaml"], "error: nosuch.yaml: no such file"),
        (
            ["shop.yaml", "--persona", "bob"],
            "error: shop has no persona 'bob'\nhelp: its personas: anna",
        ),
        (["shop.yaml", "--language", "fr"], "Usage: cjm show"),
        (["shop.yaml", "--format", "yaml"], "Usage: cjm show"),
    ],
)
def test_what_cannot_be_shown_is_told_and_the_exit_is_2(shop, arguments, message):
    """A sentence on standard error, nothing on standard output, no traceback."""
    code, out, err = run("show", *arguments)
    assert (code, out) == (2, b"")
    assert err.decode().startswith(message)
    assert b"Traceback" not in err


def test_a_negative_journey_is_no_failure(shop):
    """Showing is not checking: gaps and traps exit with 0."""
    assert run("show", shop)[0] == 0
    trap = b"cjm: 1\ntouchpoints: {a: {next: b}, b: {next: a}}\n"
    code, out, err = run("show", "-", stdin=trap)
    assert (code, err) == (0, b"")
    assert "a, b: customers can come in here and never leave (CJM205)" in out.decode()


def test_a_page_without_colours_needs_no_console():
    """It takes a while to import."""
    code = (
        f"import sys, cjm; cjm.show({str(ROOT / 'journeys' / 'coffee-shop.yaml')!r}); "
        "assert 'rich.console' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_rich_is_not_imported_before_a_page_is_asked_for():
    """It costs more than a check of one file."""
    script = (
        "import sys, cjm.cli; assert 'rich' not in sys.modules; import cjm; cjm.show; "
        "assert 'rich' in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == 0
