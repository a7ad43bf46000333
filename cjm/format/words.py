"""The words that fields hold, each with what it means."""

from __future__ import annotations

from cjm.format.texts import OneOf
from cjm.i18n import say
from cjm.journey import words

LANGUAGE = OneOf(words.LANGUAGES, (say("English"), say("Russian")))
STATE = OneOf(words.STATES, (say("how it is today"), say("how it should be")))
OUTCOME = OneOf(
    words.OUTCOMES,
    (
        say("the customer got what was wanted"),
        say("the customer did not get it"),
        say("neither of the two; no loss"),
    ),
)
PHASE = OneOf(
    words.PHASES,
    (
        say("it is planned"),
        say("it is being done"),
        say("its effect is measured"),
        say("it has become the standard, or was given up"),
    ),
)
PERIOD = OneOf(
    words.PERIODS,
    (say("in a day"), say("in a week"), say("in a month"), say("in a quarter"), say("in a year")),
)
CHANNEL_KIND = OneOf(words.WHERE, (say("over the network"), say("face to face")))
SEVERITY = OneOf(
    ("error", "warning", "info"),
    (
        say("cjm check fails"),
        say("told; fails with --fail-on warning"),
        say("told; fails with --fail-on info"),
    ),
)
SIDE = OneOf(
    ("expectation", "experience"),
    (say("O, what the customer counts on"), say("B, what the customer gets")),
)
WHICH_ANSWER = OneOf(
    ("latest", "mean"),
    (say("the latest answer of a respondent"), say("the mean of a respondent's answers")),
)
TONE = OneOf(("rating",), (say("the rating of the review"),))
DECIMAL = OneOf((".", ","), (say("a point: 8.4"), say("a comma: 8,4")))
