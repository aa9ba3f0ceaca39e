"""A table of rows: its cells on the page, and the columns of its files."""

import datetime as dt
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import pytest

from components.base.i18n import Words
from components.downloads.columns import cells
from components.shell.tables import cell, file_columns, html, title, written
from queries.view import View

RU, EN = Words("ru"), Words("en")
RUSSIAN = View(region="60", year=2022, first_year=2017)
ENGLISH = replace(RUSSIAN, language="en")
COLUMNS = (("name", "text"), ("year", "year"), ("load", "integer"), ("start_date", "date"))
HEADINGS = [title(key, RU, "mentoring") for key, _ in COLUMNS]


def rows(*more):
    names = [key for key, _ in COLUMNS]
    return pd.DataFrame([("Школа № 1", 2022, 3, pd.Timestamp(2022, 5, 9)), *more], columns=names)


class Table(HTMLParser):
    """The tags and the texts of a table, as a browser reads them."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.texts = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        if data.strip():
            self.texts.append(data)

    def count(self, tag):
        return sum(name == tag for name, _ in self.tags)


@pytest.mark.parametrize(
    ("value", "kind", "russian", "english"),
    [
        ("Школа", "text", "Школа", "Школа"),
        (1234, "integer", "1\N{NO-BREAK SPACE}234", "1,234"),
        (np.int64(0), "integer", "0", "0"),
        (3.0, "integer", "3", "3"),
        (-2, "integer", "\N{MINUS SIGN}2", "\N{MINUS SIGN}2"),
        (0.25, "decimal", "0,2", "0.2"),
        (0.36, "decimal", "0,4", "0.4"),
        (31.25, "percent", "31,2\N{NO-BREAK SPACE}%", "31.2%"),
        (2022, "year", "2022", "2022"),
        (2022.0, "year", "2022", "2022"),
        (pd.Timestamp(2022, 5, 9), "date", "09.05.2022", "9 May 2022"),
        (dt.date(2022, 5, 9), "date", "09.05.2022", "9 May 2022"),
        ("2022-05-09", "date", "09.05.2022", "9 May 2022"),
    ],
)
def test_a_cell_is_written_by_its_kind_and_language(value, kind, russian, english):
    assert (cell(value, kind, RU), cell(value, kind, EN)) == (russian, english)


@pytest.mark.parametrize("missing", [None, float("nan"), np.nan, pd.NaT, pd.NA])
@pytest.mark.parametrize("kind", ["text", "integer", "decimal", "percent", "date", "year"])
def test_what_is_missing_is_a_dash_and_never_a_zero(kind, missing):
    assert cell(missing, kind, RU) == cell(missing, kind, EN) == "—"


def test_a_zero_is_told_as_one():
    assert [cell(0, kind, RU) for kind in ("integer", "decimal")] == ["0", "0,0"]


def test_a_table_has_a_heading_per_column_and_names_each_row_by_its_first_cell():
    found = Table(html(rows(("Школа № 2", 2021, 1, pd.NaT)), COLUMNS, RUSSIAN, "mentoring"))
    assert [found.count(tag) for tag in ("table", "thead", "tr", "td")] == [1, 1, 3, 6]
    heads = [attributes.get("scope") for tag, attributes in found.tags if tag == "th"]
    assert heads == [None] * 4 + ["row"] * 2
    assert found.texts == [
        *HEADINGS,
        *("Школа № 1", "2022", "3", "09.05.2022"),
        *("Школа № 2", "2021", "1", "—"),
    ]


def test_headings_are_in_the_readers_language():
    found = Table(html(rows(), COLUMNS, ENGLISH, "mentoring"))
    assert found.texts[:4] == [title(key, EN, "mentoring") for key, _ in COLUMNS]
    assert found.texts[0] == "School" and HEADINGS[0] == "Школа"


def test_a_table_without_rows_keeps_its_headings():
    found = Table(html(rows().head(0), COLUMNS, RUSSIAN, "mentoring"))
    assert (found.count("th"), found.count("td")) == (4, 0)


def test_signs_of_html_in_a_name_stay_signs():
    wicked = "<b>Школа</b> & \"Лицей\" <script>alert('1')</script>"
    for name, evidence in ((wicked, "x"), ("x", wicked)):
        frame = pd.DataFrame({"name": [name], "evidence": [evidence]})
        text = html(frame, (("name", "text"), ("evidence", "text")), RUSSIAN, "mentoring")
        assert "<b>" not in text and "<script" not in text
        assert wicked in "".join(Table(text).texts)


def test_a_listing_has_no_headings_of_rows_and_every_cell_knows_that_of_its_column():
    found = Table(written(["A", "B"], [["<b>", 1], ("c", 2)], "listing", headed=False))
    assert [found.count(tag) for tag in ("th", "tr", "td")] == [2, 3, 4]
    heads = [attributes["data-head"] for tag, attributes in found.tags if tag == "td"]
    assert heads == ["A", "B", "A", "B"]
    assert found.texts == ["A", "B", "<b>", "1", "c", "2"]


def test_a_look_is_a_class_beside_the_usual_ones():
    assert 'class="numbers wide"' in html(rows(), COLUMNS, RUSSIAN, "mentoring")
    assert 'class="numbers wide gaps"' in html(rows(), COLUMNS, RUSSIAN, "mentoring", "gaps")


def test_columns_of_the_files_are_those_of_the_table():
    found = file_columns(COLUMNS, RU, "mentoring")
    assert [column.key for column in found] == [key for key, _ in COLUMNS]
    assert [column.title for column in found] == HEADINGS
    assert [column.kind for column in found] == ["text", "integer", "integer", "date"]


def test_files_hold_plain_values_where_the_page_has_written_ones():
    frame = rows(("Школа № 2", 2021, 1234, pd.NaT))
    found = [cells(frame, column) for column in file_columns(COLUMNS, RU, "mentoring")]
    assert found == [
        ["Школа № 1", "Школа № 2"],
        [2022, 2021],
        [3, 1234],
        [dt.date(2022, 5, 9), None],
    ]


def test_the_name_of_a_school_leads_to_its_card_and_one_without_a_code_nowhere(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    columns = (("mentee", "mentee"), ("name", "school"))
    frame = pd.DataFrame(
        {"mentee": ["<A>", "B"], "mentee_id": ["a&1", None], "name": "C", "school_id": ["c", "d"]}
    )
    found = Table(html(frame, columns, RUSSIAN, "mentoring"))
    links = [attributes["href"] for tag, attributes in found.tags if tag == "a"]
    address = "school?region=60&language=ru&school="
    assert links == [f"{address}a%261", f"{address}c", f"{address}d"]
    assert found.texts[2:] == ["<A>", "C", "B", "C"]


def test_a_name_is_a_text_in_files():
    kinds = [column.kind for column in file_columns((("name", "school"),), RU, "mentoring")]
    assert kinds == ["text"]
