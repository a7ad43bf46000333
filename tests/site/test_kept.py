"""What earlier runs built is left alone while nothing it depends on changed."""

from __future__ import annotations

import os

import pytest

from cjm.site.templating import Templates
from tests.helpers.small_sites import site_of

ONE = "title: One\ntouchpoints:\n  a: {expectation: 5, experience: 4, outcome: success}\n"
TWO = "title: Two\ntouchpoints:\n  a: {expectation: 5, experience: 6, outcome: success}\n"


@pytest.fixture
def build(tmp_path, monkeypatch):
    """Builds a site of two journeys with what is remembered of earlier runs."""
    monkeypatch.setenv("CJM_CACHE_DIR", str(tmp_path / "cache"))
    return lambda **journeys: site_of(tmp_path, {"one": ONE, "two": TWO, **journeys}, cache=True)


@pytest.fixture
def rendered(monkeypatch):
    """The templates that are rendered from now on."""
    found = []
    render = Templates.render

    def noted(self, template, **context):
        found.append(template)
        return render(self, template, **context)

    monkeypatch.setattr(Templates, "render", noted)
    return found


def test_an_unchanged_site_is_not_rendered_again(build, rendered):
    """Neither the pages of journeys nor those of all of them."""
    build()
    assert "portfolio.html" in rendered
    rendered.clear()
    build()
    assert rendered == ["languages.html"]


def test_a_change_is_rendered_on_its_pages_and_on_those_of_all(build, rendered):
    """The other journeys are read from their data files."""
    build()
    rendered.clear()
    site = build(two=TWO.replace("Two", "Second"))
    assert rendered.count("journey.html") == 1
    index = (site / "index.html").read_text("utf-8")
    assert "Second" in index
    assert "One" in index


def test_a_file_that_somebody_touched_counts_by_what_it_holds(build, rendered):
    """Another time alone builds nothing; another content is refused, as everywhere."""
    file = build() / "index.html"
    rendered.clear()
    os.utime(file, (1, 1))
    build()
    assert rendered == ["languages.html"]
    file.unlink()
    build()
    assert "portfolio.html" in rendered
    assert file.exists()
