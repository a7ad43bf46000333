"""Draw the pictures of docs/gallery.md, and the two of README, from the journeys in journeys/.

    python tools/draw_gallery.py            # writes docs/images/*.svg and docs/images/gallery/*.svg
    python tools/draw_gallery.py --png DIR  # PNGs instead, to look at

The same journeys give the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import cjm
from cjm.journey import Journey, Start, Touchpoint, Transition

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "images"
ENDINGS = {"en": ".en", "ru": ""}
"""What the file of a journey in this language is called beside its id."""
JOINED = ("business-taxi", "online-shop-support", "coffee-shop")
TITLES = {"en": "Three journeys on one map", "ru": "Три пути на одной карте"}
NARROW = ("touchpoint", "scores", "curve", "reach", "moments")


def file_of(name: str, language: str) -> Path:
    """The file of a worked journey; of one that is not translated the only one."""
    path = ROOT / "journeys" / f"{name}{ENDINGS[language]}.yaml"
    return path if path.exists() else ROOT / "journeys" / f"{name}.yaml"


def joined(language: str) -> Journey:
    """Three journeys as one of many touchpoints, so that its cards are compact."""
    parts = [(name, cjm.load(file_of(name, language))) for name in JOINED]
    channels = {c.id: c for _, journey in parts for c in journey.channels}
    return Journey(
        "three-journeys",
        tuple(chain.from_iterable(_apart(name, journey) for name, journey in parts)),
        title=TITLES[language],
        language=parts[0][1].language,
        scale=parts[0][1].scale,
        channels=tuple(channels.values()),
        start=tuple(
            Start(f"{name}-{start.touchpoint}", start.share / len(parts))
            for name, journey in parts
            for start in journey.start or (Start(journey.touchpoints[0].id),)
        ),
    )


def _apart(name: str, journey: Journey) -> Iterator[Touchpoint]:
    """The touchpoints under ids that no other journey has, without their stages."""
    for point in journey.touchpoints:
        ways = tuple(Transition(f"{name}-{t.to}", t.probability, t.label) for t in point.next)
        yield replace(point, id=f"{name}-{point.id}", stage=None, next=ways, by_persona=())


def pictures(**shared: Any) -> dict[str, bytes]:
    """Every picture's bytes by its path below docs/images; all have the `shared` look."""
    return {name: picture for each in ENDINGS for name, picture in _pictures(each, shared)}


def _pictures(language: str, shared: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    # A file is drawn with what its workspace says beside it, as the command draws it.
    def draw(journey: Journey | Path, **look: Any) -> bytes:
        return cjm.render(journey, language=language, **look, **shared)

    ending, taxi = f"{ENDINGS[language]}.svg", file_of("business-taxi", language)
    yield f"business-taxi{ending}", draw(taxi)
    yield f"business-taxi.map{ending}", draw(taxi, view="map")
    for theme in ("dark", "print"):
        yield f"gallery/graph.{theme}{ending}", draw(taxi, theme=theme)
        yield f"gallery/map.{theme}{ending}", draw(taxi, view="map", theme=theme)
    yield f"gallery/loop{ending}", draw(file_of("online-shop-support", language))
    yield f"gallery/compact{ending}", draw(joined(language))
    personas = [persona.id for persona in cjm.load(taxi).personas]
    yield (
        f"gallery/personas{ending}",
        draw(taxi, view="map", persona=personas, lanes=NARROW),
    )
    as_is, to_be = (file_of(f"bakery.{state}", language) for state in ("as-is", "to-be"))
    yield f"gallery/compare{ending}", draw(as_is, view="map", compare=cjm.load(to_be))
    for name in ("dental-visit", "online-course"):
        yield f"gallery/{name}{ending}", draw(file_of(name, language), view="map")


def main() -> None:
    """Write the pictures, or PNGs to look at."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--png", type=Path, metavar="DIR")
    folder = parser.parse_args().png
    shared = {"format": "png", "scale": 1} if folder else {}
    for name, picture in pictures(**shared).items():
        path = folder / f"{name}.png" if folder else TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture)


if __name__ == "__main__":
    main()
