"""In any small world nothing about fewer than ten results is told, by adding up or by bounds."""

import numpy as np
import pytest
from worlds import MINIMA, is_combination, ranges, small_groups, sums, world

from data.intake.publishing.blocks.joining import blocks
from data.intake.publishing.blocks.partition import safe


@pytest.mark.parametrize("seed", range(30))
def test_no_small_group_can_be_worked_out(seed):
    rows = world(seed)
    pair = blocks(rows, MINIMA)
    if not all(safe(rows, side, MINIMA).all() for side in pair):
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
    for side in blocks(rows, MINIMA):
        if len(set(side)) == 1:
            continue
        for _, block in rows.groupby(side):
            assert _most(block) >= MINIMA.group
            schools = set(block["school_id"])
            rests = [_most(block[block["school_id"] != school]) for school in schools]
            assert len(schools) == 1 or min(rests) >= MINIMA.rest


def _most(rows):
    return rows.groupby("subject")["results"].sum().max()


@pytest.mark.parametrize("seed", range(30))
def test_what_was_together_in_the_version_before_stays_together(seed):
    rows = world(seed)
    was = blocks(rows, MINIMA)
    fewer = rows.drop(index=rows["results"].idxmin())
    before = rows.assign(block_municipal=was[0], block_regional=was[1])
    before = before.loc[fewer.index, ["block_municipal", "block_regional"]].reset_index(drop=True)
    now = blocks(fewer.reset_index(drop=True), MINIMA, before)
    for side, old in zip(now, before, strict=True):
        assert all(len(set(side[before[old] == block])) == 1 for block in before[old].unique())
