"""Coverage on any day of the demonstration, against the pairs of the files counted in loops."""

import datetime as dt

import plain_mentoring as slow
import pytest

from data import store
from queries import mentoring, overview, schools
from queries.methods import coverage
from queries.view import View


@pytest.fixture(scope="module")
def coverage_on(built):
    """Count coverage of the demonstration as the page does, for a region and an ISO day."""

    def count(region, day):
        view = View(region=region, year=int(day[:4]), first_year=2017)
        needing = store.fetch(built.version, schools.in_need(view))
        needing = needing[needing["mentors"].notna()]
        pairs = store.fetch(built.version, mentoring.pairs(view))
        standing = coverage.standings(needing, pairs, dt.date.fromisoformat(day))
        return dict(zip(needing["school_id"], standing, strict=True))

    return count


def days_to_look_at(plain, region):
    """Ends of months, and every fifth first or last day of a pair with the days about it."""
    turns = {
        pair[side] for pair in slow.pairs(plain, region) for side in ("start_date", "end_date")
    }
    turns = [dt.date.fromisoformat(day) for day in sorted(turns - {""})][::5]
    days = {day + dt.timedelta(step) for day in turns for step in (-1, 0, 1)}
    days |= {day for year in (2021, 2022) for day in coverage.month_ends(dt.date(year, 12, 31), 12)}
    return sorted(day.isoformat() for day in days if 2020 <= day.year <= 2022)


@pytest.mark.parametrize("region", ["60", "75"])
def test_coverage_on_any_day_is_what_the_files_say(coverage_on, plain, region):
    days = days_to_look_at(plain, region)
    assert len(days) >= 24
    for day in days:
        found = coverage_on(region, day)
        told = sorted(school for school, where in found.items() if where == "covered")
        assert sorted(found) == slow.listed(plain, region, int(day[:4])), day
        assert told == slow.covered(plain, region, day), day


@pytest.mark.parametrize("day", ["2021-09-01", "2022-05-31", "2022-12-31"])
def test_why_a_school_has_no_mentor_is_what_the_files_say(coverage_on, plain, day):
    found = coverage_on("60", day)
    assert found == {school: slow.standing(plain, school, "60", day) for school in found}
    assert set(coverage_on("60", "2022-12-31").values()) == set(coverage.STANDINGS)


@pytest.mark.parametrize(
    ("region", "year"), [("60", 2020), ("60", 2021), ("60", 2022), ("75", 2022)]
)
def test_coverage_on_the_last_day_is_the_cell_of_mentored_schools(
    coverage_on, answer, region, year
):
    found = coverage_on(region, f"{year}-12-31")
    (cell,) = [
        row
        for row in answer(overview.totals, View(region, year, 2017))
        if (row["indicator"], row["year"]) == ("IND-03", year)
    ]
    helped = sum(where == "covered" for where in found.values())
    assert (helped, len(found)) == (cell["numerator"], cell["denominator"])
