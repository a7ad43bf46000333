"""What teams copy into their CI: the GitHub action, the hooks, the GitLab template.

The scripts inside run for real, with inputs that try to be more than text.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema import Draft7Validator

from cjm.cli.group import cli

ROOT = Path(__file__).parents[2]
BAD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 7, owner: o}}\n"
GOOD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
SPEC, JOBS = yaml.safe_load_all((ROOT / "templates/cjm-check.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
[JOB] = JOBS.values()

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def faults(data, schema):
    """What a SchemaStore schema has against some data."""
    validator = Draft7Validator(get_builtin_schema(schema))
    return [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(data)]


def filled(data, inputs):
    """A template as GitLab sees it: inputs in their places."""
    if isinstance(data, dict):
        return {filled(k, inputs): filled(v, inputs) for k, v in data.items()}
    if isinstance(data, list):
        return [filled(item, inputs) for item in data]
    if isinstance(data, str):
        return re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda m: inputs[m[1]], data)
    return data


# ---- the files by themselves ------------------------------------------------------------------


def test_the_action_is_valid():
    """By the schema of SchemaStore, which would notice a mistake."""
    assert faults(ACTION, "vendor.github-actions") == []
    assert faults({**ACTION, "runs": {"using": "composit"}}, "vendor.github-actions")


def test_the_template_s_job_is_valid():
    """With its inputs' defaults in place; by the schema of SchemaStore."""
    defaults = {name: spec["default"] for name, spec in SPEC["spec"]["inputs"].items()}
    job = filled(JOBS, defaults)
    assert list(job) == ["cjm-check"]
    assert faults(job, "vendor.gitlab-ci") == []
    assert faults({"cjm-check": {"scrpt": []}}, "vendor.gitlab-ci")


def test_every_input_is_used_and_every_used_one_declared():
    """In the action and in the template; each says what it is and has a default."""
    template = (ROOT / "templates/cjm-check.yml").read_text(encoding="utf-8")
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    inputs = SPEC["spec"]["inputs"]
    assert set(re.findall(r"\$\[\[ inputs\.([\w-]+) \]\]", template)) == set(inputs)
    assert set(re.findall(r"\$\{\{.*?inputs\.([\w-]+).*?\}\}", action)) == set(ACTION["inputs"])
    for spec in (*inputs.values(), *ACTION["inputs"].values()):
        assert spec["description"]
        assert "default" in spec


def test_no_input_is_text_of_a_script():
    """They come through the environment, where a shell does not read them as commands."""
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
    assert not any("$[[" in line for line in JOB["script"])


def test_the_scripts_use_options_that_exist():
    """Every long option stands in `cjm check --help`."""
    known = {o for p in cli.commands["check"].params for o in p.opts}
    for script in (STEPS["check"]["run"], JOB["script"][-1]):
        used = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", script))
        assert {"--format", "--diff-base", "--baseline"} <= used <= known


def test_the_hooks_say_all_that_pre_commit_asks_for():
    """Ids, names, an entry that is a command of cjm, a pattern that can be compiled."""
    assert [hook["id"] for hook in HOOKS] == ["cjm-check", "cjm-check-all", "cjm-fmt"]
    known = "id name description entry language types files pass_filenames require_serial"
    for hook in HOOKS:
        assert set(hook) <= set(known.split())
        assert hook["entry"].split() == ["cjm", "fmt" if "fmt" in hook["id"] else "check"]
        assert (hook["language"], hook["types"]) == ("python", ["yaml"])


@pytest.mark.parametrize(
    ("file", "taken"),
    [
        ("journeys/taxi.yaml", True),
        ("services/taxi/journeys/deep/er.yml", True),
        ("cjm.yaml", True),
        ("services/cjm.yaml", True),
        ("compose.yaml", False),
        ("myjourneys/taxi.yaml", False),
        ("notcjm.yaml", False),
    ],
)
def test_the_hook_takes_journeys_and_leaves_other_yaml(file, taken):
    """A named file is a journey whatever it holds, so the hook must not name others."""
    assert bool(re.search(HOOKS[0]["files"], file)) is taken
    assert bool(re.search(HOOKS[2]["files"], file)) is taken


def test_the_hook_takes_a_workspace_by_its_name(desk):
    """`cjm.yaml` among the files of a commit is no broken journey."""
    desk.write("cjm.yaml", "cjm: 1\njourneys: [journeys]\n")
    desk.write("journeys/a.yaml", GOOD)
    report = desk.check("cjm.yaml", "journeys/a.yaml")
    assert (report.exit_code(), report.findings) == (0, ())


# ---- the scripts, run -------------------------------------------------------------------------


def bash(script, environment):
    """A script as the runner starts it."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture
def action(desk, tmp_path_factory):
    """Runs the action's last step with inputs; gives the process and what it put out."""
    place = tmp_path_factory.mktemp("runner")

    def run(**inputs):
        given = {name: spec["default"] for name, spec in ACTION["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        environment = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], text)
            for name, text in STEPS["check"]["env"].items()
        }
        environment["CJM_PYTHON"] = sys.executable
        environment["GITHUB_OUTPUT"] = str(place / "output")
        environment["GITHUB_WORKSPACE"] = str(desk.folder)
        environment["GITHUB_STEP_SUMMARY"] = str(place / "summary.md")
        (place / "output").write_text("")
        done = bash(STEPS["check"]["run"], environment)
        return done, (place / "output").read_text()

    run.summary = place / "summary.md"
    return run


@needs_bash
def test_the_action_writes_the_report_where_it_is_asked(desk):
    """Of the paths that are checked, without what shall not be seen; inputs are never run."""
    desk.write("one two/a.yaml", BAD)
    folder = desk.folder / "$(touch pwned) site"
    given = {"paths": "one two\n", "report": str(folder), "leave-out": "owners,findings"}
    step = STEPS["report"]
    assert "inputs.report != ''" in step["if"]
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], text)
        for name, text in step["env"].items()
    }
    done = bash(step["run"], {**environment, "CJM_PYTHON": sys.executable})
    assert done.returncode == 0, done.stderr
    assert (folder / "index.html").exists()
    assert not (desk.folder / "pwned").exists()


@needs_bash
def test_the_action_shows_a_table_in_the_job_s_summary(desk, action):
    """Every finding, after what other steps have written there."""
    desk.write("a.yaml", BAD)
    action.summary.write_text("# Tests\n")
    action(select="CJM101")
    text = action.summary.read_text(encoding="utf-8")
    assert text.startswith("# Tests\n### cjm check\n")
    assert text.count("| error | CJM101 ") == 1


@needs_bash
def test_the_action_annotates_and_puts_out_the_exit_code(desk, action):
    """Several paths, one a line, with spaces in them; a report for code scanning beside."""
    desk.write("one two/a.yaml", BAD)
    desk.write("three/b.yaml", BAD)
    done, output = action(paths="one two\nthree\n", sarif_file="out/cjm.sarif", select="CJM101")
    assert (done.returncode, output) == (1, "exit-code=1\n"), done.stderr
    commands = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert [re.search("file=([^,]+)", line)[1] for line in commands] == [
        "one two/a.yaml",
        "three/b.yaml",
    ]
    sarif = json.loads((desk.folder / "out/cjm.sarif").read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == 2


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({}, 1),
        ({"paths": "good.yaml"}, 0),
        ({"ignore": "CJM1"}, 0),
        ({"ignore": "CJM1", "fail_on": "warning"}, 1),
        ({"fail_on": ""}, 1),
        ({"args": "--today\n2026-10-01\n\n--select=CJM2"}, 0),
        ({"paths": "nosuch.yaml"}, 2),
        ({"baseline": "nosuch.json"}, 2),
        ({"diff_base": "nosuch"}, 2),
        ({"against": "nosuch"}, 2),
    ],
)
def test_the_action_s_inputs_do_what_they_say(desk, action, inputs, code):
    """Each reaches `cjm check`; the step ends as the command does."""
    desk.write("good.yaml", GOOD)
    desk.write("bad.yaml", BAD)
    done, output = action(**inputs)
    assert (done.returncode, output) == (code, f"exit-code={code}\n"), done.stderr


@needs_bash
@needs_git
def test_the_action_reads_a_checkout_of_another_user(desk, action, monkeypatch):
    """As in a container job, where git would refuse it."""
    shutil.rmtree(desk.folder / ".git")
    desk.write("a.yaml", BAD)
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for line in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run(["git", *who, *line], check=True)
    monkeypatch.setitem(STEPS["check"]["env"], "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    done, _ = action(diff_base="HEAD")
    assert (done.returncode, "1 unchanged" in done.stdout) == (0, True), done.stderr


@needs_bash
@needs_git
def test_the_action_lets_only_what_is_new_count(desk, action):
    """With `against`; what was there before is counted in the log."""
    desk.write("bad.yaml", BAD)
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for line in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run(["git", *who, *line], check=True)
    done, _ = action(against="HEAD", select="CJM101")
    assert (done.returncode, "1 there before" in done.stdout) == (0, True), done.stderr
    desk.write("new.yaml", BAD)
    done, _ = action(against="HEAD", select="CJM101")
    assert (done.returncode, done.stdout.count("::error ")) == (1, 1), done.stderr


HOSTILE = [
    "a; touch pwned",
    "$(touch pwned)",
    "`touch pwned`",
    "a' ; touch pwned ; '",
    'a" ; touch pwned ; "',
    "a\ntouch pwned",
    "--output=pwned",
    "-opwned",
    "*",
    "${IFS}",
    "a | touch pwned",
    "error --output=pwned",
    "CJM2 --output=pwned",
    "END_OF_PATHS\ntouch pwned",
    "EOF\ntouch pwned",
    "\\",
    "%0Atouch pwned",
]


@needs_bash
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "name", ["paths", "select", "ignore", "fail_on", "diff_base", "against", "baseline"]
)
def test_an_input_of_the_action_is_never_run(desk, action, name, text):
    """Whatever it holds, it is one argument; nobody is asked to run it."""
    desk.write("bad.yaml", BAD)
    done, output = action(**{name: text})
    assert (done.returncode, output) == (2, "exit-code=2\n")
    assert sorted(os.listdir()) == [".git", "bad.yaml"]
    assert "Traceback" not in done.stderr


@needs_bash
def test_a_module_in_the_checked_repository_is_not_run(desk, action):
    """`python -m` would look in the current folder first."""
    desk.write("good.yaml", GOOD)
    for name in ("cjm.py", "click.py", "yaml.py", "cjm/__init__.py"):
        desk.write(name, "open('pwned', 'w')\n")
    done, _ = action()
    assert done.returncode == 0, done.stderr
    assert not (desk.folder / "pwned").exists()


@pytest.fixture(params=["bash", "sh"])
def template(desk, tmp_path, request):
    """Runs the template's last script line with inputs, in a shell GitLab may use."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    python = tmp_path / ".home/bin/python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)

    def run(**inputs):
        given = {name: spec["default"] for name, spec in SPEC["spec"]["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        variables = filled(JOB["variables"], given)
        packages = os.pathsep.join([str(ROOT), *(p for p in sys.path if "site-packages" in p)])
        return subprocess.run(
            [request.param, "-e", "-c", JOB["script"][-1]],
            env={
                "PATH": os.environ["PATH"],
                **variables,
                "PYTHONPATH": packages,
                "CJM_HOME": str(tmp_path / ".home"),
            },
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


def test_the_template_installs_beside_the_project(desk):
    """In a new folder, where no path without arguments finds YAML of other packages."""
    tools = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
    script = [*JOB["script"][:2], 'echo "$CJM_HOME"']
    done = subprocess.run(
        ["sh", "-e", "-c", "\n".join(script)],
        env={"PATH": tools},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    home = Path(done.stdout.strip())
    try:
        assert (home / "bin/python").exists()
        assert desk.folder not in home.parents
    finally:
        shutil.rmtree(home)
    assert '"$CJM_HOME/bin/python" -m pip install' in JOB["script"][2]


def test_the_template_writes_both_reports(desk, template):
    """Code Quality and JUnit, where the job says they are; the log is for people."""
    desk.write("one two/a.yaml", BAD)
    done = template(paths="one two\n", select="CJM101")
    assert (done.returncode, "error[CJM101]" in done.stdout) == (1, True), done.stderr
    reports = JOB["artifacts"]["reports"]
    quality = json.loads((desk.folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert [issue["check_name"] for issue in quality] == ["CJM101"]
    suites = ET.parse(desk.folder / reports["junit"]).getroot()
    assert len(suites.findall(".//failure")) == 1
    assert set(reports.values()) == set(JOB["artifacts"]["paths"])


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["paths", "select", "diff_base", "against"])
def test_an_input_of_the_template_is_never_run(desk, template, name, text):
    """As with the action."""
    desk.write("bad.yaml", BAD)
    done = template(**{name: text})
    assert done.returncode == 2
    assert not (desk.folder / "pwned").exists()
    assert "Traceback" not in done.stderr


def test_the_action_installs_its_own_checkout():
    """The tag that a team names is the code that runs."""
    assert '"$GITHUB_ACTION_PATH[report]"' in STEPS["install"]["run"]


# ---- what the pages say -----------------------------------------------------------------------

PAGES = (
    "README.md", "README.ru.md", "docs/checking.md", "docs/checking.ru.md",
    "docs/report.md", "docs/report.ru.md",
)  # fmt: skip


def shown(page):
    """The YAML blocks of a page that take cjm from its repository, as data."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    # `on` is true in YAML 1.1, and GitHub's files are read by another rule
    loaded = [
        yaml.safe_load(b) for b in blocks if "- uses:" in b or "include:" in b or "repo:" in b
    ]
    assert loaded
    return [{("on" if key is True else key): v for key, v in data.items()} for data in loaded]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_to_be_copied_is_valid_and_names_what_exists(page):
    """Workflows by their schemas; inputs and hooks are those that are offered."""
    for data in shown(page):
        if "include" in data:
            assert faults(data, "vendor.gitlab-ci") == []
            [included] = data["include"]
            assert set(included["inputs"]) <= set(SPEC["spec"]["inputs"])
            assert included["remote"].endswith("/OWNER/cjm/REVISION/templates/cjm-check.yml")
        elif "repos" in data:
            [repository] = data["repos"]
            assert {hook["id"] for hook in repository["hooks"]} <= {hook["id"] for hook in HOOKS}
        else:
            assert faults({"on": "push", **data}, "vendor.github-workflows") == []
            [ours] = [s for s in data["jobs"]["check"]["steps"] if "OWNER/cjm" in s["uses"]]
            assert set(ours["with"]) <= set(ACTION["inputs"])


@pytest.mark.parametrize("page", PAGES[2:4])
def test_every_input_of_the_action_and_the_template_is_told(page):
    """In both languages, under In CI."""
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z-]+)`", re.split(r"^### GitHub$", text, flags=re.M)[1]))
    assert set(ACTION["inputs"]) | set(SPEC["spec"]["inputs"]) - {"package"} <= named
    assert {hook["id"] for hook in HOOKS} | set(ACTION["outputs"]) <= named
