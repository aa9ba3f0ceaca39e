"""A version with one row of the demonstration set is marked everywhere, a region's own nowhere."""

import io
import re

import openpyxl
import pytest
import streamlit as st

from tests.data.small_region import PLACES, published, school, tables
from tests.menu import PAGES
from tests.pages import seen

INVENTED = [
    school(f"60-{number:04d}", PLACES[0])
    | {"name": f"Демонстрационная школа № {number:04d}", "basis": "demonstration"}
    for number in (1, 2)
]
MARK = {"ru": "Демонстрационные данные", "en": "Demonstration data"}
SOME = {"ru": "Часть строк сгенерирована", "en": "Some rows are generated"}


@pytest.fixture(scope="module")
def stores(shared):
    """A region's own store, and the same with two schools of the demonstration set."""
    mixed = tables() | {"school": [*tables()["school"], *INVENTED]}
    return {
        "own": shared("own", lambda folder: published(folder, tables())),
        "mixed": shared("mixed", lambda folder: published(folder, mixed)),
    }


@pytest.fixture
def opened(stores, own_store, monkeypatch, new_reader):
    """Open a page of one of the stores for a reader who has seen no other."""

    def page(store, name, language="ru", **link):
        monkeypatch.setenv("MONITOR_STORE", str(stores[store]))
        reader = new_reader()
        reader.switch_page(f"pages/{name}.py")
        reader.query_params.update(link | {"language": language})
        reader.run()
        assert not reader.exception, reader.exception[0].message
        return reader

    return page


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_mixed_version_says_that_some_rows_are_generated(opened, page, language):
    texts = seen.texts(opened("mixed", page, language))
    assert [text for text in texts if MARK[language] in text and SOME[language] in text]


@pytest.mark.parametrize("page", ["overview", "about", "heatmap", "import_data"])
def test_pages_of_own_data_carry_no_mark(opened, page):
    said = " ".join(seen.texts(opened("own", page)))
    assert MARK["ru"] not in said and "демонстрационн" not in said.casefold()


def test_the_page_about_the_data_tells_how_many_rows_of_which_tables(opened):
    page = opened("mixed", "about")
    assert "2 демонстрационные строки" in [each.label for each in page.expander]
    bodies = [node.proto.body for node in seen.nodes(page) if getattr(node, "type", "") == "html"]
    listed = next(body for body in bodies if "listing" in body and ">Школы<" in body)
    rows = re.findall(r"<tr>(.*?)</tr>", listed, re.DOTALL)[1:]
    assert [re.findall(r">([^<]+)</t[dh]>", row) for row in rows] == [["Школы", "2"]]
    assert "начальное число" not in " ".join(seen.texts(page))


def cells_of(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(("store", "kind"), [("mixed", "demonstration"), ("own", "published")])
def test_files_carry_the_mark_as_pages_do(opened, monkeypatch, store, kind):
    opened(store, "about")  # the first run lays its guard round Streamlit's own calls
    files = {}

    def taken(label, data, file_name, **_):
        files[file_name] = data

    monkeypatch.setattr(st, "download_button", taken)
    opened(store, "heatmap", region=PLACES[0][:2], year="2022", display="table")
    marked = {name: name.split(".")[0].endswith("_demo") for name in files}
    assert files and set(marked.values()) == {kind == "demonstration"}
    endings = {name.rpartition(".")[2] for name in files}
    assert {"csv", "xlsx"} <= endings
    for name, data in files.items():
        if name.endswith(".csv"):
            head, *lines = data().decode("utf-8-sig").splitlines()
            mark = f'"{kind}"' if "data_kind" in head else MARK["ru"]
            wanted = "data_kind" in head or kind == "demonstration"
            assert lines and {mark in line for line in lines} == {wanted}
        elif name.endswith(".xlsx"):
            assert (MARK["ru"] in cells_of(data())) == (kind == "demonstration")


def test_rows_of_the_set_in_brought_files_are_asked_about_in_words(opened):
    page = opened("own", "import_data")
    lines = [INVENTED[0].keys(), INVENTED[0].values()]
    content = "\n".join(",".join(line) for line in lines).encode()
    page.file_uploader[0].set_value([("school.csv", content, "text/csv")]).run()
    assert not page.exception
    (asked,) = (box.label for box in page.checkbox if box.key.startswith("doubt_"))
    assert asked.startswith("1: столько строк демонстрационного набора останется в версии")
    assert "таблицы: Школы." in asked
