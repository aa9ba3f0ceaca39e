"""What the page of mentoring says, against counts made again from the files without SQL."""

import datetime as dt
import re

import pytest

from components.base.i18n import Words
from tests.pages import letters, seen
from tests.queries import plain_mentoring as slow
from tests.queries.plain_counts import Files

SALSK, AZOV = "60650000", "60601000"
NOBODY, SILENT, BOKOV = "60602000", "60613000", "60607000"
DESKS = ("gap", "coverage", "network", "proposal", "what_if", "effectiveness", "method")


@pytest.fixture(scope="module")
def plain(built):
    return Files(built.facts, built.inputs)


def said(app):
    text = " ".join(seen.texts(app))
    return re.sub(r"[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", text)


def counted(plain, region="60", day="2022-12-31", municipality="", cohort=0, locality=""):
    """(covered, all) of the listed schools of a place, a cohort, a kind of locality."""
    year = int(day[:4])

    def asked(school):
        row = plain.schools[school]
        return (
            municipality in ("", row["oktmo"])
            and cohort in (0, plain.entries.get(school))
            and locality in ("", row["locality"])
        )

    helped = [school for school in slow.covered(plain, region, day) if asked(school)]
    return len(helped), sum(asked(school) for school in slow.listed(plain, region, year))


CHOSEN = {
    "the region": ({}, {}),
    "a municipality": ({"municipality": SALSK}, {"municipality": SALSK}),
    "a cohort of one school": (
        {"municipality": AZOV, "cohort": 2019},
        {"municipality": AZOV, "cohort": 2019},
    ),
    "a cohort": ({"cohort": 2021}, {"cohort": 2021}),
    "rural schools": ({"schools": "rural"}, {"locality": "rural"}),
    "another day": ({"on": "2022-05-31"}, {"day": "2022-05-31"}),
    "a day within a month": ({"on": "2022-10-17"}, {"day": "2022-10-17"}),
    "the year before": ({"year": 2021}, {"day": "2021-12-31"}),
    "Chelyabinsk": ({"region": "75"}, {"region": "75"}),
    "a municipality, a cohort and a day": (
        {"municipality": AZOV, "cohort": 2017, "on": "2022-09-30"},
        {"municipality": AZOV, "cohort": 2017, "day": "2022-09-30"},
    ),
}


@pytest.mark.parametrize(("link", "asked"), CHOSEN.values(), ids=CHOSEN)
def test_the_headline_is_what_the_files_say(open_page, plain, link, asked):
    app = open_page("mentoring", **{"region": "60", "year": 2022, "language": "ru"} | link)
    covered, schools = counted(plain, **asked)
    day = Words("ru").day(dt.date.fromisoformat(asked.get("day", "2022-12-31")))
    day = day.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert schools > 0
    found = re.search(r"(\d+) из (\d+) школы? с наставником на (.+? г\.)", said(app))
    assert found, said(app)
    assert (int(found[1]), int(found[2]), found[3]) == (covered, schools, day)


def test_the_target_is_the_one_of_the_catalogue(open_page):
    text = said(open_page("mentoring", region="60", year="2022", language="ru"))
    assert "цель 100 % к 31 декабря 2023 г." in text
    assert re.search(r"Осталось \d+ школ|Осталась \d+ школа", text)


def test_schools_of_silent_municipalities_are_told_apart_and_not_counted(open_page, plain):
    every = [
        school
        for (school, year), row in plain.status.items()
        if year == 2022
        and row["low_performing"] == "true"
        and slow.region_of(plain, school) == "60"
    ]
    silent = len(every) - len(slow.listed(plain, "60", 2022))
    text = said(open_page("mentoring", region="60", year="2022", language="ru"))
    told = re.search(r"Ещё (\d+) школ\w* — в муниципалитетах без отчёта", text)
    assert (int(told[1]) if told else 0) == silent


EMPTY = {
    "a region without data": {"region": "65"},
    "a municipality without such schools": {"region": "60", "municipality": NOBODY},
    "a cohort that the municipality has not": {"municipality": BOKOV, "cohort": 2022},
}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("link", EMPTY.values(), ids=EMPTY)
def test_an_empty_choice_is_told_with_the_way_out(open_page, link, language):
    app = open_page("mentoring", **link, language=language)
    empty = {"ru": "Под этот выбор не попало ничего", "en": "Nothing matches this choice"}
    assert [title.value for title in app.subheader] == [empty[language]]
    assert not seen.charts(app)


PLACES = {
    "the region": {"region": "60"},
    "a municipality": {"region": "60", "municipality": SALSK},
    "one school without a mentor": {"municipality": AZOV, "cohort": 2019},
    "one school with a mentor": {"municipality": AZOV, "cohort": 2018},
}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("desk", DESKS)
def test_every_part_runs_and_speaks_one_language(open_page, names, desk, place, language):
    app = open_page("mentoring", **PLACES[place], desk=desk, language=language)
    texts = seen.texts(app)
    mixed = {text: found for text in texts if (found := letters.foreign(text, language, names))}
    assert mixed == {}
    assert not any("{" in text or "nan" in text.split() for text in texts)
    assert app.button_group(key="switch_desk").value == desk


UNREPORTED = {
    "a municipality that kept silent": ({"municipality": SILENT}, 2022),
    "a year before there were reports": ({"year": 2018}, 2018),
}


@pytest.mark.parametrize(("link", "year"), UNREPORTED.values(), ids=UNREPORTED)
def test_schools_that_nobody_reported_on_are_not_said_to_be_absent(open_page, plain, link, year):
    app = open_page("mentoring", **{"region": "60", "year": 2022, "language": "ru"} | link)
    listed = [
        school
        for (school, of), row in plain.status.items()
        if of == year
        and row["low_performing"] == "true"
        and link.get("municipality", plain.schools[school]["oktmo"])
        == plain.schools[school]["oktmo"]
        and slow.region_of(plain, school) == "60"
    ]
    assert [title.value for title in app.subheader] == ["Отчётов о наставничестве нет"]
    told = re.search(r"За (\d+) год отчётов .* о (\d+) школ\w* из перечня", said(app))
    assert (int(told[1]), int(told[2])) == (year, len(listed))
    assert "не попало ничего" not in said(app) and "нет школ" not in said(app)


def test_a_place_without_such_schools_is_not_said_to_be_silent(open_page):
    nobody = open_page("mentoring", region="60", year="2022", municipality=NOBODY, language="ru")
    assert "тчётов о наставничестве" not in said(nobody)
