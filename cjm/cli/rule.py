"""`cjm rule`."""

from __future__ import annotations

import click

from cjm.cli.language import run_language
from cjm.cli.translated import Command
from cjm.names import LANGUAGES


@click.command(cls=Command, epilog="Example: cjm rule negative-gap")
@click.argument("code", required=False)
@click.option(
    "--language", type=click.Choice(LANGUAGES), help="Default: the nearest workspace's, else en."
)
@click.pass_context
def rule(context: click.Context, code: str | None, language: str | None) -> None:
    """Show a rule's page, by CODE or name; without one, list the rules."""
    from cjm.rules.lookup import list_of_rules, page_of
    from cjm.rules.lookup import rule as find_rule

    found = find_rule(code) if code else None
    language = run_language()
    click.echo(page_of(found, language) if found else list_of_rules(language), nl=False)
