"""Every link of the report leads somewhere, inside its folder."""

from __future__ import annotations

from urllib.parse import parse_qsl

from site_pages import (
    Document,
    Link,
    document,
    documents,
    is_inline,
    is_outside,
    style_links,
    target,
)

JOURNEY_STATE = {"view", "persona", "path", "t", "stage", "objective", "budget", "if"}
NAMED = {"t": "data-touchpoint", "persona": "data-persona", "stage": "data-stage"}
"""Attributes of what a journey's hash names."""
PORTFOLIO_STATE = {"q", "persona", "channel", "stage", "owner", "state", "sort", "dir"}


def is_state(page: Document, key: str, value: str) -> bool:
    """Whether a page understands a key of its hash, and has what the value names."""
    if page.file.parent.name != "journeys":
        return key in PORTFOLIO_STATE and bool(value)
    if key in NAMED:
        return value in {element.attributes.get(NAMED[key]) for element in page.elements}
    return key in JOURNEY_STATE


def followed(site) -> list[Link]:
    """Every address that leads to a file of the report."""
    found = [link for page in documents(site) for link in page.links]
    return [link for link in found if not is_outside(link) and not is_inline(link)]


def test_there_are_pages_and_links(site):
    """Or the tests below would hold of nothing."""
    assert len(documents(site)) > 20
    assert len(followed(site)) > 1_000


def test_every_address_leads_to_a_file_of_the_report(site):
    """Relative, so that any folder and any sub-path will do; never to a folder alone."""
    astray = [
        str(link)
        for link in (*followed(site), *style_links(site))
        if not target(link)[0].is_file() or not target(link)[0].is_relative_to(site.resolve())
    ]
    assert astray == []


def test_every_anchor_is_on_the_page_it_names(site):
    """What has no `=` is the id of an element."""
    lost = [
        str(link)
        for link in followed(site)
        for file, fragment in [target(link)]
        if fragment and "=" not in fragment and fragment not in document(file).ids
    ]
    assert lost == []


def test_every_state_in_a_link_is_one_of_its_page(site):
    """The touchpoint, stage and persona that a link opens are on that page."""
    faults = [
        f"{link}: {key}={value}"
        for link in followed(site)
        for file, fragment in [target(link)]
        if "=" in fragment
        for key, value in parse_qsl(fragment, keep_blank_values=True)
        if not is_state(document(file), key, value)
    ]
    assert faults == []


def test_what_leaves_the_report_is_a_link_to_follow(site):
    """No picture, script, font or frame comes from elsewhere."""
    outside = [link for page in documents(site) for link in page.links if is_outside(link)]
    assert outside
    assert {link.tag for link in outside} == {"a"}


def test_what_is_followed_does_not_learn_from_where(site):
    """A report may stand where nobody outside knows of it."""
    for page in documents(site):
        told = {e.attributes.get("name"): e.attributes.get("content") for e in page.elements}
        if page.file != site / "index.html":
            assert told["referrer"] == "no-referrer", page.file


def test_every_page_is_reached_from_the_first(site):
    """By links alone, without scripts."""
    seen, open_ = set(), [site.resolve() / "index.html"]
    while open_:
        file = open_.pop()
        if file not in seen and file.suffix == ".html":
            seen.add(file)
            links = [link for link in document(file).links if link.tag == "a"]
            open_ += [target(link)[0] for link in links if not is_outside(link)]
    assert {page.file.resolve() for page in documents(site)} - seen == set()
