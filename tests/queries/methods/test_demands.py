"""Every recommendation of the documents has its row: what measures it, or what data would."""

import csv

from data.intake.declared.gathering import FACTS
from queries.methods.demands import MEASURED, WOULD_GIVE


def rows(name):
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_recommendation_is_measured_or_says_what_data_would_measure_it():
    documents = sorted(row["rec_id"] for row in rows("recommendation"))
    assert sorted([*MEASURED, *WOULD_GIVE]) == documents
    assert len(documents) == 54


def test_only_shown_indicators_measure():
    shown = {row["code"] for row in rows("shown_indicator")}
    assert {measure.indicator for measure in MEASURED.values()} <= shown


def test_a_repeated_demand_is_measured_like_the_first():
    for row in rows("recommendation"):
        for said in filter(None, row["repeats_rec_id"].split("; ")):
            if "частично" not in said:
                assert MEASURED.get(row["rec_id"]) == MEASURED.get(said)
                assert WOULD_GIVE.get(row["rec_id"]) == WOULD_GIVE.get(said)
