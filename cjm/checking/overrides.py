"""What the command line says about the rules, before anybody has looked whether they exist."""

import os
from collections.abc import Iterable, Sequence
from typing import Any

from cjm.tuples import NamedTuple


class Overrides(NamedTuple):
    """Rules by code, name or prefix: `select` replaces the workspace's lists, `ignore` adds.

    `log`: those run that compare a journey with an event log, and no others.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    log: bool = False


def overrides_of(
    select: str | Sequence[str], ignore: str | Sequence[str], log: bool = False
) -> Overrides:
    """The overrides that two options make."""
    return Overrides(as_list(listed(select)), as_list(listed(ignore)), log)


def listed(values: Any) -> tuple[Any, ...]:
    """Several values, or a single one, as a tuple."""
    single = isinstance(values, (str, os.PathLike)) or not isinstance(values, Iterable)
    return (values,) if single else tuple(values)


def as_list(values: Sequence[str]) -> tuple[str, ...]:
    """Options given several times or comma-separated, as one list."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())
