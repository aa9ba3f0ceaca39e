"""Sentences about road maps, and when each must not be said."""

from datetime import date

import pandas as pd
import pytest

from components.base.i18n import Words
from components.roadmaps import doubt_sentences, sentences

RU, EN = Words("ru"), Words("en")
DAY = date(2022, 12, 31)


def counts(due, late, unproved=0):
    return {"due": due, "done": due - late, "late": late, "unproved": unproved, "ahead": 0}


@pytest.mark.parametrize(
    ("counted", "today", "said"),
    [
        (counts(196, 48), 0, "148 из 196 мероприятий выполнено к 31.12.2022, 48 просрочено"),
        (
            counts(648, 155, 116),
            104,
            "493 из 648 мероприятий выполнено к 31.12.2022, 51 просрочено, у 104 срок — этот день",
        ),
        (counts(21, 0), 0, "21 из 21 мероприятия выполнено к 31.12.2022"),
        (counts(5, 5), 5, "0 из 5 мероприятий выполнено к 31.12.2022, у 5 срок — этот день"),
        (counts(0, 0), 0, "К 31.12.2022 ни у одной отметки школ срок не наступил"),
    ],
)
def test_the_headline_says_full_counts_and_only_what_there_is(counted, today, said):
    assert sentences.headline(counted, today, DAY, RU) == said


def test_what_is_due_on_the_very_day_is_not_called_overdue():
    assert "просроч" not in sentences.headline(counts(5, 5), 5, DAY, RU)
    assert "overdue" not in sentences.headline(counts(5, 5), 5, DAY, EN)


def test_the_headline_in_english():
    said = sentences.headline(counts(196, 48, 30), 8, DAY, EN)
    assert said == "148 of 196 measures done by 31 Dec 2022, 40 overdue, 8 due on that very day"


def test_nothing_is_said_of_no_dates():
    assert sentences.unmarked(0, RU) is None
    assert sentences.unproved(0, RU) is None
    assert sentences.unmarked(16, RU).startswith("Ещё 16 сроков карты без отметок")
    assert sentences.unproved(116, RU) == "Выполнено без подтверждения: 116."


def test_the_maps_that_there_are_are_named_with_their_years():
    maps = pd.DataFrame([{"name_ru": "Карта района", "first_year": 2020, "last_year": 2022}])
    assert sentences.known_maps(maps, RU) == "Карты региона: Карта района, 2020–2022."
    assert sentences.known_maps(maps.head(0), RU) is None


def test_kinds_of_nothing_are_said_apart():
    said = {sentences.without_marks(known, RU) for known in (True, False, None)}
    assert len(said) == 3


def test_every_state_has_a_symbol_of_its_own_before_its_word():
    assert len(set(sentences.SYMBOLS.values())) == len(sentences.STATES)
    assert sentences.state("late", RU) == "✕ не выполнено в срок"
    assert sentences.state("unproved", RU) == "◐ выполнено, без подтверждения"


def rule(kind, reason="", part="", on_demand=False):
    return {"kind": kind, "reason": reason, "part": part, "on_demand": on_demand}


def test_a_deadline_says_how_it_was_read():
    assert sentences.reading(rule("on_demand", on_demand=True), RU).endswith("просрочить нельзя")
    window = sentences.reading(rule("yearly_window", on_demand=True), RU)
    assert window == "каждый год, к концу срока; сверх того по требованию, без срока"
    never = sentences.reading(rule("never"), RU)
    assert never == "за годы карты срок не наступает ни разу"


def test_a_refusal_says_its_reason_and_the_words_that_stopped_it():
    said = sentences.reading(rule("refused", "unknown_words", "декадно"), RU)
    assert said == "срок не разобран: в записи есть незнакомые слова («декадно»)"


def test_a_source_is_named_by_its_title_where_it_has_one():
    row = {"document_ru": "Дорожная карта", "document_en": "Road map", "source": "a.txt"}
    assert sentences.document(row, EN) == "Road map"
    none = {"document_ru": None, "document_en": None}
    assert sentences.document(none | {"source": "demonstration"}, RU) == "демонстрационные данные"
    assert sentences.document(none | {"source": "Приказ № 4"}, RU) == "Приказ № 4"


@pytest.mark.parametrize("text", [None, "", "  ", float("nan")])
def test_only_what_is_done_misses_its_evidence(text):
    assert sentences.evidence(text, RU) == "без подтверждения"
    assert sentences.evidence(text, RU, done=False) == "документ не указан"


def test_a_link_for_a_whole_slide_is_said_to_be_one():
    text = "slide link, not tied to an item: https://example.org/a"
    assert sentences.evidence(text, RU) == "ссылка на слайд целиком: https://example.org/a"
    assert sentences.evidence("Приказ № 5 от 01.02.2022", RU) == "Приказ № 5 от 01.02.2022"


def test_notes_of_the_register_are_said_in_the_readers_language():
    assert sentences.basis("«предполагается»", RU) == "в документе: «предполагается»"
    assert "период" in sentences.basis("«предполагается»; date is the period covered", RU)
    assert sentences.basis("existing groundwork (item г)", EN) == "existing groundwork"
    assert sentences.basis("Решение совета", RU) == "Решение совета"


def test_facts_are_headed_by_their_statuses():
    total = {"facts": 35, "done": 6, "ongoing": 17, "planned": 12, "unproved": 4}
    assert sentences.facts_headline(total, RU) == (
        "35 фактов о мероприятиях региона: выполнено 6, в работе 17, предполагается 12; "
        "4 из выполненного — без подтверждения"
    )
    assert "подтверждения" not in sentences.facts_headline(total | {"unproved": 0}, RU)


def test_doubts_are_questions():
    school = {"who": "Школа № 1, г. Азов"}
    one_day = {"amount": 4, "dues": 3, "done_date": date(2022, 12, 30)}
    alone = {"due": 8, "trained": 0.0, "teachers": 12.0}
    twice = {"evidence": "Приказ № 5", "uses": 2, "schools": 3}
    for words in (RU, EN):
        said = [
            doubt_sentences.one_day(school | one_day, words),
            doubt_sentences.without_help(school | alone, words),
            doubt_sentences.twice(twice, words),
        ]
        assert all(text.endswith("?") for text in said)


def test_training_that_is_not_known_is_not_called_none():
    row = {"who": "Школа", "due": 8, "trained": None, "teachers": None}
    assert "данных об обучении учителей нет" in doubt_sentences.without_help(row, RU)
    none = doubt_sentences.without_help(row | {"trained": 0.0, "teachers": 12.0}, RU)
    assert "обученных учителей нет (всего 12 учителей)" in none


def test_of_how_many_schools_the_marks_are_is_said_only_if_there_are_any():
    assert sentences.marking(81, RU) == "Отметки — 81 школы."
    assert sentences.marking(2, EN) == "Marks are of 2 schools."
    assert sentences.marking(0, RU) is None
