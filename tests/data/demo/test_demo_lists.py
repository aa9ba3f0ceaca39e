"""Lists of schools follow the documented rule, told here once more in plain Python."""

import csv
from collections import Counter

import pytest

from data.demo.parameters import RESULTS_OF, Rule


def listed(status, year, region="60"):
    return status[
        status["low_performing"] & (status["year"] == year) & (status["region"] == region)
    ]


def by_the_rule(path, year):
    """Schools with two works or more in which 30 % of at least ten pupils were below."""
    poor = Counter()
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            pupils, below = int(row["participants"]), int(row["below_threshold"])
            if row["school_id"].startswith("60-") and int(row["year"]) == year:
                poor[row["school_id"]] += pupils >= 10 and below * 10 >= pupils * 3
    return {school for school, works in poor.items() if works >= 2}


@pytest.mark.parametrize(("year", "of_results"), [(2019, 2018), (2021, 2019), (2022, 2021)])
def test_list_is_what_the_rule_finds_in_the_results_before(folder, status, year, of_results):
    assert RESULTS_OF[year] == of_results
    found = by_the_rule(folder / "assessment_result.csv", of_results)
    assert set(listed(status, year)["school_id"]) == found


def test_the_rule_is_the_one_of_the_settings(facts):
    settings = facts("setting").set_index("code")["value"].astype(float)
    rule = Rule()
    assert rule.share == settings["threshold_share"] / 100
    assert rule.works == settings["threshold_procedures"]
    assert rule.minimum_group == settings["minimum_group"]


def test_each_list_is_of_the_public_scale(status):
    counts = {year: len(listed(status, year)) for year in range(2017, 2023)}
    assert all(75 <= count <= 97 for count in counts.values()), counts


def test_every_school_of_rostov_region_has_a_status_in_every_year(status):
    rostov = status[status["region"] == "60"]
    assert rostov.groupby("year")["school_id"].nunique().to_dict() == dict.fromkeys(
        range(2017, 2023), 1144
    )


def test_nothing_was_sat_in_2020_and_its_list_is_the_one_before(results, status):
    assert 2020 not in set(results["year"])
    assert set(listed(status, 2020)["school_id"]) == set(listed(status, 2019)["school_id"])


def test_municipalities_named_in_the_source_have_a_school_on_the_list(status, facts):
    named = facts("event_participation").query("state == 'absent'")["oktmo"]
    assert len(named) == 9
    assert set(named) <= set(listed(status, 2022)["oktmo"])


def test_more_than_five_municipalities_have_none(status):
    assert 55 - listed(status, 2022)["oktmo"].nunique() > 5


def test_resilient_schools_are_about_a_tenth_and_never_on_the_list(status):
    rostov = status[status["region"] == "60"]
    assert not (status["resilient"] & status["low_performing"]).any()
    assert rostov.groupby("year")["resilient"].mean().between(0.08, 0.12).all()
    hard = status["adverse_conditions"] | (status["locality"] == "rural")
    assert hard[status["resilient"]].all()


def test_adverse_conditions_go_with_low_results(status):
    rostov = status[status["region"] == "60"]
    share = rostov.groupby("low_performing")["adverse_conditions"].mean()
    assert share[True] > 2 * share[False]


def test_listed_schools_join_and_stay_for_two_years(status):
    rostov = status[status["region"] == "60"]
    inside = rostov.pivot(index="school_id", columns="year", values="in_project")
    low = rostov.pivot(index="school_id", columns="year", values="low_performing")
    assert inside.to_numpy()[low.to_numpy()].all()
    for year in range(2018, 2021):
        entered = inside[year] & ~inside[year - 1]
        assert inside.loc[entered, [year + 1, year + 2]].to_numpy().all()
    left = inside[2019] & ~inside[2022]
    back = inside[2017] & ~inside[2020] & inside[2022]
    assert left.any() and back.any()


def test_half_of_the_failing_results_at_most_lie_in_a_quarter_of_schools(results):
    year = results[results["year"] == 2019]
    sums = year.groupby("school_id")[["participants", "below_threshold"]].sum()
    shares = sums["below_threshold"] / sums["participants"]
    worst = shares.sort_values(ascending=False, kind="stable").index[: len(sums) // 4]
    held = sums.loc[worst, "below_threshold"].sum() / sums["below_threshold"].sum()
    assert 0.38 < held <= 0.5


def test_chelyabinsk_region_is_thin(rows, status):
    chelyabinsk = status[status["region"] == "75"]
    assert set(chelyabinsk["year"]) == {2021, 2022}
    assert chelyabinsk.groupby("year")["low_performing"].mean().between(0.05, 0.09).all()
    results = rows("assessment_result")
    here = results[results["school_id"].str.startswith("75-")]
    assert set(here["procedure"]) == {"OGE", "EGE"} and set(here["year"]) == {"2021", "2022"}
