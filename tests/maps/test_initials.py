"""Personas are told apart by the beginnings of their names."""

from __future__ import annotations

import pytest

from cjm.journey import Persona
from cjm.maps.content.initials import initials_of


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Анна", "Борис"], ["А", "Б"]),
        (["anna"], ["A"]),
        (["Анна", "Антон", "Борис"], ["Анн", "Ант", "Б"]),
        (["Анна", "Анна-Мария", "Яна"], ["А1", "А2", "Я"]),
        (["Одна", "Одна"], ["О1", "О2"]),
        (["👨‍👩‍👧 Семья", "👨‍👩‍👧 Пара"], ["👨‍👩‍👧 С", "👨‍👩‍👧 П"]),
        (["", "Б"], ["P", "Б"]),
        (["Анна", "Анна", "А1"], ["1", "2", "3"]),
    ],
)
def test_initials_differ(names: list[str], expected: list[str]) -> None:
    """One letter where that is enough, as many as it takes, else a number."""
    personas = [Persona(f"p{i}", name) for i, name in enumerate(names)]
    found = initials_of(personas)
    assert [found[p.id] for p in personas] == expected


def test_forty_of_one_name_differ() -> None:
    """Whatever they are called."""
    found = initials_of([Persona(f"p{i}", "Клиент") for i in range(40)])
    assert len(set(found.values())) == 40
