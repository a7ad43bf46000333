"""Measures: the sizes of full and compact cards and of what stands around them."""

from cjm.maps.content.model import Arrow, Diagram
from cjm.maps.scene.text import SLACK, width_of, wrapped
from cjm.tuples import NamedTuple


class Measures(NamedTuple):
    """Sizes in units of the sheet, one pixel each at scale 1."""

    card_width: float
    card_height: float
    strip: float
    """Height of the strip with the reasons of a moment of truth."""
    tip: float
    """How far a tag or medal stands out above its card."""
    padding: float
    gutter: float
    port_pitch: float
    port_margin: float
    least_port_pitch: float
    track_pitch: float
    bulge: float
    """Distance of the first bulge from the card, room for an arrowhead."""
    fork: float
    """Distance of a fork's trunk from the cards it leads to, room for an arrowhead."""
    bulge_label: float
    bulge_pitch: float
    row_gap: float
    drop_off: float
    self_loop: float
    loop_room: float
    """How far above a card's lower edge its right ports stay where it has a self-loop."""
    vertical: float
    radius: float
    halo: float
    """How far the halo of a doom loop stands out around its cards."""
    halo_line: float
    """How wide it is along the loop's transitions."""
    tab: float
    """Height of the tab with the sum a round, below the halo's card, from the card's edge."""
    tab_icon: float
    tab_padding: float
    heavy: float
    """How much wider than 1 a transition of 100 % is."""


FULL = Measures(
    card_width=200,
    card_height=108,
    strip=28,
    tip=12,
    padding=12,
    gutter=56,
    port_pitch=24,
    port_margin=12,
    least_port_pitch=13,
    track_pitch=15,
    bulge=20,
    fork=22,
    bulge_label=22,
    bulge_pitch=10,
    row_gap=48,
    drop_off=50,
    self_loop=40,
    loop_room=34,
    vertical=36,
    radius=8,
    halo=8,
    halo_line=20,
    tab=32,
    tab_icon=18,
    tab_padding=8,
    heavy=6,
)
COMPACT = Measures(
    card_width=188,
    card_height=56,
    strip=0,
    tip=10,
    padding=12,
    gutter=52,
    port_pitch=20,
    port_margin=12,
    least_port_pitch=10,
    track_pitch=11,
    bulge=17,
    fork=18,
    bulge_label=20,
    bulge_pitch=8,
    row_gap=26,
    drop_off=25,
    self_loop=32,
    loop_room=24,
    vertical=24,
    radius=6,
    halo=5,
    halo_line=14,
    tab=24,
    tab_icon=14,
    tab_padding=6,
    heavy=4,
)
MOST_LABELLED_BULGES = 3
LABEL_SIZE = 12
LABEL_HEIGHT, LABEL_PITCH = 18, 14
LABEL_ROOM, LABEL_LINES = 88.0, 5
"""Words on a transition are set in lines of this width: beside an upright line a card leaves it."""


def measures_of(diagram: Diagram) -> Measures:
    """The measures a diagram is drawn with."""
    return COMPACT if diagram.compact else FULL


def bulge_reach(measures: Measures, track: int, tracks: int) -> float:
    """How far from the card the bulge on that track runs: a label apart unless there are many."""
    wide = measures.bulge_label if tracks <= MOST_LABELLED_BULGES else measures.bulge_pitch
    return measures.bulge + track * wide


def label_of(arrow: Arrow, compact: bool, brief: bool = False) -> tuple[str, tuple[str, ...]]:
    """What stands on a transition: its percentage, and its words in lines; empty where not shown.

    100 % is told by the full width; a compact map shows only 10 to 95 %; a brief label no words.
    """
    if compact:
        return (arrow.percentage if 0.1 <= arrow.probability <= 0.95 else "", ())
    share = arrow.percentage if arrow.probability < 1 or arrow.lived else ""
    if brief or not arrow.words:
        return share, ()
    beside = _width_of(share) + 5 + width_of(arrow.words, LABEL_SIZE)
    if share and beside <= LABEL_ROOM:
        return share, (arrow.words,)
    return share, wrapped(arrow.words, (LABEL_ROOM / SLACK,) * LABEL_LINES, LABEL_SIZE)


def is_beside(share: str, words: tuple[str, ...]) -> bool:
    """Whether the words stand on the line of the percentage."""
    beside = _width_of(share) + 5 + width_of(" ".join(words), LABEL_SIZE)
    return len(words) == 1 and bool(share) and beside <= LABEL_ROOM


def label_width(arrow: Arrow, compact: bool, brief: bool = False) -> float:
    """The width a transition's label takes; 0 where it has none."""
    share, words = label_of(arrow, compact, brief)
    if is_beside(share, words):
        return _width_of(share) + 5 + width_of(words[0], LABEL_SIZE) + 8
    widths = [*([_width_of(share)] if share else []), *(width_of(w, LABEL_SIZE) for w in words)]
    return max(widths) + 8 if widths else 0


def label_height(arrow: Arrow, compact: bool, brief: bool = False) -> float:
    """The height a transition's label takes."""
    share, words = label_of(arrow, compact, brief)
    lines = 1 if is_beside(share, words) else bool(share) + len(words)
    return LABEL_HEIGHT + LABEL_PITCH * max(0, lines - 1)


def lead_width(arrow: Arrow, compact: bool) -> float:
    """The width of what stands where a line begins: words of several lines find a place by it."""
    brief = label_height(arrow, compact) > LABEL_HEIGHT
    return label_width(arrow, compact, brief)


def _width_of(share: str) -> float:
    return width_of(share, LABEL_SIZE, bold=True)


def card_body(ports: int, measures: Measures) -> float:
    """The height of a card without its strip: enough for its ports on the fuller side."""
    needed = 2 * measures.port_margin + (ports - 1) * measures.least_port_pitch
    return max(measures.card_height, needed)
