PAGE = """# The customer gets less than expected

## What it finds

A touchpoint whose gap C = B − O is below the threshold: the experience B stays behind the
expectation O. A gap that only some personas have is told too, once a touchpoint, naming them.
Where the evidence is so thin that the 95 % interval of C includes 0, it is a warning.

## Why it hurts the customer

C < 0 is disappointment: the customer counted on something and did not get it. It draws on the
emotional bank account, and people think ten times before they order again.

## Failing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride:
    owner: fleet
    expectation: 9
    experience: 5  # ← CJM101
```

## Passing example

```yaml
cjm: 1
touchpoints:
  order: {expectation: 8, experience: 8, next: ride}
  ride:
    owner: fleet
    expectation: 8
    experience: 8.5
```

## Options

- `threshold`: C below this is found, in points of the scale; default: minus the journey's
  `tolerance`.
"""

from collections.abc import Iterator

from cjm.analysis import TouchpointFigures
from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import Message, say
from cjm.i18n.figures import GapFigure, ScoreFigure
from cjm.rounding import rounded
from cjm.rules.base import Option, Rule, Subject
from cjm.rules.personas import a_few, names_of_the_worst, naming_the_worst_gap


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Touchpoints with C below the threshold, for everybody or for some personas."""
    for figures in subject.analysis.touchpoints:
        if "CJM102" in subject.selected and is_negative_moment(subject, figures):
            continue
        finding = gap_diagnostic("CJM101", subject, figures)
        if finding is not None:
            yield finding


def limit_of(subject: Subject) -> float:
    """The threshold, by default minus the journey's tolerance; CJM102 obeys it too."""
    threshold = subject.option("CJM101", "threshold")
    return rounded(-subject.analysis.journey.tolerance if threshold is None else threshold)


def is_below(figures: TouchpointFigures, limit: float) -> bool:
    """Whether there is a gap below the limit."""
    return figures.gap is not None and figures.gap < limit


def is_negative_moment(subject: Subject, figures: TouchpointFigures) -> bool:
    """Whether it is a negative moment of truth, everybody's C or C̄ being below the limit too."""
    limit, weighted = limit_of(subject), figures.weighted_gap
    below = is_below(figures, limit) or (weighted is not None and weighted < limit)
    return below and figures.negative_moment_of_truth


def is_told(subject: Subject, figures: TouchpointFigures) -> bool:
    """Whether CJM101 or CJM102 tells a touchpoint's gap, everybody's or some personas'."""
    limit = limit_of(subject)
    if "CJM101" in subject.selected:
        return is_below(figures, limit) or bool(_personas_below(subject, figures, limit))
    if "CJM102" not in subject.selected:
        return False
    return is_negative_moment(subject, figures)


def gap_place(subject: Subject, figures: TouchpointFigures, persona: str | None = None) -> Place:
    """Where a gap stands: the experience's number, a persona's own, else the touchpoint."""
    if persona is None:
        return Place(("touchpoints", figures.id, "experience", "score"))
    point = subject.analysis.journey.touchpoints[figures.place]
    own = any(p.persona == persona and p.experience is not None for p in point.by_persona)
    inner = ("by_persona", persona, "experience", "score") if own else ()
    return Place(("touchpoints", figures.id, *inner), key=not own)


def includes_zero(figures: TouchpointFigures) -> bool:
    """Whether the 95 % interval of C includes 0."""
    interval = figures.interval
    return interval is not None and interval[0] <= 0 <= interval[1]


Lived = tuple[tuple[str, TouchpointFigures], ...]
"""Figures by persona id."""


def _personas_below(subject: Subject, figures: TouchpointFigures, limit: float) -> Lived:
    lived = ((a.persona or "", a.touchpoints[figures.place]) for a in subject.analysis.personas)
    return tuple((id, f) for id, f in lived if is_below(f, limit))


def gap_diagnostic(
    code: str, subject: Subject, figures: TouchpointFigures, why: Message | None = None
) -> Diagnostic | None:
    """A gap that everybody has, or only some personas; `why` follows in the message."""
    limit = limit_of(subject)
    personas = _personas_below(subject, figures, limit)
    if is_below(figures, limit):
        return _of_all(code, subject, figures, personas, limit, why)
    return _of_personas(code, subject, figures, personas, limit, why) if personas else None


def _of_all(
    code: str,
    subject: Subject,
    figures: TouchpointFigures,
    personas: Lived,
    limit: float,
    why: Message | None,
) -> Diagnostic:
    found = _message(figures, figures, _what(figures, None, limit), why)
    return Diagnostic(
        code=code,
        message=naming_the_worst_gap(found, subject.analysis, figures, limit),
        place=gap_place(subject, figures),
        touchpoint=figures.id,
        help=HELP,
        severity=Severity.WARNING if includes_zero(figures) else None,
        values=(("", figures.gap or 0.0), *((id, f.gap or 0.0) for id, f in personas)),
    )


def _of_personas(
    code: str,
    subject: Subject,
    figures: TouchpointFigures,
    personas: Lived,
    limit: float,
    why: Message | None,
) -> Diagnostic:
    """A gap that only some personas have; of several the worst is named with its figures."""
    names = [subject.analysis.journey.persona(id).name for id, _ in personas]
    worst = min(range(len(personas)), key=lambda n: personas[n][1].gap or 0.0)
    lived = personas[worst][1]
    what = _what(lived, a_few(names), limit)
    if len(names) > 1:
        known = [(figures.gap or 0.0, id) for id, figures in personas]
        name = names_of_the_worst(subject.analysis, known)
        what = say("{what}, worst for {name}", what=what, name=name)
    certain = any(not includes_zero(f) for _, f in personas)
    return Diagnostic(
        code=code,
        message=_message(figures, lived, what, why),
        place=gap_place(subject, figures, personas[0][0]),
        touchpoint=figures.id,
        help=HELP,
        severity=None if certain else Severity.WARNING,
        personas=tuple((id, f.gap or 0.0) for id, f in personas),
        values=tuple((id, f.gap or 0.0) for id, f in personas),
    )


HELP = say("raise the experience, promise less, or accept it for a while with a waiver")


def _message(
    figures: TouchpointFigures,
    lived: TouchpointFigures,
    what: Message,
    why: Message | None,
) -> Message:
    """What happens at a touchpoint, to whom, and the figures as they live it."""
    o, b, digits = lived.expectation or 0.0, lived.experience or 0.0, figures.digits
    return say(
        "{id}: {what}, O {expectation}, B {experience}, C {gap}{why}",
        id=figures.id,
        what=what,
        expectation=ScoreFigure(o, digits),
        experience=ScoreFigure(b, digits),
        gap=GapFigure(o, b, digits),
        why=why or "",
    )


def _what(figures: TouchpointFigures, names: Message | str | None, limit: float) -> Message:
    """A positive threshold asks for more than was expected: not to reach it is no loss."""
    if (figures.gap or 0.0) < 0:
        if names is None:
            return say("customers get less than they expected")
        return say("less than expected for {names}", names=names)
    if names is None:
        return say("for customers C is below the threshold of {limit}", limit=limit)
    return say("for {names} C is below the threshold of {limit}", names=names, limit=limit)


RULE = Rule(
    "CJM101",
    "negative-gap",
    Severity.ERROR,
    PAGE,
    find,
    needs_flow=True,
    options=(Option("threshold", say("C below this is found; default: minus the tolerance")),),
)
