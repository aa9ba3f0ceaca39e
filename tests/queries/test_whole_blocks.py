"""A group is shown if and only if its results are whole blocks of either book."""

import itertools
from collections import defaultdict
from dataclasses import replace

import pytest
from questions import QUESTIONS, statements
from sqlalchemy import select

from data import store
from data.schema import assessment_result, result_block
from queries import cells, cohorts
from queries.view import View

CHOICES = list(
    itertools.product(
        (("60", "IND-07-EGE"), ("60", "IND-07-OGE"), ("75", "IND-07-EGE"), ("65", "IND-07-OGE")),
        ("all", "urban", "rural"),
        ("all", "russian", "mathematics"),
    )
)
GROUPS = {
    "cohorts": (cohorts.of_cohorts, "entry_year", "below"),
    "the same schools": (cohorts.of_cohorts_fixed, "entry_year", "below"),
    "municipalities": (cohorts.of_municipalities, "oktmo", "below"),
    "region": (cohorts.of_region, "region", "below"),
    "schools": (cohorts.of_schools, "school_id", "below"),
    "scores": (cohorts.scores, "entry_year", "score"),
}


@pytest.fixture(scope="module")
def blocks(built):
    """Rows of the table of blocks by region, procedure and measure."""
    found = defaultdict(list)
    for row in store.fetch_arrow(store.engine(built.version), select(result_block)).to_pylist():
        found[row["region"], row["procedure"], row["measure"]].append(row)
    return found


def whole(rows):
    """Tell, slowly, whether rows of one year are whole blocks of either book."""
    return any(_is_whole(rows, book) for book in ("municipal", "regional"))


def _is_whole(rows, book):
    sums, sizes = defaultdict(int), {}
    for row in rows:
        block = row["year"], row["procedure"], row[f"block_{book}"]
        sums[block] += row["results"]
        sizes[block] = row[f"of_{book}"]
    return sums == sizes


def chosen(rows, schools, subject):
    return [
        row
        for row in rows
        if (schools == "all" or row["locality"] == schools or row.get(schools) is True)
        and (subject == "all" or row["subject"] == subject)
    ]


def grouped(rows, *keys):
    found = defaultdict(list)
    for row in rows:
        found[tuple(row[key] for key in keys)].append(row)
    return found


@pytest.mark.parametrize(("question", "key", "measure"), GROUPS.values(), ids=GROUPS)
def test_groups_are_shown_if_they_are_whole_blocks(answer, blocks, question, key, measure):
    told = set()
    for (region, indicator), schools, subject in CHOICES:
        view = View(region, 2022, 2022, indicator=indicator, schools=schools, subject=subject)
        rows = blocks[region, indicator.removeprefix("IND-07-"), measure]
        if question is cohorts.of_cohorts_fixed:
            rows = [row for row in rows if row["panel"]]
        groups = grouped(chosen(rows, schools, subject), key, "year")
        found = {(row[key], row["year"]): row["shown"] for row in answer(question, view)}
        assert found == {group: whole(own) for group, own in groups.items()}
        told |= set(found.values())
    assert told == ({True} if key == "region" else {True, False})


@pytest.mark.parametrize("schools", ["all", "low_performing", "urban", "rural"])
@pytest.mark.parametrize("cohort", [0, 2018, 2021])
@pytest.mark.parametrize("region", ["60", "75"])
def test_cells_are_shown_if_they_are_whole_blocks(answer, blocks, region, cohort, schools):
    view = View(region, 2022, 2022, schools=schools, cohort=cohort)
    for row in answer(cells.by_indicator, view):
        if row["kind"] != "pupil_rate" or not row["denominator"]:
            assert row["shown"]
            continue
        rows = blocks[region, row["indicator"].removeprefix("IND-07-"), "below"]
        own = [one for one in chosen(rows, schools, "all") if one["year"] == row["year"]]
        own = [one for one in own if not cohort or one["entry_year"] == cohort]
        assert row["shown"] == whole([one for one in own if one["oktmo"] == row["oktmo"]])
        assert row["region_shown"] == whole(own)


@pytest.mark.parametrize("fixed", [False, True])
def test_parts_of_the_project_are_shown_if_they_are_whole_blocks(answer, plain, blocks, fixed):
    view = View("60", 2022, 2017, indicator="IND-07-OGE")
    rows = [row for row in blocks["60", "OGE", "below"] if row["year"] in (2017, 2022)]
    rows = [row for row in rows if row["panel"] or not fixed]
    mine = [row for row in rows if plain.flag(row["school_id"], row["year"], "in_project")]
    years = defaultdict(set)
    for row in mine:
        years[row["school_id"]].add(row["year"])
    groups = defaultdict(list)
    for row in mine:
        groups[row["year"], len(years[row["school_id"]]) == 2].append(row)
    question = cohorts.of_project_fixed if fixed else cohorts.of_project
    found = {(row["year"], row["stayed"]): row for row in answer(question, view)}
    assert found.keys() == groups.keys()
    for key, own in groups.items():
        assert found[key]["participants"] == sum(row["results"] for row in own)
        assert found[key]["below"] == sum(row["below"] for row in own)
        assert found[key]["shown"] == whole(own)


INSIDE = {
    "brought.tables": "how many rows a region has brought: no result is in it",
    "cohorts.results": "what methods are worked out of; no page draws its rows",
    "cohorts.spread": "what methods are worked out of; sums over every school of a region",
    "cohorts.subjects": "which subjects there are",
    "cohorts.works": "what the list's rule is applied to; no page draws its rows",
    "counting.pupil_rate.by_school": "told to whoever may publish",
    "counting.pupil_rate.rows": "told to whoever may publish",
    "identification.results": "what the list's rule is applied to; drawn in an internal view alone",
    "school_counts.steps": "which schools have results: no result is in it",
}
"""Questions that read pupils' results and are not drawn, by why."""


def test_every_question_of_pupils_results_says_what_may_be_shown():
    """Or a new page would show what the others hide."""
    views = {"": View("60", 2022, 2017, municipality="60601000", indicator="IND-07-EGE")}
    reading = set()
    for name, question in QUESTIONS.items():
        (statement, *_) = statements(question, views).values()
        text = str(statement)
        if assessment_result.name in text or result_block.name in text:
            reading.add(name)
            assert name in INSIDE or "shown" in statement.selected_columns, name
    assert reading > set(INSIDE)


def test_the_cohort_of_a_school_is_the_same_in_a_view_of_any_year(answer):
    """Or two views would tell a cohort that had not yet entered by their difference."""
    view = View("60", 2022, 2017, indicator="IND-07-OGE")
    late = {(r["entry_year"], r["year"]): r for r in answer(cohorts.of_cohorts, view)}
    early = answer(cohorts.of_cohorts, replace(view, year=2019))
    assert early == [late[row["entry_year"], row["year"]] for row in early]
    assert 2022 in {row["entry_year"] for row in early}


def test_no_small_rest_is_left_between_the_same_schools_and_all(answer):
    """The first found way: an open group less the same schools of it."""
    for indicator in ("IND-07-EGE", "IND-07-OGE", "IND-07-VPR"):
        for subject in ("all", "russian"):
            view = View("60", 2022, 2017, indicator=indicator, subject=subject)
            every = {(r["entry_year"], r["year"]): r for r in answer(cohorts.of_cohorts, view)}
            for row in answer(cohorts.of_cohorts_fixed, view):
                both = every[row["entry_year"], row["year"]]
                rest = both["participants"] - row["participants"]
                assert rest == 0 or rest >= 10 or not (row["shown"] and both["shown"])
