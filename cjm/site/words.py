"""Words for scripts: what they say of what happens while a page is read."""

from __future__ import annotations

from cjm.i18n import say

PERIODS = (
    ("day", say("a day")),
    ("week", say("a week")),
    ("month", say("a month")),
    ("quarter", say("a quarter")),
    ("year", say("a year")),
)
SCRIPT_WORDS = (
    ("nothing", say("Nothing found.")),
    ("shown", say("{} of {} shown")),
    ("more", say("Show {} more")),
    ("copied", say("Link copied")),
    ("balance", say("Balance")),
    ("disappointed", say("Disappointed")),
    ("chosen", say("chosen")),
    ("left", say("left for later")),
    ("notHere", say("cannot be computed here")),
    ("noPicture", say("this browser cannot draw the picture; save the SVG")),
    ("now", say("now {}")),
    ("people", say("{} {}")),
    ("customers", say("people")),
    ("tooLarge", say("The share would take too long to work out here; the balance holds.")),
    ("simulated", say("The share is simulated: it cannot be worked out here; the balance holds.")),
    *((f"per_{period}", said) for period, said in PERIODS),
    ("broken", say("The last good page stays until this is mended")),
    ("unread", say("This could not be read")),
    ("lost", say("The server has stopped; the page is as it was last")),
)
"""By the names that scripts know; `{}` takes a figure."""
