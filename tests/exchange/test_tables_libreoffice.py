"""LibreOffice opens the workbooks that we write, and what it saves of them is read by us."""

import io
import shutil
import subprocess
import zipfile

import filled_journey
import pytest
from tables import by_sorted_persona, given, told, without_lost

import cjm
from cjm.exchange.imported import Asked
from cjm.exchange.tables.xlsx_reading import read_xlsx
from cjm.exchange.tables.xlsx_writing import write_xlsx
from cjm.project.workspace import Workspace

SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_workbook_that_libreoffice_opened_and_saved_holds_the_same_journey(tmp_path):
    """Opened, worked out and written anew: nothing of a journey with every field is lost."""
    journey = filled_journey.journey()
    exported = write_xlsx(given(journey), Asked())
    (tmp_path / "ours.xlsx").write_bytes(exported.content)
    command = [
        SOFFICE,
        "--headless",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path / "theirs"),
        str(tmp_path / "ours.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    theirs = (tmp_path / "theirs" / "ours.xlsx").read_bytes()
    assert b"LibreOffice" in _unpacked(theirs)
    read = read_xlsx(theirs, Asked())
    assert told(read) == []
    expected = without_lost(journey, exported, Workspace())
    assert by_sorted_persona(cjm.from_dict(read.data)) == by_sorted_persona(expected)


def _unpacked(workbook):
    """What a workbook says of the program that wrote it."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as book:
        return book.read("docProps/app.xml")
