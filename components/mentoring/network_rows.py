"""Make the rows of the network's tables: the schools with the right to mentor, and the pairs."""

import pandas as pd

from components.base.choices import region_name
from components.base.i18n import Words
from components.base.load import of_all
from components.base.mentors import entitled
from components.mentoring.choice import MentoringView
from components.mentoring.numbers import numbers
from components.mentoring.rows import local
from components.shell.tables import Columns
from queries.methods import coverage, network
from queries.methods.natural_order import by_numbers
from queries.view import ALL

MENTORS: Columns = (
    ("name", "school"),
    ("municipality", "text"),
    ("right", "text"),
    ("load", "integer"),
    ("capacity", "integer"),
    ("uncovered_if_left", "integer"),
)
MENTORS_SHOWN: Columns = (*MENTORS[:3], ("leads", "text"), MENTORS[-1])
PAIRS: Columns = (
    ("mentee", "mentee"),
    ("mentee_municipality", "text"),
    ("mentor", "mentor"),
    ("mentor_municipality", "text"),
    ("form_word", "text"),
    ("start_date", "date"),
    ("end_date", "date"),
    ("counts", "text"),
    ("evidence", "text"),
)
PAIRS_SHOWN: Columns = (
    ("mentee_there", "mentee"),
    ("mentor_there", "mentor"),
    ("form_held", "text"),
    ("counts_by", "text"),
)


def mentors(view: MentoringView) -> pd.DataFrame:
    """One row per school with the right to mentor: its ground, load, places, who hangs on it.

    They are the schools of the place, low-performing ones with the right among them, and those of
    elsewhere that help its schools on the day.
    """
    return of_all(_mentors, view)


def _mentors(view: MentoringView) -> pd.DataFrame:
    words, held, found = Words(view.language), local(numbers(view)), entitled(view)
    field, place = "region", view.region
    if view.municipality != ALL:
        field, place = "oktmo", view.municipality
    found = found[found[field].eq(place) | found["school_id"].isin(held["mentor_id"])]
    fragile = network.fragility(held).set_index("mentor_id")["uncovered_if_left"]
    every = found.to_dict("records")
    found = found.assign(
        municipality=[_place(row, view.region, words) for row in every],
        right=[right(row, words) for row in every],
        leads=[_leads(row, words) for row in every],
        uncovered_if_left=found["school_id"].map(fragile).fillna(0).astype(int),
    )
    order = ["uncovered_if_left", "load", "name", "school_id"]
    up = [False, False, True, True]
    return found.sort_values(order, ascending=up, ignore_index=True, key=by_numbers)


def right(row: dict, words: Words) -> str:
    """Say on what ground a school may mentor, and if it is to be mentored itself."""
    said = words("mentoring.right_resilient")
    if row["otherwise"]:
        ground = row["ground"] if _known(row["ground"]) else words("mentoring.not_named")
        said = words("mentoring.right_document", ground=ground)
    return words("mentoring.right_listed", right=said) if row["listed"] else said


def _place(row: dict, region: str, words: Words) -> str:
    """Name a municipality, with its region where that is another one."""
    if row["region"] == region:
        return str(row["municipality"])
    return f"{row['municipality']}, {region_name(row['region'], words)}"


def _leads(row: dict, words: Words) -> str:
    return words("cell.of", part=words.number(row["load"]), total=words.number(row["capacity"]))


def pairs(view: MentoringView) -> pd.DataFrame:
    """One row per pair in force on the day, counted or not: what the arcs draw.

    They are pairs of the schools of the view; of a chosen mentor, those with every school.
    """
    words, n = Words(view.language), numbers(view)
    held = coverage.in_force(n.pairs, n.day)
    own = held["mentee_id"].isin(n.schools["school_id"])
    held = held[held["mentor_id"].eq(view.mentor) if view.mentor else own]
    found = held.assign(
        form_word=[words(f"form.{form}") for form in held["form"]],
        counts=[words("mentoring.counts" if yes else "mentoring.apart") for yes in held.entitled],
        mentee_there=held["mentee"] + ", " + held["mentee_municipality"],
        mentor_there=held["mentor"] + ", " + held["mentor_municipality"],
    )
    every = found.to_dict("records")
    return found.assign(
        form_held=[f"{row['form_word']}, {_dates(row, words)}" for row in every],
        counts_by=["; ".join(filter(_known, (row["counts"], row["evidence"]))) for row in every],
    ).reset_index(drop=True)


def _known(text: object) -> bool:
    return not pd.isna(text) and bool(text)


def _dates(row: dict, words: Words) -> str:
    """Write from when to when; a pair without an end has only its beginning."""
    ends = (row["start_date"], row["end_date"])
    known = [words.short_day(pd.Timestamp(end).date()) for end in ends if not pd.isna(end)]
    return words("mentoring.since", day=known[0]) if len(known) == 1 else " — ".join(known)
