"""Twins: the languages of one journey, which only a run that has several of them can compare."""

from collections.abc import Iterator

from cjm.checking.results import JourneyId
from cjm.project.documents import Document, Text
from cjm.tuples import NamedTuple

TWINS_DIFFER = "CJM310"
"""The rule that runs over several files, so that no journey by itself says whether it has run."""


class Twin(NamedTuple):
    """One language of a journey: where it stands, and whether it is checked or only read."""

    document: Document
    identity: JourneyId
    checked: bool


class Twins:
    """The journeys met so far, by id and state. Their texts are not kept."""

    def __init__(self) -> None:
        self._by_journey: dict[tuple[str, str], dict[str, Twin]] = {}

    def take(self, document: Document, identity: JourneyId, checked: bool) -> None:
        """Note a journey; of two in one language, which is another finding, the first."""
        languages = self._by_journey.setdefault((identity.id, identity.state), {})
        light = document if document.path == "-" else _without_text(document)
        languages.setdefault(identity.language, Twin(light, identity, checked))

    def together(self) -> Iterator[tuple[Twin, ...]]:
        """Those of which several languages are here, one of them checked, in the order of paths."""
        for languages in self._by_journey.values():
            if len(languages) > 1 and any(twin.checked for twin in languages.values()):
                yield tuple(sorted(languages.values(), key=lambda twin: twin.document.file))


def pairs(twins: tuple[Twin, ...], language: str) -> Iterator[tuple[Twin, Twin]]:
    """Each language that says something else, and the one that it is held against.

    That is the one in the workspace's language, else the first by path.
    """
    main = next((twin for twin in twins if twin.identity.language == language), twins[0])
    for twin in twins:
        if twin.identity.written != main.identity.written:
            yield twin, main


def _without_text(document: Document) -> Document:
    return document._replace(text=Text(document.file, b""), beside=())
