"""The flow is that of the page of the list, school by school, whatever is chosen."""

from dataclasses import replace

import pandas as pd
import pytest
from sqlalchemy import select

from components.base.load import one_version
from components.base.rights import Right, reading_as
from components.explore.flow import flow
from components.low_performing.choice import ListView
from components.low_performing.numbers import numbers
from data import store
from data.schema import school, school_status
from queries.view import View, of

ON = {"listed", "returned"}
VIEWS = (
    {},
    {"municipality": "60605000"},
    {"schools": "rural"},
    {"schools": "urban"},
    {"cohort": 2021},
    {"year": 2020},
    {"first_year": 2019},
)
SILENT = {"not_yet", "unknown", "no_more"}


@pytest.fixture(autouse=True)
def at_hand(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    with one_version():
        yield


def asked(chosen):
    return replace(View("60", 2022, 2017), **chosen)


@pytest.mark.parametrize("chosen", VIEWS, ids=str)
def test_streams_add_up_to_what_the_page_of_the_list_tells_by_name(chosen):
    found = flow(asked(chosen))
    assert len(found.years) > 2
    for year, then in zip(found.years, found.years[1:], strict=False):
        told = numbers(replace(of(ListView, asked(chosen)), year=then, against=year)).schools
        pair = found.moves[found.moves["year"].eq(year)]
        became, was = pair["became"], pair["state"].isin(ON)
        parts = {
            "stayed": was & became.isin(ON),
            "entered": ~was & became.eq("listed"),
            "returned": ~was & became.eq("returned"),
            "left": was & ~became.isin(ON) & ~became.isin(SILENT),
            "not_told": was & became.isin(SILENT),
        }
        for state, mine in parts.items():
            wanted = told.loc[told["state"].eq(state), "school_id"]
            assert sorted(pair.loc[mine, "school_id"]) == sorted(wanted), (year, state)


@pytest.mark.parametrize("chosen", VIEWS, ids=str)
def test_every_stream_has_as_many_schools_as_it_names(chosen):
    found = flow(asked(chosen))
    named = found.moves.groupby("stream").size().to_dict()
    assert named == found.streams.set_index("stream")["schools"].to_dict()
    assert found.standings.groupby("year")["schools"].sum().eq(found.schools).all()


def test_schools_that_never_were_listed_are_counted_apart(built):
    row = school_status.c
    rows = select(row.school_id, row.low_performing, row.year).join(
        school, school.c.school_id == row.school_id
    )
    rows = rows.where(school.c.oktmo.startswith("60"), row.year <= 2020)
    known = store.fetch_arrow(store.engine(built.version), rows).to_pandas()
    ever = set(known.loc[known["low_performing"], "school_id"])
    found = flow(asked({"year": 2020}))
    assert found.schools == len(ever)
    assert found.untouched == known["school_id"].nunique() - len(ever)


def test_a_municipal_reader_has_all_counts_and_the_names_of_his_own_schools_alone():
    whole = flow(asked({}))
    with reading_as(Right(municipalities=frozenset({"60605000"}))):
        his = flow(asked({}))
    pd.testing.assert_frame_equal(his.streams, whole.streams)
    assert set(his.moves["oktmo"]) == {"60605000"} != set(whole.moves["oktmo"])


def test_a_region_without_lists_has_no_flow():
    found = flow(View("65", 2022, 2017, municipality="65001000"))
    assert found.schools == 0 and found.years == () and found.streams.empty
