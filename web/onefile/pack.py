"""Packs what the page's Python needs into one archive; runs in the very interpreter that it is for.

The archive is what `zipimport` reads: the first module that Python imports, the one that finds all
others, and these as bytecode behind each other, not compressed, since the page packs it as a whole.
Of cjm and the packages beside it it has every
module that imports lead to from the entry; of the standard library what those modules import, and
what Pyodide had imported when it started, with what these import in turn while they are loaded.
"""

import ast
import importlib.util
import io
import marshal
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import CodeType

OPTIMIZE = 2  # docstrings are no use to anybody there
UNCHECKED = 1
FIRST = "encodings/__init__.py"
FINDER = "packed.py"
"""Python imports the first before anything else; it imports the one that finds all others."""
DAY = (1980, 1, 1, 0, 0, 0)
FROZEN = ("importlib._bootstrap", "importlib._bootstrap_external", "zipimport")
"""The interpreter has these inside."""
IN_C = ("_pydatetime", "_pydecimal", "_pyio", "_pylong")
"""What stands in for modules in C, which Pyodide has."""
OF_PROCESSES = (
    "concurrent", "ctypes", "logging", "multiprocessing", "selectors", "signal",
    "socket", "ssl", "subprocess", "tempfile", "tkinter", "unittest", "xml",
)  # fmt: skip
"""What works with other programs and with the network; a page has neither."""
OF_TERMINALS = ("_pyrepl", "argparse", "cmd", "doctest", "gettext", "pdb", "rlcompleter")
OF_OFFICES = (
    "cjm.exchange.tables.xlsx_reading", "cjm.exchange.tables.xlsx_writing", "cjm.maps.slides",
    "cjm.maps.writers.pdf", "zipfile",
)  # fmt: skip
"""What writes and reads formats that want packages of other people, in C."""
BY_NAME = tuple(
    f"encodings.{name}"
    for name in (
        "ascii", "cp1251", "cp1252", "cp866", "koi8_r", "latin_1", "utf_16", "utf_16_be",
        "utf_16_le", "utf_8", "utf_8_sig",
    )
)  # fmt: skip
"""What is imported by a name in a text: how the letters of a file are written."""
UNUSED = (*FROZEN, *IN_C, *OF_PROCESSES, *OF_TERMINALS, *OF_OFFICES)

Sources = Mapping[str, bytes]
"""What the files hold that may be packed, by their paths below the folder of packages."""


def pack(
    folder: str, instead: str, entry: str, data: Iterable[str], left_out: Iterable[str]
) -> bytes:
    """The archive.

    Args:
        folder: Where the packages are that are not of the standard library.
        instead: Where modules are that stand in for others of the standard library.
        entry: The module whose imports lead to all others.
        data: Suffixes of the files that come along with the modules beside them.
        left_out: Modules that nothing in a page can use, with all that is in them.
    """
    never = frozenset((*left_out, *UNUSED))
    own, standard = _files_below(Path(folder)), _with_instead(_library(), Path(instead))
    files = _followed(own, [entry], never, _imports)
    named = {name for path in files for name in _imports(own[path], path)}
    waiting = sorted({*named, *sys.modules, *BY_NAME})
    known = {**_followed(standard, waiting, never, _imports_while_loaded), **files}
    beside = _beside(own, files, tuple(data))
    begun = {f"{path}c": _pyc(path, known.pop(path)) for path in (FIRST, FINDER)}
    return _zipped({**begun, "modules": _joined(known, beside)})


def _joined(modules: Sources, files: Sources) -> bytes:
    """What the finder reads: the length of its tables, these, and all that is packed."""
    coded: dict[str, tuple[int, int, bool]] = {}
    lying: dict[str, tuple[int, int]] = {}
    parts, end = [], 0
    for path, source in sorted(modules.items()):
        parts.append(marshal.dumps(_code(path, source)))
        start, end = end, end + len(parts[-1])
        name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        coded[name] = (start, end, path.endswith("/__init__.py"))
    for path, content in sorted(files.items()):
        parts.append(content)
        start, end = end, end + len(content)
        lying[path] = (start, end)
    tables = marshal.dumps((coded, lying))
    return b"".join((len(tables).to_bytes(4, "little"), tables, *parts))


def _zipped(files: Sources) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, DAY), content)
    return into.getvalue()


def _pyc(path: str, source: bytes) -> bytes:
    head = importlib.util.MAGIC_NUMBER + UNCHECKED.to_bytes(4, "little")
    return head + importlib.util.source_hash(source) + marshal.dumps(_code(path, source))


def _code(path: str, source: bytes) -> CodeType:
    code = compile(source, path, "exec", dont_inherit=True, optimize=OPTIMIZE)
    return _without_places(code)


def _without_places(code: CodeType) -> CodeType:
    """Code without its lines and columns, a quarter of it: no traceback is ever shown."""
    consts = tuple(_without_places(c) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.replace(co_consts=consts, co_linetable=b"")


# ---- files ----


def _files_below(folder: Path) -> Sources:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _library() -> Sources:
    """The standard library, which is an archive of sources."""
    archive = next(path for path in sys.path if path.endswith(".zip"))
    with zipfile.ZipFile(archive) as library:
        return {name: library.read(name) for name in library.namelist() if name.endswith(".py")}


def _with_instead(library: Sources, folder: Path) -> Sources:
    """The library with modules in place of others; a package takes the place of all of it."""
    instead = _files_below(folder)
    whole = tuple(path.removesuffix("__init__.py") for path in instead if "__init__" in path)
    kept = {path: source for path, source in library.items() if not path.startswith(whole)}
    first = f"import {FINDER.removesuffix('.py')}\n".encode() + library[FIRST]
    return {**kept, FIRST: first, **instead}


def _beside(sources: Sources, modules: Iterable[str], suffixes: tuple[str, ...]) -> Sources:
    """Files of the packages that are packed, and of folders in them that are no packages."""
    packages = {path.rpartition("/")[0] for path in modules}
    named = {path.rpartition("/")[0] for path in sources if path.endswith(".py")}
    return {
        path: content
        for path, content in sources.items()
        if path.endswith(suffixes) and _package_of(path, named) in packages
    }


def _package_of(path: str, packages: set[str]) -> str:
    folder = path.rpartition("/")[0]
    while folder and folder not in packages:
        folder = folder.rpartition("/")[0]
    return folder


# ---- what imports lead to ----


def _followed(
    sources: Sources,
    entries: Iterable[str],
    left_out: frozenset[str],
    imports: Callable[[bytes, str], Iterable[str]],
) -> dict[str, bytes]:
    """The modules that the entries are, or lead to, by their paths."""
    waiting, found = list(entries), dict[str, bytes]()
    while waiting:
        for name in _with_parents(waiting.pop()):
            if name in left_out:
                break
            path = _path_of(name, sources)
            if path is not None and path not in found:
                found[path] = sources[path]
                waiting.extend(imports(sources[path], path))
    return found


def _with_parents(name: str) -> Iterator[str]:
    parts = name.split(".")
    return (".".join(parts[:n]) for n in range(1, len(parts) + 1))


def _path_of(name: str, sources: Sources) -> str | None:
    inside = name.replace(".", "/")
    return next((p for p in (f"{inside}/__init__.py", f"{inside}.py") if p in sources), None)


def _imports(source: bytes, path: str) -> set[str]:
    """What a module imports, wherever in it, but for types only."""
    return _named(ast.parse(source), path, lambda node: True)


def _imports_while_loaded(source: bytes, path: str) -> set[str]:
    """What a module imports before any of its functions is called."""
    return _named(ast.parse(source), path, lambda node: not isinstance(node, _FUNCTIONS))


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def _named(tree: ast.AST, path: str, is_entered: Callable[[ast.AST], bool]) -> set[str]:
    package = path.rpartition("/")[0].replace("/", ".")
    waiting, named = [tree], set[str]()
    while waiting:
        node = waiting.pop()
        match node:
            case ast.If(test=ast.Name("TYPE_CHECKING")):
                waiting.extend(node.orelse)
                continue
            case ast.Import():
                named |= {alias.name for alias in node.names}
            case ast.ImportFrom():
                base = importlib.util.resolve_name("." * node.level + (node.module or ""), package)
                named |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
        waiting.extend(filter(is_entered, ast.iter_child_nodes(node)))
    return named
