"""What answers a factor, against a slow count; the texts that name it, one by one by hand."""

import csv
import random

import pandas as pd
import pytest

from queries.methods import factor_mentions
from queries.methods import risk_answers as method

FACTORS = ("RF-A", "RF-B", "RF-C", "RF-D", "RF-E")
CHANCE = random.Random(3)
SCHOOLS = {
    f"s{number}": set(CHANCE.sample(FACTORS[:4], CHANCE.randint(1, 3))) for number in range(60)
}
STRONG = {f"m{number}": set(CHANCE.sample(FACTORS[:3], 2)) for number in range(12)}
FREE = {mentor: CHANCE.randint(0, 3) for mentor in list(STRONG)[:9]}
"""Three of the mentors may be given nobody more: of other regions, or on the list themselves."""

PAIRS = [(school, CHANCE.choice(list(STRONG))) for school in list(SCHOOLS)[:25]]
NAMED = {"RF-D": 2}


def found():
    rows = [
        (school, factor) for factor in FACTORS for school in SCHOOLS if factor in SCHOOLS[school]
    ]
    rows.append((None, "RF-E"))
    return pd.DataFrame(rows, columns=["school_id", "risk_factor"])


def strengths(strong):
    rows = [(mentor, factor) for mentor in strong for factor in sorted(strong[mentor])]
    return pd.DataFrame(rows, columns=["school_id", "risk_factor"])


def answers(strong=STRONG, free=FREE, named=NAMED):
    held = pd.DataFrame(PAIRS, columns=["mentee_id", "mentor_id"])
    rows = method.answers(found(), held, strengths(strong), free, named)
    return rows.set_index("risk_factor")


def test_schools_are_helped_by_a_mentor_strong_at_it_and_places_go_to_the_rest():
    rows = answers()
    for factor in FACTORS:
        schools = [school for school in SCHOOLS if factor in SCHOOLS[school]]
        helped = {
            school for school, mentor in PAIRS if school in schools and factor in STRONG[mentor]
        }
        able = [mentor for mentor in FREE if factor in STRONG[mentor]]
        places, row = sum(FREE[mentor] for mentor in able), rows.loc[factor]
        assert (row["schools"], row["helped"]) == (len(schools), len(helped))
        assert (row["strong"], row["places"]) == (len(able), places)
        assert row["could"] + row["missing"] == len(schools) - len(helped)
        assert row["could"] == min(places, len(schools) - len(helped))


def test_the_gap_is_told_by_what_there_is():
    rows = answers()
    assert rows.loc["RF-D", "answer"] == method.WORDS_ALONE
    assert answers(named={}).loc["RF-D", "answer"] == method.NOBODY
    assert rows.loc["RF-E", "answer"] == method.NO_SCHOOL
    assert set(rows.loc[["RF-A", "RF-B", "RF-C"], "answer"]) <= {method.SHORT, method.ENOUGH}
    many = dict.fromkeys(STRONG, 99)
    assert set(answers(free=many)["answer"][:3]) == {method.ENOUGH}
    nobody = dict.fromkeys(STRONG, 0)
    assert set(answers(free=nobody)["answer"][:3]) == {method.SHORT}


def test_without_any_declared_strength_nothing_is_said_of_mentors():
    assert set(answers(strong={})["answer"]) == {method.NOT_TOLD, method.NO_SCHOOL}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Вести профилактику учебной неуспешности", ["RF-FAIL"]),
        ("Улучшать кадровое, материально-техническое обеспечение", ["RF-EQUIP", "RF-STAFF"]),
        ("Технологии социальной адаптации детей с ОВЗ", ["RF-SEN"]),
        ("Дети с особыми потребностями", ["RF-SEN"]),
        ("Особым решением совета учтены потребности школы", []),
        ("Наставничество в рамках школы молодого педагога", ["RF-STAFF"]),
        ("Преодоление мотивационных рисков неуспешности", ["RF-FAIL", "RF-MOTIV"]),
        ("Совершенствовать мотивацию педагогов к росту", []),
        ("Урок из мотивационно-целевого блока", []),
        ("Взаимодействие с семьёй", ["RF-PAR"]),
        ("Семь школ района", []),
        ("Дети из неблагополучных домов", []),
        ("Учебные дисциплины по выбору", []),
        ("", []),
    ],
)
def test_a_text_names_the_factors_whose_words_stand_in_it(text, codes):
    assert list(factor_mentions.named_in(text)) == codes


def test_every_factor_of_the_facts_has_words_and_no_other(built):
    with (built.facts / "risk_factor.csv").open(encoding="utf-8") as file:
        codes = {row["code"] for row in csv.DictReader(file)}
    assert set(factor_mentions.WORDS) == codes
    assert factor_mentions.shown("RF-MOTIV").startswith("учебн… мотивац…, ")
    assert factor_mentions.shown("RF-NONE") == ""
