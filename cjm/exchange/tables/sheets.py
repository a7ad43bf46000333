"""The sheets beside that of the touchpoints: what a journey declares, and its own fields."""

from __future__ import annotations

from cjm.exchange.tables.cells import Day, Id, Items, Number, Text, Texts, Word
from cjm.exchange.tables.columns import ID, Column
from cjm.exchange.tables.journey_cells import Customers, Lanes, Scale, Starts
from cjm.exchange.tables.transitions import Numbers
from cjm.tuples import NamedTuple

STATE = Word(("as-is", "как есть"), ("to-be", "как должно быть"))
LANGUAGE = Word(("en", "en"), ("ru", "ru"))
KIND = Word(("online", "онлайн"), ("offline", "офлайн"))
PHASE = Word(("plan", "план"), ("do", "выполнение"), ("check", "проверка"), ("act", "действие"))


class Sheet(NamedTuple):
    """A sheet of records: the key of the journey that holds them, its names, its columns.

    `kind` is what its ids are to cells that name them; empty where no cell does.
    """

    key: str
    english: str
    russian: str
    columns: tuple[Column, ...]
    kind: str = ""

    def name(self, language: str) -> str:
        """Its name in a language."""
        return self.russian if language == "ru" else self.english


TOUCHPOINTS = ("touchpoints", "точки контакта")
"""What the sheet with a row a touchpoint is called."""

STAGES = Sheet(
    "stages",
    "stages",
    "этапы",
    (
        Column(ID, "id", "код", Id(), True),
        Column(("title",), "title", "название", Text(), True),
        Column(("goal",), "goal", "цель", Text()),
        Column(("description",), "description", "описание", Text()),
        Column(("emotions",), "emotions", "эмоции", Texts()),
        Column(("pains",), "pains", "боли", Texts()),
        Column(("opportunities",), "opportunities", "идеи", Texts()),
        Column(("owner",), "owner", "отвечает", Text()),
    ),
    "stage",
)
CHANNELS = Sheet(
    "channels",
    "channels",
    "каналы",
    (
        Column(ID, "id", "код", Id(), True),
        Column(("title",), "title", "название", Text(), True),
        Column(("kind",), "kind", "вид", KIND),
    ),
    "channel",
)
PERSONAS = Sheet(
    "personas",
    "personas",
    "персоны",
    (
        Column(ID, "id", "код", Id(), True),
        Column(("name",), "name", "имя", Text(), True),
        Column(("share",), "share", "доля", Number(share=True)),
        Column(("goals",), "goals", "цели", Texts()),
        Column(("pains",), "pains", "боли", Texts()),
        Column(("values",), "values", "ценности", Texts()),
        Column(("objections",), "objections", "возражения", Texts()),
        Column(("sources",), "sources", "источники", Texts()),
    ),
    "persona",
)
IMPROVEMENTS = Sheet(
    "improvements",
    "improvements",
    "улучшения",
    (
        Column(ID, "id", "код", Id(), True),
        Column(("title",), "title", "название", Text(), True),
        Column(("lifts",), "lifts", "прирост", Items(Numbers())),
        Column(("cost",), "cost", "стоимость", Number()),
        Column(("phase",), "phase", "шаг PDCA", PHASE),
        Column(("owner",), "owner", "отвечает", Text()),
        Column(("due",), "due", "срок", Day()),
    ),
)
SHEETS = (STAGES, CHANNELS, PERSONAS, IMPROVEMENTS)

JOURNEY_NAMES = ("journey", "путь")
"""What the sheet with the journey's own fields is called."""
FIELD = ("field", "поле")
VALUE = ("value", "значение")

JOURNEY = (
    Column(ID, "id", "код", Id(), True),
    Column(("title",), "title", "название", Text(), True),
    Column(("description",), "description", "описание", Text()),
    Column(("owner",), "owner", "отвечает", Text()),
    Column(("status",), "status", "статус", Text()),
    Column(("updated",), "updated", "обновлено", Day()),
    Column(("state",), "state", "состояние", STATE),
    Column(("language",), "language", "язык", LANGUAGE, True),
    Column(("scale",), "scale", "шкала", Scale(), True),
    Column(("tolerance",), "tolerance", "допуск", Number()),
    Column(("customers",), "customers", "клиенты", Customers()),
    Column(("customers", "worth"), "worth of a customer", "ценность клиента", Number()),
    Column(("customers", "currency"), "currency", "валюта", Text()),
    Column(("start",), "start", "начало", Starts()),
    Column(("lanes",), "rows", "строки", Lanes()),
)
"""The rows of that sheet."""
