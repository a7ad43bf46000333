"""`cjm plan`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cjm.cli.options import LANGUAGE, NO_MEASURED, OUTPUT, PERSONA
from cjm.cli.progress import Progress
from cjm.cli.shared import one_journey, put_data, put_page
from cjm.cli.translated import Command
from cjm.i18n import say
from cjm.names import OBJECTIVES

if TYPE_CHECKING:
    from cjm.analysis.plans import Objective


@click.command(cls=Command, epilog="Example: cjm plan journeys/taxi.yaml --budget 200")
@click.argument("path")
@click.option(
    "--budget", type=click.FloatRange(min=0), help="What may be spent; default: no limit."
)
@click.option(
    "--objective",
    type=click.Choice(OBJECTIVES),
    default="balance",
    show_default=True,
    help="What to better: the average balance, or the share who end disappointed.",
)
@PERSONA
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@LANGUAGE
@OUTPUT
@NO_MEASURED
@click.pass_context
def plan(
    context: click.Context,
    path: str,
    budget: float | None,
    objective: Objective,
    persona: str | None,
    form: str,
    language: str | None,
    output: str | None,
    no_measured: bool,
) -> None:
    """Say what to fix first: the best improvements within a budget.

    PATH is a journey's file, - standard input. Without --budget, every efficient set of
    improvements is listed, from the cheapest to the best. Below stands what closing each
    touchpoint's gap would change, by whatever means.
    """
    from cjm.analysis.planning import plan as plan_journey
    from cjm.project.outputs import check_output

    check_output(output, [path, context.obj])
    journey = one_journey(path, context.obj, not no_measured)
    with Progress(lambda n: say("looked at {n} {n:set|sets} of improvements", n=n)) as progress:
        result = plan_journey(
            journey, budget, objective=objective, persona=persona, on_progress=progress
        )
    if form == "json":
        from cjm.source.json_text import json_text

        put_data(json_text(result.to_dict()), output)
        return
    from cjm.terminal.plan import plan_page

    put_page(lambda *terminal: plan_page(journey, result, language, *terminal), output)
