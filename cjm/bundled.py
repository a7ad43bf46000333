"""Files that come with cjm, beside its modules, in a folder and in a zip alike.

The loader that found the package reads them, as `importlib.resources` does; importing that takes
longer than all that a plain render reads and draws.
"""

import os
import sys
from typing import cast


def bundled(package: str, name: str) -> bytes:
    """The content of a file of a package that is imported; `name` has slashes for folders."""
    spec = sys.modules[package].__spec__
    assert spec is not None
    assert spec.submodule_search_locations
    folder = spec.submodule_search_locations[0]
    read = getattr(spec.loader, "get_data")  # noqa: B009  zipimport's and the files' have it
    return cast(bytes, read(os.path.join(folder, *name.split("/"))))
