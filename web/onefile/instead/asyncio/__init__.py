"""In place of asyncio, which Pyodide wants to be there: nothing in the page's Python waits.

The whole of it would take a tenth of the start.
"""


class Future:
    """What Pyodide would make of a promise; the page gives it none."""


def get_event_loop() -> object:
    """There is none."""
    raise RuntimeError("no event loop")
