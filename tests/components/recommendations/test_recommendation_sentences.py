"""Sentences about recommendations, events and documents: each from its counts."""

import datetime as dt

import pandas as pd
import pytest

from components.base.i18n import Words
from components.events import sentences
from components.project_year import sentences as project_year
from components.recommendations import sentences as recommendations
from queries.methods import decisions

RU = Words("ru")


def made(*complete):
    """Recommendations, of which some have both a date and a number."""
    return pd.DataFrame(
        {
            "rec_id": [f"N-1.{number}" for number in range(1, len(complete) + 1)],
            "has_due": complete,
            "has_number": complete,
        }
    )


@pytest.mark.parametrize(
    ("complete", "sentence"),
    [
        ((True, False), "Из 2 рекомендаций срок и число есть у одной: N-1.1"),
        ((True, True, False), "Из 3 рекомендаций срок и число есть у 2: N-1.1, N-1.2"),
        ((True,) * 4, "Из 4 рекомендаций срок и число есть у 4"),
        ((False,) * 21, "21 рекомендация: срока и числа вместе у неё нет"),
        ((), "Под этот выбор не попала ни одна рекомендация"),
    ],
)
def test_the_finding_counts_what_has_a_date_and_a_number(complete, sentence):
    assert recommendations.finding(made(*complete), RU) == sentence


def test_what_is_lacking_is_listed():
    row = dict.fromkeys((f"has_{part}" for part in decisions.PARTS), True)
    assert recommendations.lacking(row, RU) == "есть всё"
    assert recommendations.lacking(row | {"has_due": False}, RU) == "без срока"


def test_a_mark_that_says_done_and_shows_nothing_says_so():
    assert recommendations.mark("done", None, RU) == "● выполнено, без подтверждения"
    assert recommendations.mark("done", "справка", RU) == "● выполнено (справка)"
    assert recommendations.mark("planned", None, RU) == "○ запланировано"


def test_what_was_added_names_the_old_and_the_new():
    earlier = {"addressees": "Школы", "due": None, "target": "рост"}
    later = {"addressees": "Школы", "due": "2023", "target": "100 %"}
    assert recommendations.added(earlier, later, RU) == "срок: 2023; цель: рост → 100 %"
    assert recommendations.added(earlier, earlier, RU) == "ничего не добавлено"


def pairs(*rows):
    return pd.DataFrame(rows, columns=["earlier", "later", "partly", "days"])


def test_a_recommendation_that_returns_twice_is_one():
    rows = pd.DataFrame({"rec_id": ["A-1", "A-2", "N-1", "N-2"], "event": list("aabb")})
    found = pairs(("A-1", "N-1", False, 205), ("A-1", "N-2", False, 205))
    assert recommendations.returned(found, rows, RU) == (
        "Из 2 прежних рекомендаций в новых решениях снова есть 1; прошло 205 дней"
    )


def test_different_days_between_are_not_told_as_one():
    rows = pd.DataFrame({"rec_id": ["A-1", "A-2"], "event": list("ab")})
    found = pairs(("A-1", "N-1", False, 205), ("A-2", "N-2", True, 10))
    assert recommendations.returned(found, rows, RU) == (
        "Из 2 прежних рекомендаций в новых решениях снова есть 1, ещё 1 — частично"
    )


def test_repeats_are_told_from_both_sides():
    found = pairs(("A-3.3", "N-3.2", True, 205))
    assert recommendations.repeats("A-3.3", found, RU) == "вернулась как N-3.2 (частично)"
    assert recommendations.repeats("N-3.2", found, RU) == "повторяет A-3.3 (частично)"
    assert recommendations.repeats("N-1.1", found, RU) == "—"


def test_marks_of_nobody_are_told_as_that():
    counts = pd.DataFrame({"rec_id": ["N-1"], "unmarked": [55]})
    assert recommendations.marks(counts, 55, RU) == (
        "1 рекомендация: об исполнении не отметил никто"
    )


EVENT = {"name_ru": "Семинар", "name_en": "Seminar", "start_date": dt.date(2021, 12, 16)}


def states(*rows):
    return pd.DataFrame(rows, columns=["state", "municipalities", "named"])


def test_an_event_without_counts_says_that_nothing_is_said():
    assert sentences.finding(EVENT, states(), 43, RU).endswith("в документе не сказано")


def test_people_in_person_are_never_more_than_told():
    assert sentences.people({}, RU) == ""
    assert sentences.people({"participants": 185.0}, RU) == "185 участников"
    assert "очно 56" in sentences.people(
        {"participants": 185.0, "participants_in_person": 56.0}, RU
    )


@pytest.mark.parametrize(
    ("count", "names", "words"),
    [(9, 9, "названы все"), (41, 0, "кто именно — не названо"), (9, 4, "названы 4 из 9")],
)
def test_who_is_named_is_told(count, names, words):
    row = {"state": "absent", "municipalities": count, "named": names}
    assert sentences.named(row, RU) == words


def test_what_a_municipality_may_be_leaves_out_who_is_named():
    found = states(("took_part", 41, 0), ("absent", 9, 9), ("absent_no_schools", 5, 0))
    assert sentences.unnamed(found, RU) == (
        "поимённо не назван; таких — участвовали: 41; не участвовали, ШНОР нет: 5"
    )


def test_waiting_and_returned_are_told_only_if_there_are_any():
    counts = dict.fromkeys(project_year.ORDER, 0) | {"confirmed": 3}
    by_kind = pd.DataFrame([counts | {"document": "concept"}])
    assert project_year.finding(by_kind, 3, RU) == (
        "3 школы проекта: документов подтверждено 3 из 3"
    )


def test_curators_without_names_are_told():
    assert project_year.load(pd.DataFrame(), RU) == "Кураторы не названы"
