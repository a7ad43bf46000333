"""The lived flow: what customers did, as `cjm conform` counted it, on the map of the plan."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cjm.errors import UsageError
from cjm.i18n import Message, numbers, say, translate
from cjm.maps.content.deviations import FlowMove, deviations_of
from cjm.maps.content.heading import ENDS
from cjm.maps.content.legend import legend_of
from cjm.maps.content.model import Arrow, Card, Diagram, End, Figure, Lived, Part
from cjm.maps.content.numbers import percentage
from cjm.rounding import rounded
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.maps.content.words import Words

MOST_BYTES = 50_000_000
"""Of a result."""
Given = str | os.PathLike[str] | Mapping[str, Any]
"""A result's file, or what it holds."""


class Flow(NamedTuple):
    """What a result of `cjm conform` says of who went where.

    `visits` and `reached` are events and cases by touchpoint.
    """

    journey: str
    source: str
    cases: int
    fitting: int
    moves: tuple[FlowMove, ...]
    visits: tuple[tuple[str, int], ...]
    reached: tuple[tuple[str, int], ...]


def read_flow(given: Given) -> Flow:
    """The flow in a result of `cjm conform --format json`.

    Args:
        given: The result's file, or what `cjm.conform(…).to_dict()` gives.

    Raises:
        UsageError: It cannot be read, or holds something else.
    """
    name = "flow" if isinstance(given, Mapping) else os.fspath(given)
    data = given if isinstance(given, Mapping) else _read(os.fspath(given))
    try:
        if data["command"] != "conform":
            raise _no_result(name)
        return Flow(
            str(data["journey"]),
            str(data["source"]),
            int(data["cases"]),
            int(data["fit"]["cases"]),
            tuple(
                FlowMove(*(move[key] for key in ("from", "to", "n", "of", "declared")))
                for move in data["moves"]
            ),
            tuple(data["visits"].items()),
            tuple(data["reached"].items()),
        )
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise _no_result(name) from error


def _read(path: str) -> Any:
    from cjm.project.discovery import reason
    from cjm.system.reading import read_limited

    try:
        return json.loads(read_limited(path, MOST_BYTES))
    except OSError as error:
        raise UsageError(say("{path}: {reason}", path=path, reason=reason(error))) from error
    except (ValueError, RecursionError) as error:
        raise _no_result(path) from error


def _no_result(path: str) -> UsageError:
    return UsageError(
        say("{path} is no result of cjm conform", path=path),
        help=say("write one: cjm conform JOURNEY LOG --format json -o {path}", path=path),
    )


def with_flow(diagram: Diagram, flow: Flow, words: Words) -> Diagram:
    """The diagram with lived moves in place of planned ones; scores and stages stay.

    Raises:
        UsageError: The flow is another journey's.
    """
    if flow.journey != diagram.id:
        raise UsageError(
            say("the flow is of {other}, not of {id}", other=flow.journey, id=diagram.id),
            help=say("draw the journey that was compared"),
        )
    return _Lived(diagram, flow, words).diagram()


class _Lived:
    """One diagram on its way to another."""

    def __init__(self, diagram: Diagram, flow: Flow, words: Words) -> None:
        self._diagram = diagram
        self._flow = flow
        self._words = words
        self._titles = {card.id: card.title for card in diagram.cards}
        inner = [m for m in flow.moves if m.source in self._titles and m.target in self._titles]
        self._deviations = deviations_of(inner, most=len(diagram.cards))
        self._made = sum(move.n for move in inner)
        self._most = max((move.n for move in inner), default=0)

    def diagram(self) -> Diagram:
        """Loops, sums and the likely path are the plan's, so that they are not shown."""
        as_planned = self._share(self._flow.fitting / max(1, self._flow.cases))
        told = self._text(
            say(
                "Lived flow: {source}, {cases} {n:case|cases}, {share} of them as planned",
                source=self._flow.source,
                cases=self._count(self._flow.cases),
                n=self._flow.cases,
                share=as_planned,
            )
        )
        brief = say(
            "Lived flow: {source}, {cases} {n:case|cases}",
            source=self._flow.source,
            cases=self._count(self._flow.cases),
            n=self._flow.cases,
        )
        header, left_out = self._diagram.header, self._left_out()
        cards = tuple(map(self._card, self._diagram.cards))
        lived = self._diagram._replace(
            cards=cards,
            arrows=tuple(map(self._arrow, self._deviations.drawn)),
            loops=(),
            unmarked_loops=0,
            likely=(),
            header=header._replace(
                eyebrow=f"{header.eyebrow} · {self._text(brief)}",
                figures=(Figure(as_planned, self._text(say("of cases go as planned"))),),
                bar=self._bar(cards),
                note="",
                verdict=(),
            ),
            stages=tuple(stage._replace(balance="", mark=None) for stage in self._diagram.stages),
            summary=" ".join(filter(None, (f"{told}.", left_out, self._diagram.summary))),
            busiest=self._most,
            left_out=left_out,
            least=self._share(self._deviations.least) if left_out else "",
        )
        return lived._replace(legend=legend_of(lived, self._words))

    def _left_out(self) -> str:
        """How many moves are not drawn, and what they weigh; nothing where all are."""
        rare = self._deviations
        if not rare.left_out:
            return ""
        return self._text(
            say(
                "Not drawn: {n} undeclared {n:kind|kinds} of moves, each below {least} of visits, "
                "in all {times} of {made}.",
                n=len(rare.left_out),
                least=self._share(rare.least),
                times=self._count(rare.times),
                made=self._count(self._made),
            )
        )

    def _arrow(self, move: FlowMove) -> Arrow:
        source, target = move.source or "", move.target or ""
        kind: Lived = "undeclared" if move.declared is None else "taken" if move.n else "unused"
        declared = "" if move.declared is None else self._share(move.declared)
        told = self._text(
            say("{n} of {of}", n=self._count(move.n), of=self._count(move.of))
            if move.n
            else say("never taken")
        )
        planned = say("declared {declared}", declared=declared) if declared else say("not declared")
        shares = (self._share(move.share) if move.n else "", f"({declared})" if declared else "")
        return Arrow(
            source,
            target,
            move.share,
            f"{self._titles[source]} → {self._titles[target]}: {told}, {self._text(planned)}",
            percentage=self._count(move.n),
            words=" ".join(filter(None, shares)),
            lived=kind,
            volume=move.n / self._most if self._most else 0.0,
        )

    def _card(self, card: Card) -> Card:
        from cjm.maps.content.compose import with_measure

        own = [move for move in self._flow.moves if move.source == card.id]
        start = next(
            (m for m in self._flow.moves if m.source is None and m.target == card.id and m.n), None
        )
        left = next((m.share for m in own if m.target is None), 0.0)
        visits, reached = (dict(counted).get(card.id, 0) for counted in self._flow[-2:])
        ends = max(0, visits - sum(move.n for move in own)) / max(1, self._flow.cases)
        reach = reached / max(1, self._flow.cases)
        lived = card._replace(
            start=start and start.share,
            start_text=self._share(start.share) if start else "",
            start_planned=start is None or start.declared is not None,
            drop_off=left,
            drop_off_text=self._share(left),
            drop_off_sentence=f"{self._words.leave}: {self._share(left)}",
            ending=ends if card.outcome else None,
            ending_text=self._share(ends) if card.outcome else "",
            reach=reach,
            reach_text=self._share(reach),
        )
        return with_measure(lived, card.measure, self._words)

    def _bar(self, cards: tuple[Card, ...]) -> tuple[Part, ...]:
        """How the cases ended; whoever ended at no exit left without a word."""
        labels = dict(self._words.ends)
        labels.update((part.end, part.label) for part in self._diagram.header.bar)
        shares: dict[End, float] = dict.fromkeys(ENDS, 0.0)
        for card in cards:
            if card.outcome:
                shares[card.outcome] += card.ending or 0.0
        shares["drop_off"] = max(0.0, 1 - sum(shares.values()))
        return tuple(
            Part(share, end, labels[end], self._share(share))
            for end, share in shares.items()
            if rounded(share) > 0
        )

    def _text(self, message: Message) -> str:
        return translate(message, self._diagram.language)

    def _count(self, n: int) -> str:
        return numbers.quantity(n, self._words.marks, largest=numbers.BEYOND)

    def _share(self, share: float) -> str:
        return percentage(share, self._words, False)
