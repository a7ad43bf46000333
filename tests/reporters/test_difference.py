"""A difference as Markdown: what a reviewer reads, whatever titles hold, at most so long."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm.compare.difference import Alone, Difference
from cjm.reporters.difference import LONGEST, MARK, MOST, difference_markdown
from cjm.testing.strategies import harmful_texts

ROOT = Path(__file__).parents[2]
AS_IS, TO_BE = (ROOT / f"journeys/bakery.{state}.yaml" for state in ("as-is", "to-be"))
BAKERY = """\
<!-- cjm diff -->
### Journeys: 2 gaps better, 0 worse

| journey | balance | disappointed | success | gaps |
| --- | --- | --- | --- | --- |
| **Пекарня у дома** `bakery` | −1.83 → **+2.66** ▲ | 87% → **0%** ▲ | 67% → **89%** ▲ | \
2 ▲ 0 ▼ +2 −1 |

<details><summary>bakery&#58; what changed</summary>

|  | touchpoint | O | B | C |
| --- | --- | --- | --- | --- |
| ▲ | Очередь `queue` | 7 | 4 → 7.5 | −3 → **+0.5** |
| ▲ | Стол подарочной упаковки `wrapping` | 8 | 6 → 9 | −2 → **+1** |
| + | Предзаказ подарка `preorder` | 7 | 8 | **+1** |
| + | Выдача предзаказа `pickup` | 8 | 9 | **+1** |
| − | В другой раз — мимо `passing-by` | 7 | 5 | −2 |

Transitions: 2 new, 1 gone, 4 changed. Improvements: 2 gone. Start changed. \
2 touchpoints say something else.
</details>
"""


def journey(points, id="j", **more):
    """A journey of touchpoints."""
    return cjm.Journey(id, points, **more)


def worse(id, n=1, title="T"):
    """A difference of one journey with worse gaps at so many touchpoints."""
    sides = [
        journey(
            {f"p{k}": {"title": title, "expectation": 5, "experience": b} for k in range(n)}, id
        )
        for b in (5, 4)
    ]
    return cjm.diff(*sides)


def test_the_bakery_s_comment_is_as_it_is_shown():
    """The form of a comment."""
    assert difference_markdown(cjm.diff(AS_IS, TO_BE)) == BAKERY


def test_something_worse_is_said_first_and_opened():
    """In the heading, and that journey's details."""
    text = difference_markdown(cjm.diff(TO_BE, AS_IS), "ru")
    assert text.startswith(f"{MARK}\n### Карты: стало хуже 2 разрыва, лучше 0\n")
    assert "<details open>" in text
    assert "| ▼ | Очередь `queue` | 7 | 7,5 → 4 | +0,5 → **−3** |" in text


def test_no_difference_is_told_in_a_heading():
    """So that an old comment is replaced by something."""
    assert difference_markdown(cjm.diff(AS_IS, AS_IS)) == f"{MARK}\n### Journeys: no differences\n"


@settings(max_examples=30)
@given(harmful_texts() | st.text("|<>@`\n\r*_[]()#&!~\\:$", min_size=1).filter(str.strip))
def test_no_title_is_markup_a_mention_or_another_row(title):
    """Whatever signs it holds, each line of the tables has its cells and no tag or mention."""
    if not title.strip() or (not title.isprintable() and "\ud800" <= max(title) <= "\udfff"):
        return
    try:
        found = cjm.diff(
            journey({"a": {"title": "x", "expectation": 5, "experience": 5}}),
            journey({"a": {"title": title, "expectation": 5, "experience": 4}}, title=title),
        )
    except (ValueError, TypeError):
        return  # no file could hold it
    text = difference_markdown(found)
    lines = text.split("\n")
    assert [line.count("|") for line in lines if line.startswith("|")] == [6] * 6
    assert lines.count("### Journeys: 1 gap worse, 0 better") == 1
    row = next(line for line in lines if line.startswith("| ▼ |"))
    cell = row.split(" | ")[1].removesuffix(" `a`")
    assert not re.search(r"[<>@`*_\[\]#]", cell.replace("&#", ""))
    assert set(re.findall(r"</?(\w+)", text)) <= {"details", "summary"}


@pytest.mark.parametrize("count", [1, 20])
def test_a_comment_is_never_longer_than_github_takes(count):
    """Journeys of many touchpoints with long titles; what is left out is counted."""
    [one] = worse("j", 80, "<" * 3 * LONGEST).journeys
    text = difference_markdown(Difference((one,) * count))
    assert len(text) <= MOST
    assert "`j`" in text
    assert "`p79`" not in text


def test_journeys_that_did_not_fit_are_counted():
    """And those with a worse gap come first."""
    [one] = worse("j", 60, "t" * LONGEST).journeys
    text = difference_markdown(Difference((one,) * 400))
    rows = text.count("\n| **")
    assert 0 < rows < 400
    assert f"\nand {400 - rows} more\n" in text


def test_journeys_of_one_side_are_named():
    """New ones and those that are gone, the first ten."""
    alone = tuple(Alone(f"j{n}", "as-is", f"J|{n}", None) for n in range(12))
    text = difference_markdown(Difference((), alone[:1], alone))
    assert "New journeys: J&#124;0 `j0`, " in text
    assert "`j9` and 2 more\n" in text
    assert "Journeys that are gone: J&#124;0 `j0`\n" in text
