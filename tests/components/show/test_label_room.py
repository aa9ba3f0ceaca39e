"""A table on a slide is cut where the screen ends, never in the middle of a row."""

from components.show import room
from components.show.room import Part

ROWS = [(f"Район {n}", str(n), "3") for n in range(100)]


def test_words_leave_the_rest_to_the_figure():
    one = room.left_for_figure("Короткий вывод", "", "источник")
    two = room.left_for_figure("Длинный вывод " * 8, "и пояснение к нему", "источник")
    assert 0 < two < one < room.HEIGHT - room.FINDING


def test_a_small_table_is_shown_whole():
    assert room.part(("Место", "Школ"), [("Азов", "1"), ("Сальск", "2")], 500) == Part(2, 2)


def test_a_long_table_shows_as_many_rows_as_fit():
    part = room.part(("Место", "Школ", "Ещё"), ROWS, 500)
    assert part.columns == 3
    assert 10 <= part.rows < 14
    assert room.part(("Место", "Школ", "Ещё"), ROWS, 250).rows < part.rows


def test_long_cells_take_more_lines():
    long = [("очень длинное название мероприятия из дорожной карты " * 3, "1")] * 20
    assert room.part(("Мероприятие", "n"), long, 500).rows <= 4


def test_a_wide_table_shows_its_first_columns():
    wide = [tuple(f"значение столбца {n}" for n in range(12))] * 3
    part = room.part(tuple(f"столбец {n}" for n in range(12)), wide, 500)
    assert 2 <= part.columns < 12


def test_a_table_without_rows_has_its_columns():
    assert room.part(("Место", "Школ"), [], 500) == Part(2, 0)
