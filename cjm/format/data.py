"""The table of fields of `data.yaml`: where surveys, logs, sales and reviews come from."""

from __future__ import annotations

from cjm.diagnostics import Beside
from cjm.format.common import COUNT
from cjm.format.connections import Address, Function, Zone
from cjm.format.context import Context
from cjm.format.mappings import MapOf
from cjm.format.quantities import Day
from cjm.format.record import Field, Record
from cjm.format.rows import mapping, together
from cjm.format.shapes import ListOf, one_or_list
from cjm.format.sources import SOURCE
from cjm.format.texts import Id, Version
from cjm.i18n import say
from cjm.source import Node

FORMS = {
    "connections": 'connections: {dwh: {url: "postgresql://host/base"}}',
    "period": "period: {from: 2026-07-01, to: 2026-09-30}",
    "sources": "sources: {delivery: {kind: survey, file: answers.csv, …}}",
    "journeys": "journeys: {taxi: [delivery, clicks]}",
    "scale": "scale: [1, 5]",
    "values": "values: {expectation: [exp], experience: [real]}",
    "touchpoints": "touchpoints: {ride: [Trip, trip], pay: Payment}",
    "personas": "personas: {anna: [A, B]}",
    "columns": "columns: {q1: {touchpoint: ride, side: expectation}, q9: {metric: nps}}",
    "metrics": "metrics: {nps: {scale: [0, 10]}}",
    "outcomes": "outcomes: {buy: success}",
    "stages": "stages: {order: [search, cart]}",
    "rfm": "rfm: {recency: [30, 90, 180, 365]}",
    "segments": "segments: {champions: R >= 4 and F >= 4}",
    "side": "side: {column: kind}",
}
"""A line that would be right, by the key."""


def _verify_connection(node: Node, at: Node, context: Context) -> None:
    if "url" in node.value and "python" in node.value:
        together(node.value, "url", "python", context)


_CONNECTION = Record(
    "connection",
    {
        "url": Field(
            Address(), say("The database's address; ${NAME} is taken from the environment.")
        ),
        "python": Field(
            Function(), say("A function that returns a DB-API connection or a Spark session.")
        ),
    },
    verify=_verify_connection,
    either=("url", "python"),
)


def _verify_period(node: Node, at: Node, context: Context) -> None:
    first, last = node.value.get("from"), node.value.get("to")
    if first and last and (last.node.text or "") < (first.node.text or ""):
        related = (Beside(say("it begins here"), first.node.span),)
        context.fault(say("the period ends before it begins"), last.node, None, related)


def _verify_files(node: Node, at: Node, context: Context) -> None:
    """Files of a connection are read by Spark; other databases do not see them."""
    urls = {
        id: mapping(entry).get("url")
        for id, entry in mapping(node.value.get("connections")).items()
    }
    for _, source in mapping(node.value.get("sources")).values():
        entries = source.value if isinstance(source.value, dict) else {}
        connection = entries.get("connection")
        url = urls.get(connection.node.text or "") if connection else None
        if "file" in entries and url and not (url.node.text or "").startswith("spark://"):
            message = say("of a connection only Spark reads files")
            help = say("write table or query, or leave connection out for a file that is here")
            context.fault(message, entries["file"].key, help)


_PERIOD = Record(
    "data_period",
    {
        "from": Field(Day(), say("Its first day.")),
        "to": Field(Day(), say("Its last day, which is part of it.")),
    },
    verify=_verify_period,
    either=("from", "to"),
)
_SOURCE_IDS = one_or_list(
    Id("source"),
    ListOf(Id("source"), say("a list of ids"), unique=True),
    say("an id or a list of ids"),
)

DATA = Record(
    "data",
    {
        "cjm-data": Field(
            Version("cjm-data"),
            say("The version of the format; it tells the file from those of other tools."),
            required=True,
        ),
        "connections": Field(
            MapOf(_CONNECTION, tuple, say("a mapping of connections"), declares="connection"),
            say("Databases that hold rows."),
        ),
        "period": Field(_PERIOD, say("The days that count, where nobody asks for others.")),
        "timezone": Field(
            Zone(), say("Of times that do not say theirs; UTC if absent."), default="UTC"
        ),
        "minimum": Field(
            COUNT, say("Groups with fewer answers give no score; 10 if absent."), default=10
        ),
        "sources": Field(
            MapOf(SOURCE, tuple, say("a mapping of sources"), declares="source"),
            say("Surveys, event logs, sales and reviews."),
            required=True,
        ),
        "journeys": Field(
            MapOf(_SOURCE_IDS, tuple, say("a mapping of journeys to sources")),
            say("Which sources feed which journey; without it all feed the only one."),
        ),
    },
    verify=_verify_files,
)
