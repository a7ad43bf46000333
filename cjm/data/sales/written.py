"""Written: a segmentation from what `cjm segment --format json` wrote of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cjm.data.sales.periods import FIGURES, Period
from cjm.data.sales.programme import Programme
from cjm.data.sales.segmentation import SCORES, Class, Cohort, Segment, Segmentation


def segmentation_of(data: Mapping[str, Any]) -> Segmentation:
    """The segmentation that `Segmentation.to_dict` has made data of.

    What that leaves out is not in it: the medians of segments. Nor are the single customers, and
    the rows left out.

    Args:
        data: The data.

    Raises:
        LookupError, TypeError, ValueError, AttributeError: It is not such data.
    """
    first, last, reference = map(date.fromisoformat, (data["from"], data["to"], data["reference"]))
    rfm = {n: {int(score): k for score, k in data["rfm"][n].items()} for n in SCORES}
    programme = data["programme"]
    return Segmentation(
        source=data["source"],
        read=data["rows"],
        customers=data["customers"],
        orders=data["orders"],
        money=data["money"],
        returns=data["returns"],
        first=first,
        last=last,
        reference=reference,
        rfm=rfm,
        segments=tuple(Segment(id, **figures) for id, figures in data["segments"].items()),
        abc={name: Class(**figures) for name, figures in data["abc"].items()},
        cohorts=tuple(_cohort(month, figures) for month, figures in data["cohorts"].items()),
        begun=data["begun"],
        period=_period(data["period"]),
        rpr=data["rpr"],
        ltv_historic=data["ltv_historic"],
        programme=None if programme is None else Programme(**programme),
    )


def _cohort(month: str, figures: Mapping[str, Any]) -> Cohort:
    date.fromisoformat(f"{month}-01")
    return Cohort(month, figures["size"], tuple(figures["customers"]))


def _period(data: Mapping[str, Any]) -> Period:
    first, last = (date.fromisoformat(data[name]) for name in ("from", "to"))
    figures = {name: data[name] for name in FIGURES}
    return Period(first=first, last=last, active=data["active"], **figures)
