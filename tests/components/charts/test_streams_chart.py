"""Streams between years: heights to one scale, none over another, each telling what it is."""

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import streams
from tests.components.charts import plots

WIDTH, HEIGHT = 700, 300
LOOKS = {
    "listed": ("ramp3", "ink3", "ramp3"),
    "left": ("ramp0", "ink0", "other"),
    "unknown": ("uncovered", "quiet", "hatch"),
}
WORDS = {"listed": "в перечне", "left": "вышла", "unknown": "нет сведений"}
MOVED = [
    (2020, "listed", "listed", 30),
    (2020, "listed", "left", 20),
    (2020, "left", "listed", 7),
    (2020, "left", "unknown", 3),
    (2021, "listed", "listed", 37),
    (2021, "left", "left", 20),
    (2021, "unknown", "unknown", 3),
]


def flow(moved=MOVED):
    rows = pd.DataFrame(moved, columns=["year", "state", "became", "schools"])
    rows = rows.assign(then=rows["year"] + 1, tooltip="сказано")
    codes = rows[["year", "state", "became"]].astype(str).agg("-".join, axis=1)
    left = rows.groupby(["year", "state"])["schools"].sum()
    come = rows[rows["year"].eq(rows["year"].max())].groupby(["then", "became"])["schools"].sum()
    counts = pd.concat([left, come.rename_axis(["year", "state"])])
    standings = counts.reset_index().assign(tooltip="сказано")
    return standings, rows.assign(stream=codes)


def draw(palette=LIGHT, chosen="", moved=MOVED):
    return streams.draw(*flow(moved), LOOKS, WORDS, chosen, palette, WIDTH, HEIGHT)


def edges(spec, code):
    rows = sorted((row for row in spec["datasets"]["areas"] if row["oktmo"] == code), key=by_x)
    return rows[0], rows[-1]


def by_x(row):
    return row["x"]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("chosen", ["", "2020-listed-left"])
def test_it_keeps_what_every_chart_promises(palette, chosen):
    spec = draw(palette, chosen)
    plots.promises_are_kept(spec, palette, WIDTH, spec["height"])
    assert spec["height"] > HEIGHT


def test_streams_and_boxes_are_to_one_scale():
    spec, (standings, rows) = draw(), flow()
    boxes = plots.rows(spec, "boxes")[: len(standings)]
    tall = sum(box["y2"] - box["y"] for box in boxes) / standings["schools"].sum()
    for box, count in zip(boxes, standings["schools"], strict=True):
        assert box["y2"] - box["y"] == pytest.approx(count * tall, abs=0.3)
    for row in rows.to_dict("records"):
        for end in edges(spec, row["stream"]):
            assert end["y2"] - end["y"] == pytest.approx(row["schools"] * tall, abs=0.3)


def test_no_stream_lies_over_another_at_either_end():
    spec, (_, rows) = draw(), flow()
    for end, keys in ((0, ["year"]), (1, ["then"])):
        for _, part in rows.groupby(keys):
            spans = sorted((at["y"], at["y2"]) for at in (edges(spec, c)[end] for c in part.stream))
            for (_, bottom), (top, _) in zip(spans, spans[1:], strict=False):
                assert top >= bottom - 0.2


def test_each_stream_is_one_area_with_its_code_and_words():
    spec, (_, rows) = draw(), flow()
    drawn = {row["oktmo"] for row in spec["datasets"]["areas"]}
    assert drawn == set(rows["stream"])
    assert all(row["tooltip"] == "сказано" for row in spec["datasets"]["areas"])


def test_the_chosen_stream_has_edges_and_no_other():
    assert not plots.rows(draw(), "lines")
    lines = plots.rows(draw(chosen="2020-listed-left"), "lines")
    assert {row["series"] for row in lines} == {f"2020-listed-left/{e}" for e in ("top", "bottom")}


def test_states_are_named_once_and_numbers_stand_where_there_is_room():
    words = plots.words(draw())
    assert [words.count(word) for word in WORDS.values()] == [1, 1, 1]
    assert {"2020", "2021", "2022", "50", "37"} <= set(words) and "3" not in words


def test_what_is_not_known_is_hatched():
    hatched = [row for row in plots.rows(draw(), "rules") if row["look"] == "hatch"]
    box = [row for row in plots.rows(draw(), "boxes") if row["look"] == "uncovered"]
    assert {(row["y"], row["y2"]) for row in hatched} == {(row["y"], row["y2"]) for row in box}


def test_one_school_in_thousands_is_still_seen():
    moved = [(2020, "listed", "listed", 4000), (2020, "listed", "left", 1)]
    first, last = edges(draw(moved=moved), "2020-listed-left")
    assert first["y2"] - first["y"] >= 1 and last["y2"] - last["y"] >= 1
