"""The page of the glossary."""

from __future__ import annotations

import pytest
from markupsafe import escape

from cjm.i18n.glossary import TERMS, wording
from cjm.site.frame import Frame, Site
from cjm.site.pages import glossary


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_term_stands_there_with_what_it_means(language):
    """From the one table; each can be linked to."""
    import datetime

    frame = Frame("Kiosks", language, (language,), datetime.date(2026, 1, 2))
    (page,) = glossary.pages(Site(frame, ()))
    text = page.content.decode()
    for term in TERMS:
        assert f'id="{term.id}"' in text
        assert escape(wording(term.id, language).definition) in text


def test_formulas_are_of_terms_that_exist():
    """A term that got another id would lose its formula."""
    assert set(glossary.FORMULAS) <= {term.id for term in TERMS}
