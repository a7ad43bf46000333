"""The hostile workspace holds an attack wherever a file may hold any text."""

from __future__ import annotations

import json

import pytest
from filled_journey import DATA, filled_fields
from format_table import records
from hostile_site import (
    ATTACKS,
    BROKEN,
    OVERLAY_DATA,
    WORKSPACE_DATA,
    write_hostile_workspace,
)
from text_fields import filled_with, takes_text, text_fields

from cjm.format import JOURNEY, WORKSPACE
from cjm.format.measured import MEASURED

NOT_SHOWN = {("workspace", "results"), ("check", "select"), ("check", "ignore")}
"""Texts that say where something is, or name a rule."""


@pytest.mark.parametrize(
    ("kind", "data"),
    [(JOURNEY, DATA), (WORKSPACE, WORKSPACE_DATA), (MEASURED, OVERLAY_DATA)],
    ids=["journey", "workspace", "overlay"],
)
def test_every_text_of_the_format_has_a_value(kind, data):
    """A new field is missing here until the filled files have it."""
    table = {
        (record.name, key)
        for record in records(kind)
        for key, field in record.fields.items()
        if takes_text(field.kind)
    }
    assert table - set(filled_fields(kind, data)) - NOT_SHOWN == set()


def test_every_text_is_replaced():
    """And nothing but texts: days, numbers and references stay as they are."""
    filled = json.dumps(filled_with(JOURNEY, DATA, lambda way: "@@"), default=str)
    assert filled.count('"@@"') == len(set(text_fields(JOURNEY, DATA))) > 70
    assert "Persona goal" not in filled
    assert "2026-01-04" in filled


def test_all_but_one_can_be_read(desk):
    """So that what they say reaches the pages."""
    write_hostile_workspace(desk.folder)
    faulty = {finding.file for finding in desk.check(".").findings if finding.code < "CJM1"}
    assert faulty == {f"journeys/{BROKEN}.yaml"}
    assert len(list(desk.folder.glob("journeys/*.yaml"))) == len(ATTACKS) + 2
