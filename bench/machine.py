"""Where a benchmark runs: versions, the machine, and whether bytecode is there."""

from __future__ import annotations

import compileall
import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import cache_from_source
from pathlib import Path

import cjm

PACKAGES = ("click", "PyYAML", "networkx", "numpy", "scipy", "yamllint", "check-jsonschema")
CODE = Path(cjm.__file__).parent


def require_bytecode() -> None:
    """Compile the package, and end where that leaves no bytecode: every run would compile anew.

    An editable install whose first run was told not to write bytecode never has any.
    """
    compileall.compile_dir(CODE, quiet=2)
    missing = [f for f in CODE.rglob("*.py") if not os.path.exists(cache_from_source(str(f)))]
    if missing:
        sys.exit(f"bench: {len(missing)} modules have no bytecode (can {CODE} be written?)")


def describe() -> None:
    """Print the machine, its load, and the version of all that is measured."""
    print(f"{_processor()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print(f"{platform.platform()}, Python {platform.python_version()}, cjm {cjm.__version__}")
    print(", ".join(f"{name} {_version(name)}" for name in PACKAGES))
    for program, flag in (("dot", "-V"), ("mmdc", "--version")):
        print(_program(program, flag))
    print()


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _program(name: str, flag: str) -> str:
    path = shutil.which(name)
    if path is None:
        return f"{name}: missing, not compared"
    done = subprocess.run([path, flag], capture_output=True, text=True, check=False)
    return f"{name}: {(done.stdout or done.stderr).strip().splitlines()[0]}"
