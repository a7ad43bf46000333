"""Writing files: whole or not at all, where and as the user had them."""

from __future__ import annotations

import os
import stat

import pytest

from cjm.errors import CjmError
from cjm.system.atomic import write_bytes, write_text


def names(folder):
    """What lies in a folder."""
    return sorted(p.name for p in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path):
    """New content takes the place of the old, and no other file is left."""
    path = tmp_path / "a.bin"
    write_bytes(str(path), b"one")
    write_bytes(str(path), b"2")
    assert path.read_bytes() == b"2"
    assert names(tmp_path) == ["a.bin"]


def test_missing_folders_are_made(tmp_path):
    """-o new/folder/file works at once."""
    write_bytes(str(tmp_path / "x/y/a.bin"), b"one")
    assert (tmp_path / "x/y/a.bin").read_bytes() == b"one"


def test_a_bare_name_goes_to_the_current_folder(tmp_path, monkeypatch):
    """A path without a folder needs none."""
    monkeypatch.chdir(tmp_path)
    write_bytes("a.bin", b"one")
    assert names(tmp_path) == ["a.bin"]


@pytest.mark.parametrize("step", ["fdopen", "chmod", "replace"])
def test_a_failure_in_the_middle_leaves_the_old_file(tmp_path, monkeypatch, step):
    """Whichever step fails, the old content stays and the temporary file goes."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    real = os.fdopen

    def fail(*arguments, **_):
        if step == "fdopen":
            real(arguments[0], "wb").close()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(CjmError, match=r"cannot write .*a\.bin: no space left on device"):
        write_bytes(str(path), b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.bin"]


def test_an_interrupt_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    """Ctrl-C while writing loses nothing of the user's."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(str(path), b"new")
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["a.bin"])


def test_the_old_file_is_never_seen_half_written(tmp_path, monkeypatch):
    """Until the moment of renaming, the old content is there in full."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    seen = []
    replace = os.replace

    def watch(source, target):
        seen.append((path.read_bytes(), open(source, "rb").read()))  # noqa: SIM115
        replace(source, target)

    monkeypatch.setattr(os, "replace", watch)
    write_bytes(str(path), b"new" * 100_000)
    assert seen == [(b"old", b"new" * 100_000)]


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_the_mode_of_a_replaced_file_is_kept(tmp_path, mode):
    """A private file stays private, an executable one executable."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_bytes(str(path), b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_of_the_user_s_mask(tmp_path, mask, mode):
    """As any program would write it, not as temporary files are."""
    before = os.umask(mask)
    try:
        write_bytes(str(tmp_path / "a.bin"), b"new")
        assert os.umask(mask) == mask, "the mask itself is left as it was"
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.bin").stat().st_mode) == mode


def test_a_link_is_followed(tmp_path):
    """The file it points to is replaced; the link stays a link."""
    (tmp_path / "real").mkdir()
    target = tmp_path / "real/a.bin"
    target.write_bytes(b"old")
    link = tmp_path / "link.bin"
    link.symlink_to("real/a.bin")
    write_bytes(str(link), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert (names(tmp_path), names(tmp_path / "real")) == (["link.bin", "real"], ["a.bin"])


def test_a_link_to_nothing_yet_makes_the_file(tmp_path):
    """A dangling link's target comes to be."""
    (tmp_path / "link.bin").symlink_to("a.bin")
    write_bytes(str(tmp_path / "link.bin"), b"new")
    assert (tmp_path / "link.bin").is_symlink()
    assert (tmp_path / "a.bin").read_bytes() == b"new"


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="this system has no /dev/null")
def test_a_device_is_written_to_not_replaced():
    """-o /dev/null must not turn it into a file."""
    write_bytes("/dev/null", b"gone")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize("where", ["folder", "file/a.bin"])
def test_what_cannot_be_written_is_told_by_name(tmp_path, where):
    """A folder in its place, a file in the way: a sentence with the path."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"kept")
    with pytest.raises(CjmError, match=rf"^cannot write .*{where}: \S") as caught:
        write_bytes(str(tmp_path / where), b"new")
    assert "Errno" not in caught.value.message
    assert (tmp_path / "file").read_bytes() == b"kept"
    assert names(tmp_path) == ["file", "folder"]


def test_text_is_utf_8_with_newlines_as_they_are(tmp_path):
    """The same bytes on every system."""
    write_text(str(tmp_path / "a.txt"), "поездка\n🚕\r\n")
    assert (tmp_path / "a.txt").read_bytes() == "поездка\n🚕\r\n".encode()


def test_what_is_not_unicode_is_escaped(tmp_path):
    """A stray byte of a file name does not stop a report from being written."""
    write_text(str(tmp_path / "a.txt"), "x\udcff")
    assert (tmp_path / "a.txt").read_bytes() == b"x\\udcff"
