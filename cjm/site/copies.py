"""Copies: the studio that is one file, carried by a site, and links that open a journey in it.

A link is `#1` and base64url of the deflated JSON that the page's own links hold; the part of an
address after `#` is sent to no server.
"""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING

from cjm.bundled import bundled
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.site.frame import Page

if TYPE_CHECKING:
    from collections.abc import Collection

    from cjm.project.documents import Document

STUDIO = "cjm-studio.html"
"""Where it stands, below the site; that of `cjm serve --edit` is another one."""
VERSION = "1"
MOST_BYTES = 1_000_000
"""Of what a link holds: the page unpacks no more."""


def studio_page() -> Page:
    """The packaged studio. Raises UsageError where this cjm was installed without one."""
    try:
        return Page(STUDIO, bundled("cjm", f"pyodide/{STUDIO}"))
    except OSError:
        raise UsageError(
            say("the studio that is one file is not packaged with this cjm"),
            help=say("in a checkout with node: make studio"),
        ) from None


def require_studio(leave_out: Collection[str]) -> None:
    """Raise UsageError where there is none, or its links would carry what readers shall not see."""
    studio_page()
    if leave_out:
        raise UsageError(
            say("a copy to edit carries the whole text of its journey, also what is left out"),
            help=say("choose one: --studio, or --leave-out"),
        )


def link_to_copy(document: Document, language: str, up: str) -> str | None:
    """The address that opens a copy of a journey in the studio of its site.

    Args:
        document: The journey; what was measured of it does not come along.
        language: Of the studio, en or ru.
        up: The way from the page with the link to the site's root.

    Returns:
        The address; None for a text that no link can hold: it is too large, or no UTF-8.
    """
    workspace = document.workspace
    try:
        shared = {
            "name": document.file.replace("\\", "/").rpartition("/")[2],
            "text": document.content.decode("utf-8-sig"),
            **(
                {}
                if workspace.file is None
                else {"workspace": workspace.content.decode("utf-8-sig")}
            ),
            "view": "graph",
            "language": language,
        }
    except UnicodeDecodeError:
        return None
    content = json.dumps(shared, ensure_ascii=False, separators=(",", ":")).encode()
    if len(content) > MOST_BYTES:
        return None
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = urlsafe_b64encode(packer.compress(content) + packer.flush()).decode().rstrip("=")
    return f"{up}{STUDIO}#{VERSION}{packed}"
