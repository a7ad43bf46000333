"""The forms that journeys are converted from and to, beside our own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from cjm.errors import UsageError
from cjm.exchange.imported import Asked, Exported, Given, Imported
from cjm.i18n import say
from cjm.names import JOURNEY_ENDINGS
from cjm.tuples import NamedTuple

YAML = "yaml"
"""The journey's own form: one side of every conversion."""


class Form(NamedTuple):
    """A form: its name, the endings of its files, and how it is read and written.

    `binary`: no terminal shows it. `measured`: it is made of the values that count, as pictures
    are; others hold what is written in the journey's own file.
    """

    name: str
    endings: tuple[str, ...]
    read: Callable[[bytes, Asked], Imported] | None = None
    write: Callable[[Given, Asked], Exported] | None = None
    binary: bool = False
    measured: bool = False


def _read_json(content: bytes, asked: Asked) -> Imported:
    from cjm.exchange.json_form import read

    return read(content, asked)


def _write_json(given: Given, asked: Asked) -> Exported:
    from cjm.exchange.json_form import write

    return write(given, asked)


def _read_csv(content: bytes, asked: Asked) -> Imported:
    from cjm.exchange.tables.csv_form import read_csv

    return read_csv(content, asked)


def _write_csv(given: Given, asked: Asked) -> Exported:
    from cjm.exchange.tables.csv_form import write_csv

    return write_csv(given, asked)


def _write_tsv(given: Given, asked: Asked) -> Exported:
    from cjm.exchange.tables.csv_form import write_tsv

    return write_tsv(given, asked)


def _read_xlsx(content: bytes, asked: Asked) -> Imported:
    from cjm.exchange.tables.xlsx_reading import read_xlsx

    return read_xlsx(content, asked)


def _write_xlsx(given: Given, asked: Asked) -> Exported:
    from cjm.exchange.tables.xlsx_writing import write_xlsx

    return write_xlsx(given, asked)


def _read_mermaid(content: bytes, asked: Asked) -> Imported:
    from cjm.exchange.mermaid.reading import read

    return read(content, asked)


def _read_markdown(content: bytes, asked: Asked) -> Imported:
    from cjm.exchange.mermaid.reading import read_markdown

    return read_markdown(content, asked)


def _write_flowchart(given: Given, asked: Asked) -> Exported:
    from cjm.exchange.mermaid.writing import write_flowchart

    return write_flowchart(given, asked)


def _write_user_journey(given: Given, asked: Asked) -> Exported:
    from cjm.exchange.mermaid.writing import write_user_journey

    return write_user_journey(given, asked)


FORMS = (
    Form(YAML, JOURNEY_ENDINGS),
    Form("json", (".json",), _read_json, _write_json),
    Form("mermaid", (".mmd", ".mermaid"), _read_mermaid, _write_flowchart, measured=True),
    Form("mermaid-journey", (), _read_mermaid, _write_user_journey, measured=True),
    Form("markdown", (".md", ".markdown"), _read_markdown),
    Form("csv", (".csv",), _read_csv, _write_csv),
    Form("tsv", (".tsv",), _read_csv, _write_tsv),
    Form("xlsx", (".xlsx",), _read_xlsx, _write_xlsx, binary=True),
)


def form_named(name: str) -> Form:
    """The form of a name. Raises UsageError."""
    if found := next((form for form in FORMS if form.name == name), None):
        return found
    raise UsageError(
        say("there is no form {name!r}", name=name),
        help=say("known: {known}", known=_listed(form.name for form in FORMS)),
    )


def form_of_file(path: str) -> Form | None:
    """The form that a file's ending names."""
    ending = os.path.splitext(path)[1].lower()
    return next((form for form in FORMS if ending in form.endings), None)


def known_endings() -> str:
    """Every ending that names a form, for people."""
    return _listed(ending for form in FORMS for ending in form.endings)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
