"""The model: a journey is a directed graph of touchpoints, immutable and free of files.

Everything here can be built in Python and then equals the same journey loaded from YAML.
Names and meanings are those of the journey format, version 1.
"""

from cjm.journey import bounds
from cjm.journey.durations import seconds
from cjm.journey.ids import as_id, is_id
from cjm.journey.journey import Journey
from cjm.journey.parts import (
    Channel,
    Comparison,
    Customers,
    Improvement,
    Language,
    Level,
    Lift,
    Link,
    Metric,
    Outcome,
    Paired,
    Persona,
    PersonaScores,
    Phase,
    ScenarioStep,
    Score,
    Stage,
    Start,
    State,
    Touchpoint,
    Transition,
    Waiver,
)
from cjm.journey.shares import is_one, probabilities, rescaled, sum_fault

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
    "is_id",
    "is_one",
    "probabilities",
    "rescaled",
    "seconds",
    "sum_fault",
]
