"""The columns of a table of touchpoints: which field, under which headings, in which cells."""

from __future__ import annotations

from cjm.exchange.tables.cells import (
    Codec,
    Day,
    Duration,
    Id,
    Items,
    Named,
    Number,
    Text,
    Texts,
    Word,
    YesNo,
)
from cjm.exchange.tables.transitions import Transitions
from cjm.tuples import NamedTuple


class Column(NamedTuple):
    """A column.

    Attributes:
        route: The way from a touchpoint, or another record, to its field.
        english: The heading in English.
        russian: The heading in Russian.
        codec: What its cells mean.
        always: Whether it is written where nothing stands in it, too.
    """

    route: tuple[str, ...]
    english: str
    russian: str
    codec: Codec
    always: bool = False

    def heading(self, language: str) -> str:
        """The heading in a language."""
        return self.russian if language == "ru" else self.english


ID = ("id",)
OUTCOME = Word(("success", "успех"), ("failure", "неудача"), ("neutral", "нейтрально"))

TOUCHPOINT = (
    Column(ID, "id", "код", Id(), True),
    Column(("title",), "title", "название", Text(), True),
    Column(("stage",), "stage", "этап", Named("stage"), True),
    Column(("channel",), "channel", "канал", Named("channel", several=True), True),
    Column(("expectation", "score"), "expectation", "ожидание", Number(), True),
    Column(("experience", "score"), "experience", "восприятие", Number(), True),
    Column(("experience", "n"), "n", "n", Number()),
    Column(("experience", "sd"), "sd", "отклонение", Number()),
    Column(("experience", "source"), "source", "источник", Text()),
    Column(("experience", "measured"), "measured", "измерено", Day()),
    Column(("next",), "next", "дальше", Items(Transitions()), True),
    Column(("outcome",), "outcome", "исход", OUTCOME, True),
    Column(("moment_of_truth",), "moment of truth", "момент истины", YesNo(), True),
    Column(("importance",), "importance", "важность", Number()),
    Column(("owner",), "owner", "отвечает", Text(), True),
    Column(("description",), "description", "описание", Text()),
    Column(("duration",), "duration", "длительность", Duration()),
    Column(("actions",), "actions", "действия", Texts()),
    Column(("thoughts",), "thoughts", "мысли", Texts()),
    Column(("emotions",), "emotions", "эмоции", Texts()),
    Column(("strengths",), "strengths", "сильные стороны", Texts()),
    Column(("pains",), "pains", "боли", Texts()),
    Column(("opportunities",), "opportunities", "идеи", Texts()),
    Column(("standard",), "standard", "стандарт", Texts()),
    Column(("backstage",), "backstage", "за кулисами", Texts()),
    Column(("root_cause",), "root cause", "первопричина", Texts()),
    Column(("quotes",), "quotes", "цитаты", Texts()),
)
"""In the order in which they are written; scores by persona stand after the experience."""

SIDES = ("expectation", "experience")
GAP = ("gap", "разрыв")
"""Headings of the column that a workbook computes: it is not read."""


def of_persona(persona: str, shown: str, side: str) -> Column:
    """The column of a persona's score; `shown` is the persona in its heading."""
    russian = "ожидание" if side == "expectation" else "восприятие"
    route = ("by_persona", persona, side, "score")
    return Column(route, f"{side}: {shown}", f"{russian}: {shown}", Number())


def of_own_key(key: str, heading: str) -> Column:
    """The column of a key of the author's own that holds texts."""
    return Column((key,), heading, heading, Texts())
