"""Pages: what each says, made of the data of journeys; templates write it."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.site.frame import Page, Site
from cjm.site.pages import (
    comparison,
    conformance,
    feedback,
    glossary,
    improvements,
    journey,
    journey_downloads,
    metrics,
    moments,
    persona,
    portfolio,
    presentation,
    search,
    segments,
    shared_persona,
    stages,
)

JOURNEY_PAGES = (journey, journey_downloads, presentation, comparison, persona)
"""Modules with `pages(entry)`: what is made of one journey."""
SHARED_PAGES = (
    portfolio, stages, moments, improvements, metrics, segments, feedback, conformance, glossary,
    shared_persona, search,
)  # fmt: skip
"""Modules with `pages(site)`: what is made of all journeys together."""


def shared_pages(site: Site) -> Iterator[Page]:
    """Every page that is made of all journeys together.

    An address below the folder of the language; one that begins with `../` is below the site.
    """
    for kind in SHARED_PAGES:
        yield from kind.pages(site)
