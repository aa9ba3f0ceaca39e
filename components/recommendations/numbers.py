"""Count the recommendations of a region, once for every part of the page."""

import datetime as dt

import pandas as pd

from components.base.choices import choices
from components.base.load import keep, load
from components.recommendations.choice import RecommendationsView
from queries import recommendations
from queries.methods import decisions
from queries.view import ALL, View, region_key


def everything(view: RecommendationsView) -> pd.DataFrame:
    """One row per recommendation of the region, in order, with what it has: see `having`."""
    return keep(_everything, View(region=view.region, year=0, first_year=0))


def _everything(view: RecommendationsView) -> pd.DataFrame:
    rows = decisions.ordered(load(recommendations.recommendations, view))
    return rows.join(decisions.having(rows))


def within(view: RecommendationsView) -> pd.DataFrame:
    """One row per recommendation of the chosen event, direction and addressee."""
    rows = everything(view)
    if view.event != ALL:
        rows = rows[rows["event"].eq(view.event)]
    if view.direction:
        rows = rows[rows["direction_no"].eq(view.direction)]
    if view.addressee != ALL:
        named = [view.addressee in decisions.addressees(text) for text in rows["addressees"]]
        rows = rows.loc[named]  # of no rows an empty list would name no columns
    return rows.reset_index(drop=True)


def chosen(view: RecommendationsView) -> pd.DataFrame:
    """One row per recommendation that the page shows: those within that lack what is asked for."""
    rows = within(view)
    if view.lacks in decisions.PARTS:
        rows = rows[~rows[f"has_{view.lacks}"]]
    return rows.reset_index(drop=True)


def opened(view: RecommendationsView) -> str:
    """Name the recommendation whose card is open: the chosen, else the first that is complete.

    If none of those shown is complete, it is the first; if none is shown, the first of all.
    """
    if view.recommendation != ALL:
        return view.recommendation
    rows = chosen(view)
    complete = rows[rows["has_due"] & rows["has_number"]]
    first = next(found for found in (complete, rows, everything(view)) if len(found))
    return str(first["rec_id"].iloc[0])


def places(view: RecommendationsView) -> tuple[str, ...]:
    """List the municipalities of the region by their ОКТМО."""
    known = choices().municipalities
    return tuple(oktmo for oktmo, region in known.items() if region == view.region)


def newest(view: RecommendationsView) -> pd.DataFrame:
    """One row per recommendation and municipality: the municipality's newest mark by the day."""
    return keep(_newest, region_key(view))


def _newest(view: RecommendationsView) -> pd.DataFrame:
    return decisions.latest(load(recommendations.marks, view))


def marked(view: RecommendationsView) -> pd.DataFrame:
    """One row per recommendation of the region: municipalities by what they marked, or did not."""
    rec_ids = list(everything(view)["rec_id"])
    return decisions.counted(newest(view), rec_ids, len(places(view)))


def returned(view: RecommendationsView) -> pd.DataFrame:
    """One row per pair that came back: earlier, later, partly, both dates and the days between."""
    rows = everything(view)
    pairs = decisions.repeats(rows)
    about = rows.set_index("rec_id")
    first = pd.to_datetime(about["end_date"].reindex(pairs["earlier"])).to_numpy()
    last = pd.to_datetime(about["start_date"].reindex(pairs["later"])).to_numpy()
    return pairs.assign(first=first, last=last, days=(last - first) // pd.Timedelta(days=1))


def between(view: RecommendationsView, first: dt.date, last: dt.date) -> pd.DataFrame:
    """One row per recommendation of the region: what was marked between two days, and by how many.

    Marks of the days themselves count; `unmarked` is the municipalities that marked nothing then.
    """
    year_end = View(region=view.region, year=last.year, first_year=last.year, on=last.isoformat())
    marks = load(recommendations.marks, year_end)
    since = marks[pd.to_datetime(marks["marked_on"]).ge(pd.Timestamp(first))]
    rec_ids = list(everything(view)["rec_id"])
    return decisions.counted(decisions.latest(since), rec_ids, len(places(view)))


def progress(view: RecommendationsView) -> dict[str, tuple[int, int]]:
    """Count what recommendations name or demand, at the end of the year: part and whole."""
    here = View(view.region, view.year, view.year, municipality=view.municipality)
    rows = load(recommendations.measured, here)
    rows = rows[rows["denominator"].notna()]
    return {
        str(row["indicator"]): (int(row["numerator"]), int(row["denominator"]))
        for row in rows.to_dict("records")
    }
