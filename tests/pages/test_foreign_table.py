"""A foreign table is offered with its header of several rows, and a person may see another one."""

import csv
import io

from components.import_data.files import READ

ROWS = [
    ["Сводка по кадрам", "", ""],
    ["Муниципалитет", "2022", ""],
    ["", "укомплектованность, %", "ставок"],
    ["г. Азов", "91,5", "100"],
    ["Азовский район", "81,5", "100"],
]


def sent(rows):
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows(rows)
    return written.getvalue().encode()


def offered(new_reader, rows):
    page = new_reader()
    page.switch_page("pages/import_data.py").run()
    page.file_uploader[0].set_value([("кадры.csv", sent(rows), "text/csv")]).run()
    assert not page.exception, page.exception[0].message
    (brought,) = page.session_state[READ].values()
    return page, f"{brought.file_id}_"


def columns(page, key):
    return page.selectbox(key=f"place_{key}").options


def test_the_header_found_is_shown_and_another_can_be_chosen(new_reader):
    page, key = offered(new_reader, ROWS)
    joined = ["Муниципалитет", "2022 · укомплектованность, %", "2022 · ставок"]
    assert columns(page, key) == joined
    first, last = (page.selectbox(key=f"{name}_{key}") for name in ("first", "last"))
    assert (first.value, last.value) == (2, 3)
    page.selectbox(key=f"first_{key}").set_value(3).run()
    assert columns(page, key) == ["", "укомплектованность, %", "ставок"]
    page.selectbox(key=f"first_{key}").set_value(4).run()
    assert columns(page, key) == ["г. Азов", "91,5", "100"]
    page.selectbox(key=f"first_{key}").set_value(2).run()
    page.selectbox(key=f"last_{key}").set_value(3).run()
    assert columns(page, key) == joined


def test_a_mapped_sheet_tells_the_lines_above_its_header_and_is_asked_no_more(new_reader):
    page, key = offered(new_reader, ROWS)
    page.selectbox(key=f"first_{key}").set_value(3).run()
    page.selectbox(key=f"place_{key}").select_index(0)
    page.text_input(key=f"name_{key}").set_value("Кадры")
    page.text_input(key=f"source_{key}").set_value("Сводка")
    page.selectbox(key=f"what_{key}_1").set_value("IND-21")
    page.selectbox(key=f"when_{key}_1").set_value(2022).run()
    page.button(key=f"apply_{key}").click().run()
    assert not page.exception, page.exception[0].message
    (brought,) = page.session_state[READ].values()
    told = [(p.row, p.rule) for p in brought.received.problems]
    assert told == [(1, "skipped_title"), (2, "skipped_title")]
    assert brought.received.files[0].rows["value"].to_pylist() == ["91.5", "81.5"]


def test_a_file_of_nothing_to_read_is_told_of(new_reader):
    page, _ = offered(new_reader, [["Просто текст"]])
    said = " ".join(html.proto.body for html in page.get("html"))
    assert "На листе нет таблицы" in said and "Ни в одном файле" in said
