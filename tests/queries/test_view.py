"""Links: what is written is read back, and what is garbled falls back and is named."""

from dataclasses import FrozenInstanceError, fields

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from queries.links import read_link, write_link
from queries.view import OPEN, Choices, View

CHOICES = Choices(
    regions=("60", "75", "65"),
    municipalities={"60601000": "60", "60602000": "60", "75603000": "75", "65701000": "65"},
    years={"60": (2017, 2018, 2019, 2020, 2021, 2022), "75": (2021, 2022), "65": (2020,)},
    cohorts={"60": (2018, 2021), "75": (2021,)},
    indicators=("IND-19", "IND-03", "IND-07-EGE"),
)
DEFAULT = View(region="60", year=2022, first_year=2017)
NUMBERS = {field.name for field in fields(View) if field.type in (int, "int")}


def allowed(view):
    """Every field of a view is one of its choices, and its years are in order."""
    choices = CHOICES.allowed(view)
    named = all(getattr(view, name) in values for name, values in choices.items())
    return named and view.first_year <= view.year


@st.composite
def views(draw):
    default = CHOICES.default(draw(st.sampled_from(CHOICES.regions)))
    choices = CHOICES.allowed(default) | {"region": (default.region,)}
    view = default.but(**{name: draw(st.sampled_from(some)) for name, some in choices.items()})
    day = draw(st.sampled_from(CHOICES.allowed(view)["on"]))
    return view.but(first_year=min(view.first_year, view.year), on=day)


NAMES = st.sampled_from([field.name for field in fields(View)])
REAL = st.sampled_from(
    ["60", "75", "65", "60601000", "75603000", "2019", "2021", "IND-03", "urban", "years", "en"]
    + ["mathematics", "entry", "fixed", "on", "mean", "funnel"]
)
GARBAGE = st.one_of(
    st.text(),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(
        ["", " ", "0", "-1", "٢٠٢٢", "²", "2022 ", "2022.0", "1e3", "9" * 5000, "\x00"]
    ),
)
LINKS = st.dictionaries(NAMES | st.text(), REAL | GARBAGE)


@given(views())
def test_a_written_link_is_read_back_as_the_same_view(view):
    assert allowed(view)
    assert read_link(write_link(view, CHOICES), CHOICES) == (view, ())


@given(views())
def test_a_link_is_codes_and_names_its_region_and_language(view):
    link = write_link(view, CHOICES)
    assert {"region", "language"} <= set(link)
    assert all(isinstance(value, str) and value.isascii() for value in link.values())


@given(LINKS, st.sampled_from(["ru", "en"]))
@example({"municipality": "75603000"}, "ru")
@example({"region": "", "municipality": "", "year": ""}, "en")
@example({"year": "2018", "first_year": "2021"}, "ru")
@example({"first_year": "2021", "year": "2018"}, "ru")
def test_any_link_gives_an_allowed_view_and_names_what_it_refused(link, language):
    view, refused = read_link(link, CHOICES, language)
    assert allowed(view)
    said = {field.name: link[field.name] for field in fields(View) if field.name in link}
    assert set(refused) <= set(said.items())
    taken = {name: value for name, value in said.items() if (name, value) not in refused}
    for name, value in taken.items():
        chosen = getattr(view, name)
        # A first year after the last one is moved to it.
        moved = name == "first_year" and chosen == view.year < int(value)
        assert chosen == (int(value) if name in NUMBERS else value) or moved
    for name, value in refused:
        assert str(getattr(view, name)) != value


@given(LINKS)
def test_what_was_read_can_be_written_and_read_again(link):
    view, _ = read_link(link, CHOICES)
    assert read_link(write_link(view, CHOICES), CHOICES) == (view, ())


@given(LINKS, st.sampled_from(["60", "75", "65"]))
def test_a_municipality_is_never_of_another_region(link, region):
    view, _ = read_link(link | {"region": region}, CHOICES)
    assert view.region == region
    assert CHOICES.municipalities.get(view.municipality, region) == region


def test_an_empty_link_gives_the_default_view():
    assert read_link({}, CHOICES) == (DEFAULT, ())


def test_garbage_gives_the_default_view_and_is_named():
    view, refused = read_link({"municipality": "junk", "year": "9999"}, CHOICES)
    assert view == DEFAULT
    assert set(refused) == {("municipality", "junk"), ("year", "9999")}


@pytest.mark.parametrize(
    ("link", "refused"),
    [
        ({"region": "75", "municipality": "60601000"}, ("municipality", "60601000")),
        ({"region": "99", "municipality": "75603000"}, ("municipality", "75603000")),
        ({"region": "75", "year": "2017"}, ("year", "2017")),
        ({"region": "75", "cohort": "2018"}, ("cohort", "2018")),
        ({"region": "65", "cohort": "2021"}, ("cohort", "2021")),
        ({"municipality": "60"}, ("municipality", "60")),
        ({"schools": "Urban"}, ("schools", "Urban")),
        ({"language": "de"}, ("language", "de")),
        ({"subject": "chess"}, ("subject", "chess")),
        ({"since": "2021"}, ("since", "2021")),
        ({"panel": "closed"}, ("panel", "closed")),
        ({"band": "1"}, ("band", "1")),
        ({"value": "median"}, ("value", "median")),
        ({"part": "Funnel"}, ("part", "Funnel")),
        ({"desk": "Gap"}, ("desk", "Gap")),
        ({"on": "2021-12-31"}, ("on", "2021-12-31")),
        ({"on": "2022-02-30"}, ("on", "2022-02-30")),
        ({"more_places": "21"}, ("more_places", "21")),
        ({"weight_fit": "-2"}, ("weight_fit", "-2")),
        ({"party": "x" * 121}, ("party", "x" * 121)),
        ({"measure": "a\nb"}, ("measure", "a\nb")),
    ],
)
def test_a_choice_that_the_region_does_not_have_is_refused(link, refused):
    _, found = read_link(link, CHOICES)
    assert refused in found


def test_a_municipality_alone_names_its_region():
    view, refused = read_link({"municipality": "75603000"}, CHOICES)
    assert (view, refused) == (CHOICES.default("75").but(municipality="75603000"), ())


def test_unknown_names_are_passed_over():
    assert read_link({"utm_source": "mail", "Year": "2020"}, CHOICES) == (DEFAULT, ())


def test_the_browser_decides_the_language_only_where_the_link_does_not():
    assert read_link({}, CHOICES, "en")[0].language == "en"
    assert read_link({"language": "ru"}, CHOICES, "en")[0].language == "ru"
    assert read_link({"language": "xx"}, CHOICES, "en")[0].language == "en"


def test_a_municipality_leaves_with_its_region():
    view = DEFAULT.but(municipality="60601000")
    assert view.but(year=2020).municipality == "60601000"
    assert view.but(region="75").municipality == ""
    assert view.but(region="75", municipality="75603000").municipality == "75603000"


def test_a_link_carries_what_the_page_of_dynamics_needs():
    view = DEFAULT.but(subject="russian", since="entry", panel="fixed", band="on", part="places")
    view = view.but(value="mean")
    link = write_link(view, CHOICES)
    names = ("subject", "since", "panel", "band", "value", "part")
    assert {name: link[name] for name in names} == {
        "subject": "russian",
        "since": "entry",
        "panel": "fixed",
        "band": "on",
        "value": "mean",
        "part": "places",
    }
    assert read_link(link, CHOICES) == (view, ())


def test_a_day_is_of_the_year_of_the_link_and_leaves_with_it():
    view, refused = read_link({"on": "2019-02-28", "year": "2019"}, CHOICES)
    assert (view.on, view.day.isoformat(), refused) == ("2019-02-28", "2019-02-28", ())
    assert view.but(year=2020).on == ""
    assert view.but(year=2020).day.isoformat() == "2020-12-31"
    assert DEFAULT.day.isoformat() == "2022-12-31"


@pytest.mark.parametrize("field", OPEN)
def test_what_only_a_page_knows_is_carried_as_it_is(field):
    view, refused = read_link({field: "Школа; куратор"}, CHOICES)
    assert (getattr(view, field), refused) == ("Школа; куратор", ())
    assert read_link(write_link(view, CHOICES), CHOICES) == (view, ())


def test_a_region_without_years_can_be_looked_at():
    empty = Choices(("65",), {}, {}, {}, ("IND-03",))
    view, refused = read_link({"year": "2020"}, empty)
    assert (view.region, view.year, refused) == ("65", 0, (("year", "2020"),))
    assert read_link(write_link(view, empty), empty) == (view, ())


def test_a_view_cannot_be_changed_and_is_a_key():
    with pytest.raises(FrozenInstanceError):
        DEFAULT.year = 2020
    assert {DEFAULT: 1}[View(region="60", year=2022, first_year=2017)] == 1


def test_the_demonstration_offers_what_a_link_needs(choices):
    assert choices.years["60"][0] == 2017
    assert choices.years["60"][-1] == 2022
    for region in choices.regions:
        view = choices.default(region)
        assert read_link(write_link(view, choices), choices) == (view, ())
