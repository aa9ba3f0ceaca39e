"""Count again what the questions count: slowly, from the CSV files, with dictionaries and loops.

Nothing of the product is used here but the declared grain of the files. Unknown is None.
"""

import csv
from collections import defaultdict
from functools import cached_property
from pathlib import Path

FACTS = Path(__file__).parents[2] / "data" / "facts"


def shown_indicators():
    """Every shown indicator by its code."""
    with (FACTS / "shown_indicator.csv").open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row for row in csv.DictReader(lines)}


SHOWN = shown_indicators()
KINDS = tuple(code for code, row in SHOWN.items() if row["kind"] != "value")
"""Shown indicators that schools add to; a published value is its municipality's own."""


def added(amounts):
    """Sum what is known; of nothing known the sum is not known either."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


class Files:
    """The rows of every file of the folders, as dictionaries of texts."""

    def __init__(self, *folders):
        self.folders = folders
        self.read = {}

    def rows(self, table):
        if table not in self.read:
            self.read[table] = []
            for folder in self.folders:
                path = folder / f"{table}.csv"
                if path.is_file():
                    with path.open(encoding="utf-8", newline="") as lines:
                        self.read[table] += csv.DictReader(lines)
        return self.read[table]

    @cached_property
    def schools(self):
        return {row["school_id"]: row for row in self.rows("school")}

    @cached_property
    def names(self):
        return {row["oktmo"]: row["short_name_ru"] for row in self.rows("municipality")}

    @cached_property
    def regions(self):
        return {row["oktmo"]: row["region"] for row in self.rows("municipality")}

    @cached_property
    def status(self):
        return {(row["school_id"], int(row["year"])): row for row in self.rows("school_status")}

    @cached_property
    def reports(self):
        return {
            (row["oktmo"], int(row["year"]), row["subject"]): row["reported"] == "true"
            for row in self.rows("municipal_report")
        }

    @cached_property
    def entries(self):
        """The first year in which a school was in the project; one that never was is absent."""
        entries = {}
        for row in self.rows("school_status"):
            if row["in_project"] == "true":
                year = int(row["year"])
                entries[row["school_id"]] = min(year, entries.get(row["school_id"], year))
        return entries

    def flag(self, school, year, name):
        row = self.status.get((school, year))
        return row is not None and row[name] == "true"

    def entitled(self, school, year):
        """Whether pairs of the school count: it is resilient that year, or entitled otherwise."""
        offers = {
            (row["school_id"], row["year"])
            for row in self.rows("mentor_offer")
            if row["entitled"] == "true"
        }
        return self.flag(school, year, "resilient") or (school, str(year)) in offers

    def mentors(self, school, year):
        """Entitled schools whose mentorship of the school is in force on 31 December."""
        last_day = f"{year}-12-31"
        return {
            pair["mentor_id"]
            for pair in self.rows("mentorship")
            if pair["mentee_id"] == school
            and pair["start_date"] <= last_day
            and (pair["end_date"] == "" or pair["end_date"] >= last_day)
            and self.entitled(pair["mentor_id"], year)
        }

    @cached_property
    def steps(self):
        """(done, due) by school and year: a step is done if not later than its year ends."""
        steps = defaultdict(lambda: (0, 0))
        for row in self.rows("road_map_execution"):
            year = row["due_date"][:4]
            done = row["done_date"] != "" and row["done_date"] <= f"{year}-12-31"
            before = steps[row["school_id"], int(year)]
            steps[row["school_id"], int(year)] = (before[0] + done, before[1] + 1)
        return dict(steps)

    @cached_property
    def results(self):
        """(below, written) by school, year and procedure."""
        results = defaultdict(lambda: (0, 0))
        for row in self.rows("assessment_result"):
            key = (row["school_id"], int(row["year"]), row["procedure"])
            below, written = results[key]
            results[key] = (
                below + int(row["below_threshold"]),
                written + int(row["participants"]),
            )
        return dict(results)

    @cached_property
    def training(self):
        return {
            (row["school_id"], int(row["year"])): (int(row["trained"]), int(row["teachers"]))
            for row in self.rows("training")
        }

    def of_school(self, school, year, indicator):
        """What a school adds to an indicator, as (numerator, denominator); None: nothing."""
        shown = SHOWN.get(indicator, {})
        if shown.get("kind") == "value":
            return None
        if shown.get("kind") == "pupil_rate":
            return self.results.get((school, year, shown["procedure"]))
        ways = {
            "IND-19": self.listed,
            "IND-03": self.mentored,
            "IND-13": lambda school, year: self.steps.get((school, year)),
            "IND-20": self.trained,
        }
        if indicator not in ways:
            raise LookupError(
                f"{indicator} is not counted by hand yet: "
                "say how, in Files.of_school of tests/queries/plain_counts.py"
            )
        return ways[indicator](school, year)

    def listed(self, school, year):
        if (school, year) not in self.status:
            return None
        low = self.flag(school, year, "low_performing")
        told = self.reports.get((self.schools[school]["oktmo"], year, "status"))
        return (int(low), 1 if told else None)

    def mentored(self, school, year):
        told = self.reports.get((self.schools[school]["oktmo"], year, "mentorship"))
        if not told or not self.flag(school, year, "low_performing"):
            return None
        return (int(bool(self.mentors(school, year))), 1)

    def trained(self, school, year):
        low = self.flag(school, year, "low_performing")
        return self.training.get((school, year)) if low else None

    def chosen(self, school, year, view):
        """Tell whether the reader asked for this kind of school."""
        if view.cohort and self.entries.get(school) != view.cohort:
            return False
        if view.picked and school not in view.picked_schools:
            return False
        if view.schools == "low_performing":
            return self.flag(school, year, "low_performing")
        return view.schools == "all" or self.schools[school]["locality"] == view.schools

    @cached_property
    def places(self):
        """The schools of each municipality."""
        places = defaultdict(list)
        for school, row in self.schools.items():
            places[row["oktmo"]].append(school)
        return places

    def parts(self, oktmo, year, indicator):
        """(school, numerator, denominator) of every school that adds to the indicator."""
        for school in self.places.get(oktmo, ()):
            part = self.of_school(school, year, indicator)
            if part is not None:
                yield school, *part

    def count(self, oktmo, year, indicator, view):
        """The counts of the chosen schools of a municipality."""
        parts = self.parts(oktmo, year, indicator)
        mine = [part for part in parts if self.chosen(part[0], year, view)]
        return {
            "numerator": added(part[1] for part in mine),
            "denominator": added(part[2] for part in mine),
            "schools": len(mine) or None,
        }

    def years(self, region):
        """Years in which any school adds to any indicator; without any, of published values."""
        asked = {year for _, year in self.status} | {key[1] for key in self.results}
        asked |= {year for _, year in self.steps} | {year for _, year in self.training}
        published = {
            int(row["year"])
            for row in self.rows("indicator_value")
            if self.regions[row["oktmo"]] == region
        }
        counted = {
            year
            for year in asked
            if any(
                self.of_school(school, year, indicator) is not None
                for oktmo, schools in self.places.items()
                if self.regions[oktmo] == region
                for school in schools
                for indicator in KINDS
            )
        }
        return sorted(counted or published)
