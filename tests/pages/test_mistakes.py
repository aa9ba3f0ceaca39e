"""Links with values of nowhere, and mistakes of ours: words and filters, never a bare error."""

import re
import shutil

import duckdb
import pytest

from queries.view import own_values
from tests.kinds_of_views import by_page

REGIONS = ("60", "65", "75")
FREE = [
    (page, region, field)
    for page, kind in by_page().items()
    for field, values in own_values(kind).items()
    if values is None
    for region in REGIONS
]


@pytest.mark.parametrize(("page", "region", "field"), FREE)
def test_a_value_that_a_region_does_not_have_falls_back(page, region, field, open_page):
    app = open_page(page, region=region, **{field: "x"}, language="ru")
    assert not any("Ошибка программы" in node.value for node in app.subheader)
    assert app.sidebar.children, "the page stands in its frame"


@pytest.fixture
def mistaken(built, tmp_path, monkeypatch):
    """A version that lacks a table its schema has: no error that anybody foresaw."""
    folder = tmp_path / "mistaken"
    folder.mkdir()
    file = folder / built.version.path.name
    shutil.copy(built.version.path, file)
    with duckdb.connect(str(file)) as connection:
        connection.execute("drop table recommendation")
    (folder / "current").write_text(built.version.name, encoding="utf-8")
    monkeypatch.setenv("MONITOR_STORE", str(folder))


@pytest.mark.parametrize(
    ("language", "title"), [("ru", "Ошибка программы"), ("en", "A mistake of the program")]
)
def test_a_mistake_is_told_with_its_number_and_the_filters_stay(
    language, title, mistaken, open_page, caplog
):
    app = open_page("recommendations", region="60", year="2022", language=language)
    assert any(title in node.value for node in app.subheader)
    said = " ".join(node.value for node in app.markdown)
    number = re.search(r"\b[0-9a-f]{8}\b", said).group()
    logged = next(record for record in caplog.records if number in record.getMessage())
    assert "recommendation" in str(logged.exc_info[1]), "the log tells of what went wrong"
    assert {"bar_region", "bar_year"} <= {box.key for box in app.selectbox}


def test_the_reader_goes_on_to_another_page_after_a_mistake(mistaken, open_page):
    open_page("recommendations", region="60", language="ru")
    app = open_page("project_year", region="60", language="ru")
    assert not any("Ошибка программы" in node.value for node in app.subheader)
