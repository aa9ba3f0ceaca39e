"""Results of pupils as the sent files have them, with the blocks of a version beside each.

Found by loops, without a question of the product; rows are dictionaries.
"""

from collections import defaultdict

from sqlalchemy import select

from data import store
from data.schema import result_block
from tests.queries.plain_counts import SHOWN, Files

BROKEN = 2020
"""The year in which every series is broken."""
LEAST = 10
RESULT = ("school_id", "year", "procedure", "grade", "subject")


class Results:
    """Every result that can be compared, and what groups of them are made of."""

    def __init__(self, built):
        self.files = Files(built.facts, built.inputs)
        self.blocks = _blocks(built.version)
        self.rows = [self._row(row) for row in self.files.rows("assessment_result")]
        self.rows = [row for row in self.rows if row["year"] != BROKEN and row["results"]]
        self._mark_the_same_schools()
        for place, row in enumerate(self.rows):
            row["place"] = place
        self.parted = split(self.rows, "region", "procedure")

    def _row(self, row):
        school, year = row["school_id"], int(row["year"])
        about = self.files.schools[school]
        return {
            "school_id": school,
            "year": year,
            "procedure": row["procedure"],
            "grade": int(row["grade"]),
            "subject": row["subject"],
            "results": int(row["participants"]),
            "below": int(row["below_threshold"]),
            "score": float(row["mean_score"]) if row["mean_score"] else None,
            "oktmo": about["oktmo"],
            "region": self.files.regions[about["oktmo"]],
            "locality": about["locality"],
            "low_performing": self.files.flag(school, year, "low_performing"),
            "in_project": self.files.flag(school, year, "in_project"),
            "cohort": self.files.entries.get(school, 0),
        }

    def _mark_the_same_schools(self):
        """Mark rows of the schools with enough results in every year of the procedure."""
        years, sums = defaultdict(set), defaultdict(int)
        for row in self.rows:
            years[row["region"], row["procedure"]].add(row["year"])
            sums[row["school_id"], row["procedure"], row["year"]] += row["results"]
        for row in self.rows:
            every = years[row["region"], row["procedure"]]
            key = row["school_id"], row["procedure"]
            row["panel"] = all(sums[*key, year] >= LEAST for year in every)

    def of(self, view, scored=False, fixed=False):
        """The results of the region, procedure, subject and kind of schools of a view."""
        return [
            row
            for row in self.parted[view.region, SHOWN[view.indicator]["procedure"]]
            if row["year"] <= view.year
            and (view.schools == "all" or row["locality"] == view.schools or _is(row, view.schools))
            and view.subject in ("all", row["subject"])
            and (row["score"] is not None or not scored)
            and (row["panel"] or not fixed)
        ]

    def whole(self, rows, measure="below"):
        """Tell whether results are whole blocks of either book."""
        return any(self._is_whole(rows, measure, book) for book in (0, 1))

    def _is_whole(self, rows, measure, book):
        sums, sizes = defaultdict(int), {}
        for row in rows:
            number, size = self.blocks[measure][tuple(row[key] for key in RESULT)][book]
            block = row["year"], row["procedure"], row["region"], number
            sums[block] += row["results"]
            sizes[block] = size
        return dict(sums) == sizes


def split(rows, *keys):
    """The rows by their values of the keys."""
    found = defaultdict(list)
    for row in rows:
        found[tuple(row[key] for key in keys)].append(row)
    return found


def _is(row, kind):
    return row.get(kind) is True


def _blocks(version):
    """By measure and result, the number of its block in each book and the results of that block."""
    found = {"below": {}, "score": {}}
    for row in store.fetch_arrow(store.engine(version), select(result_block)).to_pylist():
        found[row["measure"]][tuple(row[key] for key in RESULT)] = (
            (row["block_municipal"], row["of_municipal"]),
            (row["block_regional"], row["of_regional"]),
        )
    return found
