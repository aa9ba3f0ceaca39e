"""Make a store with one large region: 40,000 schools, 1,600 of them on the list of each year."""

import csv
import io
import itertools
import random
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Table

from data import store
from data.intake.received.places import shipped
from data.intake.received.receive import receive
from data.intake.screening import screen
from data.schema import assessment_result, risk_profile, school, school_status, training

REGION, SCHOOLS, LISTED = "60", 40_000, 1600
YEARS = range(2020, 2025)
WORKS = [
    *itertools.product(("VPR",), (4, 5, 8), ("russian", "mathematics")),
    *itertools.product(("OGE",), (9,), ("russian", "mathematics")),
]
FACTORS = ("RF-EQUIP", "RF-STAFF", "RF-FAIL", "RF-COMP")
VILLAGES = ("Ивановка", "Степное", "Красный Яр", "Новая Жизнь", "Озёрное")

Row = tuple[object, ...]


def published(folder: Path) -> store.Version:
    """Bring the region into a new store, as a person brings files, and give its version."""
    register = shipped()
    tables = _tables(sorted(register.within(REGION).codes))
    received = [
        receive(f"{table.name}.csv", _written(table, rows), register) for table, rows in tables
    ]
    files = [file for one in received for file in one.files]
    problems = [problem for one in received for problem in one.problems]
    screened = screen.screen(folder, files, problems)
    screen.publish(folder, screened, "benchmark", "benchmark", screened.problems)
    return store.current(folder)


def _tables(places: list[str]) -> Iterator[tuple[Table, Iterator[Row]]]:
    """Give the rows of each table; the schools on the list alone have all of them."""
    chance = random.Random(500)
    names = [f"{REGION}-{number:05}" for number in range(SCHOOLS)]
    listed = names[:: SCHOOLS // LISTED]
    yield school, (_school(number, name, places) for number, name in enumerate(names))
    yield school_status, (_status(name, year, chance) for name in names for year in YEARS)
    yield assessment_result, _results(listed, chance)
    yield (
        risk_profile,
        (
            (name, year, factor, chance.choice(("high", "medium", "low")))
            for name, year, factor in itertools.product(listed, YEARS[-2:], FACTORS)
        ),
    )
    yield (
        training,
        (
            (name, year, 30, chance.randrange(30))
            for name, year in itertools.product(listed, YEARS[-3:])
        ),
    )


def _school(number: int, name: str, places: list[str]) -> Row:
    village = VILLAGES[number % len(VILLAGES)]
    kind = "МБОУ СОШ" if number % 3 else "МБОУ Лицей"
    locality = "rural" if number % 2 else "urban"
    called = f"{kind} № {number % 900 + 1} с. {village}"
    return name, places[number % len(places)], called, locality, 40 + number % 900, "real", ""


def _status(name: str, year: int, chance: random.Random) -> Row:
    is_listed = int(name.split("-")[1]) % (SCHOOLS // LISTED) == 0
    rare = chance.random() < 0.1
    return (
        name,
        year,
        _word(is_listed),
        _word(rare),
        _word(not is_listed and rare),
        _word(is_listed),
    )


def _word(flag: bool) -> str:
    return "true" if flag else "false"


def _results(listed: list[str], chance: random.Random) -> Iterator[Row]:
    for name, year, (procedure, grade, subject) in itertools.product(listed, YEARS, WORKS):
        many = chance.randrange(8, 90)
        yield name, year, procedure, grade, subject, many, chance.randrange(many // 2 + 1), ""


def _written(table: Table, rows: Iterator[Row]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns.keys())
    writer.writerows(rows)
    return file.getvalue().encode()
