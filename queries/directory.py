"""Ask for schools by name, and for a list that the store itself sorts and parts in pages."""

import functools
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import CTE, ColumnElement, Integer, and_, case, cast, func, select

from data.definitions import entries
from data.schema import municipality, school, school_status
from data.statements import Statement
from queries.by_shape import YEAR
from queries.dialects import numbered, total
from queries.schools import mentors_at_year_end, on_mentoring_reported, years_listed
from queries.view import ALL, NEVER, View

Answer = Literal["any", "yes", "no"]
SORTABLE = (
    *("name", "municipality", "locality", "pupils", "low_performing", "years_listed"),
    *("in_project", "entry_year", "mentors", "adverse_conditions", "resilient", "school_id"),
)
"""Columns by which the list may be sorted."""


@dataclass(frozen=True)
class Listing:
    """Which schools of a view's place, cohort and year are listed, in which order, how many."""

    locality: Literal["any", "urban", "rural"] = "any"
    on_list: Answer = "any"
    in_project: Answer = "any"
    mentored: Answer = "any"
    named: str = ""
    """Words of which each stands in the school's name, municipality or code."""

    sorted_by: str = "name"
    descending: bool = False
    skipped: int = 0
    most: int | None = None
    places: tuple[str, ...] | None = None
    """Municipalities whose schools are listed at all; None: of every one."""

    cohorts: tuple[int, ...] = ()
    """Cohorts whose schools alone are listed; none: of every one."""

    picked: tuple[str, ...] | None = None
    """Schools that are listed at all, by code; None: every one."""


EVERY = Listing()


@functools.cache
def names() -> Statement:
    """One row per school of any region, by name: what it is called and where it is."""
    place = municipality.c
    return (
        select(
            school.c.school_id,
            school.c.name,
            school.c.oktmo,
            place.short_name_ru.label("municipality"),
            place.region,
        )
        .join(municipality, place.oktmo == school.c.oktmo)
        .order_by(numbered(school.c.name), place.short_name_ru, school.c.school_id)
    )


def schools(view: View, listing: Listing = EVERY) -> Statement:
    """One row per listed school, with its statuses of the year, NULL where nobody told them.

    `mentors` are entitled ones in force on 31 December, NULL if the municipality did not report on
    mentoring; `years_listed` of the years up to this one. What is missing stands last in any order.
    """
    row = _listed(view, listing).c
    name = numbered(row.name)
    first = name if listing.sorted_by == "name" else row[listing.sorted_by]
    ordered = first.desc() if listing.descending else first.asc()
    return (
        select(*row)
        .order_by(ordered.nulls_last(), name, row.municipality, row.school_id)
        .limit(listing.most)
        .offset(listing.skipped or None)
        .params(year=view.year)
    )


def counts(view: View, listing: Listing = EVERY) -> Statement:
    """One row: the schools, those of the year's list, of these with a mentor, those in the project.

    NULL: of none of them it is known.
    """
    row = _listed(view, listing).c
    helped = and_(row.low_performing, row.mentors > 0)
    return select(
        func.count().label("schools"),
        total(cast(row.low_performing, Integer)).label("low_performing"),
        total(cast(helped, Integer)).label("mentored"),
        total(cast(row.in_project, Integer)).label("in_project"),
    ).params(year=view.year)


def _listed(view: View, listing: Listing) -> CTE:
    """One row per school of the place and cohort that passes every filter."""
    known = _known(view, listing)
    return select(known).where(*_wanted(view, listing, known)).cte("listed_schools")


def _wanted(view: View, listing: Listing, known: CTE) -> list[ColumnElement[bool]]:
    """Say what a school has to be: what is not known is neither yes nor no."""
    row = known.c
    wanted: list[ColumnElement[bool]] = []
    if listing.on_list != "any":
        wanted.append(row.low_performing.is_(listing.on_list == "yes"))
    if listing.in_project != "any":
        wanted.append(row.in_project.is_(listing.in_project == "yes"))
    if listing.mentored != "any":
        wanted.append(row.mentors > 0 if listing.mentored == "yes" else row.mentors == 0)
    if view.cohort != NEVER:
        wanted.append(row.entry_year == view.cohort)
    if listing.cohorts:
        wanted.append(row.entry_year.in_(listing.cohorts))
    return wanted


def _known(view: View, listing: Listing) -> CTE:
    """One row per school of the places and localities asked for: what is known of it."""
    row, status, entry = school.c, school_status.c, entries()
    helped, listed = mentors_at_year_end(), years_listed()
    return (
        select(
            row.school_id,
            row.name,
            row.oktmo,
            municipality.c.short_name_ru.label("municipality"),
            row.locality,
            row.pupils,
            status.low_performing,
            listed.c.years_listed,
            status.in_project,
            entry.c.entry_year,
            case((on_mentoring_reported(), func.coalesce(helped.c.mentors, 0))).label("mentors"),
            status.adverse_conditions,
            status.resilient,
        )
        .join_from(school, municipality, municipality.c.oktmo == row.oktmo)
        .outerjoin(school_status, (status.school_id == row.school_id) & (status.year == YEAR))
        .outerjoin(entry, entry.c.school_id == row.school_id)
        .outerjoin(helped, helped.c.mentee_id == row.school_id)
        .outerjoin(listed, listed.c.school_id == row.school_id)
        .where(*_here(view, listing))
        .cte("known")
    )


def _here(view: View, listing: Listing) -> list[ColumnElement[bool]]:
    """Say where a school has to be, or which one it has to be."""
    here: list[ColumnElement[bool]] = [
        municipality.c.region == view.region
        if view.municipality == ALL
        else school.c.oktmo == view.municipality
    ]
    if listing.locality != "any":
        here.append(school.c.locality == listing.locality)
    row = school.c
    said = _plain(row.name + " " + municipality.c.short_name_ru + " " + row.school_id)
    here.extend(said.contains(word, autoescape=True) for word in words_of(listing.named))
    if listing.places is not None:
        here.append(school.c.oktmo.in_(listing.places))
    if listing.picked is not None:
        here.append(school.c.school_id.in_(listing.picked))
    return here


def words_of(said: str) -> list[str]:
    """Part what is searched for in words, as names are read: in small letters, «ё» as «е»."""
    return said.lower().replace("ё", "е").split()


def _plain(said: ColumnElement[str]) -> ColumnElement[str]:
    return func.replace(func.lower(said), "ё", "е")
