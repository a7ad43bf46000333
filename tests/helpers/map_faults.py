"""What is where it must not be on a map sheet: over another text, out of its column or stage."""

from __future__ import annotations

from itertools import pairwise

from map_probe import by_height, columns_of, over, overlapping
from picture_probe import Picture

from cjm.maps.scene.geometry import Box
from cjm.maps.scene.model import Rect


def faults(shown: Picture) -> list[str]:
    """What is where it must not be."""
    covered = [f"{a!r} over {b!r}" for a, b in overlapping(shown.texts)]
    return [*covered, *_beyond_the_sheet(shown), *_outside(shown)]


def _beyond_the_sheet(shown: Picture) -> list[str]:
    room, found = shown.sheet, []
    for text in shown.texts:
        box = text.box
        if box.x < 4 or box.right > room.width - 4 or box.bottom > room.height - 2 or box.y < 4:
            found.append(f"{text.text!r} is beyond the sheet")
    return found


def _out_of_stage(shown: Picture, boxes: dict[str, Box]) -> list[str]:
    """What runs on over columns of other stages, or over what they say."""
    bands = [g.box for g in shown.groups("stage")]
    texts, found = by_height(shown.texts), []
    for wide in shown.groups("wide-cell"):
        column = boxes[str(wide.data["touchpoint"])]
        inside = [b for b in bands if b.x < column.center.x < b.right]
        areas = [t.box for t in wide.texts]
        areas += [s.box for s in wide.shapes if isinstance(s.node, Rect)]
        own = {t.box for t in wide.texts}
        for area in areas:
            found += [
                f"{wide.title!r} leaves its stage"
                for b in inside
                if area.x < b.x - 1 or area.right > b.right + 1
            ]
            found += [
                f"{wide.title!r} covers {t.text!r}" for t in over(area, texts) if t.box not in own
            ]
    return found


def _outside(shown: Picture) -> list[str]:
    """Texts outside their columns and stages; columns that overlap."""
    boxes = columns_of(shown)
    found = []
    for id, box in boxes.items():
        for text in shown.touchpoint(id).texts:
            if text.box.x < box.x or text.box.right > box.right or text.box.bottom > box.bottom:
                found.append(f"{text.text!r} is outside its column")
    found += _out_of_stage(shown, boxes)
    for left, right in pairwise(sorted(boxes.values(), key=lambda b: b.x)):
        if left.right > right.x:
            found.append("columns overlap")
    for group in shown.groups("stage"):
        band = group.box
        for text in group.texts:
            if text.box.x < band.x or text.box.right > band.right:
                found.append(f"{text.text!r} is outside its stage")
    return found
