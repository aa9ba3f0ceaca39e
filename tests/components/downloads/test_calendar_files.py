"""Calendars are read back by vobject, which shares no code with the library that writes them."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from components.downloads.calendar_files import DueDay, calendar

MADE = datetime(2026, 11, 21, 17, 5, 12, 345, tzinfo=timezone(timedelta(hours=3)))
JULY = DueDay(
    "SVE-2020/2.2/2021-07-31",
    "2.2 Разработать адресные рекомендации, по качеству; и повышению квалификации педагогов",
    date(2021, 5, 1),
    date(2021, 7, 31),
    "Срок в документе: «Ежегодно Май-июль».\nОтвечает: ИМЦ; стажерские площадки \\ ОО",
    "https://example.org/?measure=2.2&lang=ru",
)
FEBRUARY = DueDay("DEMO-60/1.1/2024-02-29", "1.1", date(2024, 2, 1), date(2024, 2, 29))


def window(start, due):
    return f"С {start:%d.%m.%Y} по {due:%d.%m.%Y}"


def events(file):
    return vobject.readOne(file.decode()).vevent_list


def test_a_due_date_is_an_all_day_event_on_its_day(published):
    file = calendar([JULY], published, MADE, window)
    assert b"\r\nDTSTAMP:20261121T140512Z\r\n" in file
    (event,) = events(file)
    assert event.dtstart.value == date(2021, 7, 31)
    assert event.dtend.value == date(2021, 8, 1)
    assert event.summary.value == JULY.summary
    assert event.url.value == JULY.url
    assert event.transp.value == "TRANSPARENT"
    assert event.description.value == (
        f"С 01.05.2021 по 31.07.2021\n{JULY.description}\nВерсия данных: {published.version}"
        "\nВерсия программы: Монитор 500+ 12.3.4"
    )


def test_the_calendar_is_named_and_in_order(published):
    named = replace(published, title="Карта; район, 2020")
    file = calendar([FEBRUARY, JULY], named, MADE, window)
    assert r"X-WR-CALNAME:Карта\; район\, 2020" in file.decode()
    read = vobject.readOne(file.decode())
    assert read.prodid.value == "-//500+ Monitor//Road maps//RU"
    assert (read.version.value, read.calscale.value) == ("2.0", "GREGORIAN")
    assert read.contents["name"][0].value.replace("\\", "") == "Карта; район, 2020"
    assert [event.dtstart.value for event in read.vevent_list] == [JULY.due, FEBRUARY.due]


def test_a_demonstration_is_marked_in_every_event(about):
    file = calendar([JULY, FEBRUARY], about, MADE, window)
    for event in events(file):
        assert event.summary.value.startswith("Демонстрационные данные: ")
        assert "Вид данных: Демонстрационные данные" in event.description.value
    assert "X-WR-CALNAME:Демонстрационные данные: Доля" in file.decode()


def test_a_version_gives_one_file_and_a_newer_one_takes_its_place(about, published):
    file = calendar([JULY, FEBRUARY], about, MADE, window)
    assert calendar([FEBRUARY, JULY], about, MADE, window) == file
    newer = calendar([replace(JULY, summary="Иначе")], published, MADE + timedelta(1), window)
    assert events(newer)[0].uid.value == events(file)[0].uid.value
    assert events(newer)[0].uid.value == "674e0c1a-7e3a-51ec-a505-532fce9c5520"


def test_lines_are_folded_between_letters_at_75_octets(about):
    file = calendar([replace(JULY, summary="Ё" * 300 + "😀" * 50)], about, MADE, window)
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", file)
    lines = file.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # raises where a letter was cut in two


def test_title_of_many_lines_cannot_add_a_property(published):
    nasty = "a\r\nBEGIN:VALARM\x00\x0b\nb\u2028\x85c"
    file = calendar(
        [replace(JULY, uid=nasty, summary=nasty, description=nasty, url=nasty)],
        replace(published, title=nasty, version=nasty),
        MADE,
        window,
    )
    names = {line.partition(":")[0] for line in file.decode().split("\r\n")}
    assert "BEGIN" in names and file.count(b"\r\nBEGIN:") == 1
    assert events(file)[0].summary.value == "a BEGIN:VALARM b c"


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_any_title_comes_back(published, text):
    (event,) = events(calendar([replace(JULY, summary=text)], published, MADE, window))
    assert event.summary.value == text


@pytest.mark.parametrize(
    ("rows", "made"),
    [
        ([], MADE),
        ([JULY, replace(JULY, summary="Другое")], MADE),
        ([replace(JULY, start=date(2021, 8, 1))], MADE),
        ([JULY], MADE.replace(tzinfo=None)),
    ],
    ids=["no rows", "one uid twice", "ends before it starts", "no time zone"],
)
def test_what_no_calendar_can_hold_is_an_error(published, rows, made):
    with pytest.raises(ValueError):
        calendar(rows, published, made, window)
