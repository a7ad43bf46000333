"""Trades: the templates of `cjm new`. They have touchpoints and questions, and no scores."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cjm.authoring.templates import template_text
from cjm.errors import UsageError
from cjm.format.suggestions import suggest
from cjm.i18n import say, translate
from cjm.names import TEMPLATES
from cjm.source.emit import scalar
from cjm.tuples import NamedTuple

BLANK = TEMPLATES[0]
"""The template that says nothing of a trade; its stages may be named."""

ABOUT = {
    "blank": say("three stages with a touchpoint each, to be renamed"),
    "shop": say("a shop: finding it, the shelf, advice, the till, returns"),
    "delivery": say("goods brought home: basket, slot, delay, courier, return"),
    "cafe": say("a café or restaurant: table, menu, waiting, a mistake, the bill"),
    "hotel": say("a hotel: booking, check-in, room, night, breakfast, departure"),
    "repair": say("repair at home: the call, the technician, diagnosis and price, warranty"),
    "taxi": say("a taxi: order, waiting, driver, ride, payment, something lost"),
    "support": say("support: help pages, bot, queue, agent, specialist"),
    "saas": say("a subscription: sign-up, first result, team, paying, renewal"),
}
"""What each is about, in a line."""


class Stage(NamedTuple):
    """A stage of a blank journey."""

    id: str
    title: str


BEFORE_AND_AFTER = {
    "en": (Stage("before", "Before"), Stage("during", "During"), Stage("after", "After")),
    "ru": (Stage("before", "До"), Stage("during", "Во время"), Stage("after", "После")),
}


def require_template(name: str, known: Sequence[str] = TEMPLATES) -> None:
    """Raises UsageError for a template that there is not, with the one that was meant."""
    if name not in known:
        raise UsageError(say("there is no template {name!r}", name=name), help=suggest(name, known))


def list_of_templates(language: str) -> str:
    """Every template in a line, and what it is about."""
    width = max(map(len, TEMPLATES))
    return "".join(
        f"{name.ljust(width)}  {translate(about, language)}\n" for name, about in ABOUT.items()
    )


def text_of_template(name: str, language: str) -> str:
    """The text of a template; the blank one has its own stages, and its name for a title."""
    if name == BLANK:
        return blank_text(name, BEFORE_AND_AFTER[language], language)
    return template_text(f"new/{name}.{language}.yaml")


def touchpoints_in(text: str) -> int:
    """How many touchpoints a text made of a template has."""
    return len(re.findall("^    stage: ", text, re.MULTILINE))


def blank_text(title: str, stages: Iterable[Stage], language: str) -> str:
    """A journey of stages with a touchpoint each, one after the other.

    Args:
        title: The journey's title.
        stages: At least one; their ids are different. A touchpoint has the id of its stage.
        language: `en` or `ru`.
    """
    stages = tuple(stages)
    following = [*(stage.id for stage in stages[1:]), None]
    one = template_text(f"new/touchpoint.{language}.yaml")
    points = []
    for stage, after in zip(stages, following, strict=True):
        id, words = scalar(stage.id), scalar(stage.title)
        point = _filled(one, {"ID": id, "TITLE": words, "STAGE": id})
        last = "    outcome: success\n" if after is None else f"    next: {scalar(after)}\n"
        points.append(point + last)
    columns = "\n".join(f"  {scalar(stage.id)}: {scalar(stage.title)}" for stage in stages)
    parts = {"TITLE": scalar(title), "STAGES": columns, "TOUCHPOINTS": "\n".join(points)[:-1]}
    return _filled(template_text(f"new/blank.{language}.yaml"), parts)


def _filled(text: str, parts: dict[str, str]) -> str:
    """A text with its words in capitals replaced; what is put in is left alone."""
    return re.sub("|".join(parts), lambda found: parts[found[0]], text)
