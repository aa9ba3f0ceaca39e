"""An example of a column is given, follows from its type, or is missed with words."""

import pytest
from sqlalchemy import Boolean, Column, Date, Double, Enum, ForeignKey, MetaData, String, Table

from data.intake.spelling.wording import MissingExampleError, example
from data.schema import road_map_execution, school, training
from data.schema.columns import count

OTHER = MetaData()
MEASURE = Table("measure", OTHER, Column("measure_id", String, primary_key=True))
SURVEY = Table(
    "survey",
    OTHER,
    Column("measure", String, ForeignKey("measure.measure_id")),
    Column("kind", Enum("first", "second", native_enum=False)),
    Column("sure", Boolean),
    count("asked"),
    Column("part", Double),
    Column("on", Date),
    Column("said", String),
)


def test_an_example_of_the_list_goes_before_all_others():
    assert example(school.c.school_id) == example(training.c.school_id) == "60701-001"
    assert example(road_map_execution.c.due_date) != "2022-11-17"


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("measure", "ROS-2022/1.1"),
        ("kind", "first"),
        ("sure", "true"),
        ("asked", "1"),
        ("part", "1"),
        ("on", "2022-11-17"),
    ],
)
def test_other_examples_follow_from_the_declaration(column, expected):
    assert example(SURVEY.c[column]) == expected


def test_a_text_without_an_example_says_where_to_add_it():
    with pytest.raises(MissingExampleError) as missing:
        example(SURVEY.c.said)
    assert str(missing.value) == (
        "no example of the column 'survey.said': add it to data/intake/spelling/examples.csv"
    )
