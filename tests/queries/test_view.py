"""Links: what is written is read back, and what is garbled falls back and is named."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from queries.links import FORMER_TABS, read_link, write_link
from queries.view import Choices, View, choose, of, own_values, value
from tests.kinds_of_views import by_page, kinds

CHOICES = Choices(
    regions=("60", "75", "65"),
    municipalities={"60601000": "60", "60602000": "60", "75603000": "75", "65701000": "65"},
    years={"60": (2017, 2018, 2019, 2020, 2021, 2022), "75": (2021, 2022), "65": (2020,)},
    cohorts={"60": (2018, 2021), "75": (2021,)},
    indicators=("IND-19", "IND-03", "IND-07-EGE"),
)
DEFAULT = View(region="60", year=2022, first_year=2017)
KINDS, OWN = st.sampled_from(kinds()), by_page()
ROWS = ("", "60650-001", "Школа; куратор")


def allowed(view):
    """Every field of a view is one of its choices, and its years are in order."""
    choices = {name: some for name, some in CHOICES.allowed(view).items() if some is not None}
    named = all(value(view, name) in some for name, some in choices.items())
    return named and view.first_year <= view.year


@st.composite
def views(draw, kind=KINDS, rows=ROWS):
    default = CHOICES.default(draw(kind), draw(st.sampled_from(CHOICES.regions)))
    choices = CHOICES.allowed(default) | {"region": (default.region,)}
    chosen = {name: draw(st.sampled_from(some or rows)) for name, some in choices.items()}
    view = replace(default, **chosen)
    day = draw(st.sampled_from(CHOICES.allowed(view)["on"]))
    return replace(view, first_year=min(view.first_year, view.year), on=day)


NAMES = st.sampled_from(sorted({field.name for kind in kinds() for field in fields(kind)}))
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
    assert read_link(write_link(view, CHOICES), CHOICES, type(view)) == (view, ())


@given(views(rows=("", "60650-001")))
def test_a_link_is_codes_and_names_its_region_and_language(view):
    link = write_link(view, CHOICES)
    assert {"region", "language"} <= set(link)
    assert all(isinstance(given, str) and given.isascii() for given in link.values())


@given(LINKS, st.sampled_from(["ru", "en"]), KINDS)
@example({"municipality": "75603000"}, "ru", View)
@example({"region": "", "municipality": "", "year": ""}, "en", View)
@example({"year": "2018", "first_year": "2021"}, "ru", View)
@example({"first_year": "2021", "year": "2018"}, "ru", View)
def test_any_link_gives_an_allowed_view_and_names_what_it_refused(link, language, kind):
    view, refused = read_link(link, CHOICES, kind, language)
    assert allowed(view)
    said = {field.name: link[field.name] for field in fields(kind) if field.name in link}
    assert set(refused) <= set(said.items())
    for name, text in said.items():
        if (name, text) in refused or text in FORMER_TABS:
            continue
        chosen = value(view, name)
        # A first year after the last one is moved to it.
        moved = name == "first_year" and chosen == view.year < int(text)
        assert chosen == (int(text) if isinstance(chosen, int) else text) or moved
    for name, text in refused:
        assert str(value(view, name)) != text


@given(LINKS, KINDS)
def test_what_was_read_can_be_written_and_read_again(link, kind):
    view, _ = read_link(link, CHOICES, kind)
    assert read_link(write_link(view, CHOICES), CHOICES, kind) == (view, ())


@given(LINKS, st.sampled_from(["60", "75", "65"]))
def test_a_municipality_is_never_of_another_region(link, region):
    view, _ = read_link(link | {"region": region}, CHOICES, View)
    assert view.region == region
    assert CHOICES.municipalities.get(view.municipality, region) == region


def test_an_empty_link_gives_the_default_view():
    assert read_link({}, CHOICES, View) == (DEFAULT, ())


def test_garbage_gives_the_default_view_and_is_named():
    view, refused = read_link({"municipality": "junk", "year": "9999"}, CHOICES, View)
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
        ({"on": "2021-12-31"}, ("on", "2021-12-31")),
        ({"on": "2022-02-30"}, ("on", "2022-02-30")),
        ({"event": "x" * 121}, ("event", "x" * 121)),
        ({"event": "a\nb"}, ("event", "a\nb")),
    ],
)
def test_a_choice_that_the_region_does_not_have_is_refused(link, refused):
    _, found = read_link(link, CHOICES, View)
    assert refused in found


@pytest.mark.parametrize(
    ("page", "field", "given"),
    [
        ("heatmap", "axis", "year"),
        ("heatmap", "display", "Map"),
        ("dynamics", "since", "2021"),
        ("dynamics", "panel", "closed"),
        ("dynamics", "band", "1"),
        ("dynamics", "value", "median"),
        ("dynamics", "part", "Funnel"),
        ("mentoring", "desk", "Gap"),
        ("mentoring", "more_places", "21"),
        ("mentoring", "weight_fit", "-2"),
        ("roadmaps", "party", "x" * 121),
        ("roadmaps", "measure", "a\nb"),
        ("recommendations", "direction", "21"),
        ("recommendations", "lacks", "all"),
    ],
)
def test_a_choice_that_a_page_does_not_have_is_refused_there_and_no_matter_elsewhere(
    page, field, given
):
    kind = OWN[page]
    assert read_link({field: given}, CHOICES, kind) == (CHOICES.default(kind), ((field, given),))
    assert read_link({field: given}, CHOICES, View) == (DEFAULT, ())


def test_the_tab_of_another_page_is_no_choice_and_nothing_to_be_told_of():
    kind = OWN["roadmaps"]
    assert read_link({"desk": "network"}, CHOICES, kind) == (CHOICES.default(kind), ())
    assert read_link({"desk": "list"}, CHOICES, kind)[0].desk == "list"


def test_every_kind_of_view_says_what_its_fields_may_be():
    for kind in OWN.values():
        assert own_values(kind)
        for field, some in own_values(kind).items():
            default = value(CHOICES.default(kind), field)
            assert default in some if some is not None else isinstance(default, str)


def test_a_municipality_alone_names_its_region():
    view, refused = read_link({"municipality": "75603000"}, CHOICES, View)
    assert (view, refused) == (replace(CHOICES.default(View, "75"), municipality="75603000"), ())


def test_unknown_names_are_passed_over():
    assert read_link({"utm_source": "mail", "Year": "2020"}, CHOICES, View) == (DEFAULT, ())


def test_the_browser_decides_the_language_only_where_the_link_does_not():
    assert read_link({}, CHOICES, View, "en")[0].language == "en"
    assert read_link({"language": "ru"}, CHOICES, View, "en")[0].language == "ru"
    assert read_link({"language": "xx"}, CHOICES, View, "en")[0].language == "en"


def test_what_is_of_a_region_leaves_with_it():
    view = replace(DEFAULT, municipality="60601000", event="rostov-2022-11", schools="rural")
    assert choose(view, "year", 2020).municipality == "60601000"
    gone = choose(view, "region", "75")
    assert (gone.municipality, gone.event, gone.schools) == ("", "", "rural")
    assert choose(view, "region", "60") == view
    asked = replace(
        CHOICES.default(OWN["recommendations"]), direction=3, addressee="ОО", lacks="due"
    )
    gone = choose(asked, "region", "75")
    assert (gone.direction, gone.addressee, gone.lacks) == (0, "", "due")


def test_a_day_is_of_the_year_of_the_link_and_leaves_with_it():
    view, refused = read_link({"on": "2019-02-28", "year": "2019"}, CHOICES, View)
    assert (view.on, view.day.isoformat(), refused) == ("2019-02-28", "2019-02-28", ())
    assert choose(view, "year", 2020).on == ""
    assert choose(view, "year", 2020).day.isoformat() == "2020-12-31"
    assert DEFAULT.day.isoformat() == "2022-12-31"


@given(views())
def test_a_view_of_another_kind_takes_over_what_is_shared_and_nothing_else(view):
    for kind in kinds():
        other = of(kind, view)
        assert of(View, other) == of(View, view)
        assert {value(other, field) for field in own_values(kind)} == {
            value(CHOICES.default(kind), field) for field in own_values(kind)
        }


def test_a_field_that_a_view_has_not_is_named_with_those_it_has():
    with pytest.raises(LookupError, match="View has no field 'axis'; it has region, year"):
        choose(DEFAULT, "axis", "years")
    with pytest.raises(LookupError, match="HeatmapView has no field 'desk'.*axis, display, order"):
        value(CHOICES.default(OWN["heatmap"]), "desk")


def test_a_region_without_years_can_be_looked_at():
    empty = Choices(("65",), {}, {}, {}, ("IND-03",))
    view, refused = read_link({"year": "2020"}, empty, View)
    assert (view.region, view.year, refused) == ("65", 0, (("year", "2020"),))
    assert read_link(write_link(view, empty), empty, View) == (view, ())


def test_a_view_cannot_be_changed_and_is_a_key():
    with pytest.raises(FrozenInstanceError):
        DEFAULT.year = 2020
    assert {DEFAULT: 1}[View(region="60", year=2022, first_year=2017)] == 1


def test_the_demonstration_offers_what_a_link_needs(choices):
    assert choices.years["60"][0] == 2017
    assert choices.years["60"][-1] == 2022
    for region in choices.regions:
        view = choices.default(View, region)
        assert read_link(write_link(view, choices), choices, View) == (view, ())
