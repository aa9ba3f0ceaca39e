"""Tell where a decision stands on a day, and which signals went and came since it was taken."""

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from queries.methods.identification import NO, UNKNOWN, YES
from queries.methods.signals import SIGNALS

STATES = ("late", "open", "no_term", "done")
"""Past its day and not done; not yet due; without a term and not done; done, in time or not."""


def stood(decisions: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Add to decisions (due_date, done_date) their `state` on a day, and `days_late`, else 0.

    A report is of the end of its day: what is due on it and was not done is late by 0 days. What
    was done after the day is not done on it. Of what was done late the days between are told.
    """
    when = pd.Timestamp(day)
    due, done = (pd.to_datetime(decisions[name]) for name in ("due_date", "done_date"))
    is_done = done.le(when)
    state = pd.Series("open", decisions.index, dtype=object)
    state = state.mask(due.isna(), "no_term").mask(due.le(when), "late").mask(is_done, "done")
    until = done.where(is_done, when)
    days = (until - due).dt.days.clip(lower=0)
    return decisions.assign(state=state, days_late=days.where(due.notna(), 0).astype(int))


def turned(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, str]:
    """Say of each signal what became of it: gone, new, kept, unknown; nothing where none was.

    A signal that stood and is not known now is unknown, not gone; one that was not known and
    stands now is new.
    """
    found = {}
    for name in SIGNALS:
        was, stands = before[name], now[name]
        if stands == YES:
            found[name] = "kept" if was == YES else "new"
        elif was == YES:
            found[name] = {NO: "gone", UNKNOWN: "unknown"}[stands]
    return found
