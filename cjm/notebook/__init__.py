"""What a notebook shows for a journey, an analysis, a plan or a report: HTML in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.design.css import stylesheet
from cjm.notebook.cell import CELL_STYLE, Cell
from cjm.notebook.figures import analysis_table, plan_table
from cjm.notebook.lists import overview_table, report_table

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.analysis.plans import Plan
    from cjm.checking.overview import Overview
    from cjm.diagnostics.findings import Report
    from cjm.journey import Journey
    from cjm.notebook.data import Result


def notebook_html(shown: Journey | Analysis | Plan | Report | Overview | Result) -> str:
    """HTML for the cell of a notebook.

    Args:
        shown: A journey, which is drawn, or one of the results, of which tables are made.

    Returns:
        HTML in the language of the journey, or of the report, which loads nothing. It follows the
        theme of the notebook, else the system's, light or dark; levels are told by colour and by
        sign.
    """
    from cjm.journey import Journey

    style = stylesheet(notebook=True)
    if isinstance(shown, Journey):
        from cjm.maps.look import Look
        from cjm.maps.render import picture
        from cjm.maps.writers.html import inline_svg

        return f"<style>{style}</style>\n{inline_svg(picture(shown, Look()))}"
    table, cell = _told(shown)
    table += cell.assumed_note(table)
    return f'<style>{style}\n{CELL_STYLE}</style>\n<div class="cjm cjm-cell">{table}</div>'


def _told(shown: Analysis | Plan | Report | Overview | Result) -> tuple[str, Cell]:
    """The table of a result, and the cell that it was made in."""
    from cjm.analysis import Analysis
    from cjm.analysis.plans import Plan
    from cjm.checking.overview import Overview
    from cjm.diagnostics.findings import Report

    if isinstance(shown, Analysis):
        cell = Cell(shown.journey.language)
        return analysis_table(shown, cell), cell
    if isinstance(shown, Plan):
        cell = Cell(shown.language)
        return plan_table(shown, cell), cell
    if isinstance(shown, Overview):
        cell = Cell(shown.language)
        return overview_table(shown, cell), cell
    if isinstance(shown, Report):
        cell = Cell(shown.language)
        return report_table(shown, cell), cell
    from cjm.notebook.data import data_tables

    return data_tables(shown)
