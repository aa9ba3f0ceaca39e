"""Give the tables one spelling of keys, codes, counts and references, and the codes allowed."""

import csv
from pathlib import Path

from sqlalchemy import (
    Column,
    Enum,
    ForeignKey,
    Integer,
    MetaData,
    String,
)

metadata = MetaData()

KINDS = ("district", "urban_okrug", "municipal_okrug", "inner_city")
LOCALITIES = ("urban", "rural")
ANYWHERE = "all"
"""The locality of a count that was published whole, and so is of no single kind of schools."""

PROCEDURES = ("VPR", "OGE", "EGE")
MEASURES = ("below", "score")
LEVELS = ("high", "medium", "low")
FORMS = (
    "school_school",
    "teacher_teacher",
    "teacher_pupil",
    "pupil_pupil",
    "student_senior",
)
REPORT_SUBJECTS = ("status", "assessment", "mentorship", "road_map", "training")
INDICATOR_KINDS = ("coverage", "pupil_rate", "value", "stated_count")
"""Counted of schools, counted of pupils; published without, or with, numerator and denominator."""

UNITS = ("percent", "count", "points")
DIRECTIONS = ("higher", "lower", "context")
STATUSES = ("planned", "ongoing", "done")
BASES = ("real", "demonstration")
PARTNER_KINDS = ("school", "college", "university", "additional_education", "enterprise", "other")
DECISION_KINDS = ("visit", "mentor", "road_map", "training", "resources", "other")
PARTICIPATION = ("took_part", "absent", "absent_no_schools")
REGION_SIGNS = 3
"""Two digits of ОКТМО, or three of an autonomous okrug inside another region."""


def _listed(facts: str) -> tuple[str, ...]:
    """Read the codes that a file of facts lists, in its order."""
    path = Path(__file__).resolve().parents[1] / "facts" / facts
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(row["code"] for row in csv.DictReader(lines))


SUBJECTS = _listed("subject.csv")
"""School subjects that results may be of: a new one is a row of the facts."""

DOCUMENT_STATUSES = ("not_uploaded", "uploaded", "confirmed", "returned")


def key(name: str, *references: ForeignKey, length: int = 80) -> Column[str]:
    """Name a textual primary key."""
    return Column(name, String(length), *references, primary_key=True)


def year() -> Column[int]:
    """Name the calendar year of a row."""
    limits = {"minimum": 2000, "maximum": 2100}
    return Column("year", Integer, primary_key=True, autoincrement=False, info=limits)


def count(name: str, nullable: bool = False, at_most: str | None = None) -> Column[int]:
    """Name a whole number from 0, at most another column of the row if so said."""
    limits = {"minimum": 0} | ({"at_most": at_most} if at_most else {})
    return Column(name, Integer, nullable=nullable, info=limits)


def code(name: str, allowed: tuple[str, ...], primary_key: bool = False) -> Column[str]:
    """Name a column of one of the allowed codes."""
    kind = Enum(*allowed, native_enum=False, length=40)
    return Column(name, kind, primary_key=primary_key, nullable=False)


def text(name: str, nullable: bool = False) -> Column[str]:
    """Name a text."""
    return Column(name, String, nullable=nullable)


def region_ref() -> Column[str]:
    """Name the region of a row by its code in the catalogue."""
    return Column("region", String(REGION_SIGNS), ForeignKey("region.code"), nullable=False)


def region_key() -> Column[str]:
    """Name the region of a row whose key begins with it."""
    return key("region", ForeignKey("region.code"), length=REGION_SIGNS)


def oktmo(primary_key: bool = True) -> Column[str]:
    """Name the municipality of a row by its ОКТМО."""
    return Column(
        "oktmo",
        String(8),
        ForeignKey("municipality.oktmo"),
        primary_key=primary_key,
        nullable=False,
    )


def school_ref(name: str = "school_id", primary_key: bool = True) -> Column[str]:
    """Name the school of a row."""
    return Column(
        name, String(40), ForeignKey("school.school_id"), primary_key=primary_key, nullable=False
    )
