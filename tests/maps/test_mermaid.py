"""Mermaid: a flowchart and a user journey that its own parser reads, whatever the texts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from subprocess import run

import pytest
from graph_samples import SHAPES, coffee, small
from node_packages import NODE, needs_package
from notation_samples import TRAPS, traps

import cjm
from cjm.errors import UsageError
from cjm.journey import Journey, Persona, PersonaScores, Touchpoint
from cjm.maps import render
from cjm.maps.look import look_of
from cjm.maps.notations.mermaid import escaped, worded
from cjm.maps.render import drawn

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(p for p in ROOT.glob("journeys/*.yaml") if p.name != "cjm.yaml")

SMALL = """\
---
title: "Ink refill"
---
flowchart LR
    accDescr: Customer journey map: touchpoints 3, transitions 2#59; disappointment 1, as expected \
0, delight 1, not measured 1. The average customer ends with a balance of −0.80#59; 90% leave \
disappointed. Most is lost at “Delivery to the door”: 8 expected, 6 received#59; 90% come this \
far. Balance −0.80, disappointed 90%, reach the end 90%, left silently 10%, reached the end 90%. \
Not measured: 1 of 3 touchpoints, scores cover 68% of visits. Moments of truth: Delivery to the \
door (one of the main losses, the strongest impression)#59; Thank-you note (most customers end \
here). Likely path, 90% of customers: Order online → Delivery to the door → Thank-you note.
    subgraph s_before["1#46; Before"]
        t_order["Order online<br/>+1 · delight<br/>O 7 · B 8<br/>Start: 100%\
<br/>Of those here, leave silently: 10%"]:::delight
    end
    subgraph s_during["2#46; During"]
        t_deliver["Delivery to the door<br/>−2 · disappointment<br/>O 8 · B 6\
<br/>★ Moment of truth"]:::disappointment_moment
    end
    subgraph s_after["3#46; After"]
        t_thanks["Thank-you note<br/>not measured<br/>O 5 · B n/a\
<br/>★ Moment of truth<br/>Neutral"]:::unmeasured_moment
    end
    t_order -->|"90% paid"| t_deliver
    t_deliver -->|"100%"| t_thanks
"""


def flowchart(journey: Journey, **options: str) -> str:
    """The journey's flowchart."""
    return render(journey, format="mermaid", **options).decode()  # type: ignore[arg-type]


def tasks(journey: Journey, **options: str) -> list[str]:
    """The lines of the journey's user journey."""
    text = render(journey, format="mermaid", view="map", **options).decode()  # type: ignore[arg-type]
    return [line.strip() for line in text.splitlines()]


# ---- the flowchart --------------------------------------------------------------------------


def test_a_click_leads_to_the_first_address_of_the_web_or_mail() -> None:
    """Others lead nowhere; none can end the statement."""
    links = {
        "unsafe": "javascript:alert(1)",
        "ticket": "https://a.org/?x=1;y#z;",
        "more": "http://b",
    }
    text = flowchart(Journey("j", (Touchpoint("t", links=links), Touchpoint("u"))))
    clicks = [line.strip() for line in text.splitlines() if line.strip().startswith("click")]
    assert clicks == ['click t_t href "https://a.org/?x=1%3By#z%3B" _blank']


def test_the_flowchart_says_what_the_map_says() -> None:
    """Stages, titles, levels in sign and word, scores, shares."""
    text = flowchart(small()).replace("\u00a0", " ")
    assert text.startswith(SMALL)
    assert "linkStyle 0,1 stroke-width:" in text


def test_levels_are_classes_with_colours_and_a_word() -> None:
    """Never only a hue; a moment of truth has a thick edge and a star."""
    text = flowchart(coffee())
    for mark in ("disappointment", "satisfaction", "delight"):
        assert re.search(rf"classDef {mark} fill:#\w{{6}},color:#\w{{6}},stroke:", text)
    (courier,) = re.findall(r"t_courier\[(.*)\]:::(\w+)", text)
    assert courier[1] == "disappointment_moment"
    assert "−4 · разочарование" in courier[0]
    assert "★ Момент истины" in courier[0]
    assert "classDef disappointment_moment" in text


def test_lines_are_as_wide_as_much_flows() -> None:
    """Of all customers 60 % take the first transition and 30 % the second."""
    widths = {
        place: int(width)
        for places, width in re.findall(
            r"linkStyle ([\d,]+) stroke-width:(\d)px", flowchart(coffee())
        )
        for place in places.split(",")
    }
    assert len(widths) == flowchart(coffee()).count("-->")
    assert (widths["0"], widths["1"]) == (4, 3)


def test_themes_have_their_colours() -> None:
    """As on the map."""
    assert "fill:#B83A0C" in flowchart(coffee())
    assert "fill:#1A1A1A" in flowchart(coffee(), theme="print")


# ---- the user journey -----------------------------------------------------------------------


def test_experience_becomes_a_score_from_1_to_5() -> None:
    """On the journey's own scale; what is unmeasured says so."""
    points = tuple(Touchpoint(f"t{b}", experience=b) for b in (1, 2, 3, 4))  # type: ignore[arg-type]
    lines = tasks(Journey("scale", (*points, Touchpoint("none")), scale=(1, 4)))
    assert lines[2:] == ["t1: 1", "t2: 2", "t3: 4", "t4: 5", "none (not measured): 3"]


def test_personas_are_actors_and_have_tasks_of_their_own_where_they_differ() -> None:
    """Those who give the same score share a task; a chosen persona stands alone."""
    lines = tasks(coffee())
    assert lines[0] == "journey"
    assert "section 1#46; Выбор" in lines
    assert "Карточка товара на сайте: 4: Анна, Борис" in lines
    assert [x for x in lines if x.startswith("Доставка курьером")] == [
        "Доставка курьером: 3: Анна", "Доставка курьером: 4: Борис"
    ]  # fmt: skip
    assert "Доставка курьером: 3: Анна" in tasks(coffee(), persona="anna")
    assert not [x for x in tasks(coffee(), persona="anna") if "Борис" in x]


def test_a_comma_in_a_name_does_not_make_two_actors() -> None:
    """It is written as an entity."""
    own = (PersonaScores("p", experience=5),)  # type: ignore[arg-type]
    point = Touchpoint("a", "A", by_persona=own)
    assert "A: 3: Smith#44; John" in tasks(
        Journey("j", (point,), personas=(Persona("p", "Smith, John"),))
    )


def test_touchpoints_without_a_stage_have_a_section_only_beside_others() -> None:
    """A journey without stages has no sections."""
    lone = Journey("j", (Touchpoint("a"), Touchpoint("b")))
    assert not [x for x in tasks(lone) if x.startswith("section")]
    mixed = Journey("j", (Touchpoint("a", stage="s"), Touchpoint("b")))
    assert [x for x in tasks(mixed) if x.startswith("section")] == [
        "section 1#46; s", "section without a stage"
    ]  # fmt: skip


def test_dot_has_no_view_map() -> None:
    """With a way out."""
    with pytest.raises(UsageError, match="dot has no view 'map'"):
        render(small(), format="dot", view="map")


# ---- any text -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('"quoted"', "#34;quoted#34;"),
        ("<b>", "#60;b#62;"),
        ("1. one", "1#46; one"),
        ("- one", "#45; one"),
        ("−1.5", "−1.5"),
        ("a#b;c", "a#35;b#59;c"),
        ("90 %", "90 %"),
        ("%%{x}", "#37;#37;#123;x#125;"),
        ("Start: 5", "Start: 5"),
        ("a:b", "a#58;b"),
    ],
)
def test_signs_become_entities(text: str, written: str) -> None:
    """Only those that mean something."""
    assert escaped(text) == written


def test_no_statement_begins_with_a_word_of_a_title() -> None:
    """Neither a keyword nor a colon is left."""
    assert worded("Title of all: x") == "#84;itle of all#58; x"
    assert worded("titles") == "titles"


def test_no_text_becomes_a_statement() -> None:
    """Every line is one of our own kinds; no click but on a link's address, no directive."""
    own = (
        r'---|title: ".*"|flowchart LR|accDescr: .*|subgraph s_\w+\["[^"]*"\]|end|'
        r't_\w+\["[^"]*"\]:::\w+|t_\w+ -->\|"[^"]*"\| t_\w+|classDef \w+ [\w:#, -]+|'
        r"class [\w,]+ stage|linkStyle [\d,]+ stroke-width:\dpx|"
        r'click t_\w+ href "http[^";\s]+" _blank'
    )
    for line in flowchart(traps()).splitlines():
        assert re.fullmatch(own, line.strip()), line
    for line in tasks(traps()):
        kinds = r"journey|title [^#:;]?.*|section .*|[^:]+: [1-5](: [^:]+)?"
        assert re.fullmatch(kinds, line), line


def test_names_are_safe_and_told_apart() -> None:
    """Neither `end` nor a beginning with o or x stands bare."""
    points = tuple(Touchpoint(id) for id in ("end", "a.b", "a-b", "итог", "выход"))
    names = re.findall(r"^    (\S+?)\[", flowchart(Journey("j", points)), re.M)
    assert names == ["t_end", "t_a_b", "t_a_b_2", "t_____", "t______"]
    assert len(set(names)) == 5


@needs_package("mermaid")
def test_mermaid_itself_reads_all_of_it() -> None:
    """Every example and every shape, hostile ones included, in both views."""
    journeys = [cjm.load(str(p)) for p in EXAMPLES] + [make() for make in SHAPES.values()]
    journeys += [traps(), *(Journey("j", (Touchpoint("a", t),), title=t) for t in TRAPS)]
    texts = [flowchart(j) for j in journeys]
    texts += [render(j, format="mermaid", view="map").decode() for j in journeys]
    done = run(
        ["node", Path(__file__).with_name("mermaid_parse.mjs"), NODE],
        input=json.dumps([*texts, "flowchart LR\n end --> x"]).encode(),
        capture_output=True,
        check=True,
    )
    answers = json.loads(done.stdout)
    expected = ["flowchart-v2"] * len(journeys) + ["journey"] * len(journeys)
    assert answers[:-1] == expected
    assert answers[-1].startswith("fault:")


# ---- Mermaid's own limits ---------------------------------------------------------------------


def tangle(points: int, ahead: int = 40, words: int = 1) -> Journey:
    """A journey in which touchpoints lead to so many later ones, to the nearest most often."""
    ids = [f"t{n}" for n in range(points)]
    touchpoints = [
        Touchpoint(
            id,
            title="word " * words,
            expectation=5,
            experience=5,
            next={later: 2.0**-place for place, later in enumerate(ids[n + 1 : n + ahead], 1)},
        )
        for n, id in enumerate(ids)
    ]
    return Journey("tangle", touchpoints)


def edges(text: str) -> int:
    """How many transitions a flowchart has."""
    return text.count(" -->|")


def test_the_rarest_transitions_of_too_many_are_left_out_and_counted() -> None:
    """At most 500 are drawn with Mermaid's defaults; a comment and a note say what is missing."""
    journey = tangle(45)
    whole = len(cjm.analyze(journey).transitions)
    content, note = drawn(journey, look_of(), "mermaid")
    text = content.decode()
    assert edges(text) == 500 < whole
    assert str(note).startswith(f"{whole - 500} transitions are left out, the rarest: ")
    assert f"\n%% {note}\nflowchart LR\n" in text
    assert all(f"t_t{n} -->" in text for n in range(44))
    styled = ",".join(re.findall(r"linkStyle ([\d,]+)", text)).split(",")
    assert sorted(map(int, styled)) == list(range(500))


def test_a_text_that_is_too_long_loses_transitions_too() -> None:
    """As few as are needed."""
    journey = tangle(250, ahead=4, words=40)
    text = flowchart(journey)
    assert edges(text) < 500
    assert 49_000 < len(text.encode("utf-16-le")) // 2 <= 50_000


def test_a_text_that_nothing_would_shorten_enough_is_told() -> None:
    """Every transition stays, and the note says what would help."""
    journey = Journey(
        "long", [Touchpoint(f"t{n}", title=f"{n} " + "слово " * 20) for n in range(900)]
    )
    for view in ("graph", "map"):
        _, note = drawn(journey, look_of(view=view), "mermaid")
        assert "raise its maxTextSize" in str(note)


def test_a_flowchart_within_the_limits_has_no_comment() -> None:
    """Nothing is said where nothing is missing."""
    assert "%%" not in flowchart(small())
