"""Rows that stay where they are: the canonical SQL on a user's own Spark or database.

Nothing is written there: only SELECT is sent, and no temporary table is made. What differs between
databases stands in `dialects`; the computations know nothing of it.
"""

from cjm.data.remote.typed import typed_remotely

__all__ = ["typed_remotely"]
