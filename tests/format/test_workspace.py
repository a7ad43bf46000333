"""The workspace: what journeys share, how a journey adds to it, and which files are journeys."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cjm.errors import InvalidJourneyError, UsageError
from cjm.journey import Channel, Comparison, Journey, Persona, Stage, rescaled
from cjm.project.discovery import WorkspaceFile, WorkspaceFiles, find_workspace, journey_files
from cjm.project.kind import holds_journey
from cjm.project.loading import load, read_journey
from cjm.project.workspace import (
    CheckSettings,
    LoadedWorkspace,
    Workspace,
    load_workspace,
)
from cjm.source import parse

SHARED = """\
cjm: 1
workspace: Такси «Тишина»
language: ru
scale: [0, 100]
journeys: [maps, more/one.yaml]
personas:
  anna: {name: Анна, share: 0.6, goals: [тишина]}
  boris: {name: Борис, share: 0.4}
channels:
  app: {title: Приложение, kind: online}
  car: {title: Автомобиль, kind: offline}
  fax: Факс
stages: {order: Заказ, trip: {title: Поездка, goal: Доехать}}
philosophy: {promise: Доехать, feel: Забота, never: Бросить}
targets: {nps: ">= 50", csat: "> 90"}
check:
  select: ALL
  ignore: [CJM4, no-owner]
  severity: {unrecovered-disappointment: error, CJM301: info}
  options: {disappointed-share: {share: 0.25}}
"""


def workspace(tmp_path: Path, text: str = SHARED) -> LoadedWorkspace:
    """A `cjm.yaml` with that text, loaded."""
    (tmp_path / "cjm.yaml").write_text(text, encoding="utf-8")
    return load_workspace(WorkspaceFile(str(tmp_path / "cjm.yaml"), text.encode()))


def good(text: str, shared: Workspace) -> Journey:
    """The journey in a text without faults, in a workspace."""
    loaded = read_journey(parse(text), "x.yaml", shared)
    assert loaded.findings == ()
    return loaded.journey


def test_every_field_of_the_workspace(tmp_path):
    """The workspace holds what its file says."""
    loaded = workspace(tmp_path)
    assert loaded.faults == ()
    assert loaded.workspace == Workspace(
        folder=str(tmp_path),
        name="Такси «Тишина»",
        language="ru",
        scale=(0, 100),
        journeys=("maps", "more/one.yaml"),
        personas=(Persona("anna", "Анна", 0.6, ("тишина",)), Persona("boris", "Борис", 0.4)),
        channels=(
            Channel("app", "Приложение", "online"),
            Channel("car", "Автомобиль", "offline"),
            Channel("fax", "Факс"),
        ),
        stages=(Stage("order", "Заказ"), Stage("trip", "Поездка", "Доехать")),
        philosophy=(("promise", "Доехать"), ("feel", "Забота"), ("never", "Бросить")),
        targets=(("nps", Comparison(">=", 50)), ("csat", Comparison(">", 90))),
        check=CheckSettings(
            ("ALL",),
            ("CJM4", "no-owner"),
            (("unrecovered-disappointment", "error"), ("CJM301", "info")),
        ),
    )
    assert loaded.workspace.paths == (str(tmp_path / "maps"), str(tmp_path / "more/one.yaml"))


def test_the_smallest_workspace(tmp_path):
    """`cjm: 1` is a workspace with the defaults; its journeys are those of its folder."""
    loaded = workspace(tmp_path, "cjm: 1\n")
    assert loaded.faults == ()
    assert loaded.workspace == Workspace(folder=str(tmp_path))
    assert loaded.workspace.paths == (str(tmp_path),)


def test_language_and_scale_come_from_the_workspace(tmp_path):
    """A journey that does not name them has the workspace's language and scale."""
    shared = workspace(tmp_path).workspace
    journey = good("cjm: 1\ntouchpoints: {a: {expectation: 80}}", shared)
    assert (journey.language, journey.scale) == ("ru", (0, 100))
    own = good("cjm: 1\nlanguage: en\nscale: [0, 5]\ntouchpoints: {a: {expectation: 4}}", shared)
    assert (own.language, own.scale) == ("en", (0, 5))
    outside = read_journey(parse("cjm: 1\ntouchpoints: {a: {expectation: 101}}"), "x", shared)
    assert ["от 0 до 100" in f.message for f in outside.findings] == [True]


def test_a_journey_without_personas_has_the_workspaces(tmp_path):
    """The default of `personas` is the workspace's."""
    journey = good("cjm: 1\ntouchpoints: {a: {}}", workspace(tmp_path).workspace)
    assert journey.personas == (
        Persona("anna", "Анна", 0.6, ("тишина",)),
        Persona("boris", "Борис", 0.4),
    )


def test_listed_personas_are_looked_up_and_rescaled(tmp_path):
    """`personas: [boris]` takes Boris from the workspace; alone he is all of the customers."""
    journey = good("cjm: 1\npersonas: [boris]\ntouchpoints: {a: {}}", workspace(tmp_path).workspace)
    assert journey.personas == (Persona("boris", "Борис", 1.0),)


def test_a_listed_persona_that_the_workspace_lacks_declares_itself(tmp_path):
    """An unknown id in the list is a persona of that name, without a share: nothing to rescale."""
    shared = workspace(tmp_path).workspace
    journey = good("cjm: 1\npersonas: [anna, carla]\ntouchpoints: {a: {}}", shared)
    assert journey.personas == (Persona("anna", "Анна", 0.6, ("тишина",)), Persona("carla"))


def test_a_journeys_persona_overrides_the_workspaces(tmp_path):
    """A persona defined in the journey replaces the one of that id as a whole."""
    shared = workspace(tmp_path).workspace
    text = "cjm: 1\npersonas: {boris: {share: 0.25}, anna: {share: 0.75}}\ntouchpoints: {a: {}}"
    assert good(text, shared).personas == (
        Persona("boris", share=0.25),
        Persona("anna", share=0.75),
    )


def test_channels_and_stages_add_to_the_workspaces(tmp_path):
    """A journey's own catalogue stands beside the workspace's and overrides it by id."""
    shared = workspace(tmp_path).workspace
    journey = good(
        "cjm: 1\nchannels: {desk: Стойка, car: Такси}\nstages: [after, trip]\ntouchpoints:\n"
        "  a: {channel: app, stage: order}\n  b: {channel: desk, stage: after}\n"
        "  c: {channel: car, stage: trip}\n",
        shared,
    )
    assert journey.channel("app") == Channel("app", "Приложение", "online")
    assert journey.channel("car") == Channel("car", "Такси")
    assert journey.channel("desk") == Channel("desk", "Стойка")
    assert journey.stage("trip") == Stage("trip", "Поездка", "Доехать")
    assert journey.stage("after") == Stage("after")
    assert journey.stage("order") == Stage("order", "Заказ")
    assert "fax" not in [c.id for c in journey.channels]


@pytest.mark.parametrize("field", ["stage: ordr", "channel: ap", "by_persona: {ana: {}}"])
def test_what_the_workspace_declares_makes_other_ids_unknown(tmp_path, field):
    """Where the workspace declares a kind, an id that it lacks is CJM003, with 'did you mean'."""
    text = f"cjm: 1\ntouchpoints: {{a: {{{field}}}}}"
    (finding,) = read_journey(parse(text), "x.yaml", workspace(tmp_path).workspace).findings
    assert finding.code == "CJM003"
    assert "вероятно, имелось в виду" in finding.help


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_shares_are_rescaled_once(shares):
    """Rescaled shares sum to 1 in their proportions, and rescaling them again changes nothing."""
    personas = tuple(Persona(str(n), share=share) for n, share in enumerate(shares))
    once = rescaled(personas)
    total = sum(shares)
    assume(total > 1e-300)
    assert sum(p.share for p in once) == pytest.approx(1)
    assert [p.share for p in once] == pytest.approx([share / total for share in shares])
    assert rescaled(once) == once


@pytest.mark.parametrize(
    ("personas", "fault"),
    [
        ("{a: {share: 0.6}, b: {share: 0.4}}", False),
        ("{a: {share: 0.6}, b: {share: 0.3999995}}", False),
        ("{a: {share: 0.6}, b: {share: 0.39}}", True),
        ("{a: {share: 0.6}, b: {share: 0.41}}", True),
        ("{a: {share: 0.6}, b: {}}", False),
        ("{a: {share: 0.6}, b: {share: 0.6}, c: {}}", True),
        ("{a: , b: }", False),
    ],
)
def test_persona_shares_sum_to_1_over_the_workspace(tmp_path, personas, fault):
    """Shares that cannot sum to 1 are told at the `personas` key."""
    found = workspace(tmp_path, f"cjm: 1\npersonas: {personas}\n").faults
    assert [(f.place, f.code) for f in found] == ([((2, 1, 2, 9), "CJM002")] if fault else [])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("cjm: 1\nlanguag: ru\nscale: [1, 0]\n", [(2, 1), (3, 1)]),
        ("cjm: 1\ntouchpoints: {a: {}}\n", [(2, 1)]),
        ("workspace: x\n", [(1, 1)]),
        ("", [(1, 1)]),
        ("- a\n", [(1, 1)]),
        ("cjm: 1\ncheck: {severity: {x: bad}}\n", [(2, 23)]),
        ("cjm: 1\ntargets: {nps: 50}\n", [(2, 16)]),
        ("cjm: 1\ncjm: 1\n", [(2, 1)]),
        ("cjm: [\n", [(1, 7)]),
        ("cjm: 1\nphilosophy: {vow: x}\n", [(2, 14)]),
        ("cjm: 1\nscale: [0, 0x" + "f" * 290 + "]\n", [(2, 12)]),
    ],
)
def test_faults_of_the_workspace_have_places(tmp_path, text, places):
    """What is wrong in `cjm.yaml` is told at its place, and defaults stand in."""
    loaded = workspace(tmp_path, text)
    assert [f.place[:2] for f in loaded.faults] == places
    assert loaded.workspace.scale == (0, 10)


# ---- which files ----------------------------------------------------------------------------


def put(folder: Path, *names: str, text: str = "cjm: 1\ntouchpoints: {a: {}}\n") -> None:
    """Files with a text, folders included."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_folder_is_walked_in_order_without_hidden_folders_and_workspaces(tmp_path):
    """Every .yaml and .yml below a folder counts, but not cjm.yaml and what lies in .folders."""
    put(tmp_path, "b.yaml", "a.yml", "sub/deep/c.yaml", "sub/.d.yaml", "sub/cjm.yaml", "cjm.yaml")
    put(tmp_path, ".git/x.yaml", "sub/.hidden/y.yaml", "notes.txt", "z.yaml.bak", "json.json")
    (tmp_path / "folder.yaml").mkdir()
    found = [os.path.relpath(c.path, tmp_path) for c in journey_files(str(tmp_path))]
    assert found == ["a.yml", "b.yaml", "sub/.d.yaml", "sub/deep/c.yaml"]
    assert not any(c.named for c in journey_files(str(tmp_path)))


def test_a_named_file_is_a_journey_whatever_its_name(tmp_path):
    """A file named by the user is one, with any suffix."""
    put(tmp_path, "map.txt")
    (candidate,) = journey_files(str(tmp_path / "map.txt"))
    assert candidate.named
    (trouble,) = journey_files(str(tmp_path / "gone.yaml"))
    assert isinstance(trouble, FileNotFoundError)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the system administrator may read all"
)
def test_a_folder_that_cannot_be_read_is_told(tmp_path):
    """A folder without permission is told, not skipped."""
    put(tmp_path, "locked/a.yaml")
    (tmp_path / "locked").chmod(0)
    assert [type(c) for c in journey_files(str(tmp_path))] == [PermissionError]
    (tmp_path / "locked").chmod(0o755)


@pytest.mark.parametrize(
    ("content", "journey"),
    [
        (b"cjm: 1\n", True),
        (b"touchpoints: {}\n", True),
        (b"'cjm': 1\n", True),
        (b"{touchpoints: 1}\n", True),
        (b"cjm: 1\ncjm: 1\n", True),
        (b"name: cjm\nsteps: [touchpoints]\n", False),
        (b"a: {cjm: 1}\n", False),
        (b"- cjm: 1\n", False),
        (b"cjm\n", False),
        (b"", False),
        (b"# cjm: 1\n", False),
        # what cannot be read as YAML: by the beginning of a line
        (b"cjm: 1\na: [\n", True),
        (b"a: [\n\ntouchpoints:\n", True),
        (b"\xef\xbb\xbfcjm: 1\na: [\n", True),
        (b"x: \xff\r\ncjm: 1\r\n", True),
        (b"x: 1\n---\ncjm: 1\n", True),
        (b" cjm: 1\na: [\n", False),
        (b"# cjm:\na: [\n", False),
        (b"xcjm: [\n", False),
        (b"a: {{ helm }}\n", False),
    ],
)
def test_which_yaml_files_are_journeys(content, journey):
    """A top-level `cjm` or `touchpoints` makes a journey; of broken YAML a line that begins so."""
    assert holds_journey(content, lambda: parse(content)) == journey


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("version: '3'\nservices: {web: {image: x}}\nvolumes: {}\n", (1, 1)),
        ("openapi: 3.1.0\ninfo: {title: x}\npaths: {}\n", (1, 1)),
        ("# Kubernetes\napiVersion: v1\nkind: List\napiVersion: v2\n", (2, 1)),
        ("Resources: {a: !Ref b, c: !Sub d}\n", (1, 1)),
        ("a: 1\n---\nb: 2\n---\nc: 3\n", (2, 1)),
        ("[]\n", (1, 1)),
        ("{}\n", (1, 1)),
        ("- hosts: all\n  tasks: []\n", (1, 1)),
        ("just a text\n", (1, 1)),
        ("", (1, 1)),
    ],
)
def test_yaml_of_another_kind_is_one_finding_with_the_way_out(content, place):
    """A hook names every YAML file: what a journey would lack there is nobody's question."""
    (finding,) = read_journey(parse(content), "x.yaml").findings
    assert finding.span[:2] == place
    assert finding.help.startswith("a journey begins with cjm: 1; leave other files out")


def test_a_journey_whose_first_keys_are_misspelt_is_still_told_how_they_are_spelt():
    """It is nearly one: the help is the word that was meant."""
    loaded = read_journey(parse("Touchpoint:\n  a: {expectation: 1}\n"), "x.yaml")
    assert loaded.findings[0].help.startswith("did you mean 'touchpoints'?")


def test_an_id_that_names_nothing_is_told_once(tmp_path):
    """At its first place in the text, the others related, with where it could be declared."""
    shared = workspace(tmp_path, "cjm: 1\nworkspace: x\nchannels: [app]\n").workspace
    text = """\
cjm: 1
touchpoints:
  a: {channel: phone, next: b}
  b: {channel: web, next: c}
  c: {channel: apps}
  d: {channel: phone}
"""
    findings = read_journey(parse(text), "x.yaml", shared).findings
    told = {f.message.split()[-1]: (f.span[:2], [r.span[:2] for r in f.related]) for f in findings}
    assert told == {
        "'phone'": ((3, 16), [(6, 16)]),
        "'web'": ((4, 16), []),
        "'apps'": ((5, 16), []),
    }
    helps = {f.help for f in findings}
    assert helps == {"declare it under channels, or use one of these: app", "did you mean 'app'?"}


def test_the_nearest_workspace_is_used(tmp_path):
    """A file uses the nearest `cjm.yaml` upwards, beside it first."""
    put(
        tmp_path, ".git/HEAD", "cjm.yaml", "a/cjm.yaml", "a/b/c/x.yaml", "d/x.yaml", text="cjm: 1\n"
    )
    assert find_workspace(str(tmp_path / "a/b/c")) == str(tmp_path / "a/cjm.yaml")
    assert find_workspace(str(tmp_path / "a")) == str(tmp_path / "a/cjm.yaml")
    assert find_workspace(str(tmp_path / "d")) == str(tmp_path / "cjm.yaml")


@pytest.mark.parametrize("git", ["folder", "file"])
def test_the_search_ends_at_the_git_root(tmp_path, git):
    """A `cjm.yaml` above the git root is not seen, one in the root is."""
    put(tmp_path, "cjm.yaml", text="cjm: 1\n")
    root = tmp_path / "repository"
    (root / "maps").mkdir(parents=True)
    if git == "folder":
        (root / ".git").mkdir()
    else:
        (root / ".git").write_text("gitdir: elsewhere\n")  # a worktree or a submodule
    assert find_workspace(str(root / "maps")) is None
    put(root, "cjm.yaml", text="cjm: 1\n")
    assert find_workspace(str(root / "maps")) == str(root / "cjm.yaml")


def test_each_workspace_is_read_once(tmp_path):
    """Two folders below one `cjm.yaml` have the same workspace, read once."""
    put(tmp_path, ".git/HEAD", "cjm.yaml", text="cjm: 1\nworkspace: W\n")
    put(tmp_path, "a/x.yaml", "b/y.yaml")
    homes = WorkspaceFiles()
    first = homes.of_file(str(tmp_path / "a/x.yaml"))
    assert first is homes.of_file(str(tmp_path / "b/y.yaml"))
    assert list(homes.known) == [str(tmp_path / "cjm.yaml")]


def test_load_gives_the_journey_of_a_file_in_its_workspace(tmp_path):
    """`cjm.load` uses the nearest workspace, or the one that is named."""
    put(tmp_path, ".git/HEAD", "cjm.yaml", text="cjm: 1\nlanguage: ru\n")
    put(tmp_path, "other.yaml", text="cjm: 1\nscale: [0, 5]\n")
    put(tmp_path, "maps/такси.yaml")
    journey = load(tmp_path / "maps" / "такси.yaml")
    assert (journey.id, journey.language, journey.scale) == ("такси", "ru", (0, 10))
    named = load(tmp_path / "maps" / "такси.yaml", workspace=str(tmp_path / "other.yaml"))
    assert (named.language, named.scale) == ("en", (0, 5))


def test_load_raises_with_every_finding(tmp_path):
    """A file that holds no usable journey raises, the findings attached."""
    put(tmp_path, "bad.yaml", text="cjm: 1\ntitel: x\ntouchpoints: {a: {next: b}}\n")
    with pytest.raises(InvalidJourneyError, match="and 1 more") as raised:
        load(tmp_path / "bad.yaml")
    assert [f.code for f in raised.value.findings] == ["CJM002", "CJM003"]


def test_load_of_a_file_that_is_not_there(tmp_path):
    """A path that cannot be read is a UsageError that names it."""
    with pytest.raises(UsageError, match=r"gone\.yaml"):
        load(tmp_path / "gone.yaml")
