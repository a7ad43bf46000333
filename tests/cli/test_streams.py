"""What comes of a run whose streams are closed or full, or that may write nowhere: one table."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not os.path.exists("/dev/full"), reason="this system has no /dev/full"
)

GOOD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8, owner: x, outcome: success}}\n"
BAD = GOOD.replace("experience: 8", "experience: 5")

FULL_OUT, NO_OUT, FULL_ERR, NO_ERR = ">/dev/full", ">&-", "2>/dev/full", "2>&-"
NOTHING = f"{NO_OUT} {NO_ERR} <&-"

CODES = [
    ("check good.yaml", "", 0),
    ("check bad.yaml", "", 1),
    ("check nosuch", "", 2),
    ("check good.yaml", NO_OUT, 0),
    ("check bad.yaml", NO_OUT, 1),
    ("check nosuch", NO_OUT, 2),
    ("check good.yaml", FULL_OUT, 2),
    ("check bad.yaml", FULL_OUT, 2),
    ("check good.yaml --format json", FULL_OUT, 2),
    ("check good.yaml", FULL_ERR, 0),
    ("check bad.yaml", FULL_ERR, 1),
    ("check nosuch", FULL_ERR, 2),
    ("check nosuch good.yaml", FULL_ERR, 2),
    ("check --nosuch", FULL_ERR, 2),
    ("check good.yaml", NO_ERR, 0),
    ("check bad.yaml", NO_ERR, 1),
    ("check nosuch", NO_ERR, 2),
    ("check good.yaml", f"{FULL_OUT} {FULL_ERR}", 2),
    ("check good.yaml", NOTHING, 0),
    ("check bad.yaml", NOTHING, 1),
    ("check -", NOTHING, 2),
    ("check good.yaml -o /dev/full", "", 2),
    ("check good.yaml --format json=shut/x.json", "", 2),
    ("check bad.yaml --baseline shut/b.json --update-baseline", "", 2),
    ("show good.yaml", FULL_OUT, 2),
    ("show nosuch.yaml", FULL_ERR, 2),
    ("show good.yaml -o shut/page.txt", "", 2),
    ("plan good.yaml", FULL_OUT, 2),
    ("render good.yaml -o -", FULL_OUT, 2),
    ("render good.yaml -o shut/map.svg", "", 2),
    ("render good.yaml -o shut", "", 2),
    ("render good.yaml -o out/map.svg", NOTHING, 0),
    ("render nosuch.yaml -o out", FULL_ERR, 2),
    ("rule", FULL_OUT, 2),
    ("rule nosuch", FULL_ERR, 2),
    ("schema", FULL_OUT, 2),
    ("--version", FULL_OUT, 2),
    ("--help", FULL_OUT, 2),
]


@pytest.mark.parametrize(("command", "streams", "code"), CODES)
def test_the_exit_code_tells_whether_the_work_was_done(desk, command, streams, code):
    """0 fine, 1 findings, 2 where some of it could not be done or could not be told."""
    desk.write("good.yaml", GOOD)
    desk.write("bad.yaml", BAD)
    Path("shut").touch()  # a file where a folder is needed: nobody, root neither, writes below it
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m cjm {command} {streams}', sys.executable],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stderr + done.stdout
    if not streams:
        assert bool(done.stderr) == (code == 2)
