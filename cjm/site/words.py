"""Words for scripts: what they say of what happens while a page is read."""

from __future__ import annotations

from cjm.i18n import say

SCRIPT_WORDS = (
    ("nothing", say("Nothing found.")),
    ("shown", say("{} of {} shown")),
    ("more", say("Show {} more")),
    ("copied", say("Link copied")),
)
"""By the names that scripts know; `{}` takes a figure."""
