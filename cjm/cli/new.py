"""`cjm new`."""

from __future__ import annotations

import click

from cjm.cli.language import run_language
from cjm.cli.options import PRINTED_LANGUAGE
from cjm.cli.shared import echo, put_data
from cjm.cli.translated import Command
from cjm.i18n import say, translate


@click.command(cls=Command, epilog="Example: cjm new airport --template taxi")
@click.argument("id", required=False)
@click.option("--template", default="blank", show_default=True, metavar="NAME", help="See --list.")
@click.option("--title", metavar="TEXT", help="Default: the template's, of a blank journey its id.")
@click.option(
    "--stages", multiple=True, metavar="NAMES",
    help="The stages of a blank journey, with commas, or repeated.",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="FILE",
    help="Default: ID.yaml in the workspace's first folder of journeys; - is standard output.",
)  # fmt: skip
@PRINTED_LANGUAGE
@click.option("--list", "list_them", is_flag=True, help="List the templates, and do nothing else.")
@click.pass_context
def new(
    context: click.Context,
    id: str | None,
    template: str,
    title: str | None,
    stages: tuple[str, ...],
    output: str | None,
    language: str | None,
    list_them: bool,
) -> None:
    """Begin a journey: a file with stages, touchpoints and questions from a template.

    Templates know what customers of a trade go through, and have no scores: invented ones would be
    taken for measured ones. Nothing that exists is replaced.
    """
    from cjm.authoring.new import composed
    from cjm.authoring.new import new as begin
    from cjm.authoring.trades import list_of_templates
    from cjm.checking.overrides import as_list

    if list_them:
        echo(list_of_templates(language or run_language()), end="")
        return
    if id is None:
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    given = {
        "template": template,
        "title": title,
        "stages": as_list(stages),
        "language": language,
        "workspace": context.obj,
    }
    if output == "-":
        put_data(composed(id, path=None, **given).text, None)
        return
    done = begin(id, path=output, **given)
    told = say(
        "{path}: {n} {n:touchpoint|touchpoints} to score; cjm check {path}",
        path=done.path, n=done.touchpoints,
    )  # fmt: skip
    echo(translate(told, language or run_language()))
