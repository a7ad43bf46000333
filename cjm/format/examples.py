"""How fields of several parts are written: what is said where one has another form."""

import re
from collections.abc import Mapping

from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.journey import as_id
from cjm.source import Entry, Node
from cjm.source.lookalikes import without_unseen

FORMS = {
    "expectation": "expectation: 8",
    "experience": "experience: {score: 7, n: 120}",
    "channel": "channel: [app, phone]",
    "touchpoints": "touchpoints: {book: {title: …, expectation: 8, experience: 7}}",
    "stages": "stages: {order: …, trip: …}",
    "channels": "channels: {app: …, phone: …}",
    "personas": "personas: {anna: {name: …, share: 0.6}, boris: …}",
    "lanes": "lanes: {x-systems: …}",
    "start": "start: {site: 0.8, shop: 0.2}",
    "next": "next: {pay: 0.9, cancel: {probability: 0.1, label: …}}",
    "improvements": "improvements: {faq: {title: …, lifts: {book: 2}}}",
    "lifts": "lifts: {book: 2}",
    "judged_by": 'judged_by: {csat: {before: 71, target: ">= 90"}}',
    "metrics": 'metrics: {csat: {value: 71, target: ">= 90"}}',
    "by_persona": "by_persona: {anna: {experience: 4}}",
    "links": 'links: {ticket: "https://…"}',
    "waivers": "waivers: [{rule: negative-gap, touchpoint: book, reason: …}]",
    "scenario": "scenario: [{step: …, say: …, do: …}]",
    "paired": "paired: {n: 120, sd: 1.8}",
    "customers": "customers: {value: 900, per: month}",
    "scale": "scale: [0, 10]",
    "targets": 'targets: {nps: ">= 50"}',
    "check": "check: {ignore: [no-owner]}",
    "severity": "severity: {unmeasured: error}",
    "philosophy": "philosophy: {promise: …, feel: …, never: …}",
}
"""By the key of a journey or a workspace."""

Forms = Mapping[str, str] | None
"""The same of another file; None: of these two."""

NAMES = ("id", "name", "title", "имя", "название")
"""Keys under which items of a list say what they are."""
FEW = 3
"""So many parts of what was written stand in an example."""


def form_of(key: str | None, node: Node, forms: Forms = None) -> Message | None:
    """A line that says what stands there in the form that is wanted; the right form else."""
    if key and isinstance(node.value, list) and forms is None:
        items = [item.value for item in node.value if isinstance(item.value, dict) and item.value]
        if items and len(items) == len(node.value) and key in _KEYED:
            return say("write it so: {text}", text=f"{key}: {{{_keyed(items[0], key)}}}")
    return right_form(key, forms)


_KEYED = ("touchpoints", "stages", "channels", "personas", "improvements", "metrics", "next")


def _keyed(entries: dict[str, Entry], key: str) -> str:
    """An item of a list as an entry: what it is called is the key."""
    named = next((name for name in NAMES if name in entries and entries[name].node.text), None)
    rest = {
        without_unseen(key): _brief(entry.node) for key, entry in entries.items() if key != named
    }
    if named is None and key == "personas" and len(rest) == 1:
        ((name, share),) = rest.items()
        return f"{name}: {{share: {share}}}" if share[:1].isdigit() else f"{name}: {share}"
    if named is None:
        return ", ".join(f"{key}: {value}" for key, value in list(rest.items())[:FEW])
    name = without_unseen(entries[named].node.text or "")
    id = as_id("-".join(re.findall(r"[\w.]+", name.lower()))) or "…"
    shown = "name" if key == "personas" else "title"
    title = {} if id == name or shown in rest else {shown: _quoted(name)}
    parts = list({**title, **rest}.items())[:FEW]
    return f"{id}: {{{', '.join(f'{key}: {value}' for key, value in parts)}}}"


def _brief(node: Node) -> str:
    return "…" if node.text is None else _quoted(node.text)


def _quoted(text: str) -> str:
    seen = without_unseen(text)
    short = clipped(seen, 24)
    return f'"{short}"' if re.search(r"[^\w .%/-]", short) else short


def texts_of(key: str, node: Node) -> Message | None:
    """A mapping that was meant as texts: its lines in quotes."""
    lines = [f'"{name}: {_brief(entry.node)}"' for name, entry in list(node.value.items())[:FEW]]
    text = without_unseen(f"{key}: [{', '.join(lines)}]")
    return say("write it so: {text}", text=text)


def right_form(key: str | None, forms: Forms = None) -> Message | None:
    """A line that would be right under a key; `forms` are those of another file's keys."""
    example = (FORMS if forms is None else forms).get(key or "")
    return say("write it so: {text}", text=example) if example else None
