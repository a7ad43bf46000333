"""Texts that mean something to DOT, Mermaid, Markdown or a browser, and a journey of them."""

from __future__ import annotations

from cjm.journey import Journey, Persona, Stage, Touchpoint, Transition
from cjm.testing import HOSTILE

TRAPS = (
    "end", "o", "x", "title here", "section 5", "journey", "accTitle: x", "%%{init: {}}%%",
    "1. first", "- second", "+ plus", "2) two", "---", "a; b # c, d: e", "style:x#35;y;",
    "```x```", "*b* _i_ ~s~", "$$x$$", "fa:fa-ban", "click me", "http://x.y/z?a=b#c", "\\n\\N\\",
    "&lt;b&gt; &amp; #9829;", "a|b", "<b>bold</b>", "javascript:alert(1)", "subgraph", "graph",
    '"]; click t_a href "javascript:alert(1)"', '" URL="javascript:alert(1)', "<a href=\"x\">y</a>",
    *HOSTILE,
)  # fmt: skip


def traps() -> Journey:
    """Every trap as a touchpoint's title, some as stages, personas and words on transitions."""
    last = len(TRAPS) - 1
    return Journey(
        "node",
        tuple(
            Touchpoint(
                ("end", "graph", "a.b-c", "итог")[i] if i < 4 else f"o{i}",
                text,
                stage=f"s{i // 10}",
                expectation=5,  # type: ignore[arg-type]
                experience=i % 10,  # type: ignore[arg-type]
                links={"trap": f"https://example.org/{text}", "safe": f"http://a.b/?x={i};#y;"},
                next=(Transition(_id(i + 1), 0.5, text[:14]),) if i < last else (),
            )
            for i, text in enumerate(TRAPS)
        ),
        title=" ".join(TRAPS[:31]),
        stages=tuple(Stage(f"s{i}", TRAPS[i * 7]) for i in range(last // 10 + 1)),
        personas=tuple(Persona(f"p{i}", text) for i, text in enumerate(TRAPS) if i % 3),
    )


def _id(i: int) -> str:
    return ("end", "graph", "a.b-c", "итог")[i] if i < 4 else f"o{i}"
