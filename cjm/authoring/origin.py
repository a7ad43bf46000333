"""Origin: the repository and commit that the cjm which runs was installed from."""

from __future__ import annotations

import re
from typing import Any

from cjm.tuples import NamedTuple

DISTRIBUTION = "customer-journey-map"
PLACEHOLDER = "OWNER/cjm"
"""What stands in the docs, and here where nothing is known, for a repository on GitHub."""

_ON_GITHUB = re.compile(r"github\.com[:/]([\w.-]+)/([\w.-]+?)(?:\.git)?/?$")


class Origin(NamedTuple):
    """A repository on GitHub as OWNER/NAME, and a revision in it."""

    repository: str = PLACEHOLDER
    revision: str = "REVISION"

    @property
    def is_known(self) -> bool:
        """Whether it is a real repository, not what the reader has to put there."""
        return self.repository != PLACEHOLDER


def installed_from() -> Origin:
    """Where pip took this cjm from, by the record that it left (PEP 610); else placeholders."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        record = distribution(DISTRIBUTION).read_text("direct_url.json")
    except PackageNotFoundError:  # run out of a folder
        record = None
    return origin_of(record or "{}")


def origin_of(record: str) -> Origin:
    """What a `direct_url.json` says. Only OWNER/NAME is taken of the address: no password stays."""
    import json

    try:
        told: Any = json.loads(record)
        commit = told["vcs_info"]["commit_id"]
        found = _ON_GITHUB.search(told["url"])
    except (ValueError, KeyError, TypeError):
        return Origin()
    if found is None or not re.fullmatch("[0-9a-f]{40,64}", str(commit)):
        return Origin()
    return Origin(f"{found[1]}/{found[2]}", commit)
