"""The model: a journey is a directed graph of touchpoints, immutable and free of files.

Everything here can be built in Python and then equals the same journey loaded from YAML.
Names and meanings are those of the journey format, version 1.
"""

from cjm.journey import bounds, words
from cjm.journey.catalogues import Channel, Persona, Stage
from cjm.journey.customers import Customers, Start, equal_starts
from cjm.journey.durations import seconds
from cjm.journey.ids import as_id, is_id
from cjm.journey.improvement import Improvement, Lift, Waiver
from cjm.journey.journey import Journey
from cjm.journey.metrics import Comparison, Metric
from cjm.journey.scores import Paired, PersonaScores, Score
from cjm.journey.shares import is_one, probabilities, rescaled, share_fault, sum_fault
from cjm.journey.touchpoint import Link, ScenarioStep, Touchpoint, Transition
from cjm.journey.words import Language, Level, Outcome, Phase, State

__all__ = [
    "Channel",
    "Comparison",
    "Customers",
    "Improvement",
    "Journey",
    "Language",
    "Level",
    "Lift",
    "Link",
    "Metric",
    "Outcome",
    "Paired",
    "Persona",
    "PersonaScores",
    "Phase",
    "ScenarioStep",
    "Score",
    "Stage",
    "Start",
    "State",
    "Touchpoint",
    "Transition",
    "Waiver",
    "as_id",
    "bounds",
    "equal_starts",
    "is_id",
    "is_one",
    "probabilities",
    "rescaled",
    "seconds",
    "share_fault",
    "sum_fault",
    "words",
]
