"""In any small world nothing about fewer than ten results is told, by adding up or by bounds."""

import numpy as np
import pytest
from worlds import MINIMA, is_combination, ranges, small_groups, sums, world

from data.intake.publishing.blocks.joining import joined


def blocks(rows, before=None):
    """The blocks of the rows in both books, and whether any is too small to be shown."""
    books = joined(rows, MINIMA, before)
    return tuple(book.blocks() for book in books), not all(book.whole().all() for book in books)


@pytest.mark.parametrize("seed", range(30))
def test_no_small_group_can_be_worked_out(seed):
    rows = world(seed)
    pair, hidden = blocks(rows)
    if hidden:
        assert len(set(pair[0])) == len(set(pair[1])) == 1  # too small a region shows nothing
        return
    known = sums(pair)
    limits = ranges(known, rows)
    fixed = limits[:, 1] - limits[:, 0] < 1e-6
    told = rows["below"][fixed & rows["results"].lt(MINIMA.group)]
    assert not told.any() or (rows["below"] == rows["results"]).all()
    free = np.flatnonzero(~fixed)
    assert not [group for group in small_groups(rows, free) if is_combination(known, group, free)]


@pytest.mark.parametrize("seed", range(30))
def test_blocks_have_ten_results_of_a_subject_also_without_any_school(seed):
    rows = world(seed)
    for side in blocks(rows)[0]:
        if len(set(side)) == 1:
            continue
        for _, block in rows.groupby(side):
            assert _most(block) >= MINIMA.group
            schools = set(block["school_id"])
            rests = [_most(block[block["school_id"] != school]) for school in schools]
            assert len(schools) == 1 or min(rests) >= MINIMA.rest


def _most(rows):
    return rows.groupby("subject")["results"].sum().max()


@pytest.mark.parametrize("seed", range(10))
def test_texts_and_their_places_in_order_give_the_same_blocks(seed):
    rows = world(seed)
    texts = rows.select_dtypes("str").columns
    numbered = rows.assign(**{name: rows[name].rank(method="dense").astype(int) for name in texts})
    assert len(texts) == 4
    for one, other in zip(blocks(rows)[0], blocks(numbered)[0], strict=True):
        assert one.tolist() == other.tolist()


@pytest.mark.parametrize("seed", range(30))
def test_what_was_together_in_the_version_before_stays_together(seed):
    rows = world(seed)
    was, _ = blocks(rows)
    fewer = rows.drop(index=rows["results"].idxmin())
    before = rows.assign(block_municipal=was[0], block_regional=was[1])
    before = before.loc[fewer.index, ["block_municipal", "block_regional"]].reset_index(drop=True)
    now, _ = blocks(fewer.reset_index(drop=True), before)
    for side, old in zip(now, before, strict=True):
        assert all(len(set(side[before[old] == block])) == 1 for block in before[old].unique())
