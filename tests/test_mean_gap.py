"""The mean C of the personas stands beside C wherever the two are written differently."""

from __future__ import annotations

import html
import re

import pytest

import cjm
from cjm.journey import Journey


def journey(anna: float) -> Journey:
    """O 8, B 6 for all; Anna, three quarters of the customers, has another B."""
    point = {"expectation": 8, "experience": 6, "by_persona": {"anna": {"experience": anna}}}
    personas = {"anna": {"name": "Anna", "share": 0.75}, "boris": {"name": "Boris", "share": 0.25}}
    return Journey("x", {"a": {**point, "moment_of_truth": True}}, personas=personas)


def notebook(journey: Journey, language: str) -> str:
    del language
    return re.sub(r"<[^>]*>", " ", cjm.analyze(journey)._repr_html_())


def drawn(view: str, form: str):
    """The texts of a picture on one line."""

    def text(journey: Journey, language: str) -> str:
        picture = cjm.render(journey, view=view, format=form, language=language).decode()
        picture = re.sub(r"<(title|desc).*?</\1>", " ", picture, flags=re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", picture)).split())

    return text


PAGES = {
    "graph": drawn("graph", "svg"),
    "map": drawn("map", "svg"),
    "mermaid": drawn("graph", "mermaid"),
    "dot": drawn("graph", "dot"),
    "show": lambda j, language: cjm.show(j, language=language, width=140),
    "notebook": notebook,
}


@pytest.mark.parametrize("form", PAGES)
def test_another_mean_is_told(form: str):
    """C −2, Anna's −6: the mean is −5."""
    text = PAGES[form](journey(2), "en").replace("\u00a0", " ")
    assert "−2" in text
    assert re.search(r"mean C (of personas )?−5|mean C.*\n.*−5", text)


@pytest.mark.parametrize("form", PAGES)
def test_the_same_mean_is_not(form: str):
    """Anna's B is everybody's."""
    text = PAGES[form](journey(6), "en")
    assert "mean C" not in text


@pytest.mark.parametrize("form", PAGES)
def test_a_mean_between_two_scores_keeps_its_half(form: str):
    """C −2, Anna's −4 at three quarters: the mean is −3.5, though the scores are whole."""
    assert "−3.5" in PAGES[form](journey(4), "en")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_mark_is_explained(language: str):
    """In the legend of the table."""
    told = {"en": "mean C by the personas' shares", "ru": "среднее С по долям персон"}
    page = " ".join(cjm.show(journey(2), language=language).replace("\u00a0", " ").split())
    assert told[language] in page


def test_a_personas_page_has_no_mean():
    """There C is its own."""
    assert "mean C" not in cjm.show(journey(2), "anna")
