"""What is hidden stays hidden: from a look at one chart, and from adding up all of them."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from queries.methods.comparison import compared, whole
from queries.methods.suppression import hidden
from queries.view import SCHOOLS

MINIMUM = 10


def wholes(*sizes, column="2022"):
    """Give rows of whole municipalities, nothing filtered."""
    size = [float(size) for size in sizes]
    return pd.DataFrame(
        {"column": column, "denominator": size, "all_denominator": size, "smallest": size}
    )


def hides(*sizes):
    return hidden(wholes(*sizes), "column", MINIMUM).tolist()


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((50, 60, 70), [False, False, False]),
        ((10, 60, 70), [False, False, False]),
        ((9, 60, 70), [True, True, False]),
        ((9, 70, 60), [True, False, True]),
        ((5, 5, 70), [True, True, False]),
        ((4, 5, 70), [True, True, True]),
        ((4, 5, 70, 60), [True, True, False, True]),
        ((1, 70), [True, True]),
        ((9,), [True]),
        ((50,), [False]),
        ((0, 50), [False, False]),
        ((0, 9, 50, 60), [False, True, True, False]),
    ],
)
def test_small_wholes_are_hidden_with_the_next_smallest(sizes, expected):
    assert hides(*sizes) == expected


def test_what_is_unknown_is_nothing_to_hide():
    assert hides(np.nan, 9, 50, np.nan) == [False, True, True, False]
    assert hides() == []


def test_columns_are_totals_by_themselves():
    rows = pd.concat([wholes(9, 50, 60, column="2021"), wholes(50, 60, 70)], ignore_index=True)
    assert hidden(rows, "column", MINIMUM).tolist() == [True, True, False, False, False, False]


@given(st.lists(st.integers(0, 40), max_size=12))
def test_no_whole_can_be_restored_from_the_total_and_no_more_is_hidden_than_that_needs(sizes):
    hide = hides(*sizes)
    gone = sorted(size for size, out in zip(sizes, hide, strict=True) if out)
    seen = [size for size, out in zip(sizes, hide, strict=True) if not out and size > 0]
    assert all(size >= MINIMUM for size in seen)
    small = [size for size in sizes if 0 < size < MINIMUM]
    assert bool(gone) == bool(small)
    if gone and seen:
        assert len(gone) >= 2
        assert sum(gone) >= MINIMUM
    spared = [size for size in gone if size >= MINIMUM]
    if spared:
        before = gone[: gone.index(spared[-1])] if len(spared) == 1 else gone[:-1]
        assert len(before) < 2 or sum(before) < MINIMUM
        assert all(size >= spared[-1] for size in seen)


def part(denominator, all_denominator, smallest):
    return pd.DataFrame(
        {
            "column": ["2022"],
            "denominator": [float(denominator)],
            "all_denominator": [float(all_denominator)],
            "smallest": [float(smallest)],
        }
    )


@pytest.mark.parametrize(
    ("row", "hide"),
    [
        (part(95, 100, 5), True),
        (part(5, 100, 5), True),
        (part(40, 100, 5), True),
        (part(40, 100, 10), False),
        (part(0, 100, 5), False),
    ],
    ids=["its rest is small", "small", "some other part is small", "all are large", "no part"],
)
def test_a_municipality_shows_all_of_its_parts_or_none(row, hide):
    assert hidden(row, "column", MINIMUM).tolist() == [hide]


# Everything that any choice of filters publishes, and what can be computed from all of it.

KIND = st.tuples(st.sampled_from(["urban", "rural"]), st.booleans(), st.sampled_from([0, 1, 2]))
SIZE = st.one_of(st.integers(1, 9), st.integers(10, 40))
REGION = st.lists(st.dictionaries(KIND, SIZE, min_size=1, max_size=5), min_size=1, max_size=5)
VIEWS = [(schools, cohort) for schools in SCHOOLS for cohort in (0, 1, 2)]


def chosen(kind, schools, cohort):
    locality, low, entry = kind
    if cohort and entry != cohort:
        return False
    return {"all": True, "low_performing": low}.get(schools, locality == schools)


def asked(region):
    """Give the cells of every view as the questions would; each view stands for a column."""
    rows = []
    for schools, cohort in VIEWS:
        for number, kinds in enumerate(region):
            apart = {}
            for kind, size in kinds.items():
                told = kind if cohort else kind[:2] if schools != "all" else ()
                apart[told] = apart.get(told, 0) + size
            sizes = [size for kind, size in kinds.items() if chosen(kind, schools, cohort)]
            rows.append(
                {
                    "oktmo": f"{number}",
                    "column": f"{schools} {cohort}",
                    "all_denominator": float(sum(kinds.values())),
                    "denominator": float(sum(sizes)) if sizes else np.nan,
                    "smallest": float(min(apart.values())),
                    "filtered": schools != "all" or cohort != 0,
                }
            )
    frame = pd.DataFrame(rows)
    usual = {"name": "", "kind": "pupil_rate", "direction": "lower", "all_numerator": 0.0}
    usual |= {"schools": 1.0, "value": np.nan, "reported": True, "broken": False}
    return frame.assign(numerator=frame["denominator"] * 0, **usual)


def published(region, rules):
    """Give every number that is shown in any view, as the kinds of schools it is the sum of."""
    pieces = [(f"{number}", kind) for number, kinds in enumerate(region) for kind in kinds]
    sizes = np.array([size for kinds in region for size in kinds.values()])
    cells = asked(region)
    rows, total = compared(cells, rules), compared(whole(cells, "60", "Region", rules), rules)
    everybody = {oktmo for oktmo, _ in pieces}
    seen = rows[rows["state"].eq("counted")].groupby("column")["oktmo"].agg(set).to_dict()
    shown = []
    for row in pd.concat([rows, total]).query("state == 'counted'").itertuples():
        schools, cohort = row.column.split()
        inside = {row.oktmo} if row.oktmo != "60" else seen.get(row.column, set())
        if (row.oktmo, row.column) == ("60", "all 0"):
            inside = everybody
        parts = [oktmo in inside and chosen(kind, schools, int(cohort)) for oktmo, kind in pieces]
        vector = np.array(parts, float)
        assert row.denominator == vector @ sizes
        shown.append(vector)
    return pieces, shown


def unions(region, pieces):
    """Give every group of fewer than ten pupils: of one municipality's kinds, or of wholes."""
    for number, kinds in enumerate(region):
        own = [place for place, piece in enumerate(pieces) if piece[0] == f"{number}"]
        for count in range(1, len(kinds) + 1):
            for some in combinations(own, count):
                if sum(kinds[pieces[place][1]] for place in some) < MINIMUM:
                    yield some
    for count in range(1, len(region) + 1):
        for some in combinations(range(len(region)), count):
            if sum(sum(region[number].values()) for number in some) < MINIMUM:
                yield tuple(p for p, piece in enumerate(pieces) if int(piece[0]) in some)


@settings(deadline=None, max_examples=25)
@given(REGION)
@example([{("urban", False, 0): 5, ("rural", False, 0): 30}, {("urban", False, 0): 40}])
@example([{("urban", False, 0): 1}, {("urban", False, 1): 10}])
@example([{("rural", True, 1): 100, ("rural", True, 2): 3, ("rural", False, 0): 900}])
@example([{("urban", False, 1): 40, ("urban", False, 2): 40, ("urban", False, 0): 5}])
@example(
    [
        {("urban", False, 0): 5, ("rural", False, 0): 40},
        {("urban", False, 0): 50, ("rural", False, 0): 30},
        {("urban", False, 0): 60, ("rural", False, 0): 20},
    ]
)
def test_no_small_group_can_be_computed_from_all_that_all_filters_publish(rules, region):
    """Linear algebra, not cleverness: a group is safe if its sum is not fixed by those shown."""
    pieces, shown = published(region, rules)
    if not shown:
        return
    matrix = np.array(shown).T
    _, sizes, right = np.linalg.svd(matrix.T, full_matrices=False)
    base = right[sizes > 1e-9].T
    for group in unions(region, pieces):
        target = np.zeros(len(pieces))
        target[list(group)] = 1
        left = np.linalg.norm(target - base @ (base.T @ target))
        assert left > 1e-6, [pieces[place] for place in group]
