"""Stacks: municipalities by schools, a cell for each where there is room."""

import altair as alt
import pandas as pd
import pytest
import vl_convert

from components.base.theme import DARK, LIGHT
from components.charts import stacks
from tests.components.charts import plots

SIZE = (420, 230)
LONG = "Родионово-Несветайский муниципальный район с очень длинным именем"


def municipalities(*parts):
    rows = pd.DataFrame(parts, columns=list(stacks.PARTS))
    names = ["Азовский район", "г. Азов", LONG][: len(rows)]
    return rows.assign(
        name=names,
        oktmo=[f"6060{i}000" for i in range(len(rows))],
        text=[f"{a} из {a + b + c}" for a, b, c in parts],
        tooltip=names,
    )


FEW = municipalities((3, 1, 3), (0, 0, 2), (5, 0, 0))
MANY = municipalities((30, 9, 20), (0, 0, 1), (12, 1, 0))


def draw(rows=FEW, palette=LIGHT, **more):
    return stacks.draw(rows, palette, *SIZE, **more)


def boxes(spec, look, oktmo=None):
    found = [row for row in plots.rows(spec, "boxes") if row["look"] == look]
    return [row for row in found if oktmo in (None, row["oktmo"])]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("rows", [FEW, MANY])
def test_the_chart_keeps_what_all_charts_promise(palette, rows):
    plots.promises_are_kept(draw(rows, palette), palette, *SIZE)


def test_every_school_is_a_cell_of_its_own():
    spec = draw()
    for row in FEW.to_dict("records"):
        for part in stacks.PARTS:
            assert len(boxes(spec, part, row["oktmo"])) == row[part]
    cells = [row for part in stacks.PARTS for row in boxes(spec, part)]
    assert len({round(cell["x2"] - cell["x"], 1) for cell in cells}) == 1


def test_cells_of_a_row_stand_apart_in_the_order_of_the_parts():
    spec, oktmo = draw(), FEW.loc[0, "oktmo"]
    cells = [cell for part in stacks.PARTS for cell in boxes(spec, part, oktmo)]
    for one, other in zip(cells, cells[1:], strict=False):
        assert other["x"] - one["x2"] >= 1
        assert one["y"] == other["y"]


def test_where_schools_are_too_many_a_part_is_one_box_on_the_same_scale():
    spec = draw(MANY)
    schools, lengths = [], []
    for row in MANY.to_dict("records"):
        for part in stacks.PARTS:
            drawn = boxes(spec, part, row["oktmo"])
            assert len(drawn) == (row[part] > 0)
            schools += [row[part]] * len(drawn)
            lengths += [box["x2"] - box["x"] + 1 for box in drawn]
    unit = lengths[0] / schools[0]
    for school, length in zip(schools, lengths, strict=True):
        assert length == pytest.approx(school * unit, abs=0.3)


def test_schools_with_a_mentor_that_does_not_count_are_striped_inside_their_cell():
    spec = draw()
    (cell,) = boxes(spec, "not_entitled")
    stripes = plots.rows(spec, "rules")
    assert len(stripes) >= 3
    for stripe in stripes:
        assert cell["x"] <= stripe["x"] <= stripe["x2"] <= cell["x2"]
        assert cell["y"] <= stripe["y2"] <= stripe["y"] <= cell["y2"]
    assert plots.rows(draw(municipalities((3, 0, 3))), "rules") == []


def test_the_whole_row_is_told_and_chosen_by_a_click():
    spec = draw()
    grounds = boxes(spec, "none")
    assert [ground["oktmo"] for ground in grounds] == FEW["oktmo"].tolist()
    for ground in grounds:
        assert (ground["x"], ground["x2"]) == (0, SIZE[0])
        for part in stacks.PARTS:
            for cell in boxes(spec, part, ground["oktmo"]):
                assert ground["y"] <= cell["y"] < cell["y2"] <= ground["y2"]
    told = {row["tooltip"] for row in plots.rows(spec, "boxes")}
    assert told == set(FEW["tooltip"])


def test_names_and_amounts_are_said_and_a_long_name_is_cut():
    said = plots.words(draw())
    assert set(FEW["text"]) <= set(said)
    assert "г. Азов" in said and LONG not in said
    assert [text for text in said if text.endswith("…")] == [
        next(text for text in said if LONG.startswith(text[:-1]))
    ]


def test_nothing_runs_into_the_amounts_at_the_right():
    for rows in (FEW, MANY):
        spec = draw(rows)
        cells = [row for part in stacks.PARTS for row in boxes(spec, part)]
        assert max(cell["x2"] for cell in cells) < SIZE[0] - 50


def test_the_chosen_municipality_is_bold():
    bold = [
        row["text"] for row in plots.rows(draw(chosen="60601000"), "words") if row["weight"] > 400
    ]
    assert bold == ["г. Азов", "0 из 2"]


@pytest.mark.parametrize("rows", [FEW.head(0), FEW.head(1), municipalities((0, 0, 0))])
def test_nothing_and_one_row_can_be_drawn(rows):
    spec = draw(rows)
    alt.LayerChart.from_dict(spec)
    assert vl_convert.vegalite_to_png(spec)
    assert len(boxes(spec, "none", None)) == len(rows)
