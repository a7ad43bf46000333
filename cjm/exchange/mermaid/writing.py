"""A journey as Mermaid: what `cjm render` writes, and what of it that leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from cjm.exchange.imported import Asked, Exported, Given, Lost
from cjm.exchange.lost import Kept, lost_fields
from cjm.i18n import say
from cjm.maps.look import Look
from cjm.maps.notations.labels import TITLE_LINES, TITLE_SIZE, TITLE_WIDTH
from cjm.maps.notations.userjourney import LONGEST
from cjm.maps.render import drawn
from cjm.maps.scene.text import cleaned, shortened, wrapped

_ALWAYS = ("cjm", "id", "title", "language", "stages", "touchpoints")
_FLOWCHART = Kept(
    journey=(*_ALWAYS, "start"),
    touchpoint=("title", "stage", "expectation", "experience", "next", "outcome"),
)
_USER_JOURNEY = Kept(
    journey=(*_ALWAYS, "personas", "scale"),
    touchpoint=("title", "stage", "experience", "by_persona"),
    by_persona=("experience",),
)


def write_flowchart(given: Given, asked: Asked) -> Exported:
    """The journey as a flowchart."""
    made = drawn(given.journey, Look(), "mermaid")
    lost = lost_fields(given, say("a flowchart has no place for it"), _FLOWCHART)
    widths = (TITLE_WIDTH,) * TITLE_LINES
    ends = _lost_ends(given, lambda title: wrapped(title, widths, TITLE_SIZE, bold=True)[-1:])
    return Exported(made.content, (*lost, *ends), (made.note,) if made.note else ())


def write_user_journey(given: Given, asked: Asked) -> Exported:
    """The journey as a user journey: experience brought to 1 … 5, one task after the other."""
    made = drawn(given.journey, Look(view="map"), "mermaid")
    lost = [*lost_fields(given, say("a user journey has no place for it"), _USER_JOURNEY)]
    note = say("experience is brought to whole numbers from 1 to 5")
    notes = (note, made.note) if made.note else (note,)
    ends = _lost_ends(given, lambda title: (shortened(title, LONGEST, TITLE_SIZE),))
    return Exported(made.content, (*_but_the_order(lost, given), *ends), notes)


def _lost_ends(given: Given, shown: Callable[[str], tuple[str, ...]]) -> Iterator[Lost]:
    """The ends of titles that are too long for a label; `shown` gives what is last of one."""
    for point in given.journey.touchpoints:
        title = cleaned(point.title or "")
        last = "".join(shown(title))
        if last.endswith("…") and not title.endswith("…"):
            span = given.source.span(("touchpoints", point.id, "title"))
            what = say("the end of the title of {id}", id=point.id)
            yield Lost(span and span.line, None, what, say("a label is shorter"))


def _but_the_order(lost: list[Lost], given: Given) -> Iterator[Lost]:
    """What is lost but for `next` where it names the following touchpoint: tasks follow so, too."""
    points = given.journey.touchpoints
    following = {
        say("{field} of {id}", field="next", id=point.id)
        for point, after in pairwise(points)
        if [way.to for way in point.next] == [after.id]
        and point.next[0].label is None
        and point.next[0].wait is None
        and point.next[0].probability in (None, 1)
    }
    return (part for part in lost if part.what not in following)
