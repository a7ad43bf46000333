"""Overlays: what was measured of a journey, in `NAME.measured.yaml` beside `NAME.yaml`.

One belongs to every file in its folder that has its journey's id and state, whatever the language;
its own name is for people. A folder is listed once a run and each overlay in it read once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from cjm.names import JOURNEY_ENDINGS, OVERLAY_ENDING
from cjm.project.discovery import Candidate, files_at
from cjm.system.reading import read_start
from cjm.system.repository import leads_out
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.journey import Journey
    from cjm.journey.measured import Measured
    from cjm.source import Source

OPENED = ("scores",)
"""What never stands in braces, however short: one touchpoint a line."""
AS_IS = "as-is"
"""The state of a journey that names none."""

_KEY = (
    rb"^%s:[ \t]+(?:\"([^\"\\\n]*)\"|'([^'\n]*)'|([^\s\"'#&*!|>%%@`\[{][^#\n]*?))[ \t]*(?:#.*)?\r?$"
)
_KEYS = {key: re.compile(_KEY % key.encode(), re.MULTILINE) for key in ("id", "journey", "state")}
_ID_OF_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
"""The stem of a file's name that is an id as it stands."""

Whose = tuple[str, str]
"""A journey's id and state."""


class Overlay(NamedTuple):
    """An overlay's file and content; `whose` is None where it does not say so."""

    path: str
    content: bytes
    whose: Whose | None


def overlay_path(journey_file: str) -> str:
    """The path of the overlay that is named after a journey's file."""
    return os.path.splitext(journey_file)[0] + OVERLAY_ENDING


def overlay_text(measured: Measured, journey: Journey) -> str:
    """An overlay as the text of its file, sorted as the journey's; the same data, the same bytes.

    Args:
        measured: What was measured.
        journey: The journey it belongs to, in whose order touchpoints and personas stand.

    Returns:
        The text, in UTF-8 with `\\n` at the end of lines.
    """
    from cjm.format.measured import encoded_measured
    from cjm.journey.sorting import in_file_order
    from cjm.source.emit import emit

    return emit(encoded_measured(in_file_order(measured, journey)), OPENED)


class Overlays:
    """The overlays of the folders of one run.

    `contents` gives those of a folder by their paths, in order; by default they are read.
    `unreadable` are errors of the system, `outside` links that lead out of their repository: what
    is told of them is taken out.
    """

    def __init__(
        self, contents: Callable[[str], Iterable[tuple[str, bytes]]] | None = None
    ) -> None:
        self._contents = contents or self._read
        self._by_folder: dict[str, tuple[Overlay, ...]] = {}
        self._taken: set[str] = set()
        self.unreadable: list[OSError] = []
        self.outside: list[str] = []

    def of_folder(self, folder: str) -> tuple[Overlay, ...]:
        """The overlays of a folder, in the order of their names."""
        if folder not in self._by_folder:
            self._by_folder[folder] = tuple(
                Overlay(path, content, _whose(content, "journey", None))
                for path, content in self._contents(folder)
            )
        return self._by_folder[folder]

    def of_file(self, path: str, content: bytes) -> tuple[Overlay, ...]:
        """The overlays of the journey in a file, in the order of their names; one is right."""
        found = self.of_folder(os.path.dirname(path))
        if not found:
            return ()
        own, whose = os.path.basename(overlay_path(path)), journey_of(path, content)
        fitting = tuple(overlay for overlay in found if _fits(overlay, whose, own))
        self._taken.update(overlay.path for overlay in fitting)
        return fitting

    def look_below(self, path: str) -> None:
        """Meet the overlays in all folders at a path: of those without a journey, too."""
        for item in files_at(path, _is_overlay) if os.path.isdir(path) else ():
            if isinstance(item, Candidate):
                self.of_folder(os.path.dirname(item.path))

    def left(self, path: str) -> Iterator[Overlay]:
        """Overlays at a path, a folder or one journey's file, that no journey there has taken."""
        if os.path.isdir(path):
            inside = os.path.join(path, "")
            folders = [f for f in self._by_folder if os.path.join(f, "").startswith(inside)]
            found = [o for f in sorted(folders) for o in self._by_folder[f]]
        else:
            own = overlay_path(path)
            found = [o for o in self.of_folder(os.path.dirname(path)) if o.path == own]
        for overlay in found:
            if overlay.path not in self._taken and not _fits_any(overlay):
                self._taken.add(overlay.path)
                yield overlay

    def _read(self, folder: str) -> Iterator[tuple[str, bytes]]:
        try:
            names = sorted(filter(_is_overlay, os.listdir(folder or ".")))
        except OSError:
            return  # what keeps a folder from being listed is told of its journeys
        for name in names:
            path = os.path.join(folder, name)
            if leads_out(path):
                self.outside.append(path)
                continue
            try:
                content = read_start(path)
            except OSError as error:
                error.filename = path
                self.unreadable.append(error)
            else:
                yield path, content


def _is_overlay(name: str) -> bool:
    return name.endswith(OVERLAY_ENDING)


def journey_of(path: str, content: bytes) -> Whose | None:
    """The id and the state of the journey in a file; None where they cannot be told."""
    return _whose(content, "id", path)


def _fits(overlay: Overlay, whose: Whose | None, own: str) -> bool:
    """Whether an overlay is of that journey; one that does not say so is of its namesake."""
    if overlay.whose is None or whose is None:
        return os.path.basename(overlay.path) == own
    return overlay.whose == whose


def _fits_any(overlay: Overlay) -> bool:
    """Whether some file beside an overlay is its journey: of what was not looked at, too."""
    folder = os.path.dirname(overlay.path)
    for name in sorted(os.listdir(folder or ".")):
        path = os.path.join(folder, name)
        if name.endswith(JOURNEY_ENDINGS) and not _is_overlay(name):
            try:
                whose = journey_of(path, read_start(path))
            except OSError:
                continue
            if _fits(overlay, whose, os.path.basename(overlay_path(path))):
                return True
    return False


def _whose(content: bytes, key: str, file: str | None) -> Whose | None:
    """What a text says at its top, looked for in its lines; only where that fails is it parsed."""
    id, state = _value(content, key), _value(content, "state")
    if id is None and file is not None and not _may_say(content, key):
        stem = os.path.splitext(os.path.basename(file))[0]
        id = stem if _ID_OF_FILE.fullmatch(stem) else _id_of(file)
    if state is None and file is not None and not _may_say(content, "state"):
        state = AS_IS
    if id is None or state is None or not id.isascii():
        return _parsed(content, key, file)
    return (id, state)


def _value(content: bytes, key: str) -> str | None:
    found = _KEYS[key].findall(content)
    if len(found) != 1:
        return None
    try:
        return b"".join(found[0]).decode()
    except UnicodeDecodeError:
        return None


def _may_say(content: bytes, key: str) -> bool:
    """Whether the key may stand at the top in another form: in braces, in quotes, in UTF-16."""
    text = content.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in text[:4] or text.lstrip().startswith(b"{"):
        return True
    return re.search(rb"(?m)^[\"']?%s[\"']?[ \t]*:" % key.encode(), text) is not None


def _parsed(content: bytes, key: str, file: str | None) -> Whose | None:
    from cjm.source import parse

    return whose_of(parse(content), key, file)


def whose_of(source: Source, key: str, file: str | None) -> Whose | None:
    """The id and the state that a text says; of a journey's file the defaults where it does not."""
    from cjm.journey.ids import as_id, is_id

    keys = source.root.value if source.root else None
    if not isinstance(keys, dict):
        return None
    said = {name: keys[name].node.text for name in (key, "state") if name in keys}
    id = as_id(said.get(key) or "") or (_id_of(file) if file else "")
    state = said.get("state") or (AS_IS if file else "")
    return (id, state) if is_id(id) and state else None


def _id_of(file: str) -> str:
    from cjm.project.loading import id_of_file

    return id_of_file(file)
