"""Fields of a difference: all that is said otherwise beside scores and transitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cjm.i18n import Message, say, translate
from cjm.i18n.metrics import STEP, aim, measured
from cjm.i18n.numbers import score
from cjm.journey.metrics import Metric, comparison
from cjm.terminal.entries import Entries
from cjm.terminal.sheet import Lines, Sheet
from cjm.terminal.signs import NONE
from cjm.terminal.text import LONGEST_TITLE, cleaned, shortened

if TYPE_CHECKING:
    from cjm.compare.changes import FieldChange, PartChange
    from cjm.compare.journeys import JourneyDifference
    from cjm.compare.touchpoints import TouchpointDifference

VALUES = (
    "stage", "channel", "owner", "status", "updated", "language", "duration", "outcome",
    "importance", "moment_of_truth", "tolerance", "id", "goal", "cost", "phase", "due", "share",
    "kind", "value", "target", "unit", "n", "measured",
)  # fmt: skip
"""Fields whose values are told where they are short: of others that they changed."""
SHORT = 40
"""Characters of a value that is told."""
CATALOGUES: tuple[tuple[str, Message], ...] = (
    ("improvements", say("Improvements")),
    ("personas", say("Personas")),
    ("stages", say("Stages")),
    ("channels", say("Channels")),
    ("lanes", say("Rows")),
)
CHANGES = ("removed", "added", "changed")


def named_change(change: str, ids: Iterable[str]) -> Message:
    """Names of what is gone, new or changed."""
    names = ", ".join(map(cleaned, ids))
    if change == "removed":
        return say("gone {names}", names=names)
    return (
        say("new {names}", names=names)
        if change == "added"
        else say("changed {names}", names=names)
    )


def other_lines(journey: JourneyDifference, sheet: Sheet) -> Lines:
    """What else differs, a line a touchpoint, then catalogues and the journey itself."""
    fields = _Fields(journey, sheet)
    told = [
        *filter(None, map(fields.touchpoint, journey.touchpoints)),
        *fields.order(),
        *fields.catalogues(),
        *fields.of_journey(),
    ]
    if not told:
        return []
    heading = translate(say("Other"), sheet.words.language)
    lines = [sheet.heading(heading)]
    for text in told:
        lines += sheet.paragraph(text)
    return lines


class _Fields:
    """What differs, in sentences of one language."""

    def __init__(self, journey: JourneyDifference, sheet: Sheet) -> None:
        self._journey = journey
        self._language = sheet.words.language
        self._marks = sheet.words.marks
        lanes = {lane.id: lane.title for lane in journey.b.lanes}
        self._entries = Entries(sheet.words, {}, lanes)

    def _said(self, message: Message) -> str:
        return translate(message, self._language)

    def touchpoint(self, point: TouchpointDifference) -> str:
        """What else differs of a touchpoint; nothing where that is nothing."""
        shown = point.is_better or point.is_worse
        left = [f for f in point.fields if f.field != "title" or not (shown or point.is_renamed)]
        scores = [f for f in left if f.field in ("expectation", "experience")]
        rest = [f for f in left if f not in scores]
        told = [text for f in scores if (text := self._score(point, f.field, shown))]
        told += self._fields(rest)
        title = cleaned(point.titles[1] or point.id)
        return f"{title}: {'; '.join(told)}" if told else ""

    def _score(self, point: TouchpointDifference, name: str, shown: bool) -> str:
        """A score that stands in no row above, or of which only the evidence differs."""
        before, after = getattr(point.whole, name)
        if before == after:
            return self._said(say("evidence of {field}", field=self._entries.label(name)))
        if shown:
            return ""
        sides = (
            NONE if value is None else score(value, self._marks, point.digits)
            for value in (before, after)
        )
        return f"{self._entries.label(name)} {STEP.join(sides)}"

    def _fields(self, fields: Iterable[FieldChange]) -> list[str]:
        """Short values, then metrics, then what is gone, new and changed by its key."""
        values, metrics, keys = [], [], []
        for field in fields:
            if field.field == "metrics":
                metrics += [*self._metrics(field.before or {}, field.after or {})]
            elif field.field in ("title", "name"):
                values.append(f"{self._entries.label(field.field)} {self._quoted(field)}")
            elif field.field in VALUES and _is_short(field.before) and _is_short(field.after):
                values.append(f"{self._entries.label(field.field)} {self._values(field)}")
            else:
                keys.append((field.change, field.field))
        return [*values, *metrics, *self._named(keys)]

    def _named(self, keys: Sequence[tuple[str, str]]) -> Iterator[str]:
        for change in CHANGES:
            if found := [key for how, key in keys if how == change]:
                yield self._said(named_change(change, found))

    def _quoted(self, field: FieldChange) -> str:
        texts = (cleaned(str(value or "")) for value in (field.before, field.after))
        return STEP.join(
            self._said(say("“{title}”", title=shortened(text, LONGEST_TITLE))) for text in texts
        )

    def _values(self, field: FieldChange) -> str:
        sides = (self._value(field.field, value) for value in (field.before, field.after))
        return STEP.join(sides)

    def _value(self, key: str, value: Any) -> str:
        if value is None:
            return NONE
        if isinstance(value, list):
            return ", ".join(self._entries.text(item, key) for item in value)
        return self._entries.text(value, key)

    def _metrics(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
        """`waiting_time 12 → 4 min (target ≤ 5 min: met)`."""
        for id in dict.fromkeys([*after, *before]):
            was, now = (_metric(side[id]) if id in side else None for side in (before, after))
            if was == now:
                continue
            there = now or was or {}
            sides = [None if side is None else side.get("value") for side in (was, now)]
            told = [self._measured(value, there) for value in sides]
            values = told[:1] if told[0] == told[1] else told
            aimed = ""
            if goal := comparison(str(there.get("target"))):
                aimed = aim(goal, there.get("unit"), sides[1], self._language, self._marks)
            yield cleaned(f"{id} {STEP.join(values)}{f' ({aimed})' if aimed else ''}")

    def _measured(self, value: Any, metric: Mapping[str, Any]) -> str:
        return NONE if value is None else measured(value, metric.get("unit"), self._marks)

    def order(self) -> Iterator[str]:
        """Touchpoints that stand at another place."""
        if away := [point for point in self._journey.touchpoints if point.moved]:
            names = ", ".join(cleaned(point.titles[1] or point.id) for point in away)
            yield self._said(say("Order: moved {names}", names=names))

    def catalogues(self) -> Iterator[str]:
        """Entries that are new, gone, moved or changed; a metric by its value."""
        for key, title in CATALOGUES:
            parts = self._journey.catalogues[key]
            if key == "channels":  # new and gone ones are told where touchpoints use them
                parts = tuple(part for part in parts if part.change == "changed")
            if told := [*self._parts(parts)]:
                yield f"{self._said(title)}: {'; '.join(told)}"
        metrics = self._journey.catalogues["metrics"]
        if metrics:
            sides = [
                {metric.id: metric for metric in state.metrics}
                for state in (self._journey.a, self._journey.b)
            ]
            told = [
                *self._metrics(
                    *(
                        {m.id: _plain(side.get(m.id)) for m in metrics if m.id in side}
                        for side in sides
                    )
                )
            ]
            yield f"{self._said(say('Metrics'))}: {'; '.join(told)}"

    def _parts(self, parts: Iterable[PartChange]) -> Iterator[str]:
        for change in CHANGES[:2]:
            if found := [part.id for part in parts if part.change == change]:
                yield self._said(named_change(change, found))
        if found := [cleaned(part.id) for part in parts if part.moved]:
            yield self._said(say("moved {names}", names=", ".join(found)))
        for part in parts:
            if part.change == "changed":
                yield f"{cleaned(part.id)} ({', '.join(self._fields(part.fields))})"

    def of_journey(self) -> Iterator[str]:
        """What the journey says of itself."""
        fields = [field for field in self._journey.fields if field.field != "description"]
        if told := self._fields(fields):
            yield f"{self._said(say('Journey'))}: {'; '.join(told)}"
        if len(fields) < len(self._journey.fields):
            yield self._said(say("Description changed"))


def _is_short(value: Any) -> bool:
    return not isinstance(value, dict) and len(str(value)) <= SHORT


def _metric(data: Any) -> Mapping[str, Any]:
    return data if isinstance(data, dict) else {"value": data}


def _plain(metric: Metric | None) -> Mapping[str, Any]:
    """A metric as its file has it, as far as it is told here."""
    if metric is None:
        return {}
    target = metric.target and str(metric.target)
    told = {"value": metric.value, "unit": metric.unit, "target": target, "n": metric.n}
    return {**told, "title": metric.title, "measured": metric.measured}
