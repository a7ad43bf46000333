"""A flowchart as a journey, and a journey as a flowchart and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mermaid_flowcharts import FLOWCHARTS, USER_JOURNEYS
from notation_samples import traps

import cjm
from cjm.errors import InvalidJourneyError
from cjm.exchange.convert import Converted
from cjm.journey import Journey, Stage, Touchpoint, Transition
from cjm.maps.scene.text import cleaned
from cjm.testing import HOSTILE

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(set(ROOT.glob("journeys/*.yaml")) - set(ROOT.glob("journeys/*.en.yaml")))
EXAMPLES = [path for path in EXAMPLES if path.name != "cjm.yaml"]
"""One of each pair in two languages."""


def read(text: str, **options: str) -> Converted:
    """A diagram as a journey's file."""
    return cjm.convert(text, "mermaid", "yaml", **options)  # type: ignore[arg-type]


def journey_of(text: str) -> Journey:
    """A diagram as a journey."""
    return cjm.loads(read(text).text)


def told(made: Converted) -> list[str]:
    """What was left out, a line each."""
    return [f"{part.place}: {part.what}: {part.why}" for part in made.lost]


def test_nodes_are_touchpoints_and_labels_of_lines_are_shares_or_words() -> None:
    """A lone line without a label is nothing but the id; a percentage may have words behind it."""
    journey = journey_of(
        "---\ntitle: Taxi\n---\nflowchart LR\n"
        'a["Menu <br/> on site"] -->|0.9| b{Order}\na -->|10 %| c\n'
        "b -- 92,5 % fast --> d\nb -->|5% 7 min| e\nc -->|why not| d"
    )
    assert journey.title == "Taxi"
    assert [point.id for point in journey.touchpoints] == list("abcde")
    assert journey["a"].title == "Menu on site"
    assert journey["b"].title == "Order"
    ways = {
        (p.id, way.to): (way.probability, way.label, way.wait)
        for p in journey.touchpoints
        for way in p.next
    }
    assert ways == {
        ("a", "b"): (0.9, None, None),
        ("a", "c"): (0.1, None, None),
        ("b", "d"): (0.925, "fast", None),
        ("b", "e"): (0.05, None, "7 min"),
        ("c", "d"): (None, "why not", None),
    }


def test_scores_are_read_from_the_lines_of_a_label_in_both_languages() -> None:
    """Whatever the letters: О and В look like O and B."""
    journey = journey_of(
        'flowchart LR\na["Книга<br/>О 7 · В 4,5"] --> b["Ride<br/>O 9 · B n/a"]\nb --> c["О 3"]'
    )
    scores = [(p.title, p.expectation and p.expectation.score) for p in journey.touchpoints]
    assert scores == [("Книга", 7), ("Ride", 9), ("О 3", None)]
    assert journey["a"].experience is not None
    assert journey["a"].experience.score == 4.5
    assert journey["b"].experience is None


def test_labels_are_plain_texts() -> None:
    """Tags, Markdown, entities and line ends, in quotes, brackets and data."""
    journey = journey_of(
        'flowchart LR\na["<b>Bold</b> &amp; #quot;so#quot;"] --> b["`**very** _good_`"]\n'
        'b --> c@{ shape: rect, label: "New\n  node" } --> d["x | #58; y"]\nd --> e[one<br>two]'
    )
    assert [p.title for p in journey.touchpoints] == [
        'Bold & "so"', "very good", "New node", "x | : y", "one two"
    ]  # fmt: skip


def test_subgraphs_are_stages_and_the_inner_ones_count() -> None:
    """What stands around them, and lines to or from one, is told."""
    made = read(
        "flowchart LR\nsubgraph all [Everything]\nsubgraph one [1. First]\na --> b\nend\n"
        "subgraph two [2. Second]\nc\nend\nend\nb --> c\nb --> two\na --> d"
    )
    journey = cjm.loads(made.text)
    assert [(stage.id, stage.title) for stage in journey.stages] == [
        ("one", "First"), ("two", "Second")
    ]  # fmt: skip
    assert [p.stage for p in journey.touchpoints] == ["one", "one", "two", None]
    assert told(made) == [
        "2: the subgraph «Everything»: stages do not stand inside each other",
        "11: b → two: a stage is no touchpoint: transitions lead from one to another",
    ]


def test_looks_are_dropped_and_counted() -> None:
    """Shapes, kinds of lines, classes and styles: a line each, with the place of the first."""
    made = read(
        "%%{init: {'theme': 'base'}}%%\nflowchart LR\n%% later\na((x)) -.-> b:::hot ==> c(y)\n"
        "classDef hot fill:#f00\nstyle a fill:#fff\n"
    )
    assert told(made) == [
        "1: «{init: {'theme': 'base'}}»: it is about how it looks",
        "3: «later»: comments are not taken over",
        "4: 2 shapes of nodes: a map draws them its own way",
        "4: 2 kinds of lines: a map draws them its own way",
        "4: 1 class of nodes: a map draws them its own way",
        "5: 2 statements about how it looks: a map draws them its own way",
    ]


def test_nodes_that_nobody_leads_to_are_the_start() -> None:
    """In equal shares where there are several; a loop to itself leads nobody."""
    journey = journey_of("flowchart LR\na --> c\nb --> c\nb --> b")
    assert [(start.touchpoint, start.share) for start in journey.start] == [("a", 0.5), ("b", 0.5)]


def test_two_ways_and_no_way() -> None:
    """`<-->` leads both ways, `~~~` nowhere; the same transition twice is one, and told."""
    made = read("flowchart LR\na <--> b\na ~~~ c\na --> b")
    journey = cjm.loads(made.text)
    assert {(p.id, way.to) for p in journey.touchpoints for way in p.next} == {
        ("a", "b"), ("b", "a")
    }  # fmt: skip
    assert "4: a → b: there is this transition already" in told(made)


def test_names_that_no_id_can_be_are_made_ids() -> None:
    """Each is given once."""
    made = read("flowchart LR\na/b --> a+b --> %x --> путь\n")
    assert list(cjm.loads(made.text).touchpoints) == list(cjm.loads(made.text).touchpoints)
    assert [p.id for p in cjm.loads(made.text).touchpoints] == ["a-b", "a-b-2", "x", "путь"]


def test_faults_of_the_journey_are_told_in_the_diagram() -> None:
    """Probabilities above one, at the node's line."""
    with pytest.raises(InvalidJourneyError) as caught:
        read("flowchart LR\nx --> a\na -->|70%| b\na -->|60%| c", file="map.mmd")
    (finding,) = caught.value.findings
    assert (finding.file, finding.span.line) == ("map.mmd", 2)
    assert finding.excerpt.text == "x --> a"


@pytest.mark.parametrize(
    ("text", "place", "message", "help"),
    [
        ("", (1, 1), "the file is empty",
         "expected a Mermaid diagram: journey, flowchart or graph"),
        ("\n\n", (1, 1), "the file is empty", "expected a Mermaid diagram"),
        ("sequenceDiagram\nA->>B: x", (1, 1), "'sequenceDiagram' begins no diagram that is read",
         "expected a Mermaid diagram"),
        ("flowchart LR\n", (1, 1), "there is no node", "expected a --> b"),
        ("flowchart LR\nпуть --> end", (2, 10), "end is a word of Mermaid's, no name",
         "expected another name"),
        ("flowchart LR\nпуть[Текст --> b", (2, 5), "[ is not closed", "expected ]"),
        ("---\ntitle: [\n---\nflowchart LR\na", (3, 1), "", ""),
    ],
)  # fmt: skip
def test_faults_are_told_at_their_place_with_what_was_expected(
    text: str, place: tuple[int, int], message: str, help: str
) -> None:
    """Columns count letters, whatever the script."""
    with pytest.raises(InvalidJourneyError) as caught:
        read(text)
    first = caught.value.findings[0]
    assert first.message.startswith(message)
    assert (first.help or "").startswith(help)
    if message:
        assert first.span[:2] == place


def test_several_faults_are_told_at_once() -> None:
    """One a line; in Russian too."""
    with pytest.raises(InvalidJourneyError) as caught:
        read("flowchart LR\na --> end\nb[x (y)]\nc --> d\ne -->")
    assert [finding.span[:2] for finding in caught.value.findings] == [(2, 7), (3, 5), (5, 6)]


def test_the_first_block_of_a_markdown_file_is_read_at_its_own_lines() -> None:
    """Whatever stands around it, and whether it is closed or not."""
    text = (
        "# Map\n\n```sh\nls\n```\n\n  ```mermaid\nflowchart LR\na --> b\n```\n```mermaid\nx\n```\n"
    )
    made = cjm.convert(text, "markdown", "yaml")
    assert [p.id for p in cjm.loads(made.text).touchpoints] == ["a", "b"]
    with pytest.raises(InvalidJourneyError) as caught:
        cjm.convert(text.replace("a --> b", "a --> end"), "markdown", "yaml", file="x.md")
    (finding,) = caught.value.findings
    assert (*finding.span[:2], finding.excerpt.text) == (9, 7, "a --> end")
    with pytest.raises(InvalidJourneyError, match="there is no Mermaid block"):
        cjm.convert("# Nothing", "markdown", "yaml")


# ---- both ways ------------------------------------------------------------------------------


def ways_of(journey: Journey) -> dict[tuple[str, str], tuple[float | None, str | None]]:
    """Transitions by the titles of their ends."""
    titles = {point.id: point.title or point.id for point in journey.touchpoints}
    return {
        (titles[p.id], titles[way.to]): (way.probability, way.label)
        for p in journey.touchpoints
        for way in p.next
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_reads_back_from_its_flowchart(path: Path) -> None:
    """Titles, stages, scores, transitions, outcomes and starts."""
    journey = cjm.load(path)
    text = cjm.convert(path.read_bytes(), "yaml", "mermaid", workspace=path.parent / "cjm.yaml")
    back = journey_of(text.text)
    assert back.title == journey.title
    shown = {p.stage for p in journey.touchpoints}
    titles = [stage.title for stage in journey.stages if stage.id in shown]
    assert [stage.title for stage in back.stages] == titles
    assert {p.title for p in back.touchpoints} == {p.title for p in journey.touchpoints}
    assert {(p.title, p.outcome) for p in back.touchpoints} == {
        (p.title, None if p.outcome == "neutral" else p.outcome) for p in journey.touchpoints
    }
    whole = cjm.analyze(journey)
    for point in back.touchpoints:
        figures = whole[next(p.id for p in journey.touchpoints if p.title == point.title)]
        for side in ("expectation", "experience"):
            score = getattr(point, side)
            assert (score and score.score) == pytest.approx(getattr(figures, side), abs=0.051)
    ours, theirs = ways_of(journey), ways_of(back)
    assert set(ours) == set(theirs)
    for ends, (probability, label) in ours.items():
        assert theirs[ends][1] == label
        if probability is not None and probability != 1:
            assert theirs[ends][0] == pytest.approx(probability, abs=0.0051)


TITLES = st.one_of(
    st.sampled_from([text for text in HOSTILE if cleaned(text) and len(text) < 30]),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8),
)


SCORES = st.integers(0, 10)


@st.composite
def drawn_journeys(draw: st.DrawFn) -> Journey:
    """Small journeys with any titles and labels, shares in whole per cent."""
    ids = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=5, unique=True))
    stages = draw(st.lists(TITLES, max_size=2))
    points = []
    for id in ids:
        targets = draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))
        shares = (0.4, 0.35)
        way = st.one_of(st.none(), TITLES)
        points.append(
            Touchpoint(
                id,
                draw(TITLES),
                stage=draw(st.sampled_from([None, *(f"s{n}" for n in range(len(stages)))])),
                # Where nobody has both scores, a picture shows one of the two.
                expectation=draw(st.integers(0, 10)),  # type: ignore[arg-type]
                experience=draw(st.one_of(st.none(), st.integers(0, 10)) if points else SCORES),
                next=tuple(
                    Transition(to, share, draw(way))
                    for to, share in zip(targets, shares, strict=False)
                ),
            )
        )
    made = tuple(Stage(f"s{n}", title) for n, title in enumerate(stages))
    return Journey("drawn", tuple(points), title=draw(TITLES), stages=made)


def seen(text: str | None) -> str:
    """A text as a label shows it."""
    return " ".join(cleaned(text or "").split())


@settings(max_examples=25)
@given(drawn_journeys())
def test_any_journey_reads_back_from_its_flowchart(journey: Journey) -> None:
    """Whatever its titles: no text becomes a statement, an entity or another node."""
    text = cjm.render(journey, format="mermaid").decode()
    back = journey_of(text)
    assert {p.id for p in back.touchpoints} == {p.id for p in journey.touchpoints}
    for point in journey.touchpoints:
        twin = back[point.id]
        assert seen(twin.title) == (seen(point.title) or point.id)
        assert twin.expectation == point.expectation
        assert twin.experience == point.experience
        assert {(way.to, way.probability) for way in twin.next} == {
            (way.to, way.probability) for way in point.next
        }


@pytest.mark.parametrize("form", ["mermaid", "mermaid-journey"])
def test_texts_that_mean_something_to_mermaid_stay_texts(form: str) -> None:
    """As titles of touchpoints and stages; ends that a label has no room for are told."""
    journey = traps()
    made = cjm.convert(cjm.dump(journey), "yaml", form)
    back = journey_of(made.text)
    for point, twin in zip(journey.touchpoints, back.touchpoints, strict=True):
        title = twin.title or twin.id
        cut = f"the end of the title of {point.id}" in [str(part.what) for part in made.lost]
        assert cut == (title.endswith("…") and title != seen(point.title))
        assert cut or title == seen(point.title)
    assert [stage.title for stage in back.stages] == [seen(s.title) for s in journey.stages]


@pytest.mark.parametrize("text", [*FLOWCHARTS, *USER_JOURNEYS])
def test_what_is_written_is_as_fmt_would_leave_it(text: str) -> None:
    """With faults of the journey, too."""
    made = cjm.convert(text, "mermaid", "yaml", force=True).text
    assert cjm.format_text(made) == made
