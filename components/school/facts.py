"""Gather what is known of every school of a region once, so that many cards cost little more."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from components.base.choices import rules
from components.base.decided import followed
from components.base.i18n import Words
from components.base.list_luck import chances, said
from components.base.list_rule import as_set, breaks, reasons_said
from components.base.load import keep, load, of_all
from components.base.pupils import seen
from components.school.choice import SchoolView, card_key
from queries import (
    documents,
    events,
    identification,
    lookups,
    mentoring,
    roadmaps,
    school_card,
    school_decisions,
)
from queries.methods import completion, coverage, factor_mentions, overdue
from queries.methods import identification as rule
from queries.methods.intervals import wilson
from queries.view import ALL, View, region_key

Rows = list[dict]
"""Rows of one kind about one school."""


@dataclass(frozen=True)
class Facts:
    """Rows by school_id, of one region, year and day; `factors` and `texts` name their codes.

    helped: school and factor where a mentor of the school is strong at it; naming: factors that the
    text of a measure names; participation: by event and municipality.
    """

    named: dict[str, dict]
    statuses: dict[str, Rows]
    risks: dict[str, Rows]
    strong: dict[str, int]
    helped: set[tuple[str, str]]
    naming: dict[str, tuple[str, ...]]
    events: Rows
    participation: dict[tuple[str, str], str]
    pairs: dict[str, Rows]
    loads: dict[str, int]
    measures: dict[str, Rows]
    documents: dict[str, Rows]
    trainings: dict[str, Rows]
    decisions: dict[str, Rows]
    results: dict[str, Rows]
    reasons: dict[str, list[str]]
    luck: dict[str, str]
    factors: dict[str, str]
    texts: dict[str, dict]
    kinds: dict[str, dict]


def facts(view: View) -> Facts:
    """Gather the facts of the view's region on its day; results only for who sees them all."""
    return keep(_facts, card_key(view, ALL))


def _facts(view: SchoolView) -> Facts:
    region = region_key(view)
    pairs = load(mentoring.pairs, region)
    held = coverage.counting(pairs, view.day)
    factors = load(lookups.risk_factors)
    measures = load(roadmaps.measures, region)
    helped = of_all(keep, _helped, card_key(view, ALL))
    took_part = load(events.participation, region)[["event", "oktmo", "state"]]
    results, reasons, luck = _results(view) if seen() == "all" else ({}, {}, {})
    return Facts(
        named={row["school_id"]: row for row in _records(load(school_card.named, region))},
        statuses=_by_school(load(identification.statuses, region)),
        risks=_by_school(load(school_card.risks, region)),
        strong=dict(load(school_card.strong, region).itertuples(index=False, name=None)),
        helped=set(helped[["mentee_id", "risk_factor"]].itertuples(index=False, name=None)),
        naming={
            row["measure_id"]: factor_mentions.named_in(row["text_ru"])
            for row in measures.to_dict("records")
        },
        events=load(events.events, region).to_dict("records"),
        participation={
            (event, oktmo): state
            for event, oktmo, state in took_part.itertuples(index=False, name=None)
        },
        pairs=_by_school(held, "mentee_id"),
        loads=held.groupby("mentor_id")["mentee_id"].nunique().to_dict(),
        measures=_by_school(_judged(load(roadmaps.executions, region), view.day)),
        documents=_by_school(load(documents.documents, region)),
        trainings=_by_school(load(school_card.trainings, region)),
        decisions=_by_school(_decided(region)),
        results=results,
        reasons=reasons,
        luck=luck,
        factors=dict(zip(factors["code"], factors[f"name_{view.language}"], strict=True)),
        texts={row["measure_id"]: row for row in measures.to_dict("records")},
        kinds={row["document"]: row for row in load(documents.kinds).to_dict("records")},
    )


def _decided(view: View) -> pd.DataFrame:
    """Follow every decision of the region up to the day."""
    days = pd.to_datetime(load(school_decisions.decisions, view)["decided_on"]).unique()
    parts = [followed(view, pd.Timestamp(day).date()) for day in days]
    return pd.concat(parts) if parts else pd.DataFrame(columns=["school_id"])


def _helped(view: SchoolView) -> pd.DataFrame:
    """One row per pair that counts on the day and factor at which its mentor is strong.

    Made of all mentors: one of another municipality helps a reader's school as well as his own.
    """
    region = region_key(view)
    held = coverage.counting(load(mentoring.pairs, region), view.day)
    strong = load(mentoring.strengths, region).rename(columns={"school_id": "mentor_id"})
    return held[["mentee_id", "mentor_id"]].merge(strong, on="mentor_id")


def _by_school(rows: pd.DataFrame, key: str = "school_id") -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    for row in _records(rows):
        found.setdefault(row[key], []).append(row)
    return found


def _records(rows: pd.DataFrame) -> Rows:
    """Give the rows of a region as `to_dict` does, whose time goes to texts taken one by one."""
    names = list(rows.columns)
    columns = [rows[name].to_numpy(object).tolist() for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _judged(found: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    judged = completion.judged(found, day)
    return judged.assign(days=overdue.days_late(judged, day))


def _results(
    view: SchoolView,
) -> tuple[dict[str, Rows], dict[str, list[str]], dict[str, str]]:
    """Add up each school's results by procedure and year, beside schools of its locality.

    share, low, high: of the school, 0–1, with Wilson's interval of its pupils, who sat several
    works each; others: the share of all other schools of the same locality in the region.
    """
    works = load(identification.results, region_key(view))
    works = works[works["year"].le(view.year)]
    keys = ["school_id", "procedure", "year"]
    found = works.groupby(keys, as_index=False)[["participants", "below"]].sum()
    # The subjects of a grade are sat by the same pupils: as many results as pupils stand by
    # themselves.
    pupils = works.groupby([*keys, "grade"])["participants"].max().groupby(keys).sum()
    locality = load(school_card.named, region_key(view)).set_index("school_id")["locality"]
    found = found.assign(locality=found["school_id"].map(locality))
    whole = found.groupby(["locality", "procedure", "year"])[["participants", "below"]]
    rest = whole.transform("sum") - found[["participants", "below"]]
    alone = pupils.to_numpy(float)
    share = (found["below"] / found["participants"]).to_numpy(float)
    low, high = wilson(share * alone, alone, rules(view.region).confidence)
    found = found.assign(
        share=share,
        others=rest["below"] / rest["participants"].where(rest["participants"].gt(0)),
        low=low,
        high=high,
    )
    year = int(works["year"].max()) if len(works) else view.year
    judged = rule.sat(works, year, as_set(view.region), breaks())
    reasons = reasons_said(rule.reasons(judged, as_set(view.region)), view.language)
    return _by_school(found), reasons, _luck(view, judged, year)


def _luck(view: SchoolView, judged: rule.Sat, year: int) -> dict[str, str]:
    """Say of each school that the rule lists whether it would list it again."""
    verdicts = rule.judged(judged, as_set(view.region))
    listed = verdicts.loc[verdicts["listed"].eq(rule.YES), "school_id"]
    chance = (
        chances(view, year, as_set(view.region)).set_index("school_id")["chance"].reindex(listed)
    )
    words = Words(view.language)
    return {school: said(one, True, words, view.region) for school, one in chance.items()}
