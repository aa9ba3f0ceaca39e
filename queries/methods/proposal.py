"""Describe an assignment of mentors: its pairs, the alternatives, and who is left."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from queries.methods.pair_costs import STEP, Parts

NEXT_BEST = 3
REASONS = ("no_mentors", "all_forbidden", "no_free_places")
"""Why a school stays uncovered; the first that holds."""


@dataclass(frozen=True)
class Proposal:
    """Proposed pairs, what else could be, and who is left; `cost` is the sum over pairs.

    `pairs`: one row per covered mentee: mentee_id, mentor_id, cost (0–1), distance_km, shared
    (risks the mentor is strong in), fit_known, same_locality, load_before, load_after (of the
    mentor, without and with all of the proposal), capacity. `alternatives`: up to three rows per
    mentee: mentee_id, rank, mentor_id, the same up to same_locality, load (with the proposal),
    capacity, free_place. `uncovered`: mentee_id, reason (of REASONS).
    """

    pairs: pd.DataFrame
    alternatives: pd.DataFrame
    uncovered: pd.DataFrame
    cost: float


@dataclass(frozen=True)
class Question:
    """Schools in order, costs of their pairs, which pairs may be, and the solver's answer."""

    mentees: pd.DataFrame
    mentors: pd.DataFrame
    parts: Parts
    allowed: np.ndarray
    chosen: np.ndarray
    """Row in `mentors` of each mentee's mentor, -1 without one."""

    @property
    def taken(self) -> np.ndarray:
        """Places that the proposal takes of each mentor."""
        return np.bincount(self.chosen[self.chosen >= 0], minlength=len(self.mentors))

    @property
    def free(self) -> np.ndarray:
        """Free places of each mentor before the proposal."""
        places: np.ndarray = np.isfinite(self.parts.load).sum(axis=1)
        return places


def described(question: Question) -> Proposal:
    """Put the solver's answer into rows, in the order of the mentees' identifiers."""
    pairs = _pairs(question)
    total = float(np.round(pairs["cost"] * STEP).sum()) / STEP
    return Proposal(pairs, _alternatives(question), _uncovered(question), total)


def _pairs(question: Question) -> pd.DataFrame:
    """Describe the proposed pairs; of a mentor's mentees the first has its first free place."""
    rows = np.flatnonzero(question.chosen >= 0)
    columns = question.chosen[rows]
    place = pd.Series(columns).groupby(columns).cumcount().to_numpy(int)
    pairs = _with_parts(question, rows, columns, question.parts.place[columns, place])
    load = question.mentors["load"].to_numpy(int)
    pairs["load_before"] = load[columns]
    pairs["load_after"] = (load + question.taken)[columns]
    pairs["capacity"] = question.mentors["capacity"].to_numpy(int)[columns]
    return pairs


def _alternatives(question: Question) -> pd.DataFrame:
    """List the next best mentors of each mentee among those who still have a free place.

    If none of its other mentors has one, the next best of all, whose place another mentee or an
    earlier pair would have to give up; schools that offer no place at all are left out.
    """
    parts, open_ = question.parts, question.taken < question.free
    able = question.allowed & (question.mentors["capacity"].to_numpy(int) > 0)
    covered = np.flatnonzero(question.chosen >= 0)
    able[covered, question.chosen[covered]] = False
    able &= open_ | ~(able & open_).any(axis=1, keepdims=True)
    mentors = np.arange(len(open_))
    place = np.full(len(open_), parts.full)
    place[open_] = parts.place[mentors[open_], question.taken[open_]]
    # A mentor's position as the last digits makes every key differ and lower identifiers win.
    keys = np.where(able, (parts.between + place) * len(open_) + mentors, np.inf)
    if keys.shape[1] > NEXT_BEST:
        keys = np.partition(keys, NEXT_BEST - 1, axis=1)[:, :NEXT_BEST]
    keys.sort(axis=1)
    rows, ranks = np.nonzero(np.isfinite(keys))
    columns = (keys[rows, ranks] % max(len(open_), 1)).astype(int)
    found = _with_parts(question, rows, columns, place[columns])
    found.insert(1, "rank", ranks + 1)
    found["load"] = (question.mentors["load"].to_numpy(int) + question.taken)[columns]
    found["capacity"] = question.mentors["capacity"].to_numpy(int)[columns]
    found["free_place"] = open_[columns]
    return found


def _with_parts(
    question: Question, rows: np.ndarray, columns: np.ndarray, place: np.ndarray
) -> pd.DataFrame:
    """One row per pair with what its cost was made of."""
    mentees, mentors, parts = question.mentees, question.mentors, question.parts
    declared = zip(mentees["risks"].iloc[rows], mentors["strengths"].iloc[columns], strict=True)
    return pd.DataFrame(
        {
            "mentee_id": mentees["school_id"].to_numpy()[rows],
            "mentor_id": mentors["school_id"].to_numpy()[columns],
            "cost": (parts.between[rows, columns] + place) / STEP,
            "distance_km": parts.kilometres[rows, columns],
            "shared": [tuple(sorted(set(needed) & set(own))) for needed, own in declared],
            "fit_known": parts.fit_known[rows, columns],
            "same_locality": parts.locality[rows, columns] == 0,
        }
    )


def _uncovered(question: Question) -> pd.DataFrame:
    left = question.chosen < 0
    mentees, mentors = (rows["school_id"] for rows in (question.mentees, question.mentors))
    others = len(mentors) - mentees.isin(mentors).to_numpy(int)
    reasons = np.select([others == 0, ~question.allowed.any(axis=1)], REASONS[:2], REASONS[2])
    return pd.DataFrame({"mentee_id": mentees[left], "reason": reasons[left]}, copy=True)
