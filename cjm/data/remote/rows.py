"""Events, sales and reviews elsewhere, as the database's own numbers and times."""

from __future__ import annotations

from cjm.data.conversion.events import by_case
from cjm.data.conversion.expressions import any_of
from cjm.data.conversion.faults import Fault, unknown_touchpoint
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.reviews import NO_NUMBER, rated
from cjm.data.conversion.sales import YES
from cjm.data.conversion.words import vocabulary
from cjm.data.definition import Events, Reviews, Sales
from cjm.data.left_out import (
    NO_CASE,
    NO_CUSTOMER,
    NO_TEXT,
    NO_TIME,
    NO_TOUCHPOINT,
    NOT_A_NUMBER,
)
from cjm.data.remote.relation import Relation

SPELT = tuple(dict.fromkeys(way for yes in YES for way in (yes, yes.upper(), yes.capitalize())))
"""Words for yes as people write them: LOWER knows only Latin letters in some databases."""


def convert_events(relation: Relation, source: Events, limits: Limits) -> Conversion:
    """Events as `Typed` has them. A period keeps the cases that begin in it, whole."""
    failed = "failed = 1" if source.failed else "CAST(NULL AS BOOLEAN)"
    ord = "CAST(NULL AS VARCHAR)"
    if source.order is not None:
        numeric = relation.counts(source.order)
        ord = relation.decimal(source.order) if numeric else relation.text(source.order)
    rows = (
        f'SELECT {relation.row} AS "row", {relation.text(source.case)} AS "case", '
        f'{relation.text(source.touchpoint)} AS word, "at", "day", {ord} AS ord, '
        f"{failed} AS failed FROM {relation.name} AS source_rows"
    )
    faults = [
        Fault(NO_CASE, '"case" IS NULL'),
        Fault(NO_TOUCHPOINT, "word IS NULL"),
        Fault(NO_TIME, '"at" IS NULL'),
    ]
    return by_case(rows, faults, limits)


def convert_sales(relation: Relation, source: Sales, limits: Limits) -> Conversion:
    """Sales as `Typed` has them, of all times: who was a customer before a period must be known."""
    del limits
    columns = {
        '"row"': relation.row,
        "customer": relation.text(source.customer),
        "ord": relation.text(source.order),
        '"at"': '"at"',
        '"day"': '"day"',
        "money": relation.decimal(source.money),
    }
    columns |= {
        name: relation.yes(column, any_of(SPELT))
        for name, column in (("member", source.member), ("used", source.used))
        if column is not None
    }
    columns |= {
        name: relation.decimal(column)
        for name, column in (
            ("points_used", source.points_used),
            ("points_given", source.points_given),
        )
        if column is not None
    }
    faults = (
        Fault(NO_CUSTOMER, "customer IS NULL"),
        Fault(NO_TIME, '"at" IS NULL'),
        Fault(NOT_A_NUMBER, "money IS NULL", "''"),
    )
    selected = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    return Conversion(
        f"SELECT {selected} FROM {relation.name} AS source_rows", tuple(columns), faults
    )


def convert_reviews(relation: Relation, source: Reviews, limits: Limits) -> Conversion:
    """Reviews as `Typed` has them; one whose rating is off the scale stays without it."""
    known = vocabulary(source.touchpoints, limits.touchpoints)
    word, score = relation.text(source.touchpoint), relation.number(source.score)
    texts = (
        f'SELECT {relation.row} AS "row", {relation.text(source.text)} AS "text", '
        f"{relation.text(source.score)} AS score_text, {score} AS score, "
        f'"at", "day", {word} AS word, {known.id_of(word)} AS touchpoint, '
        f"{relation.text(source.respondent)} AS respondent FROM {relation.name} AS source_rows"
    )
    faults = [Fault(NO_TEXT, '"text" IS NULL'), unknown_touchpoint(known)]
    no_number = Fault(NOT_A_NUMBER, NO_NUMBER, "score_text", keeps_row=True)
    return rated(texts, source, limits, faults, no_number)
