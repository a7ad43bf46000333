"""Written: what the author wrote beside scores and ways, by stage and touchpoint.

It is made from the data that the table of fields writes, so that no field can be left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.text import Text

from cjm.journey.metrics import comparison
from cjm.terminal.labels import label_of
from cjm.terminal.numbers import number, percentage
from cjm.terminal.sheet import MARGIN, Lines, Sheet, kept
from cjm.terminal.signs import QUIET, STRONG
from cjm.terminal.text import cleaned

if TYPE_CHECKING:
    from cjm.analysis import Analysis

HEAD = frozenset((
    "cjm", "id", "title", "description", "state", "language", "channels", "lanes", "start",
    "personas", "stages", "touchpoints", "improvements", "waivers",
))  # fmt: skip
"""What stands at the head of the page, or in a part of its own below."""
IN_THE_TABLE = frozenset(("title", "stage", "next", "outcome", "importance", "moment_of_truth"))
"""What the table of touchpoints shows already."""
NAMED = {
    "by_persona": "personas",
    "channel": "channels",
    "lifts": "touchpoints",
    "next": "touchpoints",
    "touchpoint": "touchpoints",
}
"""Fields that name something by its id, which is told by its title."""
SHARES = frozenset(("share", "probability", "below"))
LISTED = frozenset(("by_persona", "metrics", "next", "judged_by", "lifts", "links"))
"""Fields whose entries stand on lines of their own."""
WORDS = frozenset(("phase", "per", "kind", "outcome"))
"""Fields that hold a word of the format."""


def written(analysis: Analysis, sheet: Sheet) -> Lines:
    """Everything else that was written; nothing where that is nothing."""
    page = _Page(analysis, sheet)
    lines = list(page.lines())
    heading = label_of("written", sheet.words.language, {})
    return [sheet.heading(heading), *lines] if lines else []


class _Page:
    """The data of a journey, and how it is called."""

    def __init__(self, analysis: Analysis, sheet: Sheet) -> None:
        from cjm.format import encoded

        self._data = encoded(analysis.journey)
        self._sheet = sheet
        self._persona = analysis.persona
        journey = analysis.journey
        self._lanes = {lane.id: lane.title for lane in journey.lanes}
        self._names = {
            kind: {item.id: getattr(item, name) for item in getattr(journey, kind)}
            for kind, name in (
                ("stages", "title"), ("channels", "title"), ("personas", "name"),
                ("touchpoints", "title"), ("improvements", "title"),
            )
        }  # fmt: skip

    def lines(self) -> Iterator[Text]:
        whole = {key: value for key, value in self._data.items() if key not in HEAD}
        if whole.get("scale") == [0, 10]:
            del whole["scale"]
        yield from self._fields(whole, MARGIN)
        for kind in ("personas", "channels", "stages", "touchpoints", "improvements"):
            for id, part in self._parts(kind):
                if fields := list(self._fields(self._told(kind, part), 2 * MARGIN)):
                    name = cleaned(self._names[kind].get(id, id)) or id
                    yield from self._sheet.paragraph(Text(name, STRONG))
                    yield from fields
        for waiver in self._data.get("waivers", ()):
            yield from self._fields({"waivers": [waiver]}, MARGIN)

    def _parts(self, kind: str) -> list[tuple[str, dict[str, Any]]]:
        parts = self._data.get(kind, {})
        if isinstance(parts, list):
            return []
        key = "name" if kind == "personas" else "title"
        return [(id, part if isinstance(part, dict) else {key: part}) for id, part in parts.items()]

    def _told(self, kind: str, part: dict[str, Any]) -> dict[str, Any]:
        """What is not on the page already, as the persona lives it whose page it is."""
        told = {key: value for key, value in part.items() if key not in ("title", "name")}
        if kind != "touchpoints":
            return told
        own = told.pop("by_persona", {})
        if self._persona is None:
            told |= {"by_persona": own} if own else {}
        else:
            told |= own.get(self._persona, {})
        told = {key: value for key, value in told.items() if key not in IN_THE_TABLE}
        for side in ("expectation", "experience"):
            if not isinstance(told.get(side), dict):
                told.pop(side, None)
        if isinstance(told.get("channel"), str):
            del told["channel"]
        ways = {to: way for to, way in _ways(part.get("next")) if isinstance(way, dict)}
        return told | ({"next": ways} if ways else {})

    def _fields(self, data: dict[str, Any], indent: int) -> Iterator[Text]:
        for key, value in data.items():
            if key.startswith("x-") and key not in self._lanes:
                continue
            items = [self._text(value, key)]
            if isinstance(value, dict) and key in LISTED:
                items = [self._entry(id, part, key) for id, part in value.items()]
            elif key == "scenario":
                items = [self._text(step, key) for step in value]
            for item in filter(None, items):
                label = Text(kept(f"{self._label(key)}: "), QUIET)
                yield from self._sheet.paragraph(label + Text(item), indent)

    def _entry(self, id: str, part: Any, key: str) -> str:
        name = self._names.get(NAMED.get(key, ""), {}).get(id, id)
        if not isinstance(part, dict) or key not in ("metrics", "judged_by"):
            return f"{cleaned(name)} — {self._text(part, key)}"
        told = self._text({k: v for k, v in part.items() if k != "title"}, key)
        return "; ".join(
            filter(None, (f"{cleaned(part.get('title', id))} — {told}", self._met(part)))
        )

    def _met(self, metric: dict[str, Any]) -> str:
        """Whether a metric meets its target; that it is not measured yet."""
        value = metric.get("value", metric.get("after"))
        target = comparison(metric.get("target", ""))
        if target is None:
            return ""
        if value is None:
            return self._label("unmeasured")
        return self._label("met" if target.holds(value) else "missed")

    def _text(self, value: Any, key: str) -> str:
        """A value as a line."""
        words = self._sheet.words
        if isinstance(value, bool):
            return self._label(str(value).lower())
        if isinstance(value, (int, float)):
            return percentage(value, words, False) if key in SHARES else number(value, words)
        if isinstance(value, dict):
            return "; ".join(
                f"{self._label(name)} {self._text(item, name)}"
                for name, item in value.items()
                if not name.startswith("x-") or name in self._lanes
            )
        if isinstance(value, list):
            return " · ".join(self._text(item, key) for item in value)
        if value is None:
            return ""
        return self._label(value) if key in WORDS else self._named(str(value), key)

    def _named(self, text: str, key: str) -> str:
        return cleaned(self._names.get(NAMED.get(key, ""), {}).get(text, text))

    def _label(self, key: str) -> str:
        return cleaned(label_of(key, self._sheet.words.language, self._lanes))


def _ways(next: Any) -> list[tuple[str, Any]]:
    return list(next.items()) if isinstance(next, dict) else []
