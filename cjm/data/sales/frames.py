"""A segmentation as pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjm.data.sales.segmentation import FIGURES_OF_CUSTOMER
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.journey.frames import hold_to_frames, pandas

if TYPE_CHECKING:
    from cjm.data.sales.segmentation import Segmentation

FRAMES = ("segments", "cohorts", "abc", "customers")
SEGMENT_COLUMNS = (
    "id", "customers", "share", "money", "median_recency", "median_frequency", "median_money",
)  # fmt: skip
CUSTOMER_COLUMNS = ("customer", *FIGURES_OF_CUSTOMER)


def to_frame(found: Segmentation, of: str) -> Any:
    """A frame of the segments, cohorts, classes or customers."""
    hold_to_frames(of, FRAMES)
    if of == "cohorts":
        table = {c.month: {"size": c.size, **dict(enumerate(c.share))} for c in found.cohorts}
        return pandas().DataFrame.from_dict(table, orient="index").rename_axis("month")
    if of == "abc":
        classes = found.to_dict()["abc"]
        return pandas().DataFrame.from_dict(classes, orient="index").rename_axis("class")
    if of == "segments":
        return pandas().DataFrame(segment_rows(found)).set_index("id")
    return pandas().DataFrame(customer_rows(found)).set_index("customer")


def segment_rows(found: Segmentation) -> list[dict[str, Any]]:
    """A row a segment: id, customers, share, money, and medians of R, F and M."""
    return [
        {
            "id": s.id, "customers": s.customers, "share": s.share, "money": s.money,
            "median_recency": s.recency, "median_frequency": s.frequency,
            "median_money": s.median_money,
        }
        for s in found.segments
    ]  # fmt: skip


def customer_rows(found: Segmentation) -> list[dict[str, Any]]:
    """A row a customer, where they were asked for."""
    if found.each is None:
        raise UsageError(
            say("the customers were not asked for"), help=say("segment(…, customers=True)")
        )
    return [{"customer": c.customer, **c.to_dict()} for c in found.each]
