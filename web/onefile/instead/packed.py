"""How the page's Python finds its modules: all behind each other, by a table of where each begins.

`zipimport` reads the list of an archive in Python, and opens the archive again for each module;
both together took a sixth of the time that Python needs to start. What the archive has beside this
module is `modules`: the length of the tables, the tables, code of modules, and files.
"""

import marshal
import sys
from _frozen_importlib import ModuleSpec

_ROOT = __loader__.archive  # type: ignore[name-defined]
_HELD = memoryview(__loader__.get_data(f"{_ROOT}/modules"))  # type: ignore[name-defined]
_START = 4 + int.from_bytes(_HELD[:4], "little")
_MODULES, _FILES = marshal.loads(_HELD[4:_START])
"""By a module's name where its code begins and ends, and whether it is a package; by a file's path
where it begins and ends."""


class Loader:
    """Finds and loads what is packed."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """None where there is no such module."""
        if name not in _MODULES:
            return None
        _, _, is_package = _MODULES[name]
        inside = f"{_ROOT}/{name.replace('.', '/')}"
        origin = f"{inside}/__init__.pyc" if is_package else f"{inside}.pyc"
        spec = ModuleSpec(name, Loader, origin=origin, is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations.append(inside)
        return spec

    @staticmethod
    def create_module(spec: ModuleSpec) -> None:
        """As any module."""

    @staticmethod
    def exec_module(module: type(sys)) -> None:
        """Run it."""
        start, end, _ = _MODULES[module.__spec__.name]
        exec(marshal.loads(_HELD[_START + start : _START + end]), module.__dict__)

    @staticmethod
    def get_data(path: str) -> bytes:
        """The bytes of a file that lies beside a module.

        Raises:
            FileNotFoundError: There is none.
        """
        try:
            start, end = _FILES[path.removeprefix(f"{_ROOT}/")]
        except KeyError:
            raise FileNotFoundError(path) from None
        return bytes(_HELD[_START + start : _START + end])


sys.meta_path.insert(0, Loader)
