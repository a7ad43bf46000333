"""LSP's types, imported at half their price: most of what the start of the server takes.

lsprotocol makes 550 classes when it is imported. attrs compiles for each how it is printed and
compared, and makes it a second time to save memory: nobody asks for that here. What they need to be
built and read stays.
"""

from __future__ import annotations

from functools import partial


def load_types() -> None:
    """Import them. Raises ModuleNotFoundError where lsprotocol is not installed."""
    import attrs

    define = attrs.define
    attrs.define = partial(define, repr=False, eq=False, match_args=False, slots=False)
    try:
        import lsprotocol.types
    finally:
        attrs.define = define
    del lsprotocol
