"""Maps are drawn with nothing but Python, YAML and a layout: what a page in a browser has."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import cjm
from cjm.maps import render
from cjm.system.graphviz import layout_program

ROOT = Path(__file__).parents[2]
FORBIDDEN = (
    "numpy",
    "scipy",
    "networkx",
    "subprocess",
    "click",
    "reportlab",
    "resvg_py",
    "PIL",
    "graphviz",
)
DRAWN = """\
import hashlib, json, sys

class Forbidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in %r:
            raise ImportError(f"{name} is not here")

sys.meta_path.insert(0, Forbidden())
import cjm

asked = json.load(sys.stdin)
for file in asked["files"]:
    journey = cjm.load(file)
    for view in ("graph", "map"):
        drawn = cjm.render(journey, view=view, layout=asked["layouts"].__getitem__)
        print(file, view, hashlib.sha256(drawn).hexdigest())
"""


def test_every_example_is_drawn_without_any_library_and_byte_by_byte_the_same() -> None:
    """With the answers of the engine at hand, in a process that cannot import what is forbidden."""
    files = [str(f) for f in sorted(ROOT.glob("journeys/*.yaml")) if f.name != "cjm.yaml"]
    layouts: dict[str, str] = {}

    def layout(dot: str) -> str:
        layouts[dot] = layout_program()(dot)
        return layouts[dot]

    expected = []
    for file in files:
        journey = cjm.load(file)
        for view in ("graph", "map"):
            digest = hashlib.sha256(render(journey, view=view, layout=layout)).hexdigest()
            expected.append(f"{file} {view} {digest}")
    assert len(layouts) > 10
    done = subprocess.run(
        [sys.executable, "-c", DRAWN % (FORBIDDEN,)],
        input=json.dumps({"files": files, "layouts": layouts}),
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == expected
