"""A version keeps together what was together before, and the blocks of what has not changed."""

import pyarrow as pa
import pytest
from small_region import published, tables
from sqlalchemy import select

from data import store
from data.intake.publishing.blocks import table
from data.intake.publishing.blocks.table import BLOCKS, PROBLEM, Older
from data.schema import result_block


@pytest.fixture
def parted(whole):
    """Part the results of the demonstration again, after a version with the blocks given."""

    def again(older):
        told = []
        found = table.parted(store.engine(whole), older, told.append).to_pandas()
        assert told == sorted(told) and told[-1] == 1.0 and len(told) == 25
        return dict(iter(found.groupby(list(PROBLEM))))

    return again


def test_a_year_of_a_region_that_has_not_changed_keeps_its_blocks(whole, parted):
    changed = ("65", "EGE", 2022, "below")
    older = table.older(store.engine(whole))
    rows = older.rows.to_pandas().sample(frac=1, random_state=1, ignore_index=True)
    rows[BLOCKS] += 100
    of_changed = rows[list(PROBLEM)].apply(tuple, axis=1) == changed
    rows.loc[of_changed.idxmax(), "results"] += 1
    again = Older(pa.Table.from_pandas(rows, older.rows.schema, preserve_index=False), older.minima)
    for key, found in parted(again).items():
        least = found[BLOCKS].min().tolist()
        assert least == ([0, 0] if key == changed else [100, 100]), key


def _stored(version):
    rows = store.fetch_arrow(store.engine(version), select(result_block)).to_pandas()
    return rows.set_index(["school_id", "year"]).sort_index()


def test_a_corrected_result_leaves_together_what_was_together(tmp_path):
    rows = tables()
    for place, row in enumerate(rows["assessment_result"]):
        if place < 12:
            row |= {"participants": "6", "below_threshold": "2"}
    first = _stored(published(tmp_path / "store", rows))
    for row in rows["assessment_result"][:2]:
        row |= {"participants": "60"}
    second = _stored(published(tmp_path / "store", rows))
    assert second["results"].ne(first["results"]).sum() == 2
    for book in BLOCKS:
        blocks = second.groupby([first[book], "year"])[book]
        assert blocks.nunique().eq(1).all()
    assert first["block_municipal"].nunique() < len(first) / 2


def test_scores_stand_beside_their_results_in_every_year(tmp_path):
    rows = tables()
    for place, row in enumerate(rows["assessment_result"]):
        row |= {"mean_score": str(40 + place)}
    found = _stored(published(tmp_path / "store", rows))
    found = found[found["measure"] == "score"]
    asked = {(row["school_id"], int(row["year"])): row for row in rows["assessment_result"]}
    assert len(found) == len(asked) == 40
    for key, row in found.iterrows():
        assert row["points"] == float(asked[key]["mean_score"]) * int(asked[key]["participants"])
