"""What the example journeys are worked out without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path

import cjm

files = [p for p in sorted(Path("journeys").glob("*.yaml")) if p.name != "cjm.yaml"]
files += sorted(Path("docs/examples").glob("*.yaml"))
cjm.check(files)
for file in files:
    journey = cjm.load(file)
    assert len(journey.touchpoints) <= 40
    cjm.show(journey)
    cjm.render(journey)
    cjm.render(journey, view="map")
    cjm.analyze(journey).to_dict()
print(len(files), sorted({"numpy", "scipy", "networkx"} & set(sys.modules)))
"""


def test_no_example_needs_a_library_of_numbers_or_graphs() -> None:
    """Checked, shown, drawn in both views and written as JSON without NumPy, SciPy, networkx."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    count, loaded = done.stdout.split(" ", 1)
    assert int(count) >= 15
    assert loaded.strip() == "[]"
