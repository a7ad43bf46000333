"""Renaming in data: what `data.yaml` and its topics call touchpoints, personas and stages by."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from cjm.authoring.name_edits import edits_of
from cjm.authoring.naming import TOUCHPOINT, names_of
from cjm.edits import Edit, apply
from cjm.edits.anatomy import Anatomy
from cjm.edits.composing import composed
from cjm.edits.inserting import insert
from cjm.errors import UsageError
from cjm.format import as_id, is_id
from cjm.format.rows import mapping
from cjm.i18n import say
from cjm.project.discovery import shown_path
from cjm.project.finding_definition import content_of, find_definition
from cjm.project.loading import id_of_file
from cjm.source import Entry, Node, Source, parse
from cjm.tuples import NamedTuple

IN_DATA = (TOUCHPOINT, "persona", "stage")
"""What a `data.yaml` may name."""
AS_IS = "as-is"


class Renaming(NamedTuple):
    """A new name; `journey` is the id of the one whose the old is, None of a workspace's."""

    kind: str
    id: str
    new: str
    journey: str | None


class JourneyText(NamedTuple):
    """A journey's file: its real path, its id and its tree."""

    path: str
    id: str
    source: Source


class DataChange(NamedTuple):
    """A file in which a rename is followed: its path, the text of it, and the edits of that."""

    path: str
    text: str
    edits: tuple[Edit, ...]


def journey_text(path: str, source: Source) -> JourneyText:
    """A journey with its id: the one that it says, else its file's."""
    node = source.node(("id",)) if source.root is not None else None
    said = as_id(node.text or "") if node is not None else ""
    return JourneyText(path, said if is_id(said) else id_of_file(path or None), source)


def keeps(renaming: Renaming, twins: Iterable[JourneyText]) -> bool:
    """Whether another file of the journey, as it is lived, goes on calling it what it was called.

    Surveys and logs tell of journeys as they are; what one in another language names is named so.
    """
    return any(
        twin.id == renaming.journey
        and _state(twin.source) == AS_IS
        and is_named(twin.source, renaming.kind, renaming.id)
        for twin in twins
    )


def rename_in_data(
    folder: str,
    renaming: Renaming,
    others: Callable[[], Iterable[JourneyText]],
    content: Callable[[str], str | bytes] = content_of,
) -> tuple[DataChange, ...]:
    """The changes of the nearest `data.yaml`, and of the topics that it names.

    Where a source says nothing of an id, the id is its own word in the data: that stays its word.

    Args:
        folder: Where the `data.yaml` is looked for, upwards.
        renaming: What is renamed.
        others: The other journeys there, which the same sources may feed.
        content: What a file holds, by its real path: an editor may show another text than the disk.

    Returns:
        None where there is no `data.yaml` of ours or none of its sources tells of the journey.

    Raises:
        UsageError: Nobody can say whose name it is: a source feeds another journey that has it,
            too. Or the new one is taken there; or the file has faults and may name it.
    """
    if renaming.kind not in IN_DATA or (file := data_file(folder)) is None:
        return ()
    data = _read(os.path.realpath(file), content)
    try:
        if data.source.faults or not data.source.readable:
            if renaming.id in data.text:
                Anatomy(data.source)  # it may be named there: refuses, and says why
            return ()
        return tuple(_changes(data, renaming, cache(lambda: tuple(others())), content))
    except UsageError as error:
        told = say("{path}: {message}", path=shown_path(file), message=error.message)
        raise UsageError(told, error.help) from error


class _File(NamedTuple):
    path: str
    text: str
    source: Source


def data_file(folder: str) -> str | None:
    """The nearest `data.yaml` of ours, from a folder upwards; None where there is none."""
    try:
        return find_definition(folder).file
    except UsageError:
        return None  # one that leads out, or cannot be read, is of no run that does not name it


def _read(path: str, content: Callable[[str], str | bytes]) -> _File:
    held = content(path)
    text = held if isinstance(held, str) else held.decode("utf-8", "replace")
    return _File(path, text, parse(held))


def _changes(
    data: _File,
    renaming: Renaming,
    others: Callable[[], Sequence[JourneyText]],
    content: Callable[[str], str | bytes],
) -> Iterator[DataChange]:
    root = data.source.root
    entries = root.value if root is not None and isinstance(root.value, dict) else {}
    feeds = {as_id(id): _ids(entry.node) for id, entry in mapping(entries.get("journeys")).items()}
    places: list[Node] = []
    implied: list[str] = []
    topics: dict[str, str] = {}
    for id, entry in mapping(entries.get("sources")).items():
        if renaming.journey and feeds and id not in feeds.get(renaming.journey, ()):
            continue
        source = mapping(entry)
        named = list(_places(source, renaming))
        implicit = not named and _implies(source, renaming)
        if (named or implicit) and (other := _other(id, feeds, renaming, others)):
            if named or feeds:
                raise _shared(id, renaming, other)
            continue
        places += named
        implied += [id] * implicit
        if (path := source.get("topics")) and renaming.kind == TOUCHPOINT and path.node.text:
            topics[id] = path.node.text
    edits = _edits(data, renaming, places, implied)
    if edits:
        yield DataChange(data.path, data.text, edits)
    for file, id in {file: id for id, file in topics.items()}.items():
        yield from _in_topics(data, file, id, feeds, renaming, others, content)


def _edits(
    data: _File, renaming: Renaming, places: list[Node], implied: list[str]
) -> tuple[Edit, ...]:
    """The names written anew, and the word of each that was its own."""
    rounds, text = [], data.text
    if places:
        rounds.append(edits_of(data.source, places, renaming.new))
        text = apply(text, rounds[-1])
    for id in implied:
        source, key = parse(text), f"{renaming.kind}s"
        known = source.node(("sources", id, key))
        word = {renaming.new: renaming.id}
        if known is None:
            rounds.append(insert(source, ("sources", id), key, word))
        else:
            rounds.append(insert(source, ("sources", id, key), renaming.new, renaming.id))
        text = apply(text, rounds[-1])
    return composed(data.text, rounds)


def _in_topics(
    data: _File,
    path: str,
    source: str,
    feeds: dict[str, set[str]],
    renaming: Renaming,
    others: Callable[[], Sequence[JourneyText]],
    content: Callable[[str], str | bytes],
) -> Iterator[DataChange]:
    """The change of a file of topics that a source of reviews names."""
    real = os.path.realpath(os.path.join(os.path.dirname(data.path), path))
    if not os.path.isfile(real) or os.path.relpath(real, os.path.dirname(data.path))[:2] == "..":
        return
    file = _read(real, content)
    root = file.source.root
    entries = root.value if root is not None and isinstance(root.value, dict) else {}
    places = [
        named.node
        for topic in mapping(entries.get("topics")).values()
        if (named := mapping(topic).get("touchpoint")) and _is(named.node, renaming.id)
    ]
    if places:
        if other := _other(source, feeds, renaming, others):
            raise _shared(source, renaming, other)
        yield DataChange(file.path, file.text, edits_of(file.source, places, renaming.new))


def _places(source: dict[str, Entry], renaming: Renaming) -> Iterator[Node]:
    """Where a source names it; UsageError where it names the new one already."""
    for node in _names_in(source, renaming.kind):
        if _is(node, renaming.id):
            yield node
        elif _is(node, renaming.new):
            kind, new = renaming.kind, renaming.new
            raise UsageError(say("there is a {kind} {id!r} already", kind=kind, id=new))


def _names_in(source: dict[str, Entry], kind: str) -> Iterator[Node]:
    """All ids of a kind in a source."""
    stages = mapping(source.get("stages"))
    if kind != TOUCHPOINT:
        named = stages if kind == "stage" else mapping(source.get("personas"))
        yield from (key for key, _ in named.values())
        return
    for key in (f"{kind}s", "outcomes"):
        yield from (entry.key for entry in mapping(source.get(key)).values())
    for _, members in stages.values():
        yield from members.value if isinstance(members.value, list) else (members,)
    for column in mapping(source.get("columns")).values():
        if point := mapping(column).get(kind):
            yield point.node


def _implies(source: dict[str, Entry], renaming: Renaming) -> bool:
    """Whether a column of the source holds the id itself, as the word for itself."""
    if renaming.kind not in source or not is_id(renaming.id):
        return False
    words = mapping(source.get(f"{renaming.kind}s")).values()
    return not any(renaming.id in _ids(entry.node) for entry in words)


def _other(
    source: str,
    feeds: dict[str, set[str]],
    renaming: Renaming,
    others: Callable[[], Sequence[JourneyText]],
) -> str | None:
    """Another journey that a source feeds, and that has the old name or the new one."""
    if renaming.journey is None:
        return None
    for other in others():
        is_fed = source in feeds.get(other.id, ()) if feeds else True
        if other.id != renaming.journey and is_fed:
            for id in (renaming.id, renaming.new):
                if is_named(other.source, renaming.kind, id):
                    return other.id
    return None


def _shared(source: str, renaming: Renaming, other: str) -> UsageError:
    kind, journey = renaming.kind, renaming.journey
    return UsageError(
        say(
            "the source {source!r} tells of {kind}s of {journey!r} and of {other!r}, by one name",
            source=source,
            kind=kind,
            journey=journey,
            other=other,
        ),
        help=say("say under journeys which sources feed which, or rename it there by hand"),
    )


def is_named(source: Source, kind: str, id: str) -> bool:
    """Whether a file declares or refers to an id."""
    return any((name.kind, name.id) == (kind, as_id(id)) for name in names_of(source).names)


def _state(source: Source) -> str:
    node = source.node(("state",)) if source.root is not None else None
    return (node.text if node is not None else None) or AS_IS


def _is(node: Node, id: str) -> bool:
    return node.text is not None and as_id(node.text) == as_id(id)


def _ids(node: Node) -> set[str]:
    """The texts of a value that is one or several."""
    nodes = node.value if isinstance(node.value, list) else (node,)
    return {as_id(each.text) for each in nodes if each.text}
