"""Listings: long ones are paged, and every item is on exactly one page and once in the data."""

from __future__ import annotations

import json

from tests.helpers.small_sites import page, site_of, texts

SMALL = "touchpoints:\n  one: {{title: </script><b>{0}, expectation: 5, experience: {1}, outcome: success}}\n"  # noqa: E501


def test_more_than_sixty_rows(tmp_path):
    """Linked pages without scripts, a data script with them; what people wrote stays text."""
    journeys = {f"j{n:03}": f"title: J{n:03}\n" + SMALL.format(n, n % 9) for n in range(130)}
    site = site_of(tmp_path, journeys)
    for name, script in (("index", "rows.js"), ("stages", "stages.rows.js")):
        found = [page(site / f"{name}{part}.html") for part in ("", "-2", "-3")]
        items = [texts(one, "//*[@data-listing]/*/descendant::a[1]") for one in found]
        assert [len(part) for part in items] == [60, 60, 10]
        assert len({title for part in items for title in part}) == 130
        text = (site / script).read_text("utf-8")
        assert "</script>" not in text
        assert len(json.loads(text[len("window.cjmRows=") : -2])) == 70
        assert found[0].xpath("//nav[@id='parts']/a[@href]")
