"""As in a page: a process in which what no page has cannot be imported, and its host."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from forgetting import forget

from cjm.pyodide.files import MemoryFiles
from cjm.pyodide.host import PageHost
from cjm.pyodide.packages import ABSENT
from cjm.system.graphviz import layout_program

PACKER = runpy.run_path(str(Path(__file__).parents[2] / "web/onefile/pack.py"))
SYSTEM: tuple[str, ...] = (*PACKER["OF_PROCESSES"], *PACKER["OF_TERMINALS"], "zipfile")
"""Of the standard library, what the build leaves out of the page."""


@contextmanager
def without(*names: str) -> Iterator[None]:
    """These modules cannot be imported, though they were; what they worked out is forgotten."""
    hidden = {
        module: sys.modules[module]
        for module in list(sys.modules)
        if any(module == name or module.startswith(f"{name}.") for name in names)
    }
    sys.modules.update(dict.fromkeys((*hidden, *names)))  # type: ignore[arg-type]
    forget()
    try:
        yield
    finally:
        for name in (*hidden, *names):
            sys.modules.pop(name, None)
        sys.modules.update(hidden)
        forget()


def page(texts: dict[str, str]) -> PageHost:
    """The host of a page with some texts."""
    return PageHost(MemoryFiles(texts), layout_program())


def asked(host: PageHost, name: str, /, **given: Any) -> Any:
    """What a function answers, as plain data that JSON can hold."""
    return json.loads(json.dumps(host.answer(name, given, given.get("language"))))


SCRIPT = f"""
import sys
for name in {(*ABSENT, *SYSTEM, "networkx", "graphviz")!r}:
    sys.modules[name] = None
"""
"""How a program begins that is as in a page, before it imports anything of ours."""
