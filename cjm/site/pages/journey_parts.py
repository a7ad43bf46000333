"""The lower part of a journey's page: curve, plan, findings, what it can be saved as."""

from cjm.site.pages.journey_curve import curve
from cjm.site.pages.journey_downloads import downloads
from cjm.site.pages.journey_findings import findings
from cjm.site.pages.journey_plan import plan
from cjm.site.pages.journey_print import printed

__all__ = ["curve", "downloads", "findings", "plan", "printed"]
