"""Entries: how one value of what was written reads, by the field that holds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cjm.i18n.durations import duration
from cjm.i18n.metrics import STEP, aim, measured
from cjm.i18n.numbers import marked
from cjm.journey.metrics import comparison
from cjm.terminal.labels import label_of
from cjm.terminal.numbers import number, percentage
from cjm.terminal.text import cleaned
from cjm.terminal.words import Words

NAMED = {
    "by_persona": "personas",
    "channel": "channels",
    "lifts": "touchpoints",
    "next": "touchpoints",
    "touchpoint": "touchpoints",
}
"""Fields that name something by its id, which is told by its title."""
SHARES = frozenset(("share", "probability", "below"))
DURATIONS = frozenset(("duration", "wait"))
WORDS = frozenset(("phase", "per", "kind", "outcome"))
"""Fields that hold a word of the format."""

Names = Mapping[str, Mapping[str, str]]
"""Of each kind of thing, by id, what it is called."""


class Entries:
    """Values as text, in one language and with the names of one journey."""

    def __init__(self, words: Words, names: Names, lanes: Mapping[str, str]) -> None:
        self._words = words
        self._names = names
        self._lanes = lanes

    def label(self, key: str) -> str:
        """What a field, or a word of the format, is called."""
        return cleaned(label_of(key, self._words.language, self._lanes))

    def name(self, id: str, key: str) -> str:
        """What the field `key` names, by its title."""
        return cleaned(self._names.get(NAMED.get(key, ""), {}).get(id, id)) or cleaned(id)

    def items(self, value: Any, key: str) -> list[str]:
        """The lines of a field: one, or one for each of its entries."""
        if isinstance(value, dict) and key in BY_ID:
            return [BY_ID[key](self, id, part) for id, part in value.items()]
        if key == "scenario":
            return [self._step(step) for step in value]
        if key in ("expectation", "experience") and isinstance(value, dict):
            score, evidence = value.get("score"), {k: v for k, v in value.items() if k != "score"}
            return ["; ".join(filter(None, (self.text(score, key), self.text(evidence, key))))]
        return [self.text(value, key)]

    def text(self, value: Any, key: str) -> str:
        """A value as a line."""
        if isinstance(value, dict):
            told = ((name, item) for name, item in value.items() if self.is_told(name))
            return "; ".join(f"{self.label(name)} {self.text(item, name)}" for name, item in told)
        if isinstance(value, list):
            between = " → " if key == "root_cause" else " · "
            return between.join(self.text(item, key) for item in value)
        return "" if value is None else self._scalar(value, key)

    def _scalar(self, value: Any, key: str) -> str:
        if isinstance(value, bool):
            return self.label(str(value).lower())
        if isinstance(value, (int, float)):
            share = key in SHARES
            return percentage(value, self._words, False) if share else number(value, self._words)
        if key in DURATIONS:
            return duration(str(value), self._words.language, self._words.marks)
        return self.label(value) if key in WORDS else self.name(str(value), key)

    def is_told(self, key: str) -> bool:
        """Whether a key is one of the format's or has a row; others of the author's own stay so."""
        return not key.startswith("x-") or key in self._lanes

    def _metric(self, id: str, part: Any) -> str:
        """`CSAT 71%, target ≥ 90%: missed; answers 40`."""
        facts = dict(part) if isinstance(part, dict) else {"value": part}
        return self._judged(facts.pop("title", id), facts, facts.pop("value", None))

    def _judgement(self, id: str, part: Any) -> str:
        """`CSAT 30% → 15%, target ≤ 10%: missed; measured 2026-11-01`."""
        facts = dict(part or {})
        return self._judged(
            facts.pop("title", id), facts, facts.pop("after", None), facts.pop("before", None)
        )

    def _judged(
        self, title: str, facts: dict[str, Any], value: float | None, before: float | None = None
    ) -> str:
        """A metric's title, its values and its target, then whatever else is known of it."""
        marks, unit = self._words.marks, facts.pop("unit", None)
        target = comparison(facts.pop("target", ""))
        values = [v for v in (before, value) if v is not None]
        told = STEP.join(cleaned(measured(v, unit, marks, target)) for v in values)
        if before is not None and value is None:
            told += f"{STEP}…"
        text = f"{cleaned(title)} {told}".rstrip()
        if target is not None:
            text += f", {cleaned(aim(target, unit, value, self._words.language, marks))}"
        elif unit and not values:
            text += f", {cleaned(unit)}"
        return "; ".join(filter(None, (text, self.text(facts, "metrics"))))

    def _lift(self, id: str, points: Any) -> str:
        return f"{self.name(id, 'lifts')} +{number(points, self._words)}"

    def _link(self, id: str, url: Any) -> str:
        return f"{cleaned(id)} {cleaned(str(url))}"

    def way(
        self, to: str, probability: float | None, assumed: bool, label: str | None, wait: str | None
    ) -> str:
        """`Cancel 6% — could not find the car; wait 15 min`."""
        text = self.name(to, "next")
        if probability is not None:
            text += f" {marked(percentage(probability, self._words, False), assumed)}"
        if label:
            text += f" — {cleaned(label)}"
        return f"{text}; {self.label('wait')} {self.text(wait, 'wait')}" if wait else text

    def _step(self, step: dict[str, Any]) -> str:
        """`Meeting — say Good evening!; customer feels trust`."""
        rest = {key: value for key, value in step.items() if key != "step"}
        return " — ".join(filter(None, (cleaned(str(step["step"])), self.text(rest, "scenario"))))


BY_ID: Mapping[str, Callable[[Entries, str, Any], str]] = {
    "metrics": Entries._metric,
    "judged_by": Entries._judgement,
    "lifts": Entries._lift,
    "links": Entries._link,
}
"""Fields whose entries stand on lines of their own."""
