"""The internal view is for whoever may publish: kept in the session, marked, never in a link."""

import pytest
from streamlit.testing.v1 import AppTest

from components.base.i18n import Words
from components.downloads import About, file_name

RU = Words("ru")


def page(writes, older):
    import streamlit as st

    from components.base.i18n import Words
    from components.base.rights import Right, reading_as
    from components.shell import internal_view

    if older:
        st.session_state["data"] = "20200101T000000000000-00000000"
    with reading_as(Right(writes=writes)):
        internal_view.mark(Words("ru"))
        st.text(internal_view.seen())
        internal_view.switch(Words("ru"))


def opened(writes, older=False):
    return AppTest.from_function(page, kwargs={"writes": writes, "older": older}).run()


@pytest.mark.parametrize(
    ("writes", "older", "seen"),
    [
        (False, False, "whole_blocks"),
        (False, True, "none"),
        (True, True, "whole_blocks"),
        (True, False, "whole_blocks"),
    ],
)
def test_a_reader_sees_whole_blocks_of_the_current_version_alone(writes, older, seen):
    app = opened(writes, older)
    assert app.text[0].value == seen
    assert bool(app.toggle) == writes
    assert not app.error


def test_an_editor_who_opens_it_is_warned_on_the_page_and_the_link_says_nothing():
    app = opened(writes=True)
    app.toggle[0].set_value(True).run()
    assert app.text[0].value == "all"
    assert [said.value for said in app.error] == [RU("internal.mark")]
    assert not app.query_params
    app.toggle[0].set_value(False).run()
    assert app.text[0].value == "whole_blocks" and not app.error


def test_the_session_of_an_editor_shows_a_reader_nothing():
    app = opened(writes=True)
    app.toggle[0].set_value(True).run()
    kept = AppTest.from_function(page, kwargs={"writes": False, "older": False})
    kept.session_state["internal_view"] = app.session_state["internal_view"]
    assert kept.run().text[0].value == "whole_blocks"


def test_files_of_the_internal_view_say_so_in_name_and_marks():
    plain = {"title": "", "version": "v", "made_at": "", "program": "p", "program_version": "1"}
    titles = ("sheet_title", "data_title", "mark_title", "version_title", "program_title")
    usual = plain | dict.fromkeys(titles, "") | {"demonstration": False, "demonstration_mark": ""}
    inside = About(**usual, rows=(), internal=(("Вид", "служебный"),))
    assert file_name("a", "60", inside, "csv") == "a_60_vv_internal.csv"
    assert inside.marks[0] == ("Вид", "служебный")
    assert file_name("a", "60", About(**usual, rows=()), "csv") == "a_60_vv.csv"
