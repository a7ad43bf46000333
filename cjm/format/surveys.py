"""A survey as a source of `data.yaml`: a row an answer, or a row a respondent."""

from __future__ import annotations

from cjm.format.common import COUNT, SCALE, TEXT, TEXTS
from cjm.format.context import Context
from cjm.format.mappings import MapOf
from cjm.format.meanings import Meanings, refuse_two_meanings
from cjm.format.quantities import Number
from cjm.format.record import Field, Record
from cjm.format.rows import (
    PLACES,
    SIDES,
    ColumnName,
    column,
    mapping,
    of_kind,
    together,
    verify_names,
    verify_rows,
)
from cjm.format.shapes import Forms
from cjm.format.suggestions import nearest
from cjm.format.texts import Bool, Id
from cjm.format.words import SIDE, WHICH_ANSWER
from cjm.i18n import say
from cjm.source import Entry, Node

LONG = ("score", "touchpoint", "side", "values", "metrics")
"""What a survey has that holds a row an answer, and none with a row a respondent."""

_YES_NO = Record(
    "yes_no",
    {
        "yes": Field(TEXTS, say("The words that mean yes."), required=True),
        "no": Field(TEXTS, say("The words that mean no."), required=True),
    },
    verify=lambda node, at, context: refuse_two_meanings(node.value, context),
)
_METRIC = {
    "scale": Field(SCALE, say("The ends of its answers, where they are not the source's.")),
    "shift": Field(
        Number(), say("Added to each answer, before it is held to the scale."), default=0
    ),
    "top": Field(
        COUNT, say("Of CSAT: so many of the highest answers are satisfied; 2 if absent."), default=2
    ),
    "reverse": Field(Bool(), say("Whether the lowest answer is the best one."), default=False),
    "values": Field(_YES_NO, say("The words that mean yes and no.")),
    "unit": Field(TEXT, say("The unit of a metric of your own.")),
}
OWN_SCALES = {"nps": (0, 10), "ces": (1, 7), "ces1": (1, 5)}
"""Metrics that are asked on one scale everywhere."""


def _verify_metric(id: str, entries: dict[str, Entry], context: Context) -> None:
    """A metric that has a scale of its own keeps to it."""
    scale, own = entries.get("scale"), OWN_SCALES.get(id)
    if scale and own and isinstance(scale.node.data, list) and tuple(scale.node.data) != own:
        message = say("{metric} is asked from {low} to {high}", metric=id, low=own[0], high=own[1])
        context.fault(message, scale.node, say("shift moves answers that are written otherwise"))
    if "top" in entries and id != "csat":
        context.fault(say("top is of csat, not of {metric}", metric=id), entries["top"].key)


def _verify_answer(node: Node, at: Node, context: Context) -> None:
    """A column holds a side of a touchpoint or a metric."""
    entries: dict[str, Entry] = node.value
    metric = entries.get("metric")
    if metric is None:
        if "touchpoint" not in entries:
            help = say("write {touchpoint: ID, side: …} or {metric: ID}")
            context.fault(say("nothing says what the column holds"), at, help)
        for key in ("top", "values", "unit"):
            if key in entries:
                context.fault(say("{key} is of a metric", key=key), entries[key].key)
        return
    if "side" in entries:
        together(entries, "metric", "side", context)
    _verify_metric(metric.node.text or "", entries, context)


_ANSWER = Record(
    "answer",
    {
        "touchpoint": Field(Id(), say("The touchpoint that the column is about.")),
        "side": Field(SIDE, say("Which side of it; experience if absent."), default="experience"),
        "metric": Field(
            Id(), say("The metric that the column holds, such as nps, csat, ces or fcr.")
        ),
        **_METRIC,
    },
    verify=_verify_answer,
)


def _verify_metrics(node: Node, context: Context) -> None:
    """Metrics of a survey with a row an answer are those that words of its side stand for."""
    entries: dict[str, Entry] = node.value
    values = mapping(entries.get("values"))
    side = entries.get("side")
    if "values" in entries and (side is None or side.node.text in SIDES):
        help = say("name the column under side")
        context.fault(say("values are the words of a column"), entries["values"].key, help)
    for id, (key, value) in mapping(entries.get("metrics")).items():
        if id not in values:
            near = context.suggest(id, [v for v in values if v not in SIDES], say("of values"))
            context.fault(say("values give no words for {id!r}", id=id), key, near)
        elif isinstance(value.value, dict):
            _verify_metric(id, value.value, context)


def _verify_survey(node: Node, at: Node, context: Context) -> None:
    """A survey holds a row an answer, or a row a respondent."""
    entries: dict[str, Entry] = node.value
    verify_rows(node, at, context)
    verify_names(
        node, context, ("respondent", "touchpoint", "side", "score", "time", "persona", "weight")
    )
    if "columns" in entries:
        if key := next((key for key in LONG if key in entries), None):
            together(entries, "columns", key, context)
        return
    if "score" not in entries and not any(nearest(key, ("score",)) for key in entries):
        help = say("score names the column of answers; columns says what each column holds")
        context.fault(say("{key!r} is missing", key="score"), at, help)
    values = mapping(entries.get("values"))
    if "touchpoint" not in entries and not (values and not set(values) & set(SIDES)):
        doc = SURVEY.fields["touchpoint"].doc
        context.fault(say("{key!r} is missing", key="touchpoint"), at, doc)
    _verify_metrics(node, context)


_COLUMN = Record("side_column", {"column": Field(TEXT, say("The column's name."), required=True)})
_SIDE = Forms(
    say("a column, expectation or experience"),
    scalar=TEXT,
    mapped=_COLUMN,
)

SURVEY = Record(
    "survey",
    {
        **of_kind("survey"),
        "respondent": column(say("The column that tells respondents apart.")),
        "touchpoint": column(say("The column that says what an answer is about.")),
        "side": Field(
            _SIDE,
            say("The column that says which side an answer is of; or the one side of them all."),
        ),
        "score": column(say("The column of answers, a row each.")),
        "time": column(say("The column that says when it was answered.")),
        "persona": column(say("The column that says which persona answered.")),
        "weight": column(say("The column that says how much an answer counts.")),
        "scale": Field(SCALE, say("The ends of the answers."), required=True),
        "values": Field(
            Meanings(),
            say("What words of side mean: expectation, experience or a metric."),
        ),
        "touchpoints": Field(Meanings(), say("Touchpoints, and the words that mean them.")),
        "personas": Field(Meanings(), say("Personas, and the words that mean them.")),
        "columns": Field(
            MapOf(_ANSWER, tuple, say("a mapping of columns"), keys=ColumnName()),
            say("What each column holds, where a row is a respondent."),
        ),
        "metrics": Field(
            MapOf(Record("asked_metric", _METRIC, empty=True), tuple, say("a mapping of metrics")),
            say("How the metrics that values names are asked."),
        ),
        "reverse": Field(Bool(), say("Whether the lowest answer is the best one."), default=False),
        "answers": Field(
            WHICH_ANSWER,
            say("Which answer of a respondent counts: the latest, or the mean of them."),
            default="latest",
        ),
    },
    verify=_verify_survey,
    either=PLACES,
)
