"""Propose mentors: cover as many schools as can be covered, and of all such ways the cheapest.

A mentor with free places is as many columns of an assignment problem, each dearer than the one
before. It is solved by shortest augmenting paths (D. F. Crouse, "On implementing 2D rectangular
assignment algorithms", IEEE Transactions on Aerospace and Electronic Systems 52 (2016),
1679–1696), to the optimum and not by taking the best pair again and again. A pair that may not
be costs more than any whole proposal: such pairs are then as few as possible, and left out.

The least total may leave a remote school uncovered where places are short; `uncovered` names it.
Of several cheapest proposals the one is given that the solver finds with mentees and mentors in
the order of their identifiers, so the order of the rows given does not matter.
"""

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from queries.methods.pair_costs import Parts, Weights, costs
from queries.methods.proposal import Proposal, Question, described


def propose(
    mentees: pd.DataFrame,
    mentors: pd.DataFrame,
    weights: Weights,
    farthest_km: float,
    forbidden: pd.DataFrame | None = None,
) -> Proposal:
    """Give each mentee at most one mentor, and no mentor more than its free places.

    `mentees`: school_id, latitude, longitude (degrees, NaN if unknown), locality, risks (codes);
    `mentors`: the same with strengths (codes) for risks, load and capacity (whole). `forbidden`
    pairs: mentee_id, mentor_id, as those already in force. A school never mentors itself.
    """
    mentees, mentors = (
        rows.sort_values("school_id", ignore_index=True) for rows in (mentees, mentors)
    )
    parts = costs(mentees, mentors, weights, farthest_km)
    allowed = _allowed(mentees["school_id"], mentors["school_id"], forbidden)
    return described(Question(mentees, mentors, parts, allowed, _assigned(parts, allowed)))


def _allowed(mentees: pd.Series, mentors: pd.Series, forbidden: pd.DataFrame | None) -> np.ndarray:
    allowed: np.ndarray = mentees.to_numpy(object)[:, None] != mentors.to_numpy(object)
    if forbidden is not None:
        rows = pd.Index(mentees).get_indexer(forbidden["mentee_id"])
        columns = pd.Index(mentors).get_indexer(forbidden["mentor_id"])
        both = (rows >= 0) & (columns >= 0)
        allowed[rows[both], columns[both]] = False
    return allowed


def _assigned(parts: Parts, allowed: np.ndarray) -> np.ndarray:
    """Assign mentees to places; give the row of each mentee's mentor, -1 without one."""
    chosen = np.full(len(allowed), -1)
    owner, place = np.nonzero(np.isfinite(parts.load))
    if not chosen.size or not owner.size:
        return chosen
    whole = parts.between[:, owner]
    whole += parts.place[owner, place]
    # All sums stay below 2**53, where whole numbers are exact in floating point.
    whole[~allowed[:, owner]] = (whole.max() + 1) * (min(whole.shape) + 1)
    rows, columns = linear_sum_assignment(whole)
    real = allowed[rows, owner[columns]]
    chosen[rows[real]] = owner[columns[real]]
    return chosen
