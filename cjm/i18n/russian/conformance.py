"""In Russian: planned against lived."""

from __future__ import annotations

CONFORMANCE: dict[str, str] = {
    "there is no case to compare with the journey": "нет ни одного случая для сравнения с путём",
    "{id}: no planned walk leads from a start to an end": (
        "{id}: по плану от начала до конца не дойти"
    ),
    "cjm check says where customers cannot go on": (
        "cjm check покажет, где клиентам некуда идти дальше"
    ),
}
