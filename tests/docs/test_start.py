"""The first page shows the map that its reader gets."""

from __future__ import annotations

from pathlib import Path

from tool_scripts import tool

IMAGES = Path(__file__).parents[2] / "docs/images/start"


def test_the_pictures_are_those_that_the_script_draws() -> None:
    """Byte by byte. After a change: python tools/draw_start.py."""
    kept = {path.name: path.read_bytes() for path in IMAGES.iterdir()}
    assert kept == tool("draw_start").pictures()
