"""`cjm rule`."""

from __future__ import annotations

import click


@click.command(epilog="Example: cjm rule negative-gap")
@click.argument("code", required=False)
def rule(code: str | None) -> None:
    """Show a rule's page, by CODE or name; without one, list the rules."""
    from cjm.authoring.pages import list_of_rules, page_of
    from cjm.authoring.pages import rule as find_rule

    click.echo(page_of(find_rule(code)) if code else list_of_rules(), nl=False)
