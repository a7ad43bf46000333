"""The action's comment on a pull request: what it compares, and whose comment it replaces.

Its script and its program run for real, against a small server that answers as GitHub does.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
import yaml
from repositories import commit, git

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
[STEP] = [step for step in ACTION["runs"]["steps"] if step["id"] == "diff"]
MARK = "<!-- cjm diff -->\n"

pytestmark = pytest.mark.skipif(
    shutil.which("bash") is None or shutil.which("git") is None, reason="bash or git is missing"
)


class GitHub(BaseHTTPRequestHandler):
    """Comments of one pull request; `refuse` is what it answers to who wants to write."""

    comments: ClassVar[list] = []
    refuse = 0

    def do_GET(self):
        """A page of comments."""
        page = int(re.search(r"page=(\d+)$", self.path)[1])
        self.answer(200, self.comments[100 * (page - 1) : 100 * page])

    def do_POST(self):
        """A new comment."""
        body = self.body()
        if not self.refuse:
            self.comments.append({"id": 900, "user": {"type": "Bot"}, "body": body})
        self.answer(self.refuse or 201, {})

    def do_PATCH(self):
        """Another text for a comment."""
        body, id = self.body(), int(self.path.rpartition("/")[2])
        if not self.refuse:
            next(c for c in self.comments if c["id"] == id)["body"] = body
        self.answer(self.refuse or 200, {})

    def body(self):
        """What was sent."""
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]

    def answer(self, code, data):
        """JSON."""
        assert self.headers["Authorization"] == "Bearer secret"
        assert self.path.startswith("/repos/o/r/issues/")
        text = json.dumps(data).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture
def github():
    """The server; its comments are empty at first."""
    handler = type("Handler", (GitHub,), {"comments": [], "refuse": 0})
    server = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    handler.address = f"http://127.0.0.1:{server.server_port}"
    yield handler
    server.shutdown()
    server.server_close()


def journey(experience):
    """A journey with one gap."""
    point = f"{{title: Ride, expectation: 8, experience: {experience}}}"
    return f"cjm: 1\nid: taxi\ntouchpoints: {{ride: {point}}}\n"


@pytest.fixture
def request_made(desk, github, tmp_path_factory):
    """Runs the step as in a pull request whose base is `main`; gives the process."""
    shutil.rmtree(desk.folder / ".git")
    git("init", "--quiet", "--initial-branch", "main")
    desk.write("journeys/taxi.yaml", journey(8))
    desk.write("other.yaml", journey(8).replace("taxi", "bus"))
    commit()
    git("switch", "--quiet", "--create", "work")
    runner = tmp_path_factory.mktemp("runner")

    def run(paths="", base="main", number="7"):
        environment = {
            name: text.replace("${{ inputs.paths }}", paths) for name, text in STEP["env"].items()
        } | {
            "CJM_PYTHON": sys.executable,
            "CJM_BASE": base,
            "CJM_PULL_REQUEST": number,
            "CJM_TOKEN": "secret",
            "PYTHONPATH": str(ROOT),
            "PATH": os.environ["PATH"],
            "GITHUB_API_URL": github.address,
            "GITHUB_REPOSITORY": "o/r",
            "GITHUB_WORKSPACE": str(desk.folder),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
            "RUNNER_TEMP": str(runner),
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEP["run"]],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    run.summary = runner / "summary.md"
    return run


def test_a_comment_is_written_once_and_then_replaced(desk, github, request_made):
    """Its own, wherever it stands; those of people stay, whatever they begin with."""
    theirs = {"id": 1, "user": {"type": "User"}, "body": MARK + "quoted"}
    github.comments += [dict(theirs, id=n) for n in range(1, 102)]
    desk.write("journeys/taxi.yaml", journey(6))
    assert request_made().returncode == 0
    assert len(github.comments) == 102
    assert github.comments[-1]["body"].startswith(MARK + "### Journeys: 1 gap worse, 0 better\n")
    desk.write("journeys/taxi.yaml", journey(9))
    assert "replaced the comment" in request_made().stdout
    assert "says so already" in request_made().stdout
    assert github.comments[-1]["body"].startswith(MARK + "### Journeys: 1 gap better, 0 worse\n")
    desk.write("journeys/taxi.yaml", journey(8))
    assert request_made().returncode == 0
    assert github.comments[-1]["body"] == MARK + "### Journeys: no differences\n"
    assert len(github.comments) == 102
    assert github.comments[:101] == [dict(theirs, id=n) for n in range(1, 102)]


def test_nothing_is_said_of_nothing(github, request_made):
    """A pull request that changes no journey gets no comment; the summary tells."""
    done = request_made()
    assert (done.returncode, github.comments) == (0, []), done.stderr
    assert "no differences" in request_made.summary.read_text()


@pytest.mark.parametrize("code", [403, 404, 500])
def test_without_the_right_the_summary_alone_tells(desk, github, request_made, code):
    """As in a pull request from a fork: no failure, a note in the log."""
    github.refuse = code
    desk.write("journeys/taxi.yaml", journey(6))
    done = request_made()
    assert (done.returncode, github.comments) == (0, []), done.stderr
    assert "::notice title=cjm diff::" in done.stdout
    assert "secret" not in done.stdout + done.stderr
    assert "1 gap worse" in request_made.summary.read_text()


def test_only_what_the_branch_changed_is_told(desk, github, request_made):
    """Not what was merged into the base meanwhile; of a folder where one is named."""
    git("switch", "--quiet", "main")
    desk.write("other.yaml", journey(2).replace("taxi", "bus"))
    commit()
    git("switch", "--quiet", "work")
    desk.write("journeys/taxi.yaml", journey(6))
    desk.write("more.yaml", journey(1).replace("taxi", "tram"))
    request_made()
    assert "`taxi`" in github.comments[0]["body"]
    assert "`bus`" not in github.comments[0]["body"]
    assert "`tram`" in github.comments[0]["body"]
    request_made(paths="journeys\n")
    assert "`tram`" not in github.comments[0]["body"]


def test_a_push_has_a_summary_and_no_comment(desk, github, request_made):
    """There is no pull request to comment on; of a first push nothing is compared."""
    desk.write("journeys/taxi.yaml", journey(6))
    assert request_made(number="").returncode == 0
    assert github.comments == []
    assert "1 gap worse" in request_made.summary.read_text()
    assert request_made(base="", number="").returncode == 0


def test_a_file_with_errors_does_not_keep_the_others_from_being_told(desk, github, request_made):
    """The check tells of it; a revision that is not there fails the step."""
    desk.write("other.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 11}}\n")
    desk.write("journeys/taxi.yaml", journey(6))
    assert request_made().returncode == 0
    assert "Not compared: 1 file with errors." in github.comments[0]["body"]
    assert request_made(base="0" * 40).returncode == 2


@pytest.mark.parametrize(
    "text", ["$(touch pwned)", "a; touch pwned", "--output=pwned", "`touch x`"]
)
def test_an_input_is_never_run(desk, github, request_made, text):
    """Whatever it holds, it is a path or nothing."""
    done = request_made(paths=text)
    assert done.returncode == 0, done.stderr
    assert sorted(os.listdir()) == [".git", "journeys", "other.yaml"]
