"""Personal data stop a file and are not repeated; what only looks like them does not.

Nobody's data stand here: names are nonsense with the right endings, numbers are made on the spot.
"""

import pytest
from sent_files import REGISTER, said, text, xlsx

from data.intake.received import personal
from data.intake.received.receive import receive

HEADER = ["Код школы", "Год", "Всего педагогов", "Обучено"]
FULL_NAME = " ".join(["Бря" + "кина", "Мря", "Хрюм" + "овна"])


def snils(nine, dashed):
    rest = sum(int(digit) * (9 - place) for place, digit in enumerate(nine)) % 101 % 100
    parts = [nine[:3], nine[3:6], nine[6:]]
    return f"{'-'.join(parts)} {rest:02}" if dashed else f"{nine}{rest:02}"


SECRETS = {
    "name": FULL_NAME,
    "capitals": FULL_NAME.upper(),
    "father last": " ".join([*FULL_NAME.split()[1:], "Бря" + "кина"]),
    "in a sentence": f"Исполнитель: {FULL_NAME}, отдел",
    "dashed": snils("987654321", True),
    "phone": "+7 (000) 000-00-" + "01",
    "phone of eight": "8-000-000-00-" + "02",
    "bracketed": "(00000) 0-00-" + "03",
    "mail": "nobody" + "@" + "example.org",
}
HARMLESS = [
    "Городской Округ Богданович",
    "МБОУ СОШ № 5 имени героя",
    "987-654-321 00",
    "60704000001",
    "договор № 12-34 от 01.09.2021",
    "2021-2022",
    "https://example.org/a",
]


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
@pytest.mark.parametrize("place", ["mapped", "extra", "below", "title", "text", "fast", "foreign"])
def test_personal_data_stop_the_file_where_it_is_read_and_are_nowhere_repeated(secret, place):
    row = ["60-1", 2021, 20, 5]
    tables = {
        "mapped": [HEADER, [secret, *row[1:]]],
        "extra": [[*HEADER, "Заметка"], [*row, secret]],
        "below": [HEADER, row, [secret]],
        "title": [[secret], HEADER, row],
        "foreign": [["Что", "Кто"], ["а", secret], ["б", "в"]],
    }
    if place == "fast":
        content = text([["school_id", "year", "teachers", "trained"], [secret, *row[1:]]], ",")
    elif place == "text":
        content = text(tables["extra"])
    else:
        content = xlsx(tables[place])
    received = receive("a", content, REGISTER)
    told = [(p.row, p.rule, p.level) for p in received.problems if p.rule.startswith("personal")]
    read = ("personal_data", "stop")
    passed_over = ("personal_passed_over", "note")
    outside = {"below": (3, *passed_over), "title": (1, *passed_over), "foreign": (2, *passed_over)}
    assert told == [outside.get(place, (2, *read))]
    assert said(received, "stop") == [] or place not in outside
    rows = [file.rows.to_pylist() for file in received.files]
    assert secret not in repr((received.problems, rows, received.unknown))


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_a_sheet_that_is_passed_over_stops_nothing_and_a_line_is_no_row(secret):
    rows = [HEADER, ["60-1", 2021, 20, 5], [secret]]
    received = receive("a.xlsx", xlsx(rows), REGISTER)
    assert [len(file.rows) for file in received.files] == [1]
    assert said(received, "note") == [
        (3, "Код школы", "personal_passed_over"),
        (3, "", "skipped_note"),
    ]
    alone = receive("a.xlsx", xlsx([[secret]]), REGISTER)
    assert [p.level for p in alone.problems] == ["note", "note"]
    assert secret not in repr((received, alone))


@pytest.mark.parametrize("said_so", HARMLESS)
def test_what_only_looks_like_personal_data_passes(said_so):
    received = receive(
        "a.xlsx", xlsx([[*HEADER, "Заметка"], ["1", 2021, 20, 5, said_so]]), REGISTER
    )
    assert said(received, "stop") == []


def test_eleven_bare_digits_count_outside_columns_of_codes():
    number = snils("987654321", False)
    assert personal.in_cell(number, True)
    assert not personal.in_cell(number, False)
    received = receive(
        "a.xlsx", xlsx([[*HEADER, "Заметка"], ["1", 2021, 2, 1, int(number)]]), REGISTER
    )
    assert said(received, "stop") == [(2, "Заметка", "personal_data")]


@pytest.mark.parametrize(
    "heading",
    ["ФИО", "Ф.И.О. учителя", "Ф. И. О.", "Фамилия", "Имя", "Отчество", "СНИЛС", "Телефон", "Тел."]
    + ["E-mail", "Электронная почта", "Паспорт", "Паспортные данные", "Дата рождения", "Full name"],
)
def test_a_heading_of_personal_data_stops_the_file(heading):
    received = receive("a.xlsx", xlsx([[*HEADER, heading], ["1", 2021, 20, 5, "тайна"]]), REGISTER)
    assert said(received, "stop") == [(1, heading, "personal_data")]
    assert "тайна" not in repr(received)


@pytest.mark.parametrize(
    "heading",
    ["Имя школы", "Название", "Социальный паспорт школы", "Почтовый индекс", "Наименование"],
)
def test_a_heading_about_a_school_is_none(heading):
    assert not personal.in_heading(heading)
