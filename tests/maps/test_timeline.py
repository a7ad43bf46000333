"""The picture of a history: C over time, to scale, moments of truth named."""

from __future__ import annotations

from itertools import pairwise

import pytest

import cjm
from cjm.compare.history_rows import Followed, History, HistoryRow
from cjm.maps.content.timeline import TAIL, timeline_of
from cjm.maps.scene.model import Group, Path, TextRun, walk
from cjm.maps.views import timeline

DAYS = ("2026-01-01", "2026-01-11", "2026-04-11", None)


def row(day, gaps):
    """A revision of that day, or the working tree."""
    time = day and f"{day}T00:00:00+00:00"
    return HistoryRow(day, time, time, "work", "a.yaml", gaps, None, None, {})


def history(columns, moments=(), scale=(0, 10)):
    """A history of the C of each touchpoint in each of the four revisions."""
    journey = cjm.Journey("a", {id: {} for id in columns}, title="A ride", scale=scale)
    rows = tuple(
        row(day, {id: values[n] for id, values in columns.items() if values[n] != "–"})
        for n, day in enumerate(DAYS)
    )
    points = tuple(Followed(id, id.title(), (), True, id in moments) for id in columns)
    return History("a.yaml", journey, points, rows, (), False, 0, {})


FOUND = history(
    {"call": (-1, 0, 0, 0), "ride": (-4, -4, -2, 1), "pay": (0, "–", None, 1)}, ("call", "ride")
)


def lines_of(found=FOUND):
    return {line.id: line for line in timeline_of(found, "en").lines}


def test_time_is_to_scale_and_c_holds_from_commit_to_commit():
    """Ten days of a hundred are a tenth of the way; today stands behind the last commit."""
    [stretch] = lines_of()["ride"].stretches
    at = [place for place, _ in stretch]
    assert at == pytest.approx([0, 0.1, 0.1, 1, 1, 1.05, 1.05, 1.05 + TAIL])
    assert [value for _, value in stretch] == [-4, -4, -4, -4, -2, -2, 1, 1]


def test_where_a_touchpoint_has_no_c_its_line_is_broken():
    """It is not there, or nobody gave a score."""
    first, second = lines_of()["pay"].stretches
    assert [value for _, value in first] == [0, 0]
    assert [value for _, value in second] == [1, 1]


def test_moments_of_truth_are_named_and_the_others_pale():
    """Named with the C that they have now, painted last; every line says its own in a sentence."""
    scene = timeline.draw(timeline_of(FOUND, "en"))
    written = [node.text for node, _ in walk(scene.children) if isinstance(node, TextRun)]
    assert {"Call 0", "Ride +1", "Delight", "Disappointment", "now", "2026-01-01"} <= set(written)
    assert not any(text.startswith("Pay") for text in written)
    groups = [g for g in scene.children if isinstance(g, Group) and g.role == "touchpoint"]
    assert [group.data["touchpoint"] for group in groups] == ["pay", "call", "ride"]
    assert [group.title for group in groups] == ["Pay: 0 → +1", "Call: −1 → 0", "Ride: −4 → +1"]
    paths = [node for group in groups for node in group.children if isinstance(node, Path)]
    assert [path.stroke.paint for path in paths] == ["edge", "edge", "ink", "ink"]
    assert paths[2].stroke.dashes != paths[3].stroke.dashes


@pytest.mark.parametrize("count", [2, 12, 40])
def test_names_do_not_stand_on_each_other(count):
    """However many end at the same C; none leaves the picture."""
    columns = {f"t{n}": (0, 0, 0, -1) for n in range(count)}
    scene = timeline.draw(timeline_of(history(columns, columns), "en"))
    named = [
        node for node, _ in walk(scene.children)
        if isinstance(node, TextRun) and node.text.startswith("T") and node.size == 13
    ]  # fmt: skip
    heights = sorted(node.y for node in named)
    assert len(heights) == count
    assert min(b - a for a, b in pairwise(heights)) >= timeline.GAP - 1e-6
    assert 0 < heights[0] < heights[-1] < scene.height


HUNDREDTHS = [n / 100 for n in range(-4, 5)]


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((0, 0, 0, 0), ["−1", "−0.5", "0", "+0.5", "+1"]),
        ((-0.04, 0, 0, 0), [f"{n:+}".replace("-", "−") if n else "0" for n in HUNDREDTHS]),
        ((-7, 0, 3, 1), ["−8", "−6", "−4", "−2", "0", "+2", "+4", "+6", "+8"]),
        ((-4e9, 0, 0, 0), None),
    ],
)
def test_levels_are_round_and_few(values, ticks):
    """The same on both sides of zero, whatever the scale."""
    found = history({"a": values}, scale=(0, 10) if ticks else (0, 1e10))
    written = [text for _, text in timeline_of(found, "en").levels]
    assert ticks is None or written == ticks
    assert 3 <= len(written) <= 11
    assert len(set(written)) == len(written)


def test_one_revision_and_none_with_a_score_are_drawn():
    """There is nothing to divide by."""
    for gaps in ({"a": -1}, {"a": None}, {}):
        found = history({"a": (0, 0, 0, 0)})
        rows = (row("2026-01-01", gaps),)
        one = History("a", found.journey, found.touchpoints, rows, (), False, 0, {})
        assert cjm.render_history(one).startswith(b"<svg")


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_it_is_drawn_in_every_theme_and_language(theme, language):
    """With the levels in its words."""
    svg = cjm.render_history(FOUND, "svg", language, theme).decode()
    assert f'lang="{language}"' in svg
    assert {"en": "Disappointment", "ru": "Разочарование"}[language] in svg
    assert 'data-view="history"' in svg
