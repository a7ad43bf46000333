"""Actions: what somebody can decide to do about a finding, as edits of the journey's text.

What mends a finding without a decision is among its `fixes`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from cjm.analysis import Analysis
from cjm.authoring.naming import TOUCHPOINT
from cjm.checking.waivers import NEVER_WAIVED
from cjm.diagnostics import Route
from cjm.diagnostics.findings import Finding
from cjm.edits import Edit
from cjm.edits.inserting import insert
from cjm.edits.keying import key_items
from cjm.edits.removing import remove
from cjm.edits.setting import set_value
from cjm.format.touchpoint import TOUCHPOINT as FIELDS
from cjm.i18n import Message, say
from cjm.journey import Journey, as_id, probabilities, words
from cjm.rounding import rounded
from cjm.source import Source
from cjm.tuples import NamedTuple

DAYS = 90
"""So long a waiver holds that is written or extended: a quarter."""
MOST_OWNERS = 3
"""So many people are offered as the one who is responsible."""
SHARE_DIGITS = 4
"""Digits that shares are written out with."""


class Known(NamedTuple):
    """What an action is worked out from: the text, the figures of its journey, and the day."""

    source: Source
    analysis: Analysis
    today: date

    @property
    def journey(self) -> Journey:
        """The journey of the text."""
        return self.analysis.journey


class Change(NamedTuple):
    """What could be done; `make` works out the edits, or raises UsageError where it cannot be.

    That reads the text once more, so only who wants it asks. `is_decision`: somebody has to want
    it; it mends nothing by itself.
    """

    title: Message
    make: Callable[[], tuple[Edit, ...]]
    is_decision: bool = False


def actions_for(finding: Finding, known: Known | None, source: Source) -> tuple[Change, ...]:
    """What can be done about a finding, nothing of it done yet.

    Args:
        finding: Something that is wrong in a journey.
        known: Its figures, of exactly this text; None where it has none.
        source: The tree of the text.
    """
    if source.faults:
        return ()
    changes: list[Change] = []
    if finding.code == "CJM003":
        changes += _added(finding, source)
    if known is not None:
        for codes, offer in ACTIONS:
            if finding.code in codes:
                changes += offer(finding, known)
        if not finding.code.startswith(NEVER_WAIVED):
            changes += _accepted(finding, known)
    return tuple(changes)


def _added(finding: Finding, source: Source) -> Iterator[Change]:
    """The touchpoint that is named and not there, after the one that names it."""
    kind, _, id = finding.item.partition("/")
    points = source.node(("touchpoints",))
    if kind == TOUCHPOINT and id and points is not None and isinstance(points.value, dict):
        after = finding.touchpoint if finding.touchpoint in points.value else None
        make = partial(insert, source, ("touchpoints",), id, {}, after)
        yield Change(say("add touchpoint {id}", id=id), make)


def _accepted(finding: Finding, known: Known) -> Iterator[Change]:
    """A waiver; why the finding is accepted is left to be written, and an error until then."""
    until = (known.today + timedelta(DAYS)).isoformat()
    waiver: dict[str, Any] = {"rule": finding.name}
    if finding.touchpoint is not None:
        waiver["touchpoint"] = finding.touchpoint
    waiver |= {"until": until, "reason": ""}
    title = say("accept {rule} for {n} days", rule=finding.name, n=DAYS)
    make = partial(_appended, known.source, "waivers", None, waiver)
    yield Change(title, make, is_decision=True)


def _appended(source: Source, key: str, id: str | None, value: Any) -> tuple[Edit, ...]:
    """An entry or an item at the end of what stands under a key, which is begun if need be."""
    if source.node((key,)) is None:
        return insert(source, (), key, [value] if id is None else {id: value})
    return insert(source, (key,), id, value)


def _planned(finding: Finding, known: Known) -> Iterator[Change]:
    """An improvement that would close the gap, everybody's or the worst persona's."""
    id = finding.touchpoint or ""
    gaps = [gap for _, gap in finding.personas] or [known.analysis[id].gap or 0.0]
    points = rounded(-min(gaps))
    if points > 0:
        improvement = {"lifts": {id: points}, "phase": "plan"}
        name = _free(f"improve-{id}", known.journey)
        make = partial(_appended, known.source, "improvements", name, improvement)
        yield Change(say("plan an improvement"), make, is_decision=True)


def _free(id: str, journey: Journey) -> str:
    """An id that no improvement has."""
    taken = {as_id(improvement.id) for improvement in journey.improvements}
    names = (id, *(f"{id}-{n}" for n in range(2, len(taken) + 3)))
    return next(name for name in names if as_id(name) not in taken)


def _owned(finding: Finding, known: Known) -> Iterator[Change]:
    """Somebody who is responsible for another touchpoint already."""
    owners = Counter(point.owner for point in known.journey.touchpoints if point.owner)
    for owner, _ in owners.most_common(MOST_OWNERS):
        make = partial(_field, known.source, finding.touchpoint or "", "owner", owner)
        yield Change(say("owner: {owner}", owner=owner), make, is_decision=True)


def _ended(finding: Finding, known: Known) -> Iterator[Change]:
    """How the journey ends at an exit."""
    for outcome in words.OUTCOMES:
        make = partial(_field, known.source, finding.touchpoint or "", "outcome", outcome)
        yield Change(say("write {key}", key=f"outcome: {outcome}"), make, is_decision=True)


def _field(source: Source, id: str, key: str, value: Any) -> tuple[Edit, ...]:
    """A field of a touchpoint, where the format has it among those that are there."""
    route: Route = ("touchpoints", id)
    node = source.node(route)
    there = list(node.value) if node is not None and isinstance(node.value, dict) else []
    order = list(FIELDS.fields)
    before = [name for name in there if name in order and order.index(name) < order.index(key)]
    after = max(before, key=order.index, default=None)
    return insert(source, route, key, value, after)


def _written_out(finding: Finding, known: Known) -> Iterator[Change]:
    """Every share that is assumed, as it is assumed."""
    yield Change(say("write the shares out"), partial(_all_shares, known))


def _all_shares(known: Known) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    for point in known.journey.touchpoints:
        if len(point.next) > 1 and any(way.probability is None for way in point.next):
            shares = dict(zip((w.to for w in point.next), probabilities(point.next), strict=True))
            given = {way.to for way in point.next if way.probability is not None}
            edits += _shares(known.source, ("touchpoints", point.id, "next"), shares, given)
    if known.journey.start[0].assumed and known.source.node(("start",)) is not None:
        starts = {start.touchpoint: start.share for start in known.journey.start}
        edits += _shares(known.source, ("start",), starts, set())
    return tuple(edits)


def _shares(
    source: Source, route: Route, shares: dict[str, float], given: set[str]
) -> Iterator[Edit]:
    """A share for each id of a list, or for entries that give none."""
    node = source.node(route)
    rounded_off = _rounded_off(shares, given)
    if node is None or not isinstance(node.value, dict):
        texts = [item.text or "" for item in node.value] if node is not None else []
        yield from key_items(source, route, {text: rounded_off[as_id(text)] for text in texts})
        return
    for id, share in rounded_off.items():
        if id in given:
            continue
        if isinstance(node.value[id].node.value, dict):
            yield from insert(source, (*route, id), "probability", share)
        else:
            yield from set_value(source, (*route, id), share)


def _rounded_off(shares: dict[str, float], given: set[str]) -> dict[str, float]:
    """Shares in few digits; the last one takes what the others leave, so that the sum stays."""
    total = rounded(sum(shares.values()))
    short = {id: s if id in given else round(s, SHARE_DIGITS) for id, s in shares.items()}
    last = next(id for id in reversed(short) if id not in given)
    short[last] = rounded(total - sum(share for id, share in short.items() if id != last))
    return short


def _over(finding: Finding, known: Known) -> Iterator[Change]:
    """A waiver that ended, for longer or no more."""
    route = _waiver(finding)
    until = (known.today + timedelta(DAYS)).isoformat()
    extended = partial(set_value, known.source, (*route, "until"), until)
    yield Change(say("extend by {n} days", n=DAYS), extended, is_decision=True)
    yield Change(say("delete the waiver"), partial(remove, known.source, route))


def _unused(finding: Finding, known: Known) -> Iterator[Change]:
    """A waiver that covers nothing, no more."""
    yield Change(say("delete the waiver"), partial(remove, known.source, _waiver(finding)))


def _waiver(finding: Finding) -> Route:
    return (finding.route or ())[:2]


ACTIONS: tuple[tuple[tuple[str, ...], Callable[[Finding, Known], Iterator[Change]]], ...] = (
    (("CJM102", "CJM402"), _planned),
    (("CJM401",), _owned),
    (("CJM203",), _ended),
    (("CJM305",), _written_out),
    (("CJM405",), _over),
    (("CJM406",), _unused),
)
"""What can be done about the findings of some rules, beside accepting them."""
