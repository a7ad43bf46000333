"""Metrics that are known by their names, and how an answer counts in each."""

from typing import Literal

from cjm.data.definition import Answer, Survey
from cjm.tuples import NamedTuple

SIDES = ("expectation", "experience")
"""The parts of an answer that are no metric."""
Figure = Literal["promoters", "share", "mean"]


class MetricKind(NamedTuple):
    """A metric of the trade: the scale of its answers where that is fixed, and its figure."""

    id: str
    figure: Figure
    scale: tuple[float, float] | None = None


METRIC_KINDS = (
    MetricKind("nps", "promoters", (0, 10)),
    MetricKind("csat", "share"),
    MetricKind("csat_mean", "mean"),
    MetricKind("ces", "mean", (1, 7)),
    MetricKind("ces1", "mean", (1, 5)),
    MetricKind("fcr", "share", (0, 1)),
)
"""Any other name is a mean with a unit of its own."""
PROMOTER, DETRACTOR = 9, 6
"""NPS: answers from the one on count +100, up to the other −100."""
_KINDS = {kind.id: kind for kind in METRIC_KINDS}


def kind_of(metric: str) -> MetricKind:
    """How a metric counts, by its id."""
    return _KINDS.get(metric, MetricKind(metric, "mean"))


def metric_of(survey: Survey, metric: str) -> Answer:
    """How a survey reads a metric: as its column says, or as `metrics` does."""
    columns = (answer for answer in survey.columns.values() if answer.part == metric)
    return survey.metrics.get(metric) or next(columns, Answer(metric))


def scale_of(survey: Survey, answer: Answer) -> tuple[float, float]:
    """The scale that an answer is given on: its own, its metric's, else the survey's."""
    known = None if answer.part in SIDES else kind_of(answer.part).scale
    return answer.scale or known or survey.scale
