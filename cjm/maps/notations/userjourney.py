"""Journey → Mermaid's user journey: stages are sections, touchpoints tasks, personas actors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cjm.maps.content.words import words_of
from cjm.maps.notations.mermaid import worded
from cjm.maps.scene.text import cleaned, shortened

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Journey, Touchpoint

LOWEST, HIGHEST, NEITHER = 1, 5, 3
"""Mermaid's scores: its faces are sad below 3 and smile above."""
LONGEST = 400.0


def user_journey_of(journey: Journey, analysis: Analysis, language: str | None = None) -> str:
    """The user journey, in file order within each stage.

    A task's score is the experience brought to 1 … 5. Personas who live a touchpoint with
    different scores have a task each; what is unmeasured gets 3 and says so.
    """
    words = words_of(language or journey.language)
    lines = ["journey", f"    title {_name(cleaned(journey.title) or journey.id)}"]
    groups = [
        (f"{i}. {cleaned(stage.title) or cleaned(stage.id)}", stage.id)
        for i, stage in enumerate(journey.stages, 1)
    ]
    for title, stage in [*groups, (words.unstaged, None)]:
        points = [p for p in journey.touchpoints if p.stage == stage]
        if points and groups:
            lines.append(f"    section {_name(title)}")
        for point in points:
            lines += [f"      {task}" for task in _tasks(point, analysis, words.unmeasured)]
    return "\n".join([*lines, ""])


def _tasks(point: Touchpoint, analysis: Analysis, unmeasured: str) -> list[str]:
    """One line for every score that somebody gives."""
    voices = [analysis] if analysis.persona or not analysis.personas else analysis.personas
    scores: dict[int | None, list[str]] = {}
    for voice in voices:
        score = _score(voice[point.id].experience, analysis.journey.scale)
        scores.setdefault(score, [])
        if voice.persona is not None:
            scores[score].append(_actor(analysis.journey.persona(voice.persona).name))
    title = cleaned(point.title) or cleaned(point.id)
    return [
        f"{_name(title if score else f'{title} ({unmeasured})')}: {score or NEITHER}"
        + (f": {', '.join(actors)}" if actors else "")
        for score, actors in scores.items()
    ]


def _score(experience: float | None, scale: tuple[float, float]) -> int | None:
    if experience is None:
        return None
    low, high = scale
    part = (experience - low) / (high - low)
    return LOWEST + math.floor(part * (HIGHEST - LOWEST) + 0.5)


def _name(text: str) -> str:
    """A text of which no part is a colon, keyword or comment; the grammar wants at least one."""
    return worded(shortened(cleaned(text), LONGEST, 14)) or "?"


def _actor(text: str) -> str:
    """The same for one of several actors, between commas."""
    return _name(text).replace(",", "#44;")
