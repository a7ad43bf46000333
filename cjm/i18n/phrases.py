"""Phrases: what pages for the terminal and pictures both say, in each language.

Terms come from the glossary. What only one of them says stands there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.i18n import numbers
from cjm.i18n.glossary import REASONS, Wording, wording
from cjm.i18n.numbers import Marks

ENDS = ("success", "drop_off", "failure", "neutral")
"""How customers end, in the order of a bar."""


class Phrases:
    """The terms and phrases of one language; `{}` takes a figure or a name.

    A table that adds its own to them is a class under this one; each text is given exactly once.
    """

    language: str
    marks: Marks
    expectation: str
    experience: str
    gap: str
    o: str
    b: str
    c: str
    disappointment: str
    satisfaction: str
    delight: str
    unmeasured: str
    not_available: str
    moment_of_truth: str
    reasons: Mapping[str, Wording]
    ends: Mapping[str, str]
    states: Mapping[str, str]
    balance: str
    disappointed: str
    remembered: str
    doom_loop: str
    likely_path: str
    worst_path: str
    touchpoints: tuple[str, ...]
    lived_by: str
    of_customers: str
    covered: str
    on_average: str
    below: str
    not_below: str
    about: str
    outcomes: str
    share: str
    unstaged: str
    a_round: str
    owner: str
    customers: tuple[str, ...]
    per: Mapping[str, str]

    def __init__(self, **texts: Any) -> None:
        kinds = type(self).__mro__[:-1]
        names = {n for kind in kinds for n in kind.__annotations__}
        if names != texts.keys():
            raise TypeError(f"texts missing or unknown: {sorted(names ^ texts.keys())}")
        self.__dict__.update(texts)

    def roughly(self, text: str) -> str:
        """A figure that is about so much."""
        return self.about.format(numbers.unbounded(text))

    def estimate(self, share: float, exact: bool, assumed: bool) -> str:
        """A share of 1 that may be simulated: «about» then, ≈ where it is assumed, never both."""
        text = numbers.percentage(share, self.marks)
        return numbers.marked(text, assumed) if exact or assumed else self.roughly(text)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} stands as it is")


def phrases(language: str) -> dict[str, Any]:
    """The fields of `Phrases` in a language, for the tables that add their own to them."""
    return {**_terms(language), **_TURNS[language]}


def _terms(language: str) -> dict[str, Any]:
    def long(id: str) -> str:
        return wording(id, language).long

    def short(id: str) -> str:
        return wording(id, language).short

    same = (
        "expectation", "experience", "gap", "disappointment", "satisfaction", "delight",
        "unmeasured", "moment-of-truth", "disappointed", "remembered", "doom-loop", "likely-path",
        "worst-path",
    )  # fmt: skip
    return {
        "language": language,
        "marks": numbers.RUSSIAN if language == "ru" else numbers.ENGLISH,
        **{id.replace("-", "_"): long(id) for id in same},
        "o": short("expectation"),
        "b": short("experience"),
        "c": short("gap"),
        "not_available": short("unmeasured"),
        "balance": short("balance"),
        "reasons": {id: wording(id, language) for id in REASONS},
        "ends": {id: long(id.replace("_", "-")) for id in ENDS},
        "states": {id: long(id) for id in ("as-is", "to-be")},
    }


_TURNS: dict[str, dict[str, Any]] = {
    "en": {
        "touchpoints": ("touchpoint", "touchpoints"),
        "lived_by": "as lived by {}",
        "of_customers": "{} of customers",
        "covered": "scores cover {} of visits",
        "on_average": "on average",
        "below": "below expectation",
        "not_below": "not below expectation",
        "about": "about {}",
        "outcomes": "Outcomes",
        "share": "share",
        "unstaged": "without a stage",
        "a_round": "{} a round",
        "owner": "owner: {}",
        "customers": ("customer", "customers"),
        "per": {
            "day": "a day",
            "week": "a week",
            "month": "a month",
            "quarter": "a quarter",
            "year": "a year",
        },
    },
    "ru": {
        "touchpoints": ("точка контакта", "точки контакта", "точек контакта"),
        "lived_by": "оценки: {}",
        "of_customers": "{} клиентов",
        "covered": "оценки есть для {} контактов",
        "on_average": "в среднем",
        "below": "ниже ожиданий",
        "not_below": "не ниже ожиданий",
        "about": "около {}",
        "outcomes": "Исходы",
        "share": "доля",
        "unstaged": "вне этапов",
        "a_round": "{} за круг",
        "owner": "отвечает: {}",
        "customers": ("клиент", "клиента", "клиентов"),
        "per": {
            "day": "в день",
            "week": "в неделю",
            "month": "в месяц",
            "quarter": "в квартал",
            "year": "в год",
        },
    },
}
