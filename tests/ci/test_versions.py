"""What `pyproject.toml` promises about versions is a range that the tests are run on."""

from __future__ import annotations

import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from tool_scripts import tool

ROOT = Path(__file__).parents[2]
lowest_versions = tool("lowest_versions").lowest_versions
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DEPENDENCIES = [Requirement(line) for line in PROJECT["dependencies"]]


def test_every_dependency_has_a_lowest_version():
    """The constraints of `make test-lowest` name each dependency once."""
    named = [line.partition("==")[0] for line in lowest_versions()]
    assert len(named) == len(set(named)) > 5
    assert {dependency.name for dependency in DEPENDENCIES} <= set(named)


def test_a_dependency_without_a_lowest_version_is_refused(tmp_path):
    """The range of `click<9` has no lower end that could be run; extras count too."""
    project = tmp_path / "pyproject.toml"
    project.write_text(
        '[project]\ndependencies = ["a>=1.5,<2"]\n[project.optional-dependencies]\nx = ["b~=3.1"]\n'
    )
    assert lowest_versions(project) == ["a==1.5", "b==3.1"]
    project.write_text('[project]\ndependencies = ["click<9"]\n')
    with pytest.raises(ValueError, match="click<9 names no lowest version"):
        lowest_versions(project)


@pytest.mark.parametrize("dependency", DEPENDENCIES, ids=lambda d: d.name)
def test_what_is_installed_is_within_the_declared_range(dependency):
    """The pinned versions, and the lowest ones under `make test-lowest`, are allowed ones."""
    assert version(dependency.name) in dependency.specifier
