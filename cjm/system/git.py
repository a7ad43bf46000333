"""Git: which commit a revision is, and what has changed in a repository since."""

from __future__ import annotations

import os
import re

from cjm.errors import CjmError, UsageError
from cjm.i18n import external, say
from cjm.i18n.characters import clipped
from cjm.system import process

TIME_LIMIT = 60.0
"""Seconds a git command may take."""

_ELSEWHERE = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
)
"""What a hook of git sets for its own repository: here the folder says which one is meant."""

_STEADY = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
"""Messages in English; nothing is written to the index, nobody is asked for a password."""


def changed_files(repository: str, revision: str, time_limit: float = TIME_LIMIT) -> frozenset[str]:
    """Files that differ between the merge base of a revision with HEAD and the working tree.

    Absolute paths: committed, staged, unstaged and untracked changes alike, and files that were
    deleted; what git ignores is left out. Without a merge base (a shallow clone) the revision
    itself is compared with; before the first commit every file is new. Raises UsageError where
    git knows no such revision, and CjmError where git is missing, fails, or does not finish in
    time.
    """
    git = Git(repository, time_limit)
    root = os.path.realpath(os.fsdecode(git.output("rev-parse", "--show-toplevel")[:-1]))
    start = _start(git, revision)
    diff = git.output("diff", "--name-only", "-z", *PLAIN, start, "--")
    untracked = git.output("ls-files", "--others", "--exclude-standard", "-z", folder=root)
    names = filter(None, (diff + untracked).split(b"\0"))
    return frozenset(os.path.join(root, os.path.normpath(os.fsdecode(name))) for name in names)


PLAIN = (
    "--no-renames",
    "--no-relative",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules",  # each is a repository of its own
)
"""Whatever a user's settings say, and no program that they name is run."""


def _start(git: Git, revision: str) -> str:
    """The commit to compare with."""
    commit = git.commit(revision)
    if commit is None:
        return git.output("hash-object", "-t", "tree", "--stdin").decode("ascii").strip()
    done = git.run("merge-base", commit, "HEAD")
    return done.stdout.decode("ascii").split()[0] if done.returncode == 0 else commit


class Git:
    """Runs git in one repository."""

    def __init__(self, repository: str, time_limit: float) -> None:
        self.repository = repository
        self.time_limit = time_limit

    def commit(self, revision: str) -> str | None:
        """The commit that a revision stands for; None on a branch before its first commit.

        Raises UsageError where git knows no such revision.
        """
        commit = None
        # What begins with a dash is an option to git, never a revision.
        if revision and not revision.startswith("-") and "\0" not in revision:
            named = self._object(revision)  # first: `:/words^{commit}` would look for other words
            commit = self._object(named + "^{commit}") if named else None
        if commit is None and not self.is_unborn(revision):
            raise UsageError(
                say("git knows no revision {revision!r}", revision=clipped(revision, 200)),
                help=say(
                    "this clone is shallow, so fetch it: git fetch --unshallow (in CI: all history)"
                )
                if self.is_shallow()
                else say("name a commit, branch or tag that was fetched, such as origin/main"),
            )
        return commit

    def _object(self, name: str) -> str | None:
        done = self.run("rev-parse", "--verify", "--quiet", name)
        found = done.stdout.decode("ascii", "replace").strip()
        known = done.returncode == 0 and re.fullmatch("[0-9a-f]{40,64}", found)
        return found if known else None

    def is_unborn(self, revision: str) -> bool:
        """Whether a revision is the current branch, and that has no commit yet."""
        branch = self.run("symbolic-ref", "--quiet", "HEAD").stdout.decode(errors="replace").strip()
        return revision in ("HEAD", "@", branch, branch.removeprefix("refs/heads/"))

    def is_shallow(self) -> bool:
        """Whether the clone holds only the last commits."""
        return self.run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def output(self, *arguments: str, folder: str | None = None, content: bytes = b"") -> bytes:
        """What a command that must not fail prints; `content` is its standard input."""
        done = self.run(*arguments, folder=folder, content=content)
        if done.returncode != 0:
            said = done.stderr.decode(errors="replace").strip().splitlines() or ["no message"]
            foreign = "dubious ownership" in said[0]
            raise CjmError(
                say(
                    "git {command} failed ({code}): {words}",
                    command=arguments[0],
                    code=done.returncode,
                    words=external(clipped(said[0], 300)),
                ),
                help=say("trust it: git config --global --add safe.directory FOLDER")
                if foreign
                else say("see what git says: git {command}", command=" ".join(arguments[:2])),
            )
        return done.stdout

    def run(
        self, *arguments: str, folder: str | None = None, content: bytes = b""
    ) -> process.Completed:
        """A finished git command, whatever came of it."""
        place = folder or self.repository
        # A file system monitor would be a daemon that keeps our pipes open.
        command = ["git", "-C", place, "-c", "core.fsmonitor=false", *arguments]
        environment = {k: v for k, v in os.environ.items() if k not in _ELSEWHERE} | _STEADY
        try:
            return process.run(
                command,
                content=content,
                time_limit=self.time_limit,
                environment=environment,
            )
        except process.TimeoutExpired:
            raise CjmError(
                say(
                    "git {command} did not finish in {seconds} s",
                    command=arguments[0],
                    seconds=self.time_limit,
                ),
                help=say("check all journeys: leave the revision out"),
            ) from None
        except OSError as error:
            reason = external((error.strerror or str(error)).lower())
            raise CjmError(
                say("git could not be started: {reason}", reason=reason),
                help=say("install git, or check all journeys: leave the revision out"),
            ) from None
