"""The ladder of schools: what is said of each step, and what must not be."""

import pandas as pd
import pytest

from components.base.i18n import Words
from components.shell import school_counts as ladder
from queries.school_counts import BESIDE

RU, EN = Words("ru"), Words("en")
COUNTS = {
    "listed": (82, 82),
    "reported": (80, 80),
    "marked": (81, 81),
    "in_project": (120, 82),
    "with_results": (115, 115),
    "ever": (239, 120),
    "ever_with_results": (239, 239),
}
UNKNOWN = (float("nan"), float("nan"))


def rows(**changes):
    counts = COUNTS | changes
    return {
        step: {"step": step, "schools": schools, "both": both}
        for step, (schools, both) in counts.items()
    }


def difference(step, words=RU, **changes):
    return ladder.difference(step, rows(**changes), words)


def test_each_step_tells_how_it_differs_from_the_one_beside():
    assert difference("listed") == ""
    assert difference("reported") == ("Часть «В перечне»: о 2 школах муниципалитет не отчитался")
    assert difference("marked") == "По сравнению с «В перечне»: 1 школа перечня без таких отметок"
    assert (
        difference("in_project") == "По сравнению с «В перечне»: 38 школ не из перечня этого года"
    )
    assert difference("with_results") == "Часть «В проекте»: 5 школ без результатов этого года"
    assert difference("ever") == "По сравнению с «В проекте»: ещё 119 школ вышли из проекта"
    assert (
        difference("ever", EN)
        == "Compared with “In the project”: 119 more schools have left the project"
    )


def test_both_ways_of_differing_are_said_where_both_are():
    said = difference("marked", marked=(9, 3))
    assert said.endswith("79 школ перечня без таких отметок; 6 школ не из перечня этого года")


@pytest.mark.parametrize("step", [step for step, beside in BESIDE.items() if beside])
def test_of_the_same_schools_no_difference_is_said(step):
    same = rows(**dict.fromkeys(COUNTS, (7, 7)))
    said = ladder.difference(step, same, RU)
    assert said.endswith(": те же школы")
    assert not set(said) & set("0123456789")


def test_of_what_is_not_known_no_number_is_said():
    unknown = {"listed": UNKNOWN, "reported": UNKNOWN, "in_project": UNKNOWN}
    for step in ("reported", "marked", "in_project", "with_results", "ever"):
        said = difference(step, **unknown)
        assert said == "Статусы школ не сообщены: сравнить не с чем"
        assert not set(said) & set("0123456789")


def written(here, **changes):
    return ladder.html(pd.DataFrame(rows(**changes).values()), here, RU)


def test_the_step_of_the_page_is_marked_and_no_other():
    text = written(("reported",))
    assert text.count("число этой страницы") == text.count('class="chosen"') == 1
    chosen = text.partition('class="chosen"')[2].partition("</tr>")[0]
    assert "Отчитались" in chosen and "<td>80</td>" in chosen


def test_steps_of_an_indicator_stand_only_where_a_page_counts_one():
    assert "с результатами" not in written(("listed",))
    assert written(("listed",)).count("<tr") == 1 + 5
    assert written(("with_results",)).count("<tr") == 1 + 7


def test_an_unknown_count_is_a_dash_and_never_a_zero():
    text = written(("listed",), listed=UNKNOWN)
    assert "<td>—</td>" in text and "<td>0</td>" not in text
