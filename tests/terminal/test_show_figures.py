"""What a page says: every figure of the analysis at its place, in words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from show_samples import (
    PERSONAS,
    SINGLE,
    TRAP,
    UNMEASURED,
    WORKED,
    figures_of,
    line_of,
    part,
    tangled_journey,
)

import cjm
from cjm.errors import UsageError
from cjm.journey import Customers, Journey, Persona, Touchpoint, Transition
from cjm.maps.content.compose import compose

PAGE = cjm.show(WORKED)


@pytest.mark.parametrize(
    ("touchpoint", "figures"),
    [
        ("Search", "7 6 ▼ −1 100% −1.18 24%"),
        ("Ask", "6 3 ▼ −3 30% −1.06 0%"),
        ("Pay", "8 9 ▲ +1 76% +0.76 0%"),
        ("Done", "8 8 = 0 76% 0.00 0%"),
    ],
)
def test_a_touchpoint_has_its_line_of_figures(touchpoint, figures):
    """O, B, level, C, reach, impact and who leaves, as worked out by hand."""
    assert figures_of(PAGE, touchpoint) == figures.split()


def test_stars_mark_the_moments_of_truth_and_nothing_else():
    """The worked example has three of four."""
    starred = [line[2:].split()[0] for line in part(PAGE, "Touchpoints") if line.startswith("★")]
    assert starred == ["Search", "Ask", "Done"]


def test_bars_show_which_of_o_and_b_is_larger_and_by_how_much():
    """The stretch between the two signs is as long as the gap."""
    bars = {
        line.lstrip("★ ").split()[0]: re.search(r"[─━○●◉]{11,}", line)[0]
        for line in part(PAGE, "Touchpoints")[1:]
        if re.search(r"[─━○●◉]{11,}", line)
    }
    width = len(bars["Ask"])
    step = (width - 1) // 10
    for name, (o, b) in {"Search": (7, 6), "Ask": (6, 3), "Pay": (8, 9)}.items():
        assert bars[name].index("○") == o * step
        assert bars[name].index("●") == b * step
        assert bars[name].count("━") == abs(o - b) * step - 1
    assert bars["Done"].index("◉") == 8 * step


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Balance", "▼ −1.47"),
        ("Disappointed", "50%"),
        ("Remembered", "▼ −0.42"),
    ],
)
def test_key_figures_are_those_of_the_worked_example(label, value):
    """Balance, the disappointed, what is remembered."""
    assert re.search(rf"^  {label} +{re.escape(value)}  ", PAGE, re.MULTILINE)


def test_outcomes_are_told_in_a_bar_and_in_figures():
    """Cells in proportion, the same shares in words; what nobody meets is left out."""
    bar, legend = PAGE[PAGE.index("  Outcomes") :].split("\n")[:2]
    assert "success 76%" in legend.replace("\u00a0", " ")
    assert "left silently 24%" in legend.replace("\u00a0", " ")
    assert "failure" not in legend
    assert bar.count("█") / (bar.count("█") + bar.count("░")) == pytest.approx(0.765, abs=0.01)


def test_negative_moments_come_first_in_rank_order_with_owner_and_gain():
    """Search hurts more than ask; nobody owns search; each says what closing its gap brings."""
    lines = part(PAGE, "Moments of truth")
    assert lines == [
        "  1 ▼ −1  Search  nobody owns it",
        "          one of the main losses; decides success most · no way to success leads round it",
        "          closing the gap: balance +1.18, disappointed −20 points",
        "  2 ▼ −3  Ask  owner: support",
        "          one of the main losses; the strongest impression",
        "          closing the gap: balance +1.06, disappointed −15 points",
        "    = 0   Done  most customers end here · no way to success leads round it",
    ]


def test_a_declared_moment_says_that_the_author_named_it():
    """Also where nothing else makes it one."""
    points = [replace(p, moment_of_truth=p.id == "pay") for p in WORKED.touchpoints]
    page = cjm.show(replace(WORKED, touchpoints=tuple(points)))
    assert "Pay  named by the author" in line_of(page, "Moments of truth", "▲ +1")


def test_a_way_out_is_not_called_success_where_none_is_declared():
    """What cannot be got round is said of the exits then."""
    page = cjm.show(SINGLE)
    assert "no way to an exit leads round it" in page
    assert "to success" not in page


def test_the_likely_path_has_its_probability_walk_chart_and_first_overdraft():
    """Running balance −1, 0, 0: one bar below the line, at the first touchpoint."""
    assert re.search(r"^Likely path ─+ 50% of customers go exactly this way$", PAGE, re.MULTILINE)
    walk, line, *under, figures, gist = part(PAGE, "Likely path")
    assert walk.replace("\u00a0", " ") == "  Search → Pay → Done"
    assert re.fullmatch(r"  0 ─+", line)
    assert [row.split() for row in under] == [["███"], ["███"]]
    assert under[0].index("█") < 4 + len(line[4:]) / 3
    assert figures.split() == ["−1.00", "0.00", "0.00"]
    assert gist.replace("\u00a0", " ") == "  ends at 0.00 · lowest −1.00 · overdrawn at: Search"


def test_bars_of_the_balance_stand_above_the_line_when_it_is_never_overdrawn():
    """+1, +3: nothing below zero; the larger sum is the taller bar."""
    first, second = (replace(p, next=()) for p in WORKED.touchpoints[2:])
    points = (
        replace(first, next=(Transition("done"),)),
        replace(second, experience=replace(second.experience, score=10)),
    )
    page = cjm.show(replace(WORKED, touchpoints=points, start=()))
    walk, upper, lower, line, figures, gist = part(page, "Likely path")
    assert (upper.count("█"), lower.count("█")) == (3, 3)
    assert lower.split()[0] < lower.split()[1]
    assert figures.split() == ["+1.00", "+3.00"]
    assert gist.endswith("never overdrawn")
    assert re.fullmatch(r"  0 ─+", line)
    assert "→" in walk


def test_a_worst_path_without_bound_says_what_a_round_costs():
    """The walk goes once round."""
    assert re.search(r"^Worst path ─+ no bound: each round costs −4.00$", PAGE, re.MULTILINE)
    [walk] = part(PAGE, "Worst path")
    assert walk.replace("\u00a0", " ") == "  Search → Ask → Search"


def test_the_round_that_is_priced_is_one_the_worst_path_goes():
    """Not that of a trap, which is listed first but never left."""
    points = (
        Touchpoint("a", next=(Transition("trap", 0.3), Transition("loop", 0.7))),
        Touchpoint("trap", expectation=5, experience=4, next=(Transition("trap"),)),
        Touchpoint(
            "loop",
            expectation=8,
            experience=2,
            next=(Transition("loop", 0.5), Transition("end", 0.5)),
        ),
        Touchpoint("end"),
    )
    page = cjm.show(Journey("x", points))
    assert [line.split("  ")[-1] for line in part(page, "Doom loops")] == [
        "−1.00\u00a0a\u00a0round",
        "−6.00\u00a0a\u00a0round",
    ]
    assert re.search(r"^Worst path ─+ no bound: each round costs −6.00$", page, re.MULTILINE)


def test_a_bounded_worst_path_says_its_sum():
    """Without the way back the worst sum is −4 + 1."""
    ask = replace(WORKED["ask"], next=(Transition("pay", 1.0),))
    page = cjm.show(replace(WORKED, touchpoints=(WORKED["search"], ask, *WORKED.touchpoints[2:])))
    assert re.search(r"^Worst path ─+ sum −3.00$", page, re.MULTILINE)
    assert part(page, "Doom loops") == ["  none"]


def test_a_doom_loop_comes_back_to_where_it_began():
    """Titles, and the sum a round."""
    [loop] = part(PAGE, "Doom loops")
    assert loop.replace("\u00a0", " ") == "  Search → Ask → Search  −4.00 a round"


# ---- what is missing -----------------------------------------------------------------------


def test_with_a_trap_figures_are_dashes_and_the_reason_is_told():
    """CJM205's own sentence; what needs no end stands."""
    page = cjm.show(TRAP)
    assert "call, wait: customers can come in here and never leave (CJM205)" in page
    for label in ("Balance", "Disappointed", "Remembered", "Outcomes"):
        assert re.search(rf"^  {label} +–(  |$)", page, re.MULTILINE)
    assert figures_of(page, "call") == ["7", "5", "▼", "−2", "–", "–"]
    assert "closing the gap" not in page
    assert "▼ −2" in line_of(page, "Moments of truth", "▼ −2  call")


def test_where_nothing_is_measured_nothing_is_claimed():
    """No column of what nobody has, and no word of what would be made of it."""
    page = cjm.show(UNMEASURED)
    assert figures_of(page, "Ask") == ["7", "100%"]
    assert figures_of(page, "Done") == ["n/a", "100%"]
    for word in ("balance", "disappointed", "remembered", "impact", "worst path", "doom loop"):
        assert word not in page.lower()
    assert "scores cover" not in page.replace("\u00a0", " ")
    assert "0 customers" not in page
    assert len(part(page, "Likely path")) == 1


def test_full_coverage_is_not_worth_a_word():
    """Only what is missing is told."""
    assert "scores cover" not in PAGE.replace("\u00a0", " ")


def test_a_simulated_share_says_so_with_its_error():
    """And an exact one does not."""
    analysis = cjm.analyze(tangled_journey())
    assert not analysis.disappointed.exact
    assert re.search(r"Disappointed .*± [\d.]+ points, simulated", cjm.show(analysis))
    assert "simulated" not in PAGE


@pytest.mark.parametrize(("language", "about"), [("en", "about"), ("ru", "около")])
def test_a_persona_s_simulated_share_is_told_as_pictures_and_notebooks_tell_it(language, about):
    """«About 62%» in the table, beside the portrait and in the cell: one rule for one figure."""
    people = (Persona("p", "Pat", share=1.0), Persona("q", "Quin", share=0.0))
    analysis = cjm.analyze(replace(tangled_journey(), personas=people))
    assert not analysis.personas[0].disappointed.exact
    (row,) = (
        line for line in cjm.show(analysis, language=language).splitlines() if " Pat " in line
    )
    told = re.search(rf"{about}\s[\d.,]+\s?%", row)
    assert told
    portrait = compose(analysis.journey, analysis, language).header.portraits[0].disappointed
    assert told[0] == portrait
    localized = cjm.analyze(replace(analysis.journey, language=language), "p")
    assert told[0] in localized._repr_html_()


def test_a_journey_of_one_touchpoint_is_a_page():
    """O = B: everything as expected, nothing overdrawn."""
    page = cjm.show(SINGLE)
    assert figures_of(page, "Only") == ["5", "5", "=", "0", "100%", "0.00"]
    assert "never overdrawn" in page


# ---- people --------------------------------------------------------------------------------


def test_each_persona_has_a_line_of_its_own_figures():
    """The average hides that three of four are let down."""
    page = cjm.show(PERSONAS)
    assert line_of(page, "Personas", "Anna").split() == [
        "Anna",
        "25%",
        "▲",
        "+3.00",
        "0%",
        "▲",
        "+3.00",
    ]
    boris = line_of(page, "Personas", "Boris the Second").split()[3:]
    assert boris == ["75%", "▼", "−3.50", "100%", "▼", "−3.50"]


def test_a_persona_s_page_shows_its_scores_and_says_whose_they_are():
    """By the argument, or by an analysis that was made for it."""
    page = cjm.show(PERSONAS, persona="boris")
    assert "Boris the Second" in page.split("\n")[1].replace("\u00a0", " ")
    assert figures_of(page, "Meet")[:4] == ["6", "2.5", "▼", "−3.5"]
    assert "\nPersonas ─" not in page
    assert cjm.show(cjm.analyze(PERSONAS, "boris")) == page
    assert cjm.show(cjm.analyze(PERSONAS, "anna"), persona="boris") == page
    assert cjm.show(PERSONAS) != page


def test_customers_turn_the_disappointed_share_into_people():
    """75% of 12,000 a month."""
    page = cjm.show(PERSONAS)
    assert "12,000 customers a month" in page.replace("\u00a0", " ")
    assert re.search(r"Disappointed +75% +9,000 customers a month end with", page)
    one = cjm.show(replace(PERSONAS, customers=Customers(1)))
    assert " 1 customer\n" in one.replace("\u00a0", " ")


def test_an_importance_stands_beside_the_title():
    """As the impact is that times C."""
    points = tuple(replace(p, importance=2 if p.id == "ask" else 1) for p in WORKED.touchpoints)
    page = cjm.show(replace(WORKED, touchpoints=points))
    assert "Ask ×2" in line_of(page, "Touchpoints", "Ask")
    assert "importance" in page
    assert "importance" not in PAGE


def test_an_unknown_persona_or_language_is_a_usage_error():
    """With what there is instead."""
    with pytest.raises(UsageError, match="no persona 'nobody'"):
        cjm.show(PERSONAS, persona="nobody")
    with pytest.raises(UsageError, match="no language 'fr'"):
        cjm.show(PERSONAS, language="fr")
