"""The journey of the worked example, whose figures are worked out by hand."""

from cjm.journey import Journey, Touchpoint, Transition

EXAMPLE = Journey(
    "id",
    title="…",
    touchpoints=(
        Touchpoint(
            "search",
            title="…",
            expectation=7,
            experience=6,
            next=(Transition("pay", 0.5), Transition("ask", 0.3)),
        ),
        Touchpoint(
            "ask",
            expectation=6,
            experience=3,
            next=(Transition("search", 0.5), Transition("pay", 0.5)),
        ),
        Touchpoint("pay", expectation=8, experience=9, next=(Transition("done", 1),)),
        Touchpoint("done", expectation=8, experience=8, outcome="success"),
    ),
)
