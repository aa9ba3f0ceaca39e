"""Each sentence of the page is written only where its rule holds, in both languages."""

import pandas as pd
import pytest

from components.base import decided_words, signal_words
from components.base.i18n import Words
from components.decisions import sentences
from components.decisions.numbers import Numbers
from queries.methods.identification import NO, UNKNOWN, YES
from queries.methods.signals import SIGNALS

RU, EN = Words("ru"), Words("en")
NOBODY = pd.DataFrame({"school_id": []})


def counted(**more):
    known = {"on_list": 3, "in_tie": 0, "might": 0, "level": 0, "room": 0, "fewer": 0}
    known |= {"signalled": 3, "told": 100, "schools": 100, "signs": dict.fromkeys(SIGNALS, 2)}
    return Numbers(chosen=NOBODY, tied=NOBODY, left_out=NOBODY, **(known | more))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "К действию: 3 школы из 3 с сигналами; посетить можно 12"),
        ({"signalled": 0, "on_list": 0}, "Ни у одной школы нет сигналов"),
        (
            {"signalled": 0, "on_list": 0, "told": 0},
            "Статусы школ этого года не присланы: о сигналах ничего не известно",
        ),
        (
            {"on_list": 0, "in_tie": 21, "signalled": 21},
            "Сигналы есть у 21 школы; посетить можно 12, кого выбрать, решают люди",
        ),
        (
            {"told": 0},
            "Статусы школ этого года не присланы, известны только просрочки: "
            "к действию 3 школы из 3, посетить можно 12",
        ),
    ],
)
def test_the_finding_says_what_is_known_and_no_more(more, said):
    assert sentences.finding(counted(**more), 12, RU) == said
    assert sentences.finding(counted(**more), 12, EN)


def test_a_tie_is_told_only_where_there_is_one():
    assert sentences.tie(counted(), RU) is None
    tied = counted(in_tie=5, level=2, room=1)
    assert sentences.tie(tied, RU).startswith("Ещё 5 школ с тем же числом сигналов (2)")
    first = counted(on_list=0, in_tie=5, level=2, room=1)
    assert sentences.tie(first, RU).startswith("5 школ с равным числом сигналов (2)")
    assert sentences.left_out(counted(), RU) is None and sentences.fewer(counted(), RU) is None


def school(**more):
    known = dict.fromkeys(SIGNALS, NO) | {"on_list": NO, "by_rule": UNKNOWN, "running": 0}
    known |= {"returned": False, "result_worse": UNKNOWN, "result_why": "small", "late": 0}
    return known | {"standing": "never", "map_why": "no_map"} | more


def test_reasons_are_those_of_the_signals_that_stand():
    assert signal_words.reasons(school(), RU) == []
    listed = school(low=YES, on_list=YES, worse=YES, running=4, no_mentor=YES, overdue=YES, late=2)
    assert signal_words.reasons(listed, RU) == [
        "в перечне",
        "уже 4 перечня подряд",
        "без наставника: не было ни разу",
        "просрочено 2 мероприятия",
    ]
    by_rule = school(low=YES, by_rule=YES, worse=YES, result_worse=YES, procedure="VPR")
    by_rule |= {"was": 0.1, "now": 0.35, "before": 2021}
    assert signal_words.reasons(by_rule, RU) == [
        "по правилу, в перечне её нет",
        "результаты хуже (ВПР: было 10 % в 2021, стало 35 %)".replace(" %", "\N{NO-BREAK SPACE}%"),
    ]


def test_each_unknown_signal_has_its_reason():
    untold = school(**dict.fromkeys(SIGNALS, UNKNOWN), on_list=UNKNOWN)
    assert len(set(signal_words.unknown(untold, RU))) == len(SIGNALS)
    known = school(worse=UNKNOWN, no_mentor=UNKNOWN, overdue=UNKNOWN)
    assert signal_words.unknown(known, RU) == [
        "ухудшение: слишком мало результатов",
        "наставник: муниципалитет не отчитался",
        "дорожная карта: отметок нет",
    ]
    assert len(signal_words.unknown(known, EN)) == 3


def test_turns_of_signals_are_told_by_kind_and_nothing_where_there_were_none():
    row = {"turns": {"low": "kept", "worse": "gone", "no_mentor": "unknown", "overdue": "new"}}
    assert decided_words.turns(row, RU) == (
        "▽ ушло: хуже или без улучшения; ▲ появилось: просрочка; "
        "осталось: в перечне; больше не известно: без наставника"
    )
    assert decided_words.turns({"turns": {}}, RU) == "сигналов не было и нет"
    assert decided_words.since({"measures": 0, "mentor": ""}, EN) == "no marks"
