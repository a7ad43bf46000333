"""What `cjm lsp` does."""

from __future__ import annotations

LIBRARIES = ("pygls", "lsprotocol", "cattrs", "attrs", "attr")
"""What the extra brings."""


def run_lsp(workspace: str | None = None, traceback: bool = False) -> int:
    """Serve an editor until it leaves; the exit code."""
    from cjm.errors import missing_extra

    try:
        from cjm.lsp.lean_types import load_types

        load_types()
        from cjm.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in LIBRARIES:
            raise
        raise missing_extra("lsp", "pygls", "lsp") from error
    return serve(workspace, traceback)
