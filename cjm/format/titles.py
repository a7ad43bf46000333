"""Titles: what each record of the format is, in a few words, for editors."""

from __future__ import annotations

from collections.abc import Mapping

from cjm.i18n import Message, say

TITLES: Mapping[str, Message] = {
    "journey": say("journey"),
    "customers": say("customers of a period"),
    "persona": say("persona"),
    "channel": say("channel"),
    "stage": say("stage"),
    "lane": say("row of your own"),
    "metric": say("metric with its target"),
    "touchpoint": say("touchpoint"),
    "score": say("score with evidence"),
    "persona_scores": say("what differs for a persona"),
    "paired": say("spread of B − O"),
    "scenario_step": say("step of a scenario"),
    "transition": say("transition with its probability"),
    "improvement": say("improvement"),
    "judgement": say("metric before and after"),
    "waiver": say("waiver"),
    "workspace": say("workspace"),
    "philosophy": say("service philosophy"),
    "check": say("which rules run"),
    "data": say("sources of data"),
    "connection": say("connection"),
    "data_period": say("period"),
    "survey": say("survey"),
    "side_column": say("column that tells the side"),
    "answer": say("what a column holds"),
    "yes_no": say("words for yes and no"),
    "asked_metric": say("how a metric is asked"),
    "events": say("event log"),
    "sales": say("sales"),
    "rfm": say("limits of the RFM scores"),
    "reviews": say("reviews"),
    "topics": say("topics of reviews"),
    "topic": say("topic"),
    "tone": say("tone by a lexicon"),
    "measured": say("what was measured of a journey"),
    "period": say("period"),
    "source_rows": say("rows of a source"),
    "left_out_rows": say("rows left out"),
    "measured_touchpoint": say("touchpoint, measured"),
    "measured_persona_scores": say("touchpoint, measured for a persona"),
    "measured_score": say("measured score"),
    "measured_paired": say("measured spread of B − O"),
    "measured_metric": say("measured metric"),
    "measured_persona": say("journey, measured for a persona"),
    "topic_count": say("topic in reviews"),
    "quote": say("quote with its source"),
    "thin_touchpoint": say("touchpoint with too few answers"),
    "thin_persona": say("persona with too few answers"),
}
"""By the record's name."""
