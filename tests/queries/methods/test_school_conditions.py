"""Conditions are hard among the hardest of a region; what is not known is never «not hard»."""

import random
from fractions import Fraction

import pandas as pd
import pytest

from queries.methods.school_conditions import (
    CONDITIONS,
    HARD,
    NOT_HARD,
    SHARES,
    UNKNOWN,
    HardRule,
    judged,
)

RULE = HardRule(share=25, conditions=2, schools=4, pupils=10)
COLUMNS = ("vacant_posts", "posts", "other_language", "low_income", "pupils_counted", "distance_km")
USUAL = dict(zip(COLUMNS, (0, 20, 0, 0, 100, 1.0), strict=True))


def schools(*changes):
    """Rows of schools named by letters, each usual but for what is told."""
    rows = [{"school_id": chr(97 + i), **USUAL, **own} for i, own in enumerate(changes)]
    return pd.DataFrame(rows, columns=["school_id", *COLUMNS])


def states(found, name):
    return found[f"is_{name}"].tolist()


def test_the_hardest_quarter_is_hard_exactly():
    found = judged(schools(*({"distance_km": km} for km in (1, 2, 3, 4))), RULE)
    assert states(found, "distance") == [NOT_HARD] * 3 + [HARD]
    more = judged(schools(*({"distance_km": km} for km in (1, 2, 3, 4, 5, 6, 7))), RULE)
    assert states(more, "distance").count(HARD) == 1


def test_schools_alike_are_hard_together_or_not_at_all():
    found = judged(schools(*({"vacant_posts": n, "posts": 10 * n} for n in (1, 2, 3)), {}), RULE)
    assert states(found, "staff") == [NOT_HARD] * 4


def test_nothing_vacant_is_never_hard():
    rule = HardRule(share=100, conditions=1, schools=4, pupils=10)
    found = judged(schools({"vacant_posts": 1}, {}, {}, {}), rule)
    assert states(found, "staff") == [HARD] + [NOT_HARD] * 3


def test_few_pupils_or_no_posts_tell_nothing():
    found = judged(
        schools(
            {"pupils_counted": 9, "other_language": 9},
            {"pupils_counted": 10, "other_language": 9},
            {"posts": 0, "vacant_posts": 0, "low_income": None},
            {},
            {},
        ),
        RULE,
    )
    assert states(found, "language") == [UNKNOWN, HARD, NOT_HARD, NOT_HARD, NOT_HARD]
    assert states(found, "staff")[2] == UNKNOWN and states(found, "income")[2] == UNKNOWN


def test_too_few_known_schools_are_not_compared():
    found = judged(schools({"distance_km": 90}, {}, {"distance_km": None}, {}), RULE)
    assert states(found, "distance") == [UNKNOWN] * 4
    assert states(found, "staff") == [NOT_HARD] * 4


def test_what_is_not_known_might_be_hard():
    far, poor = {"distance_km": 50}, {"low_income": 90}
    usual = [{}] * 9
    hard, one, gap = judged(
        schools(far | poor, far, {"distance_km": 60, "low_income": None}, *usual), RULE
    )["state"][:3]
    assert (hard, one, gap) == (HARD, NOT_HARD, UNKNOWN)


@pytest.mark.parametrize("conditions, expected", [(1, HARD), (2, HARD), (3, NOT_HARD)])
def test_the_number_of_hard_conditions_is_that_of_the_rule(conditions, expected):
    rule = HardRule(25, conditions, 4, 10)
    found = judged(schools({"distance_km": 50, "low_income": 90}, {}, {}, {}), rule)
    assert found["state"][0] == expected
    assert found["hard"].tolist() == [2, 0, 0, 0] and found["known"].eq(4).all()


def plainly(rows, rule):
    """The same from the words, school by school, with fractions."""

    def value(row, name):
        if name == "distance":
            return None if row["distance_km"] is None else Fraction(str(row["distance_km"]))
        part, whole = (row[column] for column in SHARES[name])
        least = 1 if name == "staff" else rule.pupils
        if part is None or whole is None or whole < least:
            return None
        return Fraction(part, whole)

    told = []
    for row in rows:
        hard = unknown = 0
        for name in CONDITIONS:
            known = [v for v in (value(one, name) for one in rows) if v is not None]
            own = value(row, name)
            if own is None or len(known) < rule.schools:
                unknown += 1
            elif own > 0:
                hard += 100 * sum(v >= own for v in known) <= rule.share * len(known)
        sure = hard >= rule.conditions
        told.append(HARD if sure else UNKNOWN if hard + unknown >= rule.conditions else NOT_HARD)
    return told


def test_random_regions_are_judged_as_the_words_say():
    draw = random.Random(7)
    seen = set()
    for _ in range(300):
        rows = []
        for i in range(draw.randint(1, 12)):
            whole = {"posts": draw.randint(0, 6), "pupils_counted": draw.randint(7, 14)}
            parts = {part: draw.randint(0, whole[of]) for part, of in SHARES.values()}
            row = {**whole, **parts, "distance_km": float(draw.randint(0, 5))}
            row = {name: None if draw.random() < 0.1 else cell for name, cell in row.items()}
            rows.append({"school_id": f"s{i}", **row})
        rule = HardRule(draw.choice([20, 25, 50]), draw.randint(1, 3), draw.randint(1, 6), 10)
        frame = pd.DataFrame(rows, columns=["school_id", *COLUMNS])
        found = judged(frame, rule)["state"].tolist()
        assert found == plainly(rows, rule)
        seen |= set(found)
    assert seen == {HARD, NOT_HARD, UNKNOWN}
