"""The folder of a site: nothing of the user's is overwritten or deleted."""

from __future__ import annotations

import os

import pytest

import cjm
from cjm.errors import UsageError
from cjm.site.folder import LEDGER, Folder


def written(path, **files):
    """A run that writes these files, and only them."""
    folder = Folder(str(path))
    folder.start()
    try:
        new = [name for name, text in files.items() if folder.write(name, text.encode())[0]]
        return new, folder.close()
    finally:
        folder.let_go()


def test_what_did_not_change_is_not_written_again(tmp_path):
    """Time stamps of unchanged pages stay, so that publishing sends only what is new."""
    assert written(tmp_path, a="1", b="2") == (["a", "b"], 0)
    before = os.stat(tmp_path / "a").st_mtime_ns
    assert written(tmp_path, a="1", b="3") == (["b"], 0)
    assert os.stat(tmp_path / "a").st_mtime_ns == before


def test_a_file_that_no_report_wrote_is_never_replaced(tmp_path):
    """A folder may hold a user's own page of that name."""
    (tmp_path / "a").write_text("mine")
    with pytest.raises(UsageError, match="was not written by cjm report"):
        written(tmp_path, a="1")
    assert (tmp_path / "a").read_text() == "mine"


def test_a_page_that_somebody_changed_is_theirs(tmp_path):
    """What was edited by hand since is neither replaced nor deleted."""
    written(tmp_path, a="1", b="2")
    (tmp_path / "a").write_text("mine")
    with pytest.raises(UsageError):
        written(tmp_path, a="3")
    assert written(tmp_path, b="2") == ([], 0)
    assert (tmp_path / "a").read_text() == "mine"


def test_what_is_no_longer_part_of_the_site_goes(tmp_path):
    """Pages of journeys that went away go too, and folders that are empty then."""
    written(tmp_path, a="1", **{"deep/er/b": "2"})
    (tmp_path / "own").write_text("mine")
    assert written(tmp_path, a="1") == ([], 1)
    assert sorted(os.listdir(tmp_path)) == [LEDGER, "a", "own"]


def test_a_run_that_was_cut_short_loses_track_of_nothing(tmp_path):
    """The next run knows what it wrote, and may replace it."""
    folder = Folder(str(tmp_path))
    folder.start()
    folder.write("a", b"1")
    folder.let_go()
    assert written(tmp_path, a="2") == (["a"], 0)


def test_nothing_is_written_through_a_link(tmp_path):
    """A link in the folder may lead anywhere."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "pages").symlink_to(outside)
    (outside / "victim").write_text("theirs")
    (tmp_path / "site" / "a").symlink_to(outside / "victim")
    for name in ("pages/a", "a"):
        with pytest.raises(UsageError, match="a folder or a link"):
            written(tmp_path / "site", **{name: "1"})
    assert (outside / "victim").read_text() == "theirs"
    assert os.listdir(outside) == ["victim"]


def test_a_folder_in_the_place_of_a_page_is_told(tmp_path):
    """It is no page of ours, and could hold anything."""
    (tmp_path / "a").mkdir()
    with pytest.raises(UsageError, match="a folder or a link"):
        written(tmp_path, a="1")


def test_what_stands_in_the_way_is_named(tmp_path):
    """Not the page that would lie below it; the folder itself may be it, or a link to nowhere."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "file").write_text("mine")
    (site / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(UsageError) as refused:
            written(site, **{f"{name}/deep/page": "1"})
        assert str(refused.value).startswith(f"{site / name} ")
    (tmp_path / "nowhere").symlink_to(tmp_path / "none")
    for root in (site / "file", tmp_path / "nowhere"):
        with pytest.raises(UsageError, match="is no folder"):
            written(root, a="1")
    assert (site / "file").read_text() == "mine"


@pytest.mark.parametrize("line", ["00 ../victim", "00 /etc/passwd", "00 x/../../victim", "00", ""])
def test_a_ledger_that_lies_leads_nowhere(tmp_path, line):
    """Nothing beyond the folder is deleted, whatever the ledger says."""
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "victim").write_text("theirs")
    (site / LEDGER).write_text(f"cjm report 1\n{line}\n")
    assert written(site, a="1") == (["a"], 0)
    assert (tmp_path / "victim").exists()


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be held there")
def test_one_run_at_a_time_writes_into_a_folder(tmp_path):
    """Two would take each other's pages for the user's; one that failed holds nothing."""
    first = Folder(str(tmp_path))
    first.start()
    first.write("a", b"1")
    with pytest.raises(UsageError, match="another cjm report is writing into"):
        written(tmp_path, a="2")
    first.let_go()
    assert written(tmp_path, a="2") == (["a"], 0)


def test_a_first_page_of_the_user_s_is_seen_before_any_other_is_written(tmp_path):
    """Or a hundred pages would lie in a folder that was named by mistake."""
    site = tmp_path / "mine"
    site.mkdir()
    (site / "index.html").write_text("mine")
    (tmp_path / "a.yaml").write_text("cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    for _ in range(2):  # the first one holds nothing that the second could not have
        with pytest.raises(UsageError, match=r"index\.html was not written by cjm report"):
            cjm.report(tmp_path / "a.yaml", str(site))
    assert {path.name for path in site.iterdir()} == {"index.html", LEDGER}
    assert (site / "index.html").read_text() == "mine"
