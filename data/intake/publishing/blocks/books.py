"""Declare the two books of blocks: what tells results apart in each, and what pages show of them.

One partition cannot keep municipalities and cohorts whole at once, for a small school is small in
both. So the same results are parted twice, and a number may be shown if it is made of whole blocks
of either book. Prices say what hiding a grouping is worth beside another: a region's numbers stand
above a municipality's, a municipality's above a school's.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Book:
    """Columns that tell its smallest groups apart, and what each grouping that pages show costs.

    Blocks are joined inside a group of the first grouping for as long as it has another block.
    """

    keys: tuple[str, ...]
    prices: dict[tuple[str, ...], float]


@dataclass(frozen=True)
class Minima:
    """The two least numbers of results of one subject: in a block, and without any one school.

    A pupil has one result in a subject, so results of one subject are people; a school's head
    can take the own results out of a block of several schools.
    """

    group: int
    rest: int


MUNICIPAL = Book(
    keys=(
        "oktmo",
        "locality",
        "low_performing",
        "entry_year",
        "subject",
        "school_id",
        "grade",
    ),
    prices={
        ("oktmo",): 1000.0,
        ("oktmo", "locality"): 100.0,
        ("oktmo", "subject"): 100.0,
        ("oktmo", "low_performing"): 40.0,
        ("oktmo", "entry_year"): 40.0,
        ("oktmo", "locality", "subject"): 30.0,
        ("oktmo", "entry_year", "low_performing"): 10.0,
        ("oktmo", "entry_year", "locality"): 10.0,
        ("school_id",): 5.0,
        ("school_id", "subject"): 2.0,
        ("oktmo", "grade", "subject"): 1.0,
        ("school_id", "grade", "subject"): 0.2,
    },
)

REGIONAL = Book(
    keys=("entry_year", "locality", "subject", "panel", "low_performing", "grade"),
    prices={
        ("subject",): 1e6,
        ("locality",): 1e6,
        ("locality", "subject"): 1e5,
        ("low_performing",): 1e5,
        ("grade", "subject"): 2e4,
        ("entry_year",): 1e4,
        ("entry_year", "locality"): 1000.0,
        ("entry_year", "subject"): 1000.0,
        ("entry_year", "low_performing"): 300.0,
        ("entry_year", "locality", "subject"): 300.0,
        ("entry_year", "panel"): 300.0,
        ("entry_year", "panel", "locality"): 100.0,
        ("entry_year", "panel", "subject"): 100.0,
        ("entry_year", "panel", "locality", "subject"): 30.0,
    },
)
