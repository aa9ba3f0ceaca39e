"""A region of a few schools in real municipalities: its rows as files, and as plain text."""

import csv
import datetime
import io

import pandas as pd
from sqlalchemy import select

from data import store
from data.errors import ACKNOWLEDGE
from data.intake.declared.gathering import FACTS
from data.intake.received.places import Register
from data.intake.received.receive import receive
from data.intake.screening import screen
from data.schema import INTAKE_TABLES, metadata

MUNICIPALITIES = pd.read_csv(FACTS / "municipality.csv", dtype=str)
REGISTER = Register(MUNICIPALITIES)
PLACES = list(MUNICIPALITIES["oktmo"])[:10]
SCHOOLS = {f"s{number}": PLACES[number % len(PLACES)] for number in range(20)}
YEARS = (2021, 2022)


def school(name, oktmo):
    return {
        "school_id": name,
        "oktmo": oktmo,
        "name": f"Школа {name}",
        "locality": "urban",
        "pupils": "120",
        "basis": "real",
        "source": "",
    }


def result(name, year, below, of=100, grade=9, procedure="OGE"):
    return {
        "school_id": name,
        "year": str(year),
        "procedure": procedure,
        "grade": str(grade),
        "subject": "russian",
        "participants": str(of),
        "below_threshold": str(below),
        "mean_score": "",
    }


def status(name, year, low):
    flag = "true" if low else "false"
    return {
        "school_id": name,
        "year": str(year),
        "low_performing": flag,
        "adverse_conditions": "false",
        "resilient": "false",
        "in_project": flag,
    }


def trained(name, year, teachers, done):
    return {"school_id": name, "year": str(year), "teachers": str(teachers), "trained": str(done)}


def tables():
    """Rows of every table the region has; shares change a little from place to place."""
    both = [(name, year, n) for n, name in enumerate(SCHOOLS) for year in YEARS]
    return {
        "school": [school(name, oktmo) for name, oktmo in SCHOOLS.items()],
        "school_status": [status(name, year, n % 2) for name, year, n in both],
        "assessment_result": [result(name, year, 20 + n % 7 + year % 2) for name, year, n in both],
        "training": [trained(name, year, 20, 5 + n % 3) for name, year, n in both],
    }


def brought(tables):
    """Receive a table's rows as its CSV, for each table."""
    files = []
    for name, rows in tables.items():
        lines = io.StringIO()
        writer = csv.DictWriter(lines, metadata.tables[name].columns.keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        content = lines.getvalue().encode()
        received = receive(f"{name}.csv", content, REGISTER, metadata.tables[name])
        assert [p for p in received.problems if p.level != "note"] == []
        files += received.files
    return files


def screened(folder, tables, replaced=()):
    return screen.screen(folder, brought(tables), replaced=replaced)


def published(folder, tables, replaced=(), why="test"):
    """Publish rows with every remark acknowledged."""
    found = screened(folder, tables, replaced)
    return screen.publish(folder, found, "tests", why, found.of(ACKNOWLEDGE))


def key_of(name, row):
    return tuple(row[key.name] for key in metadata.tables[name].primary_key.columns)


def keyed(name, rows):
    return {key_of(name, row): row for row in rows}


def facts(name):
    path = FACTS / f"{name}.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return keyed(
            name, [{k: number(v) for k, v in row.items()} for row in csv.DictReader(lines)]
        )


def number(text):
    """Numbers of facts as numbers are written; any other text as it is."""
    return text


def stored(version):
    """Every row of a version, by table and key, as text."""
    found = {}
    for table in INTAKE_TABLES:
        rows = store.fetch_arrow(store.engine(version), select(table)).to_pylist()
        texts = [{name: said(cell) for name, cell in row.items()} for row in rows]
        found[table.name] = keyed(table.name, texts)
        assert len(found[table.name]) == len(rows)
    return found


def said(cell):
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)
