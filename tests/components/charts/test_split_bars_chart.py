"""Bars split into states: lengths are the numbers, and the numbers are written."""

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import split_bars
from tests.components.charts import plots

WIDTH = 640
STATES, HEADS = ("done", "ongoing", "unmarked"), ("готово", "идёт", "молчат")
ROWS = pd.DataFrame(
    [("N-3.1 · Изучить акты", 10, 0, 45), ("N-3.2 · Обеспечить наставничество", 5, 6, 44)],
    columns=["name", *STATES],
).assign(id=["N-3.1", "N-3.2"], chosen=[False, True], tooltip="Отметки")


def drawn(layer, rows=ROWS):
    return plots.rows(split_bars.draw(rows, STATES, HEADS, LIGHT, WIDTH), layer)


def parts(rec_id, rows=ROWS):
    return [box for box in drawn("boxes", rows) if box["oktmo"] == rec_id and box["look"] != "none"]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chart_keeps_what_all_charts_promise(palette):
    spec = split_bars.draw(ROWS, STATES, HEADS, palette, WIDTH)
    plots.promises_are_kept(spec, palette, WIDTH, spec["height"])


def test_parts_are_as_long_as_their_numbers_and_touch():
    done, ongoing, unmarked = parts("N-3.2")
    assert done["x2"] == ongoing["x"]
    assert ongoing["x2"] == unmarked["x"]
    lengths = [part["x2"] - part["x"] for part in (done, ongoing, unmarked)]
    assert lengths[1] / lengths[0] == pytest.approx(6 / 5, abs=0.02)
    assert lengths[2] / lengths[0] == pytest.approx(44 / 5, abs=0.1)


def test_all_bars_are_of_one_length():
    ends = [(parts(rec_id)[0]["x"], parts(rec_id)[-1]["x2"]) for rec_id in ROWS["id"]]
    assert ends[0] == ends[1]


def test_nothing_is_drawn_of_none():
    assert [part["look"] for part in parts("N-3.1")] == ["ramp4", "uncovered"]


def test_numbers_and_heads_are_written():
    said = plots.words(split_bars.draw(ROWS, STATES, HEADS, LIGHT, WIDTH))
    assert {*HEADS, "10", "0", "45", "5", "6", "44"} <= set(said)


def test_a_long_name_is_cut_before_its_bar():
    long = ROWS.assign(name="слово " * 40)
    assert any(text.endswith("…") for text in plots.words(
        split_bars.draw(long, STATES, HEADS, LIGHT, WIDTH)
    ))  # fmt: skip


def test_the_chosen_row_alone_is_outlined():
    assert len(drawn("rules")) == 4
    assert drawn("rules", ROWS.assign(chosen=False)) == []


def test_no_rows_and_a_row_of_zeros_are_drawn_too():
    assert parts("N-3.1", ROWS[:0]) == []
    assert parts("N-3.1", ROWS.assign(done=0, ongoing=0, unmarked=0)) == []


@pytest.mark.parametrize("width", [290, 336, 480])
def test_in_a_narrow_window_names_stand_over_their_bars(width):
    spec = split_bars.draw(ROWS, STATES, HEADS, LIGHT, width)
    plots.promises_are_kept(spec, LIGHT, width, spec["height"])
    words = {row["text"]: row for row in plots.rows(spec, "words")}
    for name, row in zip(ROWS["name"], ROWS["id"], strict=True):
        bars = [b for b in plots.rows(spec, "boxes") if b["oktmo"] == row and b["look"] != "none"]
        assert all(words[name]["y"] + 6 <= bar["y"] for bar in bars)
    heads = [words[head]["y"] for head in HEADS]
    assert heads == sorted(set(heads))
