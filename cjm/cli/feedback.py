"""`cjm feedback`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cjm.cli.data_options import data_options, named
from cjm.cli.language import run_language
from cjm.cli.options import PRINTED_LANGUAGE
from cjm.cli.pictures import PICTURE_THEME, picture_format, put_bytes
from cjm.cli.shared import put_data, put_page, tell_note
from cjm.cli.translated import Command
from cjm.i18n import say

if TYPE_CHECKING:
    from cjm.data.choosing import Wanted


@click.command(
    cls=Command,
    epilog="Example: cjm feedback reviews.csv --text comment --score stars --scale 1-5 "
    "--topics topics.yaml",
)
@click.argument("reviews", required=False)
@click.option("--topics", metavar="FILE", help="What to look for; default: as the source names it.")
@click.option("--forms", is_flag=True, help="The forms, too, that each word was met in.")
@click.option("--quotes", is_flag=True, help="Up to three reviews of each topic, the worst first.")
@click.option(
    "--overlay",
    metavar="JOURNEY",
    help="Write the topics of touchpoints into this journey's overlay; quotes with --quotes.",
)
@data_options("reviews", minimum=False)
@PRINTED_LANGUAGE
@PICTURE_THEME
@click.pass_context
def feedback(
    context: click.Context,
    reviews: str | None,
    wanted: Wanted,
    topics: str | None,
    forms: bool,
    quotes: bool,
    overlay: str | None,
    form: str,
    language: str | None,
    theme: str | None,
    output: str | None,
) -> None:
    """Say what reviews are about and where it hurts: topics by the forms of their words.

    REVIEWS is a source of data.yaml, or a file; default: the only source of reviews there is.
    Topics are listed by pain, the worst first. As csv: a line a topic, with --forms a line a form.
    Reviews are customers' words: they are printed only with --quotes. An -o that ends in .svg,
    .html, .png or .pdf draws the topics by how often and how badly.
    """
    from cjm.data.reviews.summarizing import feedback_wanted
    from cjm.project.outputs import check_output

    language = language or run_language()
    picture = picture_format(output, form, theme)
    check_output(output, [reviews, topics, wanted.data])
    found = feedback_wanted(named(wanted, reviews), topics, quotes, language)
    if overlay is not None:
        from cjm.data.reviews.overlay import write_topics

        tell_note(say("topics are in {path}", path=write_topics(found, overlay, context.obj)))
    if picture is not None:
        from cjm.maps.results import render_pains

        put_bytes(render_pains(found, picture, language, theme), output)
    elif form == "json":
        from cjm.source.json_text import json_text

        put_data(json_text(found.to_dict()), output)
    elif form == "csv":
        put_data(found.to_csv("forms" if forms else "topics"), output)
    else:
        from cjm.terminal.feedback import feedback_page

        def page(width: int | None, color: bool, encoding: str) -> str:
            return feedback_page(found, language, width, color, encoding, forms)

        put_page(page, output)
