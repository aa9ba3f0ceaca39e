"""Put what is odd in the marks into questions: rows for the page and for its files."""

import pandas as pd

from components.base.choices import municipality_name, setting
from components.base.i18n import Words
from components.base.load import keep, load
from components.roadmaps import doubt_sentences
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.numbers import numbers
from components.shell.tables import Columns
from queries import roadmap_evidence
from queries.methods import doubts
from queries.view import ALL, region_key

KINDS = ("one_day", "without_help", "twice")
COLUMNS: Columns = (("kind_said", "text"), ("question", "text"))


def rows(view: RoadmapsView) -> pd.DataFrame:
    """One row per question about the marks of the place in the year, up to the day."""
    return keep(_rows, view)


def of_kind(view: RoadmapsView, kind: str) -> pd.DataFrame:
    """Keep the questions of one kind."""
    found = rows(view)
    return found[found["kind"].eq(kind)]


def _rows(view: RoadmapsView) -> pd.DataFrame:
    words = Words(view.language)
    made = [
        *(("one_day", doubt_sentences.one_day(row, words)) for row in _one_day(view, words)),
        *(
            ("without_help", doubt_sentences.without_help(row, words))
            for row in _without_help(view)
        ),
        *(("twice", doubt_sentences.twice(row, words)) for row in _twice(view)),
    ]
    found = pd.DataFrame(made, columns=["kind", "question"])
    return found.assign(kind_said=[words(f"roadmaps.doubt_{kind}") for kind in found["kind"]])


def _one_day(view: RoadmapsView, words: Words) -> list[dict]:
    """Schools first; a place is asked about where two schools or more closed all on one day."""
    found, least = numbers(view).found, int(setting("doubt_measures", view.region))
    schools = doubts.closed_on_one_day(found, ["school", "municipality", "school_id"], least)
    several = found.groupby("oktmo")["school_id"].transform("nunique").gt(1)
    places = doubts.closed_on_one_day(found[several], ["oktmo"], least)
    return [
        *(row | {"who": _who(row)} for row in schools.to_dict("records")),
        *(
            row | {"who": municipality_name(row["oktmo"], words)}
            for row in places.to_dict("records")
        ),
    ]


def _without_help(view: RoadmapsView) -> list[dict]:
    helped = load(roadmap_evidence.help_of_schools, region_key(view))
    found = doubts.complete_without_help(
        numbers(view).found, helped, int(setting("doubt_measures", view.region))
    )
    return [row | {"who": _who(row)} for row in found.to_dict("records")]


def _twice(view: RoadmapsView) -> list[dict]:
    """Ask about documents of the place's own executions, of any year up to the day."""
    proofs = load(roadmap_evidence.proofs, region_key(view))
    chosen = numbers(view)
    proofs = proofs[proofs["measure_id"].isin(chosen.measures["measure_id"])]
    if view.municipality != ALL:
        proofs = proofs[proofs["oktmo"].eq(view.municipality)]
    if not view.is_of_every_school:
        proofs = proofs[proofs["school_id"].isin(chosen.found["school_id"])]
    return doubts.evidence_used_twice(proofs).to_dict("records")


def _who(row: dict) -> str:
    return f"{row['school']}, {row['municipality']}"
