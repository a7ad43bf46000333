"""Small sites of journeys that a test writes itself, and their pages taken apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from lxml import html

import cjm

TODAY = date(2026, 11, 26)


def site_of(folder: Path, journeys: dict[str, str], workspace: str = "", **options: Any) -> Path:
    """The pages in English of journeys by the names of their files."""
    source = folder / "journeys"
    source.mkdir(exist_ok=True)
    (source / "cjm.yaml").write_text(f"cjm: 1\nlanguage: en\n{workspace}", encoding="utf-8")
    for name, text in journeys.items():
        (source / f"{name}.yaml").write_text(f"cjm: 1\nid: {name}\n{text}", encoding="utf-8")
    site = folder / "site"
    cjm.report([str(source)], str(site), language="en", **{"today": TODAY, **options})
    return site / "en"


def page(file: Path) -> Any:
    """A page, parsed."""
    return html.document_fromstring(file.read_bytes())


def texts(page: Any, selector: str) -> list[str]:
    """The text of every element that an XPath selects, spaces made single."""
    return [" ".join(one.text_content().split()) for one in page.xpath(selector)]


def with_class(name: str) -> str:
    """An XPath step: any element of a class."""
    return f"//*[contains(concat(' ', @class, ' '), ' {name} ')]"
