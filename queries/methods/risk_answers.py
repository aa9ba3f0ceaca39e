"""Count what answers each risk factor: mentors that are strong at it, and texts that name it."""

from collections.abc import Mapping, Sequence

import pandas as pd

NOBODY, WORDS_ALONE, SHORT, ENOUGH, NO_SCHOOL, NOT_TOLD = (
    *("nobody", "words_alone", "short", "enough", "no_school", "not_told"),
)
ANSWERS = (NOBODY, WORDS_ALONE, SHORT, ENOUGH, NO_SCHOOL, NOT_TOLD)
"""Nothing answers; only texts name it; places are fewer than schools; they are enough; no school
has it; nobody said what mentors are strong at."""

PARTS = ("helped", "could", "missing")


def answers(
    found: pd.DataFrame,
    held: pd.DataFrame,
    strengths: pd.DataFrame,
    free: Mapping[str, int],
    named: Mapping[str, int],
) -> pd.DataFrame:
    """One row per factor of `found`, in its order: its schools and what answers it.

    found: school_id and risk_factor of every school that has the factor now; held: pairs that
    count (mentee_id, mentor_id); strengths: school_id, risk_factor; free: places by mentor that may
    be given more schools; named: texts that name a factor. `helped`: schools with a mentor strong
    at it; `could`: those of the rest for whom mentors strong at it have a free place; `missing`:
    all others. A place counts for each strength of its mentor, though it can be taken once.
    """
    strong = set(map(tuple, strengths[["school_id", "risk_factor"]].to_numpy()))
    mentors = held.groupby("mentee_id")["mentor_id"].agg(tuple).to_dict()
    rows = []
    for factor, part in found.groupby("risk_factor", sort=False):
        schools = part["school_id"].dropna()
        helped = sum(
            any((mentor, factor) in strong for mentor in mentors.get(school, ()))
            for school in schools
        )
        able = [mentor for mentor, code in strong if code == factor and mentor in free]
        row = _row(len(schools), helped, [free[mentor] for mentor in able])
        row["texts"] = named.get(str(factor), 0)
        rows.append({"risk_factor": factor, **row, "answer": _answer(row, bool(len(strengths)))})
    columns = ["risk_factor", "schools", "strong", "places", *PARTS, "texts", "answer"]
    return pd.DataFrame(rows, columns=columns)


def _row(schools: int, helped: int, free: Sequence[int]) -> dict[str, int]:
    """Share out the places of the mentors strong at a factor among schools without such a one."""
    left, places = schools - helped, sum(free)
    shared = {"helped": helped, "could": min(left, places), "missing": max(left - places, 0)}
    return {"schools": schools, "strong": len(free), "places": places, **shared}


def _answer(row: Mapping[str, int], told: bool) -> str:
    """Name what answers a factor; without any declared strength nothing is said of mentors."""
    if not row["schools"]:
        return NO_SCHOOL
    if not told:
        return NOT_TOLD
    if not row["helped"] and not row["places"]:
        return WORDS_ALONE if row["texts"] else NOBODY
    return SHORT if row["missing"] else ENOUGH
