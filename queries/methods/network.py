"""Say what a network of mentors hangs on: who carries how much, and what goes if one leaves.

Pairs are counting pairs in force: mentee_id, mentor_id, mentee_oktmo, mentor_oktmo. Two schools
that work together in several forms are one pair. A school is uncovered when all its mentors have
left. Two can take a school away that neither takes alone: the count is not submodular, and the
guarantee of always taking the worst next one (G. L. Nemhauser, L. A. Wolsey, M. L. Fisher,
Mathematical Programming 14 (1978), 265–294) does not hold for it.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import combinations

import pandas as pd

EXACT = 3
"""Mentors up to whose number the largest loss is found among all sets of them."""

Teams = Counter[frozenset[str]]
"""Number of schools by the set of their mentors."""


def load(pairs: pd.DataFrame, capacity: pd.Series) -> pd.DataFrame:
    """One row per mentor with a pair or a capacity, by identifier: load, capacity, free, over.

    `capacity`: number of schools by mentor_id, NA where not declared. `load`: pairs in force;
    `free` places, at least 0 and NA without a capacity; `over`: pairs beyond the capacity.
    """
    carried = _distinct(pairs).groupby("mentor_id").size()
    mentors = carried.index.union(capacity.index).rename("mentor_id").sort_values()
    frame = pd.DataFrame(index=mentors)
    frame["load"] = carried.reindex(mentors).fillna(0).astype(int)
    frame["capacity"] = capacity.reindex(mentors).astype("Int64")
    left = frame["capacity"] - frame["load"]
    frame["free"], frame["over"] = left.clip(lower=0), (-left).clip(lower=0)
    return frame.reset_index()


def fragility(pairs: pd.DataFrame) -> pd.DataFrame:
    """One row per mentor: mentor_id, mentor_oktmo, mentees, uncovered_if_left.

    `uncovered_if_left`: mentees that have no other mentor. Most affected schools first, then
    most mentees, then by identifier.
    """
    rows = _distinct(pairs)
    rows["only"] = rows.groupby("mentee_id")["mentor_id"].transform("size").eq(1)
    mentors = rows.groupby("mentor_id", as_index=False).agg(
        mentor_oktmo=("mentor_oktmo", "first"),
        mentees=("mentee_id", "size"),
        uncovered_if_left=("only", "sum"),
    )
    order = ["uncovered_if_left", "mentees", "mentor_id"]
    return mentors.sort_values(order, ascending=[False, False, True], ignore_index=True)


def largest_loss(pairs: pd.DataFrame, k: int) -> list[tuple[str, int]]:
    """Name up to k mentors who would uncover most schools by leaving, with schools so far.

    Up to three mentors no other set uncovers more. More are the worst three, the worst three
    once those have left, and so on: a number that another set may exceed (to find the largest
    is NP-hard; S. Khuller, B. Saha, "On finding dense subgraphs", ICALP 2009, 597–608).
    Mentors who would add nothing are not named. Of equal sets the first by identifiers; within a
    set the largest next step first.
    """
    teams = Counter(_distinct(pairs).groupby("mentee_id")["mentor_id"].agg(frozenset))
    named: list[tuple[str, int]] = []
    lost = 0
    while k > len(named):
        step = _worst(teams, min(k - len(named), EXACT))
        for mentor in step:
            teams = _without(teams, mentor)
            lost += teams.pop(frozenset(), 0)
            named.append((mentor, lost))
        if not step:
            break
    return named


def dependent(pairs: pd.DataFrame, schools: pd.DataFrame, least: int = 2) -> pd.DataFrame:
    """One row per municipality all of whose covered schools have one and the same mentor alone.

    Columns: oktmo, mentor_id, mentor_oktmo, covered, schools; by oktmo. Only municipalities with
    `least` covered schools. `schools` counts those in need of a mentor: rows of the frame
    `schools` (school_id, oktmo), one per school.
    """
    rows = _distinct(pairs)
    places = rows.groupby("mentee_oktmo", as_index=False).agg(
        mentors=("mentor_id", "nunique"),
        mentor_id=("mentor_id", "first"),
        mentor_oktmo=("mentor_oktmo", "first"),
        covered=("mentee_id", "nunique"),
    )
    found = places[places["mentors"].eq(1) & places["covered"].ge(least)]
    found = found.drop(columns="mentors").rename(columns={"mentee_oktmo": "oktmo"})
    sizes = schools.drop_duplicates("school_id").groupby("oktmo").size()
    found["schools"] = sizes.reindex(found["oktmo"]).fillna(0).to_numpy(int)
    return found.reset_index(drop=True)


def _distinct(pairs: pd.DataFrame) -> pd.DataFrame:
    keys = ["mentee_id", "mentor_id"]
    return pairs.drop_duplicates(keys).sort_values(keys, ignore_index=True)


def _without(teams: Teams, mentor: str) -> Teams:
    left: Teams = Counter()
    for team, schools in teams.items():
        left[team - {mentor}] += schools
    return left


def _worst(teams: Teams, size: int) -> list[str]:
    """Find the set of at most `size` ≤ EXACT mentors that uncovers most, in order of leaving."""
    small: Teams = Counter({team: n for team, n in teams.items() if len(team) <= size})
    best = min((-_lost(small, some), sorted(some)) for some in _candidates(small, size))[1]
    for mentor in reversed(best):
        rest = [other for other in best if other != mentor]
        best = rest if _lost(small, rest) == _lost(small, best) else best
    order: list[str] = []
    while len(order) < len(best):
        left = [mentor for mentor in best if mentor not in order]
        order.append(min(left, key=lambda mentor: (-_lost(small, [*order, mentor]), mentor)))
    return order


def _candidates(teams: Teams, size: int) -> Iterator[tuple[str, ...]]:
    """Give sets of mentors among which one that uncovers most must be.

    Mentors who share a school are neighbours. A set falls into groups of neighbours, and the
    schools it uncovers add up over them. Of two or three mentors at most one group is larger than
    one mentor, and the others are best taken from those who uncover most alone.
    """
    neighbours: dict[str, set[str]] = {mentor: set() for team in teams for mentor in team}
    for team in teams:
        for mentor in team:
            neighbours[mentor] |= team - {mentor}
    alone = sorted(neighbours, key=lambda mentor: (-teams[frozenset({mentor})], mentor))[:size]
    yield tuple(alone)
    pairs = {frozenset({one, two}) for one, near in neighbours.items() for two in near}
    for pair in pairs if size > 1 else ():
        one, two = pair
        near = (neighbours[one] | neighbours[two] | set(alone)) - pair
        yield from ((one, two, third) for third in near if size > 2)
        yield (one, two)


def _lost(teams: Teams, leaving: Collection[str]) -> int:
    """Count schools all of whose mentors are among at most EXACT leaving ones."""
    sizes = range(1, len(leaving) + 1)
    return sum(teams[frozenset(some)] for size in sizes for some in combinations(leaving, size))
