"""Feedback: what reviews are about and where it hurts, as `cjm feedback` found it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from cjm.i18n import Message, numbers, say
from cjm.i18n.figures import Share
from cjm.site.pages.result_parts import (
    Cell,
    Figure,
    Part,
    Section,
    bar,
    day,
    figure,
    left_out,
    picture,
    result_pages,
    rows_read,
    table,
    text,
    told_in,
)

if TYPE_CHECKING:
    from cjm.data.reviews.feedback import Feedback, ToneFigures
    from cjm.project.results import Result
    from cjm.site.frame import Frame, Page, Site
    from cjm.terminal.told import Told

NONE = "–"


def pages(site: Site) -> Iterator[Page]:
    """The page, where there are results of reviews."""
    yield from result_pages(site, "feedback", part_of(site))


def part_of(site: Site) -> Callable[[Result], Part]:
    """What makes a part of the page of a result."""
    return partial(_part, site.frame)


def _part(frame: Frame, result: Result) -> Part:
    from cjm.data.reviews.written import feedback_of

    found, told = feedback_of(result.data), told_in(frame.language)
    quotes = () if "quotes" in frame.leave_out else _quotes(found)
    sections = (
        _topics(found, told),
        *_frontier(found, frame.language),
        *quotes,
        *_touchpoints(found, told),
        *left_out(result.data, told),
    )
    return Part(
        _heading(found, told), list(_facts(found, result, told)), _figures(found, told), sections
    )


def _heading(found: Feedback, told: Told) -> Message:
    """What hurts most."""
    reviews = told.count(found.figures.reviews)
    worst = next(iter(found.topics), None)
    if worst is None or not worst.pain:
        return say("No topic hurts in {count} {n:review|reviews}",
                   count=reviews, n=found.figures.reviews)  # fmt: skip
    return say(
        "{topic} hurts most: {share} of {count} {n:review|reviews}, {negative} of them negative",
        topic=text(worst.title),
        share=Share(worst.share),
        count=reviews,
        n=found.figures.reviews,
        negative=Share(worst.figures.negative_share or 0.0),
    )


def _facts(found: Feedback, result: Result, told: Told) -> Iterator[Message]:
    yield rows_read(result.data, told)
    if found.first and found.last:
        yield say("reviews from {first} to {last}",
                  first=day(found.first, told), last=day(found.last, told))  # fmt: skip
    if found.authors is not None:
        yield say("written by {count} {n:person|people}",
                  count=told.count(found.authors), n=found.authors)  # fmt: skip
    if found.repeated:
        yield say("{count} {n:text|texts} that others have, too",
                  count=told.count(found.repeated), n=found.repeated)  # fmt: skip
    yield {
        "rating": say("Tone, from −1 to 1, is that of the review by its rating, not of the topic."),
        "lexicon": say("Tone, from −1 to 1, is that of the review by its words, not of the topic."),
    }[found.by]


def _figures(found: Feedback, told: Told) -> list[Figure]:
    all_of_them = found.figures
    toned = say("{n} with a tone", n=told.count(all_of_them.toned))
    return [
        Figure(say("Reviews"), told.count(all_of_them.reviews), toned),
        Figure(say("Negative"), told.share(all_of_them.negative_share), _within(all_of_them, told)),
        Figure(say("Mean tone"), _tone(all_of_them, told)),
        Figure(say("In no topic"), told.count(found.other)),
    ]


def _within(figures: ToneFigures, told: Told) -> Message | None:
    return say("95 %: {interval}", interval=told.interval(figures.interval)) if (
        figures.interval
    ) else None  # fmt: skip


def _tone(figures: ToneFigures, told: Told) -> str:
    return NONE if figures.tone is None else numbers.total(figures.tone, told.marks)


def _topics(found: Feedback, told: Told) -> Section:
    """The topic that hurts most first."""
    title = say("Topics")
    if not found.topics:
        return Section(title, say("Reviews were looked through for no topic."))
    reviews = found.figures.reviews
    rows = [
        [Cell(text(t.title) or text(t.id)), *_cells(t.figures, reviews, told),
         figure(NONE if t.pain is None else numbers.quantity(t.pain, told.marks, decimals=3), True)]
        for t in found.topics
    ]  # fmt: skip
    heads = [*_heads(say("Topic"), told), figure(told.text(say("pain")))]
    note = say("pain: the negative tone in a topic / all reviews with a tone")
    return Section(title, note, table(heads, rows), remarks=[_legend()])


def _legend() -> Message:
    return say("The first part of a bar is negative reviews, the second others about the topic.")


def _heads(first: Message, told: Told) -> list[Cell]:
    words = (
        told.text(say("reviews")),
        told.text(say("share")),
        "",
        told.text(say("negative")),
        "95 %",
    )
    return [Cell(told.text(first)), *map(figure, words), figure(told.text(say("tone")))]


def _cells(figures: ToneFigures, reviews: int, told: Told) -> list[Cell]:
    """How many of all reviews, how many of them negative, and their tone."""
    share = figures.reviews / reviews
    return [
        figure(told.count(figures.reviews)),
        figure(told.share(share)),
        bar(share, figures.negative / reviews),
        figure(told.share(figures.negative_share)),
        figure(told.interval(figures.interval)),
        figure(_tone(figures, told)),
    ]


def _frontier(found: Feedback, language: str) -> Iterator[Section]:
    """How often and how badly, as the picture of `cjm feedback` shows it."""
    from cjm.maps.content.pains import pains_of
    from cjm.maps.views.pains import draw

    pains = pains_of(found, language)
    if pains.topics:
        yield Section(say("Where it hurts"), picture=picture(draw(pains)))


def _quotes(found: Feedback) -> Iterator[Section]:
    """What customers wrote, where the result holds it."""
    quoted = [(text(t.title), list(map(text, t.quotes))) for t in found.topics if t.quotes]
    if quoted:
        yield Section(say("Quotes"), say("the worst reviews of each topic"), quotes=quoted)


def _touchpoints(found: Feedback, told: Told) -> Iterator[Section]:
    """The tone of the reviews that name a touchpoint themselves."""
    reviews = found.figures.reviews
    rows = [[Cell(id), *_cells(each, reviews, told)] for id, each in found.touchpoints.items()]
    if rows:
        yield Section(say("By touchpoint"), None, table(_heads(say("Touchpoint"), told), rows))
