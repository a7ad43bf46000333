"""Conformance: journeys beside what customers did, as `cjm conform` found it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from cjm.i18n import Message, numbers, say
from cjm.site import addresses
from cjm.site.pages.result_parts import (
    Cell,
    Figure,
    Part,
    Section,
    bar,
    day,
    figure,
    left_out,
    result_pages,
    rows_read,
    table,
    text,
    told_in,
)

if TYPE_CHECKING:
    from cjm.project.results import Result
    from cjm.site.frame import Entry, Page, Site

KINDS = (
    ("missing", say("missing")),
    ("out_of_sequence", say("out of sequence")),
    ("ad_hoc", say("ad hoc")),
    ("failed", say("failed")),
)
NONE, OFF = "–", "✗"
Move = Mapping[str, Any]


def pages(site: Site) -> Iterator[Page]:
    """The page, where there are results of logs."""
    yield from result_pages(site, "conform", part_of(site))


def part_of(site: Site) -> Callable[[Result], Part]:
    """What makes a part of the page of a result."""
    return lambda result: _Compared(site, result).part()


class _Compared:
    """One journey and a log."""

    def __init__(self, site: Site, result: Result) -> None:
        self._data = result.data
        self._told = told_in(site.frame.language)
        self._entry = _journey(site, text(result.journey))
        points = self._entry.data["touchpoints"] if self._entry else ()
        self._titles = {point["id"]: point["title"] or point["id"] for point in points}

    def part(self) -> Part:
        """What is said of it."""
        data, told, fit = self._data, self._told, self._data["fit"]
        heading = say(
            "{fitting} of {cases} {n:case goes|cases go} as planned",
            fitting=told.count(fit["cases"]),
            cases=told.count(data["cases"]),
            n=data["cases"],
        )
        facts = [rows_read(data, told)]
        if data["from"]:
            facts.append(
                say(
                    "from {first} to {last}",
                    first=day(date.fromisoformat(data["from"]), told),
                    last=day(date.fromisoformat(data["to"]), told),
                )
            )
        sections = [
            self._deviations(),
            *self._probabilities(),
            *self._other_ways(),
            *left_out(data, told),
        ]
        return Part(heading, facts, self._figures(), sections, self._link())

    def _link(self) -> tuple[str, str | None]:
        """The journey, and its page where it has one."""
        if self._entry is None:
            return text(self._data["journey"]), None
        data = self._entry.data
        return data["title"] or data["id"], addresses.at(addresses.journey(self._entry.stem))

    def _figures(self) -> list[Figure]:
        told, fitness = self._told, self._data["fitness"]
        of = say(
            "{n} of {of}",
            n=told.count(self._data["fit"]["cases"]),
            of=told.count(self._data["cases"]),
        )
        return [
            Figure(say("Cases that fit"), told.share(self._data["fit"]["share"]), of),
            Figure(
                say("Mean fitness"),
                numbers.quantity(fitness["mean"], told.marks, decimals=3),
                say("1: every step as planned"),
            ),
            Figure(
                say("Fitness of the log"), numbers.quantity(fitness["log"], told.marks, decimals=3)
            ),
            Figure(
                say("Edits"),
                told.count(self._data["edits"]),
                say("steps left out or added, to make each case a planned one"),
            ),
        ]

    def _deviations(self) -> Section:
        """Where cases leave the plan, the most frequent first."""
        told, deviations = self._told, self._data["deviations"]
        found = [
            (self._cell(id), told.text(kind), each["cases"], each["events"])
            for name, kind in KINDS
            for id, each in (deviations[name] or {}).items()
        ]
        found.sort(key=lambda row: -row[2])
        unknown = deviations["failed"] is None
        remarks = [say("what failed is not known: the source names no `failed`")] if unknown else []
        title = say("Deviations")
        if not found:
            return Section(title, say("none: every case goes as planned"), remarks=remarks)
        cases = self._data["cases"]
        rows = [
            [cell, Cell(kind), figure(told.count(n)), figure(told.share(n / cases)), bar(n / cases),
             figure(told.count(events))]
            for cell, kind, n, events in found
        ]  # fmt: skip
        heads = [Cell(told.text(say("Touchpoint"))), Cell()]
        words = (told.text(say("cases")), told.text(say("share")), "", told.text(say("events")))
        heads += map(figure, words)
        return Section(title, say("by touchpoint, in cases"), table(heads, rows), remarks=remarks)

    def _probabilities(self) -> Iterator[Section]:
        """Declared probabilities beside what was observed."""
        told = self._told
        planned = [m for m in self._data["moves"] if m["declared"] is not None and m["of"]]
        moves = [m for m in planned if m["declared"] != 1 or m["n"] < m["of"]]
        if not moves:
            return
        words = (say("declared"), say("observed"), say("95 % interval"), say("of visits"))
        heads = [Cell(told.text(say("Move"))), *(figure(told.text(word)) for word in words)]
        heads += [figure("P"), figure("")]
        off, tested = sum(m["off"] is True for m in moves), sum(m["p"] is not None for m in moves)
        note = say("{n} of {of} tested are off", n=off, of=tested)
        rows = [self._tested(m) for m in moves]
        section = Section(say("Declared and observed"), note, table(heads, rows))
        yield section._replace(remarks=_caveats(moves))

    def _tested(self, move: Move) -> Sequence[Cell]:
        told, off = self._told, move["off"] is True
        chance = move["adjusted"]
        return [
            Cell(self._move(move), strong=off),
            figure(numbers.marked(told.share(move["declared"]), move["assumed"])),
            figure(told.share(move["share"]), off),
            figure(told.interval(move["interval"])),
            figure(self._of(move)),
            figure(NONE if chance is None else numbers.chance(chance, told.marks)),
            figure(OFF if off else "", off),
        ]

    def _of(self, move: Move) -> str:
        told = self._told
        return told.text(say("{n} of {of}", n=told.count(move["n"]), of=told.count(move["of"])))

    def _other_ways(self) -> Iterator[Section]:
        """Ways that the journey does not have, and those that nobody took."""
        told = self._told
        new = sorted(self._data["not_declared"], key=lambda move: -move["n"])
        unused = self._data["never_taken"]
        if not new and not unused:
            return
        heads = [Cell(told.text(say("Move")))]
        heads += map(figure, (told.text(say("times")), told.text(say("of visits")), ""))
        shares = [move["n"] / move["of"] if move["of"] else 0.0 for move in new]
        rows = [
            [Cell(self._move(m)), figure(told.count(m["n"])), figure(told.share(share)), bar(share)]
            for m, share in zip(new, shares, strict=True)
        ]
        never = Cell(told.text(say("never taken")))
        rows += [[Cell(self._move(m)), figure(told.count(0)), never, Cell()] for m in unused]
        note = say("{n} not declared, {k} never taken", n=len(new), k=len(unused))
        yield Section(say("Other ways"), note, table(heads, rows))

    def _cell(self, id: str) -> Cell:
        """A touchpoint, with its place on the journey's page where it is one of the journey's."""
        if self._entry is None or id not in self._titles:
            return Cell(id)
        return Cell(self._titles[id], addresses.at(addresses.journey(self._entry.stem), t=id))

    def _move(self, move: Move) -> str:
        source, target = move["from"], move["to"]
        start, left = (self._told.text(word) for word in (say("start"), say("left")))
        return (
            f"{self._name(source) if source else start} → {self._name(target) if target else left}"
        )

    def _name(self, id: Any) -> str:
        title: str = self._titles.get(text(id), id)
        return title


def _caveats(moves: Sequence[Move]) -> list[Message]:
    """What the figures do not say."""
    told = []
    if any(move["p"] is not None for move in moves):
        told.append(
            say("{sign} off; P: exact binomial test, adjusted for all tests (Holm)", sign=OFF)
        )
    if any(move["assumed"] for move in moves):
        told.append(say("≈ assumed: shown, not tested"))
    return told


def _journey(site: Site, id: str) -> Entry | None:
    """The journey of an id, as it is today where it has two states."""
    found = [entry for entry in site.entries if entry.readable and entry.data["id"] == id]
    found.sort(key=lambda entry: entry.data["state"] != "as-is")
    return next(iter(found), None)
