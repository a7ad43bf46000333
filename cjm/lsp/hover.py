"""Hover: what a touchpoint, a field, a word or a rule is, at the place where it is written."""

from __future__ import annotations

from typing import Any

from cjm.authoring.naming import TOUCHPOINT
from cjm.diagnostics import Route
from cjm.format import Step
from cjm.format.record import Field
from cjm.format.texts import OneOf
from cjm.i18n import say, translate
from cjm.journey import OWN
from cjm.lsp.answers import Hover
from cjm.lsp.fields import field_at, record_of, scalars, steps_to
from cjm.lsp.figures import touchpoint_lines
from cjm.lsp.markdown import escaped
from cjm.lsp.names import Named, figures_of, known_ids, name_at
from cjm.lsp.reading import Reading
from cjm.lsp.ruling import RULED, rule_called
from cjm.rules import Rule
from cjm.rules.pages import page_in


def hover(reading: Reading, offset: int) -> Hover | None:
    """What is told of what stands at an offset of a document; None where there is nothing to tell.

    Args:
        reading: The document.
        offset: In code points.
    """
    name = name_at(reading, offset)
    if name is not None and (told := _of_name(reading, name)):
        return Hover(told, name.start, name.end)
    place = reading.tree.at(offset)
    stretch = _stretch(reading, place.route, place.key) if place else None
    if place is None or stretch is None or not stretch[0] <= offset <= stretch[1]:
        return None
    told = _of_key(reading, place.route) if place.key else _of_value(reading, place.route)
    return Hover(told, *stretch) if told else None


def _stretch(reading: Reading, route: Route, key: bool) -> tuple[int, int] | None:
    """Where a key or a scalar is in the text; None of a collection, which is many things."""
    span, node = reading.source.span(route, key), reading.source.node(route)
    if span is None or node is None or (not key and node.text is None):
        return None
    return reading.tree.place(span)


def _of_name(reading: Reading, name: Named) -> str:
    title = known_ids(reading, name.kind).get(name.id, "")
    heading = f"### {escaped(title or name.id)}"
    figures = figures_of(reading, name.id) if name.kind == TOUCHPOINT else None
    if figures is not None and reading.analysis is not None:
        lines = touchpoint_lines(reading.analysis, figures, reading.language)
        return "\n\n".join((heading, *lines))
    return f"{heading}\n\n`{name.id}`" if title else ""


def _of_key(reading: Reading, route: Route) -> str:
    record = record_of(reading)
    found = steps_to(record, route)
    key = str(route[-1])
    if len(found) == len(route):
        return described(key, field_at(record, route) or found[-1], reading.language)
    if len(found) == len(route) - 1 and key.startswith(OWN):
        return translate(say("A key of your own."), reading.language)
    if route[:2] in (("check", "options"), ("check", "severity")):
        return _of_tuning(reading, route)
    return ""


def described(key: str, field: Field | Step, language: str) -> str:
    """A field as Markdown: its key, what it may hold, what it means, and what holds without it."""
    told = [f"`{key}` · {escaped(translate(field.kind.noun, language))}"]
    doc = translate(field.doc, language)
    if field.doc != field.kind.noun:
        told.append(escaped(doc))
    default = getattr(field, "default", None)
    if default is not None:
        told.append(translate(say("without it: {default}", default=_shown(default)), language))
    return "\n\n".join(told)


def _shown(default: Any) -> str:
    from cjm.edits.writing import flow

    return f"`{flow(default)}`"


def _of_value(reading: Reading, route: Route) -> str:
    """What a word or a rule means."""
    node = reading.source.node(route)
    text = (node.text if node else None) or ""
    keys = [step for step in route if isinstance(step, str)]
    if keys and keys[-1] in RULED and (rule := rule_called(text)):
        return _of_rule(rule, reading.language)
    found = steps_to(record_of(reading), route)
    for form in scalars(found[-1].kind) if len(found) == len(route) and found else ():
        if isinstance(form, OneOf) and text in form.words:
            doc = translate(form.docs[form.words.index(text)], reading.language)
            return f"`{text}` · {escaped(doc)}"
    return ""


def _of_tuning(reading: Reading, route: Route) -> str:
    """A rule that a workspace tunes, or one of its options."""
    rule = rule_called(str(route[2])) if len(route) > 2 else None
    if rule is None or len(route) == 3:
        return _of_rule(rule, reading.language) if rule else ""
    for option in rule.options:
        if option.name == route[3]:
            doc = translate(option.doc, reading.language)
            return f"`{option.name}`\n\n{escaped(doc)}"
    return ""


def _of_rule(rule: Rule, language: str) -> str:
    """A rule's title, and what it finds."""
    page = page_in(rule, language)
    return f"### {escaped(page.title)}\n\n`{rule.code}` · `{rule.name}`\n\n{page.finds}"
