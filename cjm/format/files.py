"""The table of fields of the two files: a journey and a workspace."""

from __future__ import annotations

from cjm.format import snippets
from cjm.format.catalogues import CHANNELS, LANES, PERSONAS, STAGES
from cjm.format.common import METRICS, SCALE, SPREAD, TEXT, TEXTS
from cjm.format.mappings import MapOf
from cjm.format.quantities import Day, Number, Target
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, ListOf, one_or_list
from cjm.format.texts import Anything, Folder, Id, RuleName, Version
from cjm.format.touchpoint import TOUCHPOINT
from cjm.format.transitions import START
from cjm.format.words import LANGUAGE, PERIOD, PHASE, SEVERITY, STATE
from cjm.i18n import say
from cjm.journey import Customers, Improvement, Judgement, Lift, Touchpoint, Waiver

_JUDGEMENT = Record(
    "judgement",
    {
        "title": Field(TEXT, say("Its name for people.")),
        "unit": Field(TEXT, say("Its unit.")),
        "before": Field(Number(unit=True), say("What it was before.")),
        "target": Field(Target(), say("What it should become, in quotes.")),
        "after": Field(Number(unit=True), say("What it became.")),
        "measured": Field(
            Day(), say("When that was measured; an after without it proves nothing.")
        ),
    },
    empty=True,
)

IMPROVEMENTS = MapOf(
    Record(
        "improvement",
        {
            "title": Field(TEXT, say("What would be done.")),
            "lifts": Field(
                MapOf(
                    SPREAD,
                    Lift,
                    say("a mapping of touchpoints to points"),
                    refers="touchpoint",
                    field="points",
                ),
                say("How much experience it should add, and where."),
            ),
            "cost": Field(SPREAD, say("What it costs, in a unit that you choose."), default=1),
            "phase": Field(PHASE, say("Where its PDCA turn is."), default="plan"),
            "owner": Field(TEXT, say("Who is responsible.")),
            "due": Field(Day(), say("When it should be done.")),
            "judged_by": Field(
                MapOf(_JUDGEMENT, Judgement, say("a mapping of metrics")),
                say("The metrics that this turn is judged by."),
            ),
        },
        empty=True,
    ),
    Improvement,
    say("a mapping of improvements"),
)

RULES = one_or_list(
    RuleName(),
    ListOf(RuleName(), say("a list of rules"), unique=True),
    say("a rule's name, code or prefix, or a list of them"),
)

WAIVERS = ListOf(
    Record(
        "waiver",
        {
            "rule": Field(RULES, say("Which findings are accepted."), required=True),
            "touchpoint": Field(Id("touchpoint"), say("Where the finding is accepted.")),
            "reason": Field(TEXT, say("Why the finding is accepted."), required=True),
            "until": Field(Day(), say("The last day on which it holds.")),
        },
        Waiver,
    ),
    say("a list of waivers"),
    at_least=0,
)

# ---- files ----------------------------------------------------------------------------------


CUSTOMERS = Record(
    "customers",
    {
        "value": Field(SPREAD, say("How many customers."), required=True),
        "per": Field(PERIOD, say("In which period.")),
        "worth": Field(SPREAD, say("What one customer brings in the journey's period.")),
        "currency": Field(TEXT, say("What that is counted in.")),
    },
    Customers,
)

JOURNEY = Record(
    "journey",
    {
        "cjm": Field(
            Version(),
            say("The version of the format; it marks a file as a journey."),
            required=True,
        ),
        "id": Field(Id(), say("The journey's name for machines.")),
        "title": Field(TEXT, say("The journey's name for people.")),
        "description": Field(TEXT, say("What the journey is about.")),
        "owner": Field(TEXT, say("Who keeps the map.")),
        "status": Field(TEXT, say("How far the map is agreed on.")),
        "updated": Field(Day(), say("Of which day the map is.")),
        "state": Field(
            STATE,
            say("How it is, or how it should be; both may share an id."),
            default="as-is",
        ),
        "language": Field(LANGUAGE, say("The language of what the map writes of its own.")),
        "scale": Field(SCALE, say("The ends of every score in the file."), default=[0, 10]),
        "tolerance": Field(
            SPREAD, say("A gap no larger than this, up or down, is satisfaction."), default=0
        ),
        "customers": Field(
            Forms(
                say("a number, or {value, per, worth, currency}"),
                scalar=Brief(CUSTOMERS, "value"),
                mapped=CUSTOMERS,
            ),
            say("How many customers take the journey."),
        ),
        "personas": Field(PERSONAS, say("Kinds of customers."), snippets=snippets.PERSONAS),
        "channels": Field(CHANNELS, say("Where contacts take place."), snippets=snippets.CHANNELS),
        "stages": Field(STAGES, say("Phases, in order."), snippets=snippets.STAGES),
        "lanes": Field(LANES, say("Rows of your own on the map, in order.")),
        "start": Field(START, say("Where customers come in.")),
        "touchpoints": Field(
            MapOf(
                TOUCHPOINT,
                Touchpoint,
                say("a mapping of touchpoints"),
                declares="touchpoint",
            ),
            say("The contacts; their order is the order of display."),
            required=True,
            snippets=snippets.TOUCHPOINTS,
        ),
        "improvements": Field(
            IMPROVEMENTS, say("What could be done."), snippets=snippets.IMPROVEMENTS
        ),
        "metrics": Field(METRICS, say("Measures of the whole journey.")),
        "waivers": Field(
            WAIVERS, say("Known findings, accepted for a while."), snippets=snippets.WAIVERS
        ),
    },
)

WORKSPACE = Record(
    "workspace",
    {
        "cjm": Field(Version(), say("The version of the format."), required=True),
        "workspace": Field(TEXT, say("The workspace's name.")),
        "language": Field(LANGUAGE, say("Of what cjm check says, and of journeys that name none.")),
        "scale": Field(
            SCALE, say("The ends of every score, for journeys that name none."), default=[0, 10]
        ),
        "journeys": Field(
            TEXTS,
            say("Folders and files taken when a command is given no path; relative to cjm.yaml."),
        ),
        "results": Field(
            Folder(),
            say("The folder below cjm.yaml with what segment, feedback and conform wrote as JSON."),
        ),
        "personas": Field(PERSONAS, say("Shared personas."), snippets=snippets.PERSONAS),
        "channels": Field(CHANNELS, say("Shared channels."), snippets=snippets.CHANNELS),
        "stages": Field(STAGES, say("Shared stages."), snippets=snippets.STAGES),
        "lanes": Field(LANES, say("Shared rows of your own.")),
        "philosophy": Field(
            Record(
                "philosophy",
                {
                    "promise": Field(TEXT, say("What we promise.")),
                    "feel": Field(TEXT, say("What the customer must feel afterwards.")),
                    "never": Field(TEXT, say("What we must never do.")),
                },
            ),
            say("The three questions of a service philosophy."),
        ),
        "targets": Field(
            MapOf(Target(), tuple, say("a mapping of metrics to targets")),
            say("Targets for metrics that name none."),
        ),
        "check": Field(
            Record(
                "check",
                {
                    "select": Field(RULES, say("Rules to run.")),
                    "ignore": Field(RULES, say("Rules not to run.")),
                    "severity": Field(
                        MapOf(SEVERITY, tuple),
                        say("Severities that differ from the rule's own."),
                    ),
                    "options": Field(Anything(), say("Options of rules, by rule.")),
                },
            ),
            say("Which rules run, and how."),
        ),
    },
)
