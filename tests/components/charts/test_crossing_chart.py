"""Crossing: who mentors whom between municipalities, own pairs on the diagonal."""

import altair as alt
import pandas as pd
import pytest
import vl_convert

from components.base.theme import DARK, LIGHT, contrast
from components.charts import crossing, fitting
from components.charts.crossing import order, shade
from components.charts.plot_looks import colours
from tests.components.charts import plots

NAMES = {"1": "Азовский район", "2": "Боковский район", "3": "г. Шахты", "4": "Сальский район"}


def pairs(*found):
    rows = pd.DataFrame(found, columns=["mentee_oktmo", "mentor_oktmo", "pairs"], dtype=object)
    return rows.assign(
        mentee_name=rows["mentee_oktmo"].map(NAMES),
        mentor_name=rows["mentor_oktmo"].map(NAMES),
        tooltip=[f"{a} у {b}: {n}" for a, b, n in found],
    )


ROWS = pairs(("2", "2", 5), ("1", "2", 1), ("4", "2", 2), ("2", "1", 3), ("1", "3", 12))


def draw(rows=ROWS, palette=LIGHT, **more):
    return crossing.draw(rows, palette, **more)


def cells(spec):
    return [row for row in plots.rows(spec, "boxes") if row["look"].startswith("ramp")]


def region(mentees=35, mentors=30):
    """A region in which every municipality helps itself and the next one."""
    names = {f"{i:08}": f"Матвеево-Курганский район {i:02}" for i in range(mentees)}
    found = [(i, j) for i in range(mentees) for j in (i, i + 1) if j < mentors]
    codes = [(f"{i:08}", f"{j:08}") for i, j in found]
    rows = pd.DataFrame(codes, columns=["mentee_oktmo", "mentor_oktmo"])
    return rows.assign(
        mentee_name=rows["mentee_oktmo"].map(names),
        mentor_name=rows["mentor_oktmo"].map(names),
        pairs=range(1, len(rows) + 1),
        tooltip="",
    )


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("rows", [ROWS, region()])
def test_the_chart_keeps_what_all_charts_promise(palette, rows):
    spec = draw(rows, palette)
    plots.promises_are_kept(spec, palette, spec["width"], spec["height"])


def test_every_two_municipalities_with_pairs_have_a_cell_with_their_number():
    spec = draw()
    told = {cell["tooltip"] for cell in cells(spec)}
    assert told == set(ROWS["tooltip"]) and len(cells(spec)) == len(ROWS)
    numbers = [int(row["text"]) for row in plots.rows(spec, "words") if row["align"] == "center"]
    assert numbers == ROWS["pairs"].tolist()


def test_rows_are_mentees_and_columns_are_mentors():
    spec = draw()
    words = {(row["text"], row["angle"]): row for row in plots.rows(spec, "words")}
    by_told = {cell["tooltip"]: cell for cell in cells(spec)}
    for row in ROWS.to_dict("records"):
        cell = by_told[row["tooltip"]]
        assert cell["y"] < words[row["mentee_name"], 0]["y"] < cell["y2"]
        assert cell["x"] < words[row["mentor_name"], -90]["x"] < cell["x2"]


def test_those_with_both_roles_come_first_and_in_one_order():
    mentees, mentors = order(ROWS)
    assert list(mentees) == ["1", "2", "4"]
    assert list(mentors) == ["1", "2", "3"]


def test_own_cells_lie_on_the_diagonal_and_are_framed():
    rows = region()
    mentees, mentors = order(rows)
    assert list(mentees)[:30] == list(mentors)
    frames = [row for row in plots.rows(draw(rows), "rules") if row["look"] == "quiet"]
    assert len(frames) == 4 * 30
    own = [cell for cell in cells(draw()) if cell["tooltip"].startswith("2 у 2")]
    framed = [row for row in plots.rows(draw(), "rules") if row["look"] == "quiet"]
    assert min(row["x"] for row in framed[4:]) < own[0]["x"] < max(row["x2"] for row in framed[4:])


def test_classes_double_and_every_number_can_be_read_on_its_class():
    assert [shade(n) for n in (1, 2, 3, 4, 5, 8, 9, 500)] == [0, 1, 2, 2, 3, 3, 4, 4]
    looks = {row["text"]: row["look"] for row in plots.rows(draw(), "words")}
    assert (looks["1"], looks["12"]) == ("ink0", "ink4")
    for palette in (LIGHT, DARK):
        inks = {look: colour for look, colour in colours(palette).items() if look.startswith("ink")}
        for fill, ink in zip(palette.purple, inks.values(), strict=True):
            assert contrast(fill, ink) >= 4.5


def test_a_cell_and_a_row_choose_the_mentee_and_a_column_the_mentor():
    spec = draw()
    for cell in cells(spec):
        assert cell["oktmo"] == cell["tooltip"][0]
    named = [row for row in plots.rows(spec, "boxes") if row["look"] == "none"]
    assert [row["oktmo"] for row in named] == ["1", "2", "4", "1", "2", "3"]
    assert [row["tooltip"] for row in named] == [NAMES[row["oktmo"]] for row in named]


def test_the_natural_size_gives_20_px_to_a_cell():
    spec = draw(region())
    corners = sorted({cell["x"] for cell in cells(spec)})
    assert {round(b - a, 1) for a, b in zip(corners, corners[1:], strict=False)} == {20}
    assert spec["width"] <= 30 * 20 + 200 and spec["height"] <= 35 * 20 + 170


def test_a_given_size_is_kept_unless_cells_could_not_be_read():
    assert (draw(width=600, height=300)["width"], draw(height=300)["height"]) == (600, 300)
    small = draw(region(), width=300, height=200)
    side = cells(small)[0]["x2"] - cells(small)[0]["x"] + 3
    assert side == crossing.LEAST
    assert small["width"] > 300 and small["height"] > 200


def test_names_fit_their_room_and_axes_are_named_in_the_corner():
    spec = draw(region(), axes=("кому помогают ↓", "кто помогает →"))
    words = plots.rows(spec, "words")
    said = {row["text"] for row in words}
    assert {"кому помогают ↓", "кто помогает →"} <= said
    for row in words:
        wide = fitting.width_of(row["text"], row["size"])
        if row["angle"]:
            assert row["y"] - wide > 0
        elif row["align"] == "right":
            assert row["x"] - wide > 0


def test_the_chosen_municipality_is_bold_on_both_sides():
    words = plots.rows(draw(chosen="2"), "words")
    assert [row["text"] for row in words if row["weight"] > 400] == [NAMES["2"]] * 2


@pytest.mark.parametrize("rows", [ROWS.head(0), ROWS.head(1)])
def test_nothing_and_one_row_can_be_drawn(rows):
    spec = draw(rows)
    alt.LayerChart.from_dict(spec)
    assert vl_convert.vegalite_to_png(spec)
    assert len(cells(spec)) == len(rows)
