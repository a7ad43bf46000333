"""What a page may load and run: files of its folder, and nothing that is written into it."""

from __future__ import annotations

import json

from site_pages import documents

ROOT_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Of the page that only leads to the languages: no script runs there."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
)


def test_every_page_has_the_policy_before_it_loads_anything(site):
    """A policy holds for what comes after it."""
    for page in documents(site):
        tags = [element for element in page.elements if element.tag in ("meta", "link", "script")]
        given = [tag.attributes.get("http-equiv") == "Content-Security-Policy" for tag in tags]
        assert given.count(True) == 1, page.file
        place = given.index(True)
        root = page.file == site / "index.html"
        assert tags[place].attributes["content"] == (ROOT_POLICY if root else POLICY), page.file
        assert {tag.tag for tag in tags[:place]} <= {"meta"}, page.file


def test_nothing_in_a_page_runs_or_styles_by_itself(site):
    """No script, style or handler is written into it; scripts are files, and data is JSON."""
    faults = []
    for page in documents(site):
        for element in page.elements:
            names = {
                name for name in element.attributes if name == "style" or name.startswith("on")
            }
            if names or element.tag in ("style", "iframe", "object", "embed", "base"):
                faults.append(f"{page.file}:{element.line} <{element.tag}> {sorted(names)}")
    assert faults == []


def test_scripts_are_files_and_data_is_json(site):
    """Classic scripts: modules do not load from a folder."""
    for page in documents(site):
        for element, text in page.scripts:
            kind = element.attributes.get("type")
            if kind == "application/json":
                json.loads(text)
            else:
                assert kind is None, (page.file, element)
                assert element.attributes["src"], page.file
                assert not text.strip(), page.file
