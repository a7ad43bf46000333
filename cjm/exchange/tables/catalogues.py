"""Stages, channels and personas that cells name: by id, by title, or else declared."""

from collections.abc import Iterable, Iterator

from cjm.journey import as_id, is_id
from cjm.records import dataclass, field


@dataclass
class Catalogue:
    """What the cells of a kind may name.

    Attributes:
        known: Titles by id, of the workspace and of the workbook's own sheets.
        used: Titles by id of what cells named, in order; without a title where the id is all.
    """

    known: dict[str, str] = field(default_factory=dict)
    used: dict[str, str] = field(default_factory=dict)

    def id_of(self, text: str) -> str:
        """The id that a cell means; what it names for the first time is declared."""
        id = self._known(text)
        if id is None:
            id, title = declared(text, (*self.known, *self.used))
            self.used[id] = title
        self.used.setdefault(id, "")
        return id

    def _known(self, text: str) -> str | None:
        id = as_id(text)
        if id in self.known or id in self.used:
            return id
        for titles in (self.known, self.used):
            for known, title in titles.items():
                if title and title.casefold() == text.casefold():
                    return known
        return None


def declared(text: str, taken: Iterable[str]) -> tuple[str, str]:
    """An id made of a text, and the title where the id alone does not say it."""
    id = as_id(text)
    if is_id(id):
        return id, ""
    return free_id(text, taken), text


def free_id(text: str, taken: Iterable[str]) -> str:
    """An id made of a text, in small letters, that nothing else has."""
    others = frozenset(taken)
    return next(id for id in _numbered(slug(text).lower() or "id") if id not in others)


def slug(text: str) -> str:
    """A text with `-` for what ids cannot hold; empty where nothing is left."""
    signs = (sign if is_id(f"a{sign}") else " " for sign in as_id(text))
    made = "-".join("".join(signs).split()).strip("-.")
    return made if is_id(made) else ""


def _numbered(id: str) -> Iterator[str]:
    yield id
    number = 2
    while True:
        yield f"{id}-{number}"
        number += 1
