"""What is read is read within a limit, whatever stands at the path."""

from __future__ import annotations

import errno
import os
import threading

import pytest

from cjm.project.discovery import WorkspaceFiles
from cjm.system.reading import MAX_BYTES, read_limited, read_start

posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such devices")


def test_a_file_of_the_limit_is_read_and_one_byte_more_is_refused(tmp_path):
    """The limit counts bytes; what is over it is no part of what comes back."""
    file = tmp_path / "f"
    file.write_bytes("жж".encode())
    assert read_limited(str(file), 4) == "жж".encode()
    with pytest.raises(OSError, match="File too large") as refused:
        read_limited(str(file), 3)
    assert refused.value.errno == errno.EFBIG
    assert refused.value.filename == str(file)
    assert read_start(str(file), 3) == "жж".encode()[:3]


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full"])
def test_a_device_without_an_end_is_too_large(device):
    """Reading ends at the limit."""
    with pytest.raises(OSError, match="File too large"):
        read_limited(device)
    assert len(read_start(device)) == MAX_BYTES + 1


@posix
def test_a_named_pipe_is_refused_before_it_is_opened(tmp_path):
    """Nobody writes into it: opening would wait for ever."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="neither a file nor a folder"):
        read_limited(str(pipe))


@posix
def test_what_a_shell_makes_of_a_command_is_read():
    """`<(…)` is a pipe under /dev/fd."""
    ours, theirs = os.pipe()
    threading.Thread(target=lambda: (os.write(theirs, b"cjm: 1"), os.close(theirs))).start()
    assert read_limited(f"/dev/fd/{ours}") == b"cjm: 1"
    os.close(ours)


@posix
@pytest.mark.parametrize("content", ["/dev/full", "large"])
def test_no_baseline_takes_a_run_with_it(desk, content):
    """`--baseline` ends with a sentence, where its file has no end or is enormous."""
    if content == "large":
        content = desk.write("big.json", b" " * 20_000_001)
    desk.write("j.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8, owner: x}}\n")
    report = desk.check("j.yaml", baseline=content, update_baseline=True)
    assert [str(problem).split(": ")[1] for problem in report.problems] == ["file too large"]


@posix
def test_no_workspace_takes_a_run_with_it(desk):
    """`--workspace /dev/zero` is one that is too large, not one without an end."""
    assert len(WorkspaceFiles("/dev/zero").of_folder(".").content) == MAX_BYTES + 1
