"""The file names of a site: each journey has its own on every system."""

from __future__ import annotations

import pytest

import cjm
from cjm.server.live import LiveSite
from cjm.site import addresses
from cjm.site.addresses import Wanted, stems

IDS = (
    "con", "CON", "nul", "aux", "prn", "com1", "LPT9", "com¹", "con_", "con.", "con ", "Taxi",
    "taxi", "taxi-2", "TAXI.", " taxi ", "..", "index", "metrics", "assets", "a" * 300,
    "a" * 300 + "b", "Ёж", "ёж", "a/b", "a\\b", "a:b",
)  # fmt: skip
JOURNEY = "cjm: 1\nid: {id}\nstate: {state}\nlanguage: en\ntouchpoints: {{a: {{title: Of {id}}}}}\n"


def test_no_two_journeys_share_an_address():
    """However alike their ids are, on systems that take upper and lower case for one, too."""
    found = stems(Wanted(id, state) for id in IDS for state in ("as-is", "to-be", None))
    assert len(set(found.values())) == len(found) == 3 * len(IDS)
    assert all(stem == stem.lower() for stem in found.values())
    compared = {addresses.comparison(found[Wanted(id, "as-is")]) for id in IDS}
    assert len(compared) == len(IDS)


def test_both_states_of_a_journey_have_one_name():
    """Whatever else is called alike."""
    found = stems(Wanted(id, state) for id in IDS for state in ("as-is", "to-be", None))
    for id in IDS:
        name = found[Wanted(id, None)]
        assert found[Wanted(id, "as-is")] == f"{name}.as-is"
        assert found[Wanted(id, "to-be")] == f"{name}.to-be"


@pytest.mark.parametrize("id", IDS)
def test_no_name_is_one_that_windows_keeps(id):
    """Whatever ending it has; nor does one end in a point or a space."""
    for name in (addresses.plain(id), addresses.shared_persona(id).partition("/")[2][:-5]):
        assert name.partition(".")[0] not in addresses.DEVICES
        assert name == name.strip(". ")
        assert not set(name) & set('<>:"/\\|?*')


def test_journeys_that_are_called_alike_are_served(tmp_path):
    """Each with its page, its slides and both states side by side."""
    for n, id in enumerate(("Taxi", "taxi", "taxi-2", "con")):
        for state in ("as-is", "to-be"):
            text = JOURNEY.format(id=id, state=state)
            (tmp_path / f"{n}.{state}.yaml").write_text(text, encoding="utf-8")
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    live = LiveSite([str(tmp_path)], language="en")
    live.refresh()
    pages = sorted((tmp_path / "site/en/journeys").iterdir())
    assert len(pages) == 4 * (2 + 2 + 1)
    for page in pages:
        found = live.get(f"en/journeys/{page.name}")
        assert found is not None, page.name
        assert page.name.partition(".")[0] in {"taxi", "taxi-2", "taxi-2-2", "con_"}
