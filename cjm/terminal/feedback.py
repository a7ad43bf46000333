"""Feedback: topics of reviews, their tone and where it hurts, as a page for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n import numbers, say
from cjm.terminal.columns import Column
from cjm.terminal.left_out import left_out_lines
from cjm.terminal.page import page_of
from cjm.terminal.sheet import MARGIN, Lines, kept
from cjm.terminal.signs import BAD, NONE, QUIET, STRONG
from cjm.terminal.text import cleaned, shortened, width_of
from cjm.terminal.told import MOST_ROWS, Told, right

if TYPE_CHECKING:
    from cjm.data.reviews.feedback import Feedback, ToneFigures, TopicFigures

BAR = 16
LONGEST_TITLE = 28
MOST_FORMS = 12
"""Of a word's forms; how many more there are is told."""
NEGATIVE, REST, NONE_OF_IT = "█", "▒", "░"
"""Of all reviews: those with the topic that are negative, the others with it, those without."""


def feedback_page(
    found: Feedback,
    language: str = "en",
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    forms: bool = False,
) -> str:
    """Reviews as a page: topics by pain, their forms and quotes where wanted, what is left out.

    Args:
        found: What `cjm.feedback` gives.
        language: `en` or `ru`.
        width: In terminal cells, held within 40 to 140; default: 100.
        color: Whether it has ANSI colours.
        encoding: Signs that it does not have become plainer ones.
        forms: Whether the forms are shown that each word was met in.
    """
    told = Told(language, width)
    parts = [
        _heading(found, told),
        _topics(found, told),
        _forms(found, told) if forms else [],
        _quotes(found, told),
        _touchpoints(found, told),
        left_out_lines(found.source, found.left_out, found.read, told.sheet, language),
    ]
    return page_of([part for part in parts if part], color, encoding)


def _heading(found: Feedback, told: Told) -> Lines:
    figures = found.figures
    gist = say("{reviews} {n:review|reviews} · {toned} with a tone · mean {tone}",
               reviews=told.count(figures.reviews), n=figures.reviews,
               toned=told.count(figures.toned), tone=_tone(figures.tone, told))  # fmt: skip
    lines = told.sheet.headed(told.text(say("Reviews by topic")), told.text(gist))
    facts = []
    if found.first and found.last:
        facts.append(say("reviews from {first} to {last}",
                         first=found.first.isoformat(), last=found.last.isoformat()))  # fmt: skip
    others = found.other / figures.reviews
    facts.append(say("in no topic: {count} ({share})",
                     count=told.count(found.other), share=told.share(others)))  # fmt: skip
    if found.authors is not None:
        facts.append(say("written by {count} {n:person|people}",
                         count=told.count(found.authors), n=found.authors))  # fmt: skip
    if found.repeated:
        facts.append(say("{count} {n:text|texts} that others have, too",
                         count=told.count(found.repeated), n=found.repeated))  # fmt: skip
    lines += told.sheet.listed([told.text(fact) for fact in facts], style=QUIET)
    note = {
        "rating": say("Tone, from −1 to 1, is that of the review by its rating, not of the topic."),
        "lexicon": say("Tone, from −1 to 1, is that of the review by its words, not of the topic."),
    }[found.by]
    return [*lines, *told.sheet.paragraph(Text(told.text(note), QUIET))]


def _tone(tone: float | None, told: Told) -> str:
    return NONE if tone is None else numbers.total(tone, told.marks)


def _topics(found: Feedback, told: Told) -> Lines:
    """The topic that hurts most first."""
    if not found.topics:
        return []
    shown = found.topics[:MOST_ROWS]
    figures = [topic.figures for topic in shown]
    names = [_title(topic) for topic in shown]
    reviews = found.figures.reviews
    bars = [_bar(f, reviews) for f in figures]
    columns = [
        right([told.count(f.reviews) for f in figures], told.text(say("reviews"))),
        right([told.share(topic.share) for topic in shown], ""),
        Column("", bars, 0, "left"),
        right([told.share(f.negative_share) for f in figures], told.text(say("negative"))),
        right([told.interval(f.interval) for f in figures], "95 %"),
        right([_tone(f.tone, told) for f in figures], told.text(say("tone"))),
        right([_pain(topic.pain, told) for topic in shown], told.text(say("pain")), STRONG),
    ]
    lines = told.sheet.headed(
        told.text(say("Topics")),
        told.text(say("pain: the negative tone in a topic / all reviews with a tone")),
    )
    lines += told.table(names, _fitting(columns, names, told))
    if len(found.topics) > MOST_ROWS:
        more = told.text(say("and {n} more", n=len(found.topics) - MOST_ROWS))
        lines += told.sheet.paragraph(Text(more, QUIET))
    signs = ((NEGATIVE, BAD, say("negative")), (REST, "", say("others about it")))
    legend = [Text.assemble((s, style), (kept(f" {told.text(m)}"), QUIET)) for s, style, m in signs]
    return [*lines, *told.sheet.paragraph(Text("  ").join(legend))]


def _pain(pain: float | None, told: Told) -> str:
    return NONE if pain is None else numbers.quantity(pain, told.marks, decimals=3)


def _title(topic: TopicFigures) -> str:
    return shortened(cleaned(topic.title) or topic.id, LONGEST_TITLE)


def _bar(figures: ToneFigures, reviews: int) -> Text:
    """The reviews of a topic among all, the negative ones at the left."""
    bad = round(figures.negative / reviews * BAR)
    bad = max(bad, 1) if figures.negative else 0
    rest = max(round(figures.reviews / reviews * BAR) - bad, 0)
    if figures.reviews and not bad + rest:
        rest = 1
    return Text.assemble(
        (NEGATIVE * bad, BAD), REST * rest, (NONE_OF_IT * (BAR - bad - rest), QUIET)
    )


def _fitting(columns: list[Column], names: list[str], told: Told) -> list[Column]:
    """Without the interval, then without the bars, where there is no room."""
    room = told.sheet.width - MARGIN - max(map(width_of, names))
    for dropped in (4, 2):
        if sum(column.width for column in columns) > room:
            columns = columns[:dropped] + columns[dropped + 1 :]
    return columns


def _forms(found: Feedback, told: Told) -> Lines:
    """Each word with the forms it was met in, so that one sees what it takes for a match."""
    lines = told.sheet.headed(
        told.text(say("Forms")), told.text(say("what each word matched, and how often"))
    )
    for topic in found.topics:
        lines += told.sheet.paragraph(Text(_title(topic), STRONG))
        for word, forms in topic.forms.items():
            met = [f"{cleaned(form)} {told.count(n)}" for form, n in forms.items()]
            shown = met[:MOST_FORMS]
            if len(met) > MOST_FORMS:
                shown.append(told.text(say("and {n} more", n=len(met) - MOST_FORMS)))
            text = Text(" · ".join(map(kept, shown)) or told.text(say("never")), QUIET)
            lines += told.sheet.paragraph(Text.assemble(f"{cleaned(word)}: ", text), 2 * MARGIN)
    return lines


def _quotes(found: Feedback, told: Told) -> Lines:
    """What customers wrote, where that was asked for."""
    quoted = [topic for topic in found.topics if topic.quotes]
    if not quoted:
        return []
    lines = told.sheet.headed(
        told.text(say("Quotes")), told.text(say("the worst reviews of each topic"))
    )
    for topic in quoted:
        lines += told.sheet.paragraph(Text(_title(topic), STRONG))
        for quote in topic.quotes or ():
            said = told.sheet.words.quoted.format(cleaned(quote))
            lines += told.sheet.paragraph(Text(said, "italic"), 2 * MARGIN)
    return lines


def _touchpoints(found: Feedback, told: Told) -> Lines:
    """The tone of the reviews that name a touchpoint themselves."""
    if not found.touchpoints:
        return []
    shown = list(found.touchpoints.items())[:MOST_ROWS]
    figures = [each for _, each in shown]
    columns = [
        right([told.count(f.reviews) for f in figures], told.text(say("reviews"))),
        Column("", [_bar(f, found.figures.reviews) for f in figures], 0, "left"),
        right([told.share(f.negative_share) for f in figures], told.text(say("negative"))),
        right([told.interval(f.interval) for f in figures], "95 %"),
        right([_tone(f.tone, told) for f in figures], told.text(say("tone"))),
    ]
    names = [shortened(cleaned(id), LONGEST_TITLE) for id, _ in shown]
    lines = told.sheet.headed(told.text(say("By touchpoint")), "")
    lines += told.table(names, columns)
    if len(found.touchpoints) > MOST_ROWS:
        more = told.text(say("and {n} more", n=len(found.touchpoints) - MOST_ROWS))
        lines += told.sheet.paragraph(Text(more, QUIET))
    return lines
