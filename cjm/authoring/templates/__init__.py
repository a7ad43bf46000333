"""Templates: the texts of files to begin with, as files of this package."""

from __future__ import annotations


def template_text(name: str) -> str:
    """The text of a file of this folder; `name` has slashes for folders."""
    from cjm.bundled import bundled

    return bundled(__name__, name).decode("utf-8")
