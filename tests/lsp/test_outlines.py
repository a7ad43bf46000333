"""Symbols, hints, lens, formatting and the preview: what stands beside the text."""

from __future__ import annotations

import pytest

import cjm
from cjm.edits import apply
from cjm.lsp.formatting import format_edits
from cjm.lsp.hints import hints
from cjm.lsp.lens import lenses
from cjm.lsp.preview import Chosen, Previews, chosen_of, saved
from cjm.lsp.reading import read
from cjm.lsp.settings import EditorSettings, read_settings
from cjm.lsp.symbols import symbols
from cjm.lsp.workspace_symbols import workspace_symbols

JOURNEY = """cjm: 1
title: Такси 🚕
stages: {before: До поездки, after: После}
touchpoints:
  ad:
    title: Реклама
    expectation: 5
    experience: 5
    next: [call, ride]
  call:
    stage: before
    expectation: 8
    experience:
      score: 5
      n: 40
    next: {ride: 0.5, gone: }
  ride: {stage: after, expectation: 7, experience: {score: 8}, outcome: success}
  gone: {stage: after, outcome: failure}
improvements:
  answer: {title: Отвечать быстрее, lifts: {call: 3}}
waivers:
  - {rule: CJM101, touchpoint: call, reason: known}
"""


def shown(text, found):
    """Hints put into their text."""
    for hint in sorted(found, reverse=True):
        text = f"{text[: hint.offset]}«{hint.label.replace(chr(160), ' ')}»{text[hint.offset :]}"
    return text


def levels(found, depth=0):
    """An outline as lines: names with their details, below each other."""
    for symbol in found:
        yield "  " * depth + " ".join(
            filter(None, (symbol.name, symbol.detail.replace("\u00a0", " ")))
        )
        yield from levels(symbol.children, depth + 1)


def test_the_outline_of_a_journey_has_stages_with_their_touchpoints():
    """What has no stage stands under the journey; improvements and waivers follow."""
    assert list(levels(symbols(read(JOURNEY)))) == [
        "Такси 🚕",
        "  Реклама C 0",
        "  До поездки",
        "    call C −3",
        "  После",
        "    ride C +1",
        "    gone",
        "  Отвечать быстрее",
        "  CJM101",
    ]


def test_every_name_of_an_outline_stands_within_its_entry():
    """Editors refuse an outline in which it does not."""
    waiting = list(symbols(read(JOURNEY)))
    while waiting:
        symbol = waiting.pop()
        assert symbol.start <= symbol.name_start <= symbol.name_end <= symbol.end
        waiting += symbol.children


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("cjm.yaml", "cjm: 1\npersonas: {ann: Anna, bob: {name: Bob}}\nchannels: [web]\n",
         ["personas", "  Anna", "  Bob", "channels", "  web"]),
        ("data.yaml", "cjm-data: 1\nsources: {poll: {file: a.csv}}\n", ["sources", "  poll"]),
        ("words.yaml", "cjm-topics: 1\ntopics: {price: {title: Price}}\n", ["topics", "  Price"]),
        ("a.yaml", "cjm: 1\n", ["a.yaml"]),
        ("a.yaml", "cjm: [\n", ["a.yaml"]),
    ],
)  # fmt: skip
def test_every_kind_of_document_has_an_outline(path, text, expected):
    """Whatever it holds."""
    names = [line.removesuffix(" ") for line in levels(symbols(read(text, path)))]
    assert [name.rsplit("/", 1)[-1] for name in names] == expected


def test_hints_stand_behind_experiences_and_behind_shares_that_nobody_gave():
    """Behind the value in one line, behind the key where a block stands below it."""
    text = shown(JOURNEY, hints(read(JOURNEY)))
    assert [line.strip() for line in text.splitlines() if "«" in line] == [
        "experience: 5«★ C 0»",
        "next: [call«50%», ride«50%»]",
        "experience:«★ C −3»",
        "next: {ride: 0.5, gone«50%»: }",
        "ride: {stage: after, expectation: 7, experience: {score: 8}«★ C +1», outcome: success}",
    ]


@pytest.mark.parametrize(("chosen", "count"), [("all", 6), ("negative", 1), ("off", 0)])
def test_settings_say_which_hints_are_shown(chosen, count):
    """All of them, those of negative gaps, or none."""
    assert len(hints(read(JOURNEY, settings=EditorSettings(inlay_hints=chosen)))) == count


def test_hints_of_a_broken_text_are_those_of_the_last_good_one_where_they_are_now():
    """And none where the text was changed."""
    before = read(JOURNEY)
    text = JOURNEY.replace("title: Реклама", "title: Реклама\n    thoughts: [")
    broken = read(text, before=before)
    assert "    experience: 5«★ C 0»" in shown(text, hints(broken)).splitlines()
    assert len(hints(broken)) == 6
    assert hints(broken, 0, 20) == ()


def test_the_lens_has_the_figures_of_cjm_show():
    """Balance, the disappointed and negative moments of truth; a click draws the journey."""
    (lens,) = lenses(read(JOURNEY, uri="file:///taxi.yaml"))
    assert lens.title == "balance ≈−0.75 · ≈50% disappointed · 1 negative moment of truth"
    assert (lens.command, lens.arguments) == ("cjm.preview", ({"uri": "file:///taxi.yaml"},))
    assert lenses(read(JOURNEY, settings=EditorSettings(code_lens=False))) == ()
    assert [each.title for each in lenses(read("cjm: 1\ntouchpoints: {a: {}}\n"))] == [
        "show the map"
    ]


def test_texts_are_told_in_the_language_of_the_settings():
    """Else in the workspace's."""
    russian = EditorSettings(language="ru")
    assert "баланс" in lenses(read(JOURNEY, settings=russian))[0].title
    assert "баланс" in lenses(read(JOURNEY, "a.yaml", "language: ru"))[0].title


@pytest.mark.parametrize(
    "text",
    [
        JOURNEY.replace("  ad:", "\n\n\n  ad:"),
        JOURNEY.replace("5, ", "5,   ").replace("\n", "\r\n"),
        JOURNEY.replace("{stage: after,", "{ stage: after,").rstrip("\n"),
    ],
    ids=["other count of lines", "lines of Windows", "no line end"],
)
def test_formatting_is_what_cjm_fmt_does(text):
    """As edits of the lines that change, and no others."""
    edits = format_edits(read(text))
    assert apply(text, edits) == cjm.format_text(text)
    assert len(edits) < 30
    assert format_edits(read(cjm.format_text(text))) == ()


def test_a_text_that_is_no_yaml_is_not_formatted():
    """It is left as it is."""
    assert format_edits(read(JOURNEY + "  x: {")) == ()


def test_a_preview_is_the_map_of_cjm_render_with_the_places_of_touchpoints():
    """From the key to the end of the entry."""
    reading = read(JOURNEY)
    picture = Previews().picture(reading)
    assert picture.svg.encode() == cjm.render(reading.journey)
    places = {id: JOURNEY[start:end] for id, (start, end) in picture.touchpoints}
    assert list(places) == ["ad", "call", "ride", "gone"]
    assert places["gone"].strip() == "gone: {stage: after, outcome: failure}"


def test_a_preview_follows_the_way_a_document_is_to_be_drawn():
    """View, theme and persona; what does not exist is told as an error."""
    previews, reading = Previews(), read(JOURNEY, uri="file:///a.yaml")
    previews.follow(reading.uri, chosen_of({"uri": reading.uri, "view": "map", "theme": "dark"}))
    expected = cjm.render(reading.journey, view="map", theme="dark")
    assert previews.picture(reading).svg.encode() == expected
    previews.follow(reading.uri, Chosen(persona="nobody"))
    assert "nobody" in previews.picture(reading).error
    previews.forget(reading.uri)
    assert reading.uri not in previews


def test_a_preview_of_a_broken_text_says_what_is_wrong():
    """The picture that the client has may stay."""
    broken = read(JOURNEY + "  x: {", before=read(JOURNEY))
    assert Previews().picture(broken).error in {each.message for each in broken.fresh.faults}
    assert Previews().picture(read("cjm: 1\n", "cjm.yaml")).error == "the document is no journey"


def test_a_picture_for_editors_without_pages_lies_in_the_users_cache(tmp_path, monkeypatch):
    """One file a document, written anew each time."""
    monkeypatch.setenv("CJM_CACHE_DIR", str(tmp_path))
    reading = read(JOURNEY, "a/taxi.yaml", uri="file:///a/taxi.yaml")
    path = saved(reading, "<svg/>")
    assert path == saved(reading, "<svg></svg>")
    assert path.startswith(str(tmp_path))
    assert path.endswith(".svg")
    assert path != saved(read(JOURNEY, "b/taxi.yaml", uri="file:///b/taxi.yaml"), "<svg/>")


def test_symbols_of_the_workspace_are_found_by_id_or_title_in_any_case(tmp_path):
    """In open documents as they are shown, in others as they lie on the disk."""
    (tmp_path / "cjm.yaml").write_text("cjm: 1\njourneys: [.]\nchannels: {taxi: Машина}\n")
    (tmp_path / "closed.yaml").write_text("cjm: 1\ntouchpoints: {call: {title: Taxi rank}}\n")
    (tmp_path / "open.yaml").write_text("cjm: 1\n")
    from cjm.project.discovery import WorkspaceFiles

    path = str(tmp_path / "open.yaml")
    reading = read(JOURNEY, path, WorkspaceFiles().of_file(path), opened={path: JOURNEY})
    found = workspace_symbols([reading], "тАКСи")
    assert [(each.name, each.kind) for each in found] == [("Такси 🚕", "journey")]
    names = {(each.name, each.kind) for each in workspace_symbols([reading], "taxi")}
    assert names == {("Taxi rank", "touchpoint"), ("Машина", "channel")}
    everything = workspace_symbols([reading], "")
    assert {"call", "Реклама", "До поездки", "closed"} <= {each.name for each in everything}
    for each in everything:
        assert each.location.text[each.location.start : each.location.end]


def test_at_most_a_hundred_symbols_are_found():
    """Whoever looks for one types on."""
    points = "".join(f"  t{n}: {{}}\n" for n in range(300))
    reading = read(f"cjm: 1\ntouchpoints:\n{points}", "")
    assert len(workspace_symbols([reading], "t")) == 100


@pytest.mark.parametrize(
    ("given", "unknown"),
    [
        ({"completion": {"keys": "off"}, "inlayHints": "off"}, ()),
        ({"completion.keys": "on", "codeLens": False, "path": "/x/cjm"}, ()),
        ({"language": "fr"}, ("language",)),
        ({"codeLens": 1, "hints": {"deep": {"er": 2}}}, ("codeLens", "hints.deep.er")),
        ({"language": None}, ()),
        (None, ()),
        ("nonsense", ()),
        ([1], ()),
    ],
)
def test_settings_are_read_and_what_is_unknown_is_named(given, unknown):
    """Groups as objects or with dots; null is as by default."""
    assert read_settings(given).unknown == unknown


def test_settings_that_are_not_sent_stay_as_they_were():
    """A client sends what changed."""
    before = EditorSettings(code_lens=False)
    assert read_settings({"inlayHints": "off"}, before).settings == EditorSettings(
        code_lens=False, inlay_hints="off"
    )
