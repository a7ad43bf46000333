"""Header: what journey this is, and its figures at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from cjm.analysis.money import customers_of
from cjm.analysis.obstacles import OBSTACLES
from cjm.i18n import translate
from cjm.i18n.glossary import capitalized
from cjm.i18n.numbers import half_away, marked
from cjm.rounding import rounded
from cjm.terminal.bars import outcome_bar
from cjm.terminal.numbers import counted, percentage, points, worth
from cjm.terminal.sheet import MARGIN, Lines, Sheet, kept
from cjm.terminal.signs import NONE, OUTCOMES, QUIET, STRONG
from cjm.terminal.text import cleaned, width_of

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Journey
    from cjm.terminal.words import Words

WIDEST_BAR = 60
NARROW_NOTE = 20
"""A note with fewer cells than this beside its figure stands below it."""


def header(analysis: Analysis, sheet: Sheet) -> Lines:
    """The title, the facts, the description."""
    journey, words = analysis.journey, sheet.words
    title = Text(cleaned(journey.title) or cleaned(journey.id), STRONG)
    facts = [
        *([cleaned(journey.id)] if journey.id != journey.title else []),
        words.states[journey.state],
        counted(len(journey.touchpoints), words.touchpoints, words),
    ]
    if customers_of(journey, analysis.persona) is not None:
        facts.append(_customers(analysis, sheet))
    if analysis.persona is not None:
        facts.append(_persona(analysis, sheet))
    if analysis.coverage is not None and 0 < rounded(analysis.coverage) < 1:
        assumed = analysis.is_assumed("coverage")
        facts.append(words.covered.format(percentage(analysis.coverage, words, assumed)))
    lines = [*sheet.paragraph(title), *sheet.listed(facts, style=QUIET)]
    if keeping := _keeping(journey, words):
        lines += sheet.listed(keeping, style=QUIET)
    if description := cleaned(journey.description or ""):
        lines += [Text(), *sheet.paragraph(description.replace(" — ", "\u00a0— "))]
    return lines


def _keeping(journey: Journey, words: Words) -> list[str]:
    """Who keeps the map, how far it is agreed on, and of which day it is."""
    owner, status = cleaned(journey.owner or ""), cleaned(journey.status or "")
    updated = words.updated.format(journey.updated.isoformat()) if journey.updated else ""
    return [text for text in (words.owner.format(owner) if owner else "", status, updated) if text]


def _customers(analysis: Analysis, sheet: Sheet) -> str:
    """How many there are, those of the persona whose page it is, and what one brings."""
    words, customers = sheet.words, analysis.journey.customers
    count = customers_of(analysis.journey, analysis.persona)
    if customers is None or count is None:
        return ""
    text = counted(half_away(count, 0), words.customers, words)
    if customers.per:
        text += f" {words.per[customers.per]}"
    if customers.worth is not None:
        text += f", {words.each.format(worth(customers.worth, customers, words))}"
    return text


def _persona(analysis: Analysis, sheet: Sheet) -> str:
    persona = analysis.journey.persona(analysis.persona or "")
    text = sheet.words.lived_by.format(cleaned(persona.name) or cleaned(persona.id))
    if persona.share is None:
        return text
    share = percentage(persona.share, sheet.words, False)
    return f"{text} ({sheet.words.of_customers.format(share)})"


def trap_note(analysis: Analysis, sheet: Sheet) -> Lines:
    """Why figures are missing, where there is no flow."""
    words = sheet.words
    lines: Lines = []
    for trap in analysis.traps:
        ids = ", ".join(cleaned(p.id) for p in analysis.journey.touchpoints if p.id in trap)
        lines += sheet.paragraph(Text(words.trap.format(ids), "bold red"), MARGIN, "▼")
    if not lines and analysis.obstacle is not None:
        why = translate(OBSTACLES[analysis.obstacle], words.language)
        lines += sheet.paragraph(Text(f"{why[0].upper()}{why[1:]}.", "bold red"), MARGIN, "▼")
    return [*lines, *sheet.paragraph(words.trap_means)] if lines else []


def key_figures(analysis: Analysis, sheet: Sheet) -> Lines:
    """Balance, the disappointed, what is remembered, and how customers end."""
    words = sheet.words
    unhappy = analysis.disappointed
    assumed = unhappy is not None and analysis.is_assumed("disappointed")
    share = Text(NONE if unhappy is None else percentage(unhappy.share, words, assumed), STRONG)
    note = _disappointed_note(analysis, sheet)
    if analysis.on_average and not _counts_people(analysis):
        share = Text()
        side = words.below if analysis.on_average == "below" else words.not_below
        note = f"{words.on_average} {side}"
    balance_note = words.balance_note if analysis.persona is None else words.balance_note_persona
    rows = [
        (capitalized(words.balance), _sum(analysis, "balance", sheet), balance_note),
        (capitalized(words.disappointed), share, note),
        (capitalized(words.remembered), _sum(analysis, "remembered", sheet), words.remembered_note),
    ]
    label_width = width_of_labels(words)
    value_width = max(width_of(value.plain) for _, value, _ in rows)
    if analysis.unmeasured:
        rows = []
    lines: Lines = []
    for label, value, note in rows:
        start = Text(" " * MARGIN + label + " " * (label_width - width_of(label) + 2))
        value.stylize(STRONG)
        start += value + Text(" " * (value_width - width_of(value.plain) + 2))
        indent = width_of(start.plain)
        text = Text(note, QUIET)
        if sheet.width - indent < NARROW_NOTE:
            lines += [start, *sheet.paragraph(text, 2 * MARGIN)]
            continue
        first, *more = sheet.paragraph(text, indent)
        lines += [start + first[indent:], *more]
    return [*lines, *_outcomes(analysis, sheet, MARGIN + label_width + 2)]


def width_of_labels(words: Words) -> int:
    """The cells that what figures at a glance are called take."""
    return max(map(width_of, (words.balance, words.disappointed, words.remembered)))


def _sum(analysis: Analysis, name: str, sheet: Sheet) -> Text:
    """A sum of gaps of the whole, by its key."""
    value: float | None = getattr(analysis, name)
    return sheet.balance(value, value is not None and analysis.is_assumed(name))


def _counts_people(analysis: Analysis) -> bool:
    """Whether the share stands beside a number of people."""
    return analysis.journey.customers is not None and analysis.persona is None


def _disappointed_note(analysis: Analysis, sheet: Sheet) -> str:
    words, unhappy, customers = sheet.words, analysis.disappointed, analysis.journey.customers
    note = words.disappointed_note
    if unhappy is None:
        return note
    assumed = analysis.is_assumed("disappointed")
    if customers and _counts_people(analysis):
        people = half_away(unhappy.share * customers.value, 0)
        per = f" {words.per[customers.per]}" if customers.per else ""
        count = marked(counted(people, words.customers, words), assumed)
        note = f"{count}{per} {note}"
    if not unhappy.exact:
        error = points(unhappy.standard_error or 0.0, words, assumed, signed=False)
        note = f"{words.simulated.format(error)}; {note}"
    return note


def _outcomes(analysis: Analysis, sheet: Sheet, indent: int) -> Lines:
    """How customers end, as a bar and in figures."""
    words = sheet.words
    shares = {name: share for name, share in analysis.outcomes.items() if share is not None}
    label = words.outcomes.ljust(indent - MARGIN)
    if not shares:
        return [Text(" " * MARGIN + label + NONE)]
    bar = outcome_bar(shares, min(sheet.width - indent, WIDEST_BAR))
    text = Text("  ").join(
        Text.assemble(
            OUTCOMES[name],
            kept(f" {words.ends[name]} {_ending(analysis, name, share, words)}"),
        )
        for name, share in shares.items()
        if rounded(share) > 0
    )
    return [Text(" " * MARGIN + label) + bar, *sheet.paragraph(text, indent)]


def _ending(analysis: Analysis, name: str, share: float, words: Words) -> str:
    return percentage(share, words, analysis.is_assumed(f"outcomes.{name}"))
