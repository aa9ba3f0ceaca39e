"""Separate what a document states about an event in numbers from whom it names.

A number without names is shown as a number: who is behind it is never guessed.
"""

import pandas as pd

STATES = ("took_part", "absent", "absent_no_schools")
STATED = {
    "took_part": "municipalities_took_part",
    "absent": "municipalities_absent_with_schools",
    "absent_no_schools": "municipalities_absent_no_schools",
}
UNKNOWN = "unknown"


def states(stated: dict[str, float], named: pd.Series, municipalities: int) -> pd.DataFrame:
    """One row per state of taking part: municipalities in it, and how many of them are named.

    stated: numbers of the event by attribute. named: state of each municipality known by name. The
    count is the stated one, or else that of the names; those left over have the state "unknown".
    """
    by_name = named.value_counts()
    rows = []
    for state in STATES:
        names = int(by_name.get(state, 0))
        rows.append((state, max(int(stated.get(STATED[state], names)), names), names))
    rest = municipalities - sum(count for _, count, _ in rows)
    if rest > 0:
        rows.append((UNKNOWN, rest, 0))
    return pd.DataFrame(rows, columns=["state", "municipalities", "named"])
