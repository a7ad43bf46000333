"""Every column goes to CSV and XLSX and comes back; whatever has none is told."""

import filled_journey
from hypothesis import given as those
from hypothesis import settings
from tables import by_sorted_persona, given, told, without_lost

import cjm
from cjm.exchange.imported import Asked
from cjm.exchange.tables.csv_form import read_csv, write_csv, write_tsv
from cjm.exchange.tables.xlsx_reading import read_xlsx
from cjm.exchange.tables.xlsx_writing import write_xlsx
from cjm.project.workspace import Workspace
from cjm.testing.strategies import complete_journeys


def back(read, content, asked):
    """The journey that is read of a file, which has no fault."""
    imported = read(content, asked)
    assert told(imported) == []
    return imported.data


@settings(max_examples=12)
@those(complete_journeys())
def test_what_a_workbook_does_not_tell_as_lost_comes_back(journey):
    exported = write_xlsx(given(journey), Asked())
    expected = without_lost(journey, exported, Workspace())
    found = cjm.from_dict(back(read_xlsx, exported.content, Asked()))
    assert by_sorted_persona(found) == by_sorted_persona(expected)


@settings(max_examples=12)
@those(complete_journeys())
def test_what_a_csv_does_not_tell_as_lost_comes_back(journey):
    workspace = Workspace(scale=journey.scale, lanes=journey.lanes)
    asked = Asked(workspace=workspace)
    for write in (write_csv, write_tsv):
        exported = write(given(journey), asked)
        data = {**back(read_csv, exported.content, asked), "id": journey.id}
        expected = without_lost(journey, exported, workspace)
        assert by_sorted_persona(cjm.from_dict(data, workspace)) == by_sorted_persona(expected)


def test_the_same_journey_gives_the_same_bytes():
    for write in (write_csv, write_xlsx):
        one, other = (write(given(filled_journey.journey()), Asked()).content for _ in range(2))
        assert one == other
