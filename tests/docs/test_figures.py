"""docs/figures*.md and docs/analysis.md say what the code computes.

A number in figures*.md is followed by a comment that names what it is: `1.18<!-- figure:
visits.search -->`. It must be that figure of docs/examples, rounded to the digits shown. In
analysis.md `<!-- constant: solving.DENSE -->` names a constant of `cjm.analysis` in the same way.
"""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tool_scripts import tool

import cjm
from cjm.analysis import Analysis, TouchpointFigures
from cjm.analysis.moments import VITAL_SHARE
from cjm.journey import Customers, Metric
from cjm.testing.colours import contrast

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "images" / "figures"
LANGUAGES = {
    "en": ("docs/figures.md", "docs/examples/worked.yaml"),
    "ru": ("docs/figures.ru.md", "docs/examples/worked.ru.yaml"),
}
ENGINEERS = "docs/analysis.md"
BUDGET = 5
NUMBER = r"[+−]?\d+(?:[.,]\d+)*"
QUOTED = re.compile(rf"({NUMBER})(\u00a0%)?<!-- (figure|constant): ([\w.]+) -->")
COMMENT = re.compile(r"<!-- (?:figure|constant): [^>]*-->")


def text_of(page: str) -> str:
    """A page as it is written."""
    return (ROOT / page).read_text(encoding="utf-8")


@cache
def analysed(language: str) -> Analysis:
    """The example of a language."""
    return cjm.analyze(cjm.load(ROOT / LANGUAGES[language][1]))


# ---- the figures by name --------------------------------------------------------------------


@cache
def figures(language: str) -> dict[str, float]:
    """Everything that a page may quote, by name."""
    analysis = analysed(language)
    found = dict(_of_touchpoints(analysis))
    found |= {f"outcomes.{k}": v for k, v in analysis.outcomes.items() if v is not None}
    found |= _of_paths(analysis) | _of_customers(analysis) | _of_plans(analysis.journey)
    for persona in analysis.personas:
        name = f"persona.{persona.persona}"
        found[f"{name}.balance"] = number(persona.balance)
        found[f"{name}.disappointed"] = share(persona)
        for point in persona.touchpoints:
            found[f"{name}.experience.{point.id}"] = number(point.experience)
    found |= {
        "balance": number(analysis.balance),
        "coverage": number(analysis.coverage),
        "length": number(analysis.length),
        "remembered": number(analysis.remembered),
        "disappointed": share(analysis),
        "per100.visits.search": 100 * found["visits.search"],
        "minus.impact.ask": -found["impact.ask"],
        "carried.search": found["impact.search"] / (found["impact.search"] + found["impact.ask"]),
        "all": 1.0,
        "sure": 0.95,
        "vital": VITAL_SHARE,
    }
    without = cjm.analyze(unmeasured(analysis.journey, "ask"))
    found["coverage_without.ask"] = number(without.coverage)
    found["balance_without.ask"] = number(without.balance)
    return found


def number(value: float | None) -> float:
    """A figure that must be there."""
    assert value is not None
    return value


def share(analysis: Analysis) -> float:
    """The share of the disappointed, exact in so small an example."""
    assert analysis.disappointed is not None
    assert analysis.disappointed.exact
    return analysis.disappointed.share


def unmeasured(journey: cjm.Journey, id: str) -> cjm.Journey:
    """The journey without the scores of a touchpoint."""
    points = tuple(
        replace(p, expectation=None, experience=None, by_persona=()) if p.id == id else p
        for p in journey.touchpoints
    )
    return replace(journey, touchpoints=points, personas=())


def _of_touchpoints(analysis: Analysis) -> Iterator[tuple[str, float]]:
    for point in analysis.touchpoints:
        for name in (
            *("expectation", "experience", "gap", "visits", "reach", "drop_off", "leaving"),
            *("chance", "stakes", "impact"),
        ):
            yield f"{name}.{point.id}", number(getattr(point, name))
        if point.interval:
            yield f"interval.{point.id}.low", point.interval[0]
            yield f"interval.{point.id}.high", point.interval[1]
        if point.fix:
            yield f"fix.balance.{point.id}", point.fix.balance
            yield f"fixed.{point.id}", share(analysis) + point.fix.disappointed
        for there, data in analysis.graph.adj[point.id].items():
            yield f"way.{point.id}.{there}", data["probability"]


def _of_paths(analysis: Analysis) -> dict[str, float]:
    likely, (loop,) = analysis.likely_path, analysis.loops
    assert likely is not None
    held = {f"likely.balance.{n}": value for n, value in enumerate(likely.balance, 1)}
    return {
        **held,
        "likely.probability": likely.probability,
        "loop.balance": loop.balance,
        "loop.mean": loop.mean,
    }


def _of_customers(analysis: Analysis) -> dict[str, float]:
    """Peak-end by hand, for the four kinds of customers that the page tells of."""
    gaps = {point.id: number(point.gap) for point in analysis.touchpoints}
    asks = analysis.graph.edges["search", "ask"]["probability"]
    bought = number(analysis["ask"].chance)

    def peak_end(*walk: str) -> float:
        lived = [gaps[id] for id in walk]
        peak = max(range(len(lived)), key=lambda n: (abs(lived[n]), n))
        return (lived[peak] + lived[-1]) / 2

    walk = ("search", "ask", "pay", "done")
    return {
        "walk.remembered": peak_end(*walk),
        "walk.mean": sum(gaps[id] for id in walk) / len(walk),
        "direct.remembered": peak_end("search", "pay", "done"),
        "lost.remembered": peak_end("search", "ask", "search"),
        "left.remembered": peak_end("search"),
        "ask_and.buy": asks * bought,
        "ask_and.leave": asks * (1 - bought),
    }


def _of_plans(journey: cjm.Journey) -> dict[str, float]:
    best = cjm.plan(journey, BUDGET)
    happy = cjm.plan(journey, BUDGET, objective="disappointed")
    (filters,) = (i for i in journey.improvements if i.id == "filters")
    alone = replace(journey, improvements=(filters,))
    assert best.next is not None
    assert best.chosen.improvements == ("chat", "thanks")
    assert best.next.improvements == ("filters", "chat")
    assert happy.chosen.improvements == ("filters",)
    return {
        "plan.before": best.before,
        "plan.value": best.chosen.value,
        "plan.cost": best.chosen.cost,
        "plan.next.value": best.next.value,
        "plan.next.cost": best.next.cost,
        "plan.disappointed.before": happy.before,
        "plan.disappointed.value": happy.chosen.value,
        "filters_alone": cjm.plan(alone).chosen.value,
    }


# ---- the quoted numbers ---------------------------------------------------------------------


class Quote(NamedTuple):
    """A number of a page and what it says it is."""

    text: str
    percent: bool
    name: str

    @property
    def value(self) -> float:
        return float(self.text.replace("−", "-").replace(",", "."))

    @property
    def decimals(self) -> int:
        return len(re.split("[.,]", self.text)[1]) if re.search("[.,]", self.text) else 0


def quotes_of(text: str) -> list[Quote]:
    """Every quoted number, in order."""
    return [Quote(m[1], bool(m[2]), m[4]) for m in QUOTED.finditer(text) if m[3] == "figure"]


def faults_of(text: str, known: Mapping[str, float]) -> list[str]:
    """What is wrong with the quoted numbers of a page."""
    faults = []
    for quote in quotes_of(text):
        if quote.name not in known:
            faults.append(f"nothing is called {quote.name}")
            continue
        true = known[quote.name] * (100 if quote.percent else 1)
        # Half a unit in the last place: what the number shown may differ from the true one.
        if abs(quote.value - true) > 0.5 * 10**-quote.decimals + 1e-9:
            faults.append(f"{quote.name} is {true:.6f}, not {quote.text}")
        if quote.text[0] not in "+−" and quote.value and true < 0:
            faults.append(f"{quote.name} is negative")
    return faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quoted_numbers_are_the_computed_ones(language: str) -> None:
    text = text_of(LANGUAGES[language][0])
    assert faults_of(text, figures(language)) == []
    assert len(quotes_of(text)) > 90


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_number_would_be_noticed(language: str) -> None:
    """Every quoted number, moved by one in its last digit, is a fault."""
    text, known = text_of(LANGUAGES[language][0]), figures(language)
    for found in QUOTED.finditer(text):
        digits = found[1]
        moved = digits[:-1] + str((int(digits[-1]) + 1) % 10)
        wrong = found[0].replace(digits, moved, 1)
        assert faults_of(wrong, known), f"{wrong} is not noticed"
    assert faults_of("5<!-- figure: no.such -->", known)


@pytest.mark.parametrize("page", [*(page for page, _ in LANGUAGES.values()), ENGINEERS])
def test_every_comment_stands_behind_its_number(page: str) -> None:
    """A comment that the pattern above does not match would check nothing."""
    text = text_of(page)
    assert len(COMMENT.findall(text)) == len(QUOTED.findall(text)) > 0


def prose_of(text: str) -> str:
    """A page without pictures, links, code and the numbers that are checked."""
    for pattern in (
        r"^```.*?^```$",
        r"!?\[[^\]]*\]\([^)]*\)",
        r"`[^`\n]*`",
        QUOTED.pattern,
    ):
        text = re.sub(pattern, "", text, flags=re.MULTILINE | re.DOTALL)
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_fraction_or_percentage_is_quoted_unchecked(language: str) -> None:
    """What has a decimal point or a percent sign was computed, so it must be checked."""
    left = prose_of(text_of(LANGUAGES[language][0]))
    assert re.findall(r"\d+[.,]\d+|\d+\s*%", left) == []


def test_an_unchecked_number_would_be_noticed() -> None:
    assert re.findall(r"\d+[.,]\d+|\d+\s*%", prose_of("It is 1.18, or 30\u00a0%.")) == [
        "1.18",
        "30\u00a0%",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_of_pictures_quote_numbers_of_the_page(language: str) -> None:
    """Their fractions stand in the page as well, where they are checked."""
    text = text_of(LANGUAGES[language][0])
    checked = {quote.text for quote in quotes_of(text)}
    told = [n for alt in re.findall(r"!\[([^\]]*)\]", text) for n in re.findall(NUMBER, alt)]
    fractions = [n for n in told if re.search(r"[.,]\d", n)]
    assert fractions
    assert set(fractions) <= checked


# ---- two languages --------------------------------------------------------------------------


def test_both_languages_quote_the_same_numbers() -> None:
    pages = [text_of(page) for page, _ in LANGUAGES.values()]
    english, russian = map(quotes_of, pages)
    assert [q._replace(text=q.text.replace(",", ".")) for q in russian] == english
    assert not [q for q in english if "," in q.text]
    assert not [q for q in russian if "." in q.text]


def test_both_examples_have_the_same_figures() -> None:
    """The Russian example differs in its words only."""

    def wordless(analysis: Analysis) -> Any:
        return json.loads(
            json.dumps(analysis.to_dict()),
            object_hook=lambda d: {k: v for k, v in d.items() if k not in ("title", "language")},
        )

    english, russian = (analysed(language) for language in LANGUAGES)
    assert wordless(english) == wordless(russian)
    assert figures("en") == figures("ru")


def test_both_languages_have_the_same_parts() -> None:
    """Headings, blocks, pictures, rows and points, in the same order."""

    def shape(page: str) -> list[str]:
        parts = re.findall(r"^(#+) |^(```\S*)$|^(\|)|^(!)|^(- )", text_of(page), re.MULTILINE)
        return ["".join(part) for part in parts]

    english, russian = (page for page, _ in LANGUAGES.values())
    assert shape(english) == shape(russian)
    assert len(shape(english)) > 100


def test_the_languages_link_to_each_other() -> None:
    (english, _), (russian, _) = LANGUAGES.values()
    for one, other in ((english, russian), (russian, english)):
        assert f"]({Path(other).name})" in text_of(one).splitlines()[0]


# ---- the example ----------------------------------------------------------------------------

BY_HAND = {
    **{"visits.search": 1.17647, "visits.ask": 0.35294, "visits.pay": 0.76471},
    **{"visits.done": 0.76471, "reach.search": 1, "reach.ask": 0.3, "drop_off.search": 0.23529},
    **{"impact.search": -1.17647, "impact.ask": -1.05882, "impact.pay": 0.76471, "impact.done": 0},
    **{"outcomes.success": 0.76471, "outcomes.drop_off": 0.23529, "outcomes.failure": 0},
    **{"chance.search": 0.76471, "chance.ask": 0.88235, "chance.pay": 1, "chance.done": 1},
    **{"stakes.search": 0.35986, "stakes.ask": 0.04152, "stakes.pay": 0, "stakes.done": 0},
    **{"balance": -1.47059, "loop.balance": -4, "loop.mean": -2, "likely.probability": 0.5},
    **{"likely.balance.1": -1, "likely.balance.2": 0, "likely.balance.3": 0},
    **{"disappointed": 0.5, "remembered": -0.41765},
}
"""The worked example as it was computed by hand, to five digits."""


@pytest.mark.parametrize("name", BY_HAND)
def test_the_example_has_the_figures_computed_by_hand(name: str) -> None:
    assert figures("en")[name] == pytest.approx(BY_HAND[name], abs=5e-6)


def test_the_example_has_the_moments_computed_by_hand() -> None:
    analysis = analysed("en")
    assert {f.id: f.moment_of_truth for f in analysis.touchpoints} == {
        "search": ("vital-few", "decisive"),
        "ask": ("vital-few", "peak"),
        "pay": (),
        "done": ("ending",),
    }
    assert analysis.negative_moments_of_truth == ("search", "ask")
    assert [f.id for f in analysis.touchpoints if f.unavoidable] == ["search", "pay", "done"]
    assert analysis.likely_path is not None
    assert analysis.likely_path.touchpoints == ("search", "pay", "done")
    assert analysis.likely_path.overdrawn_at == "search"
    assert analysis.worst_path is not None
    assert analysis.worst_path.touchpoints == ("search", "ask", "search")
    assert not analysis.worst_path.bounded
    assert [loop.touchpoints for loop in analysis.loops] == [("search", "ask")]


def test_the_four_kinds_of_customers_make_what_is_remembered() -> None:
    """The rows of the table add up to the figure above it."""
    known = figures("en")
    rows = [
        ("leaving.search", "left.remembered"),
        ("way.search.pay", "direct.remembered"),
        ("ask_and.buy", "walk.remembered"),
        ("ask_and.leave", "lost.remembered"),
    ]
    assert sum(known[weight] for weight, _ in rows) == pytest.approx(1)
    total = sum(known[weight] * known[value] for weight, value in rows)
    assert total == pytest.approx(known["remembered"])


def test_the_gap_of_the_search_is_a_warning_and_that_of_the_chat_an_error() -> None:
    """As the page says of intervals; and the examples are without faults."""
    for _, example in LANGUAGES.values():
        report = cjm.check([str(ROOT / example)], select=["negative-gap"])
        assert {(f.touchpoint, f.code, str(f.severity)) for f in report.findings} == {
            ("search", "CJM101", "warning"),
            ("ask", "CJM101", "error"),
        }


# ---- pictures -------------------------------------------------------------------------------


@cache
def drawn() -> dict[str, bytes]:
    """The pictures as they are drawn now."""
    return dict(tool("draw_figures").pictures())


def test_the_pictures_are_those_that_the_script_draws() -> None:
    """Byte by byte. After a change: python tools/draw_figures.py."""
    kept = {path.name: path.read_bytes() for path in PICTURES.iterdir()}
    assert sorted(kept) == sorted(drawn())
    assert [name for name in kept if kept[name] != drawn()[name]] == []


def test_the_pictures_are_the_same_whenever_they_are_drawn() -> None:
    assert tool("draw_figures").pictures() == drawn()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_shows_every_picture_of_its_language(language: str) -> None:
    """Each once, none that is not there, each with a text."""
    shown = re.findall(r"!\[(.*?)\]\(images/figures/(.*?)\)", text_of(LANGUAGES[language][0]))
    own = [name for name in drawn() if name.endswith(".ru.svg") == (language == "ru")]
    assert sorted(name for _, name in shown) == sorted(own)
    assert all(len(told) > 20 for told, _ in shown)


WHITE = "#FFFFFF"
GROUNDS = {
    "#1C2333": (WHITE, "#E6E1D6", "#F4F2ED", "#FBE4D9"),
    "#565E6D": (WHITE, "#F4F2ED"),
    "#9E2F06": (WHITE, "#FBE4D9"),
    "#09559A": (WHITE,),
    WHITE: ("#B83A0C", "#0A62AE", "#39425A"),
}
"""The colours of texts, and the grounds that the script sets them on."""


@pytest.mark.parametrize(
    "name", sorted({p.name for p in PICTURES.glob("*.svg")} - {"map.svg", "map.ru.svg"})
)
def test_the_words_of_a_picture_can_be_read(name: str) -> None:
    """Contrast 4.5 or more, 12 px or more; fonts of the system; nothing that runs or loads."""
    svg = (PICTURES / name).read_text(encoding="utf-8")
    colours = {c for text in re.findall(r"<text[^>]*", svg) for c in re.findall(r"#\w{6}", text)}
    assert colours
    assert colours <= GROUNDS.keys()
    assert min(contrast(c, ground) for c in colours for ground in GROUNDS[c]) >= 4.5
    assert min(float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)) >= 12
    assert 'font-family="Noto Sans, ' in svg
    assert "<title>" in svg
    assert not re.search(r"<script|<style|<image|href|url\(|@import| on\w+=", svg)


def test_contrast_is_measured() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#FF0000", WHITE) < 4.5


# ---- for the engineer -----------------------------------------------------------------------


def public(kind: type) -> set[str]:
    """Properties, methods and fields, its own and those of cjm that it inherits."""
    kinds = [k for k in kind.__mro__ if k.__module__.startswith("cjm")]
    names = [n for k in kinds for n in (*vars(k), *vars(k).get("__annotations__", ()))]
    return {n for n in names if not n.startswith("_")}


def named(mark: str) -> set[str]:
    """What stands between backquotes in the first column of the table with that heading."""
    text = text_of(ENGINEERS)
    (begin,) = [m.end() for m in re.finditer(rf"^\| {re.escape(mark)} \|.*\n", text, re.MULTILINE)]
    rows = text[begin:].split("\n\n")[0].splitlines()[1:]
    cells = [row.split("|")[1] for row in rows]
    return {n.split("(")[0] for cell in cells for n in re.findall(r"`([^`]+)`", cell)}


def test_every_property_of_an_analysis_is_documented_and_no_other() -> None:
    given = set(vars(cjm.analyze(analysed("en").journey)))
    assert named("of an `Analysis`") == public(Analysis) | {n for n in given if n[0] != "_"}


def test_every_property_of_a_touchpoint_is_documented_and_no_other() -> None:
    assert named("of a `TouchpointFigures`") == public(TouchpointFigures)


def keys_of(data: Any, above: str = "") -> Iterator[str]:
    """Every key, with those above it and points between; ids are none.

    Below `personas` stand the keys of the whole.
    """
    if isinstance(data, dict):
        for key, value in data.items():
            yield above + key
            below = list(value.values()) if key == "metrics" else value
            if key != "personas":
                yield from keys_of(below, f"{above}{key}.")
    elif isinstance(data, list):
        for value in data:
            yield from keys_of(value, above)


def test_every_key_of_the_json_is_documented_and_no_other() -> None:
    analysis = analysed("en")
    plans = [cjm.plan(analysis.journey, budget).to_dict() for budget in (None, BUDGET)]
    first, *others = analysis.journey.touchpoints
    filled = replace(
        analysis.journey,
        touchpoints=(replace(first, duration="1 min"), *others),
        customers=Customers(100),
        metrics=(Metric("nps", 42),),
    )
    assert named("key of `cjm show`") == set(keys_of(cjm.analyze(filled).to_dict()))
    assert named("key of `cjm plan`") == set(keys_of(plans))


def test_the_constants_of_the_page_are_those_of_the_code() -> None:
    found = [m for m in QUOTED.finditer(text_of(ENGINEERS)) if m[3] == "constant"]
    told = {m[4]: int(m[1].replace(",", "")) for m in found}
    assert len(told) >= 10
    true = {}
    for name in told:
        module, constant = name.split(".")
        true[name] = getattr(importlib.import_module(f"cjm.analysis.{module}"), constant)
    assert told == true


def test_the_python_of_the_page_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And prints the figures of the example."""
    monkeypatch.chdir(ROOT)
    (block,) = re.findall(r"^```python\n(.*?)^```$", text_of(ENGINEERS), re.MULTILINE | re.DOTALL)
    exec(compile(block, ENGINEERS, "exec"), {})
    printed = capsys.readouterr().out
    assert printed.startswith("-1.470588")
    assert "share=0.5, exact=True" in printed.splitlines()[0]
    assert "('chat', 'thanks') 5.0 ('filters', 'chat')" in printed
