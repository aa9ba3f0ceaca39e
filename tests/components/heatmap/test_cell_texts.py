"""What a cell says and how it looks, for every state a compared cell can be in."""

import pandas as pd
import pytest

from components.base.i18n import Words
from components.charts.cells import style_of
from components.heatmap import cell_texts

RU, EN = Words("ru"), Words("en")
NAN = float("nan")

COVERAGE = {
    "oktmo": "60650000",
    "name": "Сальский район",
    "row": 0,
    "column": "IND-03",
    "position": 2,
    "kind": "coverage",
    "state": "counted",
    "direction": "higher",
    "unit": "%",
    "numerator": 3.0,
    "denominator": 4.0,
    "share": 75.0,
    "low": NAN,
    "high": NAN,
    "verdict": "not_compared",
    "muted": True,
}
RATE = COVERAGE | {
    "column": "IND-07-VPR",
    "position": 3,
    "kind": "pupil_rate",
    "direction": "lower",
    "numerator": 76.0,
    "denominator": 1000.0,
    "share": 7.6,
    "low": 6.11,
    "high": 9.41,
    "verdict": "better",
    "muted": False,
}
STATED = COVERAGE | {
    "column": "IND-21",
    "kind": "value",
    "state": "value",
    "numerator": NAN,
    "denominator": NAN,
    "share": 97.0,
    "muted": False,
}


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def said(row, words=RU, title="С наставником"):
    return plain(cell_texts.sentence(row, title, words))


@pytest.mark.parametrize(
    ("row", "russian", "english"),
    [
        (COVERAGE, "3 из 4", "3 of 4"),
        (
            COVERAGE | {"numerator": 1045.0, "denominator": 1950.0},
            "1 045 из 1 950",
            "1,045 of 1,950",
        ),
        (COVERAGE | {"denominator": NAN, "share": NAN}, "3", "3"),
        (RATE, "7,6 %", "7.6%"),
        (STATED, "97,0 %", "97.0%"),
        (COVERAGE | {"state": "no_schools"}, "нет школ", "no schools"),
        (COVERAGE | {"state": "not_reported"}, "нет отчёта", "no report"),
        (COVERAGE | {"state": "no_data"}, "нет данных", "no data"),
        (RATE | {"state": "suppressed"}, "скрыто", "hidden"),
        (RATE | {"state": "break"}, "перерыв", "break"),
    ],
)
def test_a_cell_is_written_in_words(row, russian, english):
    assert plain(cell_texts.text(row, RU)) == russian
    assert cell_texts.text(row, EN) == english


@pytest.mark.parametrize(
    ("row", "style"),
    [
        (COVERAGE, "ramp"),
        (RATE, "better"),
        (RATE | {"verdict": "worse"}, "worse"),
        (RATE | {"verdict": "same"}, "same"),
        (RATE | {"verdict": "not_compared"}, "not_compared"),
        (STATED, "not_compared"),
        *[(COVERAGE | {"state": state}, state) for state in cell_texts.NOTHING],
        *[(RATE | {"state": state}, state) for state in cell_texts.NOTHING],
    ],
)
def test_a_cell_has_the_look_of_its_verdict_or_of_its_kind_of_nothing(row, style):
    assert style_of(row) == style


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (COVERAGE, "3 из 4 (75,0 %) · малая группа"),
        (COVERAGE | {"muted": False}, "3 из 4 (75,0 %)"),
        (COVERAGE | {"denominator": NAN, "share": NAN}, "3 · не сравнивается"),
        (RATE, "7,6 % (от 6,1 до 9,4 %): ниже, чем у остальных школ"),
        (
            RATE | {"verdict": "worse"},
            "7,6 % (от 6,1 до 9,4 %): выше, чем у остальных школ",
        ),
        (
            RATE | {"verdict": "same"},
            "7,6 % (от 6,1 до 9,4 %): отличий от остальных школ не обнаружено",
        ),
        (RATE | {"verdict": "not_compared"}, "7,6 % (от 6,1 до 9,4 %): не сравнивается"),
        (
            RATE | {"verdict": "not_compared", "low": NAN, "high": NAN},
            "7,6 % · не сравнивается",
        ),
        (STATED, "97,0 % · не сравнивается"),
        (COVERAGE | {"state": "no_schools"}, "Таких школ здесь нет"),
        (COVERAGE | {"state": "not_reported"}, "Муниципалитет не отчитался"),
        (COVERAGE | {"state": "no_data"}, "Данные не запрашивались или не поступали"),
        (
            RATE | {"state": "suppressed"},
            "Скрыто: учеников слишком мало или такую группу можно было бы вычислить из других "
            "чисел. Правило одно на все страницы и файлы этой версии.",
        ),
        (RATE | {"state": "break"}, "Сопоставимых весенних процедур в этом году не было"),
    ],
)
def test_a_sentence_says_whose_cell_it_is_of_what_and_all_that_is_known(row, sentence):
    assert said(row) == f"Сальский район · С наставником: {sentence}"


def test_a_sentence_speaks_english_but_for_the_name():
    assert said(RATE, EN, "VPR: below threshold") == (
        "Сальский район · VPR: below threshold: 7.6% (6.1 to 9.4%): lower than in the rest"
    )


@pytest.mark.parametrize(
    ("good", "verdict", "direction"),
    [
        ("lower", "better", "lower"),
        ("lower", "worse", "higher"),
        ("higher", "better", "higher"),
        ("higher", "worse", "lower"),
        ("lower", "same", "same"),
        ("higher", "not_compared", "not_compared"),
    ],
)
def test_the_direction_of_a_share_follows_from_which_way_is_good(good, verdict, direction):
    assert cell_texts.direction(RATE | {"direction": good, "verdict": verdict}) == direction


def shown(*rows):
    frame = pd.DataFrame(rows)
    titles = {column: f"Столбец {column}" for column in frame["column"]}
    return cell_texts.shown(frame, titles, RU)


def test_one_row_in_is_one_row_out_with_its_column_title_and_place():
    out = shown(RATE, COVERAGE)
    assert out["column"].tolist() == ["IND-07-VPR", "IND-03"]
    assert out["column_row"].tolist() == [1, 0]
    assert out["column_title"].tolist() == ["Столбец IND-07-VPR", "Столбец IND-03"]


def test_only_verdicts_have_a_symbol():
    verdicts = ("better", "worse", "same", "not_compared")
    out = shown(*(RATE | {"verdict": verdict} for verdict in verdicts), COVERAGE)
    assert out["symbol"].tolist() == ["▲", "▼", "●", "○", ""]


def test_nothing_has_no_symbol_of_a_verdict():
    assert shown(*(RATE | {"state": state} for state in cell_texts.NOTHING))["symbol"].eq("").all()


def test_shades_are_fifths_of_the_scale_that_holds_the_largest_share_of_the_column():
    shares = (0.0, 1.9, 2.0, 5.0, 9.99, 10.0)
    assert shown(*(COVERAGE | {"share": share} for share in shares))["shade"].tolist() == [
        0,
        0,
        1,
        2,
        4,
        4,
    ]


def test_each_column_has_a_scale_of_its_own():
    small, large = COVERAGE | {"share": 5.0}, COVERAGE | {"column": "IND-13", "share": 100.0}
    half = COVERAGE | {"column": "IND-13", "share": 50.0}
    assert shown(small, large, half)["shade"].tolist() == [4, 4, 2]


def test_an_unknown_share_is_of_the_lowest_shade():
    assert shown(COVERAGE | {"share": NAN})["shade"].tolist() == [0]
