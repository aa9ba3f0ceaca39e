"""Lists of schools by year: each part drawn to its number, what is not known as one of them."""

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import list_flow
from tests.components.charts import plots

SIZE = (840, 232)
PARTS = ("stayed", "returned", "entered", "left", "not_told")
WORDS = {
    "stayed": "остались",
    "returned": "вернулись",
    "entered": "вошли впервые",
    "left": "вышли",
    "not_told": "неизвестно",
}


def lists(*parts):
    rows = pd.DataFrame(parts, columns=list(PARTS), index=range(2020, 2020 + len(parts)))
    listed = rows[["stayed", "returned", "entered"]].sum(axis=1)
    brought = rows.drop(columns="not_told").any(axis=1)
    rows = rows.assign(listed=listed, brought=brought, tooltip="сказано")
    return rows.rename_axis("year").reset_index()


SOME = lists((0, 0, 80, 0, 0), (40, 0, 20, 25, 15), (30, 12, 9, 20, 10))
SILENT = lists((0, 0, 9, 0, 0), (0, 0, 0, 0, 9))
KNOWN = lists((0, 0, 80, 0, 0), (40, 0, 20, 40, 0))


def draw(rows, palette=LIGHT):
    return list_flow.draw(rows, 2021, WORDS, palette, *SIZE)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("rows", [SOME, SILENT, KNOWN])
def test_it_keeps_what_every_chart_promises(rows, palette):
    plots.promises_are_kept(draw(rows, palette), palette, *SIZE)


def test_heights_are_to_one_scale_and_nobody_is_left_out():
    boxes = plots.rows(draw(SOME), "boxes")
    counts = [row[part] for row in SOME.to_dict("records") for part in PARTS if row[part]]
    heights = [row["y2"] - row["y"] for row in boxes]
    assert len(boxes) == len(counts)
    scale = sum(heights) / sum(counts)
    assert sorted(heights) == pytest.approx(sorted(count * scale for count in counts), abs=0.2)


def test_what_is_not_known_stands_hatched_under_those_who_left_and_has_its_word():
    spec = draw(SOME)
    hatched = [row for row in plots.rows(spec, "rules") if row["look"] == "hatch"]
    below = [row for row in plots.rows(spec, "boxes") if row["look"] == "uncovered"]
    spans = {(row["y"], row["y2"]) for row in hatched}
    assert len(below) == 4 and len(spans) == 2
    assert spans < {(row["y"], row["y2"]) for row in below}
    assert "неизвестно" in plots.words(spec) and {"15", "10"} <= set(plots.words(spec))


def test_a_list_that_was_not_brought_is_no_list_of_none():
    assert plots.words(draw(SILENT)).count("—") == 1 and "0" not in plots.words(draw(SILENT))


def test_where_everything_is_known_nothing_is_said_of_what_is_not():
    spec = draw(KNOWN)
    assert "неизвестно" not in plots.words(spec) and "вышли" in plots.words(spec)
    assert not [row for row in plots.rows(spec, "rules") if row["look"] == "hatch"]
