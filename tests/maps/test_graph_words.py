"""What a graph says in words beside its scores: on lines, on cards, in the heads of stages."""

from __future__ import annotations

from picture_probe import Picture, picture

from cjm.journey import Channel, Journey, Link, Metric, Stage, Touchpoint
from cjm.maps.look import look_of
from cjm.maps.render import drawn
from cjm.maps.scene.model import Link as Anchor
from cjm.maps.scene.model import TextRun, walk

LONG = "they looked for a car for a very long time and then gave up"


def taxi(label: str = "no car", **ride: object) -> Journey:
    """Two stages, a label and a wait on the way."""
    points = (
        Touchpoint("book", "Booking", stage="order", channel=["app", "web"], duration="3 min",
                   next={"ride": {"probability": 0.9, "wait": "15 min"},
                         "cancel": {"probability": 0.1, "label": label}}),
        Touchpoint("cancel", "Cancelled", stage="order", expectation=5, experience=4),
        Touchpoint("ride", "Ride", stage="trip", expectation=8, experience=6, **ride),  # type: ignore[arg-type]
    )  # fmt: skip
    stages = (
        Stage("order", "Order"),
        Stage("trip", "Trip", owner="Fleet", metrics=(Metric("csat", 81, ">= 90", unit="%"),)),
    )
    channels = (Channel("app", "App"), Channel("web", "Website"))
    return Journey("taxi", points, stages=stages, channels=channels)


def words(shown: Picture) -> str:
    """All texts of a picture as one, spaces as they are typed."""
    return " ".join(t.text for t in shown.texts).replace("\u00a0", " ")


def test_labels_and_waits_are_read() -> None:
    """Beside the share, in as many lines as they need."""
    shown = words(picture(taxi("it took them too long to find a car")))
    assert "90% 15 min" in shown
    assert "10% it took them too long to find a car" in shown


def test_only_beyond_forty_letters_a_label_is_cut() -> None:
    """In a picture; in Mermaid and DOT it stands whole."""
    assert "10% they looked for a car for a very long…" in words(picture(taxi(LONG)))
    for format in ("mermaid", "dot"):
        assert LONG in drawn(taxi(LONG), look_of(), format).content.decode()


def test_words_without_room_stand_below_the_map() -> None:
    """On a map of compact cards nothing but shares fits between them."""
    points = tuple(
        Touchpoint(f"t{n}", next={f"t{n + 1}": {"label": f"label {n}"}} if n < 29 else {})
        for n in range(30)
    )
    shown = words(picture(Journey("many", points)))
    assert "On the way: t0 → t1: label 0; t1 → t2: label 1;" in shown


def test_a_card_tells_other_channels_duration_and_importance() -> None:
    """The first channel beside its icon, the others below the title."""
    shown = picture(taxi(importance=2, duration="40 min"))
    assert "also Website · takes 3 min" in words(shown)
    assert "takes 40 min · importance 2" in words(shown)
    assert "Also Website, takes 3\u00a0min." in shown.touchpoint("book").title


def test_links_are_led_to() -> None:
    """By their names; what could run a script is none, and of very many most are counted."""
    many = tuple(Link(f"ticket-{n}", f"https://example.org/{n}") for n in range(100))
    shown = picture(taxi(links=(Link("bad", "javascript:alert(1)"), *many)))
    anchors = [n for n, _ in walk(shown.scene.children) if isinstance(n, Anchor)]
    assert anchors[0].href == "https://example.org/0"
    assert isinstance(anchors[0].children[0], TextRun)
    assert f"+{100 - len(anchors)}" in words(shown)
    mermaid, dot = (
        drawn(taxi(links=many[:1]), look_of(), format).content.decode()
        for format in ("mermaid", "dot")
    )
    assert 'click t_ride href "https://example.org/0"' in mermaid
    assert 'URL="https://example.org/0"' in dot


def test_a_stage_tells_its_owner_and_its_metrics() -> None:
    """In its head, below its goal."""
    shown = words(picture(taxi()))
    assert "owner: Fleet" in shown
    assert "csat: 81%, target ≥ 90%: missed" in shown


def test_a_reason_that_several_share_is_told_as_shared() -> None:
    """On the strip: one of two where as many end."""
    points = (Touchpoint("a", next=["b", "c"]), Touchpoint("b"), Touchpoint("c"))
    shown = picture(Journey("tie", points))
    for id in "bc":
        assert "one of two where" in shown.touchpoint(id).title
