"""Each question about likely mistakes is asked when it must be, and never when it must not."""

import numpy as np
import pytest
from scipy import stats
from small_region import PLACES, SCHOOLS, result, school, screened, tables, trained

from data.errors import ACKNOWLEDGE
from data.intake.screening.plausible import robust_z

SAMPLES = (
    [1.0, 2.0, 3.0, 4.0, 100.0],
    [-3.2, 0.1, 0.1, 0.4, 2.5, 7.0, -11.0],
    [0.0, 0.0, 0.0, 0.0, 0.0, 4.0, -1.0],
    [5.0, 5.0],
    [7.25],
    list(np.random.default_rng(500).normal(3, 12, 55)),
)


@pytest.mark.parametrize("sample", SAMPLES, ids=range(len(SAMPLES)))
def test_robust_z_is_that_of_iglewicz_and_hoaglin(sample):
    values = np.array(sample)
    centred = values - np.median(values)
    scale = stats.median_abs_deviation(values) / 0.6745
    scale = scale or 1.2533 * np.abs(centred).sum() / len(values)
    wanted = centred / scale if scale else np.zeros(len(values))
    np.testing.assert_allclose(robust_z(values), wanted, rtol=0, atol=1e-9)


def test_robust_z_is_nearly_the_common_z_of_normal_values():
    values = np.random.default_rng(1).normal(10, 2, 200_000)
    assert np.abs(robust_z(values) - stats.zscore(values)).max() < 0.1


def asked(folder, received, replaced=(), rule=None):
    """Give what is asked: rule, column, value and numbers."""
    found = screened(folder, received, replaced)
    assert all(problem.level == ACKNOWLEDGE for problem in found.problems)
    told = [(p.rule, p.column, p.value, p.expected) for p in found.problems]
    return [one for one in told if rule in (None, one[0])]


def results(year, below, of=100):
    """A year's results of every school; `below` tells a place's number below the threshold."""
    return [
        result(name, year, below.get(oktmo, 20 + n % 7), of)
        for n, (name, oktmo) in enumerate(SCHOOLS.items())
    ]


def test_the_same_files_again_raise_no_question(begun):
    assert asked(begun, tables()) == []
    assert asked(begun, tables(), set(tables())) == []


def test_a_first_publish_raises_no_question(tmp_path):
    assert asked(tmp_path / "none", tables()) == []


def test_a_share_that_moves_unlike_the_others_is_asked_about(begun):
    far = {PLACES[4]: 80}
    was = [20 + n % 7 + 2022 % 2 for n, at in enumerate(SCHOOLS.values()) if at == PLACES[4]]
    moved = f"{sum(was) / len(was):.1f} → 80.0 %"
    wanted = [("jump", "IND-07-OGE", f"{PLACES[4]}, 2022", moved)]
    assert asked(begun, {"assessment_result": results(2022, far)}) == wanted
    wanted = [("jump", "IND-07-OGE", f"{PLACES[4]}, 2023", moved)]
    assert asked(begun, {"assessment_result": results(2023, far)}) == wanted


@pytest.mark.parametrize(
    ("why", "rows"),
    [
        ("all moved alike", results(2022, dict.fromkeys(PLACES, 80))),
        ("it moved by less than ten points", results(2022, {PLACES[4]: 28})),
        ("the group is too small to tell", results(2022, {PLACES[4]: 4}, of=4)[4:15:10]),
    ],
)
def test_no_jump_is_asked_about_when(begun, why, rows):
    assert asked(begun, {"assessment_result": rows}, rule="jump") == []


def test_a_place_without_rows_that_had_some_is_asked_about(begun):
    rest = [row for row in tables()["training"] if SCHOOLS[row["school_id"]] != PLACES[3]]
    found = asked(begun, {"training": rest}, {"training"})
    assert ("vanished", "oktmo", PLACES[3], "training") in found
    assert ("fewer_rows", "", "training", "40 → 36") in found


def test_a_place_that_keeps_a_row_has_not_vanished(begun):
    rest = [row for row in tables()["training"] if row["school_id"] != "s3"]
    found = asked(begun, {"training": rest}, {"training"})
    assert [one for one in found if one[0] == "vanished"] == []
    assert ("fewer_rows", "", "training", "40 → 38") in found


def test_a_place_whose_only_schools_moved_away_is_asked_about(begun):
    moved = [school(name, PLACES[0]) for name, at in SCHOOLS.items() if at == PLACES[3]]
    found = asked(begun, {"school": moved}, rule="fewer_rows")
    assert found == []


def test_rows_replaced_by_as_many_are_not_fewer(begun):
    other = [row | {"year": str(int(row["year"]) - 5)} for row in tables()["training"]]
    assert asked(begun, {"training": other}, {"training"}, "fewer_rows") == []
    added = [*other, trained("s0", 2019, 3, 3)]
    assert asked(begun, {"training": added}, {"training"}, "fewer_rows") == []


def test_a_whole_of_an_earlier_year_that_became_smaller_is_asked_about(begun):
    found = asked(
        begun, {"assessment_result": [result("s7", 2021, 5, of=60)]}, rule="smaller_whole"
    )
    assert found == [("smaller_whole", "IND-07-OGE", "2021", "2000 → 1960")]


def test_a_whole_that_grew_or_is_of_a_new_year_is_not_asked_about(begun):
    grown = {"assessment_result": [result("s7", 2021, 5, of=160)]}
    assert asked(begun, grown, rule="smaller_whole") == []
    fresh = {"assessment_result": [result("s7", 2023, 1, of=20)]}
    assert asked(begun, fresh, rule="smaller_whole") == []
