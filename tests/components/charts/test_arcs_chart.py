"""Arcs: mentors and mentees by lines, in an order in which few of them cross."""

import random

import altair as alt
import pandas as pd
import pytest
import vl_convert

from components.base.theme import DARK, LIGHT
from components.charts import arcs
from tests.components.charts import plots

WIDTH = 640


def pairs(*found):
    rows = pd.DataFrame(found, columns=["mentor_id", "mentee_id", "counts", "own"])
    return rows.assign(
        mentor="Школа " + rows["mentor_id"].astype(str),
        mentor_note="ведёт 2 из 4",
        mentee="Школа " + rows["mentee_id"].astype(str),
        mentee_note="с 09.2021",
        tooltip=[f"{a} → {b}" for a, b, *_ in found],
    )


ROWS = pairs(
    ("a", "x", True, True),
    ("b", "y", True, False),
    ("a", "z", False, True),
    ("b", "x", False, False),
)


def draw(rows=ROWS, palette=LIGHT, **more):
    return arcs.draw(rows, palette, WIDTH, **more)


def many(mentors, mentees, seed=1):
    chance = random.Random(seed)
    ends = [(f"m{chance.randrange(mentors)}", f"e{i:02}") for i in range(mentees)]
    more = [(f"m{chance.randrange(mentors)}", f"e{i:02}") for i in range(0, mentees, 3)]
    return pairs(*[(*end, True, True) for end in dict.fromkeys(ends + more)])


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("rows", [ROWS, many(5, 15), many(15, 5)])
def test_the_chart_keeps_what_all_charts_promise(palette, rows):
    spec = draw(rows, palette)
    schools = max(rows["mentor_id"].nunique(), rows["mentee_id"].nunique())
    plots.promises_are_kept(spec, palette, WIDTH, 24 * schools)


def test_every_pair_is_a_line_from_its_mentor_to_its_mentee():
    rows = many(5, 15)
    spec = draw(rows)
    heights = {row["text"]: row["y"] for row in plots.rows(spec, "words")}
    drawn = pd.DataFrame(plots.rows(spec, "lines"))
    assert drawn["series"].nunique() == len(rows)
    for i, row in enumerate(rows.to_dict("records")):
        line = drawn[drawn["series"].eq(str(i))].sort_values("x")["y"].tolist()
        assert line[0] == pytest.approx(heights[row["mentor"]], abs=0.2)
        assert line[-1] == pytest.approx(heights[row["mentee"]], abs=10)


def test_lines_tell_whether_a_pair_counts_and_whose_the_mentor_is():
    drawn = pd.DataFrame(plots.rows(draw(), "lines")).drop_duplicates("series")
    assert drawn["look"].tolist() == ["own", "foreign", "own_not_counted", "foreign_not_counted"]
    marks = plots.rows(draw(), "points")
    assert [mark["sign"] for mark in marks] == ["dot", "dot", "ring", "ring"]
    assert [mark["tooltip"] for mark in marks] == ROWS["tooltip"].tolist()


def test_marks_of_one_mentee_stand_apart():
    rows = pairs(*[(f"m{i}", "x", True, True) for i in range(3)])
    heights = sorted(row["y"] for row in plots.rows(draw(rows), "points"))
    assert min(b - a for a, b in zip(heights, heights[1:], strict=False)) >= 6


def test_every_school_is_named_once_with_its_note():
    said = plots.words(draw())
    assert sorted(text for text in said if text.startswith("Школа")) == [
        f"Школа {school}" for school in "abxyz"
    ]
    assert said.count("ведёт 2 из 4") == 2 and said.count("с 09.2021") == 3


@pytest.mark.parametrize("rows", [many(5, 15), many(15, 5), many(8, 8)])
def test_names_of_a_side_stand_a_row_apart(rows):
    words = pd.DataFrame(plots.rows(draw(rows), "words"))
    names = words[words["text"].str.startswith("Школа")]
    for _, side in names.groupby("x"):
        assert side["y"].sort_values().diff().min() >= 23.8


def test_a_long_name_is_cut_and_told_uncut():
    long = ROWS.assign(mentor="Средняя общеобразовательная школа имени кого-то " * 2)
    spec = draw(long)
    assert any(text.endswith("…") for text in plots.words(spec))
    assert f"{long['mentor'][0]}\nведёт 2 из 4" in {
        box["tooltip"] for box in spec["datasets"]["boxes"]
    }


def test_a_side_may_take_what_the_other_leaves():
    """A mentor has its load beside it, so its side is the wider one."""
    name = "Демонстрационная школа № 0700"
    rows = ROWS.assign(mentor=name, mentee=name, mentee_note="")
    said = plots.words(arcs.draw(rows, LIGHT, 560))
    assert not any(text.endswith("…") for text in said)


def test_order_undoes_the_crossings_that_can_be_undone():
    left, right = ["a", "b", "c"], ["z", "y", "x"]
    sides = (["a", "b", "c"], ["x", "y", "z"])
    assert arcs.crossings(left, right, sides) == 3
    assert arcs.crossings(left, right, arcs.ordered(left, right)) == 0


@pytest.mark.parametrize("seed", range(20))
def test_order_never_adds_crossings_and_is_always_the_same(seed):
    rows = many(6, 15, seed)
    left, right = rows["mentor_id"].tolist(), rows["mentee_id"].tolist()
    given = list(dict.fromkeys(left)), list(dict.fromkeys(right))
    found = arcs.ordered(left, right)
    assert found == arcs.ordered(left, right)
    assert [sorted(side) for side in found] == [sorted(side) for side in given]
    best = arcs.crossings(left, right, found)
    assert best <= arcs.crossings(left, right, given)


def test_crossings_are_those_counted_by_hand():
    sides = (["a", "b"], ["x", "y"])
    assert arcs.crossings(["a", "b"], ["y", "x"], sides) == 1
    assert arcs.crossings(["a", "a"], ["x", "y"], sides) == 0
    assert arcs.crossings(["a", "a", "b", "b"], ["x", "y", "x", "y"], sides) == 1


@pytest.mark.parametrize("rows", [ROWS.head(0), ROWS.head(1)])
def test_nothing_and_one_pair_can_be_drawn(rows):
    spec = draw(rows)
    assert spec["height"] == 24
    alt.LayerChart.from_dict(spec)
    assert vl_convert.vegalite_to_png(spec)


def test_a_given_height_is_kept():
    assert draw(height=300)["height"] == 300
