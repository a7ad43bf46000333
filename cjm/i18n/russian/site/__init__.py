"""In Russian: what the pages of a report say, a table for each of its parts."""

from cjm.i18n.russian.site.building import BUILDING
from cjm.i18n.russian.site.comparison import COMPARISON
from cjm.i18n.russian.site.frame import FRAME
from cjm.i18n.russian.site.glossary import GLOSSARY
from cjm.i18n.russian.site.journey import JOURNEY
from cjm.i18n.russian.site.journey_parts import JOURNEY_PARTS
from cjm.i18n.russian.site.persona import PERSONA
from cjm.i18n.russian.site.portfolio import PORTFOLIO
from cjm.i18n.russian.site.presentation import PRESENTATION
from cjm.i18n.russian.site.results import RESULTS
from cjm.i18n.russian.site.shared import SHARED
from cjm.i18n.russian.site.touchpoint import TOUCHPOINT

TABLES = (
    BUILDING, FRAME, PORTFOLIO, SHARED, JOURNEY, JOURNEY_PARTS, TOUCHPOINT, PERSONA, GLOSSARY,
    PRESENTATION, COMPARISON, RESULTS,
)  # fmt: skip
SITE = {english: russian for table in TABLES for english, russian in table.items()}
