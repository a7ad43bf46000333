"""What is written of a touchpoint: the answers to the five questions, and all else in folds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.durations import duration
from cjm.i18n.figures import Quantity, ScoreFigure, Share
from cjm.i18n.numbers import ENGLISH, RUSSIAN, quantity
from cjm.rounding import rounded
from cjm.site.pages.evidence import judgement_told
from cjm.tuples import NamedTuple

Data = Mapping[str, Any]
LISTS = {
    "actions": say("Actions"),
    "thoughts": say("Thoughts"),
    "emotions": say("Emotions"),
    "strengths": say("Strengths"),
    "pains": say("Pains"),
    "opportunities": say("Opportunities"),
    "quotes": say("Quotes"),
}
"""Lists of texts that a touchpoint has, and a persona there, with what they are called."""
IN_ANSWERS = ("emotions", "strengths", "pains", "quotes")
"""What the five questions show already."""


class Fold(NamedTuple):
    """A part that opens: `kind` is how its items are written."""

    kind: str
    title: Message
    items: Sequence[Any]
    open: bool = False
    evidence: Sequence[Data] = ()


class Texts:
    """A touchpoint's texts, with what the journey says of it elsewhere."""

    def __init__(self, data: Data, point: Data, language: str) -> None:
        """What is written at `point`, of `Figures.points`."""
        self.data, self.text, self.language = data, point["text"], language
        self.level, self._digits = point["level"], point["digits"]

    def questions(self) -> list[dict[str, Any]]:
        """The five questions in the order that they are asked in; items are texts of the file."""
        text = self.text
        because = (text["experience"] or {"because": []})["because"]
        good = because if self.level != "disappointment" else []
        bad = because if self.level == "disappointment" else []
        unsaid = say("Not written down")
        nobody = say("Nobody answers for it")
        owner = [text["owner"]] if text["owner"] else []
        return [
            _question("", say("What does the customer expect?"), self._expected(), unsaid),
            {
                **_question("", say("What does the customer feel?"), text["emotions"], unsaid),
                "quotes": text["quotes"],
            },
            _question("good", say("What do we do well?"), [*text["strengths"], *good], unsaid),
            _question("bad", say("What could be better?"), [*text["pains"], *bad], unsaid),
            _question("", say("Who answers for it?"), owner, nobody),
        ]

    def _expected(self) -> list[Any]:
        """What the expectation rests on; else the score beside the goal of the stage."""
        expectation = self.text["expectation"]
        if expectation is None:
            return []
        if expectation["because"]:
            return list(expectation["because"])
        stage = next((s for s in self.data["stages"] if s["id"] == self.text["stage"]), None)
        score = ScoreFigure(expectation["score"], self._digits)
        most = Quantity(self.data["scale"][1])
        if stage is None or not stage["goal"]:
            return [say("{score} of {most}", score=score, most=most)]
        goal = stage["goal"]
        return [say("{score} of {most}; the goal: {goal}", score=score, most=most, goal=goal)]


def _question(kind: str, title: Message, items: Sequence[Any], none: Message) -> dict[str, Any]:
    return {"kind": kind, "title": title, "items": items, "none": none, "quotes": []}


def folds_of(texts: Texts) -> Iterator[Fold]:
    """Everything that the questions do not show, what is to be done first."""
    data, text, id = texts.data, texts.text, texts.text["id"]
    if ahead := [i for i in data["improvements"] if any(u["touchpoint"] == id for u in i["lifts"])]:
        items = [_improvement(i, id, texts.language) for i in ahead]
        yield Fold("improvements", say("Improvements"), items, open=True)
    if found := [f for f in data["findings"] if f["touchpoint"] == id]:
        yield Fold("findings", say("Findings"), found, open=True)
    if waived := [w for w in data["waivers"] if w["touchpoint"] == id]:
        yield Fold("waivers", say("Waivers"), waived)
    if text["topics"]:
        yield Fold("list", say("Topics of reviews"), [_topic(t) for t in text["topics"]], open=True)
    yield from _lists(text)
    if text["links"]:
        yield Fold("links", say("Links"), text["links"])
    if facts := list(_facts(texts)):
        yield Fold("list", say("Also known"), facts)


def _lists(text: Data) -> Iterator[Fold]:
    if text["standard"]:
        yield Fold("list", say("Standard"), text["standard"], open=True)
    if text["scenario"]:
        yield Fold("scenario", say("Scenario"), text["scenario"], open=True)
    if text["root_cause"]:
        yield Fold("whys", say("Five whys"), text["root_cause"], open=True)
    if text["backstage"]:
        yield Fold("list", say("Backstage"), text["backstage"])
    for name, title in LISTS.items():
        if name not in IN_ANSWERS and text[name]:
            yield Fold("list", title, text[name])


def _improvement(improvement: Data, touchpoint: str, language: str) -> dict[str, Any]:
    lifts = [u["points"] for u in improvement["lifts"] if u["touchpoint"] == touchpoint]
    marks = RUSSIAN if language == "ru" else ENGLISH
    judged = [judgement_told(one, language) for one in improvement["judged_by"]]
    points = quantity(sum(lifts), marks, signed=True)
    return {**improvement, "points": points, "judged_by": judged}


def _topic(topic: Data) -> Message:
    return say(
        "{topic}: {reviews} {reviews:review|reviews}, of them negative {negative}; "
        "{pain} of all complaints",
        topic=topic["topic"],
        reviews=topic["reviews"],
        negative=topic["negative"],
        pain=Share(topic["pain"]),
    )


def _facts(texts: Texts) -> Iterator[Message]:
    """How long it takes, how much it weighs, in which other channels it is, who begins here."""
    data, text = texts.data, texts.text
    marks = RUSSIAN if texts.language == "ru" else ENGLISH
    if text["duration"]:
        yield say("lasts {time}", time=duration(text["duration"], texts.language, marks))
    if text["importance"] != 1:
        yield say("importance {importance}", importance=Quantity(text["importance"]))
    titles = {one["id"]: one["title"] or one["id"] for one in data["channels"]}
    if others := [titles.get(id, id) for id in text["channels"][1:]]:
        yield say("also in: {channels}", channels=", ".join(others))
    places = [point["id"] for point in data["touchpoints"]]
    share = data["start"][places.index(text["id"])] if data["start"] else 0
    if 0 < rounded(share) < 1:
        yield say("{share} come in here", share=Share(share))
