"""Streams of a seed: each part has its own, and one that nobody named says so."""

import pytest

from data.demo.streams import NAMES, MissingStreamError, Streams
from data.schema import INTAKE_TABLES

TABLES = {table.name for table in INTAKE_TABLES} - set(NAMES)


def drawn(name, *numbers, seed=1):
    return tuple(Streams(seed).of(name, *numbers).integers(0, 2**62, 3))


def test_every_part_region_and_seed_draws_its_own_numbers_again_and_again():
    names = sorted(TABLES | set(NAMES))
    found = [drawn(name, *of) for name in names for of in ((), (60,), (75,))]
    found += [drawn(name, seed=2) for name in names]
    assert len(set(found)) == len(found)
    assert found[:3] == [drawn(names[0], *of) for of in ((), (60,), (75,))]


def test_a_stream_is_the_same_whatever_tables_there_are():
    assert drawn("school_status", 60) == (
        4153332269435988383,
        271974258915132686,
        2399106922935467425,
    )


def test_a_name_of_no_part_and_no_table_says_where_to_add_it():
    with pytest.raises(MissingStreamError) as missing:
        drawn("survey")
    assert str(missing.value) == (
        "no stream 'survey': call it after the table that a region brings, "
        "or append it to NAMES in data/demo/streams.py"
    )
