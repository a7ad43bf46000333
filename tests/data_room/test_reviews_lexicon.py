"""Tone by a lexicon of one's own, and what may be wrong with its file."""

from __future__ import annotations

import pytest
from review_rows import feedback

from cjm.errors import UsageError


def tones(desk, lexicon, *texts):
    """The mean tone of each text by itself."""
    path = desk.write("words.csv", lexicon)
    return [feedback([(text, 5)], languages=("ru",), lexicon=path).figures.tone for text in texts]


def test_the_tone_is_the_mean_weight_of_known_words(desk):
    """Words in any form, as often as they stand there; a rating plays no part, nor does `0`."""
    lexicon = "ужасный;-1\nхорошо;0.5\nсредне;0\n"
    assert tones(desk, lexicon, "ужасная, ужасно хорошо", "нет", "средне") == [
        pytest.approx(-0.25), None, 0.0,
    ]  # fmt: skip


def test_the_longest_words_count(desk):
    """What stands inside them does not count again."""
    lexicon = "не очень;-0.5\nочень;0.5\nочень хорошо;1\n"
    assert tones(desk, lexicon, "не очень", "очень", "очень хорошо очень") == [-0.5, 0.5, 0.75]


def test_a_lexicon_may_have_a_head_and_more_columns(desk):
    """As published ones have; decimal commas and a true minus are read."""
    lexicon = "term;tag;value;pstv\nплохо;NGTV;−0,8;0.1\n\nхорошо;PSTV;0,5;0.9\n"
    assert tones(desk, lexicon, "плохо", "хорошо") == [-0.8, 0.5]
    assert tones(desk, "плохо,-1\nхорошо,1\n", "плохо") == [-1]
    assert tones(desk, f"sep=;\r\n{lexicon}", "плохо") == [-0.8]
    assert tones(desk, "sep=|\nплохо|-1\n", "плохо") == [-1]


@pytest.mark.parametrize(
    ("lexicon", "words"),
    [
        ("плохо;-1\nхорошо\n", "words.csv:2: no word with a weight from −1 to 1: 'хорошо'"),
        ("плохо;-2\n", "words.csv:1: no word with a weight from −1 to 1: 'плохо;-2'"),
        ("плохо;nan\n", "words.csv:1: no word with a weight"),
        ("плохо;x\n", "words.csv:1: no word with a weight"),
        ("!!!;1\n", "words.csv:1: no word with a weight"),
        ("", "the lexicon words.csv has no words"),
        ("word;weight\n", "the lexicon words.csv has no words"),
    ],
)
def test_faults_are_told_at_their_line(desk, lexicon, words):
    """A lexicon that is half read would give half a tone."""
    with pytest.raises(UsageError) as caught:
        tones(desk, lexicon, "плохо")
    assert str(caught.value).startswith(words)


def test_a_lexicon_that_cannot_be_read(desk):
    """It is not there, or is no UTF-8."""
    with pytest.raises(UsageError, match=r"nowhere\.csv: "):
        feedback([("x",)], lexicon="nowhere.csv")
    desk.write("words.csv", "плохо;-1\n".encode("cp1251"))
    with pytest.raises(UsageError, match="not UTF-8"):
        feedback([("x",)], lexicon="words.csv")
