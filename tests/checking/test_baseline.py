"""The baseline: a team starts with what it has, and only new or worse findings count."""

from __future__ import annotations

import json

import pytest

from cjm.errors import UsageError

GAPS = """\
cjm: 1
id: {id}
{more}
touchpoints:
  a: {{expectation: 9, experience: {a}, owner: o, next: b}}
  b: {{expectation: 9, experience: {b}, owner: o}}
"""


@pytest.fixture
def shop(desk):
    """A workspace, and a way to write a journey with given experiences into it."""

    def write(name="j.yaml", id="shop", a=7, b=7, more=""):
        desk.write(name, GAPS.format(id=id, a=a, b=b, more=more))

    desk.write("cjm.yaml", "cjm: 1\n")
    return write


def entries(desk, file="cjm-baseline.json"):
    """The entries of a written baseline."""
    return json.loads((desk.folder / file).read_text(encoding="utf-8"))["findings"]


def found(report):
    """Touchpoints with a finding."""
    assert report.problems == ()
    return [f.touchpoint for f in report.findings]


# ---- writing ----------------------------------------------------------------------------------


def test_update_writes_sorted_entries_one_a_line(desk, shop):
    """The file is JSON a person can review: sorted, one finding a line, Cyrillic as it is."""
    shop("z.yaml", id="яблоко", a=5)
    shop("a.yaml", id="shop", b=8.5)
    report = desk.check(update_baseline=True)
    assert (report.findings, report.exit_code()) == ((), 0)
    assert (desk.folder / "cjm-baseline.json").read_text(encoding="utf-8") == (
        '{"version": 1, "findings":\n [\n'
        '  {"journey": "shop", "rule": "CJM101", "touchpoint": "a", "figure": -2.0},\n'
        '  {"journey": "shop", "rule": "CJM101", "touchpoint": "b", "figure": -0.5},\n'
        '  {"journey": "яблоко", "rule": "CJM101", "touchpoint": "a", "figure": -4.0},\n'
        '  {"journey": "яблоко", "rule": "CJM101", "touchpoint": "b", "figure": -2.0}\n'
        " ]\n}\n"
    )


def test_update_twice_writes_the_same_bytes(desk, shop):
    """Nothing in the file depends on the run."""
    shop(a=5.3)
    desk.check(update_baseline=True)
    first = (desk.folder / "cjm-baseline.json").read_bytes()
    desk.check(update_baseline=True)
    assert (desk.folder / "cjm-baseline.json").read_bytes() == first
    assert first.count(b"CJM101") == 2


def test_a_baseline_of_nothing_is_an_empty_list(desk, shop):
    """A green workspace writes a valid file that can be read again."""
    shop(a=9, b=9)
    desk.check(update_baseline=True)
    assert entries(desk) == []
    assert desk.check().problems == ()


def test_a_workspace_without_a_baseline_counts_everything(desk, shop):
    """A missing file is an empty baseline, a missing named one a problem; none is written."""
    shop()
    assert found(desk.check()) == ["a", "b"]
    named = desk.check(baseline="elsewhere.json")
    assert [f.touchpoint for f in named.findings] == ["a", "b"]
    assert named.exit_code() == 2
    assert named.problems[0].startswith("elsewhere.json: there is no such baseline")
    assert {p.name for p in desk.folder.iterdir()} == {".git", "cjm.yaml", "j.yaml"}


def test_a_named_baseline_is_used_in_place_of_the_workspace_s(desk, shop):
    """`baseline=` writes and reads that file, and makes its folder."""
    shop()
    desk.check(update_baseline=True, baseline="out/known.json")
    assert len(entries(desk, "out/known.json")) == 2
    assert found(desk.check(baseline="out/known.json")) == []
    assert found(desk.check()) == ["a", "b"]


def test_without_a_workspace_updating_needs_a_named_file(desk):
    """Nothing is taken for recorded that was written nowhere."""
    desk.write("j.yaml", GAPS.format(id="x", more="", a=7, b=9))
    report = desk.check("j.yaml", update_baseline=True)
    assert report.problems == ("there is no cjm.yaml to write a baseline beside: --baseline FILE",)
    assert [f.touchpoint for f in report.findings] == ["a"]
    assert report.exit_code() == 2


def test_a_baseline_that_cannot_be_written_leaves_the_findings_listed(desk, shop):
    """What was not recorded still counts."""
    shop(b=9)
    desk.write("file", "")
    report = desk.check(update_baseline=True, baseline="file/b.json")
    [problem] = report.problems
    assert problem.startswith("cannot write file/b.json: ")
    assert ([f.touchpoint for f in report.findings], report.exit_code()) == (["a"], 2)


# ---- comparing --------------------------------------------------------------------------------


def test_known_findings_are_counted_not_listed(desk, shop):
    """What is in the baseline is silent."""
    shop()
    desk.check(update_baseline=True)
    report = desk.check()
    assert (report.findings, report.summary.baselined, report.exit_code()) == ((), 2, 0)


@pytest.mark.parametrize(("b", "counts"), [(6.9, True), (7, False), (7.1, False), (8.9, False)])
def test_a_gap_counts_where_it_became_worse(desk, shop, b, counts):
    """C below what is recorded counts again, C equal or better does not."""
    shop()
    desk.check(update_baseline=True)
    shop(b=b)
    assert found(desk.check()) == (["b"] if counts else [])


def test_a_new_finding_counts_beside_known_ones(desk, shop):
    """Another touchpoint's gap is new."""
    shop(b=9)
    desk.check(update_baseline=True)
    shop(b=8)
    assert found(desk.check()) == ["b"]


PERSONAS = """\
cjm: 1
id: shop
personas: [anna, boris]
touchpoints:
  a:
    owner: o
    expectation: 7
    experience: {whole}
    by_persona: {{anna: {{experience: {anna}}}, boris: {{experience: {boris}}}}}
"""


@pytest.mark.parametrize(
    ("whole", "anna", "boris", "counts"),
    [
        (6, 5, 8, False),
        (6, 4.9, 8, True),  # anna's C fell
        (6, 5, 6.9, True),  # boris has a gap now
        (5.9, 5, 8, True),  # everybody's C fell
        (8, 5, 8, False),  # only anna is left with it, no worse
        (8, 4, 8, True),
    ],
)
def test_a_persona_s_worse_gap_counts(desk, shop, whole, anna, boris, counts):
    """Any C, the whole journey's or a persona's, below what is recorded counts."""
    desk.write("j.yaml", PERSONAS.format(whole=6, anna=5, boris=8))
    desk.check(update_baseline=True)
    [entry] = entries(desk)
    assert (entry["figure"], entry["personas"]) == (-1, {"anna": -2})
    desk.write("j.yaml", PERSONAS.format(whole=whole, anna=anna, boris=boris))
    assert found(desk.check()) == (["a"] if counts else [])


def test_a_gap_of_one_persona_that_becomes_everybody_s_counts(desk, shop):
    """The whole journey's C was not recorded, so it is new."""
    desk.write("j.yaml", PERSONAS.format(whole=7, anna=5, boris=8))
    desk.check(update_baseline=True)
    assert "figure" not in entries(desk)[0]
    assert found(desk.check()) == []
    desk.write("j.yaml", PERSONAS.format(whole=6, anna=5, boris=8))
    assert found(desk.check()) == ["a"]


def test_findings_without_figures_are_known_by_their_place(desk, shop):
    """No owner, no exit: the same rule at the same touchpoint is known."""
    desk.write("j.yaml", "cjm: 1\nid: x\ntouchpoints: {a: {next: {a: 0.5}}}\n")
    desk.check(update_baseline=True)
    assert entries(desk) == [
        {"journey": "x", "rule": "CJM202", "touchpoint": "a"},
        {"journey": "x", "rule": "CJM301", "item": "expectation"},
        {"journey": "x", "rule": "CJM301", "item": "experience"},
    ]
    assert found(desk.check()) == []


def test_an_entry_of_cjm102_knows_a_finding_of_cjm101(desk, shop):
    """For the baseline the two codes are one rule."""
    shop(b=9)
    entry = '{"journey": "shop", "rule": "CJM102", "touchpoint": "a", "figure": -2}'
    desk.write("cjm-baseline.json", f'{{"version": 1, "findings": [{entry}]}}')
    report = desk.check()
    assert (found(report), report.resolved) == ([], ())


def test_a_waived_finding_is_not_recorded(desk, shop):
    """What a waiver covers does not enter: when the waiver ends, the finding is new."""
    shop(more="waivers: [{rule: ALL, touchpoint: a, reason: r}]")
    desk.check(update_baseline=True)
    assert [e["touchpoint"] for e in entries(desk)] == ["b"]


def test_cjm0_never_enters(desk, shop):
    """Faults of files are listed while the baseline is written, and after."""
    shop("a.yaml", id="x", b=9)
    shop("b.yaml", id="x", b=9)
    desk.write("broken.yaml", "cjm: 1\nzz: 1\n")
    for update in (True, False):
        report = desk.check(update_baseline=update)
        assert [f.code for f in report.findings] == ["CJM004", "CJM002", "CJM002"]
        assert report.exit_code() == 1
    assert {e["rule"] for e in entries(desk)} == {"CJM101"}


def test_a_hand_written_entry_does_not_hide_cjm0(desk, shop):
    """Not even a baseline that names CJM002 makes a broken file green."""
    desk.write("j.yaml", "cjm: 1\nid: x\nzz: 1\ntouchpoints: {a: }\n")
    desk.write(
        "cjm-baseline.json", '{"version": 1, "findings": [{"journey": "x", "rule": "CJM002"}]}'
    )
    assert [f.code for f in desk.check().findings] == ["CJM002"]


TARGETS = """\
cjm: 1
id: shop
metrics: {{nps: {{value: 1, target: "> {nps}"}}, csat: {{value: 1, target: "> {csat}"}}}}
touchpoints: {{a: {{expectation: 7, experience: 7}}}}
"""


def items(report):
    """What the findings that count are about, by the first word of their messages."""
    assert report.problems == ()
    return [f.message.split()[0] for f in report.findings]


def test_a_second_metric_off_target_is_new_beside_the_first(desk):
    """Of what a rule finds several times in one place, each has an entry, told apart by `item`."""
    desk.aside = ()
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.write("j.yaml", TARGETS.format(nps=5, csat=0))
    desk.check(update_baseline=True)
    assert entries(desk) == [{"journey": "shop", "rule": "CJM407", "item": "nps"}]
    desk.write("j.yaml", TARGETS.format(nps=5, csat=5))
    assert items(desk.check()) == ["csat"]
    desk.check(update_baseline=True)
    assert [e["item"] for e in entries(desk)] == ["csat", "nps"]
    desk.write("j.yaml", TARGETS.format(nps=0, csat=5))
    assert desk.check().resolved == ("shop CJM407 nps",)


REPEATED = {
    "CJM206": (
        "stages: [s, t]",
        "a: {{stage: s, next: b}}, c: {{stage: s, next: b}}, b: {{stage: t, next: {ways}}}",
        {"ways": "{a: 0.4}"},
        {"ways": "{a: 0.4, c: 0.3}"},
    ),
    "CJM207": (
        "stages: {stages}",
        "a: {{stage: s}}",
        {"stages": "[s, t]"},
        {"stages": "[s, t, u]"},
    ),
    "CJM302": (
        "",
        "a: {{expectation: {{score: 5, measured: {day}}},"
        " experience: {{score: 5, measured: 2020-01-01}}}}",
        {"day": "2026-09-01"},
        {"day": "2020-01-01"},
    ),
    "CJM303": (
        "",
        "a: {{experience: 5, expectation: {{score: 5, n: {n}}},"
        " by_persona: {{p: {{expectation: {{score: 5, n: 2}}}}}}}}",
        {"n": 99},
        {"n": 3},
    ),
    "CJM403": (
        "improvements: {{x: {{due: 2020-01-01}}, y: {{due: {day}}}}}",
        "a: ",
        {"day": "2030-01-01"},
        {"day": "2020-01-01"},
    ),
    "CJM404": (
        "improvements: {{x: {{due: 2020-01-01, phase: act, lifts: {{a: 1}}}},"
        " y: {{due: {day}, phase: act, lifts: {{a: 1}}}}}}",
        "a: ",
        {"day": "2030-01-01"},
        {"day": "2020-01-01"},
    ),
}


@pytest.mark.parametrize("code", REPEATED)
def test_what_a_rule_finds_twice_in_one_place_is_recorded_twice(desk, code):
    """Another transition, stage, score or improvement is not taken for the one that is known."""
    head, points, before, after = REPEATED[code]
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.aside = ()
    text = "cjm: 1\nid: shop\n" + head + "\ntouchpoints: {{" + points + "}}\n"

    def check(values, **options):
        desk.write("j.yaml", text.format(**values))
        return desk.check(select=[code], **options)

    check(before, update_baseline=True)
    assert len(entries(desk)) == 1
    report = check(after)
    assert [f.code for f in report.findings] == [code]
    assert (report.summary.baselined, report.resolved) == (1, ())


def test_an_entry_without_an_item_stands_for_all_items(desk):
    """Baselines of old are read as they were meant; an update tells the items apart."""
    desk.aside = ()
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.write("j.yaml", TARGETS.format(nps=5, csat=5))
    old = '{"version": 1, "findings": [{"journey": "shop", "rule": "CJM407"}]}'
    desk.write("cjm-baseline.json", old)
    report = desk.check()
    assert (items(report), report.resolved, report.summary.baselined) == ([], (), 2)
    desk.check(update_baseline=True)
    assert [e["item"] for e in entries(desk)] == ["csat", "nps"]
    desk.write("cjm-baseline.json", old)
    desk.write("j.yaml", TARGETS.format(nps=0, csat=0))
    assert desk.check().resolved == ("shop CJM407",)


# ---- what went away ---------------------------------------------------------------------------


def test_findings_that_went_away_are_named_and_dropped_by_an_update(desk, shop):
    """The baseline shrinks: journey, rule and touchpoint are told."""
    shop()
    desk.check(update_baseline=True)
    shop(b=9)
    report = desk.check()
    assert (report.resolved, report.exit_code()) == (("shop CJM101 b",), 0)
    desk.check(update_baseline=True)
    assert [e["touchpoint"] for e in entries(desk)] == ["a"]
    assert desk.check().resolved == ()


def test_a_run_over_some_journeys_keeps_the_entries_of_the_others(desk, shop):
    """What was not looked at is neither named as gone nor dropped."""
    shop("one.yaml", id="one", b=9)
    shop("two.yaml", id="two", b=9)
    desk.check(update_baseline=True)
    shop("one.yaml", id="one", a=9, b=9)
    report = desk.check("one.yaml", update_baseline=True)
    assert report.resolved == ("one CJM101 a",)
    assert [e["journey"] for e in entries(desk)] == ["two"]


def test_a_run_of_some_rules_keeps_the_entries_of_the_others(desk, shop):
    """Rules that did not run say nothing about what went away."""
    shop(b=9)
    desk.check(update_baseline=True)
    report = desk.check(select=["CJM2"], update_baseline=True)
    assert report.resolved == ()
    assert len(entries(desk)) == 1


def test_a_broken_journey_keeps_its_entries(desk, shop):
    """A journey that could not be analysed did not become better."""
    shop(b=9)
    desk.check(update_baseline=True)
    shop(a=9, b=9, more="zz: 1")
    report = desk.check(update_baseline=True)
    assert (report.resolved, len(entries(desk))) == ((), 1)


def test_two_workspaces_do_not_judge_each_other_s_entries(desk):
    """A journey and a rule checked in one workspace say nothing of another's baseline."""
    bad, good = GAPS.format(id="taxi", more="", a=7, b=9), GAPS.format(id="x", more="", a=9, b=9)
    for name, check in (("one", "{ignore: CJM3}"), ("two", "{}")):
        desk.write(f"{name}/cjm.yaml", f"cjm: 1\ncheck: {check}\n")
        desk.write(f"{name}/taxi.yaml", bad)
        desk.write(f"{name}/good.yaml", good)
    desk.check("one", "two", update_baseline=True)
    # a rule that runs in `two` only, with an entry in the baseline of `one`
    lines = (desk.folder / "one/cjm-baseline.json").read_text(encoding="utf-8")
    entry = '  {"journey": "taxi", "rule": "CJM301", "touchpoint": "a"},'
    desk.write("one/cjm-baseline.json", lines.replace(" [\n", f" [\n{entry}\n"))
    assert len(entries(desk, "one/cjm-baseline.json")) == 2
    report = desk.check("one", "two/good.yaml", update_baseline=True)
    assert report.resolved == ()
    assert [e["rule"] for e in entries(desk, "one/cjm-baseline.json")] == ["CJM101", "CJM301"]
    assert len(entries(desk, "two/cjm-baseline.json")) == 1


def test_as_is_and_to_be_of_one_id_are_kept_apart(desk, shop):
    """The plan's gap is not the present one's; both are recorded and compared on their own."""
    shop("now.yaml", a=5, b=9)
    shop("then.yaml", a=8, b=9, more="state: to-be")
    desk.check(update_baseline=True)
    assert [(e.get("state"), e["figure"]) for e in entries(desk)] == [(None, -4), ("to-be", -1)]
    shop("then.yaml", a=7, b=9, more="state: to-be")
    assert [f.file for f in desk.check().findings] == ["then.yaml"]
    shop("then.yaml", a=9, b=9, more="state: to-be")
    assert desk.check().resolved == ("shop to-be CJM101 a",)


def test_two_languages_of_one_journey_share_an_entry(desk, shop):
    """Written once, known in both; updating over both is stable."""
    shop("en.yaml", b=9)
    shop("ru.yaml", b=9, more="language: ru")
    desk.check(update_baseline=True)
    assert len(entries(desk)) == 1
    report = desk.check()
    assert (report.findings, report.summary.baselined) == ((), 2)


# ---- files that are no baseline ---------------------------------------------------------------

DAMAGED = [
    "",
    "{",
    "[]",
    "null",
    "{}",
    '{"version": 1}',
    '{"version": 1, "findings": null}',
    '{"version": 1, "findings": {"a": 1}}',
    '{"version": 1, "findings": [1]}',
    '{"version": 1, "findings": [{}]}',
    '{"version": 1, "findings": [{"journey": 1, "rule": "CJM101"}]}',
    '{"version": 1, "findings": [{"journey": [], "rule": "CJM101"}]}',
    '{"version": 1, "findings": [{"journey": "a", "rule": ["CJM101"]}]}',
    '{"version": 1, "findings": [{"journey": "a", "rule": "CJM101", "touchpoint": null}]}',
    '{"version": 1, "findings": [{"journey": "a", "rule": "CJM101", "item": 1}]}',
    '{"version": 1, "findings": [{"journey": "a", "rule": "CJM101", "figure": "low"}]}',
    '{"version": 1, "findings": [{"journey": "a", "rule": "CJM101", "figure": null}]}',
    '{"version": 1, "findings": [{"journey": "a", "rule": "CJM101", "personas": [1]}]}',
    '{"version": 1, "findings": [{"journey": "a", "rule": "x", "figure": 1' + "0" * 400 + "}]}",
    "[" * 100_000,
    b"\xff\xfe{}",
]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_baseline_is_a_problem_and_is_left_alone(desk, shop, content):
    """The findings are told, the exit code is 2, and an update does not overwrite the file."""
    shop(b=9)
    desk.write("cjm-baseline.json", content)
    before = (desk.folder / "cjm-baseline.json").read_bytes()
    for update in (False, True):
        report = desk.check(update_baseline=update)
        [problem] = report.problems
        assert problem.startswith("cjm-baseline.json: this is not a baseline that cjm wrote")
        assert ([f.touchpoint for f in report.findings], report.exit_code()) == (["a"], 2)
    assert (desk.folder / "cjm-baseline.json").read_bytes() == before


def test_a_baseline_of_another_version_is_a_problem_with_a_way_out(desk, shop):
    """The advice works: delete the file, then update."""
    shop(b=9)
    desk.write("cjm-baseline.json", '{"version": 2, "findings": []}')
    report = desk.check(update_baseline=True)
    [problem] = report.problems
    assert "version 2; this cjm reads 1" in problem
    assert "delete the file" in problem
    assert [f.touchpoint for f in report.findings] == ["a"]
    (desk.folder / "cjm-baseline.json").unlink()
    assert desk.check(update_baseline=True).problems == ()


def test_a_version_cannot_steer_the_terminal(desk, shop):
    """What stands in the file is told as Python writes it."""
    shop()
    desk.write("cjm-baseline.json", '{"version": "\\u001b[2J", "findings": []}')
    [problem] = desk.check().problems
    assert "\x1b" not in problem
    assert "'<U+001B>[2J'" in problem


def test_a_folder_in_its_place_is_a_problem(desk, shop):
    """A baseline that cannot be read is told, not taken for an empty one."""
    shop(b=9)
    (desk.folder / "cjm-baseline.json").mkdir()
    assert desk.check().problems == ("cjm-baseline.json: is a directory",)


def test_a_baseline_without_a_name_is_a_usage_error(desk, shop):
    """A variable of a CI that is not set must not write or read a file of no name."""
    shop()
    for update in (False, True):
        with pytest.raises(UsageError, match="an empty path"):
            desk.check(baseline="", update_baseline=update)


def test_a_baseline_with_a_byte_order_mark_is_read(desk, shop):
    """Some editors put one before every file they save."""
    shop()
    desk.check(update_baseline=True)
    file = desk.folder / "cjm-baseline.json"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert (found(desk.check()), desk.check().problems) == ([], ())


def test_a_damaged_named_baseline_does_not_fall_back_to_the_workspace_s(desk, shop):
    """Which baseline counts is what was asked for, never a guess."""
    shop(b=9)
    desk.check(update_baseline=True)
    desk.write("other.json", "{}")
    report = desk.check(baseline="other.json")
    assert len(report.problems) == 1
    assert [f.touchpoint for f in report.findings] == ["a"]


# ---- what came, and what went -----------------------------------------------------------------


def test_update_tells_what_it_takes_in_and_what_went(desk, shop):
    """New and worse ones come in; what stayed as it was, or became better, is not told again."""
    shop(a=7, b=7)
    report = desk.check(update_baseline=True)
    assert report.recorded == ("shop CJM101 a", "shop CJM101 b")
    shop(a=6, b=8)
    assert desk.check(update_baseline=True).recorded == ("shop CJM101 a",)
    shop(a=9, b=8, more="tolerance: 0")
    report = desk.check(update_baseline=True)
    assert (report.recorded, report.resolved) == ((), ("shop CJM101 a",))


def test_shrinking_takes_out_what_went_and_nothing_else(desk, shop):
    """Nothing new comes in, no figure changes, and new findings count as ever."""
    shop(a=7, b=7)
    desk.check(update_baseline=True)
    shop(a=9, b=6)
    report = desk.check(shrink_baseline=True)
    assert (found(report), report.exit_code()) == (["b"], 1)
    assert (report.resolved, report.recorded) == (("shop CJM101 a",), ())
    assert report.written == ("cjm-baseline.json: 1 finding",)
    assert [(e["touchpoint"], e["figure"]) for e in entries(desk)] == [("b", -2.0)]


def test_where_nothing_went_the_file_is_not_written(desk, shop):
    """It keeps its time, and every byte."""
    shop(a=7)
    desk.check(update_baseline=True)
    text = (desk.folder / "cjm-baseline.json").read_text(encoding="utf-8")
    (desk.folder / "cjm-baseline.json").write_text(text + "\n", encoding="utf-8")
    assert desk.check(shrink_baseline=True).written == ()
    assert (desk.folder / "cjm-baseline.json").read_text(encoding="utf-8") == text + "\n"


def test_shrinking_leaves_what_was_not_looked_at(desk, shop):
    """Rules that did not run and journeys that were not checked keep their entries."""
    shop("j.yaml", a=7)
    shop("k.yaml", id="k", a=7, b=9)
    desk.check(update_baseline=True)
    shop("j.yaml", a=9, b=9)
    assert desk.check("k.yaml", shrink_baseline=True).written == ()
    assert desk.check(select="CJM2", shrink_baseline=True).written == ()
    assert desk.check(shrink_baseline=True).written == ("cjm-baseline.json: 1 finding",)


@pytest.mark.parametrize("named", [{}, {"baseline": "known.json"}])
def test_a_baseline_that_is_not_there_cannot_shrink(desk, shop, named):
    """It is told, and nothing is written."""
    shop(a=7)
    report = desk.check("j.yaml", shrink_baseline=True, **named)
    assert (report.exit_code(), report.written) == (2, ())
    assert "there is no such baseline" in report.problems[0]
    assert sorted(path.name for path in desk.folder.iterdir()) == [".git", "cjm.yaml", "j.yaml"]


def test_a_baseline_is_written_anew_or_shrunk(desk, shop):
    """Not both in one run."""
    shop(a=7)
    with pytest.raises(UsageError, match="written anew and shrunk"):
        desk.check(update_baseline=True, shrink_baseline=True)
