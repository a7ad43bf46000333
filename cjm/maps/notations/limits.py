"""Limits: what Mermaid draws with its defaults, and what is left out of a text to stay within."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.i18n import Message, say, translate
from cjm.maps.notations.flowchart import flowchart_of
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.design.themes import Theme
    from cjm.maps.content.model import Diagram
    from cjm.maps.notations.labels import Flows

MOST_EDGES = 500
"""Mermaid's maxEdges: a flowchart with more is drawn as an error."""
MOST_CHARACTERS = 50_000
"""Mermaid's maxTextSize, in the code units of JavaScript."""


class Limited(NamedTuple):
    """A text for Mermaid, and what is good to know of it."""

    text: str
    note: Message | None = None


def within_limits(diagram: Diagram, flows: Flows, theme: Theme) -> Limited:
    """The flowchart of a journey without its rarest transitions, where it would be too large.

    How many are left out stands in a comment. Where the touchpoints alone are too much, nothing
    would help but a larger maxTextSize, and that is told.
    """
    arrows = diagram.arrows
    by_flow = sorted(
        range(len(arrows)), key=lambda n: (-flows[arrows[n].source, arrows[n].target], n)
    )

    def written(count: int) -> str:
        kept = tuple(arrows[n] for n in sorted(by_flow[:count]))
        note = _left_out(len(arrows) - count)
        comment = translate(note, diagram.language) if note else None
        return flowchart_of(diagram._replace(arrows=kept), flows, theme, comment)

    most = min(len(arrows), MOST_EDGES)
    text = written(most)
    if not is_long(text):
        return Limited(text, _left_out(len(arrows) - most))
    if is_long(written(0)):
        return Limited(text, too_long(text))
    fits, too_many = 0, most
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        fits, too_many = (fits, middle) if is_long(written(middle)) else (middle, too_many)
    return Limited(written(fits), _left_out(len(arrows) - fits))


def is_long(text: str) -> bool:
    """Whether a text is longer than Mermaid takes."""
    return _length(text) > MOST_CHARACTERS


def too_long(text: str) -> Message:
    """What is said of a text of which nothing can be left out."""
    return say(
        "Mermaid draws at most {most} characters, and this has {n}: raise its maxTextSize",
        most=MOST_CHARACTERS,
        n=_length(text),
    )


def _left_out(transitions: int) -> Message | None:
    if not transitions:
        return None
    return say(
        "{n} {n:transition is|transitions are} left out, the rarest: "
        "Mermaid draws at most {edges} of them, and {characters} characters",
        n=transitions,
        edges=MOST_EDGES,
        characters=MOST_CHARACTERS,
    )


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
