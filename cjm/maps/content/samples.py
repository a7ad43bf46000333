"""Samples: what a legend shows, and what each of them means."""

from typing import Literal

from cjm.tuples import NamedTuple

SampleKind = Literal[
    "level",
    "scores",
    "transition",
    "likely",
    "loop",
    "drop-off",
    "moment",
    "start",
    "outcome",
    "assumed",
    "undeclared",
    "unused",
    "change",
]
"""What a legend explains."""


class Sample(NamedTuple):
    """Something that occurs on the map, and what it means.

    `of` is the level or the outcome that is shown, `share` how much flows through a transition.
    """

    kind: SampleKind
    text: str
    of: str = ""
    share: float = 0


class LegendEntry(NamedTuple):
    """A heading of the legend and its samples.

    `brief` are the same samples in fewer words, where those spare a line.
    """

    heading: str
    samples: tuple[Sample, ...]
    brief: tuple[Sample, ...] = ()
