"""Every row with pupils' numbers in a file that leaves is made of whole blocks.

What a row is about is found again from the sent files, without a question of the product; only
the blocks are read from the version, and that they hide enough is proved elsewhere.
"""

import csv
import io
import itertools
from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np
import pytest
from streamlit.runtime.media_file_manager import MediaFileManager

from components.base.choices import choices
from components.base.i18n import Words
from components.base.load import one_version
from components.downloads import FileColumn, machine_csv
from components.dynamics.choice import DynamicsView
from components.dynamics.groups import by_cohort
from components.dynamics.levels import kind
from components.dynamics.numbers import numbers
from components.dynamics.offer import LOCALITIES, narrowed, possible
from components.dynamics.rows import COLUMNS
from components.dynamics.rows import rows as table_rows
from components.heatmap import table as heat_table
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from queries.links import read_link
from queries.view import SCHOOLS, View
from tests.components.downloads.conftest import DEMONSTRATION
from tests.kinds_of_views import by_page
from tests.pages.plain_results import LEAST, Results, split
from tests.pages.test_every_view import VIEWS

RU = Words("ru")
YEARS = {"60": range(2017, 2023), "65": range(2019, 2023), "75": range(2021, 2023)}
PUPILS = {"participants", "below", "share", "mean_score", "points", "slope", "low", "high"}
PUPILS |= {"limit_low", "limit_high", "from", "to"}
"""Columns that tell of pupils' results."""

SAMPLED = 31
"""Every which view is looked at without its page."""

FULL_COUNTS = {("group", "numerator"), ("name", "done")}
"""First column and another one of files whose share is of a full count."""


@pytest.fixture(scope="module")
def results(built):
    return Results(built)


def read(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def number(text):
    return float(text) if text else None


class Checked:
    """What the rows of files are made of, as they are looked at."""

    def __init__(self, results):
        self.results, self.rows, self.groups = results, 0, defaultdict(dict)

    def row(self, own, told, measure="below"):
        """Hold one row: it tells nothing, or the very sums of results that are whole blocks."""
        if all(each is None for each in told.values()):
            return
        assert own and self.results.whole(own, measure), told
        sums = sums_of(own)
        for name, each in told.items():
            assert each is None or each == pytest.approx(sums[name], abs=1e-5), (name, told)
        self.rows += 1
        if measure == "below":
            self.remember(own)

    def remember(self, own):
        for (year, procedure, region), part in split(own, "year", "procedure", "region").items():
            key = frozenset(row["place"] for row in part)
            self.groups[region, procedure, year][key] = None


def sums_of(own):
    every, below = sum(row["results"] for row in own), sum(row["below"] for row in own)
    points = sum((row["score"] or 0) * row["results"] for row in own)
    return {
        "participants": every,
        "below": below,
        "share": 100 * below / every,
        "mean_score": points / every,
    }


def told(row, *names):
    return {name: number(row[name]) for name in names}


def entry(group):
    digits = "".join(sign for sign in group if sign.isdigit())
    return int(digits or 0)


def lines(checked, view, file):
    own = split(checked.results.of(view, fixed=view.panel == "fixed"), "cohort", "year")
    for row in file:
        key = entry(row["group"]), int(row["year"])
        checked.row(own.get(key), told(row, "participants", "below", "share"))


def means(checked, view, file):
    own = split(checked.results.of(view, scored=True), "cohort", "year")
    for row in file:
        key = entry(row["group"]), int(row["year"])
        checked.row(own.get(key), told(row, "participants", "mean_score"), "score")


def places(checked, view, file):
    own = split(checked.results.of(view), "oktmo", "year")
    for row in file:
        oktmo = named(checked, view)[row["name"]]
        checked.row(own.get((oktmo, int(row["year"]))), told(row, "participants", "share"))


def funnel(checked, view, file):
    every = checked.results.of(view)
    last = max((row["year"] for row in every), default=0)
    own = split(every, "oktmo", "year")
    for row in file:
        oktmo = named(checked, view)[row["name"]]
        checked.row(own.get((oktmo, last)), told(row, "participants", "share"))


def panel(checked, view, file):
    """Of the project's schools, the share of a year and what each part adds: all, or none."""
    if all(row["points"] == "" for row in file):
        return
    ends = {int(row["amount"]): row["points"] for row in file if row["amount"].isdigit()}
    every = checked.results.of(view, fixed=view.panel == "fixed")
    own = [row for row in every if row["in_project"] and row["year"] in ends]
    both = set.intersection(*(_schools(own, year) for year in ends))
    if view.panel == "fixed":
        own = [row for row in own if row["school_id"] in both]
    for year, share in ends.items():
        of_year = [row for row in own if row["year"] == year]
        assert float(share) == pytest.approx(sums_of(of_year)["share"], abs=1e-5)
        for part in split(
            [row | {"stayed": row["school_id"] in both} for row in of_year], "stayed"
        ):
            stayed = [row for row in of_year if (row["school_id"] in both) == part[0]]
            checked.row(stayed, {"participants": sum_of_results(stayed)})


def _schools(rows, year):
    return {row["school_id"] for row in rows if row["year"] == year}


def sum_of_results(part):
    return sum(row["results"] for row in part)


def of_cohort(checked, view, file):
    """Means of the cohort's schools: both years between which they stand may be told."""
    n = numbers(view)
    own = split(checked.results.of(view), "cohort", "year")
    for year in (n.base, n.last) if file else ():
        part = own[n.cohort, year]
        checked.row(part, {"participants": sum_of_results(part)})


def schools(checked, view, file):
    """A school's year is told where it is whole, and its trend needs one more than its changes."""
    names = {row["name"]: school for school, row in checked.results.files.schools.items()}
    own = split(checked.results.of(view), "school_id", "year")
    whole = Counter(school for (school, _), part in own.items() if checked.results.whole(part))
    for row in file:
        school = names[row["school_name"]]
        checked.row(own[school, int(row["year"])], told(row, "participants", "share"))
        assert not row["slope"] or whole[school] > int(row["trend_changes"])


def named(checked, view):
    files = checked.results.files
    return {
        name: oktmo for oktmo, name in files.names.items() if files.regions[oktmo] == view.region
    }


def cells(checked, view, file):
    """Cells of municipalities and of the region, of the cohort and schools of the view."""
    rates = {row["indicator"] for row in file if row["indicator"].startswith("IND-07")}
    for indicator in rates:
        every = checked.results.of(
            View(view.region, view.year, 0, indicator=indicator, schools=view.schools)
        )
        every = [row for row in every if not view.cohort or row["cohort"] == view.cohort]
        own = split(every, "oktmo", "year") | split(every, "region", "year")
        for row in (row for row in file if row["indicator"] == indicator):
            amounts = {"below": "numerator", "participants": "denominator", "share": "share"}
            amounts = {name: number(row[column]) for name, column in amounts.items()}
            checked.row(own.get((row["oktmo"], int(row["year"]))), amounts)
            assert row["denominator"] or not (row["low"] or row["high"])


KNOWN = {
    ("group", "below"): lines,
    ("group", "mean_score"): means,
    ("name", "touched"): places,
    ("name", "limit_low"): funnel,
    ("amount", "counted_schools"): panel,
    ("amount", "from"): of_cohort,
    ("school_name", "slope"): schools,
    ("oktmo", "indicator_name"): cells,
}
"""How to look at a file, by its first column and another that only it has."""


def look(checked, view, content):
    """Look at one file, whichever it is; a new one with pupils' numbers must be known here."""
    file = read(content)
    head = tuple(file[0]) if file else ()
    for (first, other), way in KNOWN.items():
        if head and head[0] == first and other in head:
            way(checked, view, file)
            return
    # Levels of risks are counts of schools, whatever their names.
    pupils = PUPILS - {"low", "high"} if "risk_factor" in head else PUPILS
    full = any(head and head[0] == first and other in head for first, other in FULL_COUNTS)
    assert full or not pupils & set(head), head


@pytest.fixture
def files(monkeypatch, open_page):
    """Give the machine CSV files that a page offers."""
    made, register = [], MediaFileManager.add_deferred

    def noted(manager, make, *args, **more):
        made.append(make)
        return register(manager, make, *args, **more)

    monkeypatch.setattr(MediaFileManager, "add_deferred", noted)

    def offered(page, **link):
        made.clear()
        open_page(page, **link)
        contents = [make() for make in made]
        return [each for each in contents if b"program_version" in each.partition(b"\n")[0]]

    return offered


def shown(page, link):
    view, _ = read_link(link, choices(), by_page().get(page, View))
    return narrowed(view) if page == "dynamics" else view


WITH_FILES = {
    name: (page, link)
    for name, (page, link) in VIEWS.items()
    if page in ("dynamics", "heatmap") or set(link) <= {"region"}
}
"""Every view of the pages of pupils' results, and each other page as its bare link opens it."""


@pytest.mark.parametrize("name", WITH_FILES)
def test_the_files_of_a_page_are_made_of_whole_blocks(files, results, name):
    page, link = WITH_FILES[name]
    for content in files(page, **link, language="ru"):
        look(Checked(results), shown(page, link | {"language": "ru"}), content)


def test_a_row_of_a_part_of_a_block_is_found(results):
    """Or nothing above would fail."""
    view = View("60", 2022, 2017, indicator="IND-07-VPR")
    own = [row for row in results.of(view) if row["year"] == 2022]
    Checked(results).row(own, {"participants": sum_of_results(own)})
    least = min(own, key=lambda row: row["results"])
    rest = [row for row in own if row is not least]
    assert least["results"] < LEAST
    for wrong, amount in ((rest, sum_of_results(rest)), (own, 1)):
        with pytest.raises(AssertionError):
            Checked(results).row(wrong, {"participants": amount})


def test_a_file_of_pupils_that_nobody_knows_is_found(results):
    with pytest.raises(AssertionError):
        look(Checked(results), None, b"school,participants\nA,3\n")


def of_dynamics(region):
    """Views of every year, subject, kind of schools and panel; of the last year, by cohort."""
    years = YEARS[region]
    base = DynamicsView(region, years[-1], years[0], value="share")
    for indicator in possible(base)["indicator"]:
        one = replace(base, indicator=indicator)
        subjects = possible(one)["subject"]
        for choice in itertools.product(years, subjects, LOCALITIES, ("open", "fixed")):
            yield replace(
                one, **dict(zip(("year", "subject", "schools", "panel"), choice, strict=True))
            )
        for cohort, subject in itertools.product(years, subjects):
            yield replace(one, cohort=cohort, subject=subject)


def of_heatmap(region):
    for year, schools, cohort in itertools.product(YEARS[region], SCHOOLS, (0, *YEARS[region])):
        yield HeatmapView(region, year, year, schools=schools, cohort=cohort)


def tables(view):
    """Every file of pupils' numbers of a view, without a page around it."""
    if isinstance(view, HeatmapView):
        yield heat_table.worded(heat(view).rows, RU), heat_table.columns(RU)
        return
    scored = narrowed(replace(view, value="mean"))
    has_shares = by_cohort(view)["share"].notna().any()
    asked = [(table, view) for table in COLUMNS if has_shares and table not in ("counts", "means")]
    asked += [("means", scored)] if kind(scored) == "means" else []
    for table, of in asked:
        columns = [FileColumn(key, key, kind_of) for key, kind_of in COLUMNS[table]]
        yield table_rows(of, table), columns


@pytest.fixture(scope="module")
def sample(results, built):
    """What stands in the files of many views of all regions."""
    checked = Checked(results)
    with one_version(built.version):
        for region in YEARS:
            for view in [*of_dynamics(region), *of_heatmap(region)][::SAMPLED]:
                for frame, columns in tables(view):
                    if len(frame):
                        look(checked, view, machine_csv(frame, columns, DEMONSTRATION))
    return checked


def test_the_files_of_many_views_are_made_of_whole_blocks(sample):
    """Each row was held as it was read; so many that it says something."""
    assert sample.rows > 2_000


def test_no_two_rows_of_files_differ_by_few_results(sample, results):
    """Proved without blocks: what one row has beyond another inside it is ten of a subject."""
    nested = [len(rest) for groups in sample.groups.values() for rest in rests(groups, results)]
    assert sum(nested) > 1_000
    for groups in sample.groups.values():
        for rest in rests(groups, results):
            assert (rest.max(axis=1) >= LEAST).all()


def rests(groups, results):
    """Of each row, what rows round it have beyond it: a line a row round it, a column a subject."""
    cells = sorted(frozenset.union(*groups))
    subjects = sorted({results.rows[cell]["subject"] for cell in cells})
    inside = np.array([[cell in group for cell in cells] for group in groups])
    amounts = np.zeros((len(cells), len(subjects)), dtype=int)
    for place, cell in enumerate(cells):
        amounts[place, subjects.index(results.rows[cell]["subject"])] = results.rows[cell][
            "results"
        ]
    for own in inside:
        around = inside[inside[:, own].all(axis=1) & (inside.sum(axis=1) > own.sum())]
        if len(around):
            yield (around & ~own).astype(int) @ amounts
