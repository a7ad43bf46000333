"""How fields of several parts are written: what is said where one has another form."""

from cjm.i18n import Message, say

FORMS = {
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
"""By the key."""


def right_form(key: str | None) -> Message | None:
    """A line that would be right under a key."""
    example = FORMS.get(key or "")
    return say("write it so: {text}", text=example) if example else None
