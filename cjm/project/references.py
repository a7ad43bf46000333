"""References: the ids that a journey uses must name something; each that does not is told once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from cjm.diagnostics import Beside, Diagnostic, Fix, Span
from cjm.format import Context, as_id
from cjm.format.context import Reference
from cjm.i18n import Message, say
from cjm.source import Source

TOUCHPOINT = "touchpoint"
CATALOGUES = ("persona", "channel", "stage")
"""Kinds of what a workspace may declare too."""


def resolve(context: Context, source: Source, shared: Mapping[str, Any]) -> None:
    """Report every id that names nothing: at its first place, the others related.

    `shared` is what the workspace declares, by kind.
    """
    known = {TOUCHPOINT: dict.fromkeys(context.declared.get(TOUCHPOINT, ()))}
    for kind in CATALOGUES:
        own = _own_ids(source, kind)
        others = () if kind == "persona" and isinstance(own, list) else shared[kind]
        known[kind] = dict.fromkeys([*own, *(item.id for item in others)])
    # Where nothing of a kind is declared anywhere, any id of that kind is accepted.
    undeclared = {kind for kind in CATALOGUES if not known[kind]}
    report_unknown(context, known, undeclared)


def report_unknown(
    context: Context, known: Mapping[str, Collection[str]], accepted: Collection[str] = ()
) -> None:
    """Report every id that is not among the `known` of its kind, unless that is `accepted`."""
    missing: dict[tuple[str, str], list[Reference]] = {}
    for reference in context.references:
        kind, id = reference.kind, reference.id
        if id not in known[kind] and kind not in accepted:
            missing.setdefault((kind, id), []).append(reference)
    for references in missing.values():
        context.faults.append(_unknown(references, known, context))


def _unknown(
    references: Sequence[Reference], known: Mapping[str, Iterable[str]], context: Context
) -> Diagnostic:
    """What is told of an id that names nothing, of all its places."""
    first, *others = sorted(references, key=lambda reference: reference.place.span)
    ids = list(known[first.kind])
    return Diagnostic(
        "CJM003",
        say("there is no {kind} {id!r}", kind=first.kind, id=first.id),
        first.place.span,
        first.help or _way_out(first, ids, context),
        tuple(Beside(say("here too"), other.place.span) for other in others),
        touchpoint=first.touchpoint,
        item=f"{first.kind}/{first.id}",
        fixes=first.fixes or _near(first, [other.place.span for other in others], ids, context),
    )


def _near(
    first: Reference, others: list[Span], known: list[str], context: Context
) -> tuple[Fix, ...]:
    """The near id in all places, offered: an id is somebody's choice."""
    near = None if first.help else context.nearest(first.id, known)
    if near is None or near.text is None:
        return ()
    return (Fix(near.help, first.place.span, near.text, safe=False, also=tuple(others)),)


def _way_out(reference: Reference, known: list[str], context: Context) -> Message | None:
    """The id that was probably meant; else those there are, or where to declare it."""
    kind = reference.kind
    what = say("the {kind}s here", kind=kind)
    if kind != TOUCHPOINT and not known:
        return say("declare it under {key}", key=f"{kind}s")
    if kind != TOUCHPOINT:
        what = say("declare it under {key}, or use one of these", key=f"{kind}s")
    return context.suggest(reference.id, known, what)


def _own_ids(source: Source, kind: str) -> Iterable[str]:
    """The ids of a kind that the journey itself declares."""
    assert source.root is not None
    entry = source.root.value.get(f"{kind}s")
    value = entry.node.value if entry else None
    if isinstance(value, list):
        return [as_id(node.text) for node in value if node.text]
    return value if isinstance(value, dict) else ()
