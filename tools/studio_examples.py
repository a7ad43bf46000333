"""Print what the one page offers to begin with.

The journeys of `journeys/`, each with what it comes to, and the first journey of `cjm init`.

python tools/studio_examples.py   # JSON, to be packed into the page
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import cjm
from cjm.analysis import Analysis
from cjm.analysis.gaps import gaps_of
from cjm.authoring.templates import template_text
from cjm.authoring.trades import ABOUT
from cjm.i18n import translate
from cjm.journey import Journey
from cjm.maps.content.compose import compose
from cjm.names import LANGUAGES

JOURNEYS = Path(__file__).resolve().parent.parent / "journeys"
WORKSPACE = "cjm.yaml"
SENTENCES = 2
"""Of a verdict: what the journey comes to, and what takes most. The plan is for later."""
TWIN = re.compile(r"\.en(?=\.yaml$)")


def examples() -> dict[str, Any]:
    """Plain data: the journeys and their workspace, and what a new one may begin with."""
    return {
        "workspace": _text(JOURNEYS / WORKSPACE),
        "journeys": [_example(path) for path in _paths()],
        "first": {language: _first(language) for language in LANGUAGES},
        "templates": [
            {"name": name, "about": {each: translate(about, each) for each in LANGUAGES}}
            for name, about in ABOUT.items()
        ],
    }


def _paths() -> list[Path]:
    return [path for path in sorted(JOURNEYS.glob("*.yaml")) if path.name != WORKSPACE]


def _example(path: Path) -> dict[str, Any]:
    journey = cjm.load(path)
    analysis = cjm.analyze(journey)
    return {
        "path": path.name,
        "text": _text(path),
        "title": journey.title or journey.id,
        "language": journey.language,
        "state": journey.state,
        "in_two_languages": any(_twins(path, other) for other in _paths()),
        "verdict": {language: _verdict(journey, analysis, language) for language in LANGUAGES},
        "gaps": [None if one.gap is None else round(one.gap, 2) for one in gaps_of(journey)],
    }


def _twins(path: Path, other: Path) -> bool:
    """Whether the two are one journey in two languages."""
    return path != other and TWIN.sub("", path.name) == TWIN.sub("", other.name)


def _verdict(journey: Journey, analysis: Analysis, language: str) -> list[list[str]]:
    """Its first sentences in parts: what each says, and the level whose colour it has, or ""."""
    parts: list[list[str]] = []
    ends = 0
    for told in compose(journey, analysis, language).header.verdict:
        parts.append([told.text, told.mark or ""])
        ends += told.text.endswith(".")
        if ends == SENTENCES:
            break
    return parts


def _first(language: str) -> dict[str, str]:
    """The first journey of `cjm init` by itself: there is no schema, nor a language above it."""
    lines = template_text(f"first/pizza.{language}.yaml").splitlines(keepends=True)[1:]
    at = next(n for n, line in enumerate(lines) if line.startswith("title:"))
    return {
        "path": "pizza.yaml",
        "text": "".join([*lines[: at + 1], f"language: {language}\n", *lines[at + 1 :]]),
    }


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    print(json.dumps(examples(), ensure_ascii=False, separators=(",", ":")))
