"""Problems: what an editor is told equals what `cjm check` says of the same files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import cjm
from cjm.lsp.editing import Change
from cjm.lsp.lines import EditorLines
from cjm.lsp.session import Session

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "journeys").glob("*.yaml"))


def opened(path, text=None, session=None, **chosen):
    """A session with a file of the disk open in it, and what the editor calls it."""
    session = session or Session(**chosen)
    text = path.read_text(encoding="utf-8") if text is None else text
    session.open(path.as_uri(), str(path), text, 1, "yaml")
    return session, path.as_uri()


def told(problems):
    """Codes, severities, texts and places, as a report has them."""
    found = []
    for finding, (_, text, start, end), related in problems:
        lines = EditorLines(text)
        assert start <= end
        place = lines.position(start, "utf-32")
        beside = [message for message, _ in related]
        found.append((finding.code, finding.severity, finding.message, finding.help, place, beside))
    return found


def reported(report):
    """The same of a report."""
    return [
        (
            f.code,
            f.severity,
            f.message,
            f.help,
            (f.span.line - 1, f.span.column - 1),
            [r.message for r in f.related],
        )
        for f in report.findings
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_open_document_has_the_findings_of_cjm_check(path):
    """Of every example, its workspace's own file among them."""
    session, uri = opened(path)
    assert told(session.problems(uri)) == reported(cjm.check(str(path)))


@pytest.fixture
def service(tmp_path):
    """A workspace with a journey that has two negative gaps."""
    (tmp_path / "cjm.yaml").write_text("cjm: 1\njourneys: [.]\n")
    (tmp_path / "taxi.yaml").write_text(JOURNEY)
    return tmp_path


JOURNEY = """cjm: 1
touchpoints:
  call:
    expectation: 8
    experience: 5
    owner: desk
    next: ride
  ride:
    expectation: 7
    experience: 6
    owner: fleet
    outcome: success
"""


def codes(session, uri):
    """The codes of what is told, with the touchpoint."""
    return [(p.finding.code, p.finding.touchpoint) for p in session.problems(uri)]


def typed(session, uri, text, version=2):
    """A document with another text."""
    session.change(uri, version, [Change(text)])


@pytest.mark.parametrize(
    "check",
    [
        "check: {ignore: [CJM101]}",
        "check: {severity: {negative-gap: info}}",
        "check: {select: [CJM102]}",
        "check: {options: {negative-gap: {tolerance: 2}}}",
        "language: ru",
        "nonsense: true",
    ],
)
def test_the_workspace_says_what_is_told_and_how_bad_it_is(service, check):
    """The same settings hold as for `cjm check`."""
    (service / "cjm.yaml").write_text(f"cjm: 1\njourneys: [.]\n{check}\n")
    session, uri = opened(service / "taxi.yaml")
    expected = reported(cjm.check(str(service / "taxi.yaml")))
    session, home = opened(service / "cjm.yaml", session=session)
    assert told((*session.problems(home), *session.problems(uri))) == expected


def test_what_the_baseline_knows_is_not_told_until_it_becomes_worse(service):
    """A baseline beside `cjm.yaml`, read again once it is written."""
    session, uri = opened(service / "taxi.yaml")
    before = codes(session, uri)
    cjm.check(
        str(service / "taxi.yaml"),
        update_baseline=True,
        baseline=str(service / "cjm-baseline.json"),
    )
    assert before
    assert codes(session, uri) == []
    typed(session, uri, JOURNEY.replace("experience: 6", "experience: 4"))
    assert ("CJM101", "ride") in codes(session, uri) or ("CJM102", "ride") in codes(session, uri)


def test_a_waiver_covers_what_it_covers_in_a_check(service):
    """And one that covers nothing is told."""
    waived = JOURNEY + "waivers:\n  - {rule: CJM101, touchpoint: ride, reason: known}\n"
    session, uri = opened(service / "taxi.yaml", waived)
    found = codes(session, uri)
    assert ("CJM101", "ride") not in found
    typed(session, uri, waived.replace("experience: 6", "experience: 7"))
    assert "CJM406" in [code for code, _ in codes(session, uri)]


def test_what_was_measured_counts_and_is_told_at_its_line_in_the_overlay(service):
    """The overlay lies on the disk, and is read again when it changed."""
    session, uri = opened(service / "taxi.yaml")
    session.problems(uri)
    overlay = service / "taxi.measured.yaml"
    overlay.write_text(
        "cjm-measured: 1\njourney: taxi\nstate: as-is\nscale: [0, 10]\nscores:\n"
        "  ride:\n    experience: {score: 2, n: 50, measured: 2026-11-01, source: poll}\n"
    )
    assert uri in session.stale
    places = {p.location.path for p in session.problems(uri) if p.finding.touchpoint == "ride"}
    assert str(overlay) in places
    assert uri not in session.stale


def test_files_around_a_document_are_told_of_as_an_editor_shows_them(service):
    """A byte order mark is in their bytes, and in no editor's first line."""
    overlay = (
        "{cjm-measured: 1, journey: taxi, state: as-is, scale: [0, 10], scores: {ride: "
        "{experience: {score: 2, n: 50, measured: 2026-11-01, source: poll}}}}\n"
    )
    (service / "taxi.measured.yaml").write_text(overlay, "utf-8-sig")
    (service / "cjm.yaml").write_text((service / "cjm.yaml").read_text("utf-8"), "utf-8-sig")
    session, uri = opened(service / "taxi.yaml")
    told = [p.location for p in session.problems(uri) if p.location.path.endswith(".measured.yaml")]
    assert {text for _, text, *_ in told} == {overlay}
    assert "2" in {text[start:end] for _, text, start, end in told}
    reading = session.reading(uri)
    assert reading is not None
    assert reading.workspace.source is not None
    assert not reading.workspace.source.marked


def test_a_broken_text_keeps_the_findings_of_lines_that_were_not_changed(service):
    """They stand where their lines are now; the fault stands at its own place."""
    session, uri = opened(service / "taxi.yaml")
    good = session.problems(uri)
    place = JOURNEY.index("    owner: fleet")
    typed(session, uri, f"{JOURNEY[:place]}    thoughts: {{\n{JOURNEY[place:]}")
    broken = session.problems(uri)
    assert {p.finding.code for p in broken if p.finding.code.startswith("CJM0")}
    kept = [p for p in broken if not p.finding.code.startswith("CJM0")]
    assert [p.finding for p in kept] == [p.finding for p in good]
    moved = next(p for p in kept if p.finding.touchpoint == "ride" and p.finding.values)
    assert moved.location.text[moved.location.start : moved.location.end] == "6"


def test_findings_on_changed_lines_of_a_broken_text_are_left_out(service):
    """What stands there is being rewritten."""
    session, uri = opened(service / "taxi.yaml")
    session.problems(uri)
    typed(session, uri, JOURNEY.replace("experience: 6", "experience: {"))
    assert ("CJM101", "ride") not in codes(session, uri)
    assert any(touchpoint == "call" for _, touchpoint in codes(session, uri))


def test_after_a_save_a_broken_text_has_exactly_what_a_check_says(service):
    """And while it stays broken, nothing comes back; mended, all is as it was."""
    session, uri = opened(service / "taxi.yaml")
    good = told(session.problems(uri))
    half = JOURNEY.replace("outcome: success", "outcome: {")
    typed(session, uri, half)
    assert len(session.problems(uri)) > 1
    (service / "taxi.yaml").write_text(half)
    session.save(uri)
    assert told(session.problems(uri)) == reported(cjm.check(str(service / "taxi.yaml")))
    typed(session, uri, half + "# more\n", 3)
    assert {code[:4] for code, _ in codes(session, uri)} == {"CJM0"}
    typed(session, uri, JOURNEY, 4)
    assert told(session.problems(uri)) == good


def test_a_changed_workspace_makes_open_journeys_stale(service):
    """They are told anew with what it says now."""
    session, uri = opened(service / "taxi.yaml")
    assert codes(session, uri)
    assert session.stale == ()
    (service / "cjm.yaml").write_text("cjm: 1\njourneys: [.]\ncheck: {select: [CJM0]}\n")
    assert session.stale == (uri,)
    assert codes(session, uri) == []


def test_two_open_journeys_of_one_id_are_told_as_a_check_tells_them(service):
    """In the second by path, until one is closed or renamed."""
    for name in ("a", "b"):
        (service / f"{name}.yaml").write_text(JOURNEY.replace("cjm: 1", "cjm: 1\nid: taxi-ride"))
    session, first = opened(service / "b.yaml")
    session, second = opened(service / "a.yaml", session=session)
    session.problems(second)
    (problem,) = [p for p in session.problems(first) if p.finding.code == "CJM004"]
    report = cjm.check([str(service / "a.yaml"), str(service / "b.yaml")])
    (expected,) = [f for f in report.findings if f.code == "CJM004"]
    assert (problem.finding.message, problem.location.path) == (
        expected.message,
        str(service / "b.yaml"),
    )
    assert [place.path for _, place in problem.related] == [str(service / "a.yaml")]
    assert "CJM004" not in [code for code, _ in codes(session, second)]
    session.close(second)
    assert "CJM004" not in [code for code, _ in codes(session, first)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("cjm-data: 1\nsources: {a: {file: x.csv, knid: y}}\n", "CJM002"),
        ("cjm-topics: 1\n", "CJM002"),
    ],
)
def test_definitions_of_data_and_topics_have_their_faults(tmp_path, text, code):
    """They are told as `cjm measure` and `cjm feedback` tell them."""
    session, uri = opened(tmp_path / "data.yaml", text)
    assert code in {p.finding.code for p in session.problems(uri)}


@pytest.mark.parametrize("language", ["json", "plaintext", "markdown"])
def test_documents_of_other_languages_are_none_of_ours(tmp_path, language):
    """Whatever they hold: no findings, no reading."""
    session = Session()
    session.open("file:///a.yaml", str(tmp_path / "a.yaml"), JOURNEY, 1, language)
    assert session.reading("file:///a.yaml") is None
    assert session.problems("file:///a.yaml") == ()


def test_yaml_of_another_tool_is_left_alone_where_journeys_lie(service):
    """As `cjm check` of the folder does; features answer there all the same."""
    other = service / "compose.yaml"
    other.write_text("services:\n  web: {image: x}\n")
    session, uri = opened(other)
    assert session.problems(uri) == ()
    assert session.reading(uri).kind == "journey"


def test_a_document_that_was_never_saved_is_judged_without_a_workspace():
    """It has no path and no file in findings."""
    session = Session()
    session.open("untitled:1", "", JOURNEY, 1, "yaml")
    assert [p.location.path for p in session.problems("untitled:1")]
    assert {p.finding.file for p in session.problems("untitled:1")} == {None}


def test_documents_that_are_not_open_are_never_read(service):
    """A request on one has the empty answer, though the file is there."""
    session = Session()
    uri = (service / "taxi.yaml").as_uri()
    assert session.reading(uri) is None
    assert session.problems(uri) == ()
    assert not session.change(uri, 1, [Change("cjm: 1")])
    session.save(uri)
    session.close(uri)
    assert session.uris == ()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_are_right_behind_whatever_stands_before_them(service, mark, end):
    """A byte order mark, lines as on Windows, U+2028, U+0085, an emoji, no final line end."""
    before = "cjm: 1\n# a\u2028# b\u0085# c 🚕\ntitle: Такси 🚕"
    text = mark + JOURNEY.replace("cjm: 1", before).rstrip("\n").replace("\n", end)
    session, uri = opened(service / "taxi.yaml", text)
    gap = [p for p in session.problems(uri) if p.finding.code in ("CJM101", "CJM102")]
    assert [p.location.text[p.location.start : p.location.end] for p in gap] == ["5", "6"]


def test_a_link_to_a_journey_is_the_same_document(service):
    """Its workspace and baseline are those of where it lies, as `cjm check` has it."""
    link = service / "link.yaml"
    shutil.copy(service / "taxi.yaml", link)
    session, uri = opened(link)
    assert codes(session, uri)


def test_of_a_large_document_it_is_told_early_what_no_line_has_changed(service, monkeypatch):
    """What was found before, where it is now; a text with faults has none of that."""
    monkeypatch.setattr("cjm.lsp.session.LARGE", len(JOURNEY))
    session, uri = opened(service / "taxi.yaml")
    assert session.early(uri) is None
    before = session.problems(uri)
    typed(session, uri, JOURNEY.replace("cjm: 1", "cjm: 1\ntitle: Taxi"))
    early = session.early(uri)
    assert [p.finding for p in early] == [p.finding for p in before]
    gap = next(p for p in early if p.finding.touchpoint == "ride" and p.finding.values)
    assert gap.location.text[gap.location.start : gap.location.end] == "6"
    assert {p.finding.code for p in session.problems(uri)} >= {p.finding.code for p in early}
    typed(session, uri, JOURNEY + "x: {", 3)
    assert session.early(uri) is None


@pytest.mark.parametrize("path", EXAMPLES[::3], ids=lambda path: path.name)
def test_what_is_found_while_typing_is_what_is_found_on_opening(path):
    """However little is read again for each key: scores, ids, a quote, and back."""
    session, uri = opened(path)
    text = path.read_text(encoding="utf-8")
    session.problems(uri)
    typing = []
    for old, new in (
        (": 5", ": 55"),
        ("next: ", "next: x"),
        ('"', ""),
        (": 7", ": 7.5"),
        (": ", ": q"),
    ):
        place = text.rfind(old)
        changed = text[:place] + new + text[place + len(old) :] if place >= 0 else text
        typing += [changed, text]
    for version, changed in enumerate(typing, 2):
        typed(session, uri, changed, version)
        fresh, _ = opened(path, changed)
        fresh.save(uri)
        session.save(uri)
        assert told(session.problems(uri)) == told(fresh.problems(uri)), changed
