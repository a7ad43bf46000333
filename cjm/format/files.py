"""The table of fields of the two files: a journey and a workspace."""

from __future__ import annotations

from cjm.format.catalogues import CHANNELS, PERSONAS, STAGES
from cjm.format.common import METRICS, SPREAD, TEXT, TEXTS
from cjm.format.kinds import Anything, Day, Id, Number, OneOf, Target, Version
from cjm.format.shapes import Brief, Field, Forms, Into, ListOf, MapOf, Record, one_or_list
from cjm.format.touchpoint import START, TOUCHPOINT
from cjm.i18n import Message, say
from cjm.journey import Customers, Improvement, Lift, Touchpoint, Waiver, words

IMPROVEMENTS = MapOf(
    Record(
        "improvement",
        {
            "title": Field(TEXT, "What would be done."),
            "lifts": Field(
                MapOf(
                    SPREAD,
                    Lift,
                    say("a mapping of touchpoints to points"),
                    refers="touchpoint",
                    field="points",
                ),
                "Points of experience it should add, by touchpoint.",
            ),
            "cost": Field(SPREAD, "What it costs, in the workspace's unit; default 1."),
            "phase": Field(OneOf(words.PHASES), "Where its PDCA turn is."),
            "owner": Field(TEXT, "Who is responsible."),
            "due": Field(Day(), "When it should be done."),
        },
        empty=True,
    ),
    Improvement,
    say("a mapping of improvements"),
)

RULES = one_or_list(
    TEXT,
    ListOf(TEXT, say("a list of rules"), unique=True),
    say("a rule's name, code or prefix, or a list of them"),
)

WAIVERS = ListOf(
    Record(
        "waiver",
        {
            "rule": Field(RULES, say("The rule's name, code or prefix, or a list."), required=True),
            "touchpoint": Field(Id("touchpoint"), "Where; default: the whole journey."),
            "reason": Field(TEXT, say("Why the finding is accepted."), required=True),
            "until": Field(Day(), "The waiver's last valid day; default: no end."),
        },
        Waiver,
    ),
    say("a list of waivers"),
    at_least=0,
)

# ---- files ----------------------------------------------------------------------------------


def _scale_fault(scale: tuple[float, float]) -> Message | None:
    return None if scale[0] < scale[1] else say("the scale's low end is not below its high end")


_LANGUAGE = Field(OneOf(words.LANGUAGES), "The language of generated labels.")
_SCALE = Field(
    Into(ListOf(Number(), say("a scale such as [0, 10]"), 2, 2), tuple, tuple, _scale_fault),
    "The low and high end of every score.",
)
_CATALOGUES = {
    "personas": Field(PERSONAS, "Kinds of customers."),
    "channels": Field(CHANNELS, "Where contacts take place."),
    "stages": Field(STAGES, "Phases of the journey, in order."),
}

CUSTOMERS = Record(
    "customers",
    {
        "value": Field(SPREAD, say("How many."), required=True),
        "per": Field(OneOf(words.PERIODS), "In which period."),
    },
    Customers,
)

JOURNEY = Record(
    "journey",
    {
        "cjm": Field(Version(), say("The format's version: 1."), required=True),
        "id": Field(Id(), "The journey's id; default: the file's name."),
        "title": Field(TEXT, "The journey's title."),
        "description": Field(TEXT, "What the journey is about."),
        "state": Field(OneOf(words.STATES), "How it is, or how it should be."),
        "language": _LANGUAGE,
        "scale": _SCALE,
        "tolerance": Field(SPREAD, "|C| up to this counts as satisfaction; default 0."),
        "customers": Field(
            Forms(
                say("a number, or {value, per}"),
                scalar=Brief(CUSTOMERS, "value"),
                mapped=CUSTOMERS,
            ),
            "How many customers take the journey.",
        ),
        **_CATALOGUES,
        "start": Field(START, "Where customers come in; default: the first touchpoint."),
        "touchpoints": Field(
            MapOf(
                TOUCHPOINT,
                Touchpoint,
                say("a mapping of touchpoints"),
                declares="touchpoint",
            ),
            say("The contacts of the customer with the service."),
            required=True,
        ),
        "improvements": Field(IMPROVEMENTS, "What could be done."),
        "metrics": Field(METRICS, "Measures of the whole journey."),
        "waivers": Field(WAIVERS, "Known findings, accepted for a while."),
    },
)

WORKSPACE = Record(
    "workspace",
    {
        "cjm": Field(Version(), say("The format's version: 1."), required=True),
        "workspace": Field(TEXT, "The workspace's name."),
        "language": _LANGUAGE,
        "scale": _SCALE,
        "journeys": Field(TEXTS, "Folders and files taken when no path is given."),
        **_CATALOGUES,
        "philosophy": Field(
            Record(
                "philosophy",
                {
                    "promise": Field(TEXT, "What we promise."),
                    "feel": Field(TEXT, "What the customer must feel afterwards."),
                    "never": Field(TEXT, "What we must never do."),
                },
            ),
            "The three questions of a service philosophy.",
        ),
        "targets": Field(
            MapOf(Target(), tuple, say("a mapping of metrics to targets")),
            "Targets of metrics that name none.",
        ),
        "check": Field(
            Record(
                "check",
                {
                    "select": Field(RULES, "Rules to run: codes, names or prefixes; default ALL."),
                    "ignore": Field(RULES, "Rules not to run."),
                    "severity": Field(
                        MapOf(OneOf(("error", "warning", "info")), tuple),
                        "Severities that differ from the default, by rule.",
                    ),
                    "options": Field(Anything(), "Options of rules, by rule."),
                },
            ),
            "How journeys are checked.",
        ),
    },
)
