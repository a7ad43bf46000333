"""The page of what is not there: of a journey whose file went away, it waits for its return."""

from __future__ import annotations

from cjm.site.frame import Frame


def missing_page(frame: Frame, address: str) -> bytes:
    """The page that stands where none is.

    Args:
        frame: Of one language of the site.
        address: What was asked for, below the folder of the language.
    """
    return frame.page(address, "missing.html").content
