"""Twins: the languages of one journey, in which a change of it is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cjm.compare.changes import FieldChange
from cjm.compare.journeys import JourneyDifference
from cjm.tuples import NamedTuple


class Version(NamedTuple):
    """A difference in one language; `preferred` is the language of the journey's workspace."""

    difference: JourneyDifference
    preferred: str


def told_once(versions: list[Version], language: str | None) -> Iterator[JourneyDifference]:
    """The differences without those that tell another one's in another language.

    The one that stays is that in the language asked for, else in its workspace's, else the first
    by its file. A translation of which something else has changed stays too.
    """
    same: dict[tuple[str, str], list[Version]] = {}
    for version in versions:
        journey = version.difference.b
        same.setdefault((journey.id, journey.state), []).append(version)
    for group in same.values():
        told: dict[str, str] = {}
        for version in sorted(group, key=lambda each: _rank(each, language)):
            spoken = version.difference.b.language
            if told.setdefault(_gist(version.difference), spoken) == spoken:
                yield version.difference


def _rank(version: Version, language: str | None) -> tuple[bool, bool, str]:
    spoken = version.difference.b.language
    return spoken != language, spoken != version.preferred, version.difference.file or ""


def _gist(difference: JourneyDifference) -> str:
    """What a difference says in any language: no words, only which fields have changed."""
    ways = (*difference.transitions, *difference.start)
    return repr(
        (
            [
                (p.id, p.before, p.gaps, p.moved, _names(p.fields))
                for p in difference.touchpoints
                if not p.says_the_same
            ],
            [(w.source, w.target, w.change, w.probability, w.wait) for w in ways],
            _names(difference.fields),
            [
                (key, part.id, part.change, part.moved, _names(part.fields))
                for key, parts in difference.catalogues.items()
                for part in parts
            ],
        )
    )


def _names(fields: Iterable[FieldChange]) -> list[tuple[str, str]]:
    return [(field.field, field.change) for field in fields]
