"""A table as a person sends it becomes the declared rows, and what was done to it is told."""

import random
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from effort import effort
from sent_files import REGISTER, ods, rows_of, said, text, xlsx

from data.errors import Problem
from data.intake.declared.checks import faults
from data.intake.received.places import Register
from data.intake.received.receive import receive
from data.intake.received.values import Refused, canonical
from data.intake.returned.marked import marked
from data.intake.returned.templates import workbook
from data.intake.spelling.vocabulary import title
from data.schema import (
    INTAKE_TABLES,
    indicator_value,
    mentorship,
    municipal_report,
    school,
    school_status,
    training,
)

HEADER = ["Код школы", "Год", "Всего педагогов", "Обучено"]
ROWS = [["60-1", 2021, 1234, 5], ["60-2", 2021, 20, 3]]
FOUND = [("60-1", "2021", "1234", "5"), ("60-2", "2021", "20", "3")]


def received(content, name="таблица.xlsx", table=None):
    return receive(name, content, REGISTER, table)


@pytest.mark.parametrize("make", [xlsx, ods, text])
def test_every_format_gives_the_same_rows(make):
    found = received(make([HEADER, *ROWS]), "таблица")
    assert (rows_of(found), found.problems, found.unknown) == (FOUND, [], [])
    file = found.files[0]
    assert file.table is training
    assert file.places.to_pylist() == [2, 3]
    assert file.columns == {"school_id": 1, "year": 2, "teachers": 3, "trained": 4}


@pytest.mark.parametrize(
    ("content", "sheet"),
    [
        (b"", ""),
        (text([[column.name for column in training.columns], ["60-1", "#N/A", 1, 1]], ","), ""),
        (text([HEADER, ["60-1", 2021, 20]]), ""),
        (xlsx([HEADER], sheet="Обучение"), "Обучение"),
        (xlsx([["Сведения"], HEADER[:3], ["a@b.ru", "снег", 1]], sheet="Свод"), "Свод"),
        (xlsx([["Сведения об учителях"]], sheet="Титул"), "Титул"),
    ],
    ids=["refused", "fast way", "text", "no rows", "damaged", "words"],
)
def test_every_remark_names_its_file_and_sheet(content, sheet):
    found = received(content, "файл")
    assert {(problem.file, problem.sheet) for problem in found.problems} == {("файл", sheet)}


def test_an_old_workbook_with_a_merged_key_is_read():
    content = Path(__file__).with_name("training.xls").read_bytes()
    found = received(content, "training.xls")
    assert rows_of(found) == [
        ("60-0001", "2021", "20", "5"),
        ("60-0001", "2022", "1200", "7"),
        ("60-0002", "2021", "12", "0"),
    ]
    assert found.files[0].places.to_pylist() == [4, 5, 7]
    assert said(found) == [(1, "", "skipped_title"), (8, "", "skipped_total")]


def test_what_people_write_around_a_table_is_left_out_and_told():
    found = received(
        xlsx(
            [
                ["Сведения о повышении квалификации"],
                [],
                [None, "№ п/п", *HEADER, "Замечание"],
                [None, 1, 2, 3, 4, 5, 6],
                [None, 1, "Пример: 60-9", 2021, 1, 1],
                [None, 1, *ROWS[0]],
                [],
                [None, "№ п/п", *HEADER, "Замечание"],
                [None, 2, *ROWS[1], "ок"],
                [None, "ИТОГО:", None, None, 1254, 8],
                [None, "* по данным муниципалитетов"],
            ]
        )
    )
    # A row number before «Пример» makes it a row: the example must stand in the first cell.
    assert rows_of(found)[1:] == FOUND
    assert found.files[0].places.to_pylist() == [5, 6, 9]
    assert said(found) == [
        (1, "", "skipped_title"),
        (4, "", "skipped_header"),
        (8, "", "skipped_header"),
        (10, "", "skipped_total"),
        (11, "", "skipped_note"),
        (3, "№ п/п", "extra_column"),
        (3, "Замечание", "extra_column"),
    ]
    assert all(problem.level == "note" and problem.sheet == "Данные" for problem in found.problems)


def test_the_example_row_of_a_template_is_left_out():
    found = received(xlsx([HEADER, ["Пример: 60-0001", 2021, 1, 1], *ROWS]))
    assert (rows_of(found), said(found)) == (FOUND, [(2, "", "skipped_example")])


@pytest.mark.parametrize("last", [["60-3"], [None, 2021], [None, None, 7], ["Школа № 3"]])
def test_a_line_in_doubt_is_a_row_and_the_checks_complain(last):
    found = received(xlsx([HEADER, *ROWS, last]))
    assert len(rows_of(found)) == 3
    known = {"school.school_id": pa.array(["60-1", "60-2", "60-3", "Школа № 3"])}
    assert {problem.row for problem in faults(found.files[0], known)} == {4}


def test_a_merged_key_belongs_to_its_rows_and_a_merged_number_to_one():
    rows = [HEADER, [None, 2021, None, 5], [None, 2022, None, 3]]
    found = received(xlsx(rows, [(1, 0, 2, "60-1"), (1, 2, 2, "20")]))
    assert rows_of(found) == [("60-1", "2021", "20", "5"), ("60-1", "2022", None, "3")]
    assert said(found) == []


def test_columns_may_stand_in_any_order_and_under_any_known_name():
    found = received(
        xlsx([["год", "ОБУЧЕНО", "Число  педагогов *", "код оо"], [2021, 5, 1234, "60-1"]])
    )
    assert rows_of(found) == FOUND[:1]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (HEADER[:3], [(1, "trained", "missing_column", "Обучено")]),
        ([*HEADER, "Обучено"], [(1, "trained", "repeated_column", "")]),
    ],
)
def test_a_header_that_is_not_sound_stops_the_file(header, expected):
    found = received(xlsx([header, *ROWS]))
    assert [(p.row, p.column, p.rule, p.expected) for p in found.problems if p.level == "stop"] == (
        expected
    )
    assert found.files == []


def test_a_table_asked_for_is_not_another():
    found = received(xlsx([HEADER, *ROWS]), table=municipal_report)
    assert {p.rule for p in found.problems if p.level == "stop"} == {"missing_column"}


def test_a_name_and_a_code_of_one_municipality_are_no_repetition():
    header = ["Муниципалитет", "ОКТМО", "Год", "Раздел отчёта", "Отчитался"]
    found = received(xlsx([header, ["что угодно", 60704000, 2021, "mentorship", "да"]]))
    assert rows_of(found) == [("60704000", "2021", "mentorship", "true")]
    assert said(found) == [(1, "Муниципалитет", "extra_column")]


def test_a_table_nobody_declared_is_offered_whole():
    found = received(
        xlsx([["Доля, по годам"], ["Территория АТЕ", 2020, 2021], ["г. Азов", 12.5, 13]])
    )
    grid = found.unknown[0]
    assert (grid.header_row, grid.header) == (2, ("Территория АТЕ", "2020", "2021"))
    assert grid.rows == [(3, ("г. Азов", 12.5, 13.0))]
    assert [(p.row, p.rule, p.level) for p in found.problems] == [
        (1, "skipped_title", "note"),
        (2, "fits_no_table", "acknowledge"),
    ]


def test_a_sheet_of_words_is_passed_over():
    assert said(received(xlsx([["Просто текст"]]))) == [(0, "", "skipped_sheet")]


@pytest.mark.parametrize("name", ["Списки", "Замечания", "Как заполнять", "Lists", "Remarks"])
def test_a_persons_own_sheet_is_read_whatever_it_is_called(name):
    found = received(xlsx([HEADER, *ROWS], sheet=name))
    assert (rows_of(found), said(found)) == (FOUND, [])
    foreign = received(xlsx([["Район", "2021"], ["г. Азов", 5]], sheet=name))
    assert [p.rule for p in foreign.problems] == ["fits_no_table"]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("table", INTAKE_TABLES, ids=str)
def test_sheets_that_the_program_adds_are_passed_over_unsaid(table, language):
    choices = {"oktmo": ["г. Азов", "Азовский район"]}
    found = received(workbook(table, choices, language))
    assert [(p.sheet, p.row, p.rule) for p in found.problems] == [
        (title(table), 2, "skipped_example"),
        (title(table), 0, "no_rows"),
    ]


def test_the_sheet_of_remarks_of_a_marked_file_is_no_data():
    sent = xlsx([HEADER, *ROWS])
    bad = [Problem("wrong_type", 2, "year", "x", sheet="Данные")]
    found = received(marked("a.xlsx", sent, bad, lambda p: p.rule, {}))
    assert (rows_of(found), said(found)) == (FOUND, [])


TEXTS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"]
BOM = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


@pytest.mark.parametrize("encoding", TEXTS)
@pytest.mark.parametrize("delimiter", ";,\t")
def test_every_dialect_of_a_text_is_read(encoding, delimiter):
    content = BOM.get(encoding, b"") + text([HEADER, *ROWS], delimiter, encoding)
    found = received(content, "таблица.csv")
    assert rows_of(found) == FOUND
    assert said(found) == ([(0, "", "read_as_cp1251")] if encoding == "cp1251" else [])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('Код школы;Год\n"a"b;1\n', [(2, "unreadable")]),
        (
            'Код школы;Год;Всего педагогов;Обучено\na;2021;1;"1\nb;2021;1;1\nc;2021;1;1"\n',
            [(2, "unreadable")],
        ),
        (
            "Код школы,Год,Всего педагогов,Обучено\na,2021,1,1\nb,2021,1,5,1\nc,2021,1\n",
            [(3, "wrong_cell_count"), (4, "wrong_cell_count")],
        ),
    ],
)
def test_a_text_with_torn_rows_is_stopped_at_each(content, expected):
    found = received(content.encode(), "a.csv")
    assert [(p.row, p.rule) for p in found.problems if p.level == "stop"] == expected


QUOTED = """Код школы;Муниципалитет;Название школы;Местность
"s1";"Ашинский; МР";"СОШ № 1" г. Аша;город
"""


@pytest.mark.parametrize(
    ("content", "row", "column"),
    [
        (QUOTED, 2, "Название школы"),
        (QUOTED.replace(" г. Аша", ""), 0, ""),
        (QUOTED.replace(";город", ';"город'), 2, "Название школы"),
        (QUOTED.replace('" г. Аша;', '";"'), 2, "Местность"),
        (QUOTED.replace("Код школы", '"а"б'), 1, "A"),
        ('a;b\n"две\nстроки";1\n1;2;3;"а"б\n', 3, "D"),
        (QUOTED.replace("Название школы", "a@b.ru"), 2, "•••"),
    ],
)
def test_a_quote_within_a_text_is_located_without_words_of_another_language(content, row, column):
    found = [p for p in received(content.encode(), "a.csv").problems if p.rule == "unreadable"]
    assert [(p.row, p.column, p.value) for p in found] == ([(row, column, "")] if row else [])


def test_broken_utf8_is_not_taken_for_an_old_encoding():
    content = text([HEADER, ["школа", 2021, 1, 1]]) + b"\xd1;2021;1;1\n"
    assert said(received(content, "a.csv")) == [(3, "", "not_utf8")]


def test_a_file_with_declared_names_goes_the_fast_way_and_is_mended():
    content = b'school_id,year,teachers,trained\n60-1,2021,"1 234",5\n60-2,2021 \xd0\xb3.,20,3\n'
    found = received(content, "training.csv")
    assert (rows_of(found), found.problems) == (FOUND, [])
    assert found.files[0].places is None


def test_refusals_of_the_fast_way_stand_at_their_rows():
    lines = ["oktmo,year,subject,reported", "60704000,2021,status,true", "Азов,2021,status,true"]
    assert said(received("\n".join(lines).encode(), "municipal_report.csv")) == [
        (3, "oktmo", "ambiguous_name")
    ]


def test_a_million_rows_pass_without_a_loop():
    line = "60-{},20{},VPR,4,russian,60,5,12.5\n"
    header = "school_id,year,procedure,grade,subject,participants,below_threshold,mean_score\n"
    content = header + "".join(line.format(n, 10 + n % 10) for n in range(50_000)) * 20
    encoded = content.encode()
    _, loop = effort(lambda: [line.split(",") for line in content.splitlines()])
    found, spent = effort(lambda: received(encoded, "assessment_result.csv"))
    assert (found.files[0].rows.num_rows, found.problems) == (1_000_000, [])
    assert spent < loop


def test_a_workbook_of_five_thousand_schools_is_soon_received():
    header = [
        "Код школы",
        "ОКТМО",
        "Название школы",
        "Местность",
        "Учеников",
        "Происхождение данных",
    ]
    rows = [
        [f"60-{n}", "г. Азов", f"Школа № {n}", "город", n % 900, "настоящие"] for n in range(5000)
    ]
    few, many = xlsx([header, *rows[:50]]), xlsx([header, *rows])
    _, usual = effort(lambda: received(few))
    found, spent = effort(lambda: received(many))
    assert spent < 15 * usual
    assert rows_of(found)[7] == ("60-7", "60704000", "Школа № 7", "urban", "7", "real", None)
    assert (len(rows_of(found)), found.problems) == (5000, [])


def test_per_cent_kept_as_parts_of_one_are_asked_about():
    header = ["ОКТМО", "Год", "Показатель", "Значение", "Источник"]
    rows = [[60704000, 2021, "IND-21", part, "отчёт"] for part in (1.0, 0.31)]
    found = received(xlsx([header, *rows]))
    assert [(p.row, p.rule, p.level) for p in found.problems] == [
        (3, "parts_of_one", "acknowledge")
    ]


NUMBERS = [
    (12.0, "12"),
    ("1 234", "1234"),
    ("1\u00a0234", "1234"),
    ("1\u2009234\u202f567", "1234567"),
    ("12,0", "12"),
    ("−5", "-5"),
    ("12 34", "12 34"),
    ("012", "012"),
    ("много", "много"),
    (" ", None),
]
DATES = [
    ("17.11.2022", "2022-11-17"),
    ("7.1.2022 г.", "2022-01-07"),
    ("17 ноября 2022 года", "2022-11-17"),
    (datetime(2022, 11, 17), "2022-11-17"),
    (date(2022, 11, 17), "2022-11-17"),
    (44882.0, "2022-11-17"),
    ("44882", "2022-11-17"),
    ("30.02.2022", "30.02.2022"),
    ("17.11.22", Refused("ambiguous_date", "17.11.2022")),
    ("11/17/2022", Refused("ambiguous_date", "17.11.2022")),
]
SHARES = [("31,2", "31.2"), ("31,2 %", "31.2"), (0.1 + 0.2, "0.3"), (31.0, "31")]
FLAGS = [
    ("Да", "true"),
    ("+", "true"),
    (1.0, "true"),
    (True, "true"),
    ("-", "false"),
    ("0", "false"),
]
OKTMO = [
    (60704000.0, "60704000"),
    ("60 704 000", "60704000"),
    ("60704000001", "60704000"),
    (60704000001.0, "60704000"),
    (1701000.0, "01701000"),
    ("1701000001", "01701000"),
    ("ГОРОД АЗОВ", "60704000"),
    ("Нигде", Refused("unknown_municipality")),
]
CASES = [
    *((training.c.teachers, *case) for case in NUMBERS),
    *((mentorship.c.start_date, *case) for case in DATES),
    *((indicator_value.c.value, *case) for case in SHARES),
    *((school_status.c.low_performing, *case) for case in FLAGS),
    *((school.c.oktmo, *case) for case in OKTMO),
    (school.c.school_id, 123.0, "123"),
    (school.c.school_id, "\u00a060-1 ", "60-1"),
    (school.c.locality, "СЕЛО", "rural"),
    (training.c.year, "2021 г.", "2021"),
]


@pytest.mark.parametrize(("column", "cell", "expected"), CASES)
def test_a_cell_becomes_what_the_checks_accept_or_stays(column, cell, expected):
    assert canonical(cell, column, REGISTER) == expected


AMBIGUOUS = {
    "Азов": "60601000 60704000",
    "Азовский": "60601000 60704000",
    "Волгодонск": "60612000 60712000",
    "Волгодонской": "60612000 60712000",
    "Каменск": "60623000 60719000 65712000 65740000",
    "Каменский": "60623000 60719000 65712000 65740000",
    "Троицк": "75654000 75752000",
    "ТРОИЦКИЙ": "75654000 75752000",
    "Троицкий муниципальный округ": "75654000 75752000",
    "Чебаркуль": "75657000 75758000",
    "Чебаркульский": "75657000 75758000",
    "Октябрьский": "60641000 75647000",
    "Октябрьский район": "60641000 75647000",
    "Октябрьский муниципальный район": "60641000 75647000",
    "Камышловский": "65623000 65741000",
    "Аксай": "60602000",
    "Ростов": "60701000",
    "г. Азов 60601000": "60601000 60704000",
}
CLEAR = {
    "г. Азов": "60704000",
    "Азов г.": "60704000",
    "Азовский район": "60601000",
    "МО «Азовский р-н»": "60601000",
    "г. Волгодонск": "60712000",
    "Волгодонской район": "60612000",
    "Каменск-Шахтинский": "60719000",
    "Каменский район": "60623000",
    "Каменский ГО": "65712000",
    "Каменский (65712000)": "65712000",
    "г. Троицк": "75752000",
    "Троицкий городской округ": "75752000",
    "Троицкий район": "75654000",
    "ГО Чебаркульский": "75758000",
    "Ростов-на-Дону": "60701000",
    "Челябинск": "75701000",
    "Озёрский ГО": "75743000",
    "МАХНЕВСКОЕ": "65769000",
    "Аксайский": "60602000",
}


THREE = REGISTER.within("60", "65", "75")


@pytest.mark.parametrize("name", AMBIGUOUS)
def test_a_name_of_several_is_never_guessed(name):
    assert THREE.oktmo_of(name) == tuple(AMBIGUOUS[name].split())


@pytest.mark.parametrize("name", CLEAR)
def test_a_clear_name_is_found(name):
    assert THREE.oktmo_of(name) == CLEAR[name]


def test_official_names_are_found_or_ambiguous_never_another():
    for place in REGISTER.places:
        for name in (place.name_ru, place.short_name_ru):
            found = REGISTER.oktmo_of(name)
            assert found == place.oktmo or place.oktmo in found
        assert REGISTER.oktmo_of(REGISTER.label(place.oktmo)) == place.oktmo


def test_official_names_are_clear_within_their_region_but_bare_ones_of_an_okrug_and_its_district():
    regions = {place.region: REGISTER.within(place.region) for place in REGISTER.places}
    doubtful = [
        place
        for place in REGISTER.places
        if regions[place.region].oktmo_of(place.name_ru) != place.oktmo
    ]
    assert len(doubtful) == 22
    for place in doubtful:
        assert place.name_ru.split() == [place.name_ru]
        with_kind = regions[place.region].oktmo_of(f"{place.name_ru} городской округ")
        assert with_kind == place.oktmo


def test_the_names_of_a_column_tell_their_region():
    for region in {place.region for place in REGISTER.places}:
        names = [place.short_name_ru for place in REGISTER.places if place.region == region]
        assert {p.region for p in REGISTER.of_column(names).places} == {region}


def test_a_few_names_of_a_region_are_never_read_as_those_of_another():
    draw = random.Random(7)
    for region in sorted({place.region for place in REGISTER.places}):
        places = REGISTER.within(region).places
        for _ in range(5):
            some = draw.sample(places, min(3, len(places)))
            here = REGISTER.of_column([place.short_name_ru for place in some])
            for place in some:
                found = here.oktmo_of(place.short_name_ru)
                assert found == place.oktmo or (isinstance(found, tuple) and place.oktmo in found)


def test_names_that_several_regions_share_tell_none():
    assert REGISTER.of_column(["Октябрьский район", "Советский район"]) is REGISTER
    assert REGISTER.of_column(["Нигде"]) is REGISTER
    assert REGISTER.of_column([]) is REGISTER


def named(*places):
    rows = [(place, 2021, "статус", "да") for place in places]
    return received(text([REPORT, *rows]), "a.csv")


REPORT = ("Муниципалитет", "Год", "О чём отчёт", "Отчитался")


def test_a_district_of_many_regions_is_read_by_its_neighbours_in_the_column():
    found = named("Октябрьский район", "Агаповский район")
    assert (found.files[0].rows["oktmo"].to_pylist(), found.problems) == (
        ["75647000", "75603000"],
        [],
    )


def test_a_district_of_many_regions_alone_is_not_guessed_and_six_of_them_are_named():
    (problem,) = named("Октябрьский район").problems
    assert (problem.rule, problem.expected.count("("), problem.expected[-1]) == (
        "ambiguous_name",
        6,
        "…",
    )


def test_a_name_of_another_region_than_the_rest_must_be_confirmed():
    found = named("Агаповский район", "Аксайский район", "Варненский район")
    assert said(found) == [(3, "oktmo", "elsewhere")]
    assert found.problems[0].level == "acknowledge"
    assert found.problems[0].expected == "Аксайский район (60602000)"
    assert found.files[0].rows["oktmo"].to_pylist() == ["75603000", "60602000", "75614000"]


def test_codes_of_several_regions_are_not_doubted():
    assert not named("75603000", "60602000", "Варненский район").problems


def test_a_chosen_region_goes_before_what_the_column_tells():
    here = REGISTER.within("60")
    content = text([REPORT, ("Октябрьский район", 2021, "статус", "да")])
    found = receive("a.csv", content, here)
    assert found.files[0].rows["oktmo"].to_pylist() == ["60641000"]
    content = text([REPORT, ("Агаповский район", 2021, "статус", "да")])
    assert said(receive("a.csv", content, here)) == [(2, "oktmo", "unknown_municipality")]


def test_candidates_are_named_for_the_reader():
    refused = canonical("Азов", school.c.oktmo, REGISTER)
    assert refused == Refused("ambiguous_name", "Азовский район (60601000); г. Азов (60704000)")


def test_a_register_of_plain_rows_knows_the_same_names():
    plain = Register([place[:4] for place in REGISTER.places])
    assert plain.oktmo_of("г. Азов") == "60704000"
