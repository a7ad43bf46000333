"""What `cjm measure` found: a record a journey, and all of it as data, as a table and as frames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from cjm.data.left_out import LeftOut
from cjm.data.surveys.export import VERSION, measured_data
from cjm.data.surveys.rows import COLUMNS, figure_rows
from cjm.journey import Journey
from cjm.journey.frames import pandas
from cjm.journey.measured import Measured
from cjm.records import dataclass
from cjm.shown import notebook

Status = Literal["written", "unchanged", "absent"]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that spreadsheets run as a formula."""


@dataclass(frozen=True)
class MeasuredJourney:
    """One journey and what surveys measured of it.

    Attributes:
        journey: The journey as it is written.
        measured: What was measured, numbers unrounded.
        file: The overlay's file.
        status: Whether it was `written`, was `unchanged` as it says the same already, or is
            `absent`: no answer counted, or nothing was to be written.
        left_out: By source, the rows left out, with examples.
        minimum: The least number of answers that give a figure.
        versions: The journey in each of its languages.
    """

    journey: Journey
    measured: Measured
    file: str
    status: Status
    left_out: Mapping[str, LeftOut]
    minimum: int
    versions: tuple[Journey, ...] = ()

    def in_language(self, language: str) -> Journey:
        """The journey in a language that it is written in, else as it is."""
        found = (journey for journey in self.versions if journey.language == language)
        return next(found, self.journey)

    @property
    def used(self) -> int:
        """How many rows of all sources hold an answer that counts."""
        return sum(source.used for source in self.measured.sources)


@dataclass(frozen=True)
class MeasuredJourneys:
    """The journeys that were measured, by path."""

    journeys: tuple[MeasuredJourney, ...]

    def _repr_html_(self) -> str:
        """The figures as tables, as a notebook shows them."""
        return notebook(self)

    def to_dict(self) -> dict[str, Any]:
        """All of it, as `cjm measure --format json` prints it.

        Returns:
            Of one journey the overlay's content; of several a list of them under `journeys`.
        """
        found = [measured_data(each.measured) for each in self.journeys]
        head = {"version": VERSION, "command": "measure"}
        return {**head, **found[0]} if len(found) == 1 else {**head, "journeys": found}

    def to_csv(self) -> str:
        """A line a figure, as `cjm measure --format csv` prints it."""
        import csv
        import io

        text = io.StringIO()
        writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(
            {key: _no_formula(cell) for key, cell in row.items()} for row in self._rows
        )
        return text.getvalue()

    def to_frame(self) -> Any:
        """Every figure as a pandas DataFrame.

        Returns:
            A row a figure: the measure (`expectation`, `experience`, `gap` or a metric) of a
            touchpoint (None: of the journey) and a persona (None: of everybody), its value, n,
            effective n, sd, interval, and of gaps the share below. Scores are points of the
            journey's scale, `below` is 0 to 1.

        Raises:
            CjmError: pandas is not installed.
        """
        return pandas().DataFrame(self._rows, columns=list(COLUMNS))

    @property
    def _rows(self) -> list[dict[str, Any]]:
        return [row for each in self.journeys for row in figure_rows(each.journey, each.measured)]

    def __repr__(self) -> str:
        written = sum(each.status == "written" for each in self.journeys)
        return f"MeasuredJourneys({len(self.journeys)} journeys, {written} written)"


def _no_formula(cell: Any) -> Any:
    """A cell that a spreadsheet shows as it is: a unit may come from anybody."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
