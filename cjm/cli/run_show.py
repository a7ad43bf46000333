"""What `cjm show` does."""

from __future__ import annotations

import os

from cjm.cli.shared import one_journey, put_data, put_page


def run_show(
    paths: tuple[str, ...],
    *,
    workspace: str | None = None,
    persona: str | None = None,
    form: str = "text",
    language: str | None = None,
    output: str | None = None,
) -> None:
    """Show one journey."""
    from cjm.analysis import analyze
    from cjm.project.outputs import check_output
    from cjm.source.json_text import json_text

    path = _one_path(paths)
    check_output(output, [path, workspace])
    analysis = analyze(one_journey(path, workspace), persona)
    if form == "json":
        put_data(json_text(analysis.to_dict()), output)
        return
    from cjm.terminal import show as page_of

    put_page(lambda *terminal: page_of(analysis, None, language, *terminal), output)


def _one_path(paths: tuple[str, ...]) -> str:
    from cjm.errors import UsageError
    from cjm.i18n import say
    from cjm.project.discovery import WORKSPACE_FILE

    if len(paths) > 1:
        raise UsageError(
            say("{n} paths were given", n=len(paths)), help=say("name the file of one journey")
        )
    if os.path.basename(paths[0]) == WORKSPACE_FILE:
        raise UsageError(
            say("{path} is a workspace", path=paths[0]), help=say("name the file of one journey")
        )
    return paths[0]
