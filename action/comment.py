"""Comment on a pull request: write a Markdown file there, in place of what stands there already.

    python action/comment.py FILE

FILE begins with a line that marks the comment as ours: the one that begins with it is replaced,
where a program wrote it, so that a pull request has one. A heading alone says that nothing
differs: that replaces a comment, and begins none. Without the right to write, as in a pull request
from a fork, that is told in the log and is no failure: the job's summary has the same text.

The environment: CJM_TOKEN, CJM_PULL_REQUEST (its number), and GitHub's own GITHUB_REPOSITORY and
GITHUB_API_URL. Only Python itself is needed.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.error
import urllib.request
from typing import Any

MOST_PAGES = 30
"""Of a hundred comments each."""
TIME_LIMIT = 30.0
"""Seconds for each request."""


def main(file: str) -> int:
    """Write the comment; 0 also where GitHub does not let us."""
    with open(file, encoding="utf-8") as opened:
        body = opened.read()
    try:
        print(written(body))
    except urllib.error.HTTPError as error:
        if error.code in (401, 403, 404):
            note = "no right to comment (permissions: pull-requests: write); see the job's summary"
        else:
            note = f"GitHub answers {error.code}; see the job's summary"
        print(f"::notice title=cjm diff::{note}")
    except (OSError, ValueError) as error:  # the network, or no JSON
        said = str(error).replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
        print(f"::notice title=cjm diff::no comment was written: {said}; see the job's summary")
    return 0


def written(body: str) -> str:
    """Write the comment where it is due; what was done."""
    repository, number = os.environ["GITHUB_REPOSITORY"], os.environ["CJM_PULL_REQUEST"]
    comments = f"repos/{repository}/issues/{int(number)}/comments"
    found = _own(comments, body.split("\n", 1)[0])
    if found is None:
        if body.strip().count("\n") <= 1:  # the mark and a heading
            return "nothing to say"
        _asked("POST", comments, {"body": body})
        return "commented"
    if found["body"].replace("\r\n", "\n").strip() == body.strip():
        return "the comment says so already"
    _asked("PATCH", f"repos/{repository}/issues/comments/{int(found['id'])}", {"body": body})
    return "replaced the comment"


def _own(comments: str, mark: str) -> dict[str, Any] | None:
    """The comment of a program that begins with the mark."""
    for page in range(1, MOST_PAGES + 1):
        found = _asked("GET", f"{comments}?per_page=100&page={page}")
        for comment in found:
            is_program = (comment.get("user") or {}).get("type") == "Bot"
            if is_program and (comment.get("body") or "").startswith(mark):
                return dict(comment)
        if len(found) < 100:
            break
    return None


def _asked(method: str, path: str, data: dict[str, str] | None = None) -> Any:
    """What GitHub's interface answers."""
    address = os.environ.get("GITHUB_API_URL") or "https://api.github.com"
    request = urllib.request.Request(
        f"{address}/{path}",
        method=method,
        data=None if data is None else json.dumps(data).encode(),
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {os.environ['CJM_TOKEN']}",
            "Content-Type": "application/json",
            "User-Agent": "cjm",
        },
    )
    with urllib.request.urlopen(request, timeout=TIME_LIMIT) as answer:
        return json.loads(answer.read())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
