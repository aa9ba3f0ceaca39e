"""The show keeps slides in their order, each once, and for the right under which it was made."""

from dataclasses import replace

import pytest
import streamlit as st

from components.base.rights import NOTHING, Right, reading_as
from components.slides import shelf
from components.slides.slide import Slide

ALL, SALSK = Right(), Right(municipalities=frozenset({"60650000"}))
ONE = Slide("mentoring", "mentoring?region=60", "57 из 80", "", "2022", (), (), "", "v", "", "ru")
TWO = replace(ONE, finding="58 из 80")


@pytest.fixture(autouse=True)
def session(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})


def test_slides_stay_in_order_and_none_is_added_twice():
    with reading_as(ALL):
        for slide in (ONE, TWO, replace(ONE)):
            shelf.add(slide)
        assert shelf.chosen() == (ONE, TWO)
        shelf.replace_all((TWO,))
        assert shelf.chosen() == (TWO,)


def test_a_slide_is_given_back_only_to_the_right_under_which_it_was_made():
    with reading_as(ALL):
        shelf.add(ONE)
    for other in (SALSK, NOTHING):
        with reading_as(other):
            assert shelf.chosen() == ()
    with reading_as(SALSK):
        shelf.add(TWO)
        shelf.replace_all(())
        assert shelf.chosen() == ()
    with reading_as(ALL):
        assert shelf.chosen() == (ONE,)
