"""The index of the search over everything."""

from __future__ import annotations

import json

from tests.helpers.small_sites import site_of

SHOP = """
title: Shop
owner: floor
personas: {busy: {name: Busy Ann}}
touchpoints:
  till: {title: "</script>Till", expectation: 8, experience: 5, owner: floor, next: door}
  door: {title: Door, outcome: success}
"""


def index(tmp_path, **options):
    """The rows of the index."""
    site = site_of(tmp_path, {"shop": SHOP}, **options)
    text = (site.parent / "assets/search.en.js").read_text("utf-8")
    assert "</script>" not in text
    return json.loads(text[len("window.cjmIndex=") : -2])


def test_it_holds_pages_journeys_personas_and_touchpoints_with_their_c(tmp_path):
    """Each with its address; what is not measured says so."""
    rows = {row["title"]: row for row in index(tmp_path)}
    assert rows["Stages"]["url"] == "stages.html"
    assert rows["Shop"]["url"].startswith("journeys/shop")
    assert rows["Busy Ann"]["url"].endswith("personas/shop.as-is.busy.html")
    till, door = rows["</script>Till"], rows["Door"]
    assert (till["gap"], till["level"], till["kind"]) == ("−3", "disappointment", "Shop")
    assert (door["gap"], door["level"]) == ("–", "unmeasured")
    assert till["url"].endswith("#t=till")


def test_owners_that_are_left_out_cannot_be_searched_for(tmp_path):
    """The index is made of the same data as the pages."""
    assert "floor" not in json.dumps(index(tmp_path, leave_out=["owners"]))
