"""Mentors, road maps, training, risks and reports look like work in progress."""

import pandas as pd
import pytest

from data.demo import tables

YEAR_END = "2022-12-31"


def ids(frame):
    return set(frame["school_id"])


def of_rostov(status, year, flag):
    return ids(status[status[flag] & (status["year"] == year) & (status["region"] == "60")])


def covered(pairs, status, year):
    day = f"{year}-12-31"
    lasting = pairs["end_date"].eq("") | (pairs["end_date"] >= day)
    strong = pairs["mentor_id"].isin(of_rostov(status, year, "resilient"))
    now = pairs[lasting & strong & (pairs["start_date"] <= day)]
    return set(now["mentee_id"]) & of_rostov(status, year, "low_performing")


@pytest.fixture(scope="module")
def pairs(rows):
    return rows("mentorship")


def test_coverage_grows_to_about_seven_in_ten(pairs, status):
    low = {year: of_rostov(status, year, "low_performing") for year in (2020, 2021, 2022)}
    part = {year: len(covered(pairs, status, year)) / len(low[year]) for year in low}
    assert part[2020] < 0.1 < part[2021] < 0.5 < 0.6 < part[2022] < 0.8


def test_some_pairs_do_not_count(pairs, status):
    low = of_rostov(status, 2022, "low_performing")
    lasting = pairs[pairs["end_date"].eq("") & pairs["mentee_id"].isin(low)]
    assert set(lasting["mentee_id"]) - covered(pairs, status, 2022)
    ended = pairs[pairs["end_date"].between("2022-01-01", "2022-12-30")]
    assert set(ended["mentee_id"]) & low - covered(pairs, status, 2022)
    assert lasting["mentee_id"].duplicated().any()
    assert pairs.duplicated(["mentee_id", "mentor_id"]).any()


def test_a_mentor_serves_one_to_four_schools_and_never_itself(pairs):
    assert (pairs["mentee_id"] != pairs["mentor_id"]).all()
    assert set(pairs.groupby("mentor_id")["mentee_id"].nunique()) == {1, 2, 3, 4}


def test_all_forms_occur_and_school_to_school_leads(pairs):
    forms = pairs["form"].value_counts()
    assert len(forms) == 5 and forms.idxmax() == "school_school"


def test_mentors_are_mostly_near(pairs, rows):
    places = rows("school").set_index("school_id")["oktmo"]
    ends = [places.loc[pairs[side]] for side in ("mentee_id", "mentor_id")]
    points = [tables.points().loc[end].to_numpy() * (111.2, 75.0) for end in ends]
    distance = ((points[0] - points[1]) ** 2).sum(axis=1) ** 0.5
    assert (distance < 80).mean() > 0.7


def test_road_maps_are_executed_in_three_quarters_by_the_end_of_the_year(rows):
    steps = rows("road_map_execution")
    steps = steps[steps["measure_id"].str.startswith("DEMO-60/")]
    for year, due in steps.groupby(steps["due_date"].str[:4]):
        end = f"{year}-12-31"
        done = due["done_date"].ne("") & (due["done_date"] <= end)
        overdue = ~done & (due["due_date"] < end)
        in_time = due[done]
        assert 0.70 < done.mean() < 0.82
        assert 0.05 < overdue.mean() < 0.11
        assert 0.08 < (in_time["done_date"] > in_time["due_date"]).mean() < 0.2
        assert 0.15 < in_time["evidence"].eq("").mean() < 0.25
    assert steps["done_date"].max() <= YEAR_END


def test_each_listed_school_executes_all_eight_measures_a_year(rows, status):
    steps = rows("road_map_execution")
    steps = steps[steps["measure_id"].str.startswith("DEMO-60/")]
    counts = steps.groupby(["school_id", steps["due_date"].str[:4]]).size()
    assert set(counts) == {8}
    listed = status[status["low_performing"] & (status["region"] == "60")]
    assert ids(steps) <= ids(listed[listed["year"] >= 2021])


def test_the_real_road_map_is_executed_by_the_nine_schools_only(rows, facts):
    steps = rows("road_map_execution")
    real = steps[steps["measure_id"].str.startswith("SVE-2020/")]
    assert ids(real) == ids(facts("school"))
    assert set(real["measure_id"].str.split("/").str[1]) == {
        "1.1",
        "2.2",
        "2.3",
        "3.2",
        "3.4",
        "3.5",
    }
    assert set(real["due_date"].str[:4]) == {"2020", "2021", "2022"}


def test_trained_share_grows(rows):
    training = rows("training")
    training = training[training["school_id"].str.startswith("60-")]
    sums = training.astype({"teachers": int, "trained": int}).groupby("year").sum(numeric_only=True)
    shares = sums["trained"] / sums["teachers"]
    assert list(shares.index) == ["2019", "2020", "2021", "2022"]
    assert shares.is_monotonic_increasing


def test_risk_profiles_have_two_to_four_factors_and_rural_ones_lack_staff(rows):
    risks = rows("risk_profile")
    assert set(risks.groupby(["school_id", "year"]).size()) == {2, 3, 4}
    risks = risks.merge(rows("school")[["school_id", "locality"]])
    shares = risks.groupby("locality")["risk_factor"].value_counts(normalize=True)
    for factor in ("RF-STAFF", "RF-EQUIP"):
        assert shares["rural", factor] > 1.5 * shares["urban", factor]


def said(report, oktmo, years, subject):
    """Whether each row's municipality reported the subject in the row's year."""
    yes = report[report["reported"].eq("true") & report["subject"].eq(subject)]
    known = set(zip(yes["oktmo"], yes["year"], strict=True))
    return [pair in known for pair in zip(oktmo, years, strict=True)]


def test_no_rows_come_from_municipalities_that_did_not_report(rows, facts):
    report = rows("municipal_report")
    places = pd.concat([rows("school"), facts("school")]).set_index("school_id")["oktmo"]
    for table, subject in (
        ("school_status", "status"),
        ("assessment_result", "assessment"),
        ("training", "training"),
    ):
        frame = rows(table)
        assert all(said(report, frame["school_id"].map(places), frame["year"], subject)), table
    steps = rows("road_map_execution")
    oktmo = steps["school_id"].map(places)
    assert all(said(report, oktmo, steps["due_date"].str[:4], "road_map"))
    pairs, silent = rows("mentorship"), report[report["reported"].eq("false")]
    quiet = set(silent.loc[silent["subject"].eq("mentorship"), "oktmo"])
    assert not quiet & set(pairs["mentee_id"].map(places))


def test_silence_and_absence_are_both_there_but_not_in_the_named_nine(rows, facts):
    report = rows("municipal_report")
    named = set(facts("event_participation").query("state == 'absent'")["oktmo"])
    rostov = report[report["oktmo"].str.startswith("60")]
    assert set(rostov.loc[rostov["subject"].eq("status"), "reported"]) == {"true"}
    silent = rostov[rostov["reported"].eq("false")]
    assert set(silent["year"]) == {"2021", "2022"} and not set(silent["oktmo"]) & named
    early = rostov[rostov["subject"].eq("training") & rostov["year"].eq("2019")]
    assert 40 < len(early) < 55 and named <= set(early["oktmo"])


def test_six_municipalities_of_chelyabinsk_are_silent_and_four_absent(rows, municipalities):
    report = rows("municipal_report")
    here = report[report["oktmo"].str.startswith("75")]
    answers = here.groupby("oktmo")["reported"].agg(set)
    everyone = set(municipalities.loc[municipalities["region"] == "75", "oktmo"])
    absent = everyone - set(here["oktmo"])
    assert sum(answer == {"false"} for answer in answers) == 6
    assert len(absent) == 4
    assert not absent & set(rows("school")["oktmo"])


def test_the_nine_real_schools_have_no_invented_mentors_or_status(rows, facts):
    real = ids(facts("school"))
    pairs = rows("mentorship")
    assert not real & (set(pairs["mentee_id"]) | set(pairs["mentor_id"]))
    assert not real & ids(rows("school_status"))
    results = rows("assessment_result")
    theirs = results[results["school_id"].isin(real)]
    assert set(theirs["procedure"]) == {"OGE", "EGE"}
    assert set(theirs["year"]) == {"2019", "2021", "2022"}
