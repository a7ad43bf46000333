"""Messages told in Russian: the table of templates, and how figures and counts are written."""

from __future__ import annotations

from cjm.i18n.figures import (
    FIGURES,
    Amount,
    Chance,
    GapFigure,
    Goal,
    Quantity,
    ScoreFigure,
    Share,
    Total,
)
from cjm.i18n.glossary import Term
from cjm.i18n.message import External, Figure, Message, plural, quotable
from cjm.i18n.numbers import RUSSIAN
from cjm.i18n.russian.authoring import AUTHORING
from cjm.i18n.russian.checking import CHECKING
from cjm.i18n.russian.conformance import CONFORMANCE
from cjm.i18n.russian.data import OF_DATA
from cjm.i18n.russian.definitions import DEFINITIONS
from cjm.i18n.russian.diff import DIFF
from cjm.i18n.russian.editors import EDITORS
from cjm.i18n.russian.edits import EDITS
from cjm.i18n.russian.exchange import EXCHANGE
from cjm.i18n.russian.fields import FIELDS
from cjm.i18n.russian.files import FILES
from cjm.i18n.russian.formatting import FORMATTING
from cjm.i18n.russian.history import HISTORY
from cjm.i18n.russian.language_features import LANGUAGE_FEATURES
from cjm.i18n.russian.language_server import LANGUAGE_SERVER
from cjm.i18n.russian.logs import LOGS
from cjm.i18n.russian.meanings import MEANINGS
from cjm.i18n.russian.measured import MEASURED
from cjm.i18n.russian.metrics import METRICS
from cjm.i18n.russian.notebook import NOTEBOOK
from cjm.i18n.russian.pictures import PICTURES
from cjm.i18n.russian.python import PYTHON
from cjm.i18n.russian.remote import REMOTE
from cjm.i18n.russian.reports import REPORTS
from cjm.i18n.russian.reviews import REVIEWS
from cjm.i18n.russian.rows import ROWS
from cjm.i18n.russian.rules import RULES
from cjm.i18n.russian.sales import SALES
from cjm.i18n.russian.site import SITE
from cjm.i18n.russian.studio import STUDIO
from cjm.i18n.russian.surveys import SURVEYS
from cjm.i18n.russian.tables import TABLES as OF_TABLES
from cjm.i18n.russian.ties import TIES
from cjm.i18n.russian.typed import TYPED
from cjm.i18n.russian.usage import USAGE

TABLES = (
    REMOTE, FILES, FIELDS, TYPED, MEANINGS, RULES, CHECKING, REPORTS, PYTHON, USAGE, PICTURES, TIES,
    METRICS, OF_DATA, ROWS, DEFINITIONS, SURVEYS, LOGS, CONFORMANCE, SALES, REVIEWS,
    MEASURED, SITE, NOTEBOOK, AUTHORING, HISTORY, FORMATTING, EDITORS, EDITS, EXCHANGE, DIFF,
    OF_TABLES, STUDIO, LANGUAGE_FEATURES, LANGUAGE_SERVER,
)  # fmt: skip
"""A table for each room of messages."""

TEMPLATES = {english: russian for table in TABLES for english, russian in table.items()}
"""The Russian twin of every English template.

It names the same values. `{n:день|дня|дней}` is the noun's form that goes with a count, and
`{side:expectation=ожидание|experience=восприятие}` the word that stands for a value.
"""


def in_russian(message: Message) -> str:
    """The message in Russian; one from elsewhere that nobody translated stays as it is."""
    template = TEMPLATES.get(message.template)
    if template is None:
        return str(message)
    if not message.values:
        return template
    return template.format(**{name: _Value(value) for name, value in message.values})


class _Value:
    """A value for `str.format`: quotation marks, decimal commas, a true minus, words to choose."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        return f"«{quotable(str(self.value))}»"

    def __format__(self, spec: str) -> str:
        value = self.value
        if "=" in spec:
            words = dict(word.split("=", 1) for word in spec.split("|"))
            return words.get(str(value), str(value))
        if "|" in spec and isinstance(value, (int, float)):
            return plural(value, spec.split("|"))
        if isinstance(value, (Message, External, Term, *FIGURES)):
            return _in_russian(value)
        if isinstance(value, float):
            return Quantity(value).written(RUSSIAN)
        text = format(value, spec)
        if isinstance(value, (int, Figure)):
            return text.replace(".", ",").replace("-", "−")
        return text


def _in_russian(
    value: Message
    | External
    | Term
    | Total
    | Share
    | ScoreFigure
    | GapFigure
    | Quantity
    | Amount
    | Goal
    | Chance,
) -> str:
    if isinstance(value, Term):
        return value.russian.long
    if isinstance(value, Message):
        return in_russian(value)
    return f"«{value.text}»" if isinstance(value, External) else value.written(RUSSIAN)
