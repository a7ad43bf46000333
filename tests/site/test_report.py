"""`cjm.report`: journeys become a folder of pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import cjm
from cjm.errors import UsageError

JOURNEYS = Path(__file__).parents[2] / "journeys"


def built(tmp_path, *names, **options):
    """A site of some of the example journeys."""
    source = tmp_path / "journeys"
    source.mkdir(exist_ok=True)
    for name in ("cjm.yaml", *names):
        shutil.copy(JOURNEYS / name, source / name)
    return cjm.report([str(source)], str(tmp_path / "site"), **options)


def test_every_journey_has_a_page_in_every_language(tmp_path):
    """Language versions are one journey, and the switch of languages leads to the same page."""
    names = ("business-taxi.yaml", "business-taxi.en.yaml", "bakery.as-is.yaml")
    done = built(tmp_path, *names, language="both")
    site = tmp_path / "site"
    assert done.journeys == 2
    assert Path(done.index) == site / "index.html"
    for language in ("en", "ru"):
        pages = sorted(p.name for p in (site / language / "journeys").glob("*.as-is.html"))
        assert pages == ["bakery.as-is.html", "business-taxi.as-is.html"]
    english = (site / "en/journeys/business-taxi.as-is.html").read_text()
    assert "A business-class taxi" in english
    assert 'href="../../ru/journeys/business-taxi.as-is.html"' in english


def test_a_second_run_writes_nothing_and_a_change_only_its_pages(tmp_path):
    """Pages that are there as they were built are left alone."""
    names = ("business-taxi.yaml", "bakery.as-is.yaml")
    assert built(tmp_path, *names).written > 5
    assert built(tmp_path, *names).written == 0
    file = tmp_path / "journeys/bakery.as-is.yaml"
    text = file.read_text()
    file.write_text(text.replace("title: Очередь", "title: Хвост"))
    assert file.read_text() != text
    cjm.report([str(file.parent)], str(tmp_path / "site"))
    site = tmp_path / "site"
    assert "Хвост" in (site / "ru/journeys/bakery.as-is.html").read_text()


def test_a_journey_that_went_away_takes_its_pages_with_it(tmp_path):
    """The site holds what is there, and nothing of yesterday."""
    built(tmp_path, "business-taxi.yaml", "bakery.as-is.yaml")
    (tmp_path / "journeys/bakery.as-is.yaml").unlink()
    done = cjm.report([str(tmp_path / "journeys")], str(tmp_path / "site"))
    assert done.deleted > 0
    assert not (tmp_path / "site/ru/journeys/bakery.as-is.html").exists()


def test_the_cache_gives_the_same_site(tmp_path, monkeypatch):
    """What is remembered of pages changes no byte of them, with any number of processes."""
    monkeypatch.setenv("CJM_CACHE_DIR", str(tmp_path / "cache"))
    names = [p.name for p in JOURNEYS.glob("*.as-is.yaml")] + ["business-taxi.yaml"]
    built(tmp_path, *names, cache=True, processes=2)
    first = {p: p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file()}
    assert built(tmp_path, *names, cache=True, processes=2).written == 0
    shutil.rmtree(tmp_path / "site")
    built(tmp_path, *names)
    assert {p: p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file()} == first


def test_a_file_with_errors_has_a_page_that_says_so(tmp_path):
    """No figures are invented, and no other journey is kept from its page."""
    source = tmp_path / "journeys"
    source.mkdir()
    (source / "broken.yaml").write_text("cjm: 1\nid: broken\ntouchpoints:\n  - [\n")
    done = built(tmp_path, "business-taxi.yaml")
    page = (tmp_path / "site/ru/journeys/broken.html").read_text()
    assert done.journeys == 2
    assert "broken.yaml:4" in page
    assert "broken.yaml:4" in (tmp_path / "site/ru/index.html").read_text()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"language": "de"}, "no language"),
        ({"leave_out": ["owners", "colour"]}, "nothing called"),
    ],
)
def test_what_does_not_exist_is_told(tmp_path, options, told):
    """Before anything is written."""
    with pytest.raises(UsageError, match=told):
        built(tmp_path, "business-taxi.yaml", **options)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("wrong", ["nosuch", "empty"])
def test_a_path_without_journeys_takes_no_page_away(tmp_path, wrong, capsys):
    """Whoever mistypes a folder's name keeps the site they have."""
    from cjm.cli import main

    built(tmp_path, "coffee-shop.yaml")
    (tmp_path / "empty").mkdir()
    site = tmp_path / "site"
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    for others in ([], [str(JOURNEYS / "coffee-shop.yaml")] if wrong == "nosuch" else []):
        with pytest.raises(SystemExit) as ended:
            main(["report", *others, str(tmp_path / wrong), "-o", str(site)])
        assert ended.value.code == 2
        assert f"{wrong}: " in capsys.readouterr().err
        assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == before


def test_a_file_that_cannot_be_read_is_told_and_ends_the_run_with_2(tmp_path, capsys):
    """The site is written all the same; CI must not take it for whole."""
    from cjm.cli import main

    (tmp_path / "broken.yaml").write_text("cjm: 1\nid: broken\ntouchpoints:\n  - [\n")
    shutil.copy(JOURNEYS / "coffee-shop.yaml", tmp_path / "coffee-shop.yaml")
    with pytest.raises(SystemExit) as ended:
        main(["report", str(tmp_path), "-o", str(tmp_path / "site"), "--no-cache"])
    assert ended.value.code == 2
    assert "broken.yaml:4" in capsys.readouterr().err
    assert (tmp_path / "site/index.html").exists()
