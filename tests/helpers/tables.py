"""Journeys as tables and back, and workbooks made by hand."""

from __future__ import annotations

import io
from typing import Any

import openpyxl

import cjm
from cjm.exchange.imported import Asked, Exported, Given, Imported
from cjm.exchange.long_forms import in_long_forms
from cjm.exchange.tables.csv_form import read_csv, write_csv
from cjm.exchange.tables.xlsx_reading import read_xlsx
from cjm.i18n import translate
from cjm.project.workspace import Workspace
from cjm.source import parse


def given(journey: cjm.Journey) -> Given:
    """A journey as it is handed to who writes it."""
    return Given(journey, parse(cjm.dump(journey)))


def of_csv(text: str | bytes, **asked: Any) -> Imported:
    """What is read of a CSV."""
    content = text if isinstance(text, bytes) else text.encode()
    return read_csv(content, Asked(**asked))


def of_sheet(*rows: Any, **asked: Any) -> Imported:
    """What is read of a workbook with a single sheet of these rows."""
    return read_xlsx(workbook(rows), Asked(**asked))


def workbook(rows: Any, change: Any = None) -> bytes:
    """A workbook with these rows; `change` may do more to it."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change is not None:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def told(imported: Imported, language: str = "en") -> list[str]:
    """The faults as they are told, each after its place."""
    return [
        f"{fault.place.line}:{fault.place.column} {translate(fault.message, language)}"
        for fault in imported.faults
    ]


def notes(imported: Imported | Exported, language: str = "en") -> list[str]:
    """What is good to know."""
    return [translate(note, language) for note in imported.notes]


def lost(part: Imported | Exported) -> list[str]:
    """What was left out."""
    return [translate(each.what, "en") for each in part.lost]


def csv_of(text: str, **fields: Any) -> str:
    """The CSV of a journey in YAML, without its mark."""
    return write_csv(given(cjm.loads(text)), Asked(**fields)).content.decode("utf-8-sig")


def without_lost(journey: cjm.Journey, exported: Exported, workspace: Workspace) -> cjm.Journey:
    """The journey without what was told to be left out."""
    data = in_long_forms(cjm.to_dict(journey))
    for each in exported.lost:
        values = dict(each.what.values)
        if "id" not in values:
            data.pop(values["field"])
            continue
        for key in ("touchpoints", "stages", "channels", "personas", "improvements"):
            _remove(data.get(key, {}).get(values["id"], {}), values["field"])
    for point in data["touchpoints"].values():
        own = point.get("by_persona", {})
        point["by_persona"] = {id: item for id, item in own.items() if item}
        if not point["by_persona"]:
            del point["by_persona"]
    return cjm.from_dict(data, workspace)


def by_sorted_persona(journey: cjm.Journey) -> dict[str, Any]:
    """A journey as data, what touchpoints say by persona sorted: columns have their own order."""
    data = cjm.to_dict(journey)
    for point in data["touchpoints"].values():
        if "by_persona" in point:
            point["by_persona"] = dict(sorted(point["by_persona"].items()))
    return data


def _remove(data: Any, dotted: str) -> None:
    for key in list(data) if isinstance(data, dict) else ():
        if dotted == key:
            del data[key]
        elif dotted.startswith(f"{key}."):
            _remove(data[key], dotted.removeprefix(f"{key}."))
