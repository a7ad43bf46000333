"""Journeys that the tests of the page share, and how a page is taken apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import cjm
from cjm.journey import Customers, Journey, Persona, PersonaScores, Score, Touchpoint, Transition

ROOT = Path(__file__).parents[2]
FILES = sorted(p.name for p in (ROOT / "journeys").glob("*.yaml") if p.name != "cjm.yaml")

WORKED = Journey(
    "worked",
    (
        Touchpoint(
            "search",
            "Search",
            expectation=7,
            experience=6,
            next=(Transition("pay", 0.5), Transition("ask", 0.3)),
        ),
        Touchpoint(
            "ask",
            "Ask",
            expectation=6,
            experience=3,
            owner="support",
            next=(Transition("search", 0.5), Transition("pay", 0.5)),
        ),
        Touchpoint("pay", "Pay", expectation=8, experience=9, next=(Transition("done"),)),
        Touchpoint("done", "Done", expectation=8, experience=8, outcome="success"),
    ),
    title="The worked example",
)
"""The worked example of the specification: every figure is known by hand."""

TRAP = Journey(
    "trap",
    (
        Touchpoint(
            "order",
            expectation=7,
            experience=7,
            next=(Transition("call", 0.1), Transition("pay", 0.9)),
        ),
        Touchpoint("call", expectation=7, experience=5, next=(Transition("wait"),)),
        Touchpoint("wait", expectation=7, experience=7, next=(Transition("call"),)),
        Touchpoint("pay", expectation=7, experience=7.25),
    ),
    title="A trap",
)

UNMEASURED = Journey(
    "unmeasured",
    (
        Touchpoint("ask", "Ask", expectation=7, next=(Transition("done"),)),
        Touchpoint("done", "Done", outcome="success"),
    ),
    title="Nothing is known",
    customers=Customers(100, "day"),
)

SINGLE = Journey("single", (Touchpoint("only", "Only", expectation=5, experience=5),))

PERSONAS = Journey(
    "two",
    (
        Touchpoint(
            "meet",
            "Meet",
            expectation=6,
            experience=6,
            by_persona=(
                PersonaScores("anna", experience=9),
                PersonaScores("boris", experience=2.5),
            ),
        ),
    ),
    title="Two people",
    personas=(Persona("anna", "Anna", 0.25), Persona("boris", "Boris the Second", 0.75)),
    customers=Customers(12000, "month"),
)

HOSTILE_TITLES = (
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J",
    "[bold red]markup[/bold red] [link=file:///etc/passwd]here[/link] [/]",
    "\u202eright to left\u202c \u2066isolated\u2069 \ufeff\u200fmark",
    "line\nbreak\r\ttab\x0b\x0c\x85\u2028\u2029end",
    "日本語のとても長いタイトルがここにあってまだまだ続きます" * 3,
    "👨‍👩‍👧‍👦 family ❤️ 👍🏽 " + "👩‍" * 40,
    "e" + "\u0301" * 200,
    "W" * 500,
    "{} {0} {words} %s %(x)s \\",
    "\u0007\u200b\u00adbell",
)

HOSTILE = Journey(
    "hostile",
    tuple(
        Touchpoint(
            f"t{n}",
            title,
            stage="stage",
            channel="channel",
            expectation=7,
            experience=3 + n / 3,
            owner=title,
            moment_of_truth=True,
            next=(Transition(f"t{n + 1}"),) if n < len(HOSTILE_TITLES) - 1 else (),
        )
        for n, title in enumerate(HOSTILE_TITLES)
    ),
    title=" ".join(HOSTILE_TITLES),
    description=" ".join(HOSTILE_TITLES),
    stages=(cjm.journey.Stage("stage", HOSTILE_TITLES[0] + "S" * 200, goal=HOSTILE_TITLES[1]),),
    channels=(cjm.journey.Channel("channel", HOSTILE_TITLES[0] + HOSTILE_TITLES[4]),),
    personas=tuple(
        Persona(f"p{n}", title, 1 / len(HOSTILE_TITLES)) for n, title in enumerate(HOSTILE_TITLES)
    ),
)


def tangled_journey(count: int = 30) -> Journey:
    """Ways all over the place and scores of many digits: how its customers end is simulated."""
    points = [
        Touchpoint(
            f"t{n}",
            expectation=3 + (n * 7919 % 4999) / 997,
            experience=3 + (n * 6007 % 4999) / 997,
            next=dict.fromkeys((f"t{(n * 7 + 3) % count}", f"t{(n * 11 + 6) % count}"), 0.3),
        )
        for n in range(count)
    ]
    return Journey(id="tangled", touchpoints=points)


def long_journey(count: int = 60) -> Journey:
    """A chain with loops back and scores with thousandths."""
    points = []
    for n in range(count):
        onward = [Transition(f"t{n + 1}", 0.85)] if n < count - 1 else []
        back = [Transition(f"t{n - 3}", 0.1)] if onward and n % 4 == 3 else []
        points.append(
            Touchpoint(
                f"t{n}",
                f"Touchpoint number {n}",
                stage=f"stage-{n // 15}",
                channel="web",
                expectation=Score(3 + (n * 7919 % 5003) / 1000, n=40, sd=1.2),
                experience=3 + (n * 104729 % 5009) / 1000,
                next=tuple(onward + back),
            )
        )
    return Journey("long", tuple(points), title="A long journey")


SCALED = replace(
    WORKED,
    id="scaled",
    touchpoints=tuple(
        replace(p, expectation=Score(-1e6), experience=Score(999_999.125))
        for p in WORKED.touchpoints
    ),
    scale=(-1e6, 1e6),
)
VAST = Journey("vast", (Touchpoint("a", expectation=-1e11, experience=7e11),), scale=(-1e12, 1e12))

JOURNEYS = {
    j.id: j for j in (WORKED, TRAP, UNMEASURED, SINGLE, PERSONAS, HOSTILE, SCALED, VAST)
} | {"long": long_journey()}


def cells(line: str) -> int:
    """The width of a line by Unicode's own tables, not by the code under test."""
    width = 0
    for character in line:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
    return width


def part(page: str, heading: str) -> list[str]:
    """The lines below a heading, up to the empty line or the next heading."""
    lines = page.split("\n")
    [first] = [n for n, line in enumerate(lines) if re.match(rf"{heading} ─", line)]
    rest = lines[first + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


def line_of(page: str, heading: str, start: str) -> str:
    """The one line of a part that begins so, after its star and its rank."""
    found = [li for li in part(page, heading) if re.match(rf"[★ ]*(\d+ )?{re.escape(start)}", li)]
    assert len(found) == 1, found
    return found[0]


def figures_of(page: str, title: str) -> list[str]:
    """What the table says of a touchpoint, without its title and its bar."""
    line = line_of(page, "Touchpoints", title)
    return re.sub(r"[─━○●◉]{11,}", " ", line.removeprefix("★ ").strip().removeprefix(title)).split()
