"""Templates: what they can say and how they write figures. Every text is escaped."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from cjm.bundled import bundled
from cjm.errors import missing_extra
from cjm.i18n import numbers, translate
from cjm.i18n.days import day_written
from cjm.i18n.glossary import wording
from cjm.i18n.message import Message
from cjm.site.navigation import KEYS, NAVIGATION, SEVERITIES, TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = (
    "base.html", "missing.html", "languages.html", "macros.html",
    "listing.html", "portfolio.html", "rows.html", "stages.html", "stages-rows.html",
    "moments.html", "moments-rows.html", "improvements.html", "tickets.html",
    "metrics.html", "metrics-rows.html", "results.html",
    "glossary.html", "persona.html", "shared_persona.html",
    "journey.html", "journey_head.html", "journey_story.html", "journey_map.html",
    "journey_legend.html", "journey_list.html", "journey_points.html", "journey_panel.html",
    "journey_unread.html",
    "journey_curve.html", "journey_plan.html", "journey_findings.html", "journey_print.html",
    "journey_signs.html", "journey_downloads.html",
    "presentation.html", "comparison.html",
)  # fmt: skip
"""All of them, for what is remembered of pages."""
NONE = "–"
OPEN, CLOSE = "\ue000", "\ue001"
"""Private signs around the number of a value that is markup, while its sentence is made."""


LONG = re.compile("<bdi>([^<]{160,})</bdi>")
"""What somebody wrote that is longer than any name: a page shows some lines of it."""


class Templates:
    """The templates of one language."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def render(self, template: str, **context: Any) -> str:
        """The text of a page; what is too long for a name is cut by the styles, not left out."""
        text = self._environment.get_template(template).render(**context)
        return LONG.sub(r'<bdi class="cut" title="\1">\1</bdi>', text)


@cache
def templates(language: str) -> Templates:
    """The templates in a language. Raises CjmError where jinja2 is not installed."""
    try:
        from jinja2 import FunctionLoader, StrictUndefined

        from cjm.site.compiling import Compiler
    except ModuleNotFoundError as error:
        raise missing_extra("report", "Jinja", "report") from error
    environment = Compiler(
        loader=FunctionLoader(_template),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    words = Words(language)
    environment.globals.update(
        say=words.say,
        term=words.term,
        NONE=NONE,
        language=language,
        navigation=NAVIGATION,
        titles=TITLES,
        severities=SEVERITIES,
        page_keys=KEYS,
    )
    environment.filters.update(
        total=words.total,
        share=words.share,
        quantity=words.quantity,
        score=words.score,
        signed=words.signed,
        told=words.told,
        rich=words.rich,
        isolated=words.isolated,
        day=words.day,
        js=for_script,
        data=for_attribute,
        ordered=for_order,
    )
    return Templates(environment)


def _template(name: str) -> str:
    return bundled("cjm.site", f"templates/{name}").decode()


class Words:
    """Sentences, terms and figures in one language, as filters and functions of templates."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._marks = numbers.RUSSIAN if language == "ru" else numbers.ENGLISH

    def say(self, template: str, /, **values: Any) -> Markup:
        """A sentence of ours; values that are markup stay markup, all else is text."""
        return self.told(Message(template, tuple(values.items())))

    def told(self, message: Message) -> Markup:
        """A message, whose values may be markup."""
        return _with_markup(message, self.language)

    def rich(self, message: Message) -> Markup:
        """A message in which what people wrote is bold, and keeps its own direction."""
        return _with_markup(message, self.language, "<b><bdi>{}</bdi></b>")

    def isolated(self, message: Message) -> Markup:
        """A message in which what people wrote keeps its own direction."""
        return _with_markup(message, self.language, "<bdi>{}</bdi>")

    def term(self, id: str, short: bool = False) -> str:
        """A term of the glossary."""
        term = wording(id, self.language)
        return term.short if short else term.long

    def total(self, value: float | None, assumed: bool = False, signed: bool = True) -> str:
        """A balance or an impact, or a dash."""
        if value is None:
            return NONE
        return numbers.marked(numbers.total(value, self._marks, signed), assumed)

    def share(self, value: float | None, assumed: bool = False) -> str:
        """A share of 1 as per cent, or a dash."""
        if value is None:
            return NONE
        return numbers.marked(numbers.percentage(value, self._marks), assumed)

    def quantity(self, value: float | None, decimals: int = 2) -> str:
        """A cost, a count, a measured value, or a dash."""
        if value is None:
            return NONE
        return numbers.quantity(value, self._marks, decimals=decimals)

    def score(self, value: float | None, digits: int = 2) -> str:
        """An expectation or an experience, or a dash."""
        return NONE if value is None else numbers.score(value, self._marks, digits)

    def signed(self, point: Mapping[str, Any]) -> str:
        """C of a touchpoint that has `expectation`, `experience` and `digits`, or a dash."""
        o, b = point["expectation"], point["experience"]
        if o is None or b is None:
            return NONE
        return numbers.gap(o, b, self._marks, point["digits"])

    def day(self, date: str | None) -> str:
        """A date as the language writes it."""
        return day_written(date, self.language) if date else NONE


@lru_cache(maxsize=1024)  # each page says most of what every other one does
def _sentence(template: str, language: str) -> Markup:
    """A message that holds no value."""
    from markupsafe import escape

    return escape(translate(Message(template), language))


def _with_markup(message: Message, language: str, around: str = "") -> Markup:
    if not message.values:
        return _sentence(message.template, language)
    from markupsafe import Markup, escape

    marked: list[Markup] = []

    def kept(value: object) -> object:
        if isinstance(value, Markup):
            marked.append(value)
        elif around and type(value) is str:
            marked.append(Markup(around).format(value))
        else:
            return value
        return f"{OPEN}{len(marked) - 1}{CLOSE}"

    values = tuple((name, kept(value)) for name, value in message.values)
    text = str(escape(translate(Message(message.template, values), language)))
    for n, markup in enumerate(marked):
        text = text.replace(f"{OPEN}{n}{CLOSE}", str(markup))
    return Markup(text)


def for_script(value: Any) -> Markup:
    """Data as JSON inside a page: only <, > and & could end or open anything there."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def for_attribute(value: Any) -> str:
    """Data as JSON inside an attribute; the template escapes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def for_order(value: float | None) -> float | None:
    """A figure in as many digits as rows are put in order by."""
    return None if value is None else round(value, 6)
