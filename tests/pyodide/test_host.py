"""The page's host: what it answers over texts in memory, and what it says where it cannot."""

import json
from base64 import b64encode
from datetime import date

import pytest
from in_page import asked, page

import cjm
from cjm.pyodide import main
from cjm.pyodide.files import MemoryFiles
from cjm.pyodide.host import PageHost

TEA = """cjm: 1
id: tea
language: en
title: Tea
touchpoints:
  order: {expectation: 8, experience: 3, next: drink}
  drink: {expectation: 5, experience: 6, outcome: success}
"""
WORKSPACE = "cjm: 1\nlanguage: ru\ncheck: {ignore: [CJM4]}\n"
OVERLAY = """cjm-measured: 1
journey: tea
state: as-is
scale: [0, 10]
period: {from: 2026-10-01, to: 2026-10-31}
sources: {poll: {rows: 50, used: 40, from: 2026-10-01, to: 2026-10-31}}
scores:
  order: {experience: {score: 7, n: 40, sd: 1, source: poll, measured: 2026-10-31}}
"""


@pytest.fixture
def host():
    """A page with a journey and a workspace."""
    return page({"tea.yaml": TEA, "cjm.yaml": WORKSPACE})


def given(text=TEA, **more):
    """The arguments of a function of the journey."""
    return {"file": "tea.yaml", "text": text, **more}


def encoded(content):
    """A file's content as it is sent."""
    return b64encode(content).decode()


def test_journeys_are_listed_by_their_paths_broken_ones_too(host):
    """What does not say what it is has its file's id."""
    texts = {"a.yaml": "cjm: 1\ntouchpoints: [", "b.yaml": "", "tea.yaml": TEA, "cjm.yaml": "a: 1"}
    told = asked(page({**texts, "tea.measured.yaml": OVERLAY}), "list")
    assert [(one["file"], one["id"], one["title"]) for one in told] == [
        ("a.yaml", "a", "a"),
        ("b.yaml", "b", None),
        ("tea.yaml", "tea", "Tea"),
    ]


def test_journeys_are_listed_without_reading_their_touchpoints():
    """Hundreds of them, and one of a megabyte, are known at once; a fault below hides no title."""
    head = "cjm: 1\nid: tea\ntitle: >-\n  Tea\n  time\nstate: to-be\nlanguage: ru\n"
    (told,) = asked(page({"a.yaml": f"{head}touchpoints: [\n"}), "list")
    said = {key: told[key] for key in ("id", "title", "state", "language")}
    assert said == {"id": "tea", "title": "Tea time", "state": "to-be", "language": "ru"}


@pytest.mark.parametrize("text", ["title: " + "a" * 20_000, "a" * 20_000, "[" * 20_000])
def test_what_is_too_large_to_say_what_it_is_has_its_files_id(text):
    (told,) = asked(page({"a.yaml": text}), "list")
    assert (told["id"], told["title"]) == ("a", None)


def test_a_picture_in_a_theme_is_the_file_that_render_writes(host, tmp_path):
    """Byte for byte, heading and legend with it."""
    file = tmp_path / "tea.yaml"
    file.write_text(TEA)
    (tmp_path / "cjm.yaml").write_text(WORKSPACE)
    for view in ("graph", "map"):
        svg = asked(host, "picture", **given(theme="dark", view=view))["svg"]
        assert svg == cjm.render(file, theme="dark", view=view).decode()
    assert "<text" in asked(host, "picture", **given())["svg"]


def test_figures_and_findings_are_those_of_the_workspace(host):
    """Rules that it ignores find nothing; they are told in the language that was asked for."""
    told = asked(host, "assess", **given(language="en"))
    codes = {finding["code"] for finding in told["findings"]}
    assert "CJM102" in codes
    assert not any(code.startswith("CJM4") for code in codes)
    assert told["touchpoints"][0]["line"] == 6


def test_an_overlay_counts_as_it_does_beside_a_file():
    """`NAME.measured.yaml` among the texts; renamed touchpoints are so in it."""
    host = page({"tea.yaml": TEA, "tea.measured.yaml": OVERLAY})
    told = asked(host, "assess", **given())
    assert told["touchpoints"][0]["experience"]["score"] == 7
    renamed = TEA.replace("order:", "ask:")
    pair = [["order", "ask"]]
    told = asked(host, "assess", **given(renamed, renamed=pair))
    assert told["touchpoints"][0]["experience"]["score"] == 7
    after = asked(host, "carried", **given(renamed, renamed=pair))
    assert after == {"tea.measured.yaml": OVERLAY.replace("order:", "ask:")}


def test_a_broken_workspace_is_told_at_its_place_and_holds_where_it_is_right(host):
    """As in a live site: each field that cannot be used falls back to its default."""
    broken = "cjm: 1\nlanguage: ru\nscale: much\n"
    (finding,) = asked(host, "findings", file="cjm.yaml", text=broken, language="en")
    assert (finding["file"], finding["line"], finding["column"]) == ("cjm.yaml", 3, 8)
    host = page({"tea.yaml": TEA, "cjm.yaml": broken})
    assert asked(host, "assess", **given())["touchpoints"][0]["expectation"]["score"] == 8
    host = page({"tea.yaml": TEA, "cjm.yaml": "cjm: [\n"})
    assert asked(host, "assess", **given())["unread"] is False


def test_completion_offers_what_fits_at_the_cursor(host):
    """Also in a text that is broken, and in one that is empty."""
    text = TEA.replace("next: drink", "next: ")
    offset = text.index("next: ") + len("next: ")
    told = asked(host, "complete", **given(text, offset=offset, language="en"))
    assert "drink" in [item["label"] for item in told["items"]]
    assert (told["start"], told["end"]) == (offset, offset)
    empty = asked(host, "complete", **given("", offset=0))
    assert "touchpoints" in empty["items"][0]["insert"]
    text = "cjm: 1\ncheck: {ign"
    told = asked(host, "complete", file="cjm.yaml", text=text, offset=len(text))
    assert "ignore" in [item["label"] for item in told["items"]]


def test_hover_tells_of_a_field_in_the_language_asked_for(host):
    """And of nothing where nothing stands."""
    offset = TEA.index("expectation") + 2
    told = asked(host, "hover", **given(offset=offset, language="ru"))
    assert TEA[told["start"] : told["end"]] == "expectation"
    assert "ожида" in told["text"].lower()
    assert asked(host, "hover", **given(offset=len(TEA))) is None


@pytest.mark.parametrize(
    ("name", "content", "id"),
    [
        ("lunch.mmd", b"flowchart LR\n a[Order] --> b[Eat]\n", "lunch"),
        ("notes.md", b"# Lunch\n```mermaid\nflowchart LR\n a --> b\n```\n", "notes"),
        ("lunch.csv", "id;expectation\nзаказ;7,5\n".encode("cp1251"), "lunch"),
        ("lunch.tsv", b"id\texpectation\norder\t7\n", "lunch"),
        ("lunch.json", cjm.convert(TEA, "yaml", "json").content, "tea"),
    ],
)
def test_other_forms_become_journeys(host, name, content, id):
    """The text is one that the studio can open; what had to be decided is told."""
    told = asked(host, "convert_in", name=name, content_base64=encoded(content), language="en")
    assert told["name"] == f"{name.split('.')[0]}.yaml"
    assert cjm.assess(told["text"], name=told["name"]).journey.id == id
    assert bool(told["lost"]) == (name == "lunch.csv")


def test_yaml_comes_back_as_it_is_and_what_is_no_text_is_told_with_its_line(host):
    """Also a byte order mark goes, which a page keeps from the text."""
    content = "\ufeffcjm: 1\r\n# да\r\n".encode()
    told = asked(host, "convert_in", name="a.yml", content_base64=encoded(content))
    assert told == {"name": "a.yml", "text": "cjm: 1\r\n# да\r\n", "lost": []}
    content = "cjm: 1\ntitle: Чай с лимоном\n".encode("cp1251")
    told = asked(host, "convert_in", name="a.yml", content_base64=encoded(content), language="en")
    assert (told["error"]["line"], told["error"]["file"]) == (2, "a.yml")
    assert "Windows-1251" in told["error"]["message"]
    told = asked(host, "convert_in", name="a.png", content_base64="", language="en")
    assert ".mmd" in told["error"]["help"]


@pytest.mark.parametrize(
    ("form", "name"),
    [("csv", "tea.csv"), ("mermaid", "tea.mmd"), ("json", "tea.json"), ("tsv", "tea.tsv")],
)
def test_a_journey_is_written_in_other_forms_as_convert_writes_it(host, form, name):
    """Its comments are told to be lost."""
    told = asked(host, "convert_out", **given(f"# mine\n{TEA}", format=form, language="en"))
    assert told["name"] == name
    workspace = cjm.Workspace(language="ru")
    made = cjm.convert(f"# mine\n{TEA}", "yaml", form, file="tea.yaml", workspace=workspace)
    assert told["content"] == made.text
    assert next(part for part in told["lost"] if "mine" in part["message"])["line"] == 1


def test_a_text_of_another_kind_has_a_finding(host):
    """What defines data, a list, or nothing at all is told to be no journey."""
    for text in ("cjm-data: 1\n", "- a\n", "", "a: 1\n", "\ufeffcjm: 1\n", "\0"):
        told = asked(host, "assess", **given(text, language="en"))
        assert told["findings"], text
        assert "error" in asked(host, "picture", **given(text, language="en"))


def test_what_is_not_written_in_a_page_is_told(host):
    """A workbook needs a library, YAML is what there is."""
    for form in ("xlsx", "yaml", "png"):
        told = asked(host, "convert_out", **given(format=form, language="en"))
        assert told["error"]["message"]


def test_a_new_journey_is_made_of_a_template_and_its_id_is_free(host):
    """In the language of the workspace; an id that is taken, or none, is told."""
    told = asked(host, "create", id="lunch", template="cafe")
    assert (told["file"], told["path"]) == ("lunch.yaml", "lunch.yaml")
    assert cjm.assess(told["text"], "cjm: 1\nlanguage: ru\n").journey.language == "ru"
    assert "Визит" in told["text"]
    assert asked(host, "text", file="lunch.yaml")["text"] == told["text"]
    for taken in ("lunch", "tea", "../tea", "", "cjm"):
        assert "error" in asked(host, "create", id=taken, template="blank"), taken


def test_a_text_is_saved_over_the_one_that_was_seen_only(host):
    """As a file is."""
    seen = asked(host, "text", file="tea.yaml")
    assert "conflict" in asked(host, "save", **given("a", version="another"))
    saved = asked(host, "save", **given(f"{TEA}\n", version=seen["version"]))
    assert asked(host, "text", file="tea.yaml") == {"text": f"{TEA}\n", **saved}


def test_a_text_that_the_page_took_away_is_none():
    """Its handle is no longer known."""
    files = MemoryFiles({"tea.yaml": TEA})
    files.put("tea.yaml", None)
    assert files.list() == []
    assert MemoryFiles({"tea.yaml": TEA}, lambda: date(2020, 1, 2)).surroundings("tea.yaml").today


def test_the_worker_calls_three_functions_in_json(monkeypatch):
    """`start`, `put`, `answer`; what the layout engine throws is a sentence."""

    def layout(dot):
        raise RuntimeError("out of memory\nat wasm-function[1]")

    monkeypatch.delenv("CJM_LANGUAGE", raising=False)
    assert main.start(layout) == cjm.__version__
    main.put("tea.yaml", TEA)
    told = json.loads(main.answer("picture", json.dumps(given())))
    assert told["error"]["message"] == 'the layout engine failed: "out of memory"'
    told = json.loads(main.answer("picture", json.dumps(given(view="map"))))
    assert told["svg"].startswith("<svg")
    broken = json.dumps(given(TEA.replace("Tea", "Tea \ud83d")))
    assert json.loads(main.answer("assess", broken))["unread"] is True
    assert "error" in json.loads(main.answer("none", "[]"))


def test_want_of_memory_is_raised_so_that_the_page_begins_anew(host, monkeypatch):
    """Any other fault of ours is an answer."""

    def failing(error):
        def read(*_):
            raise error

        return read

    monkeypatch.setattr(PageHost, "_read", failing(MemoryError()))
    with pytest.raises(MemoryError):
        host.answer("assess", given())
    monkeypatch.setattr(PageHost, "_read", failing(RecursionError()))
    assert "RecursionError" in asked(host, "assess", **given(language="en"))["error"]["message"]


@pytest.mark.parametrize("language", ["en", "ru", None])
def test_a_text_is_looked_through_once_for_all_that_hovers_over_it(host, monkeypatch, language):
    """In whichever language it is told: a text of thousands of faults takes a second each time."""
    from cjm.lsp import names

    seen = []
    names_of = names.names_of
    monkeypatch.setattr(names, "names_of", lambda *args: seen.append(args) or names_of(*args))
    told = [
        asked(host, "hover", **given(offset=TEA.index(word), language=language))
        for word in ("order", "drink", "outcome", "order")
    ]
    assert all(told)
    assert len(seen) == 1
    asked(host, "hover", **given(TEA + "# more\n", offset=TEA.index("order"), language=language))
    assert len(seen) == 2
