"""Random journeys and their parts, as strategies for Hypothesis.

>>> from hypothesis import given
>>> from cjm.testing.strategies import journeys
>>> @given(journeys())
... def test_my_tool(journey):
...     ...
"""

from cjm.errors import CjmError
from cjm.i18n import say

try:
    import hypothesis as _hypothesis  # noqa: F401
except ModuleNotFoundError as error:
    raise CjmError(
        say("hypothesis is not installed: pip install 'customer-journey-map[testing]'")
    ) from error

from cjm.testing.strategies.fields import complete_journeys
from cjm.testing.strategies.flow import journeys
from cjm.testing.strategies.measured import measured_scores, overlays
from cjm.testing.strategies.values import harmful_texts, ids, scores, texts
from cjm.testing.strategies.walks import walks

__all__ = [
    "complete_journeys",
    "harmful_texts",
    "ids",
    "journeys",
    "measured_scores",
    "overlays",
    "scores",
    "texts",
    "walks",
]
