"""In place of Pyodide's event loop: nothing in the page's Python waits for anything."""


def _initialize_event_loop() -> None:
    """Begin none: asyncio alone takes a tenth of the start."""
