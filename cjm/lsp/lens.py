"""Lens: the journey's key figures above its first line; a click draws it."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.analysis import Analysis
from cjm.i18n import Message, say, translate
from cjm.i18n.figures import Share, Total
from cjm.lsp.answers import PREVIEW, Lens
from cjm.lsp.reading import Reading

BETWEEN = " · "


def lenses(reading: Reading) -> tuple[Lens, ...]:
    """One line above a journey; of a broken text the figures of the last good version."""
    if reading.kind != "journey" or reading.analysis is None or not reading.settings.code_lens:
        return ()
    told = [translate(message, reading.language) for message in _figures(reading.analysis)]
    title = BETWEEN.join(told) or translate(say("show the map"), reading.language)
    return (Lens(0, 0, title, PREVIEW, ({"uri": reading.uri},)),)


def _figures(analysis: Analysis) -> Iterator[Message]:
    if analysis.balance is not None:
        balance = Total(analysis.balance, analysis.is_assumed("balance"))
        yield say("balance {balance}", balance=balance)
    if analysis.disappointed is not None:
        assumed = analysis.is_assumed("disappointed")
        share = Share(analysis.disappointed.share, assumed)
        yield say("{share} disappointed", share=share)
    if analysis.negative_moments_of_truth:
        n = len(analysis.negative_moments_of_truth)
        yield say("{n} negative {n:moment|moments} of truth", n=n)
