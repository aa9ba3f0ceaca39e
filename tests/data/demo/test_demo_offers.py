"""Who offers to mentor, with what, and how it was judged: as declared, and fit to the pairs."""

import pytest

from data.demo import offers
from data.demo.network import MOST_MENTEES

YEARS = {"2021", "2022"}


@pytest.fixture(scope="module")
def offered(rows):
    return rows("mentor_offer")


@pytest.fixture(scope="module")
def flags(status):
    """Flags of Rostov region by school and year."""
    rostov = status[status["region"] == "60"]
    rostov = rostov.assign(year=rostov["year"].astype(str))
    return rostov.set_index(["school_id", "year"])[["resilient", "low_performing"]]


def keys(frame):
    return set(zip(frame["school_id"], frame["year"], strict=True))


def of(flags, frame, name):
    return flags.loc[list(zip(frame["school_id"], frame["year"], strict=True)), name]


def test_offers_are_of_rostov_region_in_the_two_last_years(offered):
    assert set(offered["year"]) == YEARS
    assert offered["school_id"].str.startswith("60-").all()


def test_who_offers_is_resilient_or_entitled_on_a_ground(offered, flags):
    entitled = offered["entitled"].eq("true")
    assert of(flags, offered[~entitled], "resilient").all()
    assert offered.loc[~entitled, "ground"].eq("").all()
    assert offered.loc[entitled, "ground"].str.startswith("Демонстрационный приказ").all()


def test_the_entitled_are_few_and_neither_resilient_nor_in_need(offered, flags, rows):
    entitled = offered[offered["entitled"].eq("true")]
    assert dict(entitled["year"].value_counts()) == dict.fromkeys(YEARS, offers.ENTITLED)
    assert not of(flags, entitled, "resilient").any()
    assert not of(flags, entitled, "low_performing").any()
    assert not set(entitled["school_id"]) & set(rows("mentorship")["mentor_id"])


def test_nobody_in_need_offers_to_mentor(offered, flags):
    assert not of(flags, offered, "low_performing").any()


def test_every_resilient_mentor_of_the_year_offers_and_others_often(offered, flags, rows):
    mentors = set(rows("mentorship")["mentor_id"])
    for year in YEARS:
        resilient = flags[flags["resilient"]].xs(year, level="year").index
        made = set(offered.loc[offered["year"].eq(year), "school_id"])
        assert mentors & set(resilient) <= made
        others = set(resilient) - mentors
        assert 0.4 < len(others & made) / len(others) < 0.8


def test_places_are_one_to_four_and_never_fewer_than_the_mentor_uses(offered, rows):
    places = offered.assign(capacity=offered["capacity"].astype(int))
    assert places["capacity"].between(1, MOST_MENTEES).all()
    assert places["capacity"].nunique() == MOST_MENTEES
    pairs = rows("mentorship")
    for offer in places.itertuples():
        own = pairs[pairs["mentor_id"].eq(offer.school_id)]
        begun = own["start_date"].le(f"{offer.year}-12-31")
        lasting = own["end_date"].eq("") | own["end_date"].ge(f"{offer.year}-01-01")
        assert own[begun & lasting]["mentee_id"].nunique() <= offer.capacity


def test_strengths_are_one_to_three_factors_of_offering_schools_only(offered, rows, facts):
    strengths = rows("mentor_strength")
    assert keys(strengths) == keys(offered)
    counts = strengths.groupby(["school_id", "year"]).size()
    assert set(counts) == {1, 2, 3}
    assert set(strengths["risk_factor"]) <= set(facts("risk_factor")["code"])
    assert strengths["risk_factor"].nunique() > 5


def test_only_who_reported_on_mentoring_is_judged_and_not_everybody_is(rows):
    marks, report = rows("mentoring_mark"), rows("municipal_report")
    said = report[report["subject"].eq("mentorship") & report["reported"].eq("true")]
    said = said[said["oktmo"].str.startswith("60") & said["year"].isin(YEARS)]
    places = [set(zip(frame["oktmo"], frame["year"], strict=True)) for frame in (marks, said)]
    assert places[0] < places[1]
    assert 0.55 < len(places[0]) / len(places[1]) < 0.85
    assert set(marks["degree"]) == {"high", "medium", "low"}
    named = "Демонстрационный мониторинг " + marks["year"] + " года"
    assert (marks["ground"] == named).all()
