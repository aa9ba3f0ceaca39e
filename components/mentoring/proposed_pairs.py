"""Propose mentors for the schools without one, and put accepted pairs into an intake file."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from components.base.choices import setting
from components.base.i18n import Words
from components.base.load import keep, load, of_all
from components.base.mentors import mentors
from components.mentoring import rows
from components.mentoring.choice import AS_SET, MentoringView, numbers_key
from components.mentoring.numbers import numbers, risks
from components.shell.tables import Columns
from data.intake.returned import templates
from data.schema import mentorship
from queries import lookups
from queries.methods import coverage
from queries.methods.matching import propose
from queries.methods.natural_order import by_numbers
from queries.methods.pair_costs import Weights
from queries.methods.proposal import Proposal
from queries.view import region_key, value

WEIGHTS = ("distance", "fit", "locality", "load")
FORM = "school_school"
DAYS_BEFORE, DAYS_AFTER = 31, 366
"""How far from the report date pairs may begin: an order of last month, or next school year."""

OFFERED: Columns = (
    ("mentee", "text"),
    ("mentee_municipality", "text"),
    ("mentor", "text"),
    ("mentor_municipality", "text"),
    ("distance_km", "integer"),
    ("reasons", "text"),
    ("cost", "decimal"),
)


def weight(view: MentoringView, name: str) -> int:
    """Give the weight of a part of the cost: the reader's, or that of the settings."""
    chosen = int(value(view, f"weight_{name}"))
    return int(setting(f"weight_{name}", view.region)) if chosen == AS_SET else chosen


def proposal_key(view: MentoringView) -> MentoringView:
    """Keep what decides the proposal: the page's numbers, the language and the weights."""
    return replace(
        numbers_key(view),
        language=view.language,
        weight_distance=weight(view, "distance"),
        weight_fit=weight(view, "fit"),
        weight_locality=weight(view, "locality"),
        weight_load=weight(view, "load"),
    )


def proposal(view: MentoringView) -> Proposal:
    """Propose a mentor for each school of the view without a pair that counts.

    Worked out for all of them together; a reader sees the pairs of his schools whose mentor is one
    of his, or beside them already.
    """
    return of_all(keep, _proposal, replace(proposal_key(view), language=MentoringView.language))


def _proposal(view: MentoringView) -> Proposal:
    n, may, profiles = numbers(view), mentors(view), risks(view)
    waiting = n.schools[n.schools["standing"].ne("covered")]
    points = load(lookups.places, region_key(view)).set_index("oktmo")
    codes = {school: tuple(code for code, _ in pairs) for school, pairs in profiles.items()}
    mentees = waiting.assign(
        latitude=waiting["oktmo"].map(points["centre_latitude"]),
        longitude=waiting["oktmo"].map(points["centre_longitude"]),
        risks=[codes.get(school, ()) for school in waiting["school_id"]],
    )
    weights = Weights(**{name: float(weight(view, name)) for name in WEIGHTS})
    held = coverage.in_force(n.pairs, n.day)[["mentee_id", "mentor_id"]]
    return propose(mentees, may, weights, setting("farthest_km", view.region), held)


def options(view: MentoringView) -> pd.DataFrame:
    """Give the mentors to choose from, worked out once for a choice of weights."""
    return keep(_options, proposal_key(view))


def _options(view: MentoringView) -> pd.DataFrame:
    """One row per waiting school and mentor to choose from: the proposed first, then three more.

    Columns: mentee_id, rank (0 proposed), mentor_id, distance_km, cost, and words: mentee,
    mentee_municipality, mentor, mentor_municipality, reasons.
    """
    found = proposal(view)
    every = pd.concat([found.pairs.assign(rank=0), found.alternatives], ignore_index=True)
    words, n = Words(view.language), numbers(view)
    schools, may = n.schools.set_index("school_id"), mentors(view).set_index("school_id")
    every = every[every["mentee_id"].isin(schools.index)]
    factor = rows.factors(view.language)
    every = every.assign(load=every["mentor_id"].map(may["load"]))  # of today, as it is told
    named = every.assign(
        mentee=every["mentee_id"].map(schools["name"]),
        mentee_municipality=every["mentee_id"].map(schools["municipality"]),
        mentor=every["mentor_id"].map(may["name"]),
        mentor_municipality=every["mentor_id"].map(may["municipality"]),
    )
    order = ["mentee_municipality", "mentee", "mentee_id", "rank"]
    named = named.sort_values(order, ignore_index=True, key=by_numbers)
    return named.assign(reasons=[reasons(row, factor, words) for row in named.to_dict("records")])


def offered(view: MentoringView) -> pd.DataFrame:
    """Keep the proposed mentor of each school: the table of the proposal, in whole kilometres."""
    found = options(view)
    found = found[found["rank"].eq(0)].reset_index(drop=True)
    return found.assign(distance_km=found["distance_km"].round())


def reasons(row: Mapping, factor: dict[str, str], words: Words) -> str:
    """Say why a pair is proposed: how far, what the mentor helps with, likeness, load."""
    said = []
    if row["distance_km"] == row["distance_km"]:
        near = row["distance_km"] < 0.5
        said.append(
            words("mentoring.same_place")
            if near
            else words("mentoring.km", amount=words.number(row["distance_km"]))
        )
    if row["shared"]:
        risks = ", ".join(factor[code].lower() for code in row["shared"])
        said.append(words("mentoring.helps_with", risks=risks))
    elif row["fit_known"]:
        said.append(words("mentoring.no_fit"))
    else:
        said.append(words("mentoring.fit_unknown"))
    if row["same_locality"]:
        said.append(words("mentoring.alike"))
    capacity = words.number(row["capacity"])
    said.append(words("mentoring.leads_now", load=words.number(row["load"]), capacity=capacity))
    return "; ".join(said)


def uncoverable(view: MentoringView) -> pd.DataFrame:
    """One row per school for which nobody can be proposed: its name, municipality and why."""
    words, found = Words(view.language), proposal(view).uncovered
    schools = numbers(view).schools.set_index("school_id")
    named = pd.DataFrame(
        {
            "name": found["mentee_id"].map(schools["name"]),
            "municipality": found["mentee_id"].map(schools["municipality"]),
            "why": [words(f"mentoring.uncovered_{reason}") for reason in found["reason"]],
            "school_id": found["mentee_id"],
        }
    )
    return named.sort_values(["municipality", "name"], ignore_index=True, key=by_numbers)


def overloaded(view: MentoringView, accepted: Mapping[str, str]) -> pd.DataFrame:
    """Mentors to whom more pairs were given than they have free places: name, free, given."""
    may = mentors(view).set_index("school_id")
    given = pd.Series(list(accepted.values()), dtype=object).value_counts()
    free = may["free"].reindex(given.index)
    found = pd.DataFrame({"name": may["name"].reindex(given.index), "free": free, "given": given})
    return found[found["given"].gt(found["free"])].reset_index(drop=True)


def starts(view: MentoringView) -> list[dt.date]:
    """List the days on which accepted pairs may begin, the report date among them."""
    days = range(-DAYS_BEFORE, DAYS_AFTER + 1)
    return [view.day + dt.timedelta(days=day) for day in days]


def intake_file(view: MentoringView, accepted: Mapping[str, str], start: dt.date) -> bytes:
    """Write accepted pairs, mentor by mentee, as a filled template of the table of mentorships.

    All begin on the day `start`.
    """
    day = start.isoformat()
    filled = [
        {
            "mentorship_id": f"{mentee}-{mentor}-{day.replace('-', '')}",
            "mentee_id": mentee,
            "mentor_id": mentor,
            "form": FORM,
            "start_date": day,
            "end_date": None,
            "evidence": None,
        }
        for mentee, mentor in sorted(accepted.items())
    ]
    return templates.workbook(mentorship, {}, view.language, filled)
