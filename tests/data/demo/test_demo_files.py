"""The files have the intake form, hold together, and repeat to the byte."""

import hashlib

import pytest
from sqlalchemy import Boolean, Date, Double, Enum, Integer

from data import schema
from data.demo import DEFAULT_SEED, world, write
from data.demo.parameters import Parameters
from data.demo.rows import MissingRowsError, tables_of
from data.demo.write import FACTS_ALONE

TABLES = [table for table in schema.INTAKE_TABLES if table.name not in FACTS_ALONE]
FORMS = {
    Boolean: r"true|false",
    Integer: r"\d+",
    Double: r"\d+(\.\d+)?",
    Date: r"\d{4}-\d\d-\d\d",
}
WITH_FACTS = {"school", "road_map", "road_map_measure"}


def digests(paths):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(
    folder, tmp_path, municipalities
):
    first = digests(folder.glob("*.csv"))
    assert digests(write(tmp_path / "again", municipalities)) == first
    other = digests(write(tmp_path / "other", municipalities, seed=7))
    same = {name for name in first if first[name] == other[name]}
    assert same == {"road_map.csv", "road_map_measure.csv"}


def test_the_order_of_municipalities_does_not_matter(folder, tmp_path, municipalities):
    turned = municipalities.iloc[::-1]
    assert digests(write(tmp_path, turned)) == digests(folder.glob("*.csv"))


def test_progress_is_told_after_each_table(tmp_path, municipalities):
    told = []
    paths = write(tmp_path, municipalities, progress=lambda part, name: told.append((part, name)))
    assert [name for _, name in told] == [path.stem for path in paths]
    assert [name for _, name in told] == [table.name for table in TABLES]
    assert told[-1][0] == 1


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_cells_and_keys_are_as_declared(rows, table):
    frame = rows(table.name)
    assert list(frame.columns) == [column.name for column in table.columns]
    assert not frame.duplicated([column.name for column in table.primary_key]).any()
    for column in table.columns:
        cells = frame[column.name]
        assert column.nullable or (cells != "").all(), column.name
        cells = cells[cells != ""]
        if isinstance(column.type, Enum):
            assert set(cells) <= set(column.type.enums), column.name
        elif type(column.type) in FORMS:
            assert cells.str.fullmatch(FORMS[type(column.type)]).all(), column.name
        if column.info.get("at_most"):
            whole = frame.loc[cells.index, column.info["at_most"]].astype(int)
            assert (cells.astype(int) <= whole).all(), column.name
        if column.info.get("maximum") is not None:
            assert (cells.astype(float) <= column.info["maximum"]).all(), column.name
        if column.info.get("not_before"):
            assert (cells >= frame.loc[cells.index, column.info["not_before"]]).all()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_references_lead_to_rows_of_the_set_or_of_the_facts(rows, facts, table):
    own = {other.name for other in TABLES}
    for column in table.columns:
        for reference in column.foreign_keys:
            parent, name = reference.target_fullname.split(".")
            known = set(rows(parent)[name]) if parent in own else set()
            if parent not in own or parent in WITH_FACTS:
                known |= set(facts(parent)[name])
            empty = {""} if column.nullable else set()
            assert set(rows(table.name)[column.name]) <= known | empty, column.name


def test_schools_of_rostov_region_add_up_to_the_public_totals(rows, municipalities):
    schools = rows("school")
    rostov = schools[schools["oktmo"].str.startswith("60")]
    places = set(municipalities.loc[municipalities["region"] == "60", "oktmo"])
    assert len(rostov) == 1144
    assert abs(rostov["pupils"].astype(int).sum() / 452_000 - 1) < 0.02
    assert set(rostov["oktmo"]) == places and len(places) == 55
    assert rostov.groupby("oktmo").size().min() >= 3


def test_schools_are_plainly_invented_and_no_real_school_is_overwritten(rows, facts):
    schools = rows("school")
    assert schools["name"].str.startswith("Демонстрационная школа № ").all()
    assert set(schools["basis"]) == {"demonstration"}
    assert not set(schools["school_id"]) & set(facts("school")["school_id"])


def test_a_table_of_which_nothing_is_drawn_says_where_to_add_it(municipalities):
    drawn = world.make(municipalities, DEFAULT_SEED, Parameters())
    with pytest.raises(MissingRowsError) as missing:
        list(tables_of(drawn, ["survey"]))
    assert str(missing.value) == (
        "no module draws demonstration rows of the table 'survey': "
        "add one to data/demo, with ROWS: Rows = {'survey': …}"
    )
