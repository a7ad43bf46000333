"""Real git repositories for tests, whatever the machine's settings are."""

from __future__ import annotations

import os
import subprocess


def git(*arguments, folder=".", environment=()):
    """A git command that must work, whatever the machine's settings are.

    `environment` has more variables, each as NAME=VALUE.
    """
    done = subprocess.run(
        ["git", "-C", folder, "-c", "protocol.file.allow=always", *arguments],
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_NAME": "A" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "a@example.org" for who in ("AUTHOR", "COMMITTER")},
            **dict(variable.split("=", 1) for variable in environment),
        },
    )
    return done.stdout.decode().strip()


def commit(folder="."):
    """Everything, committed."""
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--message", "work", folder=folder)
