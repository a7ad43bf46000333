"""The head of a map: marks of personas, facts, whose map it is, the workspace's philosophy."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from graph_probe import composed
from hypothesis import given
from hypothesis import strategies as st
from picture_probe import Picture, picture

import cjm
from cjm.journey import Customers, Journey, Metric, Persona, Touchpoint
from cjm.maps.components.paragraph import paragraph
from cjm.maps.content.model import Fact
from cjm.maps.scene.model import Span
from cjm.maps.scene.text import width_of


def facts(journey: Journey, persona: str | None = None) -> dict[str, Fact]:
    """The heading's facts by what they are."""
    return {fact.label: fact for fact in composed(journey, persona).header.facts}


def lone(**fields: object) -> Journey:
    """A touchpoint in which half of the customers are lost."""
    points = (
        Touchpoint("a", expectation=5, experience=6, duration="10 min",
                   next={"b": {"probability": 0.5, "wait": "1 d"}}),
        Touchpoint("b", expectation=5, experience=6, outcome="success"),
    )  # fmt: skip
    return Journey("lone", points, **fields)  # type: ignore[arg-type]


def test_metrics_tell_their_targets() -> None:
    """Met, missed, or not measured yet."""
    metrics = (
        Metric("nps", 42, ">= 50"),
        Metric("csat", 91, ">= 90", unit="%", title="CSAT", n=40, measured=date(2026, 9, 30)),
        Metric("fcr", target="> 0.5"),
        Metric("crr", 0.71),
    )
    told = facts(lone(metrics=metrics))
    assert told["nps"] == Fact("nps", "42", "target ≥\u00a050: missed", met=False)
    assert told["CSAT"].note == "target ≥\u00a090%: met, n\u00a040, 30\u00a0Sep\u00a02026"
    assert told["fcr"] == Fact("fcr", "not measured yet", "target >\u00a00.5")
    assert told["crr"] == Fact("crr", "0.71")


def test_customers_time_and_loss_are_told() -> None:
    """In people and money, of a persona in those of its share."""
    personas = (Persona("a", share=0.25), Persona("b", share=0.75))
    journey = lone(customers=Customers(12000, "month", 150, "€"), personas=personas)
    told = facts(journey)
    assert told["Customers"] == Fact("Customers", "12,000 a month", "each brings 150\u00a0€")
    assert told["Lost"] == Fact("Lost", "6,000 a month", "900,000\u00a0€")
    assert told["It takes"].value == "12\u00a0h\u00a010\u00a0min"
    assert told["It takes"].note.startswith("likely path 1\u00a0day\u00a00\u00a0h") is False
    assert facts(journey, "a")["Lost"].value == "1,500 a month"


def test_it_says_whose_map_it_is() -> None:
    """Owner, status and day, where they are written."""
    journey = lone(owner="Service quality", status="draft", updated="2026-11-20")
    expected = "owner: Service quality · status: draft · as of 20\u00a0Nov\u00a02026"
    assert composed(journey).header.origin == expected
    assert expected in [t.text for t in picture(journey).texts]
    assert composed(lone()).header.origin == ""


def test_the_philosophy_of_the_workspace_is_told(tmp_path: Path) -> None:
    """From a file; a journey of its own has none."""
    (tmp_path / "cjm.yaml").write_text("cjm: 1\nphilosophy: {promise: On time, never: Argue}\n")
    file = tmp_path / "j.yaml"
    file.write_text("cjm: 1\ntitle: J\ntouchpoints: {a: {expectation: 5, experience: 6}}\n")
    assert b"On time" in cjm.render(file)
    assert b"Argue" in cjm.render(file, view="map")
    assert b"philosophy" not in cjm.render(cjm.load(file))
    drawing = cjm.render_all([str(file)], str(tmp_path / "out.svg")).drawings[0]
    assert b"On time" in Path(drawing.target).read_bytes()


@pytest.mark.parametrize("view", ["graph", "map"])
@pytest.mark.parametrize("form", ["svg", "html"])
def test_the_philosophy_says_its_language_where_the_map_has_another(
    tmp_path: Path, view: str, form: str
) -> None:
    """A voice that reads it aloud changes; what is in the map's own language says nothing."""
    (tmp_path / "cjm.yaml").write_text(
        "cjm: 1\nlanguage: ru\nphilosophy: {promise: Приедем вовремя, never: Uber}\n",
        encoding="utf-8",
    )
    file = tmp_path / "j.yaml"
    file.write_text("cjm: 1\nlanguage: en\ntouchpoints: {a: {expectation: 5, experience: 6}}\n")

    def spoken(text: bytes) -> list[tuple[str, str]]:
        return re.findall(r'<t(?:span|ext)[^<>]* lang="(\w+)"[^<>]*>([^<]*)', text.decode())

    assert spoken(cjm.render(file, view=view, format=form)) == [("ru", "Приедем вовремя")]
    assert spoken(cjm.render(file, view=view, format=form, language="ru")) == []
    drawing = cjm.render_all([str(file)], str(tmp_path / f"out.{form}"), view=view).drawings[0]
    assert spoken(Path(drawing.target).read_bytes()) == [("ru", "Приедем вовремя")]


def test_a_philosophy_of_unsaid_language_is_known_by_its_letters(tmp_path: Path) -> None:
    """Without a word of its language a workspace is taken for English."""
    (tmp_path / "cjm.yaml").write_text("cjm: 1\nphilosophy: {promise: Вовремя}\n", encoding="utf-8")
    file = tmp_path / "j.yaml"
    file.write_text("cjm: 1\nlanguage: ru\ntouchpoints: {a: {expectation: 5, experience: 6}}\n")
    assert b'lang="en"' not in cjm.render(file)


@given(
    st.lists(st.tuples(st.text("абв  -", max_size=30), st.booleans()), max_size=6),
    st.integers(20, 300),
    st.integers(1, 4),
)
def test_a_paragraph_keeps_its_words_and_weights(
    parts: list[tuple[str, bool]], width: int, most: int
) -> None:
    """No line is too long, and every letter has the weight it was given."""
    spans = [Span(" ".join(text.split()), bold) for text, bold in parts]
    spans = [span for span in spans if span.text]
    lines = paragraph([s._replace(text=s.text + " ") for s in spans], width, most, 12)
    assert len(lines) <= most
    for line in lines:
        assert sum(width_of(s.text, 12, s.bold) for s in line) <= max(width, 12)
    for bold in (True, False):
        letters = [c for line in lines for s in line if s.bold is bold for c in s.text]
        given = iter([c for span in spans if span.bold is bold for c in span.text])
        assert all(c in given for c in letters if c.isalpha())


def crowded(language: str = "ru", people: int = 40) -> Journey:
    """A head in which everything is long."""
    word = "Достопримечательность" * 6
    texts = ("долго ждать ответа", word, "очень, очень, очень длинный текст " * 4)
    personas = tuple(
        Persona(f"p{n}", f"{'Анна' if n % 2 else 'Антон'} {word[: 2 * n]}", None, *[texts] * 5)
        for n in range(people)
    )
    metrics = tuple(
        Metric(f"m{n}", n * 1e5 if n % 3 else None, ">= 5000", title=f"Показатель {word[:n]}",
               unit="минут до ответа " * (n % 4) or None)
        for n in range(30)
    )  # fmt: skip
    return lone(
        language=language,
        title=f"{word} {word}",
        description=f"{word} слово " * 5,
        personas=personas,
        metrics=metrics,
        customers=Customers(1_234_567_890, "month", 15000, word),
        owner=word * 2,
        status=f"{word} на согласовании",
        updated="2026-11-20",
    )


@pytest.mark.parametrize("view", ["graph", "map"])
@pytest.mark.parametrize("people", [0, 1, 3, 40])
def test_nothing_overlaps_where_everything_is_long(view: str, people: int) -> None:
    """Texts stay clear of each other and on the sheet."""
    shown = picture(crowded(people=people), view=view)
    assert overlapping(shown) == []


def overlapping(shown: Picture) -> list[str]:
    """Texts that cover each other or leave the sheet."""
    texts = [t for t in shown.texts if t.text.strip()]
    beyond = [t.text for t in texts if t.box.x < 0 or t.box.right > shown.scene.width]
    pairs = ((a, b) for a, b in combinations(texts, 2) if a.box.overlaps(b.box, -1))
    return [*beyond, *(f"{a.text} over {b.text}" for a, b in pairs)]


def test_forty_personas_are_bounded_and_counted() -> None:
    """Six portraits, then how many more, by mark and name."""
    shown = picture(crowded())
    assert len(shown.groups("persona")) == 6
    texts = [t.text.replace("\u00a0", " ") for t in shown.texts]
    assert any(text.startswith("и ещё 34: А7") for text in texts)
