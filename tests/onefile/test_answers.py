"""What the page draws, counts and finds is what the command line draws, counts and finds."""

from __future__ import annotations

import json
import math
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from in_page import asked, page
from one_file import ASK, LISTEN, PAGE, PATIENCE_MS, READY, needs_build

import cjm
from cjm.pyodide.files import MemoryFiles
from cjm.studio.surroundings import assessed

pytestmark = needs_build
JOURNEYS = Path(__file__).parents[2] / "journeys"
TEXTS = {path.name: path.read_text("utf-8") for path in sorted(JOURNEYS.glob("*.yaml"))}
NAMES = [name for name in TEXTS if name != "cjm.yaml"]
CLOSE = 1e-9

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def ask(browser: Any, one_file: Path) -> Iterator[Ask]:
    """Python's functions in one page, which has all example journeys."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(f"({LISTEN})()")
    page.goto((one_file / PAGE).as_uri())
    page.evaluate(READY, 0)
    ids = count(1_000_000)

    def ask(name: str, /, **given: Any) -> Any:
        return json.loads(page.evaluate(ASK, [name, given, next(ids)]))

    for path, text in TEXTS.items():
        ask("put", put=path, text=text)
    yield ask
    page.close()


@pytest.mark.parametrize("view", ["graph", "map"])
def test_pictures_are_those_of_the_command_line(ask: Ask, view: str):
    """Byte for byte, of every example."""
    for name in NAMES:
        drawn = ask("picture", file=name, text=TEXTS[name], view=view, theme="light")
        assert drawn.get("svg") == cjm.render(JOURNEYS / name, view=view).decode(), (name, drawn)


def test_figures_are_those_of_the_command_line(ask: Ask):
    """To the ninth digit, without NumPy; what is not worked out is said, and is not there."""
    files = MemoryFiles(TEXTS)
    for name in NAMES:
        there = ask("assess", file=name, text=TEXTS[name])
        unsolved = there.pop("not_worked_out")
        here = assessed(TEXTS[name], files.surroundings(name)).to_dict()
        differing = list(differences(there, json.loads(json.dumps(here))))
        assert differing == [] or unsolved, (name, differing[:5])


def test_findings_are_those_of_cjm_check(ask: Ask):
    """In the same words at the same places; fewer only where something is not worked out."""
    report = cjm.check([JOURNEYS], today=date.today())
    for name in NAMES:
        there = ask("assess", file=name, text=TEXTS[name])
        found = {(one["code"], one["line"], one["message"]) for one in there["findings"]}
        files = [one for one in report.findings if Path(one.file).name == name]
        known = {(one.code, one.span and one.span.line, str(one.message)) for one in files}
        assert found == known or (there["not_worked_out"] and found < known), name


CAFE = "fresh-cafe.yaml"
TABLE = "touchpoint,expectation,experience\nЗаказ,8,6\nОплата,7,7\n"
OTHERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("templates", {"language": "ru"}),
    ("findings", {"file": "cjm.yaml", "text": "cjm: 1\nlanguage: xx\n", "language": "en"}),
    ("complete", {"file": CAFE, "text": "cjm: 1\nid: a\nst", "offset": 15, "language": "ru"}),
    ("hover", {"file": CAFE, "text": "cjm: 1\nid: a\nscale: [0, 10]\n", "offset": 15}),
    *(
        ("convert_out", {"file": CAFE, "text": TEXTS[CAFE], "format": form})
        for form in ("csv", "tsv", "json", "mermaid", "mermaid-journey")
    ),
    *(
        ("convert_in", {"name": "a.csv", "content_base64": b64encode(TABLE.encode(code)).decode()})
        for code in ("utf-8", "cp1251", "utf-16")
    ),
)


@pytest.mark.parametrize(("name", "given"), OTHERS)
def test_what_else_is_asked_is_answered_as_everywhere(ask: Ask, name: str, given: dict[str, Any]):
    """The page's Python has all that these want, and says the same as any other Python."""
    assert ask(name, **given) == asked(page(TEXTS), name, **given)


def test_a_file_that_the_page_has_no_more_is_gone(ask: Ask):
    """Taken away by the page, it is in no list."""
    ask("put", put="gone.yaml", text=TEXTS[NAMES[0]])
    assert "gone.yaml" in [one["file"] for one in ask("list")]
    ask("put", put="gone.yaml", text=None)
    assert sorted(one["file"] for one in ask("list")) == NAMES


def differences(there: Any, here: Any, where: str = "") -> Iterator[str]:
    """Where two answers differ by more than the last digits of a number."""
    if isinstance(there, dict) and isinstance(here, dict):
        for key in {*there, *here}:
            yield from differences(there.get(key), here.get(key), f"{where}.{key}")
    elif isinstance(there, list) and isinstance(here, list) and len(there) == len(here):
        for nth, pair in enumerate(zip(there, here, strict=True)):
            yield from differences(*pair, f"{where}[{nth}]")
    elif isinstance(there, float) and isinstance(here, float | int):
        if not math.isclose(there, here, rel_tol=CLOSE, abs_tol=CLOSE):
            yield f"{where}: {there} and {here}"
    elif there != here:
        yield f"{where}: {there!r} and {here!r}"
