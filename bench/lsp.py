"""How long an editor waits for `cjm lsp`: its start, findings after a key, completion, hover."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.corpus import journey
from bench.measure import verdict
from tests.helpers.editor import Editor

STARTS = 7
KEYS = 15
SECOND = 20
"""Keys typed in a second."""
FINDINGS = {40: 0.015, 1_000: 0.150}
"""Touchpoints, and the seconds after a key at which findings are there, the pause left out."""
ANSWER = 0.030
START = 0.6
DIGIT = "experience: {score: "


class Waited(NamedTuple):
    """Seconds on the client's clock, and of the server's processor."""

    wall: float
    cpu: float


class Document:
    """A journey open in an editor; each `key` writes another digit of a score in its middle.

    No two of the first 256 keys leave the same scores, so that none is answered from memory.
    """

    def __init__(self, folder: Path, touchpoints: int, loops: bool) -> None:
        self.text = journey(0, touchpoints, loops)
        self.rest = touchpoints / 1_000
        self.uri = (folder / f"journey-{touchpoints}.yaml").as_uri()
        self.editor = Editor(folder)
        self.editor.initialize(rootUri=folder.as_uri())
        self.editor.open(self.uri, self.text)
        self.editor.findings(self.uri)
        self.version = 1
        lines = self.text.splitlines()
        middle = f"  point-{touchpoints // 2}:"
        after = (n for n in range(lines.index(middle), len(lines)) if DIGIT in lines[n])
        self.places = [(n, lines[n].index(DIGIT) + len(DIGIT)) for n in islice(after, 4)]
        self.digits = [0] * len(self.places)
        self.line, self.column = self.places[0]

    def key(self) -> None:
        """Type one digit over another: the first score's, each fourth time the next one's."""
        self.version += 1
        nth = next((n for n in range(3) if self.version % 4 ** (n + 1)), 3)
        self.digits[nth] = (self.digits[nth] + 1) % 4
        self.line, self.column = self.places[nth]
        start = {"line": self.line, "character": self.column}
        end = {"line": self.line, "character": self.column + 1}
        text = str(5 + self.digits[nth])
        self.editor.change(
            self.uri, self.version, {"range": {"start": start, "end": end}, "text": text}
        )

    def findings(self) -> None:
        """Type a key and wait for what is found; saving asks for it without a pause."""
        self.key()
        self.editor.notify("textDocument/didSave", textDocument={"uri": self.uri})
        self.editor.findings(self.uri, self.version)

    def ask(self, method: str) -> Callable[[], None]:
        """Type a key and ask at its place at once."""

        def asked() -> None:
            self.key()
            place = {"line": self.line, "character": self.column}
            self.editor.ask(method, textDocument={"uri": self.uri}, position=place)

        return asked


def main(folder: Path) -> None:
    """Every figure beside its goal; medians."""
    print(f"the language server, median of {KEYS} keys and of {STARTS} starts")
    print(f"  {'wall ms':>8} {'cpu ms':>8} {'goal':>6}")
    _tell("start to the first answer", _start(folder), START)
    for touchpoints, goal in FINDINGS.items():
        for loops in (False, True):
            document = Document(folder, touchpoints, loops)
            kind = "with loops and findings" if loops else "without"
            told = f"findings after a key, {touchpoints} touchpoints, {kind}"
            _tell(told, _waited(document, document.findings), goal)
            if not loops:
                document.editor.end()
        if touchpoints == min(FINDINGS):
            for name in ("completion", "hover"):
                asked = document.ask(f"textDocument/{name}")
                _tell(f"{name}, {touchpoints} touchpoints", _waited(document, asked), ANSWER)
            _typed(document)
        document.editor.end()
    print()


def _start(folder: Path) -> Waited:
    waits = []
    for _ in range(STARTS):
        began = time.perf_counter()
        editor = Editor(folder)
        editor.initialize()
        waits.append(Waited(time.perf_counter() - began, _processor(editor.pid)))
        editor.end()
    return _median(waits)


def _waited(document: Document, act: Callable[[], None]) -> Waited:
    waits = []
    for _ in range(KEYS):
        time.sleep(document.rest)  # whatever the last key left to do is done
        used, began = _processor(document.editor.pid), time.perf_counter()
        act()
        wall = time.perf_counter() - began
        waits.append(Waited(wall, _processor(document.editor.pid) - used))
    return _median(waits)


def _median(waits: list[Waited]) -> Waited:
    return Waited(*map(statistics.median, zip(*waits, strict=True)))


def _typed(document: Document) -> None:
    """Many keys in a second: how often is published before the last one's findings."""
    time.sleep(0.5)
    before = len(document.editor.seen)
    for _ in range(SECOND):
        document.key()
        time.sleep(1 / SECOND)
    began = time.perf_counter()
    document.editor.findings(document.uri, document.version)
    waited = 1000 * (time.perf_counter() - began)
    reports = len(document.editor.seen) - before
    told = f"{reports} reports, the last {waited:.0f} ms after the last key"
    print(f"  {SECOND} keys in a second: {told}")


def _processor(pid: int) -> float:
    """Seconds of processor time that a process has used; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _tell(name: str, waited: Waited, goal: float) -> None:
    wall, cpu = (1000 * each for each in waited)
    held = verdict(waited.wall, goal)
    print(f"  {wall:8.1f} {cpu:8.1f} {1000 * goal:6.0f}  {held}  {name}")
