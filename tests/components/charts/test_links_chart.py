"""Two columns with lines: every pair is one line, a name stands once."""

import pandas as pd
import pytest

from components.base.theme import DARK, LIGHT
from components.charts import fitting, links
from tests.components.charts import plots

WIDTH = 600
HEADS = ("26.04.2022", "17.11.2022")
ROWS = pd.DataFrame(
    [
        (
            "A-1.1",
            "Включить раздел о формирующем оценивании в локальные акты школы",
            "N-2.5",
            False,
        ),
        ("A-1.5", "Нацелить элементы среды", "N-2.8", False),
        ("A-1.5", "Нацелить элементы среды", "N-2.9", False),
        ("A-3.3", "Увеличить долю", "N-3.2", True),
    ],
    columns=["left", "left_text", "right", "partly"],
).assign(right_text="Обеспечить наставничество", tooltip="Пара")


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chart_keeps_what_all_charts_promise(palette):
    spec = links.draw(ROWS, HEADS, palette, WIDTH)
    plots.promises_are_kept(spec, palette, WIDTH, spec["height"])


def test_every_pair_is_one_line_and_a_partial_one_is_dashed():
    rules = plots.rows(links.draw(ROWS, HEADS, LIGHT, WIDTH), "rules")
    assert [rule["look"] for rule in rules] == ["own"] * 3 + ["own_not_counted"]
    assert all(rule["x"] < rule["x2"] for rule in rules)


def test_a_name_with_two_lines_stands_once():
    said = plots.words(links.draw(ROWS, HEADS, LIGHT, WIDTH))
    assert said.count("A-1.5") == 1
    assert set(HEADS) | set(ROWS["left"]) | set(ROWS["right"]) <= set(said)


def test_lines_of_one_name_leave_from_one_place():
    rules = plots.rows(links.draw(ROWS, HEADS, LIGHT, WIDTH), "rules")
    assert rules[1]["y"] == rules[2]["y"]
    assert rules[1]["y2"] != rules[2]["y2"]


def test_a_long_text_takes_two_lines_and_then_is_cut():
    long = ROWS[:1].assign(left_text="слово " * 40)
    said = plots.words(links.draw(long, HEADS, LIGHT, WIDTH))
    assert any(text.endswith("…") for text in said)


def test_words_keep_clear_of_the_marks():
    long = ROWS.assign(left_text="слово " * 40, right_text="слово " * 40)
    spec = links.draw(long, HEADS, LIGHT, WIDTH)
    marks = sorted({point["x"] for point in plots.rows(spec, "points")})
    room = 10 + 50**0.5 / 2
    for word in plots.rows(spec, "words"):
        end = word["x"] + fitting.width_of(word["text"], word["size"])
        assert end <= marks[0] - room or word["x"] >= marks[-1] + room


def test_one_pair_is_drawn_too():
    assert len(plots.rows(links.draw(ROWS[:1], HEADS, LIGHT, WIDTH), "rules")) == 1
