"""The rule of the list equals one written anew from its words, on schools at every boundary."""

import random
from collections import defaultdict
from fractions import Fraction

import pandas as pd
import pytest

from queries.methods import identification
from queries.methods.identification import CONDITIONS, NO, UNKNOWN, YES, ListRule

YEAR = 2022
WORKS = [("VPR", 5, "russian"), ("VPR", 5, "mathematics"), ("OGE", 9, "russian")]
WORKS += [("OGE", 9, "mathematics"), ("EGE", 11, "russian")]
RULE = ListRule(share=30.0, works=2, years=2, least=10)
COLUMNS = ["school_id", "year", "procedure", "grade", "subject", "participants", "below"]


def frame(schools):
    """Results of schools: {school: {(year, work): (participants, below)}}."""
    rows = [
        (school, year, *work, *counts)
        for school, results in schools.items()
        for (year, work), counts in results.items()
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def judged(schools, rule=RULE, year=YEAR, breaks=()):
    found = identification.sat(frame(schools), year, rule, breaks)
    return identification.judged(found, rule).set_index("school_id")


def told(results, rule, year, breaks):
    """The rule of one school from its words, with fractions: by works, by years, both."""
    share = Fraction(str(rule.share)) / 100

    def at(when, work):
        """Whether a work reached the share in a year; None where it does not count."""
        participants, below = results.get((when, work), (0, 0))
        if participants < rule.least or participants == 0:
            return None
        return Fraction(below, participants) >= share

    now = [at(year, work) for work in WORKS]
    counted = [one for one in now if one is not None]
    by_works = sum(counted) >= rule.works if len(counted) >= rule.works else None
    states = []
    for work in WORKS:
        run, cut = [], False
        for when in range(year, year - rule.years, -1):
            run.append(None if cut else at(when, work))
            cut = cut or (work[0], when) in breaks
        if run[0] is None or False in run:
            states.append(False)
        else:
            states.append(None if None in run else True)
    by_years = True if True in states else (None if None in states or not counted else False)
    pair = (by_works, by_years)
    both = False if False in pair else (None if None in pair else True)
    either = True if True in pair else (None if None in pair else False)
    found = {"both": both, "either": either, "works": by_works, "years": by_years}
    return {name: {True: YES, False: NO, None: UNKNOWN}[one] for name, one in found.items()}


def results_of(chance):
    """Counts at and beside every boundary: nine and ten pupils, exactly 30 %, one below it."""
    results = {}
    for work in WORKS:
        for year in range(YEAR - 3, YEAR + 1):
            if chance.random() < 0.75:
                participants = chance.choice([0, 1, 9, 10, 11, 20, 30, chance.randint(12, 90)])
                edge = -(-participants * 3 // 10)
                below = chance.choice([edge, edge - 1, chance.randint(0, participants)])
                results[year, work] = participants, min(max(below, 0), participants)
    return results


@pytest.mark.parametrize("share", [30.0, 33.3])
def test_ten_thousand_schools_are_judged_as_from_the_words(share):
    chance = random.Random(share)
    schools = {f"s{number:05}": results_of(chance) for number in range(5_000)}
    seen = defaultdict(int)
    for number, breaks in enumerate([(), {("VPR", YEAR)}, {("OGE", YEAR - 1), ("EGE", YEAR)}]):
        rule = ListRule(share, works=1 + number, years=1 + number, least=10)
        for condition in CONDITIONS:
            asked = ListRule(rule.share, rule.works, rule.years, rule.least, condition)
            found = judged(schools, asked, breaks=breaks)
            for school, listed in found["listed"].items():
                assert listed == told(schools[school], asked, YEAR, breaks)[condition], school
                seen[condition, listed] += 1
        missing = schools.keys() - set(found.index)
        assert all((YEAR, work) not in schools[one] for one in missing for work in WORKS)
    assert all(seen[one, state] > 500 for one in CONDITIONS for state in (YES, NO, UNKNOWN))


def test_a_condition_alone_lists_whom_both_list_with_one_year_or_one_work():
    """So settings, which ask for both, can hold a rule of works alone and one of years alone."""
    chance = random.Random(3)
    schools = {f"s{number:04}": results_of(chance) for number in range(1_500)}

    def listed(**more):
        found = judged(schools, ListRule(30.0, **{"works": 2, "years": 2, "least": 10} | more))
        return set(found.index[found["listed"].eq(YES)])

    assert listed(condition="works") == listed(years=1) != set()
    assert listed(condition="years") == listed(works=1) != set()


def two(now, before=None, works=WORKS[:2]):
    """A school with the same counts in two works of the year, and of the year before."""
    results = {(YEAR, work): now for work in works}
    return results | ({(YEAR - 1, work): before for work in works} if before else {})


def test_exactly_the_share_in_exactly_two_works_and_two_years_is_listed():
    found = judged({"a": two((10, 3), (20, 6)), "b": two((10, 3), (21, 6)), "c": two((10, 2))})
    assert found["listed"].to_dict() == {"a": YES, "b": NO, "c": NO}
    assert found["margin"].round(4).to_dict() == {"a": 0.0, "b": -1.4286, "c": -10.0}


def test_nine_participants_do_not_count_and_one_work_is_too_few():
    found = judged({"nine": two((9, 9), (9, 9)), "one": two((10, 9), (10, 9), WORKS[:1])})
    assert found["listed"].to_dict() == {"nine": UNKNOWN, "one": UNKNOWN}
    assert found["by_years"].to_dict() == {"nine": UNKNOWN, "one": YES}
    assert found["counted"].to_dict() == {"nine": 0, "one": 1}


def test_what_was_not_sat_the_year_before_or_lies_behind_a_break_is_not_known():
    school = {"a": two((10, 5), (10, 5))}
    assert judged({"a": two((10, 5))})["listed"]["a"] == UNKNOWN
    assert judged(school, breaks={("VPR", YEAR)})["listed"]["a"] == UNKNOWN
    assert judged(school, breaks={("VPR", YEAR - 1), ("OGE", YEAR)})["listed"]["a"] == YES


def test_the_numbers_of_the_settings_change_the_list():
    three = {"a": two((10, 4), (10, 4), WORKS[:3]), "b": two((10, 4), (10, 2), WORKS[:2])}

    def listed(**numbers):
        asked = {"share": 30.0, "works": 2, "years": 2, "least": 10} | numbers
        return {
            name for name, one in judged(three, ListRule(**asked))["listed"].items() if one == YES
        }

    assert listed() == {"a"}
    assert listed(works=4) == set() == listed(share=40.1) == listed(years=3)
    assert listed(years=1) == {"a", "b"} == listed(condition="works")
    assert listed(works=3) == {"a"} == listed(works=3, condition="either")


def test_the_reasons_are_the_works_that_reached_the_share():
    school = two((10, 4), (10, 4), WORKS[:2]) | {
        (YEAR, WORKS[2]): (40, 12),
        (YEAR, WORKS[3]): (9, 9),
    }
    found = identification.sat(frame({"a": school}), YEAR, RULE)
    rows = identification.reasons(found, RULE)
    assert rows.to_dict("records") == [
        dict(zip(["school_id", *COLUMNS[2:], "run"], ("a", *row), strict=True))
        for row in [
            ("OGE", 9, "russian", 40, 12, 1),
            ("VPR", 5, "mathematics", 10, 4, 2),
            ("VPR", 5, "russian", 10, 4, 2),
        ]
    ]


def test_nobody_is_judged_without_results_of_the_year():
    assert judged({"a": {(YEAR - 1, WORKS[0]): (10, 5)}}).empty
    assert judged({}).empty


def test_schools_of_two_lists_are_parted():
    parts = identification.changes(["a", "b", "c"], ["b", "d", "e"], ["e", "a"])
    assert parts == {"entered": ["d"], "returned": ["e"], "stayed": ["b"], "left": ["a", "c"]}


def shares(**schools):
    """The deciding shares of schools whose works of the year are pairs: participants, below."""
    results = {
        school: {(YEAR, WORKS[place]): pair for place, pair in enumerate(pairs)}
        for school, pairs in schools.items()
    }

    def of(works):
        rule = ListRule(30.0, works, 1, 10)
        return identification.decisive(identification.sat(frame(results), YEAR, rule), rule)

    return of


def test_the_deciding_share_is_the_one_that_enough_works_reach():
    found = shares(a=[(10, 5), (20, 6), (100, 10)], b=[(10, 1), (10, 4)], c=[(9, 9), (10, 3)])
    assert found(2).to_dict() == pytest.approx({"a": 0.3, "b": 0.1})
    assert (found(1)["a"], found(3)["a"]) == pytest.approx((0.5, 0.1))
    assert shares(a=[(10, 5), (20, 10), (10, 1)])(2)["a"] == pytest.approx(0.5)


def test_a_school_reaches_the_threshold_exactly_if_the_works_list_it():
    for participants in range(10, 200):
        exact, below = -(-participants * 3 // 10), participants * 3 // 10
        found = shares(a=[(participants, exact)] * 2, b=[(participants, below - 1)] * 2)(2)
        assert (found >= 0.3).to_dict() == {"a": True, "b": False}
