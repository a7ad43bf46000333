"""The portfolio's table under the hand: search, filters, order, and the address that tells them."""

from __future__ import annotations

import pytest
from keyboard import state

ROWS = "#journeys tbody tr"
SEARCH = "[name=q]"


@pytest.fixture
def portfolio(reader):
    """The Russian portfolio, open."""
    return reader.open("ru/index.html")


def titles(page) -> list[str]:
    """Of the rows in the table, in their order."""
    return page.locator(f"{ROWS} .name a").all_inner_texts()


def numbers(page, key: str) -> list[float | None]:
    """A value of every row, as it is ordered by."""
    rows = f"[...document.querySelectorAll('{ROWS}')]"
    return page.evaluate(f"{rows}.map(row => JSON.parse(row.dataset.v).{key})")


def test_every_journey_is_there_worst_first(portfolio):
    """The question is what to fix."""
    assert len(titles(portfolio)) == 13
    told = [balance for balance in numbers(portfolio, "balance") if balance is not None]
    assert portfolio.locator("[aria-sort=ascending]").inner_text().strip() == "Баланс"
    assert told == sorted(told)


def test_search_leaves_the_rows_that_hold_all_words(portfolio):
    """In titles, files and touchpoints; the count is announced, the address tells the words."""
    portfolio.fill(SEARCH, "ТАКСИ бизнес")
    assert titles(portfolio) == ["Такси бизнес-класса"]
    assert "1" in portfolio.locator("[role=status]").first.inner_text()
    assert state(portfolio) == "q=ТАКСИ+бизнес"


def test_enter_in_the_search_leads_nowhere(portfolio):
    """The form is sent to nobody."""
    portfolio.fill(SEARCH, "такси")
    portfolio.press(SEARCH, "Enter")
    assert titles(portfolio) == ["Такси бизнес-класса"]


def test_nothing_found_is_told_and_taken_back(portfolio):
    """By one button."""
    portfolio.fill(SEARCH, "жираф")
    assert portfolio.locator("#none").is_visible()
    assert not portfolio.locator("#journeys").is_visible()
    portfolio.locator("#none button").click()
    assert len(titles(portfolio)) == 13
    assert state(portfolio) == ""


def test_every_filter_leaves_some_rows(portfolio):
    """Those that have its value; the address tells it."""
    for name in ("persona", "channel", "stage", "owner", "state"):
        choice = portfolio.locator(f"[name={name}] option").nth(1)
        value = choice.get_attribute("value") or choice.inner_text()
        portfolio.select_option(f"[name={name}]", value)
        assert 0 < len(titles(portfolio)) < 13, name
        assert state(portfolio).startswith(f"{name}=")
        portfolio.locator("[data-act=reset]").first.click()
        assert len(titles(portfolio)) == 13, name


def test_a_heading_orders_by_its_column(portfolio):
    """Up, then down, by Enter; what is not known stands last either way."""
    for key in ("title", "disappointed", "success", "negatives", "findings", "owner", "balance"):
        heading = portfolio.locator(f"th[data-sort={key}]")
        heading.locator("button").press("Enter")
        assert heading.get_attribute("aria-sort") == "ascending", key
        up = numbers(portfolio, key)
        heading.locator("button").press("Enter")
        assert heading.get_attribute("aria-sort") == "descending", key
        known = [value for value in up if value is not None]
        assert numbers(portfolio, key) == known[::-1] + [None] * (len(up) - len(known)), key
        if key not in ("title", "owner"):
            assert known == sorted(known), key


def test_a_link_opens_what_it_was_copied_from(portfolio, reader):
    """Words, filters and order together."""
    portfolio.fill(SEARCH, "а")
    portfolio.select_option("[name=state]", "as-is")
    portfolio.locator("th[data-sort=success] button").click()
    portfolio.locator("th[data-sort=success] button").click()
    left = titles(portfolio)
    assert 1 < len(left) < 13
    again = reader.open("ru/index.html" + portfolio.evaluate("location.hash"))
    assert titles(again) == left
    assert again.input_value(SEARCH) == "а"


def test_unknown_values_in_an_address_change_nothing(reader):
    """An old link is never an error."""
    page = reader.open("ru/index.html#owner=nobody&sort=weight&dir=sideways&x=1&=&%E0%A4%A")
    assert len(titles(page)) == 13
    assert page.locator("[aria-sort=ascending]").count() == 1


def test_the_back_button_leaves_the_page(portfolio):
    """It does not undo clicks."""
    before = portfolio.evaluate("history.length")
    portfolio.fill(SEARCH, "такси")
    portfolio.locator("th[data-sort=success] button").click()
    assert portfolio.evaluate("history.length") == before


def test_a_figure_leads_to_the_rows_it_counts(portfolio):
    """The share of the disappointed to the table in its order."""
    portfolio.locator("a.figure[href*='sort=disappointed']").click()
    portfolio.wait_for_selector("th[data-sort=disappointed][aria-sort=descending]")
    told = [share for share in numbers(portfolio, "disappointed") if share is not None]
    assert told == sorted(told, reverse=True)
