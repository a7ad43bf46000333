"""In Russian: customers from sales."""

from __future__ import annotations

SALES: dict[str, str] = {}
