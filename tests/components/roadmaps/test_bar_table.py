"""Bars under names: parts of what was due, muted where that is little, none where it is nothing."""

import pandas as pd

from components.base.i18n import Words
from components.roadmaps import bar_table

WORDS = Words("ru")


def html(name="А & Б", done=3, unproved=1, late=1):
    due = done + late
    row = {"name": name, "done": done, "unproved": unproved, "late": late, "due": due}
    rows = pd.DataFrame([row | {"done_of": f"{done} из {due}"}])
    return bar_table.html(rows, WORDS, small=5)


def test_the_parts_of_a_bar_add_up_to_what_was_due():
    text = html()
    for part in ('"proved" style="width:50.0%"', '"unproved" style="width:25.0%"', '"late"'):
        assert part in text
    assert ">3 из 4</td>" in text


def test_a_part_of_none_is_not_drawn_and_nothing_due_has_no_bar():
    assert '"late"' not in html(late=0)
    assert "parts" not in html(done=0, unproved=0, late=0)


def test_a_bar_of_few_is_muted():
    assert "parts small" in html()
    assert "parts small" not in html(done=9)


def test_names_are_escaped_and_columns_are_titled():
    text = html()
    assert "А &amp; Б" in text
    for title in ("Выполнено", "Не в срок"):
        assert f"<th>{title}</th>" in text
