"""The net change finds what was built in, no more and no less, and refuses where it cannot know."""

from dataclasses import replace

import numpy as np
import plain_expectation
import pytest
import simulated
from scipy.stats import t
from simulated import ASKED, CONFIDENCE, HARDER, LEAST, WORLDS, drawn

from queries.methods.net_case import Least
from queries.methods.net_change import NetChange, net_change
from queries.methods.panel import Panel
from queries.methods.refusal import Refusal

EXACT = 1e-8
SEEDS = range(18)
BASE = WORLDS["base"]
LATER = ASKED[2]


def asked(panel, case=LATER, least=LEAST, **other):
    return net_change(panel, *case, least, CONFIDENCE, **({"resamples": 40} | other))


def inside(panel, case=LATER):
    cohort, base, later = case
    both = panel.share[:, [panel.at(base), panel.at(later)]]
    return (panel.entry == cohort) & ~np.isnan(both).any(axis=1)


def with_shares(panel, share):
    return replace(panel, below=share * panel.participants)


@pytest.mark.parametrize("case", ASKED, ids=str)
@pytest.mark.parametrize(
    ("name", "seed"),
    [("base", 3), ("small schools (median 25)", 6), ("worst 5 % are listed", 3)],
)
def test_the_expectation_is_that_of_plain_least_squares_year_by_year(name, seed, case):
    panel = drawn(WORLDS[name], seed).counted()
    cohort, base, later = case
    found, own_schools = asked(panel, case), inside(panel, case)
    chance, own, surplus = plain_expectation.readings(panel, cohort, later)
    share = 100 * panel.share[own_schools]
    nets = [(share[:, panel.at(later)] - each[own_schools]).mean() for each in (chance, own)]
    assert found.net == pytest.approx(np.mean(nets), abs=EXACT)
    assert found.entry.amount == pytest.approx(surplus, abs=EXACT)
    moved = (share[:, panel.at(later)] - share[:, panel.at(base)]).mean()
    assert found.observed == pytest.approx(moved, abs=EXACT)
    assert found.expected == pytest.approx(moved - np.mean(nets), abs=EXACT)


def test_results_that_lists_are_made_of_foretell_beside_a_schools_own():
    panel = drawn(BASE, 3).counted()
    lists = drawn(BASE, 4).laid_over(panel)
    found = asked(panel, lists=lists)
    chance, own, _ = plain_expectation.readings(panel, 2021, 2022, lists)
    share = 100 * panel.share[inside(panel), panel.at(2022)]
    nets = [(share - each[inside(panel)]).mean() for each in (chance, own)]
    assert found.net == pytest.approx(np.mean(nets), abs=EXACT)
    assert abs(found.net - asked(panel).net) > 0.01


def test_results_under_the_project_are_no_history():
    panel = drawn(BASE, 1)
    share = panel.share.copy()
    share[inside(panel, (2017, 2016, 2022)), panel.at(2019)] = 0.0
    changed = with_shares(panel, share)
    assert asked(changed, (2017, 2016, 2022)) == asked(panel, (2017, 2016, 2022))
    share[inside(panel, (2017, 2016, 2022)), panel.at(2017)] *= 0.9
    assert asked(with_shares(panel, share), (2017, 2016, 2022)) != asked(panel, (2017, 2016, 2022))


def test_a_change_of_the_cohort_alone_moves_the_net_by_as_much():
    panel = drawn(BASE, 2)
    share = panel.share.copy()
    share[inside(panel), panel.at(2022)] -= 0.05
    before, after = asked(panel), asked(with_shares(panel, share))
    assert after.net - before.net == pytest.approx(-5, abs=EXACT)
    assert after.expected == pytest.approx(before.expected, abs=EXACT)
    assert after.entry == before.entry


def test_a_change_of_all_schools_is_expected():
    panel = drawn(BASE, 2)
    share = panel.share.copy()
    share[:, panel.at(2022)] += 0.05
    before, after = asked(panel), asked(with_shares(panel, share))
    assert after.net == pytest.approx(before.net, abs=EXACT)
    assert after.expected - before.expected == pytest.approx(5, abs=EXACT)


def test_parts_add_up_and_the_interval_is_of_t():
    found = asked(drawn(BASE, 0))
    assert found.observed == pytest.approx(found.expected + found.net, abs=EXACT)
    assert (found.low + found.high) / 2 == pytest.approx(found.net, abs=EXACT)
    entry = found.entry
    error = entry.amount / entry.errors
    half = t.ppf(0.975, found.schools - 1) * error
    assert (entry.low, entry.high) == pytest.approx(
        (entry.amount - half, entry.amount + half), abs=EXACT
    )


def test_the_same_seed_gives_the_same_interval():
    panel = drawn(BASE, 0)
    assert asked(panel, seed=1) == asked(panel, seed=1) != asked(panel, seed=2)


def test_the_interval_widens_with_the_years_that_the_expectation_runs_alone():
    widths = []
    for later in (2018, 2022):
        found = [asked(drawn(BASE, seed), (2017, 2016, later)) for seed in range(4)]
        widths.append(np.mean([one.high - one.low for one in found]))
    assert widths[1] > 1.15 * widths[0]


def test_schools_of_a_municipality_that_move_together_widen_the_interval():
    panel = drawn(WORLDS["municipal shocks 0.3"], 5)
    apart = replace(panel, municipality=panel.schools)
    assert asked(panel).high - asked(panel).low > 1.02 * (asked(apart).high - asked(apart).low)


@pytest.fixture(scope="module")
def judged():
    """Cohorts without a project in four worlds that differ, and the same with an effect."""
    names = ("base", "easier, -0.5 logit", "small schools (median 25)", "luck fades + harder")
    worlds = [(WORLDS | HARDER)[name] for name in names]
    return {
        effect: [
            one
            for world in worlds
            for seed in SEEDS
            for one in simulated.judged(simulated.with_effect(world, effect), seed, resamples=40)
            if isinstance(one, NetChange)
        ]
        for effect in (0.0, -6.0)
    }


def test_intervals_cover_what_was_built_in(judged):
    for effect, found in judged.items():
        assert len(found) > 200
        assert np.mean([one.low <= effect <= one.high for one in found]) >= 0.93


def test_verdicts_on_nothing_are_rare_either_way(judged):
    found = [one for one in judged[0.0] if not one.withheld]
    assert np.mean([one.high < 0 for one in found]) <= 0.035
    assert np.mean([one.low > 0 for one in found]) <= 0.035


def test_what_is_observed_looks_like_an_improvement_even_without_effect(judged):
    assert np.mean([one.observed for one in judged[0.0]]) < -5
    assert abs(np.mean([one.net for one in judged[0.0]])) < 0.5


def test_an_effect_is_found_in_middling_cohorts_more_often_than_not(judged):
    found = [one for one in judged[-6.0] if 20 <= one.schools <= 60]
    assert np.mean([one.high < 0 and not one.withheld for one in found]) > 0.6


def refused(panel, case=LATER, **least):
    found = asked(panel, case, replace(LEAST, **least))
    return found.reason if isinstance(found, Refusal) else None


@pytest.fixture(scope="module")
def panel():
    return drawn(BASE, 0)


def without(panel, rows, year):
    participants = panel.participants.copy()
    participants[rows, panel.at(year)] = np.nan
    return replace(panel, participants=participants)


def test_a_cohort_without_results_of_the_year_it_was_chosen_by_is_refused(panel):
    assert refused(panel, (2021, 2020, 2022)) == "no_baseline"
    assert refused(panel, (2021, 2019, 2022)) is None


def test_a_year_without_results_or_not_later_is_refused(panel):
    for year in (2023, 2021, 2019):
        assert refused(panel, (2021, 2019, year)) == "no_later_year"


def test_four_schools_are_too_few_and_five_are_not(panel):
    own = np.flatnonzero(inside(panel))
    for left, reason in ((4, "too_few_schools"), (5, None)):
        entry = panel.entry.copy()
        entry[own[left:]] = 0
        assert refused(replace(panel, entry=entry)) == reason


def test_a_year_with_too_few_schools_that_nobody_reached_is_refused(panel):
    untouched = int(((panel.entry == 0) & ~np.isnan(panel.share[:, -1])).sum())
    rows = np.flatnonzero((panel.entry == 0) | (panel.entry >= 2022))
    free = ~np.isnan(panel.participants[rows, panel.at(2022)])
    rows = rows[free]
    assert refused(without(panel, rows[60:], 2022)) is None
    assert refused(without(panel, rows[59:], 2022)) == "no_reference"
    assert refused(panel, untouched=untouched + len(rows)) == "no_reference"


def test_a_cohort_without_results_of_its_year_of_entry_is_refused(panel):
    assert refused(panel, (2018, 2016, 2022)) is None
    own = np.flatnonzero(inside(panel))
    assert refused(without(panel, own[4:], 2021)) == "no_year_of_entry"
    assert refused(without(panel, own[5:], 2021)) is None
    entry = np.where(panel.entry == 2021, 2020, panel.entry)
    assert refused(replace(panel, entry=entry), (2020, 2019, 2022)) == "no_year_of_entry"


def test_a_cohort_that_these_results_did_not_choose_is_refused(panel):
    rng = np.random.default_rng(0)
    entry = np.where(panel.entry == 2021, 0, panel.entry)
    entry[rng.choice(np.flatnonzero(entry == 0), 40, replace=False)] = 2021
    assert refused(replace(panel, entry=entry)) == "not_chosen_by_these"


def test_of_fewer_than_ten_schools_there_is_an_interval_and_no_verdict(panel):
    own = np.flatnonzero(inside(panel))
    for left, withheld in ((9, "few_schools"), (10, "")):
        entry = panel.entry.copy()
        entry[own[left:]] = 0
        found = asked(replace(panel, entry=entry))
        assert (found.schools, found.withheld) == (left, withheld)
        assert found.low < found.high


def test_schools_already_better_than_expected_at_entry_get_no_verdict(panel):
    share = panel.share.copy()
    share[inside(panel), panel.at(2021)] -= 0.1
    share = np.maximum(share, 0)
    found = asked(with_shares(panel, share))
    assert found.entry.errors < -2.5
    assert found.withheld == "better_at_entry"
    assert asked(panel).withheld == ""


def test_without_the_results_that_lists_are_made_of_there_is_no_verdict(panel):
    lists = drawn(BASE, 0)
    assert asked(panel, own_lists=False).withheld == "no_list_history"
    assert asked(panel, own_lists=False, lists=lists).withheld == ""
    gone = without(lists, np.arange(len(lists.schools)), 2019)
    assert asked(panel, own_lists=False, lists=gone).withheld == "no_list_history"
    assert asked(panel, lists=gone).withheld == ""


def test_nothing_is_said_of_a_region_of_shares_that_are_all_the_same():
    """Degenerate columns must not bring numbers that are none."""
    size, years = 200, np.arange(2018, 2023)
    entry = np.where(np.arange(size) < 20, 2021, 0)
    counts = np.full((size, 5), 100.0), np.full((size, 5), 20.0)
    names = np.array([f"{number:03d}" for number in range(size)], object)
    flat = Panel(names, years, entry, names, *counts)
    found = net_change(flat, 2021, 2020, 2022, Least(5, 10, 60), CONFIDENCE, resamples=20)
    assert isinstance(found, Refusal) and found.reason == "not_chosen_by_these"
