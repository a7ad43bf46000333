"""What is found in journeys: the diagnostic, where it stands, how bad it is; finding, report."""

from cjm.diagnostics.diagnostic import Beside, Diagnostic, Fix
from cjm.diagnostics.places import START, WHOLE, Place, Route, Span
from cjm.diagnostics.severity import Severity

__all__ = ["START", "WHOLE", "Beside", "Diagnostic", "Fix", "Place", "Route", "Severity", "Span"]
