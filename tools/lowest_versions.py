"""The lowest version of every dependency that `pyproject.toml` allows, as constraints for pip.

`make test-lowest` runs the tests on them: a range that nobody has run is a promise nobody has kept.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]


def lowest_versions(project: Path = ROOT / "pyproject.toml") -> list[str]:
    """`name==version` for every dependency of a project, those of its extras included.

    Raises ValueError for one that names no lowest version.
    """
    data = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    extras = data.get("optional-dependencies", {}).values()
    stated = [*data["dependencies"], *(line for extra in extras for line in extra)]
    required = map(Requirement, dict.fromkeys(stated))
    return [
        _lowest(each) for each in required if each.name != data.get("name")
    ]  # extras of its own


def _lowest(requirement: Requirement) -> str:
    for specifier in requirement.specifier:
        if specifier.operator in (">=", "==", "~="):
            return f"{requirement.name}=={specifier.version}"
    raise ValueError(f"{requirement} names no lowest version")


if __name__ == "__main__":
    print(*lowest_versions(), sep="\n")
