"""Customer journeys as code: write them in YAML, compute the gaps, check and draw them.

>>> import cjm
>>> journey = cjm.load("journeys/business-taxi.yaml")
>>> cjm.analyze(journey)["ride-rough"].gap
-5.0

Every command `cjm X` has a function of the same name here. Parts are imported when they are
first asked for, so that importing cjm costs next to nothing.
"""

from __future__ import annotations

import importlib

from cjm.version import __version__

# What typing says, without the time its import takes: Ctrl-C is not caught yet.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cjm.analysis import Analysis as Analysis
    from cjm.analysis import analyze as analyze
    from cjm.analysis.planning import plan as plan
    from cjm.analysis.plans import Plan as Plan
    from cjm.authoring.formatting.text import format_text as format_text
    from cjm.authoring.init import Initialized as Initialized
    from cjm.authoring.init import init as init
    from cjm.authoring.new import NewJourney as NewJourney
    from cjm.authoring.new import new as new
    from cjm.checking import check as check
    from cjm.checking.assess import Assessment as Assessment
    from cjm.checking.assess import assess as assess
    from cjm.checking.overview import Overview as Overview
    from cjm.checking.overview import overview as overview
    from cjm.compare.diff import diff as diff
    from cjm.compare.difference import Difference as Difference
    from cjm.compare.history import history as history
    from cjm.compare.history_rows import History as History
    from cjm.data.logs.conform_result import ConformResult as ConformResult
    from cjm.data.logs.conforming import conform as conform
    from cjm.data.logs.discovered import Discovered as Discovered
    from cjm.data.logs.discovering import discover as discover
    from cjm.data.reviews.feedback import Feedback as Feedback
    from cjm.data.reviews.summarizing import feedback as feedback
    from cjm.data.sales.segmentation import Segmentation as Segmentation
    from cjm.data.sales.segmenting import segment as segment
    from cjm.data.surveys.measure import measure as measure
    from cjm.data.surveys.result import MeasuredJourney as MeasuredJourney
    from cjm.data.surveys.result import MeasuredJourneys as MeasuredJourneys
    from cjm.diagnostics.findings import Finding as Finding
    from cjm.diagnostics.findings import Report as Report
    from cjm.diagnostics.findings import Severity as Severity
    from cjm.errors import CjmError as CjmError
    from cjm.errors import InvalidJourneyError as InvalidJourneyError
    from cjm.errors import LayoutError as LayoutError
    from cjm.errors import UsageError as UsageError
    from cjm.exchange.convert import Converted as Converted
    from cjm.exchange.convert import convert as convert
    from cjm.journey import Channel as Channel
    from cjm.journey import Comparison as Comparison
    from cjm.journey import Customers as Customers
    from cjm.journey import Improvement as Improvement
    from cjm.journey import Journey as Journey
    from cjm.journey import Judgement as Judgement
    from cjm.journey import Lane as Lane
    from cjm.journey import LaneTexts as LaneTexts
    from cjm.journey import Lift as Lift
    from cjm.journey import Link as Link
    from cjm.journey import Metric as Metric
    from cjm.journey import Paired as Paired
    from cjm.journey import Persona as Persona
    from cjm.journey import PersonaScores as PersonaScores
    from cjm.journey import ScenarioStep as ScenarioStep
    from cjm.journey import Score as Score
    from cjm.journey import Stage as Stage
    from cjm.journey import Start as Start
    from cjm.journey import Touchpoint as Touchpoint
    from cjm.journey import Transition as Transition
    from cjm.journey import Waiver as Waiver
    from cjm.maps import render as render
    from cjm.maps.batch import render_all as render_all
    from cjm.maps.changed import render_changes as render_changes
    from cjm.maps.results import render_cohorts as render_cohorts
    from cjm.maps.results import render_history as render_history
    from cjm.maps.results import render_pains as render_pains
    from cjm.notebook import notebook_html as notebook_html
    from cjm.project.loading import load as load
    from cjm.project.opening import workspace as workspace
    from cjm.project.workspace import Workspace as Workspace
    from cjm.project.writing import dump as dump
    from cjm.project.writing import from_dict as from_dict
    from cjm.project.writing import loads as loads
    from cjm.project.writing import to_dict as to_dict
    from cjm.rules.lookup import rule as rule
    from cjm.schemas import schema as schema
    from cjm.server.serving import serve as serve
    from cjm.site.report import report as report
    from cjm.terminal.show import show as show

_HOMES = {
    "Analysis": "cjm.analysis",
    "Assessment": "cjm.checking.assess",
    "CjmError": "cjm.errors",
    "Finding": "cjm.diagnostics.findings",
    "InvalidJourneyError": "cjm.errors",
    "Initialized": "cjm.authoring.init",
    "History": "cjm.compare.history_rows",
    "history": "cjm.compare.history",
    "init": "cjm.authoring.init",
    "NewJourney": "cjm.authoring.new",
    "new": "cjm.authoring.new",
    "Journey": "cjm.journey",
    "LayoutError": "cjm.errors",
    "Channel": "cjm.journey",
    "Comparison": "cjm.journey",
    "Link": "cjm.journey",
    "Paired": "cjm.journey",
    "ScenarioStep": "cjm.journey",
    "Workspace": "cjm.project.workspace",
    "Customers": "cjm.journey",
    "Improvement": "cjm.journey",
    "Judgement": "cjm.journey",
    "Lane": "cjm.journey",
    "LaneTexts": "cjm.journey",
    "Lift": "cjm.journey",
    "Metric": "cjm.journey",
    "Persona": "cjm.journey",
    "PersonaScores": "cjm.journey",
    "Severity": "cjm.diagnostics.findings",
    "Stage": "cjm.journey",
    "Start": "cjm.journey",
    "Waiver": "cjm.journey",
    "UsageError": "cjm.errors",
    "Overview": "cjm.checking.overview",
    "Plan": "cjm.analysis.plans",
    "Report": "cjm.diagnostics.findings",
    "Score": "cjm.journey",
    "Touchpoint": "cjm.journey",
    "Transition": "cjm.journey",
    "analyze": "cjm.analysis",
    "assess": "cjm.checking.assess",
    "check": "cjm.checking",
    "ConformResult": "cjm.data.logs.conform_result",
    "conform": "cjm.data.logs.conforming",
    "Converted": "cjm.exchange.convert",
    "convert": "cjm.exchange.convert",
    "Difference": "cjm.compare.difference",
    "diff": "cjm.compare.diff",
    "dump": "cjm.project.writing",
    "Discovered": "cjm.data.logs.discovered",
    "discover": "cjm.data.logs.discovering",
    "Feedback": "cjm.data.reviews.feedback",
    "feedback": "cjm.data.reviews.summarizing",
    "Segmentation": "cjm.data.sales.segmentation",
    "segment": "cjm.data.sales.segmenting",
    "from_dict": "cjm.project.writing",
    "format_text": "cjm.authoring.formatting.text",
    "load": "cjm.project.loading",
    "loads": "cjm.project.writing",
    "measure": "cjm.data.surveys.measure",
    "MeasuredJourney": "cjm.data.surveys.result",
    "MeasuredJourneys": "cjm.data.surveys.result",
    "notebook_html": "cjm.notebook",
    "to_dict": "cjm.project.writing",
    "overview": "cjm.checking.overview",
    "plan": "cjm.analysis.planning",
    "render": "cjm.maps",
    "render_all": "cjm.maps.batch",
    "report": "cjm.site.report",
    "serve": "cjm.server.serving",
    "render_changes": "cjm.maps.changed",
    "render_cohorts": "cjm.maps.results",
    "render_history": "cjm.maps.results",
    "render_pains": "cjm.maps.results",
    "rule": "cjm.rules.lookup",
    "schema": "cjm.schemas",
    "show": "cjm.terminal.show",
    "workspace": "cjm.project.opening",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'cjm' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
