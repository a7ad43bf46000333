"""The glossary: every term of the pages, from the one table that all of cjm has its words from."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.i18n import say
from cjm.i18n.glossary import TERMS, capitalized, wording
from cjm.site.frame import Page, Site

FORMULAS = {
    "gap": say("C = B − O: 7 expected, 4 received"),
    "weighted-gap": say("Σ share of a persona × its C"),
    "disappointment": say("C < −tolerance"),
    "satisfaction": say("−tolerance ≤ C ≤ tolerance"),
    "delight": say("C > tolerance"),
    "moment-of-truth": say("negative where C < 0"),
    "drop-off": say("1 − Σ transitions"),
    "balance": say("Σ impacts"),
    "impact": say("visits × importance × C"),
    "disappointed": say("share of customers with Σ C < 0"),
    "remembered": say("(C at the peak + C at the end) ÷ 2"),
    "reach": say("visits ÷ visits of those who come at least once"),
    "doom-loop": say("Σ C of a round < 0"),
}
"""In a line, where a formula says it."""
DEMO = {"id": "gap", "expectation": 7, "experience": 4, "digits": 0, "level": "disappointment"}
"""A gap to look at: what the first formula says, as ring and disc."""


def pages(site: Site) -> Iterator[Page]:
    """One page; each term can be linked to by its id."""
    language = site.frame.language
    other = "en" if language == "ru" else "ru"
    terms = [
        {
            "id": one.id,
            "name": capitalized(wording(one.id, language).long),
            "short": wording(one.id, language).short,
            "other": wording(one.id, other).long,
            "definition": wording(one.id, language).definition,
            "formula": FORMULAS.get(one.id),
        }
        for one in TERMS
    ]
    yield site.frame.page(
        "glossary.html", "glossary.html", "glossary", terms=terms, other=other, demo=DEMO
    )
