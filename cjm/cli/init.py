"""`cjm init`."""

from __future__ import annotations

import click

from cjm.cli.shared import FAILED, echo, tell_note
from cjm.cli.translated import Command
from cjm.i18n import say
from cjm.names import EDITORS, LANGUAGES


@click.command(cls=Command, epilog="Example: cjm init service --ci github")
@click.argument("folder", default=".", metavar="[DIR]")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="Of the files. Default: CJM_LANGUAGE's, else the locale's where it is ru, else en.",
)
@click.option(
    "--template",
    metavar="NAME",
    help="The first journey from a template of cjm new. Default: an example with scores.",
)
@click.option(
    "--ci",
    multiple=True,
    metavar="NAMES",
    help="Write the file of github, gitlab, pre-commit, too; with commas, or repeated.",
)
@click.option("--editor", type=click.Choice(EDITORS), help="Write this editor's settings, too.")
def init(
    folder: str,
    language: str | None,
    template: str | None,
    ci: tuple[str, ...],
    editor: str | None,
) -> int:
    """Begin: a folder with a first journey that checks green, and help for the editor.

    DIR is made if it is missing; default: the current folder. Nothing that exists is replaced.
    Where there is a cjm.yaml, --ci and --editor add their files to it. Files for CI go to the root
    of the git repository, where alone they are read. Exit code: 0, or 2 where nothing was made.
    """
    from cjm.authoring.init import init as begin
    from cjm.checking.overrides import as_list
    from cjm.terminal.initialized import initialized_page

    done = begin(folder, language=language, template=template, ci=as_list(ci), editor=editor)
    echo(initialized_page(done), end="")
    if ci and not done.origin.is_known:
        tell_note(
            say(
                "in the files for CI, write where cjm comes from in the place of OWNER/cjm@REVISION"
            )
        )
    return 0 if done.created else FAILED
