"""The host: what the studio's front end asks for, whoever answers; a server does, or a page could.

Files are named by a handle that the host gave, such as `taxi.as-is`, never by a path. Texts are
without a byte order mark, offsets are code points of them, `version` is what `save` compares.
Whatever cannot be done is `{"error": {"message", "help", "file", "line", "column"}}`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from cjm.checking.assess import Assessment
from cjm.errors import CjmError, InvalidJourneyError, UsageError
from cjm.i18n import say, translate
from cjm.i18n.characters import clipped
from cjm.names import LANGUAGES
from cjm.studio.picture import picture
from cjm.studio.surroundings import Surroundings, assessed
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.studio.carrying import Renamed

Data = dict[str, Any]


class Files(Protocol):
    """Where journeys lie: in the folders of a workspace, or in the memory of a page.

    Each raises CjmError for what it cannot do, and UsageError for a handle that it never gave.
    """

    @property
    def language(self) -> str:
        """What errors are told in where nobody asks for another one."""

    def list(self) -> Sequence[Data]:
        """Of each journey its id, state, language, title, file (its handle) and path, and the
        address of its page in the report, None without one."""

    def text(self, file: str) -> Data:
        """Its text and version."""

    def save(self, file: str, text: str, version: str, renamed: Renamed) -> Data:
        """Its new version; or `conflict`, its text by now, with the version of that.

        Touchpoints that were `renamed` are so in its overlays, and where data are described, too.
        """

    def hold_rename(self, file: str, old: str, new: str) -> None:
        """Raise UsageError where a touchpoint is named in data so that it cannot be renamed."""

    def create(self, id: str, template: str, title: str | None, language: str | None) -> Data:
        """The file of a new journey."""

    def surroundings(self, file: str) -> Surroundings:
        """What its text is read with."""


class Parameter(NamedTuple):
    """An argument of a function: its name, what it must be, and whether it may be left out."""

    name: str
    kind: type
    optional: bool = False


FILE, TEXT = Parameter("file", str), Parameter("text", str)
LANGUAGE = Parameter("language", str, True)
RENAMED = Parameter("renamed", list, True)
PARAMETERS: dict[str, tuple[Parameter, ...]] = {
    "list": (),
    "text": (FILE,),
    "assess": (FILE, TEXT, LANGUAGE, RENAMED),
    "picture": (
        FILE,
        TEXT,
        Parameter("view", str, True),
        Parameter("theme", str, True),
        Parameter("persona", str, True),
        LANGUAGE,
        RENAMED,
    ),
    "edit": (FILE, TEXT, Parameter("operations", list)),
    "merge": (FILE, Parameter("before", str), Parameter("theirs", str), Parameter("mine", str)),
    "save": (FILE, TEXT, Parameter("version", str), RENAMED),
    "create": (
        Parameter("id", str),
        Parameter("template", str, True),
        Parameter("title", str, True),
        LANGUAGE,
    ),
    "templates": (LANGUAGE,),
}
"""The functions that a front end may call, by name, with what each takes."""
OF_PAGE = "page"
"""The theme that follows the page a picture stands in."""


class Host:
    """Answers a front end about some files, in plain data, and never raises."""

    parameters: ClassVar = PARAMETERS
    fatal: ClassVar[tuple[type[Exception], ...]] = ()
    """What is raised, for whoever has to begin anew then."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def answer(self, name: str, given: object, language: str | None = None) -> Any:
        """What a function comes to.

        Args:
            name: One of its `parameters`.
            given: Its arguments, by name.
            language: What errors are told in; by default the workspace's.

        Returns:
            Its result, plain data; or `{"error": …}`.
        """
        told: str = language if language and language in LANGUAGES else self._files.language
        try:
            arguments = _arguments(name, given, self.parameters)
            return getattr(self, f"_{name}")(**arguments)
        except self.fatal:
            raise
        except InvalidJourneyError as error:
            return {"error": _fault(error, told)}
        except CjmError as error:
            return error_data(error, told)
        except Exception as error:  # a fault of ours must not take the text along
            what = clipped(f"{type(error).__name__}: {error}".split("\n")[0], 200)
            return error_data(CjmError(say("cjm itself failed ({what})", what=what)), told)

    def _list(self) -> list[Data]:
        return list(self._files.list())

    def _text(self, file: str) -> Data:
        return self._files.text(file)

    def _assess(
        self, file: str, text: str, language: str | None = None, renamed: Sequence[object] = ()
    ) -> Data:
        return self._read(file, text, renamed).to_dict(language)

    def _picture(
        self,
        file: str,
        text: str,
        theme: str = OF_PAGE,
        renamed: Sequence[object] = (),
        **look: Any,
    ) -> Data:
        chosen = None if theme == OF_PAGE else theme
        return picture(self._read(file, text, renamed), theme=chosen, **look).to_dict()

    def _read(self, file: str, text: str, renamed: Sequence[object]) -> Assessment:
        """All that is known of a text; overlays that are not written yet name what it names."""
        around = self._files.surroundings(file)
        if renamed:
            from cjm.studio.carrying import carried_beside, renamed_of

            beside = carried_beside(text, renamed_of(renamed), around.beside)
            around = around._replace(beside=beside)
        return self._assessed(text, around)

    def _assessed(self, text: str, around: Surroundings) -> Assessment:
        return assessed(text, around)

    def _edit(self, file: str, text: str, operations: list[object]) -> Data:
        from cjm.studio.editing import edited

        shared = self._files.surroundings(file).shared
        return edited(text, operations, shared, partial(self._files.hold_rename, file)).to_dict()

    def _merge(self, file: str, before: str, theirs: str, mine: str) -> Data:
        from cjm.studio.merging import merged

        self._files.surroundings(file)
        return merged(before, theirs, mine).to_dict()

    def _templates(self, language: str | None = None) -> list[Data]:
        from cjm.authoring.trades import ABOUT

        told = language if language and language in LANGUAGES else self._files.language
        return [{"name": name, "title": translate(about, told)} for name, about in ABOUT.items()]

    def _save(self, file: str, text: str, version: str, renamed: Sequence[object] = ()) -> Data:
        from cjm.studio.carrying import renamed_of

        return self._files.save(file, text, version, renamed_of(renamed))

    def _create(
        self,
        id: str,
        template: str = "blank",
        title: str | None = None,
        language: str | None = None,
    ) -> Data:
        return self._files.create(id, template, title, language)


def error_data(error: CjmError, language: str) -> Data:
    """An error as a front end gets it."""
    told = {"message": translate(error.message, language)}
    if error.help is not None:
        told["help"] = translate(error.help, language)
    return {"error": told}


def _fault(error: InvalidJourneyError, language: str) -> Data:
    """Why a text holds no journey: its first fault, with its place."""
    if not error.findings:
        told: Data = error_data(error, language)["error"]
        return told
    first = error.findings[0]
    place = {} if first.span is None else {"line": first.span.line, "column": first.span.column}
    data = {"message": first.message, "help": first.help, "file": first.file, **place}
    return {key: value for key, value in data.items() if value is not None}


def _arguments(name: str, given: object, functions: Mapping[str, tuple[Parameter, ...]]) -> Data:
    """The arguments of a function. Raises UsageError for what is none, or not there."""
    if name not in functions:
        raise UsageError(say("the studio has no function {name!r}", name=name))
    if not isinstance(given, Mapping):
        raise UsageError(say("what a function is given is a mapping of its arguments"))
    known = {parameter.name: parameter for parameter in functions[name]}
    for key in given:
        if key not in known:
            raise UsageError(say("unknown key {key!r}", key=key))
    for key, parameter in known.items():
        if given.get(key) is None and not parameter.optional:
            raise UsageError(say("{key!r} is missing", key=key))
        if given.get(key) is not None and not isinstance(given[key], parameter.kind):
            raise UsageError(say("{key!r} has no such value", key=key))
    return {key: value for key, value in given.items() if value is not None}
