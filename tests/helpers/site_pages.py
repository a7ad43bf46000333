"""The files of a built site taken apart: what they link to, what they run, where links may lead."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

ADDRESSES = ("href", "xlink:href", "src", "srcset", "poster", "action", "formaction", "data")
"""Attributes whose value a browser follows."""


class Link(NamedTuple):
    """An address somewhere in a file, and the other attributes beside it."""

    file: Path
    line: int
    tag: str
    address: str
    beside: dict[str, str]

    def __str__(self) -> str:
        return f"{self.file}:{self.line} <{self.tag}> {self.address}"


class Element(NamedTuple):
    """A start tag."""

    line: int
    tag: str
    attributes: dict[str, str]


class Document(HTMLParser):
    """An HTML file: its elements in order, and the text of its scripts."""

    def __init__(self, file: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.file = file
        self.elements: list[Element] = []
        self.scripts: list[tuple[Element, str]] = []
        self.feed(file.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        element = Element(self.getpos()[0], tag, {key: value or "" for key, value in attrs})
        self.elements.append(element)
        if tag == "script":
            self.scripts.append((element, ""))

    def handle_data(self, data: str) -> None:
        """Keep what a script holds."""
        if self.cdata_elem == "script":
            element, text = self.scripts[-1]
            self.scripts[-1] = (element, text + data)

    @property
    def ids(self) -> set[str]:
        """What a fragment may name."""
        return {element.attributes["id"] for element in self.elements if "id" in element.attributes}

    @property
    def links(self) -> list[Link]:
        """Every address in it."""
        return [
            Link(self.file, element.line, element.tag, element.attributes[name], element.attributes)
            for element in self.elements
            for name in ADDRESSES
            if name in element.attributes
        ]


@cache
def document(file: Path) -> Document:
    """A file of a site, parsed once."""
    return Document(file)


def documents(site: Path) -> list[Document]:
    """Every page of a site, in the order of their names."""
    return [document(file) for file in sorted(site.rglob("*.html"))]


def style_links(site: Path) -> list[Link]:
    """Every address in the style sheets of a site."""
    return [
        Link(file, text.count("\n", 0, found.start()) + 1, "url", found[1].strip("\"'"), {})
        for file in sorted(site.rglob("*.css"))
        for text in [file.read_text(encoding="utf-8")]
        for found in re.finditer(r"url\(\s*([^)]+?)\s*\)", text)
    ]


def is_outside(link: Link) -> bool:
    """Whether an address leaves the folder for the network, as links of a journey may."""
    return urlsplit(link.address).scheme in ("http", "https", "mailto")


def is_inline(link: Link) -> bool:
    """Whether an address is its own content."""
    return link.address.startswith("data:image/")


def target(link: Link) -> tuple[Path, str]:
    """The file that a relative address leads to, and its fragment."""
    parts = urlsplit(link.address)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        raise ValueError(f"{link}: not relative")
    file = (link.file.parent / unquote(parts.path)).resolve() if parts.path else link.file
    return file, unquote(parts.fragment)


KINDS = (
    ("presentation", r"journeys/.*\.present\.html"),
    ("comparison", r"journeys/.*\.compare\.html"),
    ("journey", r"journeys/.*\.html"),
    ("persona", r"personas/.*\.html"),
    ("portfolio", r"index(-\d+)?\.html"),
)
"""What a page is, by its address below the folder of its language; others are their own kind."""


def addresses(site: Path, language: str) -> list[str]:
    """Every page in a language, below the site, those of one kind together."""
    folder = site / language
    found = sorted(folder.rglob("*.html"), key=lambda file: (kind_of(file, folder), file))
    return [file.relative_to(site).as_posix() for file in found]


def kind_of(file: Path, folder: Path) -> str:
    """The kind of a page: its name where it is the only one."""
    address = file.relative_to(folder).as_posix()
    return next((kind for kind, form in KINDS if re.fullmatch(form, address)), file.stem)


def largest(site: Path, language: str) -> dict[str, str]:
    """The page with the most in it of each kind, by its kind."""
    folder = site / language
    pages = sorted((folder.parent / a for a in addresses(site, language)), key=_weight)
    return {kind_of(page, folder): page.relative_to(site).as_posix() for page in pages}


def _weight(file: Path) -> tuple[int, str]:
    return file.stat().st_size, file.name
