"""Conditions of the demonstration: of every invented school of Rostov, harder where adverse."""

import pandas as pd
import pytest

NUMBERS = ["posts", "vacant_posts", "pupils_counted", "other_language", "low_income", "distance_km"]


@pytest.fixture(scope="module")
def context(rows):
    found = rows("school_context")
    found[NUMBERS] = found[NUMBERS].apply(pd.to_numeric)
    return found.assign(year=found["year"].astype(int))


def test_every_school_of_rostov_has_conditions_in_two_years_and_no_real_school(context, rows):
    schools = rows("school")["school_id"]
    invented = set(schools[schools.str.startswith("60-")])
    for year in (2021, 2022):
        assert set(context.loc[context["year"].eq(year), "school_id"]) == invented
    assert len(context) == 2 * len(invented)
    assert context["source"].eq("demonstration").all()


def test_parts_are_no_more_than_their_wholes_and_some_families_are_not_told_of(context):
    assert context["vacant_posts"].le(context["posts"]).all()
    told = context["pupils_counted"].notna()
    assert 0.9 < told.mean() < 0.96
    for part in ("other_language", "low_income"):
        assert context[part].notna().equals(told)
        assert context.loc[told, part].le(context.loc[told, "pupils_counted"]).all()


def test_conditions_are_harder_in_adverse_surroundings(context, status):
    flags = status[["school_id", "year", "adverse_conditions", "locality"]]
    found = context.merge(flags, on=["school_id", "year"])
    shares = found.assign(
        vacant=found["vacant_posts"] / found["posts"],
        poor=found["low_income"] / found["pupils_counted"],
    )
    medians = shares.groupby("adverse_conditions")[["vacant", "poor", "distance_km"]].median()
    assert (medians.loc[True] > medians.loc[False]).all()
    far = shares.groupby("locality")["distance_km"].median()
    assert far["rural"] > 3 * far["urban"]
    assert 0.03 < found["vacant_posts"].sum() / found["posts"].sum() < 0.09
