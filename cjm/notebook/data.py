"""What a notebook shows of data: which tables each result has, and in whose language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.notebook.cell import Cell

if TYPE_CHECKING:
    from cjm.data.logs.conform_result import ConformResult
    from cjm.data.logs.discovered import Discovered
    from cjm.data.reviews.feedback import Feedback
    from cjm.data.sales.segmentation import Segmentation
    from cjm.data.surveys.result import MeasuredJourneys

    Result = ConformResult | Discovered | Feedback | MeasuredJourneys | Segmentation


def data_tables(shown: Result) -> tuple[str, Cell]:
    """The tables of what a data command gives.

    Args:
        shown: What `measure`, `discover`, `conform`, `segment` or `feedback` gives.

    Returns:
        HTML, and the cell that it was made in: in the language of the journey; of logs, sales and
        reviews without one in that of the workspace of the current folder.
    """
    from cjm.data.logs.conform_result import ConformResult
    from cjm.data.logs.discovered import Discovered
    from cjm.data.sales.segmentation import Segmentation
    from cjm.data.surveys.result import MeasuredJourneys
    from cjm.notebook import customers, logs, surveys

    if isinstance(shown, MeasuredJourneys):
        cells = [Cell(each.journey.language) for each in shown.journeys]
        told = map(surveys.measured_tables, shown.journeys, cells)
        return "\n".join(told), cells[0]
    if isinstance(shown, ConformResult):
        cell = Cell(shown.journey.language)
        return logs.conform_tables(shown, cell), cell
    cell = Cell(_language_here())
    if isinstance(shown, Discovered):
        return logs.discover_tables(shown, cell), cell
    if isinstance(shown, Segmentation):
        return customers.segment_tables(shown, cell), cell
    return customers.feedback_tables(shown, cell), cell


def _language_here() -> str:
    from cjm.project.opening import workspace

    return workspace(".").language
