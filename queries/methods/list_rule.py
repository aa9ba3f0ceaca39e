"""Measure how near a school is to the list of low-performing schools, by the rule of the list.

The rule names a school with the share of the settings below the threshold in enough works of a
year; a work is a procedure in one grade and subject. The order statistic that decides turns the
rule into one number: a school is listed if its second-highest share, say, reaches the threshold.
Not followed: the rule's second condition, successive years in the same procedure.
"""

import pandas as pd


def scores(works: pd.DataFrame, minimum: float, enough: int) -> pd.Series:
    """Give by school the share, 0–1, that it reaches in `enough` works of a year.

    One row per school and work: school_id, participants, below. Works of fewer than `minimum`
    participants do not count; a school with fewer works than `enough` has no score.
    """
    counted = works[works["participants"].ge(minimum)]
    share = (counted["below"] / counted["participants"]).groupby(counted["school_id"])
    place = share.rank(method="first", ascending=False)
    found = counted.loc[place.eq(enough), "school_id"]
    decisive = (counted["below"] / counted["participants"])[place.eq(enough)]
    return pd.Series(decisive.to_numpy(float), index=found.to_numpy(object)).sort_index()
