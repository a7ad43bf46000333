"""The model: a journey is a directed graph of touchpoints, immutable and free of files.

Everything here can be built in Python and then equals the same journey loaded from YAML.
Names and meanings are those of the journey format, version 1.
"""

from cjm.journey import bounds, words
from cjm.journey.by_persona import PersonaScores
from cjm.journey.catalogues import Channel, Persona
from cjm.journey.customers import Customers, Start, equal_starts
from cjm.journey.durations import seconds
from cjm.journey.ids import as_id, is_id
from cjm.journey.improvement import Improvement, Judgement, Lift, Waiver
from cjm.journey.journey import Journey
from cjm.journey.lanes import OWN, Lane, LaneTexts, is_own_key
from cjm.journey.metrics import Comparison, Metric
from cjm.journey.scenario import Link, ScenarioStep
from cjm.journey.scores import Paired, Score
from cjm.journey.shares import is_one, probabilities, rescaled, share_fault, sum_fault
from cjm.journey.stages import Stage
from cjm.journey.touchpoint import Touchpoint
from cjm.journey.transitions import Transition
from cjm.journey.words import Language, Level, Outcome, Phase, State

__all__ = [
    "OWN",
    "Channel",
    "Comparison",
    "Customers",
    "Improvement",
    "Journey",
    "Judgement",
    "Lane",
    "LaneTexts",
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
    "is_own_key",
    "probabilities",
    "rescaled",
    "seconds",
    "share_fault",
    "sum_fault",
    "words",
]
