"""CJM601, CJM603 and CJM604: slips in the text itself."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("pains", "found"),
    [
        ("[wait (long, dull), dear]", ["wait (long", "dull)"]),
        ("[he said «no, never», dear]", ["he said «no", "never»"]),
        ("[a “yes, but” came]", ["a “yes", "but” came"]),
        ("[„ja, aber“]", ["„ja", "aber“"]),
        ("[a) wait, 2) pay]", []),  # list marks
        ("[Спасибо), приду ещё)))]", []),  # smiles
        ("[sad :(, glad :-)]", []),
        ("[wait (long), «yes», „ja“, “no”]", []),
        ('["wait (long", dear]', []),  # in quotes: as meant
    ],
)
def test_half_a_pair_in_an_item_is_a_text_that_was_split(told, desk, pains, found):
    """Told at each item."""
    findings = told("CJM601", f"cjm: 1\ntouchpoints: {{a: {{pains: {pains}}}}}\n")
    assert [desk.under(f) for f in findings] == found
    assert len({f.item for f in findings}) == len(found)


def test_a_list_of_lines_is_not_split_by_commas(told):
    """What stands behind a hyphen is one text."""
    text = "cjm: 1\ntouchpoints:\n  a:\n    pains:\n    - wait (long, dull\n    - and dear\n"
    assert told("CJM601,CJM604", text) == []


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        ("pains", "\n      – slow\n      – dear", True),
        ("pains", "|\n      • slow\n      • dear", True),
        ("goals", "\n      -slow\n      -dear", True),
        ("x-own", "\n      -slow\n      -dear", True),
        ("pains", "|\n      -5 degrees\n      -6 degrees", False),
        ("pains", "\n      slow –\n      and dear", False),
        ("pains", "\n      slow\n      – and dear", False),  # one dash is no list
        ("quotes", "|\n      — Where is it?\n      — On its way.", False),  # speech
        ("quotes", "\n      — Dear\n      — Slow", True),
        ("description", "|\n      • slow\n      • dear", False),  # takes no list
    ],
)
def test_lines_with_marks_inside_one_text_are_a_list(told, field, text, found):
    """Told at the text, where the format takes a list."""
    if field == "goals":
        journey = f"cjm: 1\ntouchpoints: {{a: }}\npersonas:\n  p:\n    goals: {text}\n"
    else:
        journey = f"cjm: 1\ntouchpoints:\n  a:\n    {field}: {text}\n"
    assert bool(told("CJM603", journey)) is found


@pytest.mark.parametrize(
    ("quotes", "found"),
    [
        ("[Я звонил, а трубку не взяли]", ["а трубку не взяли"]),
        ("[dear, slow, which nobody told me]", ["which nobody told me"]),
        ("[пришёл мастер, которого не ждали]", ["которого не ждали"]),
        ("[and so on, And more]", []),  # the first; upper case
        ("[slow, android app, орех]", []),
        ("[slow, 'and dear']", []),  # in quotes: as meant
    ],
)
def test_an_item_that_goes_on_with_the_one_before_is_told(told, desk, quotes, found):
    """Behind a comma, in lower case, without quotes."""
    findings = told("CJM604", f"cjm: 1\ntouchpoints: {{a: {{quotes: {quotes}}}}}\n")
    assert [desk.under(f) for f in findings] == found


@pytest.mark.parametrize(
    ("field", "items", "found"),
    [
        ("quotes", "[Ждал час, потому что мастер заболел]", ["потому что мастер заболел"]),
        ("quotes", "[Готов платить, но за дело, а не за воздух]", ["но за дело", "а не за воздух"]),
        ("pains", "[счёт, в приложении, который не открыть]", ["который не открыть"]),
        ("quotes", "[I left, because nobody came, or so it seemed]",
         ["because nobody came", "or so it seemed"]),
        ("thoughts", "[как оплатить, что взять с собой, если опоздаю – что тогда]", []),
        ("actions", "[looks up when it opens, if it is far, that it has a ramp]", []),
        ("quotes", "[Не понял, что делать]", []),  # no way to tell it from the questions above
        ("thoughts", "[how to pay, when to come, what to bring]", []),
    ],
)  # fmt: skip
def test_the_rest_of_a_sentence_is_known_by_its_words_alone(told, desk, field, items, found):
    """If, when and that, если, как and что begin items of their own, too: they say nothing."""
    findings = told("CJM604", f"cjm: 1\ntouchpoints: {{a: {{{field}: {items}}}}}\n")
    assert [desk.under(f) for f in findings] == found
