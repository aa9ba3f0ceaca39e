"""Follow schools through the lists year by year: not yet listed, listed, left, listed again.

A school without a status in a year is told apart from one that left: nobody knows what became of
it. Whether it was closed, joined to another, opened later or only not reported, no row tells, so
the three ways of being silent are called by when anything is known of the school at all.
"""

from collections.abc import Sequence

import pandas as pd

from queries.methods.identification import changes

NEVER, LISTED, LEFT, RETURNED = "never", "listed", "left", "returned"
NOT_YET, UNKNOWN, NO_MORE = "not_yet", "unknown", "no_more"
STATES = (LISTED, RETURNED, LEFT, NEVER, NOT_YET, UNKNOWN, NO_MORE)
ON_LIST = (LISTED, RETURNED)
COLUMNS = ["school_id", "year", "state"]


def standings(statuses: pd.DataFrame, years: Sequence[int]) -> pd.DataFrame:
    """One row per school and year of `years`, ascending: school_id, year, state, sorted.

    `statuses`: one row per school and year in which its status is known (school_id, year,
    low_performing), of earlier and later years too. Schools are those on any list up to the last
    of `years`; the others never moved. A school is LISTED from its first list on, RETURNED from one
    that follows a year of `years` off the list: to tell them apart `years` begin with the first
    list of all.
    """
    found = statuses[statuses["year"].le(years[-1])] if len(years) else statuses.iloc[:0]
    told = {int(year): set(rows) for year, rows in found.groupby("year")["school_id"]}
    listed = found[found["low_performing"].astype(bool)]
    lists = {int(year): set(rows) for year, rows in listed.groupby("year")["school_id"]}
    spans = found.groupby("school_id")["year"].agg(["min", "max"])
    known = {str(row.Index): (int(row.min), int(row.max)) for row in spans.itertuples()}
    schools = sorted(set().union(*lists.values()))
    rows, state, before = [], dict[str, str](), 0
    for year in years:
        ever = set().union(*(lists[each] for each in lists if each < year and each != before))
        parts = changes(lists.get(before, ()), lists.get(year, ()), ever)
        moved = dict.fromkeys(parts["entered"], LISTED)
        moved |= dict.fromkeys(parts["returned"], RETURNED)
        moved |= {school: state[school] for school in parts["stayed"]}
        past = ever | lists.get(before, set())
        for school in schools:
            state[school] = moved.get(school) or _off(school, year, told, past, known[school])
            rows.append((school, year, state[school]))
        before = year
    made = pd.DataFrame(rows, columns=COLUMNS).astype({"year": "int64"})
    return made.sort_values(COLUMNS[:2], ignore_index=True)


def _off(
    school: str, year: int, told: dict[int, set[str]], past: set[str], known: tuple[int, int]
) -> str:
    """Name the state of a school that is not on the list of a year."""
    if school in told.get(year, ()):
        return LEFT if school in past else NEVER
    if year < known[0]:
        return NOT_YET
    return NO_MORE if year > known[1] else UNKNOWN


def moves(found: pd.DataFrame) -> pd.DataFrame:
    """One row per school and pair of successive years: school_id, year, state, then, became."""
    years = sorted(found["year"].unique())
    following = dict(zip(years, years[1:], strict=False))
    start = found[found["year"].isin(following)]
    start = start.assign(then=start["year"].map(following).astype("int64"))
    after = found.rename(columns={"year": "then", "state": "became"})
    return start.merge(after, on=["school_id", "then"])


def streams(moved: pd.DataFrame) -> pd.DataFrame:
    """One row per pair of successive years and of states: year, state, then, became, schools."""
    keys = ["year", "state", "then", "became"]
    counted = moved.groupby(keys, as_index=False).agg(schools=("school_id", "size"))
    order = {state: place for place, state in enumerate(STATES)}
    places = counted.assign(of=counted["state"].map(order), to=counted["became"].map(order))
    return places.sort_values(["year", "of", "to"], ignore_index=True)[[*keys, "schools"]]
