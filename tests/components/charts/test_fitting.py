import pytest

from components.charts.fitting import abbreviated, cut, size_for, width_of, wrapped


def test_title_breaks_by_words_then_by_syllables():
    assert wrapped("Подтверждено документами", 67, 12) == ["Подтвер-", "ждено", "документами"]


def test_title_of_many_lines_ends_with_an_ellipsis():
    lines = wrapped("Договоры сетевого взаимодействия школ области", 67, 13)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_empty_title_has_no_lines():
    assert wrapped("", 60, 12) == []


@pytest.mark.parametrize("text", ["нет данных", "нет отчёта", "12 из 34", "100,0 %"])
def test_words_of_a_cell_fit_the_narrowest_column(text):
    assert width_of(text, size_for(text, 66)) <= 66


def test_long_text_is_cut_to_its_room():
    assert cut("Родионово-Несветайский район", 80, 12) == "Родионово-Не…"
    assert cut("Азов", 80, 12) == "Азов"


def test_names_are_abbreviated():
    names = ["Азовский район", "г. Азов", "Матвеево-Курганский район", "г. Ростов-на-Дону"]
    assert abbreviated(names) == ["Азовский", "Азов", "Мат-Кур.", "Ростов"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Волгодонской район", "г. Волгодонск"], ["Волго. р", "Волгодо."]),
        (["Троицкий ГО", "Троицкий район"], ["Троицкий", "Троиц. р"]),
    ],
)
def test_abbreviations_keep_a_district_and_its_town_apart(names, expected):
    assert abbreviated(names) == expected
